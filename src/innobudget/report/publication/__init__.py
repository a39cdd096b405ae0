"""A run, a comparison or a choice as report.html: one file that everybody can read, offline."""
