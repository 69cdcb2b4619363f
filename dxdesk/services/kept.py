"""How a closed period is kept: figures and dossiers as JSON, all files compressed, one digest."""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from dxdesk.domain.closing import Member, Snapshot
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.figures import COUNT_NAMES, Figures, GroupFigures, Statistics
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import CutOff, Period, PeriodKind

FIGURES = "figures"
"""Name of the file that holds figures and dossiers; the others are named by their endings."""


def digest(files: Mapping[str, bytes]) -> str:
    """SHA-256 over names and contents, in the order of the names."""
    whole = hashlib.sha256()
    for name in sorted(files):
        whole.update(f"{name} {len(files[name])}\n".encode())
        whole.update(files[name])
    return whole.hexdigest()


def packed(content: bytes) -> bytes:
    return zlib.compress(content, 9)


def unpacked(content: bytes) -> bytes:
    """What `packed` was given; raises zlib.error for a damaged one."""
    return zlib.decompress(content)


def write_snapshot(found: Snapshot) -> bytes:
    """Figures and dossiers as JSON; the numbers of a dossier are bits in the order of `names`."""
    statistics = found.statistics
    groups = dict.fromkeys((member.key, member.group) for member in found.members)
    place = {group: at for at, group in enumerate(groups)}
    data = {
        "names": COUNT_NAMES,
        "period": _period(statistics.period),
        "as_of": statistics.as_of.isoformat(),
        "early_rule": statistics.early_rule.value,
        "by": statistics.by,
        "last_action": statistics.last_action,
        "taken_at": statistics.taken_at.isoformat(),
        "total": asdict(statistics.total),
        "groups": [asdict(group) for group in statistics.groups],
        "dossier_groups": list(groups),
        "dossiers": [
            [member.id, member.name, place[member.key, member.group], _bits(member.counts)]
            for member in found.members
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def read_snapshot(content: bytes) -> Snapshot:
    data = json.loads(content)
    names = data["names"]
    statistics = Statistics(
        period=read_period(data["period"]),
        as_of=datetime.fromisoformat(data["as_of"]),
        early_rule=EarlyRule(data["early_rule"]),
        by=data["by"],
        groups=tuple(_group(group) for group in data["groups"]),
        total=_figures(data["total"]),
        last_action=data["last_action"],
        taken_at=datetime.fromisoformat(data["taken_at"]),
    )
    groups = data["dossier_groups"]
    members = tuple(
        Member(DossierId(key), name, groups[at][0], groups[at][1], _names(names, bits))
        for key, name, at, bits in data["dossiers"]
    )
    return Snapshot(statistics, members)


def _bits(counts: frozenset[str]) -> int:
    return sum(1 << at for at, name in enumerate(COUNT_NAMES) if name in counts)


def _names(names: list[str], bits: int) -> frozenset[str]:
    return frozenset(name for at, name in enumerate(names) if bits >> at & 1)


def _figures(data: Mapping[str, int]) -> Figures:
    return Figures(**{name: data[name] for name in COUNT_NAMES if name in data})


def _group(data: Mapping[str, Any]) -> GroupFigures:
    return GroupFigures(data["key"], data["name"], _figures(data["figures"]), data["field_name"])


def _period(period: Period) -> dict[str, Any]:
    return {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "kind": period.kind.value,
        "cut_off": period.cut_off.value,
        "cut_day": period.cut_day,
    }


def read_period(data: Mapping[str, Any]) -> Period:
    return Period(
        date.fromisoformat(data["first"]),
        date.fromisoformat(data["last"]),
        PeriodKind(data["kind"]),
        CutOff(data["cut_off"]),
        data["cut_day"],
    )
