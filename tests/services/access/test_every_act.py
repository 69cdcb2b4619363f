"""Every act of the program names its right: a new one is looked at before it goes in."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.rights import RIGHT_OF_ACT, RIGHTS, Right, Role
from dxdesk.errors import DeskError
from dxdesk.exchange.lists import kinds
from dxdesk.exchange.source import Pasted
from dxdesk.reports.prose.template import Template
from dxdesk.services import history, report_sentences, saved_searches
from dxdesk.services.imports.lists import RIGHT_OF_LIST, import_list
from dxdesk.services.indicators import catalogue, targets
from tests.kit import Clock, desk_over

ROOT = Path(__file__).parents[3]
EVERY_ACT = {
    "RIGHT_OF_ACT[act]": {
        "bulk:perform",
    },
    "RIGHT_OF_ACT[deed.act]": {
        "acts/case:case_of",
    },
    "RIGHT_OF_LIST[table.kind.key]": {
        "imports/lists:import_list",
    },
    "Right.CLOSE": {
        "closing:_keep",
    },
    "Right.EXPORT": {
        "packages:key_of",
    },
    "Right.IMPORT": {
        "imports/mending:take_in_mended",
        "imports/run:run",
        "imports/sources:forget",
        "imports/sources:remember",
        "imports/waiting:drop_waiting",
        "ledgers/pasting:take",
    },
    "Right.KEEP": {
        "encryption/changing:_written",
        "retention/due:hold",
        "retention/due:release",
        "retention/remove:remove",
        "retention/terms:drop_term",
        "retention/terms:set_term",
    },
    "Right.OFFICE": {
        "calendar_change:change_calendar",
        "founding:_complete",
        "hamlets:add_hamlet",
        "hamlets:rename_hamlet",
        "hamlets:retire_hamlet",
        "indicators/catalogue:add_indicator",
        "indicators/catalogue:change_indicator",
        "indicators/catalogue:retire_indicator",
        "indicators/catalogue:take_set",
        "indicators/targets:carry_over",
        "indicators/targets:set_targets",
        "late_causes:_keep",
        "papers:set_papers",
        "procedures:add_procedure",
        "procedures:change_procedure",
        "procedures:retire_procedure",
        "report_sentences:save_sentences",
        "report_settings:save_report_settings",
        "settings:save_day",
        "settings:save_office",
        "settings:save_timetable",
        "wordings:save",
    },
    "Right.PEOPLE": {
        "access/mode:work_alone",
        "access/roles:give_role",
        "access/signing_in:ask_passwords",
        "access/signing_in:new_recovery_code",
        "officers:add_officer",
        "officers:bring_back_officer",
        "officers:change_officer",
        "officers:retire_officer",
    },
    "Right.PRINT": {
        "access/secrets:set_password",
        "slips/jobs:record",
    },
    "Right.RECEIVE": {
        "incomplete:receive_incomplete",
        "intake:receive_many",
    },
    "Right.RECORD": {
        "attachments:attach",
        "attachments:remove_attachment",
        "digital/duties:assign",
        "indicators/remarks:save_remarks",
        "indicators/values:add_evidence",
        "indicators/values:save_values",
        "ledgers/entries:add",
        "ledgers/entries:change",
        "ledgers/entries:remove",
        "notes:note",
        "papers:check_papers",
    },
    "_OWN": {
        "saved_searches:remove",
        "saved_searches:rename",
        "saved_searches:save",
    },
}
"""Who calls `Desk.act`, by the right that it names."""


def program() -> Iterator[tuple[str, str, str]]:
    """Module, function and right of each call of `desk.act`; an empty right: none is named."""
    for path in sorted([*(ROOT / "dxdesk").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]):
        place = path.relative_to(ROOT).with_suffix("").as_posix()
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                for call in ast.walk(function):
                    if isinstance(call, ast.Call) and _is_act(call):
                        yield place, function.name, _right(call)


def _is_act(call: ast.Call) -> bool:
    function = call.func
    if not isinstance(function, ast.Attribute) or function.attr != "act":
        return False
    of = function.value
    name = of.attr if isinstance(of, ast.Attribute) else of.id if isinstance(of, ast.Name) else ""
    return name in {"desk", "_desk", "new", "following"}


def _right(call: ast.Call) -> str:
    return next((ast.unparse(one.value) for one in call.keywords if one.arg == "right"), "")


def test_every_act_of_the_program_names_the_right_that_stands_here() -> None:
    found: dict[str, set[str]] = {}
    for place, function, right in program():
        name = f"{place.removeprefix('dxdesk/services/')}:{function}"
        found.setdefault(right, set()).add(name)
    assert found == EVERY_ACT


def test_the_names_for_rights_are_what_they_look_like() -> None:
    assert saved_searches._OWN is Right.PRINT  # what every role has
    assert all(Right.PRINT in held for held in RIGHTS.values())
    assert set(RIGHT_OF_ACT) == set(Act)
    assert RIGHT_OF_LIST == {
        "procedures": Right.OFFICE,
        "hamlets": Right.OFFICE,
        "officers": Right.PEOPLE,
    }
    assert {kind.key for kind in kinds()} == set(RIGHT_OF_LIST)


TEMPLATE = Template(date(2026, 1, 1), verified=True, sentences=())
OFFICERS = "DANH SÁCH\nSTT\tHọ tên cán bộ\tChức danh\n1\tLê Thị Hoa\tCông chức\n"
HAMLETS = "DANH SÁCH\nSTT\tTên tổ dân phố\n1\tTổ dân phố 91\n"
Deed = Callable[[Desk], object]
DEEDS: dict[str, Deed] = {
    "indicator set": lambda desk: catalogue.take_set(desk, "cap-xa", 2026),
    "targets": lambda desk: targets.carry_over(desk, 2026),
    "sentences": lambda desk: report_sentences.save_sentences(desk, TEMPLATE, {}),
    "officers by a list": lambda desk: import_list(desk, Pasted(OFFICERS)),
    "hamlets by a list": lambda desk: import_list(desk, Pasted(HAMLETS)),
}


@pytest.fixture(scope="module")
def ward(empty_database: Path) -> Iterator[Desk]:
    with desk_over(empty_database, Clock()) as desk:
        catalogue.take_set(desk, "cap-xa", 2026)
        yield desk


@pytest.mark.parametrize("deed", DEEDS)
def test_what_a_clerk_may_not_is_refused_and_logged(ward: Desk, deed: str) -> None:
    """Acts that every recorder could do until their right was named."""
    clerk = replace(ward, role=Role.CLERK)
    with pytest.raises(DeskError, match="“Quản trị”"):
        DEEDS[deed](clerk)
    assert history.events(ward)[0].name.startswith("Bị từ chối vì không có quyền: ")
