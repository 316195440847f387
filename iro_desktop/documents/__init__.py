"""Documents as pure functions of what is stored: a neutral tree, a thin writer per format."""
