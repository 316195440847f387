"""The records that stand in a section, each in a panel of its own."""
