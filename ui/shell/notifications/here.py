"""The link to what the window shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.core.links import Link, LinkKind, format_link, record_link

if TYPE_CHECKING:
    from ui.core.workbench import Workbench


def link_here(bench: Workbench) -> str:
    """The link to the record above the tab, or to the tab; "" where none leads."""
    from ui.shell.content import Content

    content = bench.window.findChild(Content)
    if content is None:
        return ""
    if bench.above:
        form = content.record.form if content.currentWidget() is content.record else None
        state = {} if form is None else dict(form.state())
        table, key = state.get("table"), state.get("record_id")
        link = record_link(str(table), str(key)) if table and key else None
    else:
        link = Link(LinkKind.TAB, bench.current_tab) if bench.current_tab else None
    try:
        return "" if link is None else format_link(link)
    except ValueError:
        return ""
