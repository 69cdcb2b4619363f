"""The user guide and the README say what the program says: names, keys, lists, links."""

import ast
import importlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.cli.program import program
from dxdesk.desk import Desk
from dxdesk.domain.act import ACT_RULES, Act
from dxdesk.domain.channel import Channel
from dxdesk.domain.claims import FindingKind
from dxdesk.domain.figures import COUNT_LABELS
from dxdesk.domain.office import Office
from dxdesk.domain.query import Lateness, Worklist
from dxdesk.domain.state import State
from dxdesk.exchange.shapes import figures, registers
from dxdesk.reports.slips.forms import current_forms
from dxdesk.services.checking import check
from dxdesk.services.opening import open_desk
from ui.dossiers.act_forms import CORRECT_KEYS, FORMS, REASON
from ui.dossiers.channel_picker import CHANNELS
from ui.dossiers.filters import FILTERS
from ui.dossiers.papers_check import KEYS as PAPER_KEYS
from ui.imports.outcome import ImportOutcome
from ui.office_form import fields_of
from ui.page import Page
from ui.places import PLACES, Place
from ui.report_choices import choices
from ui.shortcut_sheet import general, keys_of, of_page
from ui.tasks import Tasks

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
GUIDE = DOCS / "guide"
PAGES = sorted(GUIDE.glob("*.md"))
PROGRAM = [*(path for part in ("dxdesk", "ui", "db") for path in (ROOT / part).rglob("*.py"))]
Row = tuple[str, ...]


def table(page: str, heading: str, *, number: int = 0) -> list[Row]:
    """Rows of the table that stands as *number* under *heading*, without its own head."""
    section = re.split(r"^## ", (GUIDE / page).read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = next(part for part in section if part.splitlines()[0] == heading)
    tables = re.findall(r"(?:^\|.*\n?)+", text, flags=re.MULTILINE)
    return rows(tables[number])


def rows(text: str) -> list[Row]:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
    return cells[2:]


def first(found: list[Row]) -> list[str]:
    return [row[0] for row in found]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = open_desk(tmp_path / "a.db")
    yield found
    found.close()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {slug(heading) for heading in headings}


@pytest.mark.parametrize("page", [*PAGES, DOCS / "README.md", ROOT / "README.md"])
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_the_index_lists_every_page_of_the_guide() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\(guide/([\w-]+\.md)\)", index)) == {page.name for page in PAGES}


def test_the_keys_of_every_place_are_those_of_the_menus() -> None:
    assert table("phim-tat.md", "Ở mọi trang") == general()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: str(place.key))
def test_the_keys_of_a_page_are_those_that_it_takes(
    place: Place, desk: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    page: Page = getattr(importlib.import_module(place.module), place.page)(desk, tasks)
    qtbot.addWidget(page)
    keys = of_page(page.actions())
    page.close_down()
    text = (GUIDE / "phim-tat.md").read_text(encoding="utf-8")
    heading = f"Trang “{place.title}”"
    assert (heading in text) or not keys
    assert not keys or table("phim-tat.md", heading) == keys


def test_the_acts_stand_with_their_keys_and_whether_they_need_a_reason() -> None:
    told = [(title, keys, why == "bắt buộc") for title, keys, _, why in act_rows()]
    assert told == [(rule.title, *keys_and_reason(rule.act)) for rule in ACT_RULES]


def act_rows() -> list[Row]:
    return table("mot-ho-so.md", "Việc làm được")


def keys_and_reason(act: Act) -> tuple[str, bool]:
    form = FORMS.get(act)
    if form is None:
        return CORRECT_KEYS, True
    return keys_of([form.keys]), REASON in form.fields


@pytest.mark.parametrize(
    ("page", "heading", "names"),
    [
        ("bat-dau.md", "Các trang", [place.title for place in PLACES if place.listed]),
        ("bat-dau.md", "Việc hôm nay", [work.label for work in Worklist]),
        ("tiep-nhan.md", "Các kênh", [channel.label for channel in CHANNELS]),
        ("tiep-nhan.md", "Giấy tờ", [*map(str, PAPER_KEYS)]),
        ("danh-sach.md", "Lọc", [*(one.title for one in FILTERS), "Thủ tục"]),
        ("mot-ho-so.md", "Trạng thái", [state.label for state in State]),
        ("nhap-so.md", "Các tệp nhận được", [shape.name for shape in (*registers(), *figures())]),
        ("in-phieu.md", "In", [form.name for form in current_forms(date(2026, 6, 1))]),
        ("bao-cao.md", "Lập báo cáo", [choice.title for choice in choices()]),
        ("bao-cao.md", "Số liệu được đếm thế nào", list(COUNT_LABELS.values())),
        ("bao-cao.md", "Soát số liệu trong văn bản", [kind.label for kind in FindingKind]),
        ("don-vi.md", "Cài đặt đơn vị", [field.label for field in fields_of(Office())]),
    ],
)
def test_the_guide_names_what_the_program_has_and_no_other(
    page: str, heading: str, names: list[str]
) -> None:
    found = titled(page) if heading == "Cài đặt đơn vị" else table(page, heading)
    assert first(found) == names


def titled(page: str) -> list[Row]:
    """The table before the first section of *page*."""
    return rows((GUIDE / page).read_text(encoding="utf-8").split("\n## ")[0])


def test_the_guide_names_every_lateness_of_the_filter() -> None:
    assert first(table("danh-sach.md", "Lọc", number=1)) == [one.label for one in Lateness]


def test_the_guide_names_the_rules_of_early_in_the_words_of_the_form() -> None:
    field = next(one for one in fields_of(Office()) if one.key == "early_rule")
    told = first(table("hen-tra.md", "Trước hạn, đúng hạn, quá hạn"))
    assert told == [text for _, text in field.choices]


def test_the_guide_names_the_channel_that_is_not_known() -> None:
    text = (GUIDE / "tiep-nhan.md").read_text(encoding="utf-8")
    assert f"**{Channel.UNKNOWN.label}**" in text


def test_the_guide_names_the_counts_of_an_import(qtbot: QtBot) -> None:
    shown = ImportOutcome()
    qtbot.addWidget(shown)
    texts = {part.text() for part in shown.findChildren(type(shown.file))}
    told = first(table("nhap-so.md", "Đọc kết quả"))
    assert told
    assert set(told) <= texts


def test_the_guide_names_what_check_looks_at(desk: Desk) -> None:
    told = first(table("sao-luu.md", "Kiểm tra"))
    assert told == [one.title for one in check(desk).checks]


def test_every_command_of_the_guide_exists() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    named = set(re.findall(r"^ +dxdesk ([a-z]+)", text, flags=re.MULTILINE))
    assert named == {"backup", "restore", "check"}
    assert named <= set(program.commands)


def test_the_words_of_the_readme_are_words_of_the_code() -> None:
    names = {name for path in PROGRAM for name in identifiers(path)}
    whole = (ROOT / "README.md").read_text(encoding="utf-8").split("## Words")[1]
    told = [term for row in rows(whole.split("\n## ")[0]) for term in row[0].split(", ")]
    assert len(told) > 40
    assert [term for term in told if re.sub(r"[ -]", "_", term) not in names] == []


def identifiers(path: Path) -> Iterator[str]:
    """Names in *path*, also the parts between underscores and capitals, lower case."""
    for name in set(re.findall(r"[A-Za-z_]+", path.read_text(encoding="utf-8"))):
        snake = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
        words = snake.split("_")
        yield from ("_".join(words[a:b]) for a in range(len(words)) for b in range(a, 9))


def test_the_vietnamese_words_of_the_readme_are_those_that_officers_read() -> None:
    read = " ".join(text.lower() for path in PROGRAM for text in strings(path))
    whole = (ROOT / "README.md").read_text(encoding="utf-8").split("## Words")[1]
    for row in rows(whole.split("\n## ")[0]):
        for word in re.sub(r" \(.*?\)", "", row[1]).split(", "):
            assert word.lower() in read, word


def strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
