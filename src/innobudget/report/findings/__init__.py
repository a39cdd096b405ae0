"""What results mean in sentences: the findings that charts show and their titles state."""
