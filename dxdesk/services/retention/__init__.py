"""Dossiers past their term, and the removal of their personal data."""
