"""`dxdesk export` and `dxdesk load`."""

from pathlib import Path

from tests.cli.kit import Line, refused


def test_a_list_is_written_without_persons_numbers_unless_asked(ward: Line, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert ward("export", str(path)).status == 0
    assert "Số CCCD" not in path.read_text("utf-8-sig")
    assert ward("export", str(path), "--personal", "--delimiter", "comma").status == 0
    assert "Số CCCD," in path.read_text("utf-8-sig")


def test_a_period_limits_the_list(ward: Line, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    ward("export", str(path), "--from", "2019-01-01", "--to", "2019-01-31")
    assert len(path.read_text("utf-8-sig").splitlines()) == 1
    refused(ward("export", str(path), "--from", "2019-01-01"), "--to")


def test_everything_goes_out_and_into_a_new_database(
    ward: Line, line: Line, tmp_path: Path
) -> None:
    path, new = tmp_path / "a.zip", tmp_path / "mới.db"
    out = ward("export", str(path))
    assert (out.status, "toàn bộ dữ liệu" in out.err) == (0, True)
    loaded = line("--database", str(new), "load", str(path))
    assert loaded.status == 0
    assert line.over(new)("stats", "--from", "2026-01-01", "--to", "2026-12-31", "--json").out == (
        ward("stats", "--from", "2026-01-01", "--to", "2026-12-31", "--json").out
    )
    refused(line("--database", str(new), "load", str(path)), "đã có hồ sơ")


def test_the_whole_file_takes_no_choice(ward: Line, tmp_path: Path) -> None:
    refused(ward("export", str(tmp_path / "a.zip"), "--personal"), ".zip")
    refused(ward("export", str(tmp_path / "a.txt")), "đuôi")
