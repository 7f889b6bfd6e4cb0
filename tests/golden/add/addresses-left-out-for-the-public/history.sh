programme
printf 'name = "Ankara"\ntype = "university"\ncountry = "TR"\ncontact = "Ada <ada@metu.example>"\n' | record organisations/metu.toml
commit 2024-01-12 "An address"
printf 'id,contact,country\nmetu,Ada <…@…>,TR\n' > public.csv
printf 'id,contact\nmetu,Grace <…@…>\n' > other.csv
printf 'id,name,type,country,contact\nsjtu,Shanghai,university,CN,Grace <…@…>\n' > new.csv
