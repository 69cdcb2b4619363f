"""Slips of the one-stop shop: forms as data (resources/forms/slips), drawn by one engine."""
