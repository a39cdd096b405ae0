"""How sure a probability or a percentile is, from the trials themselves.

References
----------
Woodruff (1952), Confidence intervals for medians and other position measures, Journal of the
American Statistical Association 47(260), 635-646: a percentile is as unsure as the share of the
trials below it. Agresti, Coull (1998), The American Statistician 52(2), 119-126: a share of none
or all of some trials is not certain.

"""

from math import sqrt

from innobudget.domain.results import PERCENTILES, PercentileErrors
from innobudget.engine.collecting.sample import Sample

WIDTH = 1.96
"""Standard errors on either side of an estimate that 95 % intervals reach."""


class Certainty:
    """How sure the figures of one amount are."""

    def __init__(self, sample: Sample) -> None:
        """Take the amount."""
        self._sample = sample

    def of_share(self, below: float) -> float:
        """Return the standard error of the probability of lying below a threshold, or above."""
        trials = self._sample.count
        centred = (below * trials + 1) / (trials + 2)
        (effect,) = self._sample.rank_effects([below]).tolist()
        return sqrt(effect * centred * (1 - centred) / trials)

    def of_quantile(self, probability: float) -> float:
        """Return the standard error of a quantile. [unit of the amount]

        Twice of it reach as far as the quantile may lie on its less certain side.
        """
        reach = WIDTH * self.of_share(probability)
        found = self._sample.quantile(probability)
        high = self._sample.quantile(min(probability + reach, 1.0))
        low = self._sample.quantile(max(probability - reach, 0.0))
        return max(high - found, found - low) / WIDTH

    def of_percentiles(self) -> PercentileErrors:
        """Return the standard errors of the percentiles that are reported."""
        return PercentileErrors(
            **{name: self.of_quantile(probability) for name, probability in PERCENTILES.items()}
        )
