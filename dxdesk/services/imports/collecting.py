"""Python's search for cycles, put off while millions of values are made that have none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_later() -> Iterator[None]:
    """It costs a seventh of the reading time, and each search holds up the window.

    A threshold of 0 is Python's sign for "not now"; the window's own collector heeds it too.
    """
    before = gc.get_threshold()
    gc.set_threshold(0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
