"""What is measured, one module per table of the README."""
