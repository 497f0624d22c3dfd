"""Numbers as people write them where they live, without losing a digit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from typing_extensions import override

from ui.core.locale import here
from ui.forms.widgets.text import LineWidget


class NumberWidget(LineWidget):
    """A number in a line of text; any locale's spelling and the plain one are understood."""

    @override
    def show_value(self, value: Any) -> None:
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            self.show_text(here().typed_number(value))
        else:
            super().show_value(value)

    @override
    def entered(self) -> str:
        return here().plain_number(super().entered())
