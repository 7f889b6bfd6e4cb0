# Several records one behind the other; one may be named by a former id.
programme
milestone pdr 'planned = 2026-02-01'
milestone cdr 'aliases = ["former"]'
commit 2025-11-05 "First"
