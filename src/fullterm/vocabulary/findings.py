"""Derived facts: expressions over what was told, written once for one woman and for a million.

Bodies count losses and births differently, so those that need limits are functions of the limits; each guideline
names its own. The ready-made ones below carry the name people read.
"""

from __future__ import annotations

from fullterm.logic.language import all_of, any_of, count, least, not_, some
from fullterm.logic.nodes import Bool, Count, Least
from fullterm.logic.quantity import Quantity, cm, mm, weeks
from fullterm.vocabulary import earlier, pregnancy, procedures, woman
from fullterm.vocabulary.fact import Text, derived

# -- this pregnancy ---------------------------------------------------------------------------------------------

multiple = derived(
    "multiple", Text("multiple pregnancy now", "目前为多胎妊娠"), all_of(woman.pregnant, pregnancy.fetuses >= 2)
)
not_multiple = derived(
    "not_multiple", Text("not a multiple pregnancy", "非多胎妊娠"), not_(multiple)
)  # a woman who is not pregnant is not carrying twins: the choice before conception stays open
twins = derived(
    "twins", Text("twins now", "目前为双胎"),
    all_of(woman.pregnant, pregnancy.fetuses >= 2, pregnancy.fetuses <= 2),
)  # fmt: skip
singleton = derived("singleton", Text("one baby now", "目前为单胎"), all_of(woman.pregnant, pregnancy.fetuses <= 1))
every_baby_died = derived(
    "every_baby_died", Text("a doctor has confirmed that the baby (every baby) has died", "经医生确认胎儿(每个胎儿)已死亡"),
    all_of(
        woman.pregnant,
        any_of(*(all_of(pregnancy.fetuses <= n, pregnancy.babies_died >= n) for n in range(1, 7))),
    ),
)  # fmt: skip
"""In twins one death ends nothing: it takes as many deaths as there are babies."""
a_baby_died = derived(
    "a_baby_died", Text("a doctor has confirmed that a baby has died", "经医生确认有胎儿死亡"),
    all_of(woman.pregnant, pregnancy.babies_died >= 1),
)  # fmt: skip
has_suture = derived(
    "has_suture", Text("a suture is in the cervix", "宫颈内有缝线"),
    all_of(woman.pregnant, pregnancy.suture_in),
)  # fmt: skip
has_vaginal_suture = derived(
    "has_vaginal_suture", Text("a suture placed through the vagina is in the cervix", "宫颈内有经阴道缝线"),
    all_of(woman.pregnant, pregnancy.suture_vaginal),
)  # fmt: skip
has_abdominal_suture = derived(
    "has_abdominal_suture", Text("an abdominal suture is in place, and she is pregnant", "已孕且体内有经腹环扎带"),
    all_of(woman.pregnant, pregnancy.suture_abdominal),
)  # fmt: skip
dilated = derived("dilated", Text("the cervix has opened", "宫口已扩张"), pregnancy.dilatation > cm(0))
exposed_membranes = derived(
    "exposed_membranes", Text("membranes exposed in the vagina, not ruptured", "胎膜膨入阴道且未破"),
    pregnancy.membranes.is_("bulging"),
)  # fmt: skip
no_suture = derived("no_suture", Text("no suture in the cervix now", "目前宫颈无缝线"), not_(has_suture))


def shortest(start: Quantity, end: Quantity, *, end_included: bool = False) -> Least:
    """The shortest transvaginal cervical length (mm) among this pregnancy's scans from `start` to `end`.

    `end` itself counts only with `end_included`. It is only *so far* until the list of scans is complete.
    """
    until = pregnancy.scan_gestation <= end if end_included else pregnancy.scan_gestation < end
    return least(
        pregnancy.scan_length,
        all_of(pregnancy.scan_gestation >= start, until, pregnancy.scan_method.is_("transvaginal")),
    )


shortest_before_24 = shortest(weeks(0), weeks(24))
shortest_16_to_24 = shortest(weeks(16), weeks(24), end_included=True)

# -- earlier pregnancies ----------------------------------------------------------------------------------------


_completed = all_of(earlier.outcome.is_("termination"), earlier.gestation >= weeks(12))
_stillborn_early = all_of(earlier.outcome.is_("stillbirth"), earlier.gestation < weeks(28))
begun_by_itself = derived(
    "begun_by_itself", Text("a loss that began by itself, whoever completed it", "自发开始的流产(含由医生完成者)"),
    any_of(
        earlier.outcome.is_("loss"),
        all_of(earlier.outcome.is_("stillbirth"), any_of(not_(earlier.induced), earlier.already_being_lost)),
        all_of(_completed, earlier.already_being_lost),
    ),
)  # fmt: skip
"""Of one earlier pregnancy. A "loss" is told as one. A termination is one only when the pregnancy was already being
lost; before 12+0 it never is (our limit: so early, a loss that doctors completed is told as a loss, and nobody is asked).
"""
lost = derived(
    "lost_by_itself", Text("lost by itself, whoever completed it", "自然丢失(含由医生完成者)"),
    any_of(begun_by_itself, all_of(any_of(_completed, _stillborn_early), earlier.fetal_death_first)),
)  # fmt: skip
"""Of one earlier pregnancy. A baby that had died before doctors emptied the womb was lost, not terminated; told as a
stillbirth it was lost all the same before 28+0 (our limit: later, a birth doctors began is none that came by itself).
"""

born_alive_though_being_lost = all_of(
    earlier.outcome.is_("live_birth"), any_of(not_(earlier.induced), earlier.already_being_lost)
)
"""Of one earlier pregnancy, where it ended too early: a baby born alive that doctors did not begin to deliver for
another reason."""
_born_by_itself = all_of(earlier.outcome.is_("live_birth"), not_(earlier.induced))


def lost_between(start: Quantity, end: Quantity) -> Bool:
    """One earlier pregnancy lost by itself (not born alive) with `start <= gestation < end`."""
    return all_of(lost, earlier.gestation >= start, earlier.gestation < end)


def ended_between(start: Quantity, end: Quantity) -> Bool:
    """One earlier pregnancy that ended by itself, baby alive or not, with `start <= gestation < end`."""
    return all_of(any_of(lost, _born_by_itself), earlier.gestation >= start, earlier.gestation < end)


def losses(start: Quantity, end: Quantity) -> Count:
    """How many earlier pregnancies were lost by themselves between two gestations, the end not included."""
    return count(earlier.EARLIER, lost_between(start, end))


def births(start: Quantity, end: Quantity) -> Count:
    """How many earlier pregnancies ended by themselves between two gestations, the end not included."""
    return count(earlier.EARLIER, ended_between(start, end))


not_the_cervix = any_of(
    earlier.contractions_first,
    earlier.abruption,
    earlier.infection,
    earlier.fetal_anomaly,
    earlier.fetal_death_first,
)
"""One earlier pregnancy with another explanation than the cervix."""

loss_from_16 = derived(
    "loss_from_16", Text("a loss at 16+0 or later", "孕16+0周及以后的流产史"),
    some(earlier.EARLIER, lost_between(weeks(16), weeks(24))),
)  # fmt: skip
preterm_birth_by_34 = derived(
    "preterm_birth_by_34", Text("a spontaneous preterm birth up to 34+0", "孕34+0周及以前自发早产史"),
    some(
        earlier.EARLIER,  # a baby born alive before 24+0 was born, not lost: without this line it would count as neither
        all_of(
            any_of(begun_by_itself, _born_by_itself), earlier.gestation >= weeks(16), earlier.gestation < weeks(34, 1),
            any_of(earlier.outcome.is_("live_birth"), earlier.gestation >= weeks(24)),
        ),
    ),
)  # fmt: skip
"""From 24+0 a birth that doctors began because the baby had died is no spontaneous birth."""
preterm_birth_before_34 = derived(
    "preterm_birth_before_34", Text("a spontaneous preterm birth before 34+0", "孕34周前自发早产史"),
    some(earlier.EARLIER, ended_between(weeks(20), weeks(34))),
)  # fmt: skip
preterm_birth = derived(
    "preterm_birth", Text("a spontaneous preterm birth", "自发早产史"),
    some(earlier.EARLIER, ended_between(weeks(20), weeks(37))),
)  # fmt: skip
second_trimester_loss = derived(
    "second_trimester_loss", Text("a loss in the second trimester", "中孕期流产史"),
    some(earlier.EARLIER, lost_between(weeks(14), weeks(28))),
)  # fmt: skip
preterm_birth_or_late_loss = derived(
    "preterm_birth_or_late_loss", Text("a spontaneous preterm birth or second-trimester loss", "自发早产或中孕期流产史"),
    some(earlier.EARLIER, ended_between(weeks(14), weeks(37))),
)  # fmt: skip
typical_loss = all_of(
    any_of(begun_by_itself, born_alive_though_being_lost),
    earlier.gestation >= weeks(12),
    earlier.gestation < weeks(28),
    any_of(earlier.painless_dilatation, earlier.membranes_bulging),
    not_(earlier.contractions_first),
)
"""One earlier pregnancy that ended as cervical insufficiency typically does."""

typical_history = derived(
    "typical_history", Text("a late loss with the cervix open and no contractions first", "宫口无痛性开大的晚期流产史"),
    some(earlier.EARLIER, typical_loss),
)  # fmt: skip
earlier_cerclage = derived(
    "earlier_cerclage", Text("cerclage in an earlier pregnancy", "既往妊娠曾环扎"),
    some(earlier.EARLIER, earlier.cerclage.is_("history", "ultrasound", "examination")),
)  # fmt: skip
suture_left_in = derived(
    "suture_left_in", Text("a suture placed through the vagina was left in after the pregnancy", "妊娠结束后经阴道缝线仍未拆除"),
    all_of(not_(woman.pregnant), pregnancy.suture_vaginal),
)  # fmt: skip
earlier_pprom = derived(
    "earlier_pprom", Text("waters broke before 37+0 in an earlier pregnancy", "既往未足月胎膜早破"),
    some(earlier.EARLIER, all_of(earlier.membranes_first, earlier.gestation < weeks(37), earlier.gestation >= weeks(14))),
)  # fmt: skip
full_dilatation_caesarean = derived(
    "full_dilatation_caesarean", Text("caesarean at full dilatation", "宫口开全时剖宫产史"),
    some(earlier.EARLIER, earlier.caesarean.is_("full_dilatation")),
)  # fmt: skip

# -- the cervix and uterus --------------------------------------------------------------------------------------

trachelectomy = derived(
    "trachelectomy",
    Text("trachelectomy", "宫颈切除术史"),
    some(procedures.PROCEDURES, procedures.kind.is_("trachelectomy")),
)
cone = derived(
    "cone", Text("cone biopsy", "宫颈锥切史"),
    some(procedures.PROCEDURES, procedures.kind.is_("cold_knife_cone", "laser_cone")),
)  # fmt: skip
lletz = derived(
    "lletz", Text("loop excision", "宫颈环形电切史"), some(procedures.PROCEDURES, procedures.kind.is_("lletz"))
)
cervical_surgery = derived(
    "cervical_surgery", Text("surgery to the cervix", "宫颈手术史"),
    some(
        procedures.PROCEDURES,
        procedures.kind.is_("cold_knife_cone", "laser_cone", "lletz", "radical_diathermy", "trachelectomy"),
    ),
)  # fmt: skip
mullerian_anomaly = derived(
    "mullerian_anomaly", Text("congenital uterine anomaly", "先天性子宫畸形"),
    woman.uterine_anomaly.is_("septate", "bicornuate", "unicornuate", "didelphys", "other"),
)  # fmt: skip
septum = derived("septum", Text("uterine septum", "子宫纵隔"), woman.uterine_anomaly.is_("septate"))
rcog_contraindication = derived(
    "rcog_contraindication", Text("a contraindication to cerclage by RCOG 75", "RCOG 75所列环扎禁忌证"),
    all_of(
        woman.pregnant,
        any_of(
            pregnancy.labour,
            pregnancy.infection,
            pregnancy.bleeding,
            pregnancy.ruptured_membranes,
            pregnancy.fetal_compromise,
            pregnancy.anomaly_scan.is_("lethal"),
            not_(pregnancy.alive),
        ),
    ),
)  # fmt: skip
rcog_risk_beside_history = derived(
    "rcog_risk_beside_history",
    Text("a risk factor of RCOG 75 other than the births and losses themselves", "RCOG 75所列除早产与流产史以外的高危因素"),
    any_of(
        earlier_cerclage,
        mullerian_anomaly,
        woman.adhesions,
        trachelectomy,
        full_dilatation_caesarean,
        cone,
        some(procedures.PROCEDURES, all_of(procedures.kind.is_("lletz"), procedures.depth > mm(10))),
        count(procedures.PROCEDURES, procedures.kind.is_("lletz")) >= 2,
    ),
)  # fmt: skip
rcog_high_risk = derived(
    "rcog_high_risk", Text("high risk of preterm birth by the list in RCOG 75", "RCOG 75所列早产高危"),
    any_of(
        some(earlier.EARLIER, ended_between(weeks(16), weeks(34, 1))),
        some(earlier.EARLIER, all_of(earlier.membranes_first, earlier.gestation >= weeks(14), earlier.gestation < weeks(34))),
        earlier_cerclage,
        mullerian_anomaly,
        woman.adhesions,
        trachelectomy,
    ),
)  # fmt: skip
rcog_intermediate_risk = derived(
    "rcog_intermediate_risk", Text("intermediate risk of preterm birth by the list in RCOG 75", "RCOG 75所列早产中危"),
    any_of(
        full_dilatation_caesarean,
        cone,
        some(procedures.PROCEDURES, all_of(procedures.kind.is_("lletz"), procedures.depth > mm(10))),
        count(procedures.PROCEDURES, procedures.kind.is_("lletz")) >= 2,
    ),
)  # fmt: skip
birth_or_loss_16_to_34 = derived(
    "birth_or_loss_16_to_34",
    Text("a spontaneous birth or loss from 16+0 to 34+0", "孕16+0至34+0周的自发早产或流产史"),
    some(earlier.EARLIER, ended_between(weeks(16), weeks(34, 1))),
)  # fmt: skip
failed_vaginal_cerclage = derived(
    "failed_vaginal_cerclage",
    Text("a pregnancy that ended by itself before 34+0 despite a cerclage through the vagina", "经阴道环扎后仍于孕34周前自发终止的妊娠史"),
    some(
        earlier.EARLIER,
        all_of(
            earlier.cerclage.is_("history", "ultrasound", "examination"),
            earlier.cerclage_route.is_("vaginal"),
            any_of(begun_by_itself, _born_by_itself), earlier.gestation >= weeks(14), earlier.gestation < weeks(34),
        ),  # a birth that doctors began because the baby had died is no failure of the suture
    ),
)  # fmt: skip
sbl_high_risk = derived(
    "sbl_high_risk", Text("high risk of preterm birth by the list in Saving Babies' Lives v3.1", "英国Saving Babies' Lives v3.1所列早产高危"),
    any_of(
        some(
            earlier.EARLIER,  # however it began: the table does not say spontaneous, as the text below it does
            all_of(
                any_of(lost, earlier.outcome.is_("live_birth", "stillbirth")),
                earlier.gestation >= weeks(16), earlier.gestation < weeks(34, 1),
            ),
        ),
        some(earlier.EARLIER, all_of(earlier.membranes_first, earlier.gestation >= weeks(16), earlier.gestation < weeks(34))),
        earlier_cerclage,
        woman.uterine_anomaly.is_("unicornuate", "bicornuate", "septate"),
        woman.adhesions,
        trachelectomy,
    ),
)  # fmt: skip
sbl_intermediate_risk = derived(
    "sbl_intermediate_risk",
    Text("intermediate risk of preterm birth by the list in Saving Babies' Lives v3.1", "英国Saving Babies' Lives v3.1所列早产中危"),
    any_of(
        full_dilatation_caesarean,
        some(procedures.PROCEDURES, all_of(procedures.kind.is_("lletz"), procedures.depth > mm(15))),
        count(procedures.PROCEDURES, procedures.kind.is_("lletz")) >= 2,
        cone,
    ),
)  # fmt: skip
lost_or_died = derived(
    "lost_or_died",
    Text("this pregnancy is being lost, or every baby has died", "本次妊娠正在流产,或胎儿(每个胎儿)已死亡"),
    any_of(pregnancy.lost_with_suture, all_of(not_(pregnancy.alive), every_baby_died)),
)  # fmt: skip
"""A heartbeat that was seen settles the second; one not seen settles it only once a doctor has confirmed the death."""
