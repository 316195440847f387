"""Which field answers which kind of question: one table, and what each field needs to be made."""
