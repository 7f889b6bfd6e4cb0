# Where no records are, nothing waits is no answer.
git init -q -b main
echo 'int main() {}' > main.c
git add main.c
commit 2024-01-02 "A program"
