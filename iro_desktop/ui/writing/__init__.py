"""The letter and the minutes: what they look like, where they are saved, whether they were sent."""
