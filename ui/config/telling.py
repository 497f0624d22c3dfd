"""What the pages that write configuration say afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from jarvis_desktop.config.types import Written
    from jarvis_desktop.core.errors import Problem
    from ui.components.component import ComponentContext
    from ui.forms.form_view import FormView

_PLACES = {"key": "value", "scope": "persona"}
"""Where a problem is shown that has no field of its own."""


def tell_written(context: ComponentContext, done: Written) -> None:
    """Say in passing what became of one value."""
    (value,) = done.values
    if value.proposal is not None:
        context.say(tr("The value waits for a second person"))
    elif value.row is not None:
        context.say(tr("Version {n} is set", n=value.row.version))


def placed(problem: Problem, form: FormView) -> Problem:
    """The problem at a field of the form."""
    known = {field.key for field in form.definition.fields}
    if problem.field in known:
        return problem
    place = _PLACES.get(problem.field, "value")
    return replace(problem, field=place if place in known else "value")
