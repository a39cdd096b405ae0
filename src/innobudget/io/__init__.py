"""Files to domain values and back."""
