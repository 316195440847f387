"""IRO Desktop: chair a child's review offline, and write to the child afterwards."""

__version__ = "0.1.0"
