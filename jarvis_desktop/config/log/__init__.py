"""The change log of configuration."""
