"""Reconciliation with the portal: what is only here, only there, or not the same.

Nothing is written: the log stays as it was.
"""

from dxdesk.services.reconciliation.run import CompareCancelledError, reconcile
from dxdesk.services.reconciliation.writing import write

__all__ = ["CompareCancelledError", "reconcile", "write"]
