"""What is kept from others: marked in a text, listed beside it, given back."""
