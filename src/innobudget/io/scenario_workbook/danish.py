"""What stands in a scenario workbook besides its keys, in Danish; the keys are the same."""

from collections.abc import Mapping

TOLD = """\
Arket er et eksempel og læses ikke. Udfyld de andre ark.
Et ark pr. tabel, en række pr. post. Det, der ikke udfyldes, har sin standardværdi.
Kommentarerne på overskrifterne siger, hvad hver kolonne er.
En fase, en virkning og et effektmål hører til den case, hvis id står først.
En kolonne for hvert år: navnet, et mellemrum og årstallet, som i `outlay 2026`."""
MEANINGS = (
    "sikker",
    "alt mellem to grænser, lige sandsynligt",
    "lavest, mest sandsynligt, højest",
    "det samme, med mindre vægt på enderne",
    "middel og standardafvigelse; min og max kan tilføjes",
    "middel og standardafvigelse for det, der aldrig er under 0",
    "1, 5 og 9 ud af 10 fremtider ligger under; min og max kan tilføjes",
    "en af nogle værdier, hver med sin sandsynlighed",
)
"""Of the ways to write how uncertain a quantity is, in the example's order."""
YEAR_NOTE = "En kolonne for hvert år: navnet, et mellemrum og årstallet."

_AMOUNTS = {
    "outlay": "Planlagt implementeringsudgift til drift pr. år; udgifter er positive.",
    "capital_outlay": "Planlagt implementeringsudgift til anlæg pr. år; udgifter er positive.",
    "disruption": "Planlagt indkøringsudgift pr. år: ekstra drift, mens ændringen gennemføres.",
    "grant": "Den del af implementeringsudgiften, som andre betaler i kroner, pr. år.",
    "outlay_line": "Koden på den ene budgetlinje, hvor udgifterne står; tom: ikke placeret.",
}
_RAMP = "Andel af fuld virkning i første, andet, … år; den sidste værdi bliver stående."
NOTES: Mapping[str, Mapping[str, str]] = {
    "scenario": {
        "name": "Navn i ord, til rapporterne.",
        "description": "Trykkes i rapporterne.",
        "base_year": "Budgetåret, som er år 0 i tilbagediskonteringen.",
        "horizon": "Antal år i beregningen, budgetåret medregnet.",
        "price_level": "Hvilket års pris- og lønniveau beløbene er i; tom: budgetårets.",
        "currency": "Valutakode for alle beløb.",
        "discount_rate": "Real kalkulationsrente som brøk: 0,035 er 3,5 pct.",
        "confidence": "Hvor sikkert byrådet vil være på, at budgettet holder (0,8 er 80 pct.).",
        "language": "Sprog i projektmappe og diagrammer.",
        "sources": "Hvor tallene kommer fra; trykkes i rapporterne.",
        "format": "Filens version.",
        "extends": "Scenariefil, som denne bygger på; sti i forhold til denne.",
        "unit": "Alle filens beløb er i så mange af valutaen (1000: i 1.000 kr.).",
    },
    "budget": {
        "sheet": "Arkets navn, eller navnene på flere af samme opbygning, der læses som én tabel.",
        "encoding": "Tegnsæt i en tekstfil.",
        "delimiter": "Hvad der skiller felterne i en tekstfil.",
        "header_row": "Overskriftens sidste række, talt fra 1; 0: ingen, kolonner ved bogstav.",
        "last_row": "Tabellens sidste række, talt fra 1.",
        "columns": "Kolonner efter, hvad de indeholder.",
        "year": "Hvilket års beløb en tabel uden årstal har.",
        "base_year": "Hvad relative år (`t-1`, `BO1`) regnes fra.",
        "unit": "Hvor mange af valutaen én enhed i filen er.",
        "sign": "Hvilket fortegn udgifter har.",
        "decimal": "Decimaltegn i tal, der er skrevet som tekst.",
        "missing": "Tekster, der står, hvor et beløb ikke kendes.",
        "keep": "Kun rækker med en af disse tekster læses: én version, én bog.",
        "leave_out": "Rækker med en af disse tekster læses ikke.",
        "total_rows": "Rækker med en af disse tekster er summer, aldrig linjer.",
        "nesting": "Om koder, der indleder andre og ikke er deres sum, rummer dem.",
        "direction": "Hvilke rækker der er indtægt og udgift, efter kolonnernes tekster.",
        "totals": "Om rækker kan være summer af andre; ingen: hver række med tal er en linje.",
        "seen": "Filens overskrifter, da kortlægningen blev skrevet; senere forskelle meldes.",
        "file": "Budgetfilen; sti i forhold til denne fil.",
        "growth": "Linjernes årlige vækst efter filens sidste år, som brøk.",
        "mapping": "Fil, der siger, hvordan budgettet læses; sti i forhold til denne.",
        "price_index": "Prisniveau i hvert års kolonne, budgetåret er 1; beløb deles med det.",
    },
    "simulation": {
        "trials": "Antal mulige fremtider.",
        "seed": "Startværdi for tilfældige tal.",
        "sampling": "Hvordan simuleringerne spredes; den første er den mest præcise.",
    },
    "booking": {
        "share": "Indregnet i forhold til forudsat besparelse, hvor en case ikke har sin egen.",
        "already_in_budget": "TRUE: budgetfilen er efter alt, der indregnes her.",
    },
    "correlation": {
        "within_track": "Korrelation mellem cases i samme innovationsspor.",
        "across_tracks": "Korrelation mellem cases i forskellige innovationsspor.",
    },
    "driver": {
        "id": "Navn med små bogstaver, cifre og bindestreg.",
        "name": "Navn i ord, til rapporterne; tom: id.",
        "applies_to": "Id eller innovationsspor for de cases, den flytter; tom: alle.",
        "loads": "Hvor stærkt og i hvilken retning den flytter hver størrelse, fra -1 til 1.",
    },
    "investment": {
        "id": "Navn med små bogstaver, cifre og bindestreg; dens tilfældige tal hører til det.",
        "name": "Navn i ord, til rapporterne; tom: id.",
        "track": "Innovationsspor; tom: id.",
        "owner": "Hvem der er ansvarlig.",
        "area": "Bevillingsområde for udgifter uden budgetlinje; tom: ikke placeret.",
        "cofinancing": "Andel af implementeringsudgiften, som andre betaler, fra 0 til under 1.",
        "disruption_budgeted": "Om indkøringsudgiften er i det vedtagne budget.",
        "enabled": "FALSE: er ikke med i simuleringen.",
        "assumption": "Kildetype: sourced dokumenteret, estimate skøn, illustrative eksempeltal.",
        "booked": "Indregnet besparelse pr. år, den sidste gælder videre; tom: indregningsgrad. "
        "Afledte driftsudgifter indregnes fuldt ud ved siden af.",
        "cost_factor": "Faktisk i forhold til planlagt implementeringsudgift.",
        "disruption_factor": "Faktisk i forhold til planlagt indkøringsudgift.",
        "benefit_factor": "Opnået i forhold til forudsat besparelse ved succes.",
        "failure_factor": "Det samme, hvis sidste fase slår fejl: 0 uændret, negativ er værre.",
        "delay": "Hvor mange år besparelsen begynder for sent, mindst 0.",
        **{key: f"Den eneste fase: {told}" for key, told in _AMOUNTS.items()},
        "success": "Den eneste fase: sandsynligheden for, at den virker.",
    },
    "stage": {
        "name": "Navn i ord.",
        **_AMOUNTS,
        "success": "Sandsynlighed for at gå videre; i sidste fase: for at den virker i drift.",
    },
    "effect": {
        "line": "Kode eller mønster for de budgetlinjer, den falder på; `*` står for hele led.",
        "area": "Bevillingsområde, hvis linjer den falder på, i stedet for `line`.",
        "kind": "Kun linjer i dette styringsområde; alene: alle linjer i det.",
        "side": "Kun udgiftslinjer (expenditure), kun indtægter og refusion (income) eller begge.",
        "amount": "Besparelsens helårsvirkning; negativ er en afledt driftsudgift.",
        "share": "Helårsvirkning som andel af linjernes budget, i stedet for `amount`.",
        "from": "Indfasningens første år; må ligge før budgetåret.",
        "ramp": _RAMP,
        "years": "Hvor mange år den varer; tom: til sidste år i beregningen.",
        "certain": "TRUE: det fulde beløb, når casen lykkes.",
        "beneficiary": "Hvem der har den; kun kommunens egne virkninger er i budgettal.",
        "gain": "Penge, frigjort tid eller undgåede udgifter; kun penge er i budgettal.",
        "refund": "Statens andel (refusion) af et bruttobeløb.",
        "assumption": "Hvor tallene kommer fra; tom: som casens.",
    },
    "quality": {
        "indicator": "Hvad der måles, i ord.",
        "unit": "Enhed for udgangspunkt og mål.",
        "baseline": "Hvor det står i dag.",
        "target": "Hvor det står ved fuld virkning.",
        "from": "Indfasningens første år.",
        "ramp": _RAMP,
    },
}
"""By table and key: the comments on the headings."""
