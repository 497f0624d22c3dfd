"""The tables: one module per section of the schema reference, and `desktop` for our own."""

from jarvis_desktop.db.reference import SECTIONS
from jarvis_desktop.db.schema.declarative import Base
from jarvis_desktop.db.schema.tables import TABLES

__all__ = ["SECTIONS", "TABLES", "Base"]
