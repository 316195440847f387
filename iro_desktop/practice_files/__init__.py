"""Practice packs from files that people write, each fault at its line and column."""
