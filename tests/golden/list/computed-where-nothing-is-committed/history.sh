# What only a history tells is empty where there is none, and that is said.
programme
milestone a
