"""A scenario file: its text with places, what it extends, its shape."""
