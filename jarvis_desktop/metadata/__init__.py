"""What builds the window: tabs, layout trees, component and feature rows, visibility and access."""
