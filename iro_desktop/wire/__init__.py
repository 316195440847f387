"""What travels between a laptop and the team's hub: shapes alone, no rule and no transport.

The hub imports these too, and nothing else of the program. Everything is JSON in UTF-8 over HTTPS.
`VERSION` stands in every path (`/v1/…`); a later shape gets a later number, and a hub goes on
answering the one before. `docs/wire.md` describes each road.
"""

VERSION = 1
"""The version of the shapes, and the first part of every path."""
