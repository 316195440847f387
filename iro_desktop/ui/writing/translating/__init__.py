"""A copy in another language: who translated what, to a translator and back."""
