. "$GOLDEN/changelog/template.sh"
cat > news.html.tpl <<'T'
<!doctype html>
<title>{{PROGRAMME}}</title>
{{! a comment
    of two lines }}
{{#PERIOD}}
<h2 id="{{CODE}}">{{NAME}}</h2>
  {{#RELEASE}}
<p>{{#TAG}}{{NAME}}: {{MESSAGE}}{{#TAG_separator}}, {{/TAG_separator}}{{/TAG}} on {{DAY}}</p>
  {{/RELEASE}}
  {{#GROUP}}
<h3>{{NAME}} ({{COUNT}})</h3>
    {{#CHANGE}}
<p title="{{TITLE}}"><a href="https://x.example/?q={{ID:u}}">{{TITLE}}</a>: {{SAID}}{{#REASON}} – {{TEXT}}{{/REASON}}</p>
<script>tell("{{TITLE}}");</script>
    {{/CHANGE}}
  {{/GROUP}}
{{/PERIOD}}
T
cat > news.md <<'T'
# {{PROGRAMME}}, by {{BY}}

{{#PERIOD}}
## {{ NAME }}

{{#GROUP}}
{{#CHANGE}}
* {{TITLE}}: {{SAID}} ({{AUTHOR}}, {{DAY}}){{#MOVE}}; {{DAYS}} days{{#CORRECTION}}, a correction{{/CORRECTION}}{{/MOVE}}
{{/CHANGE}}
{{/GROUP}}

{{/PERIOD}}
T
cat > news.txt <<'T'
{{#PERIOD}}{{#GROUP}}{{#CHANGE}}{{CATEGORY}} {{KIND}}/{{ID}} {{#FIELD}}{{LABEL}}: {{#BEFORE}}{{FROM}}{{/BEFORE}} > {{#AFTER}}{{TO}}{{/AFTER}}{{/FIELD}} {{TITLE}} [{{REASONS}}]
{{/CHANGE}}{{/GROUP}}{{/PERIOD}}{{#NOTHING}}No news.
{{/NOTHING}}
T
