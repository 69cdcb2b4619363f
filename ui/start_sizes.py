"""How much the start page shows."""

MONTHS = 13
TWO_ABREAST = 680
"""Pixels before the zoom that two cards beside each other need."""
