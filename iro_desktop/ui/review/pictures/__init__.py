"""Photos and drawings of the child, beside the child's views."""
