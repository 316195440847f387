"""A copy on its way: drafted, checked, signed, sent, read with the child, answered, corrected."""
