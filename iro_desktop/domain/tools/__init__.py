"""The practice tools of a review as records that can be compared from meeting to meeting."""
