"""The practice tools on the review's screen, each in the same frame."""
