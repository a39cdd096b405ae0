"""What stages and effects are called on every sheet."""

from innobudget.domain.investment import Effect, Stage
from innobudget.report.words import labels, sheets
from innobudget.report.workbook.edition import Edition


def stage_name(edition: Edition, stage: Stage, position: int) -> str:
    """Return what people call a stage."""
    return stage.name or edition.say(sheets.STAGE_NUMBER, number=position)


def effect_name(edition: Edition, effect: Effect, position: int) -> str:
    """Say which effect it is, where it falls, and who has it where that is not our own cash."""
    where = " ".join(
        part
        for part in (
            effect.line,
            effect.area,
            None if effect.kind is None else edition.say(labels.KINDS[effect.kind]),
            None if effect.side == "expenditure" else f"({edition.say(labels.SIDES[effect.side])})",
        )
        if part
    )
    told = [f"{position}. {where or edition.say(sheets.NO_LINE)}"]
    if not effect.is_own_cash:
        told.append(edition.say(labels.BENEFICIARIES[effect.beneficiary]))
        told.append(edition.say(labels.GAINS[effect.gain]))
    if effect.certain:
        told.append(edition.say(sheets.CERTAIN_EFFECT))
    return ", ".join(told)
