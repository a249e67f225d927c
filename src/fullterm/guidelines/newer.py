"""Newer than the guideline: studies and findings published after the edition they stand beside. They change no verdict.

Written from `clinical/guidelines-2026-11.md` section 23, whose author read each in its abstract. A document is as old as
its edition; what came later is shown beside its advice, dated, with its weakness, and the doctor weighs it. Nothing that
decides reads this table: emptied, every verdict stays as it is (`tests/property/test_newer_decides_nothing.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

from fullterm.guidelines import register
from fullterm.guidelines.check import Refusal
from fullterm.guidelines.model import Read, Recommendation
from fullterm.vocabulary.fact import Text

Kind: TypeAlias = Literal["study", "finding", "no result yet"]


@dataclass(frozen=True, slots=True)
class Newer:
    """One study, official finding or running trial, and the recommendations it stands beside.

    `day`: when it was published, as precisely as is known (`2026-01-23`, `2025`); of a trial without a result, the day
    somebody last looked for one. `beside`: the recommendations by key. `row` is the row of `clinical/` it comes from.
    """

    row: str
    kind: Kind
    name: Text
    day: str
    design: Text
    found: Text
    weakness: Text
    source: str
    read: Read
    beside: tuple[str, ...]

    def first_day(self) -> date:
        """The first day on which it may have been published."""
        return date.fromisoformat(self.day if len(self.day) > len("2026") else f"{self.day}-01-01")

    def last_day(self) -> date:
        """The day by which it had been published for sure."""
        return date.fromisoformat(self.day if len(self.day) > len("2026") else f"{self.day}-12-31")


OBSERVED: Final = Text(
    "Not randomised: who got which was chosen, and the women may have differed.",
    "非随机:治疗由人选择,两组患者可能本不相同。",
)

STUDIES: Final[tuple[Newer, ...]] = (
    Newer(
        "E-1", "study", Text("C-STICH, progesterone with a vaginal suture", "英国C-STICH试验:经阴道环扎加用孕酮"), "2026-01-23",
        Text(
            "Women of a British trial of suture material (75 units, 2015 to 2021), looked at again by whether they had progesterone.",
            "英国缝线材料试验(75家,2015–2021年)的患者,事后按是否用孕酮再分析。",
        ),
        Text(
            "Miscarriage, stillbirth or death within a week: 49 of 832 (5.9%) with progesterone, 91 of 1103 (8.3%) without; adjusted relative risk 0.70 (0.50-0.99).",
            "流产、死产或出生一周内死亡:用孕酮832例中49例(5.9%),未用1103例中91例(8.3%);调整后相对危险度0.70(0.50–0.99)。",
        ),
        Text(
            "Progesterone was not randomised; E-2 points the other way.", "孕酮并非随机分配;E-2结论相反。"
        ),
        "Hodgetts Morton, PLoS Med, 10.1371/journal.pmed.1004513", "abstract",
        ("rcog-gtg75 PROG", "rcog-gtg75 FIG-16", "nice-ng25 SILENT-progesterone-with-suture"),
    ),
    Newer(
        "E-2", "study", Text("progesterone after a suture, Colorado", "美国科罗拉多:环扎后孕酮"), "2025-06-03",
        Text(
            "Records of one system, 2005 to 2021: 451 women (163 history-, 135 ultrasound-, 153 examination-indicated), 63% of them with progesterone.",
            "单一医疗系统2005–2021年回顾:451例(病史指征163、超声指征135、体格检查指征153),63%用孕酮。",
        ),
        Text(
            "Birth before 37 weeks 45% with and 34% without progesterone, adjusted odds ratio 1.78 (1.14-2.80); 119 against 139 days to birth.",
            "37周前分娩:用孕酮45%,未用34%,调整后比值比1.78(1.14–2.80);至分娩119天对139天。",
        ),
        Text(
            "Not randomised: the women at greater risk were likelier to be given it; E-1 points the other way.",
            "非随机:风险较高者更可能用药;E-1结论相反。",
        ),
        "Sayres, Am J Perinatol, 10.1055/a-2605-7721", "abstract",
        ("rcog-gtg75 PROG", "rcog-gtg75 FIG-16", "nice-ng25 SILENT-progesterone-with-suture"),
    ),
    Newer(
        "E-3", "study", Text("TOPS, the pessary", "宫颈托试验TOPS"), "2023-07-25",
        Text(
            "Randomised, one baby, cervix of 20 mm or less at 16+0 to 23+6, no spontaneous preterm birth before: pessary with usual care against usual care; 98.9% had progesterone.",
            "随机试验:单胎、16周至23周+6宫颈≤20 mm、无自发早产史,宫颈托加常规处理对常规处理;98.9%用孕酮。",
        ),
        Text(
            "Stopped early, at 544 of 850 women, for concern about deaths of babies and because no gain could be expected. Birth or death before 37 weeks 127 (45.5%) against 127 (45.6%), relative risk 1.00 (0.83-1.20).",
            "计划850例,入组544例时因胎儿或新生儿死亡的顾虑及预期无效而提前终止。37周前分娩或胎儿死亡127例(45.5%)对127例(45.6%),相对危险度1.00(0.83–1.20)。",
        ),
        Text(
            "Women without such a birth only; the abstract's last lines, with the deaths, were cut off.",
            "仅限无自发早产史者;摘要末尾有关死亡的数字未见。",
        ),
        "Hoffman, JAMA 2023;330:340-8, 10.1001/jama.2023.10812", "abstract",
        ("sbl3 UI-pessary", "sbl3 NOHX-pessary", "rcog-gtg75 ALT-A", "figo-2021-pessary PES-01"),
    ),
    Newer(
        "E-4", "study", Text("SuPPoRT: cerclage, pessary or progesterone", "环扎、宫颈托与孕酮比较试验SuPPoRT"), "2024-07-16",
        Text(
            "Randomised in 19 British units: one of the three for a cervix below 25 mm at 14+0 to 23+6 (128, 126 and 132 women, 381 analysed); 39.1% had a spontaneous preterm birth or a loss after 14 weeks behind them, 45.8% surgery to the cervix.",
            "英国19家单位随机:14周至23周+6宫颈<25 mm者三选一(128、126、132例,分析381例);39.1%有自发早产或14周后流产史,45.8%有宫颈手术史。",
        ),
        Text(
            "Asked whether the three differ by more than 20% in birth before 37 weeks; the rates of the arms were not in what was seen.",
            "检验三者37周前分娩之差是否超过20%;所见部分未给出各组数字。",
        ),
        Text(
            "The margin is wide; what it found stands in lines that were cut off.", "等效界值宽;结果部分未读到。"
        ),
        "Hezelgrave, PLoS Med, 10.1371/journal.pmed.1004427", "abstract",
        (
            "nice-ng25 1.2.1", "rcog-gtg75 UI-1", "rcog-gtg75 ALT-P", "rcog-gtg75 ALT-A", "sbl3 UI-cerclage",
            "sbl3 UI-progesterone", "sbl3 UI-pessary", "figo-2021-cerclage CER-02", "acog-142 UI",
        ),
    ),
    Newer(
        "E-6", "study", Text("emergency suture by how far the sac came", "紧急环扎按宫口与羊膜囊分型"), "2025",
        Text(
            "96 emergency sutures in four types, by dilatation and how far the sac came (43, 27, 14 and 12 women).",
            "96例紧急环扎,按宫口与羊膜囊膨出程度分四型(43、27、14、12例)。",
        ),
        Text(
            "In type IV, the farthest, more late losses and preterm births, earlier birth and lower birth weight than in types I to III.",
            "第IV型(最重)晚期流产与早产更多,分娩更早、出生体重更低。",
        ),
        Text("Small and without women who had no suture; the percentages were not seen.", "例数少,无未环扎者对照;未见百分比。"),
        "BMC Pregnancy Childbirth 2025;25:348, 10.1186/s12884-025-07465-8", "abstract",
        ("rcog-gtg75 EM-3", "nice-ng25 1.6.2", "figo-2021-cerclage CER-05", "sogc-373 7"),
    ),
    Newer(
        "E-7", "study", Text("laparoscopic before pregnancy against vaginal at 12 to 14 weeks", "孕前腹腔镜环扎与12–14周经阴道环扎比较"), "2023",
        Text(
            "For history: 53 laparoscopic sutures before pregnancy, 73 vaginal ones at 12 to 14 weeks.",
            "病史指征:孕前腹腔镜53例,12–14周经阴道73例。",
        ),
        Text(
            "After laparoscopy fewer births before 34 weeks and fewer waters broken early; more losses before, or a failed suture, raised the risk in the vaginal group only; more cost, longer stay, more caesareans.",
            "腹腔镜组34周前分娩及胎膜早破较少;既往流产次数与环扎失败仅在经阴道组增加风险;费用、住院日与剖宫产较多。",
        ),
        OBSERVED, "Qin, Arch Gynecol Obstet, 10.1007/s00404-023-07007-7", "abstract",
        ("rcog-gtg75 TAC-PRE", "figo-2021-cerclage CER-06", "sogc-373 5", "acog-142 TAC", "nice-ipg639 3-timing"),
    ),
    Newer(
        "E-8", "study", Text("laparoscopic against vaginal, Guangzhou", "广州:腹腔镜与经阴道环扎比较"), "2022",
        Text("118 women, 36 of them with twins.", "118例,其中双胎36例。"),
        Text(
            "Birth at 36.43 weeks after laparoscopy, at 33.60 after a vaginal suture; at term 60.3% against 42.5% (p=0.05); perinatal deaths did not differ.",
            "腹腔镜36.43周分娩,经阴道33.60周;足月60.3%对42.5%(p=0.05);围产儿死亡无差异。",
        ),
        OBSERVED, "Sun Yat-sen University, 10.1007/s00404-022-06617-x", "abstract",
        ("figo-2021-cerclage CER-06", "sogc-373 5", "acog-142 TAC"),
    ),
    Newer(
        "E-10", "study", Text("infection inside the womb treated", "宫内感染的抗生素治疗"), "2019",
        Text(
            "22 women open more than 1 cm at 16.0 to 27.9 weeks with infection or inflammation of the fluid: ceftriaxone, clarithromycin and metronidazole.",
            "16.0–27.9周宫口开>1 cm且羊水感染或炎症者22例:头孢曲松、克拉霉素与甲硝唑。",
        ),
        Text(
            "Such women had infection in 8 to 52% and inflammation in 81%; it was treated before or with the insufficiency.",
            "此类患者感染8%–52%,炎症81%;在处理宫颈机能不全之前或同时治疗。",
        ),
        Text(
            "No comparison; how often it cleared stands in lines that were cut off.", "无对照;消退率未读到。"
        ),
        "Oh, Am J Obstet Gynecol 2019, PMC7218799", "abstract", ("acog-142 ABX", "acog-142 EI"),
    ),
    Newer(
        "E-11", "no result yet", Text("C-STICH2, emergency cerclage", "紧急环扎试验C-STICH2"), "2026-11-30",
        Text(
            "Randomised: emergency cerclage against waiting, one baby, membranes at or below the external os, 16+0 to 27+6; an observed group was added because too few were randomised.",
            "随机试验:紧急环扎对期待,单胎、胎膜达或超过宫颈外口,16周至27周+6;因随机例数不足另设观察队列。",
        ),
        Text("Begun in May 2021; no result was found.", "2021年5月开始;未见结果。"),
        Text("Nothing is known from it yet.", "目前不能说明任何问题。"),
        "University of Birmingham, pages of the trial", "abstract",
        ("rcog-gtg75 EM-2", "rcog-gtg75 DEF-EM", "nice-ng25 1.6.2", "sogc-373 7"),
    ),
    Newer(
        "E-12", "no result yet", Text("LATCH, cerclage at 24 to 26 weeks", "24–26周环扎试验LATCH"), "2026-11-30",
        Text(
            "Registered: cerclage against none for one baby and a cervix of 25 mm or less at 24+0 to 26+6, progesterone for all.",
            "已注册:单胎、24周至26周+6宫颈≤25 mm,环扎对不环扎,均用孕酮。",
        ),
        Text("No result was found.", "未见结果。"), Text("Nothing is known from it yet.", "目前不能说明任何问题。"),
        "trialx.com 237791", "abstract", ("sogc-401 5", "nice-ng25 1.2.1-suture"),
    ),
    Newer(
        "E-13", "no result yet", Text("twins, cerclage with progesterone, Vietnam", "越南:双胎环扎加孕酮试验"), "2026-02-12",
        Text(
            "Registered, not yet recruiting: twins and a cervix of 30 mm or less, cerclage with progesterone against progesterone.",
            "已注册,尚未入组:双胎、宫颈≤30 mm,环扎加孕酮对孕酮。",
        ),
        Text("Not begun.", "尚未开始。"), Text("Nothing is known from it yet.", "目前不能说明任何问题。"),
        "NCT07372495", "abstract", ("rcog-gtg75 MULT", "nice-ng137 1.5.3", "sogc-373 NEW-twins-cerclage"),
    ),
    Newer(
        "E-14", "no result yet", Text("PROSPECT, twins", "双胎试验PROSPECT"), "2026-11-30",
        Text(
            "Registered: 630 women with twins and a cervix below 30 mm, progesterone, pessary or placebo.",
            "已注册:双胎、宫颈<30 mm共630例,孕酮、宫颈托或安慰剂。",
        ),
        Text("No result was found.", "未见结果。"), Text("Nothing is known from it yet.", "目前不能说明任何问题。"),
        "NCT02518594", "abstract", ("nice-ng137 1.5.3", "smfm-70 8", "sogc-373 NEW-twins-pessary", "figo-2021-pessary PES-02"),
    ),
    Newer(
        "X-1", "study", Text("what women are told of rest after a suture", "环扎后患者得到的活动建议"), "2025",
        Text("Interviews with 21 Danish women who had a vaginal suture.", "丹麦21例经阴道环扎者访谈。"),
        Text(
            "What they were told of activity contradicted itself, so that most chose the strictest; they felt it was up to them alone, and rest weighed on body and mind.",
            "关于活动的说法互相矛盾,多数人选择最严格的一种;她们觉得全靠自己,卧床使身心俱疲。",
        ),
        Text("What 21 women lived through; no effect is measured.", "21人的经历,不能衡量效果。"),
        "Lou, BJOG 2025, 10.1111/1471-0528.18218", "abstract", ("rcog-gtg75 REST", "acog-142 REST"),
    ),
    Newer(
        "X-2", "study", Text("fear of another loss", "对再次流产的恐惧"), "2024",
        Text(
            "Two talks in a group with 19 Dutch women, 11 with a vaginal and 8 with an abdominal suture.",
            "荷兰19例(经阴道11例、经腹8例)两次小组访谈。",
        ),
        Text(
            "Fear of losing another child limits their daily life most; they fear conceiving again.",
            "对再次失去孩子的恐惧最妨碍日常生活;也害怕再次怀孕。",
        ),
        Text("What 19 women lived through; no effect is measured.", "19人的经历,不能衡量效果。"),
        "Abdulrahman, Qual Life Res 2024;33:2165-79, 10.1007/s11136-024-03637-9", "abstract",
        ("rcog-gtg75 TAC-LOSS-CARE",),
    ),
    Newer(
        "X-3", "study", Text("the way to an abdominal suture", "获得经腹环扎的经历"), "2023",
        Text(
            "183 British women of a support group for the abdominal suture, 36 hospitals, with 287 preterm births or late losses before it.",
            "英国经腹环扎互助组织183人、36家医院,此前共287次早产或晚期流产。",
        ),
        Text(
            "86% were placed outside pregnancy; pregnancy lasted 15.5 weeks longer (median); the women tell of a struggle to get it and of clinicians who did not know it.",
            "86%在非孕期放置;其后妊娠中位延长15.5周;患者诉求医艰难、医务人员不了解此术。",
        ),
        Text(
            "Those who joined a support group, as they told it themselves.", "互助组织成员自述,有选择性。"
        ),
        "BMC Pregnancy Childbirth 2023, 10.1186/s12884-023-06001-w", "abstract",
        ("rcog-gtg75 TAC-1", "rcog-gtg75 TAC-PRE"),
    ),
    Newer(
        "O-1", "finding", Text("a suture that came late, Wales", "威尔士:延误的环扎"), "2025-05-08",
        Text(
            "An ombudsman's finding on one woman's care in Swansea Bay, complaint upheld (202400982).",
            "威尔士公共服务监察专员对一例诊疗的调查结论,投诉成立(202400982)。",
        ),
        Text(
            "She was not referred as at high risk and lost three weeks; the scan due from 14 weeks was done at 16, through the abdomen; the suture came at 16+2 and was due by 15+0; it should likely have been out before she gave birth.",
            "未按高危转诊,延误3周;应自14周起的超声到16周才做,且为经腹;16周+2才环扎,本应不迟于15周;分娩前很可能本应已拆线。",
        ),
        Text("One woman.", "仅一例。"),
        "Public Services Ombudsman for Wales, 202400982", "abstract",
        ("rcog-gtg75 SURV-HR-REF", "rcog-gtg75 SURV-HR", "rcog-gtg75 REM-2", "sbl3 HR-clinic"),
    ),
)  # fmt: skip


def by_recommendation(studies: Iterable[Newer]) -> dict[str, tuple[Newer, ...]]:
    """The studies by the recommendation they stand beside, the newest first."""
    found: dict[str, list[Newer]] = {}
    for study in sorted(studies, key=lambda one: (one.last_day(), one.row), reverse=True):
        for key in study.beside:
            found.setdefault(key, []).append(study)
    return {key: tuple(those) for key, those in found.items()}


BESIDE: Final = by_recommendation(STUDIES)


def newer(key: str, on: date) -> tuple[Newer, ...]:
    """What stands beside one recommendation on a day: what had surely been published by then, the newest first."""
    return tuple(study for study in BESIDE.get(key, ()) if study.last_day() <= on)


def edition_ended(one: Recommendation) -> date:
    """The last day on which the wording may have been published: 1 January stands for a year of which no day is known."""
    return date(one.since.year, 12, 31) if (one.since.month, one.since.day) == (1, 1) else one.since


def refusals(studies: Iterable[Newer] = STUDIES) -> Iterator[Refusal]:
    """Refuse a study beside a recommendation that does not exist, or that may be as new as the study."""
    known = {one.key: one for one in register.recommendations()}
    for study in studies:
        if not study.beside:
            yield Refusal(f"newer.py {study.row}", "it stands beside nothing: name a recommendation, or leave it out")
        for key in study.beside:
            where = f"newer.py {study.row} beside {key}"
            one = known.get(key)
            if one is None:
                yield Refusal(where, "there is no such recommendation: correct its number")
            elif study.first_day() <= (ended := edition_ended(one)):
                yield Refusal(
                    where,
                    f"published {study.day}, not surely after that edition ({ended.isoformat()}): take it away here, "
                    "or tell the day more precisely",
                )
