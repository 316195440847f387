"""Timescales written by hand: those of the law, which the program brings, and a council's own."""
