programme
commit 2024-03-01 'Nothing yet'
