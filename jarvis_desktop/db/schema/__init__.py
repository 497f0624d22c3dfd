"""The tables: one module per section of the schema reference, and `desktop` for our own."""

from jarvis_desktop.db.schema.declarative import Base
from jarvis_desktop.db.schema.tables import SECTIONS, TABLES

__all__ = ["SECTIONS", "TABLES", "Base"]
