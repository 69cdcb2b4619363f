"""Figures that a text declares, checked against the text's own counts (figures.md R19).

A published report prints "3.449 hồ sơ đạt 99,96%" after 3.452 received: its counts give 99,91 %.
What does not fit is shown; nothing is corrected in silence.
"""

from dxdesk.domain.claims.check import check_text
from dxdesk.domain.claims.counts import Count, counts_of
from dxdesk.domain.claims.finding import Finding, FindingKind
from dxdesk.domain.claims.periods import periods_of
from dxdesk.domain.claims.prose import Prose, read_prose

__all__ = [
    "Count",
    "Finding",
    "FindingKind",
    "Prose",
    "check_text",
    "counts_of",
    "periods_of",
    "read_prose",
]
