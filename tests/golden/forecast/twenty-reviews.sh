# The history of several cases of this folder: twenty reviews of one satellite, planned 240 days ahead one after the other
# and held late or early by the days in the list; where that is more than ten days late, the plan moved by half of them
# 120 days before. The minutes come in two days after. A case may add to them in `more`, and what is still open after them.
programme "Twenty reviews"
record satellites/sss-1.toml <<< $'name = "SSS-1"\nclass = "micro"'
record satellites/sss-2.toml <<< $'name = "SSS-2"\nclass = "nano"'
milestone founding 'planned = 2019-01-10' 'actual = 2019-01-10'
milestone agreement 'planned = "2017"' 'actual = 2018-06-01'

after() { date -u -d "$1 + $2 days" +%F; }

declare -p more > /dev/null 2>&1 || more=()
events=("${more[@]}")
slips=(0 12 35 -3 60 90 8 20 0 150 45 5 30 75 -6 110 14 25 0 40)
for i in "${!slips[@]}"; do
  id=review-$((i + 1)) slip=${slips[$i]}
  written=$(after 2019-01-15 $((60 * i)))
  plan=$(after "$written" 240)
  actual=$(after "$plan" "$slip")
  events+=("$written $id plan $plan" "$(after "$actual" 2) $id held $actual")
  if [ "$slip" -gt 10 ]; then
    events+=("$(after "$written" 120) $id move $(after "$plan" $((slip / 2)))")
  fi
done
commit 2019-01-15 "The beginning"
while read -r when id verb what; do
  case $verb in
    plan) milestone "$id" 'satellite = "sss-1"' "planned = $what" ;;
    move) change "$id" "s/^planned.*/planned = $what/" ;;
    held) echo "actual = $what" >> "data/milestones/$id.toml" ;;
  esac
  commit "$when" "$id: $verb"
done < <(printf '%s\n' "${events[@]}" | sort -s -k 1,1)
