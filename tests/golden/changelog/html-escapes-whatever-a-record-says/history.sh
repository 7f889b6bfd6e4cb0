programme "Test programme"
printf '[programme]\nname = "<script>alert(1)</script> & co"\n' > sss.toml
printf 'title = "</title><script>alert(1)</script> \\u202e \\u0645\\u062f\\u0627\\u0631 \\" onload=x \\u001b[2J"\ntype = "review"\nplanned = 2024-05-01\n' | record milestones/cdr.toml
as 'Mallory </bdi><img src=x onerror=y>'
commit 2024-01-10 "First"
git tag v0
sed -i 's/2024-05-01/2024-06-01/' data/milestones/cdr.toml
commit 2024-02-10 "Second" 'Reason: <b>"quoted"</b> & '"'single'"
git tag '<i>v1</i>'
