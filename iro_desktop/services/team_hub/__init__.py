"""Belonging to a team's hub: its port, enrolling, signing in, and the sealing of pages."""
