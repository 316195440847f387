"""The bank of questions on screen, and what was asked of it."""
