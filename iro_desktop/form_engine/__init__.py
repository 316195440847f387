"""Forms that describe themselves: what is asked, when it applies, and what must be answered."""
