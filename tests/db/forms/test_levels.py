"""Forms that differ by maturity level: that of the record, else that of the persona who works on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.people.service import PeopleService
from tests.db.forms.test_service import ADMIN, execute, field, forms, insert, scalar

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.forms.service import FormService
    from jarvis_desktop.metadata.types import Reader

__all__ = ["forms"]


@pytest.fixture(autouse=True)
def agent(database: Database) -> str:
    field(database, "agent_edit", "name", label="Name")
    field(database, "agent_edit", "owner", label="Owner", order_index=1)
    field(database, "agent_edit", "owner", label="Mature owner", order_index=1, maturity_level="L3",
          is_required=True)  # fmt: skip
    field(database, "agent_edit", "owner", label="John's owner", order_index=1, maturity_level="L3", persona="john")
    insert(database, "agents", name="Fraud check", layer="Role", maturity_stage="L3")
    return str(scalar(database, "SELECT id FROM agents"))


def label(forms: FormService, record: str | None, reader: Reader = ADMIN) -> str:
    return forms.open("agent_edit", record, reader).definition.fields[1].label


def test_a_record_opens_in_the_form_of_its_own_level(forms: FormService, database: Database, agent: str) -> None:
    assert label(forms, agent) == "Mature owner"
    assert label(forms, agent, replace(ADMIN, persona="john")) == "John's owner"
    execute(database, "UPDATE agents SET maturity_stage = 'L1'")
    assert label(forms, agent) == "Owner"
    execute(database, "UPDATE agents SET maturity_stage = NULL, maturity_level = 3")
    assert label(forms, agent) == "Mature owner"


def test_a_record_is_saved_by_the_form_of_its_own_level(forms: FormService, database: Database, agent: str) -> None:
    base = forms.load("agent_edit", agent, ADMIN).values
    with pytest.raises(InvalidInput, match="Mature owner is required"):
        forms.save("agent_edit", agent, {"name": "Check"}, base, ADMIN)
    execute(database, "UPDATE agents SET maturity_stage = 'L2'")
    assert forms.save("agent_edit", agent, {"name": "Check"}, base, ADMIN).record.values["name"] == "Check"


def test_a_new_record_opens_at_the_level_of_the_persona(forms: FormService, database: Database) -> None:
    assert label(forms, None) == "Owner"
    assert label(forms, None, replace(ADMIN, maturity="L3")) == "Mature owner"
    insert(database, "role_personas", persona_key="john", display_name="John", agent_role="Underwriter",
           capability_manifest={"permissions": ["records.write"], "maturity_level": 3})  # fmt: skip
    assert label(forms, None, PeopleService(database).reader("john", "")) == "John's owner"
