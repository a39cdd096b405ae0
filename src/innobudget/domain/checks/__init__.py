"""What is wrong with a scenario, what is doubtful about it, and which can be compared."""

from innobudget.domain.checks.comparable import check_comparable, years_in_common
from innobudget.domain.checks.doubts import doubts_about
from innobudget.domain.checks.faults import check_scenario

__all__ = ["check_comparable", "check_scenario", "doubts_about", "years_in_common"]
