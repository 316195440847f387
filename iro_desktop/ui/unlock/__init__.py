"""The first screen: make the store, open it, recover it, or bring a backup back."""
