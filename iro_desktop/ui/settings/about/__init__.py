"""What program this is, and whose work it brings along."""
