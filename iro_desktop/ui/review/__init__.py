"""Prepare a review, chair it, close it: one screen, one section at a time."""
