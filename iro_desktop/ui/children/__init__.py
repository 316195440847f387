"""My children: the whole caseload in one table, found by typing and narrowed by a few filters."""
