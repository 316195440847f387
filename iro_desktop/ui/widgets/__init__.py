"""Parts that every screen is built of. Each is whole in itself: look, keyboard, names, help."""
