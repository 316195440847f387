"""Documents as pure functions of what is stored: a neutral tree, and a thin writer for each format."""
