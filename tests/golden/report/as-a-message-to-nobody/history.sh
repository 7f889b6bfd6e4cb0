# Without a sender or a receiver there is no message.
. "$GOLDEN/report/two-satellites.sh"
