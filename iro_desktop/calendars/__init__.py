"""Calendar files (RFC 5545): appointments written out, and other calendars' busy times read in."""
