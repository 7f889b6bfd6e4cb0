programme
printf 'id,title,type,,\r\rx1,X,other\r,,\r , ,,,,\rx2,Y,other,,,\r' > mac.csv
printf 'id,title,type\n,,\nx3,Z,other\n,,\n,W,,extra\n' > wrong.csv
