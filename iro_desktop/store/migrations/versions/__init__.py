"""One step a file. A step that was released never changes; its tables are declared inside it."""
