programme
printf 'title = "学生小卫星 CDR"\ntype = "review"\nplanned = 2024-05-01\n' | record milestones/cdr.toml
as "Ünal"
commit 2024-01-10 "评审"
