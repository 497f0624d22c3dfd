"""Says at the pages and groups of a form what is filled and what needs attention."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jarvis_desktop.forms.types import TEXT_ONLY_KINDS, LayoutKind
from jarvis_desktop.forms.values import is_empty

if TYPE_CHECKING:
    from jarvis_desktop.forms.editing import FormEdit
    from jarvis_desktop.forms.types import LayoutNode
    from ui.forms.body import FormBody
    from ui.forms.pages import PageBar
    from ui.forms.showing import FieldShowing


class FormOverview:
    """Keeps the bar of pages and the heads of groups up to date with the edit."""

    def __init__(self, edit: FormEdit, body: FormBody, show: FieldShowing, bar: PageBar) -> None:
        self._edit = edit
        self._body = body
        self._show = show
        self._bar = bar

    def begin(self, layout: LayoutNode | None, page: int) -> None:
        """The form has this layout now; the page of that number stays in sight where there is such a one."""
        paged = layout is not None and layout.kind is LayoutKind.PAGES
        titles = [part.label for part in layout.parts] if layout is not None and paged else []
        self._bar.show_pages(titles, steps=layout is not None and layout.steps)
        self.go(page if page < len(titles) else 0)

    def go(self, page: int) -> None:
        """Show that page."""
        self._body.show_page(page)
        self.tell()

    def tell(self) -> None:
        """Say the counts of now, and offer the pages that show anything."""
        hidden, values = self._edit.hidden, self._edit.values
        if self._bar.buttons:
            counts = Counter(self._body.page_of(key) for key in self._show.problems if key not in hidden)
            self._bar.set_shown(self._body.pages_shown())
            self._bar.mark(self._body.page)
            self._bar.say(dict(counts))
        for group, keys in self._body.groups():
            shown = [key for key in keys if key not in hidden and self._edit.fields[key].kind not in TEXT_ONLY_KINDS]
            filled = sum(not is_empty(values.get(key)) for key in shown)
            group.say(filled, len(shown), sum(key in self._show.problems for key in shown))
