# The words for histories of ground stations, a kind whose folder moves.
programme
mkdir -p schemas
station_schema() { printf "{\"\$schema\": \"http://json-schema.org/draft-07/schema#\", \"type\": \"object\", \"x-sss-folder\": \"%s\", \"x-sss-title\": \"name\", \"properties\": {\"name\": {\"type\": \"string\"}, \"dishes\": {\"type\": \"integer\"}}}\n" "$2" > "schemas/$1.schema.json"; }
station() { printf "name = \"%s\"\ndishes = %s\n" "$2" "$3" | record "$1"; }
milestone cdr "planned = 2024-05-01"
commit 2024-01-05 "A plan"
