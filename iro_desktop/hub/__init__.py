"""The team hub over HTTPS: the only home of httpx."""
