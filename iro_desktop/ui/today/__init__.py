"""The first screen of the morning: what is due, overdue, half-finished and waiting to be sent."""
