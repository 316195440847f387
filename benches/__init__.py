"""What must be quick, measured through the same doors the program uses."""
