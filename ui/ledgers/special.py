"""What only some ledgers offer beside adding and changing: forms, reports, tasks; as data."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.indicators.kinds import Indicator
from dxdesk.domain.period import month
from dxdesk.domain.rights import Right
from dxdesk.errors import InputError
from dxdesk.services.digital import committee_report, duties, lists, returns
from dxdesk.services.indicators.beside import Beside, beside
from dxdesk.services.indicators.catalogue import indicators
from ui.dossiers.form import FieldKind, Form, FormField
from ui.files import REGISTERS, ask_open, ask_save
from ui.ledgers.beside_dialog import BesideDialog
from ui.ledgers.ledger_list import LedgerList
from ui.ledgers.pasting import take_understood


@dataclass(frozen=True, slots=True)
class Special:
    text: str
    icon: str
    do: Callable[[LedgerList], None]
    right: Right | None = None
    """None: anybody may."""


def _make_form(view: LedgerList) -> None:
    asked = _ask_month(view)
    if asked is None:
        return
    year, number = asked
    path = ask_save(view, "Lập phiếu báo cáo", f"Phiếu tổ công nghệ số {number:02}-{year}.xlsx")
    if path is not None:

        def work() -> str:
            return f"Đã lập phiếu cho {returns.make(view.desk, year, number, path)} tổ: {path}"

        view.run_and_say(work)


def _ask_month(view: LedgerList) -> tuple[int, int] | None:
    return Form.ask(
        view,
        "Lập phiếu báo cáo",
        (_month_field(view),),
        _month,
        action="Chọn nơi lưu…",
    )


def _month_field(view: LedgerList) -> FormField:
    today = view.desk.now().date()
    return FormField("month", "Tháng", value=f"{today:%m/%Y}", hint="Tháng/năm")


def _month(values: dict[str, str]) -> tuple[int, int]:
    number, _, year = values["month"].partition("/")
    if not (number.isdecimal() and year.isdecimal() and 1 <= int(number) <= 12 and len(year) == 4):  # noqa: PLR2004 - months and digits of a year
        raise InputError("Tháng: hãy gõ tháng/năm, ví dụ 09/2026.")
    return int(year), int(number)


def _read_form(view: LedgerList) -> None:
    path = ask_open(view, "Đọc phiếu đã điền", REGISTERS)
    if path is not None:
        take_understood(view, lambda: returns.read(view.desk, [path])[0].pasted)


def _beside(view: LedgerList) -> None:
    """Ask for an indicator, then show it beside what the teams did."""

    def ask(found: tuple[Indicator, ...]) -> None:
        if not found:
            view.problem.say("Chưa có chỉ tiêu nào; hãy lấy bộ chỉ tiêu ở thẻ Bảng chỉ tiêu trước.")
            return
        names = {str(at): f"{one.plan.code} {one.plan.name}" for at, one in enumerate(found)}
        field = FormField(
            "indicator", "Chỉ tiêu", kind=FieldKind.CHOICE, choices=tuple(names.items())
        )
        title = "Hoạt động của tổ cạnh chỉ tiêu"
        chosen = Form.ask(view, title, (field,), lambda texts: texts["indicator"], action="Xem")
        if chosen is not None:
            view.tasks.run(
                lambda _job: beside(view.desk, found[int(chosen)]),
                lambda rows: _show_beside(view, names[chosen], rows),
            )

    view.problem.say("")
    view.tasks.run(lambda _job: indicators(view.desk), ask)


def _show_beside(view: LedgerList, title: str, rows: tuple[Beside, ...]) -> None:
    dialog = BesideDialog(view, title, rows)
    dialog.exec()
    dialog.deleteLater()


def _assign(view: LedgerList) -> None:
    meeting = view.chosen()
    if meeting is not None:
        view.save(
            lambda: duties.assign(view.desk, meeting.id),
            "Đã giao việc từ kết luận; xem ở sổ Nhiệm vụ.",
        )


_FORMATS = (("pdf", "PDF, để in và ký"), ("docx", "Word, để sửa"))


def _report(view: LedgerList) -> None:
    """The report to the committee of any month that has begun."""
    asked = Form.ask(
        view,
        "Báo cáo Ban Chỉ đạo",
        (
            _month_field(view),
            FormField("ending", "Tệp", FieldKind.CHOICE, value="pdf", choices=_FORMATS),
        ),
        lambda values: (_begun(view, _month(values)), values["ending"]),
        action="Chọn nơi lưu…",
    )
    if asked is None:
        return
    (year, number), ending = asked
    name = f"Báo cáo Ban Chỉ đạo {year}-{number:02}.{ending}"
    path = ask_save(view, "Báo cáo Ban Chỉ đạo", name)
    if path is not None:

        def work() -> str:
            committee_report.write(view.desk, path, month(year, number))
            return f"Đã lập báo cáo {path}"

        view.run_and_say(work)


def _begun(view: LedgerList, asked: tuple[int, int]) -> tuple[int, int]:
    if month(*asked).first > view.desk.now().date():
        raise InputError(f"Tháng: tháng {asked[1]}/{asked[0]} chưa đến; hãy chọn tháng khác.")
    return asked


def _closing_sheet(view: LedgerList) -> None:
    chosen = view.chosen()
    if chosen is None:
        view.problem.say("Hãy chọn chiến dịch cần lập phiếu tổng kết.")
        return
    path = ask_save(view, "Phiếu tổng kết", f"{chosen.texts['name'][:60]}.docx".replace("/", "-"))
    if path is not None:

        def work() -> str:
            committee_report.write_campaign(view.desk, chosen.id, path)
            return f"Đã lập phiếu tổng kết {path}"

        view.run_and_say(work)


_LETTERS = (*_FORMATS, ("xlsx", "Excel, để tính"))


def _written(
    title: str, write: Callable[[Desk, Path], int], told: str
) -> Callable[[LedgerList], None]:
    """A list of the ledger as the file that the officer wants."""

    def do(view: LedgerList) -> None:
        field = FormField("ending", "Tệp", FieldKind.CHOICE, value="pdf", choices=_LETTERS)
        ending = Form.ask(
            view, title, (field,), lambda values: values["ending"], action="Chọn nơi lưu…"
        )
        path = None if ending is None else ask_save(view, title, f"{title}.{ending}")
        if path is not None:
            view.run_and_say(lambda: f"{told.format(write(view.desk, path))} {path}")

    return do


_PHONES = (("no", "Không kèm số điện thoại"), ("yes", "Kèm số điện thoại của tổ trưởng"))


def _chase(view: LedgerList) -> None:
    """Who has not sent the return of a month."""
    last = view.desk.now().date().replace(day=1) - timedelta(days=1)
    fields = (
        FormField("month", "Tháng", value=f"{last:%m/%Y}", hint="Tháng/năm"),
        FormField("phones", "Số điện thoại", FieldKind.CHOICE, value="no", choices=_PHONES),
    )
    asked = Form.ask(
        view,
        "Tổ chưa gửi phiếu",
        fields,
        lambda values: (_begun(view, _month(values)), values["phones"] == "yes"),
        action="Chọn nơi lưu…",
    )
    if asked is None:
        return
    (year, number), phones = asked
    path = ask_save(view, "Tổ chưa gửi phiếu", f"Tổ chưa gửi phiếu {number:02}-{year}.xlsx")
    if path is not None:

        def work() -> str:
            count = lists.write_chase(view.desk, year, number, path, phones=phones)
            return f"{count} tổ chưa gửi phiếu tháng {number}/{year}: {path}"

        view.run_and_say(work)


_TRAINING = Special(
    "Danh sách tập huấn…",
    "sheet",
    _written("Danh sách tập huấn", lists.write_training, "Đã ghi danh sách {} người vào"),
)
SPECIAL: dict[str, tuple[Special, ...]] = defaultdict(
    tuple,
    {
        "returns": (
            Special("&Lập phiếu…", "sheet", _make_form),
            Special("Đọc &phiếu…", "import", _read_form, Right.IMPORT),
            Special("Tổ chưa gửi…", "send", _chase),
        ),
        "teams": (Special("Cạnh chỉ tiêu…", "report", _beside),),
        "meetings": (Special("Giao việc từ kết &luận", "send", _assign, Right.RECORD),),
        "duties": (Special("Báo cáo Ban Chỉ đạo…", "pdf", _report),),
        "members": (_TRAINING,),
        "staff": (_TRAINING,),
        "devices": (
            Special(
                "Đề nghị kinh phí…",
                "file",
                _written("Đề nghị kinh phí thiết bị", lists.write_devices, "Đã ghi {} dòng vào"),
            ),
        ),
        "campaigns": (Special("Phiếu tổng &kết…", "file", _closing_sheet),),
    },
)
