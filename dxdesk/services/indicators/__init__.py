"""Indicators of digital transformation: catalogue, targets, values, the board."""
