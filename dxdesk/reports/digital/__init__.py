"""Reports on digital transformation: from a board and the figures of the same period."""
