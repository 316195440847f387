"""Which forms meetings are asked by, and a council's own among them."""
