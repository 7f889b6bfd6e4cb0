programme; milestone a; commit 2023-01-02 "The beginning"
