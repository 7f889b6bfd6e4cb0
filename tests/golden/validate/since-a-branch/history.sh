. "$GOLDEN/validate/older-findings.sh"
