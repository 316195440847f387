"""Invite people to a review: who is asked, who is missing, and drafts and letters for each."""
