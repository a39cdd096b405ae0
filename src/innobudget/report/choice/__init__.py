"""What a choice means: in the terminal, on sheets and in charts."""
