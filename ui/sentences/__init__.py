"""Wording the sentences of a report in prose."""
