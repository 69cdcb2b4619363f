"""Ledgers of the digital work: read, entered, pasted, written out. All by the fields' data."""
