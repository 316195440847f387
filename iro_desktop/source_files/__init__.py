"""Files that people write by hand: read with the place of every word, faults noted, not raised."""
