"""How a dossier came in. One number holds channel and online level together."""

from enum import IntEnum


class Channel(IntEnum):
    """Channel of receipt; an empty one stays unknown and is never taken for "in person"."""

    UNKNOWN = 0
    IN_PERSON = 1
    POSTAL = 2
    ONLINE = 3
    """Online, level not stated."""
    ONLINE_PARTIAL = 4
    ONLINE_FULL = 5

    @property
    def key(self) -> str:
        """Name in files and on the command line."""
        return self.name.lower()

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def group_label(self) -> str:
        """Label of the whole group, whatever the online level."""
        return "Trực tuyến" if self.is_online else self.label

    @property
    def is_online(self) -> bool:
        return self >= Channel.ONLINE

    @property
    def group(self) -> "Channel":
        """The channel without its level: the groups of R14."""
        return Channel.ONLINE if self.is_online else self


_LABELS = {
    Channel.UNKNOWN: "Chưa rõ kênh",
    Channel.IN_PERSON: "Trực tiếp",
    Channel.POSTAL: "Bưu chính công ích",
    Channel.ONLINE: "Trực tuyến (chưa rõ mức)",
    Channel.ONLINE_PARTIAL: "Trực tuyến một phần",
    Channel.ONLINE_FULL: "Trực tuyến toàn trình",
}
