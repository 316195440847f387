"""The page of a foster household, where it is not as a child's page is."""
