# ruff: noqa: E501 - each language in three lines
"""Words of municipal budgets in fourteen languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What one language's finance departments write."""

    code: str
    name: str
    area: str
    year: str
    amount: str
    budget: str
    total: str
    of_which: str
    change: str
    country: str
    classes: str
    side: str
    spent: str
    earned: str
    letters: tuple[str, str]
    """Of expenditure and income."""
    result: str
    units: tuple[tuple[str, float], ...]
    """Captions and the factor that they mean."""
    spending: tuple[str, ...]
    earning: tuple[str, ...]


def _words(text: str, units: dict[str, float]) -> Words:
    """Read words from lines in the order of the fields; spending and earning end the text."""
    head, spending, earning = (
        [word.strip() for word in line.split("|")] for line in text.strip().splitlines()
    )
    *most, letters, result = head
    names = list(Words.__dataclass_fields__)[: len(most)]
    return Words(
        **dict(zip(names, most, strict=True)),
        letters=(letters[0], letters[1]),
        result=result,
        units=tuple(units.items()),
        spending=tuple(spending),
        earning=tuple(earning),
    )


WORDS = {
    "da": _words(
        """
Konto|Tekst|Udvalg|År|Beløb|Budget|I alt|heraf|Ændring|Hele landet|Kommunegrupper|Udgift/indtægt|Udgifter|Indtægter|UI|Resultat
Hjemmehjælp|Folkeskoler|Vejvedligehold|Biblioteker|Dagpleje|Rengøring|Sekretariat
Brugerindtægter|Lejeindtægter|Gebyrindtægter""",
        {"Beløb i 1.000 kr.": 1e3, "hele kr.": 1, "mio. kr.": 1e6, "1.000 kr., 2026-pl": 1e3},
    ),
    "nb": _words(
        """
Art|Tekst|Rammeområde|Budsjettår|Beløp|Budsjett|Sum|herav|Endring|Hele landet|Kommunegrupper|Utgift/inntekt|Utgifter|Inntekter|UI|Resultat
Hjemmetjeneste|Grunnskole|Kommunale veier|Bibliotek|Barnehage|Renhold|Sekretariat
Brukerinntekter|Leieinntekter|Gebyrinntekter""",
        {"Beløp i hele tusen": 1e3, "Tall i 1000 kr": 1e3, "mill. kr": 1e6, "hele kroner": 1},
    ),
    "sv": _words(
        """
Konto|Benämning|Nämnd|År|Belopp|Budget|Summa|varav|Förändring|Hela riket|Kommungrupper|Kostnad/intäkt|Kostnader|Intäkter|KI|Resultat
Hemtjänst|Grundskola|Vägunderhåll|Bibliotek|Förskola|Städning|Kansli
Övriga intäkter|Hyresintäkter|Avgiftsintäkter""",
        {"Belopp i tkr": 1e3, "mnkr": 1e6, "Mkr": 1e6, "kronor": 1},
    ),
    "de": _words(
        """
Konto|Bezeichnung|Amt|Haushaltsjahr|Betrag|Ansatz|Summe|davon|Veränderung|Deutschland|Größenklassen|A/E|Aufwendungen|Erträge|AE|Ergebnis
Pflege|Grundschulen|Gemeindestraßen|Bücherei|Kindertagesstätten|Reinigung|Kanzlei
Sonstige Erträge|Mieterträge|Gebührenerträge""",
        {"in TEUR": 1e3, "Beträge in Tsd. Euro": 1e3, "in Mio. €": 1e6, "Beträge in EUR": 1},
    ),
    "nl": _words(
        """
Code|Omschrijving|Programma|Jaar|Bedrag|Begroting|Totaal|waarvan|Verschil|Nederland|Grootteklassen|Lasten/baten|Lasten|Baten|LB|Saldo
Thuiszorg|Basisonderwijs|Wegen|Bibliotheek|Kinderopvang|Schoonmaak|Griffie
Overige baten|Huurbaten|Legesbaten""",
        {"bedragen x € 1.000": 1e3, "in duizenden euro's": 1e3, "bedragen in euro's": 1},
    ),
    "es": _words(
        """
Código|Denominación|Área|AÑO|Importe|Presupuesto|Total|de los cuales|Variación|Total nacional|Tramos de población|Gasto/ingreso|Gastos|Ingresos|GI|Resultado
Ayuda a domicilio|Colegios|Vías públicas|Biblioteca|Guarderías|Limpieza|Secretaría
Ingresos por multas|Ingresos por alquileres|Ingresos por tasas""",
        {"en miles de euros": 1e3, "Importes en euros": 1, "millones de euros": 1e6},
    ),
    "fr": _words(
        """
Compte|Libellé|Service|Exercice|Montant|Budget|Total|dont|Variation|France entière|Strates|Dépense/recette|Dépenses|Recettes|DR|Solde
Aide à domicile|Écoles|Voirie|Bibliothèque|Crèches|Nettoyage|Secrétariat
Recettes des crèches|Recettes de location|Recettes de stationnement""",
        {"en milliers d'euros": 1e3, "k€": 1e3, "en euros": 1, "en millions d'euros": 1e6},
    ),
    "fi": _words(
        """
Tili|Nimi|Lautakunta|Vuosi|Määrä|Talousarvio|Yhteensä|josta|Muutos|Koko maa|Kuntaryhmät|Meno/tulo|Menot|Tulot|MT|Tulos
Kotihoito|Peruskoulut|Kadut|Kirjasto|Päivähoito|Siivous|Kanslia
Asiakasmaksutulot|Vuokratulot|Maksutulot""",
        {"1 000 euroa": 1e3, "tuhatta euroa": 1e3, "milj. euroa": 1e6, "euroa": 1},
    ),
    "pl": _words(
        """
Paragraf|Nazwa|Dział|Rok budżetowy|Kwota|Plan|Razem|w tym|Zmiana|Polska|Grupy gmin|Wydatek/dochód|Wydatki|Dochody|WD|Wynik
Usługi opiekuńcze|Szkoły podstawowe|Drogi gminne|Biblioteki|Przedszkola|Sprzątanie|Sekretariat
Dochody z opłat|Dochody z najmu|Dochody z usług""",
        {"w tys. zł": 1e3, "w złotych": 1, "w mln zł": 1e6},
    ),
    "it": _words(
        """
Codice|Descrizione|Missione|Anno|Importo|Previsione|Totale|di cui|Variazione|Italia|Classi demografiche|Spesa/entrata|Spese|Entrate|SE|Saldo
Assistenza domiciliare|Scuole|Viabilità|Biblioteca|Asili nido|Pulizia|Segreteria
Entrate da rette|Entrate da affitti|Entrate da tariffe""",
        {"migliaia di euro": 1e3, "importi in euro": 1, "milioni di euro": 1e6},
    ),
    "is": _words(
        """
Lykill|Heiti|Svið|Ár|Upphæð|Áætlun|Samtals|þar af|Breyting|Allt landið|Flokkar|Gjöld/tekjur|Gjöld|Tekjur|GT|Niðurstaða
Heimaþjónusta|Grunnskólar|Götur|Bókasafn|Leikskólar|Ræsting|Skrifstofa
Þjónustutekjur|Leigutekjur|Gjaldtekjur""",
        {"í þús. kr.": 1e3, "Í þúsundum króna": 1e3, "í milljónum króna": 1e6, "í krónum": 1},
    ),
    "cs": _words(
        """
Paragraf|Název|Odbor|Rok|Částka|Rozpočet|Celkem|z toho|Změna|Česká republika|Skupiny obcí|Výdaj/příjem|Výdaje|Příjmy|VP|Saldo
Pečovatelská služba|Základní školy|Silnice|Knihovna|Mateřské školy|Úklid|Sekretariát
Příjmy z poplatků|Příjmy z pronájmu|Příjmy ze služeb""",
        {"v tis. Kč": 1e3, "v Kč": 1, "v mil. Kč": 1e6},
    ),
    "et": _words(
        """
Konto|Nimetus|Valdkond|Aasta|Summa|Eelarve|Kokku|sealhulgas|Muutus|Eesti|Omavalitsuste rühmad|Kulu/tulu|Kulud|Tulud|KT|Tulem
Koduhooldus|Põhikoolid|Teed|Raamatukogu|Lasteaiad|Koristus|Kantselei
Tulud teenustest|Renditulud|Tulud tasudest""",
        {"tuhat eurot": 1e3, "eurodes": 1},
    ),
    "en": _words(
        """
Code|Description|Department|BUDGET FISCAL YEAR|Amount|Budget|Total|of which|Change|England|Class breakdown|ExpenseRevenue|Expenditure|Revenue|ER|Net
Home care|Schools|Streets|Library|Nurseries|Cleaning|Town clerk
User fees revenue|Rental revenue|Licence revenue""",
        {"£000": 1e3, "in thousands of dollars": 1e3, "$ millions": 1e6, "amounts in dollars": 1},
    ),
}
"""Danish, Norwegian, Swedish, German, Dutch, Spanish, French, Finnish, Polish, Italian,
Icelandic, Czech, Estonian, English."""
