"""What kinds of lines the action log has."""

from enum import IntEnum


class ActionKind(IntEnum):
    DO = 0
    UNDO = 1
    REDO = 2
    FINAL = 3
    """Done for good: a closed period is corrected by another one, never taken back (R20)."""
    EVENT = 4
    """Something happened and no row changed: a sign-in, a refusal, numbers shown."""
