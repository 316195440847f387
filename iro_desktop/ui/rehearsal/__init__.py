"""The main job, played through the real windows with the keyboard alone, on made-up children."""
