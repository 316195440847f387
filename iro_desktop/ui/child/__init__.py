"""A child's page: who they are, their journey, who matters to them, and their reviews."""
