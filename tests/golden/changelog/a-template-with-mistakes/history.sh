. "$GOLDEN/changelog/template.sh"
w() { printf '%b' "$2" > "$1"; }
w unknown.md '# {{PROGRAMME}}\n\n{{#PERIOD}}\n  {{TITEL}}\n{{/PERIOD}}\n'
w near.md '{{#PERIOD}}{{#GROUP}}{{#CHANGE}}{{TITEL}}{{/CHANGE}}{{/GROUP}}{{/PERIOD}}'
w section.md '{{#CHANGE}}{{/CHANGE}}'
w open.md 'x\n{{#PERIOD}}\n'
w crossed.md '{{#PERIOD}}{{#GROUP}}{{/PERIOD}}{{/GROUP}}'
w unclosed.md 'x\ny {{PROGRAMME\n'
w include.md '{{>/etc/passwd}}'
w raw.html '<p>{{PROGRAMME:none}}</p>'
w delimiters.md '{{=<% %>=}}'
w unquoted.html '<p>\n{{PROGRAMME}}\n<a href={{PROGRAMME}}>x</a>\n'
w pragma.html '{{%AUTOESCAPE context="TEXT"}}'
mkdir folder.md
w crlf.txt 'x\r\n{{NAME}}\r\n'
{ printf 'x%.0s' $(seq 300); printf '{{NAME}}'; printf 'y%.0s' $(seq 300); } > long.txt
