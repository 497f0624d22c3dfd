"""Components over agents and layers."""
