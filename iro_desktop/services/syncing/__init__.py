"""A round with the hub, what comes of it on this laptop, and what only a person may decide."""
