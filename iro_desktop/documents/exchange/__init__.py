"""A document's texts to a human translator and back."""
