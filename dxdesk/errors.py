"""Errors whose text an officer can read and act on.

Everything else that is raised is a bug: it goes to the log file and the officer is told where.
"""


class DeskError(Exception):
    """A refusal or failure in one plain Vietnamese sentence: what happened, what to do."""


class InputError(DeskError):
    """The officer's input is wrong: the sentence names the field, the fault, what is expected."""


class StorageError(DeskError):
    """The surroundings failed (disk full, file locked, damaged, newer version …)."""
