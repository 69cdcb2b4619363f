"""The pictures of docs/screenshots that are not simply a place: what stands before it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docs import dialog_scenes, paper_scenes
from ui.office.tabs import TABS as OFFICE_TABS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from ui.screenshot import Studio

ROOT = Path(__file__).resolve().parent.parent
REGISTER = ROOT / "tests" / "samples" / "so-theo-doi-2026-q2.xlsx"
EXPORT = ROOT / "tests" / "samples" / "danh-sach-ho-so.xls"
PROSE = (
    "Tháng 5/2026, đơn vị tiếp nhận 99.999 hồ sơ. Trong quý, phường tiếp nhận 3.452 hồ sơ trực "
    "tuyến; giải quyết trước hạn 3.449 hồ sơ đạt 99,96%."
)
STRANGE = (
    "SỔ TAY\nKý hiệu\tLoại việc\tAi đến\tVào sổ\n"
    "H99.12-260309-0001\t1.001193\tLê Văn Thử\t09/03/2026 08:00\n"
    "H99.12-260309-0002\t1.001193\tLê Thị Mẫu\t10/03/2026 09:00\n"
)
LEFT_OUT = "Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Ngày tiếp nhận\n" + "".join(
    f"H99.12-260309-00{n};9.999999;Lê Văn Thử;09/03/2026 08:00\n" for n in range(31, 37)
)
Prepare = Callable[["Studio"], object]


@dataclass(frozen=True)
class Look:
    """One way to see a page; *ending* ends the names of its pictures."""

    ending: str
    size: tuple[int, int] = (1366, 768)
    theme: str = "light"
    scale: int = 100


@dataclass(frozen=True)
class Scene:
    name: str
    place: str
    prepare: Prepare
    looks: tuple[Look, ...] = ()
    """Only the usual one when none is named."""


USUAL = Look("")
LARGE = Look("-150", scale=150)
DARK = Look("-dark", theme="dark")
NARROW = (1024, 768)
EVERY = (
    *(USUAL, LARGE, DARK, Look("-1024", NARROW)),
    *(Look("-150-dark", theme="dark", scale=150), Look("-1024-dark", NARROW, "dark")),
)
"""Both sizes of screen and large type, light and dark."""


def _page(studio: "Studio", key: str) -> Any:
    return studio.window.stack.page(key)


def _tab(place: str, tab: str) -> Prepare:
    return lambda studio: _page(studio, place).show_tab(tab)


def _hamlets(studio: "Studio") -> None:
    _page(studio, "digital").current().forward()


def _command(key: str) -> Prepare:
    def choose(studio: "Studio") -> None:
        studio.settle()
        studio.window.menus.actions[key].trigger()

    return choose


def _leader(studio: "Studio") -> None:
    _page(studio, "start").roles["leader"].click()


def _palette(studio: "Studio") -> None:
    from ui.palette import Palette

    _command("palette")(studio)
    found = studio.window.findChild(Palette)
    if found is not None:
        found.line.setText("khai sinh")


def _notice(studio: "Studio") -> None:
    studio.settle()
    studio.window.toast.tell("Đã trả kết quả 12 hồ sơ.", action="Hoàn tác")


def _cover(studio: "Studio") -> None:
    studio.settle()
    studio.window.lock.cover()


def _preview(studio: "Studio") -> None:
    _page(studio, "import").show_files([REGISTER])
    studio.settle()


def _imported(studio: "Studio") -> None:
    _preview(studio)
    _page(studio, "import").panel.go.click()


def _columns(studio: "Studio") -> None:
    path = Path(studio.window.stack.desk.database.path).parent / "so-tay.txt"
    path.write_text(STRANGE, encoding="utf-8")
    _page(studio, "import").show_files([path])


def _waiting(studio: "Studio") -> None:
    from dxdesk.services import imports

    path = Path(studio.window.stack.desk.database.path).parent / "so-quay-2.csv"
    path.write_text(LEFT_OUT, encoding="utf-8")
    imports.run(studio.desk, path)
    _page(studio, "import").refresh()
    studio.settle()
    _page(studio, "import").show_waiting()


def _open(dialog: "QDialog") -> None:
    dialog.open()


def _groups(studio: "Studio") -> None:
    from dxdesk.domain.query import Query
    from dxdesk.services import list_groups
    from ui.dossiers.group_dialog import GroupDialog

    dialog = GroupDialog(studio.window)
    dialog.show_groups(list_groups.groups(studio.desk, Query(), list_groups.GroupBy.FIELD))
    _open(dialog)


def _claims(studio: "Studio") -> None:
    from ui.claims_dialog import ClaimsDialog

    dialog = ClaimsDialog(studio.window, studio.tasks, studio.desk)
    dialog.text.setPlainText(PROSE)
    dialog.check()
    _open(dialog)
    studio.settle()
    dialog.findings.setCurrentRow(0)


def _reconcile(studio: "Studio") -> None:
    from dxdesk.domain.period import PeriodKind
    from ui.reconcile_dialog import ReconcileDialog

    dialog = ReconcileDialog(studio.window, studio.tasks, studio.desk)
    dialog.period.choose_kind(PeriodKind.YEAR)
    dialog.compare(EXPORT, dialog.period.period())
    _open(dialog)


def _guide(studio: "Studio") -> None:
    from ui.guide_window import GuideWindow

    _open(GuideWindow(studio.window, "tiep-nhan"))


def _sign_in(studio: "Studio") -> None:
    from dxdesk.services.access import signing_in
    from ui.access.sign_in_dialog import SignInDialog

    desk, _code = signing_in.ask_passwords(studio.desk, "482915")
    people = signing_in.people(desk)
    _open(SignInDialog(studio.window, studio.tasks, desk, people, back="Thoát"))


SCENES = (
    *(Scene(f"office-{tab.key}", "office", _tab("office", tab.key), EVERY) for tab in OFFICE_TABS),
    Scene("digital-board", "digital", _tab("digital", "board"), (USUAL, DARK, LARGE)),
    *(
        Scene(f"digital-{key}", "digital", _tab("digital", key))
        for key in ("teams", "committee", "outreach", "documents", "assets")
    ),
    Scene("digital-hamlets", "digital", _hamlets, (USUAL, LARGE)),
    Scene("start-leader", "start", _leader, EVERY),
    Scene("start-200", "start", lambda _studio: None, (Look("", NARROW, scale=200),)),
    Scene("dossiers-contrast", "dossiers", lambda _studio: None, (Look("", theme="contrast"),)),
    Scene("bulk", "dossiers", dialog_scenes.bulk),
    Scene("intake-papers", "intake", dialog_scenes.papers, EVERY),
    Scene("slip-supplement", "dossiers", dialog_scenes.supplement, (USUAL, DARK, LARGE)),
    Scene("shortcuts", "dossiers", dialog_scenes.shortcuts),
    Scene("due", "dossiers", dialog_scenes.due),
    Scene("act", "dossiers", dialog_scenes.act),
    Scene("columns", "dossiers", dialog_scenes.columns),
    Scene("calendar-moves", "office", dialog_scenes.moves),
    Scene("palette", "start", _palette),
    Scene("notice", "dossiers", _notice),
    Scene("locked", "dossiers", _cover),
    Scene("groups", "dossiers", _groups),
    Scene("slip", "dossiers", paper_scenes.slip, (USUAL, LARGE, DARK)),
    Scene("sentences", "reports", paper_scenes.sentences, (USUAL, LARGE, DARK)),
    Scene("wording", "office", paper_scenes.wording, (USUAL, LARGE)),
    Scene("archive", "reports", paper_scenes.archive_dialog, (USUAL, LARGE, DARK)),
    Scene("claims", "reports", _claims),
    Scene("reconcile", "reports", _reconcile),
    Scene("guide", "start", _guide),
    Scene("import-columns", "import", _columns),
    Scene("import-preview", "import", _preview),
    Scene("import-done", "import", _imported),
    Scene("import-waiting", "import", _waiting),
    Scene("old-values", "dossiers", dialog_scenes.old_values),
    Scene("sign-in", "start", _sign_in),  # last: from then on the ward asks for passwords
)
