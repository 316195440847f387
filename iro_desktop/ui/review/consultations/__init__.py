"""What people think before the meeting: their forms, and what came back."""
