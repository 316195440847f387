"""Merge what several laptops wrote, and say when to sync next: pure, no store and no network."""
