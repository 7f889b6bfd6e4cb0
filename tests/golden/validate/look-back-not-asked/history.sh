# What is committed is not looked back at unless asked for.
. "$GOLDEN/validate/look-back-past.sh"
