"""Taking a council's tables of children, episodes, meetings and households into the store."""
