"""`iro-hub`: what an operator does. Exit 0 done, 1 refused, 2 wrong usage."""
