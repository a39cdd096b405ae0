"""Load, simulate, report, keep the run's record: the only place that sees all layers."""
