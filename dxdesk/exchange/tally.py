"""Doubts about single values: counted while reading, told once each, never with the value."""

from dataclasses import dataclass, field
from enum import StrEnum

_MOST_CHANNELS = 5
_LONGEST_CHANNEL = 40


class Doubt(StrEnum):
    """What was mended or looks wrong; the text is the sentence for the officer."""

    ID_MENDED = "{count} số giấy tờ bị Excel làm mất số 0 ở đầu, đã thêm lại (từ dòng {line})."
    PHONE_MENDED = (
        "{count} số điện thoại bị Excel làm mất số 0 ở đầu, đã thêm lại (từ dòng {line})."
    )
    ID_ODD = (
        "{count} số giấy tờ không đúng số chữ số (căn cước 12, CMND cũ 9, mã số thuế 10 hoặc 13), "
        "giữ nguyên như trong tệp; dòng đầu tiên: {line}."
    )
    PHONE_ODD = (
        "{count} số điện thoại không đúng (cần 10 số, bắt đầu bằng 0), giữ nguyên như trong tệp; "
        "dòng đầu tiên: {line}."
    )
    SWAPPED = (
        "{count} hồ sơ có ngày tiếp nhận chỉ khớp với ngày trong mã hồ sơ khi đổi chỗ ngày và "
        "tháng (dòng đầu tiên: {line}): có thể Excel đã đảo ngày và tháng. Hãy xuất lại tệp từ "
        "hệ thống và nhập ngay, không mở và lưu bằng Excel."
    )
    DUE_FIRST = "{count} hồ sơ có ngày hẹn trả trước ngày tiếp nhận; dòng đầu tiên: {line}."
    RETURNED_FIRST = (
        "{count} hồ sơ có ngày trả kết quả trước ngày có kết quả; dòng đầu tiên: {line}."
    )
    RETURNED_ALONE = (
        "{count} hồ sơ có ngày trả kết quả nhưng không có ngày có kết quả; dòng đầu tiên: {line}."
    )
    RETURNED_UNREAD = "{count} ngày trả kết quả không đọc được, để trống; dòng đầu tiên: {line}."
    SUBMITTED_UNREAD = "{count} ngày nộp hồ sơ không đọc được, để trống; dòng đầu tiên: {line}."
    COPIES_UNREAD = "{count} số bộ hồ sơ không đọc được, để trống; dòng đầu tiên: {line}."
    FEE_UNREAD = (
        "{count} ô phí, lệ phí không phải một số tiền, chỉ giữ lại phần chữ; dòng đầu tiên: {line}."
    )
    LOOSE_LINE = (
        "{count} dòng không phải hồ sơ, cũng không phải dòng nhóm, dòng cộng hay phần ký đã biết, "
        "nên bỏ qua; dòng đầu tiên: {line}."
    )
    SUBTOTAL = (
        "{count} dòng cộng ghi số khác với số hồ sơ của nhóm trong tệp; dòng đầu tiên: {line}."
    )


@dataclass
class Tally:
    """Counts each doubt, with the first line where it was met."""

    counts: dict[Doubt, int] = field(default_factory=dict)
    lines: dict[Doubt, int] = field(default_factory=dict)
    channels: dict[str, int] = field(default_factory=dict)

    def note(self, doubt: Doubt, line: int) -> None:
        self.lines.setdefault(doubt, line)
        self.counts[doubt] = self.counts.get(doubt, 0) + 1

    def note_channel(self, text: str) -> None:
        """Count a channel that nobody knows; the text names no person."""
        self.channels[text] = self.channels.get(text, 0) + 1

    def sentences(self) -> list[str]:
        told = [
            doubt.value.format(count=f"{self.counts[doubt]:,}".replace(",", "."), line=line)
            for doubt, line in self.lines.items()
        ]
        for text, count in list(self.channels.items())[:_MOST_CHANNELS]:
            told.append(
                f"Chưa biết kênh tiếp nhận “{text[:_LONGEST_CHANNEL]}” ({count} dòng), "
                "để là chưa rõ kênh."
            )
        if len(self.channels) > _MOST_CHANNELS:
            told.append(
                f"Còn {len(self.channels) - _MOST_CHANNELS} kênh tiếp nhận khác chưa biết, "
                "để là chưa rõ kênh."
            )
        return told
