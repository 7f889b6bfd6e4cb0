programme
printf 'Plan of the constellation;;\r\nas of June 2024;;\r\n;;\r\nTitle;Type;Planned\r\nPDR;review;15.6.2024\r\n' > plan.csv
printf 'Plan;;\r\nPDR;review;15.6.2024\r\n' > headless.csv
