"""The reference problem as each library would have it written."""
