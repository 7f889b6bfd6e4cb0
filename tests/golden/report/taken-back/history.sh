# What is open again: a cancelled milestone that stands again, an actual date and a closing that are taken back.
programme "Taken back"
cat >> sss.toml << 'END'
[report]
sections = ["achieved", "re-opened", "cancelled", "meetings", "actions", "records"]
END
milestone cdr 'planned = 2018-06-01' 'cancelled = { date = 2018-01-02, reason = "no money" }'
milestone pdr 'actual = 2017-12-01' 'cancelled = { date = 2018-01-02, reason = "no money" }'
milestone srr 'actual = 2017-11-01'
record meetings/kick-off.toml << 'END'
title = "Kick-off"
type = "kick-off"
start = 2018-01-03
[[action]]
id = "a1"
text = "Publish the progress."
closed = 2018-01-12
END
commit 2018-01-15 "Begin"
change cdr '/^cancelled/d'
change pdr '/^cancelled/d'
change srr '/^actual/d'
sed -i '/^closed/d' data/meetings/kick-off.toml
commit 2018-02-10 "There is money after all" "Reason: the council pays"
cat > again.md << 'END'
{{#REINSTATED}}{{#MILESTONE}}* {{TITLE}} {{WAS_IN_WORDS}}{{#SOURCE}}, {{REASON}}{{/SOURCE}}
{{/MILESTONE}}{{/REINSTATED}}{{#REOPENED_ACTIONS}}{{#ACTION}}* {{TEXT}}, {{STATE}}
{{/ACTION}}{{/REOPENED_ACTIONS}}
END
