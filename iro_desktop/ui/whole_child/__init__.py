"""The page of the whole child: the same on the child's page and beside the meeting."""
