programme
record organisations/metu.toml <<'T'
name = "Middle East Technical University"
type = "university"
country = "TR"
T
milestone qr 'planned = 2024-05-01' 'weight = 2'
milestone srr
commit 2024-01-10 "Plan it"
# As GitHub puts a form into an issue.
printf '### Id\r\n\r\n_No response_\r\n\r\n### Title\r\n\r\nThermal test\r\n\r\n### Type\r\n\r\ntest\r\n\r\n### Planned\r\n\r\n15.6.2024\r\n\r\n### Owner\r\n\r\nmetu · Middle East Technical University\r\n\r\n### Depends on\r\n\r\nqr · QR, srr · SRR\r\n\r\n### Notes\r\n\r\nFirst of all.\r\n<!-- hidden -->\r\n```\r\n### not a heading\r\n```\r\n\r\n### Reason\r\n\r\nThe partner asked for it.\r\n' > new.md
cat > moved.md <<'T'
<!-- Made by: sss form milestone --update --for gitlab. -->

### Id

qr · QR

### Planned

<!-- As in 2027-05-14,
or 2027-Q2. -->
2024-06-15

### Weight


### Reason

The chamber is booked.
T
printf '### Titel\n\nx\n\n### Planned\n\n2024-02-30\n' > wrong.md
printf 'Hello\n### Title\n\nx\n' > before.md
printf '### Title\n\n```\nx\n' > open.md
printf '### Title\n\nx\n\n### Title\n\ny\n' > twice.md
