"""`dxdesk claims`."""

import json
from pathlib import Path

from tests.cli.kit import Line, refused

TEXT = "Tiếp nhận 3.452 hồ sơ. Giải quyết trước hạn 3.449 hồ sơ đạt 99,96%.\n"
SEEDS = Path(__file__).parent.parent / "samples" / "expected" / "seed-findings.json"


def written(folder: Path, text: str = TEXT) -> str:
    path = folder / "bài.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_what_does_not_fit_is_told_with_its_line_and_the_right_share(
    line: Line, tmp_path: Path
) -> None:
    found = line("claims", written(tmp_path))
    assert found.status == 0
    assert "dòng 1" in found.out
    assert "99,91 %" in found.out


def test_as_json_every_finding_has_its_place(line: Line, tmp_path: Path) -> None:
    found = line("claims", written(tmp_path), "--json")
    ((one,),) = (file["findings"] for file in json.loads(found.out)["files"])
    expected = json.loads(SEEDS.read_text(encoding="utf-8"))[0]
    for key in ("quote", "counts", "printed", "computed"):
        assert one[key] == expected[key]
    assert TEXT[one["start"] : one["end"]] == one["quote"]


def test_a_file_that_cannot_be_read_keeps_the_others_not_out(line: Line, tmp_path: Path) -> None:
    found = line("claims", str(tmp_path / "không.docx"), written(tmp_path), "--json")
    assert found.status == 2
    first, second = json.loads(found.out)["files"]
    assert "Không tìm thấy" in first["error"]
    assert len(second["findings"]) == 1


def test_without_a_file_the_command_says_what_is_missing(line: Line) -> None:
    refused(line("claims"), "TỆP")


def test_with_the_ward_its_own_figures_stand_beside_the_text(ward: Line, tmp_path: Path) -> None:
    text = written(tmp_path, "Quý II năm 2026 đơn vị tiếp nhận 99.999 hồ sơ.")
    found = ward("claims", text, "--ward", "--json")
    ((one,),) = (file["findings"] for file in json.loads(found.out)["files"])
    assert (one["kind"], one["printed"]) == ("ward", "99.999")
    assert json.loads(ward("claims", text, "--json").out)["files"][0]["findings"] == []
