"""Backups: every table in one file, taken and restored through the driver, so that it works with any server."""
