"""Words and pictures: the story in frames, and who agreed to it."""
