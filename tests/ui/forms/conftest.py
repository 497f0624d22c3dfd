"""A form on the screen, for the tests of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from jarvis_desktop.forms.types import FormDefinition, FormRecord
from ui.forms.form_view import FormView

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme


@pytest.fixture
def show(theme: Theme, qtbot: QtBot) -> Callable[..., FormView]:
    """Shows a stored record with these values in a form of that definition."""

    def make(definition: FormDefinition, width: int = 700, **values: Any) -> FormView:
        view = FormView(definition, theme)
        qtbot.addWidget(view)
        view.set_record(FormRecord("test", "1", "Test", values))
        view.resize(width, 700)
        view.show()
        qtbot.waitUntil(view.isActiveWindow)
        return view

    return make
