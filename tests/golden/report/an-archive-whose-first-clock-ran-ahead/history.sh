# The first commit's clock was years ahead of all others: the archive begins where the earliest clock stood.
programme
milestone a 'planned = 2024-03-01'
commit 2028-01-01 "The beginning"
change a 's/^planned.*/planned = 2024-04-01/'
commit 2023-01-10 "It slips"
change a 's/^planned.*/planned = 2024-05-01/'
commit 2023-02-10 "And again"
