"""Id numbers and phones as they stand on a screen that others can see."""

LEFT = 3
"""Last characters that stay, so that an officer can tell two people apart."""
_DOT = "•"


def masked(number: str) -> str:
    """`0912345678` as `•••••••678`; too short a number shows nothing."""
    if len(number) <= LEFT * 2:
        return _DOT * len(number)
    return _DOT * (len(number) - LEFT) + number[-LEFT:]
