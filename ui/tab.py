"""One tab of a place, as data. Modules are named, not imported, as in ui/places."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Tab:
    key: str
    title: str
    """With `&` before an ASCII letter: Alt and the letter open the tab."""
    module: str
    page: str

    def load(self) -> Any:
        """The class of its page, a `ui.page.Page`."""
        return getattr(import_module(self.module), self.page)
