. "$GOLDEN/validate/several-findings.sh"
