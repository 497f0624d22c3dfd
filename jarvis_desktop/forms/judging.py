"""What a form says of values that nobody stores. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.engine import FormEngine
from jarvis_desktop.forms.logic import Stage
from jarvis_desktop.forms.standing import may_take_input
from jarvis_desktop.forms.types import FormDefinition, Judged
from jarvis_desktop.forms.validation import FormValidator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jarvis_desktop.forms.field_reading import FieldTypes


def judged(
    definition: FormDefinition,
    initial: Mapping[str, Any],
    values: Mapping[str, Any],
    types: FieldTypes,
    *,
    stage: Stage = Stage.SAVE,
    outside: Callable[[FormEngine], tuple[Problem, ...]] = lambda _engine: (),
) -> Judged:
    """What the form makes of `values` (JSON, by field key), entered into a record that begins with `initial`.

    A value for a field that is only to be read is what the record begins with. `outside` tells what only the database
    knows to be wrong.
    """
    validator = FormValidator(definition, types)
    engine = FormEngine(definition, types, fits=False)
    given = validator.normalised(values)
    typed = {key for key in given if (field := definition.field(key)) is not None and may_take_input(field)}
    engine.begin({**initial, **{key: value for key, value in given.items() if key not in typed}}, new=True)
    engine.enter({key: value for key, value in given.items() if key in typed})
    unknown = [
        Problem(key, tr("There is no field “{key}”", key=key[:80])) for key in values if definition.field(key) is None
    ]
    found = [problem for field in definition.fields for problem in validator.field_problems(field, engine, stage)]
    found.extend(outside(engine))
    required = frozenset(field.key for field in definition.fields if engine.standing(field.key).required)
    return Judged(definition, dict(engine.values), (*unknown, *found), engine.hidden, required)
