"""Printing slips: what goes on them, what was printed, what waits, how the ward words them."""
