"""Who the IRO is, how the screen looks, how the store is kept safe, and which days are holidays."""
