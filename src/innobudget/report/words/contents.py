"""What is on each sheet, for the contents on About."""

from collections.abc import Mapping

from innobudget.report.words.phrase import Phrase

CONTENTS = Phrase(en="Contents", da="Indhold")
SHEETS: Mapping[str, Phrase] = {
    "summary": Phrase(
        en="The answer in one screen: the message, key figures, the years, two charts.",
        da="Svaret på én skærm: budskabet, nøgletal, årene og to diagrammer.",
    ),
    "assumptions": Phrase(
        en="Every figure that was typed, with unit, mark and source. Yellow cells may be changed.",
        da="Alle indtastede tal med enhed, kildetype og kilde. Gule celler kan ændres.",
    ),
    "budget": Phrase(
        en="The budget lines that investments touch, before and after; the other lines in sums.",
        da="De budgetlinjer, casene rører ved, før og efter, og de øvrige linjer i summer.",
    ),
    "plan": Phrase(
        en="What every investment costs and saves before any chance, by formulas.",
        da="Hvad hver case koster og sparer før usikkerhed, med formler.",
    ),
    "appropriations": Phrase(
        en="What goes into the budget system, line by line.",
        da="Det, der skal ind i budgetsystemet, linje for linje.",
    ),
    "results": Phrase(
        en="How every measure is distributed, for the portfolio, tracks, areas and kinds.",
        da="Hvordan hvert mål fordeler sig, samlet og for spor, områder og styringsområder.",
    ),
    "investments": Phrase(
        en="One row per investment, the biggest contribution to the hole first.",
        da="En række pr. case, det største bidrag til hullet først.",
    ),
    "drivers": Phrase(
        en="Which uncertainty moves the hole and the value most.",
        da="Hvilken usikkerhed der flytter hullet og værdien mest.",
    ),
    "whatif": Phrase(
        en="Try it: booking share, confidence, discount rate, and each investment on or off.",
        da="Prøv selv: indregningsgrad, sikkerhedsniveau, kalkulationsrente og cases til og fra.",
    ),
    "trials": Phrase(
        en="The simulated futures that What-if computes from, one row each.",
        da="De simulerede fremtider, som Regn selv beregner ud fra, en række hver.",
    ),
    "checks": Phrase(
        en="What must agree, and whether it does.",
        da="Hvad der skal stemme, og om det gør det.",
    ),
    "about": Phrase(
        en="Contents, the run, colours, doubts, conventions, what is not modelled, words.",
        da="Indhold, kørslen, farver, tvivl, konventioner, forbehold, ordforklaring.",
    ),
}
