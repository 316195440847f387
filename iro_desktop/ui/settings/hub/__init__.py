"""Whether this laptop belongs to a team's hub, and how it comes to."""
