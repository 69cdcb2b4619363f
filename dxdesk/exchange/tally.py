"""Doubts about single values: counted while reading, told once each, never with the value."""

from dataclasses import dataclass, field
from enum import StrEnum

_MOST_CHANNELS = 5
_LONGEST_CHANNEL = 40


class Doubt(StrEnum):
    """What was mended or looks wrong; the text is the sentence for the officer."""

    ID_MENDED = "{count} số giấy tờ bị Excel làm mất số 0 ở đầu, đã thêm lại (từ dòng {line})."
    PHONE_84 = "{count} số điện thoại viết với +84, đã đổi thành số 0 ở đầu (từ dòng {line})."
    STRANGE = (
        "{count} chữ có dấu lạ, có thể gõ bằng phông chữ cũ (TCVN3, VNI), giữ nguyên như trong "
        "tệp; dòng đầu tiên: {line}."
    )
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


SHORT = {
    Doubt.ID_MENDED: "số giấy tờ mất số 0, đã thêm",
    Doubt.PHONE_84: "điện thoại +84, đã đổi",
    Doubt.STRANGE: "chữ có dấu lạ",
    Doubt.PHONE_MENDED: "điện thoại mất số 0, đã thêm",
    Doubt.ID_ODD: "số giấy tờ không đúng số chữ số",
    Doubt.PHONE_ODD: "điện thoại không đúng",
    Doubt.SWAPPED: "ngày và tháng có thể bị đảo",
    Doubt.DUE_FIRST: "hẹn trả trước ngày tiếp nhận",
    Doubt.RETURNED_FIRST: "trả kết quả trước khi có kết quả",
    Doubt.RETURNED_ALONE: "có ngày trả, không có ngày có kết quả",
    Doubt.RETURNED_UNREAD: "ngày trả không đọc được",
    Doubt.SUBMITTED_UNREAD: "ngày nộp không đọc được",
    Doubt.COPIES_UNREAD: "số bộ không đọc được",
    Doubt.FEE_UNREAD: "phí không phải số tiền",
    Doubt.LOOSE_LINE: "dòng không hiểu",
    Doubt.SUBTOTAL: "dòng cộng ghi số khác",
}
"""What stands beside one row."""
Place = tuple[str, int]
"""Sheet and line."""


@dataclass
class Tally:
    """Keeps where each doubt was met."""

    met: dict[Doubt, list[Place]] = field(default_factory=dict)
    channels: dict[str, int] = field(default_factory=dict)

    def note(self, doubt: Doubt, line: int, *, sheet: str = "") -> None:
        self.met.setdefault(doubt, []).append((sheet, line))

    def by_place(self) -> dict[Place, tuple[str, ...]]:
        """What stands beside each row that was doubted."""
        found: dict[Place, tuple[str, ...]] = {}
        for doubt, places in self.met.items():
            for place in places:
                found[place] = (*found.get(place, ()), SHORT[doubt])
        return found

    def note_channel(self, text: str) -> None:
        """Count a channel that nobody knows; the text names no person."""
        self.channels[text] = self.channels.get(text, 0) + 1

    def sentences(self) -> list[str]:
        told = [
            doubt.value.format(count=f"{len(places):,}".replace(",", "."), line=places[0][1])
            for doubt, places in self.met.items()
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
