"""Which practice pack is in force: the program's own, or a council's."""
