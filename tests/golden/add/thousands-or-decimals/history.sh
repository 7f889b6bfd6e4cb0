programme
printf 'Title;Type;Weight\r\nPDR;review;1.500\r\nCDR;review;2,5\r\nQR;review;1.5\r\n' > plan.csv
printf 'Title,Type,Weight\nPDR,review,1.500\n' > commas.csv
