"""Says a rule in plain words: “year built is before 1970 and construction is frame”."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.answers import text_of
from jarvis_desktop.expressions.printers.field_words import FieldWords, constant, typed
from jarvis_desktop.expressions.tree import ACCUMULATOR, Call, Each, Field, ListOf, Literal, MapOf, Node
from jarvis_desktop.expressions.types import MOMENTS, Type

_YEARS = range(1000, 3000)
_LONGEST_LIST = 12
_TURNED: Mapping[str, str] = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_OPPOSITES: Mapping[str, str] = {
    "==": "!=",
    "!=": "==",
    "in": "not_in",
    "not_in": "in",
    "is_null": "is_not_null",
    "is_not_null": "is_null",
}


Labels = Mapping[str, str | FieldWords]


class Wording:
    """Says trees.

    `labels` are what people call the fields, and how they write values in them; `fields` are their types, where they
    are known. A field of a list's items is labelled by its path (`items.price`).
    """

    def __init__(self, labels: Labels | None = None, fields: Mapping[str, Type] | None = None) -> None:
        labels = labels or {}
        self._words = {path: FieldWords(name) if isinstance(name, str) else name for path, name in labels.items()}
        self._fields = fields or {}
        self._lists: dict[str, str] = {}

    def say(self, node: Node) -> str:
        """The tree as a sentence without its full stop."""
        match node:
            case Literal(value=value):
                return constant(value)
            case Field():
                return self._field(node)
            case ListOf(items=items):
                return self._listed(items, tr("and", sense="list"))
            case MapOf(keys=keys):
                return tr("the object of {keys}", keys=", ".join(map(text_of, keys))) if keys else tr("an empty object")
            case Each():
                return self._each(node)
            case Call():
                return self._call(node)

    def _field(self, node: Field) -> str:
        known = self._words.get(self._path(node))
        if known is not None and known.label:
            name = known.label
        elif not node.path:
            name = _item(node.scope) if node.scope else tr("the record")
        else:
            parts = [part.replace("_", " ") for part in reversed(node.path.split("."))]
            name = parts[0]
            for part in parts[1:]:
                name = tr("{part} of {whole}", part=name, whole=part)
        if node.default is None:
            return name
        return tr("{field} (or {default} where it is not known)", field=name, default=self.say(node.default))

    def _each(self, node: Each) -> str:
        source, item = self.say(node.source), _item(node.name)
        outer = dict(self._lists)
        if isinstance(node.source, Field):
            self._lists[node.name] = self._path(node.source)
        body = self.say(node.body)
        self._lists = outer
        match node.kind:
            case "all" | "every":
                return tr("for every {item} in {list}: {condition}", item=item, list=source, condition=body)
            case "exists":
                return tr("for at least one {item} in {list}: {condition}", item=item, list=source, condition=body)
            case "exists_one":
                return tr("for exactly one {item} in {list}: {condition}", item=item, list=source, condition=body)
            case "none":
                return tr("for no {item} in {list}: {condition}", item=item, list=source, condition=body)
            case "filter":
                return tr("each {item} in {list} for which {condition}", item=item, list=source, condition=body)
            case "map":
                return tr("{value} for each {item} in {list}", value=body, item=item, list=source)
            case _:
                start = self.say(node.start) if node.start is not None else ""
                return tr(
                    "{start}, then for each {item} in {list}: {value}", start=start, item=item, list=source, value=body
                )

    def _call(self, node: Call) -> str:
        name = node.operator.removeprefix("~")
        if name in ("and", "or"):
            return self._joined(node, name)
        if name == "if":
            return self._choice(node)
        if name == "not":
            return self._denied(node.operands[0])
        if name in _TURNED and isinstance(node.operands[0], Literal) and not isinstance(node.operands[1], Literal):
            return self._call(Call(_TURNED[name], node.operands[::-1], node.place))
        sayings = _SAYINGS.get(name)
        if sayings is None:
            arguments = ", ".join(self._within(operand) for operand in node.operands)
            return tr("{function} of {arguments}", function=name.replace("_", " "), arguments=arguments)
        return self._said(node, name, sayings)

    def _said(self, node: Call, name: str, saying: Callable[[str, str, str], str]) -> str:
        operands = list(node.operands)
        if name in ("missing", "missing_some"):
            operands = operands[1:]
        if name in ("in", "not_in") and isinstance(operands[1], ListOf):
            listed = self._listed(operands[1].items, tr("or", sense="list"), operands[0])
            first = self._within(operands[0])
            return (
                tr("{value} is one of {list}", value=first, list=listed)
                if name == "in"
                else tr("{value} is none of {list}", value=first, list=listed)
            )
        if name in ("<<", "<=<="):
            operands = [operands[1], operands[0], operands[2]]
        if name in _IN_TIME and self._in_time(operands):
            saying = _IN_TIME[name]
        if name in ("+", "*", "max", "min", "cat", "merge") and len(operands) != 2:
            return tr(
                "{function} of {arguments}", function=name, arguments=", ".join(self._within(each) for each in operands)
            )
        said = [self._beside(operand, operands[0]) for operand in operands]
        return saying(*[*said, "", "", ""][:3])

    def _beside(self, node: Node, subject: Node | None) -> str:
        """A part of a sentence about `subject`: values are written as the field there has them."""
        value: object = None
        if isinstance(node, Literal):
            value = node.value
        elif isinstance(node, Call) and node.operator == "timestamp" and isinstance(node.operands[0], Literal):
            value = node.operands[0].value
        if value is None or not isinstance(subject, Field):
            return self._within(node)
        path = self._path(subject)
        kind, words = self._fields.get(path, Type.ANY), self._words.get(path)
        if type(value) is int and value in _YEARS and _is_year(subject):
            return constant(value)
        return typed(value, kind) if words is None else words.value(value, kind)

    def _path(self, node: Field) -> str:
        """The path of a field, through the list that a macro runs over; "" for what comes from elsewhere."""
        if not node.scope:
            return node.path
        around = self._lists.get(node.scope)
        return f"{around}.{node.path}" if around and node.path else ""

    def _in_time(self, operands: list[Node]) -> bool:
        """Whether a comparison is of dates, or of a year: that comes before or after, it is not less or more."""
        first, second = operands[0], operands[1]
        if isinstance(first, Field) and self._fields.get(first.path) in MOMENTS:
            return True
        if isinstance(second, Literal) and isinstance(second.value, date):
            return True
        value = second.value if isinstance(second, Literal) and isinstance(first, Field) and _is_year(first) else None
        return type(value) is int and value in _YEARS

    def condition(self, node: Node) -> str:
        """A tree that is asked whether it holds: a field that is true or false is said to be so."""
        said = self._affirmed(node, value=True)
        return said or self.say(node)

    def _affirmed(self, node: Node, *, value: bool) -> str:
        if not isinstance(node, Field) or self._fields.get(self._path(node)) is not Type.BOOL:
            return ""
        return _SAYINGS["=="](self._field(node), self._beside(Literal(value), node), "")

    def _denied(self, node: Node) -> str:
        """That something is not so; of what has an opposite, that."""
        name = node.operator.removeprefix("~") if isinstance(node, Call) else ""
        if name in _OPPOSITES and isinstance(node, Call):
            return self._call(Call(_OPPOSITES[name], node.operands, node.place))
        said = self._affirmed(node, value=False)
        return said or tr("it is not so that {a}", a=self._within(node))

    def _joined(self, node: Call, name: str) -> str:
        word = tr("and", sense="logic") if name == "and" else tr("or", sense="logic")
        return f" {word} ".join(self._within(operand, name) for operand in node.operands)

    def _choice(self, node: Call) -> str:
        operands = node.operands
        text = tr("nothing") if len(operands) % 2 == 0 else self.say(operands[-1])
        for at in range(len(operands) // 2 - 1, -1, -1):
            text = tr(
                "if {condition} then {value}, otherwise {other}",
                condition=self.condition(operands[2 * at]),
                value=self.say(operands[2 * at + 1]),
                other=text,
            )
        return text

    def _within(self, node: Node, around: str = "") -> str:
        """A part of a sentence: in brackets where it would else be read together with its neighbours."""
        text = self.condition(node) if around else self.say(node)
        name = node.operator.removeprefix("~") if isinstance(node, Call) else ""
        if name == around and name:
            return text
        joins = name in ("and", "or", "if") and (around != "or" or name != "and")
        sums = name in ("+", "-", "*", "/", "%") and around == ""
        return f"({text})" if joins or sums else text

    def _listed(self, items: tuple[Node, ...], word: str, subject: Node | None = None) -> str:
        if not items:
            return tr("an empty list")
        said = [self._beside(item, subject) for item in items[:_LONGEST_LIST]]
        if len(items) > _LONGEST_LIST:
            said.append(tr("{count} others", count=len(items) - _LONGEST_LIST))
        return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} {word} {said[-1]}"


def _is_year(field: Field) -> bool:
    return "year" in field.path.lower().split(".")[-1].split("_")


def _item(name: str) -> str:
    return tr("the value so far") if name == ACCUMULATOR else name.replace("_", " ")


_Saying = Callable[[str, str, str], str]

_SAYINGS: Mapping[str, _Saying] = {
    "==": lambda a, b, _: tr("{a} is {b}", a=a, b=b),
    "!=": lambda a, b, _: tr("{a} is not {b}", a=a, b=b),
    "<": lambda a, b, _: tr("{a} is less than {b}", a=a, b=b),
    "<=": lambda a, b, _: tr("{a} is at most {b}", a=a, b=b),
    ">": lambda a, b, _: tr("{a} is more than {b}", a=a, b=b),
    ">=": lambda a, b, _: tr("{a} is at least {b}", a=a, b=b),
    "before": lambda a, b, _: tr("{a} is before {b}", a=a, b=b),
    "after": lambda a, b, _: tr("{a} is after {b}", a=a, b=b),
    "between": lambda a, b, c: tr("{a} is between {b} and {c}", a=a, b=b, c=c),
    "<=<=": lambda a, b, c: tr("{a} is between {b} and {c}", a=a, b=b, c=c),
    "<<": lambda a, b, c: tr("{a} is more than {b} and less than {c}", a=a, b=b, c=c),
    "in": lambda a, b, _: tr("{a} is in {b}", a=a, b=b),
    "not_in": lambda a, b, _: tr("{a} is not in {b}", a=a, b=b),
    "contains": lambda a, b, _: tr("{a} contains {b}", a=a, b=b),
    "starts_with": lambda a, b, _: tr("{a} starts with {b}", a=a, b=b),
    "ends_with": lambda a, b, _: tr("{a} ends with {b}", a=a, b=b),
    "matches": lambda a, b, _: tr("{a} matches the pattern {b}", a=a, b=b),
    "is_null": lambda a, _b, _c: tr("{a} is not known", a=a),
    "is_not_null": lambda a, _b, _c: tr("{a} is known", a=a),
    "bool": lambda a, _b, _c: tr("{a} is there", a=a),
    "+": lambda a, b, _: tr("{a} plus {b}", a=a, b=b),
    "-": lambda a, b, _: tr("{a} minus {b}", a=a, b=b) if b else tr("minus {a}", a=a),
    "*": lambda a, b, _: tr("{a} times {b}", a=a, b=b),
    "/": lambda a, b, _: tr("{a} divided by {b}", a=a, b=b),
    "%": lambda a, b, _: tr("the rest of {a} divided by {b}", a=a, b=b),
    "negate": lambda a, _b, _c: tr("minus {a}", a=a),
    "size": lambda a, _b, _c: tr("the size of {a}", a=a),
    "index": lambda a, b, _: tr("{b} of {a}", a=a, b=b),
    "missing": lambda a, _b, _c: tr("what is missing of {a}", a=a),
    "missing_some": lambda a, b, _: tr("what is missing of {b}, where less than {a} are there", a=a, b=b),
    "timestamp": lambda a, _b, _c: a,
    "duration": lambda a, _b, _c: a,
    "log": lambda a, _b, _c: a,
    "dyn": lambda a, _b, _c: a,
}
_IN_TIME: Mapping[str, _Saying] = {
    "<": _SAYINGS["before"],
    ">": _SAYINGS["after"],
    "<=": lambda a, b, _: tr("{a} is {b} or before", a=a, b=b),
    ">=": lambda a, b, _: tr("{a} is {b} or after", a=a, b=b),
}
