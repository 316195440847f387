"""Worry statements on screen, each with its goal and its scale."""
