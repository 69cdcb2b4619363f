"""What the ward words itself: slips and reports as rows of one table, each with its form."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dxdesk.domain.period import month
from dxdesk.domain.wording import ReportWording, SlipWording
from dxdesk.reports.slips.forms import SlipForm
from dxdesk.reports.slips.papers import PAPERS
from dxdesk.services.report_samples import write_sample
from dxdesk.services.report_wordings import REPORT_WORDINGS, TITLES, original, worded
from dxdesk.services.slips import jobs
from dxdesk.services.slips.wordings import MOST_COPIES, SLIPS, save_wording
from dxdesk.services.wordings import ALL
from ui.dossiers.form import FieldKind, FormField
from ui.office.list_tab import Question

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.domain.office import Office

_LINES, _CHOICE = FieldKind.LINES, FieldKind.CHOICE
_INTRO = "Ô để trống thì in như mẫu gốc."


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper that the ward words, or what holds for all of its kind."""

    key: str
    name: str
    source: str
    since: str
    changed: bool
    question: Question[Any]
    restore: Callable[[], None]
    """Back to the original."""
    try_out: Callable[[Path], object]
    """Write it as it is worded now, as PDF."""


def rows(desk: "Desk") -> tuple[PaperRow, ...]:
    return (*_slips(desk), *_reports(desk))


def _slips(desk: "Desk") -> Iterator[PaperRow]:
    """What holds for all of them, then each slip in the version of today."""
    found = SLIPS.all(desk)
    yield _slip_row(desk, None, found)
    for form in jobs.forms(desk):
        yield _slip_row(desk, form, found)


def _slip_row(desk: "Desk", form: SlipForm | None, found: Mapping[str, SlipWording]) -> PaperRow:
    key = form.key if form else ALL
    name = form.name if form else "Mọi phiếu"
    return PaperRow(
        key=f"slips/{key}",
        name=name,
        source=_source(form) if form else "",
        since=f"{form.applies_from:%d/%m/%Y}" if form else "",
        changed=key in found,
        question=Question(
            f"Sửa mẫu: {name}",
            slip_fields(found.get(key, SlipWording())),
            read_slip,
            lambda chosen: save_wording(desk, key, chosen),
            columns=2,
            intro=_INTRO,
        ),
        restore=lambda: save_wording(desk, key, SlipWording()),
        try_out=lambda path: jobs.write(jobs.sample(desk, key or "receipt"), path),
    )


def _source(form: SlipForm) -> str:
    if not form.official:
        return "Mẫu của đơn vị"
    checked = "" if form.verified else " (chưa đối chiếu với bản gốc)"
    return f"{form.number}, {form.issued_under}{checked}"


def _reports(desk: "Desk") -> Iterator[PaperRow]:
    found = REPORT_WORDINGS.all(desk)
    for key in (ALL, *TITLES):
        yield _report_row(desk, key, found.get(key))


def _report_row(desk: "Desk", key: str, own: ReportWording | None) -> PaperRow:
    name = TITLES[key] if key else "Mọi báo cáo"
    fields = report_fields(own or ReportWording(), original(desk, key))
    today = desk.now().date()
    before = month(today.year, today.month).previous()
    return PaperRow(
        key=f"reports/{key}",
        name=name,
        source="Thể thức theo Nghị định số 30/2020/NĐ-CP" if "symbol" in worded(key) else "",
        since="",
        changed=own is not None,
        question=Question(
            f"Sửa mẫu: {name}",
            [one for one in fields if one.key in worded(key)],
            read_report,
            lambda chosen: REPORT_WORDINGS.save(desk, key, chosen),
            columns=2,
            intro=_INTRO,
        ),
        restore=lambda: REPORT_WORDINGS.save(desk, key, ReportWording()),
        try_out=lambda path: write_sample(desk, key, before, path),
    )


def slip_fields(wording: SlipWording) -> tuple[FormField, ...]:
    papers = (("", "Theo mẫu (A4)"), *((one.key, one.label) for one in PAPERS))
    copies = (("0", "Theo mẫu"), *((str(n), str(n)) for n in range(1, MOST_COPIES + 1)))
    return (
        FormField(
            "heading",
            "Tiêu đề bên trái",
            kind=_LINES,
            value="\n".join(wording.heading),
            hint="mỗi dòng một ý, dòng cuối in đậm",
        ),
        FormField(
            "signer",
            "Chức danh người ký",
            kind=_LINES,
            value="\n".join(wording.signer),
            hint="ví dụ: TL. GIÁM ĐỐC",
        ),
        FormField("signer_name", "Họ tên người ký", value=wording.signer_name),
        FormField(
            "contact",
            "Nơi liên hệ",
            value=wording.contact,
            hint="ví dụ: Bộ phận Một cửa, số điện thoại …",
        ),
        FormField("footer", "Chân phiếu", kind=_LINES, value="\n".join(wording.footer)),
        FormField("paper", "Khổ giấy", kind=_CHOICE, value=wording.paper, choices=papers),
        FormField("copies", "Số bản", kind=_CHOICE, value=str(wording.copies), choices=copies),
    )


def read_slip(values: dict[str, str]) -> SlipWording:
    return SlipWording(
        heading=tuple(values["heading"].splitlines()),
        signer=tuple(values["signer"].splitlines()),
        signer_name=values["signer_name"],
        contact=values["contact"],
        footer=tuple(values["footer"].splitlines()),
        paper=values["paper"],
        copies=int(values["copies"]),
    )


_LINED = ("heading", "signer", "recipients", "footer")
_REPORT: tuple[tuple[str, str, str, Callable[["Office"], str]], ...] = (
    (
        "heading",
        "Tiêu đề bên trái",
        "cơ quan cấp trên ở trên, cơ quan ban hành ở dòng cuối, in đậm",
        lambda _office: "",
    ),
    (
        "signer",
        "Quyền hạn, chức vụ người ký",
        "TM., KT., TL. hoặc TUQ.",
        lambda office: " / ".join(office.signer_authority),
    ),
    ("signer_name", "Họ tên người ký", "", lambda office: office.signer_name or "để trống"),
    ("symbol", "Ký hiệu văn bản", "sau số văn bản", lambda office: office.symbol),
    ("recipients", "Nơi nhận", "mỗi dòng một nơi", lambda office: "; ".join(office.recipients)),
    ("footer", "Chân trang", "", lambda _office: ""),
)
"""Key, label, hint, and what the original has."""


def report_fields(wording: ReportWording, office: "Office") -> tuple[FormField, ...]:
    """What may be worded; beside each the original, from what the ward said about itself."""

    def made(key: str, name: str, hint: str, has: str) -> FormField:
        value = getattr(wording, key)
        told = "; ".join(filter(None, (hint, f"mẫu gốc: {has}" if has else "")))
        if key in _LINED:
            return FormField(key, name, kind=_LINES, value="\n".join(value), hint=told)
        return FormField(key, name, value=value, hint=told)

    return tuple(made(key, name, hint, has(office)) for key, name, hint, has in _REPORT)


def read_report(values: dict[str, str]) -> ReportWording:
    """What was typed; a report without a place for something says nothing of it."""

    def lines(name: str) -> tuple[str, ...]:
        return tuple(values.get(name, "").splitlines())

    return ReportWording(
        heading=lines("heading"),
        signer=lines("signer"),
        signer_name=values.get("signer_name", ""),
        symbol=values.get("symbol", ""),
        recipients=lines("recipients"),
        footer=lines("footer"),
    )
