"""What screens call children, dates and reviews, so that each is called the same everywhere."""
