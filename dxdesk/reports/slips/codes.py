"""The dossier's code for scanners: Code 128 and QR, drawn as plain rectangles."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

_NARROWEST, _WIDEST = 0.19 * mm, 0.33 * mm
_QUIET = 10
"""Modules of white that a reader needs on each side of the bars."""
_QUIET_QR = 4
_MASK = 3
"""Any of the eight masks is valid; weighing them all takes four times as long."""


def scannable(code: str) -> str:
    """*code* when readers can carry it, else nothing: both alphabets are ASCII."""
    return code if code.isascii() and code.isprintable() else ""


@lru_cache(maxsize=1024)
def _bars(code: str) -> tuple[tuple[int, int], ...]:
    """Where each bar begins and how wide it is, in modules; the last entry is the whole width."""
    made: Any = Code128(code)
    made.validate()
    made.encode()
    made.decompose()
    found, at = [], 0
    for letter in made.decomposed:
        wide = ord(letter.lower()) - ord("a") + 1
        if letter.isupper():
            found.append((at, wide))
        at += wide
    return (*found, (at, 0))


def draw_bars(
    canvas: Canvas, code: str, x: float, y: float, *, width: float, height: float
) -> None:
    """Code 128 centred in *width*; nothing when it would be too narrow to read."""
    if not scannable(code):
        return
    *bars, (modules, _) = _bars(code)
    module = min(width / (modules + 2 * _QUIET), _WIDEST)
    if module < _NARROWEST:
        return
    left = x + (width - modules * module) / 2
    stretches = [(at, 0, wide, 1) for at, wide in bars]
    _fill(canvas, stretches, left, y, module, height)


def _fill(
    canvas: Canvas,
    stretches: Iterable[tuple[int, int, int, int]],
    x: float,
    y: float,
    wide: float,
    high: float,
) -> None:
    """Dark rectangles, given in modules of *wide* by *high* points."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(wide, high)
    canvas.addLiteral(" ".join(f"{a} {b} {c} {d} re" for a, b, c, d in stretches) + " f")
    canvas.restoreState()


@lru_cache(maxsize=1024)
def _modules(code: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """The side in modules, and the dark stretches: row, column, length."""
    made: Any = QRCode(None, QRErrorCorrectLevel.M)
    made.addData(code)
    made.version = made.calculate_version()
    made.makeImpl(False, _MASK)
    stretches = []
    for row, cells in enumerate(made.modules):
        start = None
        for column, dark in enumerate([*cells, False]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                stretches.append((row, start, column - start))
                start = None
    return made.moduleCount, tuple(stretches)


def draw_qr(canvas: Canvas, code: str, x: float, y: float, *, side: float) -> None:
    """The QR code in a square of *side*, quiet zone included."""
    if not scannable(code):
        return
    count, stretches = _modules(code)
    module = side / (count + 2 * _QUIET_QR)
    cells = [(column, count - 1 - row, length, 1) for row, column, length in stretches]
    _fill(canvas, cells, x + _QUIET_QR * module, y + _QUIET_QR * module, module, module)
