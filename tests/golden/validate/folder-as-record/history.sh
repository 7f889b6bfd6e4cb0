programme
mkdir -p data/milestones/sss-1-qr.toml
milestone sss-1-cdr
