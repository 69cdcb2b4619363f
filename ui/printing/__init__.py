"""Slips on their way to paper: chosen, seen as they will be printed, sent or queued."""
