"""The harm matrix on screen."""
