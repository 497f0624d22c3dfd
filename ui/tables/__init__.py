"""The paged table view and its model."""
