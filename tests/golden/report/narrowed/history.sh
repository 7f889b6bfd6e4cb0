# A part of the programme alone: by satellite, organisation, kind, by a former id, and what belongs to none.
. "$GOLDEN/report/constellation.sh"
