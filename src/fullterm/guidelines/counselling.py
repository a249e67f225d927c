"""Further figures for the talk before a cerclage: what studies saw of the operation, its harms and the removal.

Written from `clinical/evidence.md` sections 3.1, 3.2, 3.5 and 3.6, whose author read each in the publication's abstract. They
advise nothing, and speak of the women of a study, never of one woman's chance.
"""

from __future__ import annotations

from typing import Final

from fullterm.guidelines.figures import Figure
from fullterm.vocabulary import treatments
from fullterm.vocabulary.fact import Text

PLANNED: Final = (treatments.history_cerclage, treatments.ultrasound_cerclage)

C_STICH: Final = Figure(
    "EV-CSTICH", PLANNED,
    Text(
        "After a planned vaginal suture in British hospitals, the pregnancy was lost, the baby stillborn or dead within a week in 80 of 1003 women with one kind of thread and in 75 of 993 with the other.",
        "英国多家医院择期经阴道环扎后,流产、死产或出生一周内死亡:一种缝线1003人中80人,另一种缝线993人中75人。",
    ),
    "C-STICH, Hodgetts Morton, Lancet 2022; 10.1016/S0140-6736(22)01808-6", "abstract",
)  # fmt: skip
ONE_HOSPITAL: Final = Figure(
    "EV-ONE-HOSPITAL", PLANNED,
    Text(
        "In one hospital's series, after cerclage the waters broke too early in 10%, the pregnancy was lost in 8.6%, and birth came before 34 weeks in 15.7%.",
        "一家医院的病例系列:环扎后胎膜早破10%,妊娠丢失8.6%,34周前分娩15.7%。",
    ),
    "Aga Khan University, J Pak Med Assoc (jpma.org.pk 3472)", "abstract",
)  # fmt: skip
LATE: Final = Figure(
    "EV-LATE", PLANNED,
    Text(
        "Of 75 women with a cerclage, a fistula formed in 1.3% and an abscess in 1.3%.",
        "75例环扎者中,瘘1.3%,脓肿1.3%。",
    ),
    "Alani, Gynecol Minim Invasive Ther 2023; 10.4103/gmit.gmit_61_22", "abstract",
)  # fmt: skip
MEMBRANES: Final = Figure(
    "EV-RUPTURE", (treatments.rescue_cerclage,),
    Text(
        "The membranes broke during an emergency suture in 1 of 46 women in one series and in none of 16 in another.",
        "紧急环扎术中胎膜破裂:一组46例中1例,另一组16例中0例。",
    ),
    "Front Surg 2022, 928322; Locatelli 1999, 10.1055/s-2007-993839", "abstract",
)  # fmt: skip
BLOOD: Final = Figure(
    "EV-BLOOD", (treatments.abdominal_cerclage,),
    Text(
        "Blood lost on average in 33 studies of the abdominal suture: 110.6 mL (93.7-127.4) by open operation, 24.5 mL (9.9-39.2) by laparoscopy.",
        "33项经腹环扎研究的平均出血量:开腹110.6 mL(93.7–127.4),腹腔镜24.5 mL(9.9–39.2)。",
    ),
    "J Minim Invasive Gynecol 2021; 10.1016/j.jmig.2020.11.014", "abstract",
)  # fmt: skip
INTERVAL: Final = Figure(
    "EV-INTERVAL", (treatments.suture_removal,),
    Text(
        "After removal at 36 to 37 weeks, birth followed on average 15.6 days later after a planned suture and 10.9 days later after another (38 women).",
        "孕36–37周拆线后至分娩平均:择期环扎15.6天,其他环扎10.9天(38例)。",
    ),
    "Lisbon series, Int J Gynaecol Obstet", "abstract",
)  # fmt: skip
UNHARMED: Final = Figure(
    "EV-UNHARMED", (treatments.suture_removal,),
    Text(
        "Of 72 women whose suture was removed before labour, none had a tear, a haemorrhage or an injury of the membranes; birth within 72 hours followed in 46% after a planned and in 58% after another suture.",
        "72例临产前拆线者,均无裂伤、大出血或胎膜损伤;72小时内分娩:择期环扎46%,其他58%。",
    ),
    "J Pregnancy 2022, 4277451", "abstract",
)  # fmt: skip
TORN: Final = Figure(
    "EV-TORN", (treatments.suture_removal,),
    Text(
        "A tear of the cervix was seen in 2 of 62 women with a cerclage (3.2%), whenever it was removed.",
        "62例环扎者中宫颈裂伤2例(3.2%),不分拆线时机。",
    ),
    "Jilin series, scirp.org 83538", "abstract",
)  # fmt: skip

COUNSELLED: Final = (C_STICH, ONE_HOSPITAL, LATE, MEMBRANES, BLOOD, INTERVAL, UNHARMED, TORN)
"""All of them, in the order of the source."""
