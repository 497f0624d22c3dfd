"""What the fields of a form ask of the program in the background."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.forms.file_desk import FileDesk
    from ui.forms.lookup_desk import LookupDesk


@dataclass(frozen=True, slots=True)
class FormDesks:
    """Rows to choose from, and files."""

    lookups: LookupDesk
    files: FileDesk
