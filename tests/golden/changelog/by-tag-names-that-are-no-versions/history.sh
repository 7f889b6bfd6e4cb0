programme "Test programme"
for name in first-light sss-1-pdr v1.0 sss-1-cdr zenith; do
  milestone "of-$name" 'planned = 2024-05-01'
  commit 2024-01-10 "Plan $name"
  git tag $name
done
