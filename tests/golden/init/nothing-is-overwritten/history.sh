printf '[programme]\nname = "Mine"\n' > sss.toml
