"""TOML with the place of every value: read, corrected and written."""
