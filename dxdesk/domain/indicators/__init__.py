"""Indicators of digital transformation: what is measured, its targets, its values, its standing.

Pure. A number is never without its base: what cannot be compared is refused with a reason, what
nobody reported is missing and never zero.
"""
