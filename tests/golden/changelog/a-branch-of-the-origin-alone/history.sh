# A clone that CI makes has the branch of its origin and none of its own: it is named, as everywhere.
programme
milestone a 'planned = 2024-06-01'
commit 2024-01-02 "First"
git update-ref refs/remotes/origin/trunk HEAD
