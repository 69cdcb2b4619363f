"""The ward's own words in reports in prose, logged and undone like data."""

import json
from collections.abc import Mapping

from dxdesk.desk import Desk
from dxdesk.domain.rights import Right
from dxdesk.reports.monthly_values import NAMES
from dxdesk.reports.prose.template import Template, ensure_sayable, kept_text
from dxdesk.services.report_settings import read_setting, write_setting

_NAME = "report_sentences"


def own_sentences(desk: Desk) -> dict[str, str]:
    """The ward's words by the keys of the sentences that it worded itself."""
    with desk.reading() as session:
        found = read_setting(session, _NAME)
    return {} if found is None else dict(json.loads(found))


def save_sentences(desk: Desk, original: Template, chosen: Mapping[str, str]) -> None:
    """Keep the ward's words for the sentences of *original*; equal to it is not kept.

    An empty sentence is left out of the report. InputError, and nothing kept, when a sentence
    names a value that there is not.
    """
    known = {one.key: one.text for one in original.sentences}
    kept = {key: kept_text(text) for key, text in chosen.items()}
    own = {key: text for key, text in kept.items() if text != known.get(key, text)}
    for sentence in original.worded(own).sentences:
        ensure_sayable(sentence, NAMES)
    name = "Sửa lời văn báo cáo" if own else "Lời văn báo cáo trở về mẫu gốc"
    with desk.act(name, right=Right.OFFICE) as session:
        before = json.loads(read_setting(session, _NAME) or "{}")
        own |= {key: text for key, text in before.items() if key not in known}
        write_setting(session, _NAME, json.dumps(own, ensure_ascii=False, sort_keys=True))
