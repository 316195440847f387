"""HTTP in front of the database: checks who calls, and calls its functions. No rule of its own."""
