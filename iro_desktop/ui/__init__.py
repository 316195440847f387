"""What the Independent Reviewing Officer sees: the only package that knows Qt."""
