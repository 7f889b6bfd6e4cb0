# Many months stand in the contents in a line for each year; what is no month stands by itself.
programme
milestone cdr 'planned = 2030-01-01'
commit 2021-01-02 "First"
for month in 2021-02 2021-03 2021-04 2021-05 2021-06 2021-07 2021-08 2021-09 2022-01 2022-02 2022-03 2023-12 2024-01; do
  change cdr "s/^planned.*/planned = $((9 + ${month%-*}))-${month#*-}-03/"
  commit "$month-03" "Month $month"
done
