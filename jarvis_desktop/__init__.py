"""The headless wing: PostgreSQL and the business, never Qt."""

__version__ = "0.1.0"
