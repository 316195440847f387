"""Meetings of one child: what is in hand, what is suggested, and booking one of any kind."""
