"""What if the review were on another day: its deadlines, and what clashes, before it is booked."""
