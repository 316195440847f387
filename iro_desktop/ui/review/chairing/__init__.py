"""The running of a meeting on screen: agenda, parts, reading back, and who sees the screen."""
