# A branch that lets the programme's days end later lets plans be overdue later; the other way round nothing is let go.
programme
sed -i 's/^short_name.*/timezone = "Asia\/Shanghai"/' sss.toml
milestone cdr 'planned = 2024-05-01'
commit 2024-01-10 "First"
git checkout -q -b west
sed -i 's/Asia.Shanghai/America\/Lima/' sss.toml
commit 2024-02-10 "Days end with those of Peru"
git checkout -q main
git checkout -q -b east
sed -i 's/Asia.Shanghai/Pacific\/Kiritimati/' sss.toml
commit 2024-02-10 "Days end first of all"
git checkout -q west
