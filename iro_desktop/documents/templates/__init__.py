"""A council's own wording: Markdown with fields and conditions, in place of a document's own.

The template is read before any field is filled, so nothing that a person typed into the record is
ever read as a template, as Markdown or as a field.
"""
