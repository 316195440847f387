"""Ofsted's Annex A workbook: the lists of children that an inspection asks a council for."""
