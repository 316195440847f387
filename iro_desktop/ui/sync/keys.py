"""The key that begins a round, from anywhere."""

SYNC = "Ctrl+Shift+Y"
