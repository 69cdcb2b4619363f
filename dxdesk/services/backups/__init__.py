"""Backups that nobody has to think of: made by themselves, read back, thinned, carried away."""
