"""The team's hub: PostgreSQL keeps the record and its rules; a thin gateway speaks HTTP for it."""
