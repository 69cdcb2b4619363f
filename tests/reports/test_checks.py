import re
from dataclasses import replace
from pathlib import Path

import pytest

from dxdesk.domain.figures import Figures
from dxdesk.domain.service import ServiceFigures, ServiceGroup
from dxdesk.errors import DeskError
from dxdesk.reports.catalogue import REPORTS, Report
from dxdesk.reports.checks import ensure_identities, ensure_late_list
from tests.reports.literal import APRIL, FIELDS, LiteralSource, figures, late_line

UNKNOWN_CHANNEL = replace(figures(in_person=7, early=7), received=8, pending=1, unknown_channel=1)
EVERY_FILE = [(report, suffix) for report in REPORTS for suffix in report.formats]


def broken(**values: int) -> LiteralSource:
    wrong = replace(FIELDS["Hộ tịch"], **values)
    codes = tuple(f"H99.12-260401-{number:04}" for number in range(1, 14))
    return LiteralSource({APRIL: {**FIELDS, "Hộ tịch": wrong}}, faults=codes)


def refusal(source: LiteralSource) -> str:
    with pytest.raises(DeskError) as caught:
        ensure_identities(source, source.statistics(APRIL))
    return str(caught.value)


def test_figures_that_agree_pass() -> None:
    source = LiteralSource()
    ensure_identities(source, source.statistics(APRIL))


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("online", "trực tuyến + trực tiếp + bưu chính"),
        ("early", "trước hạn + đúng hạn + quá hạn"),
        ("in_time", "trong hạn + quá hạn"),
        ("carried_over", "đã giải quyết + đang giải quyết"),
    ],
)
def test_each_identity_of_r14_that_fails_is_named_with_its_field(name: str, identity: str) -> None:
    text = refusal(broken(**{name: 9999}))
    assert identity in text
    assert "(sai ở: Hộ tịch)" in text
    assert "tháng 4 năm 2026" in text


def test_the_refusal_names_ten_dossiers_and_counts_the_rest() -> None:
    text = refusal(broken(online=1))
    assert "H99.12-260401-0010 và 3 hồ sơ khác" in text
    assert "0011" not in text
    assert "rồi lập lại báo cáo" in text


def test_a_dossier_of_unknown_channel_is_not_counted_as_in_person_but_refused() -> None:
    source = LiteralSource({APRIL: {"Hộ tịch": UNKNOWN_CHANNEL}}, faults=("2026/000017",))
    text = refusal(source)
    assert "trực tuyến + trực tiếp + bưu chính" in text
    assert "2026/000017." in text


def test_groups_that_do_not_add_up_to_the_total_are_refused() -> None:
    source = LiteralSource()
    wrong = replace(source.statistics(APRIL), total=figures(in_person=1))
    with pytest.raises(DeskError, match="Cộng các dòng phải bằng tổng cộng"):
        ensure_identities(source, wrong)


def test_without_a_dossier_at_fault_the_refusal_says_to_try_again() -> None:
    source = replace(broken(online=1), faults=())
    assert "Không tìm thấy hồ sơ nào gây lệch" in refusal(source)


def test_a_list_of_late_dossiers_as_long_as_its_figure_passes() -> None:
    ensure_late_list(LiteralSource().statistics(APRIL), 15)


def test_a_list_of_late_dossiers_of_another_length_is_refused() -> None:
    with pytest.raises(DeskError, match="có 14 hồ sơ nhưng số liệu là 15"):
        ensure_late_list(LiteralSource().statistics(APRIL), 14)


@pytest.mark.parametrize(("report", "suffix"), EVERY_FILE)
def test_a_refused_report_writes_nothing_and_leaves_the_old_file(
    report: Report, suffix: str, tmp_path: Path
) -> None:
    old = tmp_path / f"old.{suffix}"
    old.write_bytes(b"last month")
    for path in (old, tmp_path / f"new.{suffix}"):
        with pytest.raises(DeskError, match="không khớp"):
            report.write(broken(online=1), APRIL, path)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [old.name]
    assert old.read_bytes() == b"last month"


@pytest.mark.parametrize(("report", "suffix"), EVERY_FILE)
def test_the_same_data_gives_the_same_bytes(report: Report, suffix: str, tmp_path: Path) -> None:
    few = {"Hộ tịch": figures(partial=3, full=9, in_person=20, late=9, overdue=6)}
    owed = ServiceFigures(received=3, with_fee=3, paid_online=3, papers_digitised=3, reused=3)
    source = LiteralSource(
        {APRIL: few, APRIL.previous(): few},
        late_lines=tuple(late_line(number) for number in range(15)),
        months=((APRIL, FIELDS["Hộ tịch"]),),
        service_groups=(ServiceGroup("2.000815", "Chứng thực bản sao", owed),),
    )
    for name in ("first", "second"):
        report.write(source, APRIL, tmp_path / f"{name}.{suffix}")
    first, second = ((tmp_path / f"{name}.{suffix}").read_bytes() for name in ("first", "second"))
    assert first == second
    assert len(first) > 5000


def endings(report: Report) -> str:
    return " hoặc ".join(f".{one}" for one in report.formats)


@pytest.mark.parametrize("report", REPORTS)
def test_another_suffix_is_refused_with_the_right_ones_named(
    report: Report, tmp_path: Path
) -> None:
    with pytest.raises(DeskError, match=f"phải có đuôi {re.escape(endings(report))}"):
        report.write(LiteralSource(), APRIL, tmp_path / "báo cáo.odt")
    assert list(tmp_path.glob("*.odt")) == []


@pytest.mark.parametrize(("report", "suffix"), EVERY_FILE)
def test_a_period_without_any_dossier_still_gives_a_report(
    report: Report, suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"empty.{suffix}"
    report.write(LiteralSource({APRIL: {"Hộ tịch": Figures()}}), APRIL, path)
    assert path.stat().st_size > 1000
