"""What is wrong with a scenario, and what is doubtful about it."""

from innobudget.domain.checks.doubts import doubts_about
from innobudget.domain.checks.faults import check_scenario

__all__ = ["check_scenario", "doubts_about"]
