"""Whether the file, the figures, the log and the book agree with each other."""

from dxdesk.services.checking.findings import Check, CheckReport
from dxdesk.services.checking.run import check

__all__ = ["Check", "CheckReport", "check"]
