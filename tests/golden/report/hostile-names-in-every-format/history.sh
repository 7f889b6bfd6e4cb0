# Names that mean harm, in every format: markup, what reorders and hides text, line ends, other scripts.
printf '[programme]\nname = "<script>alert(1)</script>\\r\\nBcc: x@example.org | برنامه"\n[mail]\nfrom = "office@programme.example"\nto = ["a@programme.example"]\n' > sss.toml
git init -q
# Without charts, whose own cases stand beside `sss chart`.
cat >> sss.toml << 'END'
[report]
sections = ["achieved", "re-opened", "moved", "new", "cancelled", "coming-up", "overdue", "undated", "conflicts", "meetings", "actions", "rids", "satellites", "freshness", "records"]
END
record organisations/far.toml <<< $'name = "大学 | @octocat \\u202e https://evil.example"\ntype = "university"'
record satellites/sss-1.toml <<< $'name = "卫星 \\"<img src=x onerror=y>"\nclass = "nano"'
record milestones/cdr.toml <<< $'title = "</td></table><script>alert(1)</script> {{TITLE}}"\ntype = "review"\nsatellite = "sss-1"\nowner = "far"\nplanned = 2024-01-05'
record milestones/launch.toml <<< $'title = "การปล่อย\\nดาวเทียม\\u001b[31m"\ntype = "launch"\nsatellite = "sss-1"\nplanned = 2024-02-20'
record milestones/pdr.toml <<< $'title = "بازنگری طراحی"\ntype = "review"\nowner = "far"\nplanned = 2024-01-20'
as 'Mallory </td>'
commit 2024-01-02 "All"
change launch 's/2024-02-20/2024-02-25/'
printf 'actual = 2024-01-18\n' >> data/milestones/pdr.toml
commit 2024-01-18 "Moves" 'Reason: <b>"late"</b> & `quoted` @octocat #1'
cat > page.html << 'END'
<p title="{{PROGRAMME}}">{{HEADLINE}}</p>
{{#MOVED}}{{#MILESTONE}}<a href="https://programme.example/{{ID:u}}?t={{TITLE:u}}" title='{{TITLE}}'>{{TITLE}}</a>: {{WAY}}{{#SOURCE}} ({{REASON}}; {{AUTHOR}}){{/SOURCE}}
{{/MILESTONE}}{{/MOVED}}
END
cat > page.md << 'END'
{{#ACHIEVED}}{{#MILESTONE}}* {{TITLE}}, {{OWNER}}
{{/MILESTONE}}{{/ACHIEVED}}
{{#MOVED}}{{#MILESTONE}}{{#SOURCE}}* {{TITLE}}: {{REASON}}
{{/SOURCE}}{{/MILESTONE}}{{/MOVED}}
END
