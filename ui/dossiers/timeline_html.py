"""The timeline of one dossier as rich text: newest on top, old and new values in words."""

from collections.abc import Callable, Sequence
from html import escape

from dxdesk.domain.dossier import Dossier, Event, ValueChange
from dxdesk.domain.masking import masked
from ui.dossiers.moments import moment_text

EMPTY = "trống"


def label_of(dossier: Dossier) -> str:
    """How the names of acts call *dossier*: its code, or `số 2026/000123`."""
    return dossier.code or f"số {dossier.book}"


def timeline_html(events: Sequence[Event], *, about: str, muted: str, numbers: bool = False) -> str:
    """*events* come oldest first; the names leave out *about*, which the page says already.

    *muted* is the colour of what is said beside; *numbers* of citizens stand whole, or masked.
    """
    seen = str if numbers else masked
    parts = [_event(event, about, muted, seen) for event in reversed(events)]
    return "".join(parts) or f"<p style='color:{muted}'>Chưa ghi nhận việc nào.</p>"


def _event(event: Event, about: str, muted: str, seen: Callable[[str], str]) -> str:
    name = escape(event.name.removesuffix(about).rstrip())
    title = f"<s>{name}</s> (đã hoàn tác)" if event.undone else f"<b>{name}</b>"
    who = f" · {escape(event.officer)}" if event.officer else ""
    lines = "".join(_change(change, muted, seen) for change in event.changes)
    return (
        f"<p style='margin:7px 0 1px 0'>{title}</p>"
        f"<p style='margin:0 0 1px 0; color:{muted}'>{moment_text(event.at)}{who}</p>{lines}"
    )


def _change(change: ValueChange, muted: str, seen: Callable[[str], str]) -> str:
    texts = (seen(text) if change.private else text for text in (change.old, change.new))
    old, new = (escape(text) or EMPTY for text in texts)
    words = f"{new}" if not change.old else f"{old} → {new}"
    return (
        f"<p style='margin:0 0 1px 14px'><span style='color:{muted}'>{escape(change.label)}:</span>"
        f" {words}</p>"
    )
