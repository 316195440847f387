"""Two versions of one thing, side by side, and a person's decision."""
