# Without a repository only what the records say is told.
programme
milestone a 'planned = 2025-12-01'
rm -rf .git
