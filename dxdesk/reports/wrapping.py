"""Breaking text into lines for pages that are drawn without reportlab's paragraphs."""

from collections.abc import Iterator
from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import stringWidth


@lru_cache(maxsize=16384)
def wrapped(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    """*text* in lines of at most *width* points, broken at spaces, else after - / . or anywhere."""
    lines, line = [], ""
    for word in _words(text, font, size, width):
        longer = f"{line}{word}"
        if line and stringWidth(longer.rstrip(), font, size) > width:
            lines.append(line.rstrip())
            longer = word
        line = longer
    return tuple([*lines, line.rstrip()] if line else lines)


def _words(text: str, font: str, size: float, width: float) -> Iterator[str]:
    """Pieces between which a line may break, each narrower than *width*."""
    for word in text.split(" "):
        piece = ""
        whole = stringWidth(word, font, size) <= width
        for character in word:
            if not whole and stringWidth(piece + character, font, size) > width:
                cut = max(piece.rfind(mark) for mark in "-/.,") + 1 or len(piece)
                yield piece[:cut]
                piece = piece[cut:]
            piece += character
        yield f"{piece} "
