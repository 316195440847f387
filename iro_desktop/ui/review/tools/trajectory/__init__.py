"""The trajectory on screen: milestones as cards, and the line drawn from them."""
