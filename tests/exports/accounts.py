"""A municipality's accounts drawn at random: a tree of amounts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from string import ascii_uppercase

from exports.drawing import CODED, ROW_SIDES, Export

YEARS = dict[int, float]


@dataclass(slots=True, kw_only=True)
class Account:
    """One account and what is below it; amounts as the file counts them, both sides positive."""

    code: tuple[str, ...]
    name: str
    area: str = ""
    income: bool = False
    spent: YEARS = field(default_factory=dict)
    earned: YEARS = field(default_factory=dict)
    children: list["Account"] = field(default_factory=list)
    above: tuple["Account", ...] = ()
    """What it is under, the first level first."""
    partial: bool = False
    """Its children are less than it."""

    def leaves(self) -> Iterator["Account"]:
        """Yield the accounts that are lines."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def walk(self) -> Iterator["Account"]:
        """Yield it and all below it, and say what each is under."""
        yield self
        for child in self.children:
            child.above = (*self.above, self)
            yield from child.walk()

    def net(self, year: int) -> float:
        """Return expenditure less income."""
        return round(self.spent[year] - self.earned[year], 3)


@dataclass(slots=True, kw_only=True)
class Book:
    """All accounts of an export."""

    export: Export
    roots: list[Account]
    decimals: int
    """How many the file's amounts have."""

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years, ascending."""
        return self.export.all_years

    @property
    def leaves(self) -> list[Account]:
        """The accounts that are lines."""
        return [leaf for root in self.roots for leaf in root.leaves()]

    @property
    def whole(self) -> Account:
        """All of it as one account."""
        return self.sum_of(self.roots, "")

    def sum_of(self, accounts: Sequence[Account], name: str) -> Account:
        """Return some accounts as one without a code."""
        return Account(
            code=(),
            name=name,
            spent={year: _plus(one.spent[year] for one in accounts) for year in self.years},
            earned={year: _plus(one.earned[year] for one in accounts) for year in self.years},
        )


def draw_book(export: Export) -> Book:
    """Draw the accounts that an export's seed makes."""
    drawing = _Drawing(export)
    return Book(export=export, roots=drawing.accounts(), decimals=drawing.decimals)


class _Drawing:
    """Accounts drawn from an export's seed."""

    def __init__(self, export: Export) -> None:
        self.export = export
        self.chance = Random(export.seed)  # noqa: S311 - any numbers will do
        self.factor = export.caption[1]
        self.decimals = 2 if export.cents or self.factor == 1e6 else 0
        least = 7.5 if self.factor == 1e6 else 5.5
        self.magnitudes = (least, least + 2.5)
        self.used: set[float] = set()
        self.names = 0

    def accounts(self) -> list[Account]:
        """Return the accounts of the first level."""
        export = self.export
        roots: list[Account] = []
        if export.sides in CODED:
            starts = [(("1",), export.words.spent, False), (("2",), export.words.earned, True)]
        else:
            first = 1 if export.codes == "running" else self.chance.randint(1, 4)
            starts = [((self._segment(0, first + at),), "", False) for at in range(export.breadth)]
        for code, name, income in starts:
            area = f"{export.words.area} {'ABCDEFGHIJKL'[len(roots) % 12]}"
            roots.append(self._account(code, 1, area, income=income))
            roots[-1].name = name or roots[-1].name
        for root in roots:
            list(root.walk())
        if export.correction and export.sides in ("", "column", "letters"):
            self._correct(roots)
        return roots

    def _segment(self, level: int, number: int) -> str:
        export = self.export
        if export.codes == "running":
            return str(number)
        width = export.widths[level]
        if level == 0 and export.codes == "zeros":
            width += 1
        if level == 0 and export.codes == "undotted" and width == 2:
            return str(number + 30)
        return str(number).zfill(width)[-width:]

    def _account(
        self, code: tuple[str, ...], level: int, area: str, *, income: bool = False
    ) -> Account:
        export, chance = self.export, self.chance
        account = Account(code=code, name="", area=area, income=income)
        shallow = level > 1 and not export.outline and chance.random() < 0.15
        if level < export.levels and not shallow:
            alone = export.single and chance.random() < 0.5
            skip = export.skipped and level + 1 < export.levels and chance.random() < 0.5
            for number in range(1 if alone else chance.randint(2, 3)):
                own = (*code, self._segment(level, number + 1))
                if skip:
                    own = (*own, self._segment(level + 1, 1))
                deeper = level + 1 + skip
                account.children.append(self._account(own, deeper, area, income=income))
        if account.children:
            self._sum(account)
        else:
            self._fill(account)
        account.name = self._name(account)
        return account

    def _sum(self, account: Account) -> None:
        years = self.export.all_years
        account.spent = {y: _plus(child.spent[y] for child in account.children) for y in years}
        account.earned = {y: _plus(child.earned[y] for child in account.children) for y in years}
        if self.export.partial and len(account.children) > 1 and self.chance.random() < 0.5:
            account.partial = True
            account.spent = {y: _plus([account.spent[y], self._amount()]) for y in years}

    def _fill(self, account: Account) -> None:
        export, years = self.export, self.export.all_years
        if export.sides in ("sign", "negative", *ROW_SIDES):
            account.income = self.chance.random() < 0.4
        both = export.sides.startswith("amounts")
        gap = 0.3 if export.gaps and self.names % 3 else 0
        draw = {year: self.chance.random() >= gap for year in years}
        draw[years[0]] = True
        spent = {year: self._amount() if draw[year] else 0.0 for year in years}
        none = dict.fromkeys(years, 0.0)
        account.spent = none if account.income else spent
        account.earned = spent if account.income else none
        if both and self.chance.random() < 0.7:
            account.earned = {year: round(a / 3, self.decimals) for year, a in spent.items()}

    def _amount(self) -> float:
        """Return an amount that no other is equal to, spread over magnitudes."""
        while True:
            amount = round(10 ** self.chance.uniform(*self.magnitudes) / self.factor, self.decimals)
            if amount not in self.used:
                self.used.add(amount)
                return amount

    def _name(self, account: Account) -> str:
        words = self.export.words
        if self.export.authorities:
            return f"{words.area}by {account.code[0]}"
        if account.children:
            return f"{words.area} {'.'.join(account.code)}" if self.names % 3 else words.area[:9]
        names = words.earning if account.income else words.spending
        self.names += 1
        if self.export.sounding and self.names == 2:
            return f"{words.total} {names[1].lower()}"
        rounds, at = divmod(self.names - 1, len(names))
        spent = f"{words.spent}: " * (self.export.sides == "classes" and not account.income)
        letter = ascii_uppercase[rounds % 26] * (1 + rounds // 26)
        return f"{spent}{names[at]} {letter}" if rounds else f"{spent}{names[at]}"

    def _correct(self, roots: list[Account]) -> None:
        """Make the smallest account of many an expenditure that is paid back."""
        leaves = [leaf for root in roots for leaf in root.leaves() if any(leaf.spent.values())]
        if len(leaves) > 3:
            leaf = min(leaves, key=lambda leaf: max(leaf.spent.values()))
            back = {y: -leaf.spent[y] - round(leaf.spent[y] / 4, self.decimals) for y in leaf.spent}
            self._add(roots, leaf, back)

    def _add(self, roots: list[Account], leaf: Account, more: YEARS) -> None:
        for root in roots:
            for account in root.walk():
                if any(own is leaf for own in account.leaves()):
                    for year, amount in more.items():
                        account.spent[year] = _plus([account.spent[year], amount])


def _plus(amounts: Iterable[float]) -> float:
    return round(sum(amounts), 3)
