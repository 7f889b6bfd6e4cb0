printf 'x\n' > README.md
