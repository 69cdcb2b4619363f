"""What a preview shows: every line of the file, every changed value, what is doubted."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.query import Query
from dxdesk.errors import InputError
from dxdesk.exchange.mapping import Mapping
from dxdesk.exchange.register import MappedColumn
from dxdesk.exchange.sample import guess_head, guess_mapping, read_sample
from dxdesk.exchange.source import Pasted
from dxdesk.services import dossiers, history, imports, listing
from dxdesk.services.imports import Verdict
from dxdesk.services.settings import office, save_office
from tests.kit import Clock

HEAD = "Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Số điện thoại;Ngày tiếp nhận;Ngày hẹn trả;Mã vùng"
BIRTH = "1.001193"
STRANGE = "Ký hiệu\tLoại việc\tAi đến\tVào sổ"


@pytest.fixture(autouse=True)
def late(clock: Clock) -> None:
    clock.set("31/12/2026 16:00")


def row(number: int, **given: str) -> str:
    values = {
        "code": f"H99.12-260309-{number:04}",
        "procedure": BIRTH,
        "owner": f"Lê Thử {number}",
        "phone": f"09123456{number:02}",
        "received": "09/03/2026 08:00",
        "due": "16/03/2026 08:00",
        "area": "A",
        **given,
    }
    return ";".join(values.values())


def register(folder: Path, *rows: str) -> Path:
    path = folder / "so.csv"
    path.write_text("\n".join(["SỔ THEO DÕI", HEAD, *rows]) + "\n", encoding="utf-8")
    return path


def strange(*rows: Sequence[str]) -> Pasted:
    """A block whose headings nobody knows."""
    return Pasted("\n".join([STRANGE, *("\t".join(line) for line in rows)]))


MINE = Mapping(
    (
        MappedColumn("Ký hiệu", "code"),
        MappedColumn("Loại việc", "procedure_code"),
        MappedColumn("Ai đến", "owner_name"),
        MappedColumn("Vào sổ", "received"),
    )
)
BLOCK = strange(
    ("1111", BIRTH, "Lê Thử 1", "09/03/2026 08:00"), ("1112", BIRTH, "Lê Thử 2", "10/03/2026")
)


def test_every_line_of_the_file_stands_in_the_preview_with_what_becomes_of_it(
    desk: Desk, tmp_path: Path
) -> None:
    imports.run(desk, register(tmp_path, row(1), row(2)))
    path = register(
        tmp_path,
        row(1),
        row(2, owner="Lê Đổi Tên", phone="+84912345602"),
        row(3, received="31/02/2026 08:00"),
        row(4, procedure="9.999999"),
        row(5),
        ";;Cộng: 5",
    )
    found = imports.preview(desk, path)
    aside = Verdict.ASIDE
    verdicts = [None, None, Verdict.SAME, Verdict.CHANGED, aside, aside, Verdict.NEW, None]
    assert [line.verdict for line in found.lines] == verdicts
    assert [line.line for line in found.lines] == list(range(1, 9))
    remarks = {line.line: line.remark for line in found.lines}
    assert remarks[1] == "tiêu đề của bảng"
    assert remarks[4] == "điện thoại +84, đã đổi"
    assert "không có trong lịch" in remarks[5]
    assert "danh mục" in remarks[6]
    assert found.result.unused == ("Mã vùng",)


def test_each_changed_value_is_shown_old_and_new(desk: Desk, tmp_path: Path) -> None:
    imports.run(desk, register(tmp_path, row(1), row(2)))
    changed = row(2, owner="Lê Đổi Tên", phone="+84912345602")
    found = imports.preview(desk, register(tmp_path, row(1), changed))
    (change,) = found.changes
    assert change.row.code == "H99.12-260309-0002"
    value = change.value
    assert (value.label, value.here, value.there) == ("Chủ hồ sơ", "Lê Thử 2", "Lê Đổi Tên")


def test_codes_of_another_unit_are_told_and_taken_in(desk: Desk, tmp_path: Path) -> None:
    save_office(desk, replace(office(desk), code_prefix="H99.12"))
    found = imports.preview(desk, register(tmp_path, row(1), row(2, code="H11.5-260309-0002")))
    assert any("1 hồ sơ có mã của đơn vị khác" in text for text in found.result.warnings)
    assert [line.remark for line in found.lines if line.row][1] == "mã của đơn vị khác"
    assert found.result.new == 2


def test_without_a_prefix_of_the_ward_strays_among_many_are_told(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [row(n) for n in range(1, 30)]
    plain = imports.preview(desk, register(tmp_path, *rows))
    assert not any("đơn vị khác" in text for text in plain.result.warnings)
    strays = imports.preview(desk, register(tmp_path, *rows, row(40, code="H11.5-260309-0002")))
    assert any("không bắt đầu bằng H99.12" in text for text in strays.result.warnings)


def test_a_list_without_procedures_completes_dossiers_that_are_known(
    desk: Desk, tmp_path: Path
) -> None:
    imports.run(desk, register(tmp_path, row(1)))
    block = Pasted(
        "Mã biên nhận\tChủ hồ sơ\tSố định danh\n"
        "H99.12-260309-0001\tLê Thử 1\t012345678912\n"
        "H99.12-260309-0009\tLê Lạ\t012345678913\n"
    )
    result = imports.run(desk, block)
    assert (result.shape, result.new, result.changed) == ("dinh-danh", 0, 1)
    (left_out,) = result.quarantined
    assert left_out.line == 3
    (dossier,) = [
        dossiers.get(desk, one.id) for one in listing.lines(desk, listing.ids(desk, Query()))
    ]
    assert dossier.owner.id_no == "012345678912"
    assert dossier.procedure_code == BIRTH


def test_headings_nobody_knows_are_refused_until_an_officer_says_what_they_mean(
    desk: Desk,
) -> None:
    with pytest.raises(InputError):
        imports.preview(desk, BLOCK)
    found = imports.preview(desk, BLOCK, mapping=MINE)
    assert (found.result.new, found.result.shape) == (2, "by-hand")
    assert imports.run(desk, BLOCK, mapping=MINE).new == 2


def test_what_an_officer_said_is_remembered_whatever_the_order_of_columns(desk: Desk) -> None:
    imports.remember(desk, MINE, file="sổ tay")
    assert imports.is_remembered(desk, MINE)
    assert imports.preview(desk, BLOCK).result.new == 2
    lines = [line.split("\t")[::-1] for line in BLOCK.text.splitlines()]
    turned = Pasted("\n".join("\t".join(line) for line in lines))
    assert imports.preview(desk, turned).result.new == 2
    history.undo(desk)
    with pytest.raises(InputError):
        imports.preview(desk, BLOCK)
    history.redo(desk)
    imports.forget(desk, MINE, file="sổ tay")
    assert not imports.is_remembered(desk, MINE)


def test_a_block_without_a_head_is_read_by_its_columns(desk: Desk) -> None:
    block = Pasted("\n".join(BLOCK.text.splitlines()[1:]))
    assert imports.preview(desk, block, mapping=replace(MINE, headed=False)).result.new == 2


def test_columns_are_guessed_from_headings_and_contents() -> None:
    sample = read_sample(BLOCK)
    head = guess_head(sample)
    assert head == (0, 1)
    guessed = {one.heading: one.field for one in guess_mapping(sample, head).columns}
    assert guessed["Loại việc"] == "procedure_code"
    assert guessed["Vào sổ"] == "received"
    bare = read_sample(Pasted("H99.12-260309-0001\tLê Văn Thử\t09/03/2026\n" * 3))
    assert guess_head(bare) == (0, 0)
    found = guess_mapping(bare, (0, 0))
    assert not found.headed
    assert [one.field for one in found.columns] == ["code", "owner_name", "received"]


def test_nothing_to_paste_is_told_in_words(desk: Desk) -> None:
    for text in ("", " \n\t\n", "chỉ một chữ", '"mở ngoặc mà không đóng\ta\nb\tc'):
        with pytest.raises(InputError, match=r"\.$"):
            imports.preview(desk, Pasted(text))
