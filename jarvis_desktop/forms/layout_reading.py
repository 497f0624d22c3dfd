"""The layout of a form from a UI-schema tree, with the conditions of its parts on the fields in them. Pure.

The tree is that of JSON Forms (jsonforms.io, “UI Schema”): layouts, groups, categorizations, controls and labels, each
with a `rule` {effect, condition}; a condition is {scope, schema}, AND, OR or LEAF as there, or a rule of ours.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.form_rules import BadRule, FormRules
from jarvis_desktop.forms.logic import Condition, Effect, FieldLogic
from jarvis_desktop.forms.types import FILE_KINDS, TEXT_ONLY_KINDS, FieldDefinition, FieldKind, LayoutKind, LayoutNode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

DEEPEST = 12
MOST_PARTS = 5_000
MOST_COLUMNS = 4
MOST_AT_ONCE = 40
"""Fields of a page that are built together."""
_WIDE = TEXT_ONLY_KINDS | FILE_KINDS | {
    FieldKind.TEXTAREA, FieldKind.MARKDOWN, FieldKind.CODE, FieldKind.JSON, FieldKind.REPEAT, FieldKind.ADDRESS,
    FieldKind.CAPABILITY_BUILDER, FieldKind.GOVERNANCE_PANEL, FieldKind.VERSION_CONTROL,
}  # fmt: skip
_EFFECTS = frozenset({Effect.SHOW, Effect.HIDE, Effect.ENABLE, Effect.DISABLE})
_CONTAINERS = frozenset(LayoutKind) - {LayoutKind.CONTROL}
_LABEL = "Label"
_BOUNDS = {"minimum": "ge", "maximum": "le", "exclusiveMinimum": "gt", "exclusiveMaximum": "lt", "pattern": "matches"}
_MEANINGLESS = frozenset({"type", "title", "description", "format", "$comment"})


def is_layout(document: Any) -> bool:
    """Whether a document is a UI-schema tree."""
    return isinstance(document, Mapping) and document.get("type") in {*LayoutKind, _LABEL}


class LayoutReader:
    """Reads one tree.

    `fields` are those of the form: labels join them as headings, and each takes the conditions of the parts around it;
    `faults` say what was left out, by its place in the tree.
    """

    def __init__(self, fields: Iterable[FieldDefinition], rules: FormRules) -> None:
        self._by_key = {field.key: field for field in fields}
        self._rules = rules
        self._placed: set[str] = set()
        self._parts = 0
        self.faults: list[str] = []

    def read(self, document: Any, *, others: bool = True) -> LayoutNode | None:
        """The layout; fields that it does not name stand below it, or nowhere without `others`."""
        node = self._node(document, "", (), 0)
        left = [LayoutNode(LayoutKind.CONTROL, key=key) for key in self._by_key if key not in self._placed]
        if node is None or not left or not others:
            return node
        below = LayoutNode(LayoutKind.GROUP, tr("Further fields"), parts=tuple(left))
        if node.kind is LayoutKind.PAGES:
            page = LayoutNode(LayoutKind.PAGE, below.label, parts=below.parts)
            return dataclasses.replace(node, parts=(*node.parts, page))
        return LayoutNode(LayoutKind.COLUMN, parts=(node, below))

    @property
    def fields(self) -> tuple[FieldDefinition, ...]:
        """The fields with what the layout adds to them."""
        return tuple(self._by_key.values())

    def _node(
        self, document: Any, place: str, around: tuple[tuple[Condition, ...], ...], depth: int
    ) -> LayoutNode | None:
        self._parts += 1
        if depth > DEEPEST or self._parts > MOST_PARTS:
            if self._parts <= MOST_PARTS + 1:
                self.faults.append(tr("{place}: the layout is too large here", place=place or "/"))
            return None
        if not isinstance(document, Mapping):
            self.faults.append(tr("{place} is no part of a layout", place=place or "/"))
            return None
        found = self._conditions(document, place)
        around = (*around, found) if found else around
        kind = document.get("type")
        if kind == _LABEL:
            return self._told(document, place, around)
        if kind == LayoutKind.CONTROL:
            return self._control(document, place, around)
        if kind not in _CONTAINERS:
            self.faults.append(tr("{place}: “{kind}” is no part of a form", place=place or "/", kind=str(kind)[:40]))
            return None
        return self._container(LayoutKind(kind), document, place, around, depth)

    def _container(
        self,
        kind: LayoutKind,
        document: Mapping[str, Any],
        place: str,
        around: tuple[tuple[Condition, ...], ...],
        depth: int,
    ) -> LayoutNode:
        elements = document.get("elements")
        if not isinstance(elements, (list, tuple)):
            self.faults.append(tr("{place}/elements is no list", place=place))
            elements = ()
        parts = (self._node(each, f"{place}/elements/{n}", around, depth + 1) for n, each in enumerate(elements))
        options = document.get("options")
        options = options if isinstance(options, Mapping) else {}
        columns = document.get("columns", options.get("columns"))
        plain = isinstance(columns, int) and not isinstance(columns, bool)
        return LayoutNode(
            kind,
            _text(document.get("label")),
            parts=tuple(part for part in parts if part is not None),
            columns=min(max(columns, 1), MOST_COLUMNS) if plain else 2,
            span=_span(document),
            steps=options.get("variant") == "stepper",
            collapsed=options.get("collapsed") is True,
        )

    def _control(
        self, document: Mapping[str, Any], place: str, around: tuple[tuple[Condition, ...], ...]
    ) -> LayoutNode | None:
        named = document.get("field")
        key = named if isinstance(named, str) else key_of(document.get("scope"))
        field = self._by_key.get(key)
        if field is None:
            self.faults.append(tr("{place} names the field “{key}”, which is not there", place=place, key=key[:60]))
            return None
        if key in self._placed:
            self.faults.append(tr("{place} shows the field “{key}” a second time", place=place, key=key[:60]))
            return None
        self._placed.add(key)
        label = document.get("label")
        field = dataclasses.replace(field, label=label) if isinstance(label, str) and label.strip() else field
        self._by_key[key] = within(field, around)
        return LayoutNode(LayoutKind.CONTROL, key=key, span=_span(document))

    def _told(
        self, document: Mapping[str, Any], place: str, around: tuple[tuple[Condition, ...], ...]
    ) -> LayoutNode | None:
        text = _text(document.get("text"))
        if not text:
            self.faults.append(tr("{place} has no text", place=place))
            return None
        key = f"label:{place or '/'}"
        self._placed.add(key)
        self._by_key[key] = within(FieldDefinition(key, FieldKind.HEADING, text), around)
        return LayoutNode(LayoutKind.CONTROL, key=key, span=_span(document))

    def _conditions(self, document: Mapping[str, Any], place: str) -> tuple[Condition, ...]:
        found = []
        for where, entry, asked in _entries(document):
            effect = entry.get("effect")
            if effect not in _EFFECTS:
                self.faults.append(tr("{place}{where} has an effect that no layout has", place=place, where=where))
                continue
            try:
                rule = self._rules.read(condition_rule(asked))
            except BadRule as bad:
                self.faults.append(f"{place}{where} {bad}")
                continue
            found.append(Condition(rule, Effect(effect), name=tr("of the layout")))
        return tuple(found)


def condition_rule(document: Any) -> Any:
    """A condition of JSON Forms as a rule in the `simple` form; a rule of ours as it is. Raises BadRule."""
    if not isinstance(document, Mapping):
        return document
    if "scope" in document and ("schema" in document or "expectedValue" in document):
        name = key_of(document["scope"])
        if "schema" not in document:
            return _equal(name, document["expectedValue"])
        return _schema_rule(name, document["schema"])
    if document.get("type") in ("AND", "OR") and isinstance(document.get("conditions"), (list, tuple)):
        word = "all" if document["type"] == "AND" else "any"
        return {word: [condition_rule(each) for each in document["conditions"]]}
    return document


def key_of(scope: Any) -> str:
    """The key of the field that a scope means; fields inside objects are joined by “_”."""
    if not isinstance(scope, str) or not scope.startswith("#"):
        return ""
    names = scope.removeprefix("#").strip("/").split("/")
    return "_".join(
        name.replace("~1", "/").replace("~0", "~")
        for place, name in enumerate(names)
        if not (name == "properties" and place % 2 == 0)
    )


def _schema_rule(name: str, schema: Any) -> Any:
    """That a value meets a schema, as far as the `simple` form can say it."""
    if isinstance(schema, bool):
        return schema
    if not isinstance(schema, Mapping):
        raise BadRule(tr("cannot be used: its schema is no object"))
    tests = [test for word, value in schema.items() if word not in _MEANINGLESS for test in _tests(name, word, value)]
    return tests[0] if len(tests) == 1 else {"all": tests} if tests else True


def _tests(name: str, word: str, value: Any) -> Iterator[Any]:
    """What one keyword of a schema asks."""
    inner = f"{name}_" if name else ""
    match word:
        case "const":
            yield _equal(name, value)
        case "enum" if isinstance(value, (list, tuple)):
            yield {"any": [_equal(name, each) for each in value]}
        case "not":
            yield {"not": _schema_rule(name, value)}
        case "allOf" | "anyOf" if isinstance(value, (list, tuple)):
            yield {"all" if word == "allOf" else "any": [_schema_rule(name, each) for each in value]}
        case "contains" if isinstance(value, Mapping) and "const" in value:
            yield {"field": name, "op": "contains", "value": value["const"]}
        case "minLength" if value == 1:
            yield {"field": name, "op": "is_not_null"}
            yield {"field": name, "op": "ne", "value": ""}
        case "properties" if isinstance(value, Mapping):
            yield from (_schema_rule(f"{inner}{each}", inside) for each, inside in value.items())
        case "required" if isinstance(value, (list, tuple)):
            yield from ({"field": f"{inner}{each}", "op": "is_not_null"} for each in value)
        case _ if word in _BOUNDS:
            yield {"field": name, "op": _BOUNDS[word], "value": value}
        case _:
            raise BadRule(tr("cannot be used: no rule says “{word}”", word=word[:40]))


def _equal(name: str, value: Any) -> Any:
    if value is None:
        return {"field": name, "op": "is_null"}
    return {"field": name, "op": "eq", "value": value}


def _entries(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any], Any]]:
    """The conditions of a part, in either spelling: where, the entry, and what it asks."""
    rule, listed = document.get("rule"), document.get("conditions")
    if isinstance(rule, Mapping):
        yield "/rule", rule, rule.get("condition")
    for number, entry in enumerate(listed if isinstance(listed, (list, tuple)) else ()):
        if isinstance(entry, Mapping):
            yield f"/conditions/{number}", entry, entry.get("when")


def within(field: FieldDefinition, around: Sequence[tuple[Condition, ...]]) -> FieldDefinition:
    """The field with the conditions of the parts around it."""
    if not around:
        return field
    logic: FieldLogic = dataclasses.replace(field.logic, around=(*field.logic.around, *around))
    return dataclasses.replace(field, logic=logic)


def _span(document: Mapping[str, Any]) -> int:
    span = document.get("span")
    return min(max(span, 1), MOST_COLUMNS) if isinstance(span, int) and not isinstance(span, bool) else 1


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def control(field: FieldDefinition) -> LayoutNode:
    """The place of a field, as wide as its kind wants."""
    wide = 2 if field.kind in _WIDE or field.props.get("span") == 2 else 1
    return LayoutNode(LayoutKind.CONTROL, key=field.key, span=wide)


def paged_layout(fields: Iterable[FieldDefinition]) -> LayoutNode | None:
    """The layout of fields that name a page (`ui_props.layout.page`); None where none does.

    Pages and the sections in them stand in the order in which they first appear, what names none before the others.
    """
    pages: dict[str, dict[str, list[LayoutNode]]] = {}
    for field in sorted(fields, key=lambda each: bool(each.page)):
        pages.setdefault(field.page, {}).setdefault(field.section, []).append(control(field))
    if not any(pages):
        return None
    return LayoutNode(
        LayoutKind.PAGES,
        parts=tuple(
            LayoutNode(LayoutKind.PAGE, page or tr("General"), parts=tuple(_sections(sections)))
            for page, sections in pages.items()
        ),
    )


def _sections(sections: Mapping[str, list[LayoutNode]]) -> Iterator[LayoutNode]:
    for title, controls in sorted(sections.items(), key=lambda each: bool(each[0])):
        for start in range(0, len(controls), MOST_AT_ONCE):
            grid = LayoutNode(LayoutKind.GRID, parts=tuple(controls[start : start + MOST_AT_ONCE]), columns=2)
            yield LayoutNode(LayoutKind.GROUP, title, parts=(grid,)) if title else grid
