"""The drawing kit that all charts share: letters that are measured, a canvas, panels, rows."""
