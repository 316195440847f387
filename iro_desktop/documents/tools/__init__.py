"""The practice tools in minutes and in the letter to the child, where the IRO says so."""
