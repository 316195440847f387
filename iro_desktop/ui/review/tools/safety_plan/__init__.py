"""The safety plan: the child's own people, what each does, and whether it held."""
