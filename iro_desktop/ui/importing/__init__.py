"""Take in what a council has: its returns, its workbook, and records of single reviews."""
