"""Figures, reports and forms over the ledgers of the digital work."""
