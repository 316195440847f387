"""The map in three columns on screen."""
