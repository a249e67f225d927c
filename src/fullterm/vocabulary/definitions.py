"""What each body calls a late loss, a recurrent loss, a preterm birth, an insufficient cervix: one woman, many names.

Written from `clinical/guidelines-world.md` sections 3, 4, 5 and 9, and `clinical/guidelines-2026-11.md` section 15. Gestation is kept in days and nothing is classified
when it is entered: a loss at 25+0 is 晚期流产 in China, a very preterm birth or stillbirth in Britain. Three things no
definition here can read, because they are not among our facts: weight, whether losses came one after another, and
whether the partner was the same. Where a body asks for them, its sentence says so and the doctor checks.

Of an insufficient cervix (D28) each is a name by that country's own text, made anew on every day and kept nowhere: no
cause, no rule and no step reads it. RCOG 75 gives no criterion ("imprecise clinical diagnosis") and has no line here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from fullterm.logic.evaluate import Truth, truth
from fullterm.logic.facts import Facts
from fullterm.logic.language import all_of, any_of, some, weeks
from fullterm.logic.nodes import Bool
from fullterm.logic.quantity import Quantity
from fullterm.vocabulary import earlier, findings, insufficiency
from fullterm.vocabulary.fact import Text

Kind: TypeAlias = Literal["miscarriage", "late loss", "recurrent", "preterm lower limit", "insufficiency"]
ReadAs: TypeAlias = Literal["full text", "abstract", "in part", "secondary", "recalled"]

NONE = weeks(0)  # a loss so early that no week is written still counts where a body sets no lower end
PRETERM_ENDS = weeks(37)


@dataclass(frozen=True, slots=True)
class Definition:
    """What one body means by one word, and whether she meets it.

    `met` is yes when at least one earlier pregnancy (or, for a recurrent loss, enough of them) falls under the word; of
    an insufficient cervix, when her history or her cervix today does.
    `row` is the row of `clinical/` it was written from; `read` is how that row's author read it.
    """

    id: str
    country: str
    kind: Kind
    term: Text
    says: Text
    met: Bool
    row: str
    read: ReadAs


def shown(answers: Iterable[tuple[str, str, str]]) -> frozenset[str]:
    """Which definitions a page shows, of (id, kind, answer): those met; and once she is called insufficient by one
    country's text, what the others' texts say of the same cervix.
    """
    told = list(answers)
    named = any(kind == "insufficiency" and answer == "yes" for _, kind, answer in told)
    return frozenset(name for name, kind, answer in told if answer == "yes" or (named and kind == "insufficiency"))


def met(definitions: Iterable[Definition], facts: Facts) -> tuple[tuple[Definition, Truth], ...]:
    """Each definition with its answer for one woman: yes, no, or None while her history does not tell."""
    return tuple((one, truth(one.met, facts)) for one in definitions)


def _late(start: Quantity, end: Quantity) -> Bool:
    """A loss by itself from `start` up to `end`, the end not included."""
    return some(earlier.EARLIER, findings.lost_between(start, end))


def _miscarried(start: Quantity, end: Quantity) -> Bool:
    """The same, a baby born alive by itself counted: to RCOG 17 a miscarriage is every loss before 24+0."""
    ended = any_of(findings.lost, findings.born_alive_though_being_lost)
    return some(earlier.EARLIER, all_of(ended, earlier.gestation >= start, earlier.gestation < end))


def _preterm_from(start: Quantity) -> Bool:
    """A pregnancy that ended by itself from `start` to 36+6."""
    return some(earlier.EARLIER, findings.ended_between(start, PRETERM_ENDS))


LATE = Text("late miscarriage", "晚期流产")
SECOND_TRIMESTER = Text("second-trimester miscarriage", "中孕期流产")
RECURRENT = Text("recurrent miscarriage", "复发性流产")
LOSSES = Text("recurrent pregnancy loss", "复发性妊娠丢失")
PRETERM = Text("preterm birth, lower limit", "早产(下限)")
FOR_WORK_UP = Text("late loss that calls for work-up", "需检查病因的中孕期流产")

CHINA = (
    Definition(
        "china-late-loss", "CN", "late loss", LATE,
        Text("A loss from 12+0 to 27+6 is a late miscarriage.", "孕12周至27周+6流产为晚期流产。"),
        _late(weeks(12), weeks(28)), "DEF-CHINA", "secondary",
    ),
    Definition(
        "china-recurrent", "CN", "recurrent", RECURRENT,
        Text(
            "Two or more losses before 28+0 (three or more in 2016), consecutive and with the same partner, which the doctor checks.",
            "28周前流产2次及以上(2016年为3次及以上),要求连续且同一配偶,由医生核对。",
        ),
        findings.losses(NONE, weeks(28)) >= 2, "DEF-CHINA", "recalled",
    ),
    Definition(
        "china-preterm", "CN", "preterm lower limit", PRETERM,
        Text("Birth counts as preterm from 28+0, or from 1000 g (2014).", "满28周或体重≥1000 g起为早产(2014)。"),
        _preterm_from(weeks(28)), "DEF-CHINA", "abstract",
    ),
)  # fmt: skip
BRITAIN = (
    Definition(
        "uk-late-loss-14", "GB", "late loss", LATE,
        Text("Late miscarriage from 14+0 to 23+6, as London authors count.", "14周至23周+6为晚期流产(伦敦作者)。"),
        _late(weeks(14), weeks(24)), "DEF-UK", "abstract",
    ),
    Definition(
        "uk-late-loss-13", "GB", "late loss", LATE,
        Text("Late miscarriage from 13+0 to 23+6, as North West England counts (2018).", "13周至23周+6为晚期流产(英格兰西北部2018)。"),
        _late(weeks(13), weeks(24)), "DEF-UK", "abstract",
    ),
    Definition(
        "uk-late-loss-16", "GB", "late loss", LATE,
        Text(
            "Late miscarriage from 16+0 to 23+6, as the UK Preterm Clinical Network counts (2019); among its preterm births, moderate from 32+0, very preterm from 28+0, extremely before 28+0.",
            "16周至23周+6为晚期流产(英国早产临床网络2019);其早产分级:32周起中度,28周至31周+6重度,28周前极重度。",
        ),
        _late(weeks(16), weeks(24)), "UKPCN19-DEF", "abstract",
    ),
    Definition(
        "uk-late-loss-12", "GB", "late loss", LATE,
        Text("Late miscarriage from 12 to 24 weeks, as a secondary text has it.", "12至24周为晚期流产(二手文献)。"),
        _late(weeks(12), weeks(24)), "DEF-UK", "secondary",
    ),
    Definition(
        "rcog-17-recurrent", "GB", "recurrent", RECURRENT,
        Text(
            "Three or more first-trimester miscarriages (read as before 14+0), consecutive or not, whoever the partner; two may be investigated if a cause is suspected.",
            "早孕期流产3次及以上(按14周前),不必连续,不论配偶;怀疑病因时2次亦可检查。",
        ),
        findings.losses(NONE, weeks(14)) >= 3, "RCOG17-DEF-01", "full text",
    ),
    Definition(
        "rcog-17-work-up", "GB", "recurrent", FOR_WORK_UP,
        Text(
            "The investigations of recurrent miscarriage are headed as being of one or more second-trimester miscarriages (read as 14+0 to 23+6, a baby born alive by itself included) too.",
            "复发性流产的检查一节,标题亦含1次及以上中孕期流产(按14周至23周+6,含自然发动而活产者)。",
        ),
        _miscarried(weeks(14), weeks(24)), "RCOG17-DEF-03", "full text",
    ),
    Definition(
        "uk-preterm", "GB", "preterm lower limit", PRETERM,
        Text("Miscarriage ends at 23+6; from 24+0 it is a preterm birth or stillbirth.", "流产止于23周+6,24周起为早产或死产。"),
        _preterm_from(weeks(24)), "DEF-UK", "abstract",
    ),
)  # fmt: skip
EUROPE = (
    Definition(
        "eshre-recurrent", "EU", "recurrent", LOSSES,
        Text(
            "Two or more losses up to 24 weeks (the weeks are recalled), consecutive or not, each confirmed at least by hCG; ectopic and molar pregnancies are left out.",
            "24周前丢失2次及以上(周数为回忆),不必连续,至少经hCG证实;不计异位妊娠与葡萄胎。",
        ),
        findings.losses(NONE, weeks(24)) >= 2, "ESHRE22-DEF", "secondary",
    ),
    Definition(
        "eshre-upper-limit", "EU", "preterm lower limit", PRETERM,
        Text("A pregnancy loss ends at 23+6.", "妊娠丢失止于23周+6。"),
        _preterm_from(weeks(24)), "DEF-ESHRE", "recalled",
    ),
)  # fmt: skip
AMERICA = (
    Definition(
        "usa-late-loss", "US", "late loss", SECOND_TRIMESTER,
        Text(
            "The second trimester runs from 13 to 27 weeks; a miscarriage ends at 19+6, so 13+0 to 19+6.",
            "中孕期为13–27周,流产止于19周+6,即13周至19周+6。",
        ),
        _late(weeks(13), weeks(20)), "DEF-USA", "abstract",
    ),
    Definition(
        "asrm-recurrent", "US", "recurrent", LOSSES,
        Text("Two or more clinical losses before 20 weeks; biochemical ones are the doctor's to leave out.", "20周前临床妊娠丢失2次及以上;生化妊娠由医生剔除。"),
        findings.losses(NONE, weeks(20)) >= 2, "DEF-USA", "abstract",
    ),
    Definition(
        "usa-preterm", "US", "preterm lower limit", PRETERM,
        Text("From 20+0 a loss is a stillbirth, and a birth is preterm.", "20周起胎儿丢失为死产,分娩为早产。"),
        _preterm_from(weeks(20)), "DEF-USA", "abstract",
    ),
)  # fmt: skip
WHO = (
    Definition(
        "who-preterm", "INT", "preterm lower limit", PRETERM,
        Text(
            "A live birth before 37+0: extremely preterm before 28 weeks, very preterm from 28, moderate to late from 32.",
            "37周前活产为早产:<28周极早,28–<32周早期,32–<37周中晚期。",
        ),
        some(earlier.EARLIER, all_of(earlier.outcome.is_("live_birth"), earlier.gestation < PRETERM_ENDS)), "WHO-PTB", "secondary",
    ),
    Definition(
        "who-statistics", "INT", "preterm lower limit", PRETERM,
        Text("For statistics, from 22+0 or 500 g.", "统计下限为22周或500 g。"),
        _preterm_from(weeks(22)), "WHO-LOWER", "secondary",
    ),
    Definition(
        "who-statistics-recurrent", "INT", "recurrent", RECURRENT,
        Text("Three or more consecutive losses before 22 weeks, an older wording; order is the doctor's to check.", "22周前连续3次及以上(旧说);连续由医生核对。"),
        findings.losses(NONE, weeks(22)) >= 3, "DEF-WHO-STAT", "recalled",
    ),
    Definition(
        "who-public", "INT", "miscarriage", Text("miscarriage", "流产"),
        Text("WHO's texts for the public call every loss before 28 weeks a miscarriage.", "世卫组织公众文本把28周前的丢失称为流产。"),
        _late(NONE, weeks(28)), "WHO-28", "secondary",
    ),
)  # fmt: skip
FRANCE = (
    Definition(
        "france-late-loss", "FR", "late loss", LATE,
        Text("From 14+0 to 21+6 weeks since the last period (SA).", "停经14周至21周+6。"),
        _late(weeks(14), weeks(22)), "DEF-FRANCE", "recalled",
    ),
    Definition(
        "france-recurrent", "FR", "recurrent", RECURRENT,
        Text("Three or more consecutive losses before 14 SA; order is the doctor's to check.", "停经14周前连续流产3次及以上;连续由医生核对。"),
        findings.losses(NONE, weeks(14)) >= 3, "DEF-FRANCE", "recalled",
    ),
    Definition(
        "france-preterm", "FR", "preterm lower limit", PRETERM,
        Text("Miscarriage ends at 21+6 SA.", "流产止于停经21周+6。"),
        _preterm_from(weeks(22)), "DEF-FRANCE", "recalled",
    ),
)  # fmt: skip
GERMANY = (
    Definition(
        "dach-late-loss", "DE", "late loss", LATE,
        Text("About 14+0 to 23+6 (Germany, Austria, Switzerland).", "约14周至23周+6(德、奥、瑞)。"),
        _late(weeks(14), weeks(24)), "DEF-DACH", "recalled",
    ),
    Definition(
        "dach-recurrent", "DE", "recurrent", RECURRENT,
        Text("Three or more consecutive losses; order is the doctor's to check.", "连续流产3次及以上;连续由医生核对。"),
        findings.losses(NONE, weeks(24)) >= 3, "DEF-DACH", "recalled",
    ),
    Definition(
        "dach-preterm", "DE", "preterm lower limit", PRETERM,
        Text("Miscarriage ends at 23+6 or below 500 g (2018).", "流产止于23周+6或<500 g(2018)。"),
        _preterm_from(weeks(24)), "DEF-DACH", "recalled",
    ),
)  # fmt: skip

RUSSIA = (
    Definition(
        "russia-miscarriage", "RU", "miscarriage", Text("miscarriage", "流产"),
        Text("A loss before 22+0 is a miscarriage.", "孕22周前丢失为流产。"),
        _late(NONE, weeks(22)), "RU24-MISC-22", "in part",
    ),
)  # fmt: skip

INSUFFICIENCY = Text("cervical insufficiency", "宫颈机能不全")
BY_COUNTRY = (
    Definition(
        "russia-insufficiency", "RU", "insufficiency", INSUFFICIENCY,
        Text(
            "By measurement: a cervix of 25 mm or less, or a canal open 10 mm or more along its whole length (read from the examination), before 37+0, without a threatened miscarriage or threatened labour (2024).",
            "按测量:37周前宫颈≤25 mm,或宫颈管全长扩张≥10 mm(按检查所见),且无先兆流产及先兆早产表现(2024)。",
        ),
        insufficiency.russian, "RU24-DEF", "in part",
    ),
    Definition(
        "usa-insufficiency", "US", "insufficiency", INSUFFICIENCY,
        Text(
            "A cervix unable to hold a pregnancy in the second trimester (read as 14+0 to 27+6) without contractions or labour; a short cervix alone does not make the diagnosis (ACOG 142).",
            "中孕期(按14周至27周+6)无宫缩、未临产而宫颈无法维持妊娠;单有宫颈短不能诊断(ACOG 142)。",
        ),
        insufficiency.acog, "ACOG142-DEF", "abstract",
    ),
    Definition(
        "china-insufficiency", "CN", "insufficiency", INSUFFICIENCY,
        Text(
            "A cervix that cannot keep form and function in mid-pregnancy, so that losses or preterm births repeat themselves (2025; read as two or more from 12+0 to 27+6 with the cervix open and no contractions first).",
            "中孕期宫颈不能维持形态和功能,反复流产或早产(2025;按12周至27周+6宫口无痛性开大2次及以上)。",
        ),
        insufficiency.chinese, "CN25-DEF", "abstract",
    ),
)  # fmt: skip

DEFINITIONS: tuple[Definition, ...] = (
    *CHINA, *BRITAIN, *EUROPE, *AMERICA, *WHO, *FRANCE, *GERMANY, *RUSSIA, *BY_COUNTRY,
)  # fmt: skip
