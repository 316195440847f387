"""The diary: what is due and booked by month, by week and as a list, and what clashes in it."""
