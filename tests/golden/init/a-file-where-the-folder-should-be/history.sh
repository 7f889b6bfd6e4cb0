printf 'x\n' > place
