"""`iro-hub`: what an operator does."""
