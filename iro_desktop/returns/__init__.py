"""Councils' own files, read: pure readers that give rows, and what is wrong with the rest."""
