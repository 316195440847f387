"""What the screens say of the team's hub: how syncing stands, and what only a person can decide."""
