"""The ward's own day and targets, chosen in the window."""

from datetime import date

from pytestqt.qtbot import QtBot

from dxdesk.domain.period import CutOff, PeriodKind
from dxdesk.domain.report_settings import ReportSettings
from ui.period_picker import PeriodPicker
from ui.report_options import OptionsForm

CHOSEN = ReportSettings(CutOff.OWN, 20, 80, None)


def test_the_form_gives_back_what_it_was_given(qtbot: QtBot) -> None:
    for settings in (ReportSettings(), CHOSEN):
        form = OptionsForm(None, settings)
        qtbot.addWidget(form)
        assert form.chosen() == settings


def test_the_wards_own_day_cuts_the_periods(qtbot: QtBot) -> None:
    picker = PeriodPicker(date(2026, 6, 16))
    qtbot.addWidget(picker)
    picker.use(CHOSEN)
    picker.choose_kind(PeriodKind.QUARTER)
    found = picker.period()
    assert (found.first, found.last) == (date(2026, 3, 20), date(2026, 6, 19))
    assert "Ngày 20 – ngày 19" in picker.cut_off.currentText()
    assert found.previous().first == date(2025, 12, 20)


def test_a_week_is_chosen_by_its_number(qtbot: QtBot) -> None:
    picker = PeriodPicker(date(2026, 6, 16))
    qtbot.addWidget(picker)
    picker.choose_kind(PeriodKind.WEEK)
    assert picker.period().label == "tuần 25 năm 2026"
    picker.year.setValue(2025)
    picker.which.setCurrentIndex(52)
    assert "chỉ có 52 tuần" in picker.problem.text()
