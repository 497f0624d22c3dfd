"""Composition root of the headless wing: settings, paths, logging, crash reports, the command line."""
