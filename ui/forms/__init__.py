"""The form view and a widget for each field type."""
