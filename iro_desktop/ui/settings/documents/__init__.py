"""How a council's documents are worded and how they look, its list of words, and languages."""
