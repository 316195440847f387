"""Children, their care and their reviews: plain values and rules, with no library beneath them."""
