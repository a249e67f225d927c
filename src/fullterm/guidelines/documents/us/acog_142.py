"""ACOG Practice Bulletin 142, Cerclage for the Management of Cervical Insufficiency (2014).

Written from `clinical/guidelines-english.md` section 1, whose author read the structured record of all graded
recommendations, the definitions and the harms (National Guideline Clearinghouse 10211), not the bulletin's discussion.
Rows seen only in other people's summaries, or only recalled, are carried and never advise.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import (
    Guideline,
    Window,
    consider,
    do_not_offer,
    inform,
    not_routinely,
)
from fullterm.logic.language import all_of, any_of, mm, not_, some, weeks
from fullterm.vocabulary import earlier, findings, insufficiency, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

ACOG142 = Guideline(
    id="acog-142", short="ACOG PB 142",
    title=Text("Cerclage for the Management of Cervical Insufficiency", "宫颈机能不全的宫颈环扎处理"),
    publisher="ACOG", country="US", published=date(2014, 2, 1),
    url="https://www.guidelinecentral.com/guideline/308493",
    edition="Practice Bulletin 142, February 2014 (Obstet Gynecol 2014;123:372-9)",
)  # fmt: skip

unexplained_delivery = insufficiency.unexplained_delivery
short = findings.shortest_before_24 < mm(25)
opened = any_of(findings.dilated, findings.exposed_membranes)
before_24 = pregnancy.gestation < weeks(24)
ultrasound_indication = all_of(woman.pregnant, before_24, findings.preterm_birth_before_34, short)
failed_vaginal_cerclage = some(
    earlier.EARLIER,
    all_of(
        earlier.cerclage.is_("history", "ultrasound", "examination"),
        earlier.cerclage_route.is_("vaginal"),
        findings.lost_between(weeks(14), weeks(28)),
    ),
)
no_room_for_vaginal_cerclage = any_of(findings.trachelectomy, woman.transvaginal_cerclage_impossible)
abdominal_indication = any_of(
    all_of(unexplained_delivery, not_(woman.other_cause_found), no_room_for_vaginal_cerclage), failed_vaginal_cerclage
)
risk_factor = any_of(
    findings.cervical_surgery,
    woman.curettages > 0,
    woman.cervical_laceration,
    findings.mullerian_anomaly,
    woman.connective_tissue_disorder,
    woman.des_exposure,
)

# -- definition and diagnosis -----------------------------------------------------------------------------------

ACOG142.recommend(
    "DEF-1", inform(),
    row="ACOG142-DEF", decision="diagnosis",
    says=Text(
        "Cervical insufficiency is a cervix unable to hold a pregnancy in the second trimester, without signs or symptoms of contractions or labour: her earlier delivery, or the open cervix now, fits that description.",
        "宫颈机能不全指中孕期在无宫缩、无临产征象的情况下宫颈无法维持妊娠;她既往的分娩(流产)或目前的宫口扩张符合这一描述。",
    ),
    when=insufficiency.acog,
    grade="-", locus="definition", read="abstract",
    note=Text(
        "The days of the second trimester are not in the text that was seen: 14+0 to 27+6 is our reading. An earlier delivery is counted when it came by itself, alive or not, without contractions first and without abruption, infection, fetal anomaly or fetal death before it.",
        "所见文本未写明中孕期的天数界限,此处按14+0至27+6理解。既往分娩须为自然发动(胎儿存活与否均计),且此前无宫缩、无胎盘早剥、感染、胎儿畸形或胎死宫内。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "DEF-2", inform(),
    row="ACOG142-DEF", decision="diagnosis",
    says=Text(
        "A short cervix on ultrasound in the second trimester marks a higher risk of preterm birth but does not by itself make the diagnosis of cervical insufficiency.",
        "中孕期超声宫颈缩短只提示早产风险增加,单凭这一点不能诊断宫颈机能不全。",
    ),
    when=all_of(woman.pregnant, short),
    grade="-", locus="definition", read="abstract",
    note=Text(
        "'Short' is read as less than 25 mm before 24+0, the bulletin's own limit elsewhere.",
        "“短”按该公告其他处的界限理解:24+0之前短于25 mm。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "RISK", not_routinely(treatments.history_cerclage),
    row="ACOG142-RISK", decision="cerclage",
    says=Text(
        "Cone biopsy, loop excision, mechanical dilatation, a tear at birth, a Müllerian anomaly, a collagen or elastin disorder or exposure to diethylstilbestrol are proposed risk factors; alone they are not an indication for cerclage.",
        "宫颈锥切、环形电切、机械性扩宫、分娩裂伤、苗勒管畸形、胶原或弹性蛋白异常、宫内己烯雌酚暴露只是可能的危险因素,单独存在不构成环扎指征。",
    ),
    when=all_of(risk_factor, not_(unexplained_delivery)),
    grade="-", locus="discussion of risk factors", read="abstract",
    note=Text(
        "'Alone' is read as: without an unexplained second-trimester delivery. Dilatation is counted from the first curettage. Radical diathermy and trachelectomy are counted with conization.",
        "“单独存在”理解为无原因不明的中孕期分娩史。扩宫自首次刮宫起计;根治性电凝与宫颈切除术与锥切同计。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "PRETEST", do_not_offer(treatments.prepregnancy_test),
    row="ACOG142-PRETEST", decision="diagnosis",
    says=Text(
        "Tests outside pregnancy - hysterosalpingography, balloon traction, Hegar or Pratt dilators, balloon elastance, a cervical resistance index - have not been validated and are not used to diagnose cervical insufficiency.",
        "非孕期的子宫输卵管造影、球囊牵引、Hegar或Pratt扩张棒、球囊弹性测定、宫颈阻力指数等检查未经验证,不用于诊断宫颈机能不全。",
    ),
    when=not_(woman.pregnant),
    grade="-", locus="discussion of diagnosis", read="secondary",
    note=Text(
        "Seen on a page that reproduces the sentence without naming its source. Magnetic resonance imaging is not mentioned in anything seen.",
        "见于一个未注明出处的转载页面;所见资料均未提及磁共振。",
    ),
)  # fmt: skip

# -- indications ------------------------------------------------------------------------------------------------

ACOG142.recommend(
    "HI", consider(treatments.history_cerclage),
    row="ACOG142-HI", decision="cerclage",
    says=Text(
        "History-indicated cerclage can be considered for a woman with at least one unexplained delivery in the second trimester in the absence of labour and of placental abruption.",
        "有至少一次原因不明、非临产且无胎盘早剥的中孕期分娩(流产)史者,可考虑病史指征宫颈环扎。",
    ),
    women=findings.not_multiple,
    when=unexplained_delivery, unless=woman.other_cause_found,
    window=Window(closes=weeks(24)),
    grade="Level B", locus="Summary of Recommendations and Conclusions", read="abstract",
    note=Text(
        "Our readings. Second trimester: 14+0 to 27+6, the days are not written. Delivery: one that came by itself, the baby alive or not; an induced one or a termination is not counted. Absence of labour: painful contractions did not come first. Unexplained: no infection, fetal anomaly or fetal death before it, and no other cause found by the work-up (answer yes there only if that cause explains every such delivery; a work-up not done has found none). Membranes ruptured first, bleeding first and an earlier multiple pregnancy are not read as explanations. One delivery is enough. Singleton is not in the sentence; the bulletin's box of indications is for singletons. The window ends at viability, read as 24+0; 'about 13-14 weeks' is only recalled (HI-TIME).",
        "以下为我们的理解。中孕期:14+0至27+6(原文未写天数)。分娩:自然发动者,胎儿存活与否均计;引产或人工终止不计。非临产:并非先出现痛性宫缩。原因不明:此前无感染、胎儿畸形或胎死宫内,检查也未发现其他原因(仅当该原因可解释全部此类分娩时答“是”;未做检查即为未发现)。先破水、先出血及既往多胎不视为已有解释。一次即可。句中未写单胎,但适应证框仅指单胎。窗口止于胎儿可存活前,按24+0理解;“约13–14周”仅为回忆(见HI-TIME)。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "BOX1", consider(treatments.history_cerclage, treatments.ultrasound_cerclage, treatments.rescue_cerclage),
    row="ACOG142-BOX1", decision="cerclage",
    says=Text(
        "Box of indications in a singleton: a second-trimester loss with painless dilatation and neither labour nor abruption; an earlier cerclage for painless dilatation in the second trimester; painless dilatation in the second trimester now; or a spontaneous preterm birth before 34 weeks together with a cervix shorter than 25 mm before 24 weeks.",
        "单胎适应证框:无痛性宫口扩张、非临产且无早剥的中孕期流产史;既往因中孕期无痛性扩张而环扎;目前中孕期无痛性扩张;或34周前自发早产史并24周前宫颈短于25 mm。",
    ),
    women=findings.not_multiple,
    when=any_of(
        some(
            earlier.EARLIER,
            all_of(
                findings.lost_between(weeks(14), weeks(28)), earlier.painless_dilatation,
                not_(earlier.contractions_first), not_(earlier.abruption),
            ),
        ),
        some(earlier.EARLIER, earlier.cerclage.is_("examination")),
        all_of(
            woman.pregnant, pregnancy.gestation >= weeks(14), before_24, opened, not_(pregnancy.contractions),
        ),
        ultrasound_indication,
    ),
    grade="-", locus="box of indications", read="secondary",
    note=Text(
        "Only a news summary of the four groups was seen; that one loss suffices is recalled. An earlier cerclage for painless dilatation is read as an examination-indicated one.",
        "仅见新闻摘要中的四类;“一次即可”为回忆。既往因无痛性扩张而环扎理解为体格检查指征环扎。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "HI-TIME", consider(treatments.history_cerclage),
    row="ACOG142-HI-TIME", decision="operation",
    says=Text(
        "History-indicated cerclage is usually placed at about 13 to 14 weeks.", "病史指征环扎通常在约13–14周进行。"
    ),
    women=findings.not_multiple, when=unexplained_delivery, unless=woman.other_cause_found,
    window=Window(weeks(13), weeks(15)),
    grade="-", locus="discussion; page not seen", read="recalled",
    note=Text(
        "Recalled, not seen. The days are undefined: 13+0 to 14+6 is our reading.",
        "仅凭回忆,未见原文。天数未定义,按13+0至14+6理解。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "UI", consider(treatments.ultrasound_cerclage),
    row="ACOG142-UI", decision="cerclage",
    says=Text(
        "Cerclage may be considered in a singleton pregnancy with an earlier spontaneous preterm birth before 34+0 and a cervix shorter than 25 mm before 24+0, although this is not the diagnosis of cervical insufficiency.",
        "单胎、既往34+0前自发早产且本次24+0前宫颈短于25 mm者,虽不符合宫颈机能不全的诊断,仍可考虑环扎。",
    ),
    women=findings.not_multiple,
    when=ultrasound_indication,
    window=Window(closes=weeks(24)),
    grade="Level A", locus="Summary of Recommendations and Conclusions", read="abstract",
    note=Text(
        "Both limits are strict: exactly 25 mm and a birth at exactly 34+0 are outside. A preterm birth is read as one that came by itself from 20+0, the baby alive or not; an earlier second-trimester loss before 20+0 is answered by HI. The sentence names no contraindication and no lowest gestation for the scan.",
        "两个界限均为严格小于:恰25 mm、恰34+0均不在内。自发早产按20+0起自然发动计(存活与否均计);20+0前的中孕期流产由HI回答。原文未列禁忌证,也未写超声的最早孕周。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "UI-NEG", not_routinely(treatments.ultrasound_cerclage),
    row="ACOG142-UI-NEG", decision="cerclage",
    says=Text(
        "Without an earlier spontaneous preterm birth, cerclage for a cervix shorter than 25 mm found between 16+0 and 24+0 has not been associated with a significant reduction in preterm birth.",
        "无自发早产史者,16+0–24+0发现宫颈短于25 mm而行环扎,未见早产显著减少。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant, findings.shortest_16_to_24 < mm(25), not_(findings.preterm_birth_or_late_loss)
    ),
    grade="Level A", locus="Summary of Recommendations and Conclusions", read="abstract",
    note=Text(
        "The sentence reports no benefit; it is read as advice against routine use. It is kept from women with an earlier spontaneous loss from 14+0 as well as a birth before 37+0, because such a loss is answered by HI. 'Between 16 and 24 weeks' is read with both ends, 24+0 the last day.",
        "原句称未见获益,此处理解为不作常规。既往37+0前自发早产者以及14+0起自然流产者均不在内,后者由HI回答。“16至24周”按含两端理解,末日为24+0。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "EI", consider(treatments.rescue_cerclage),
    row="ACOG142-EI", decision="emergencies",
    says=Text(
        "In a singleton pregnancy in the second trimester, before viability, with change at the internal os, cerclage may be beneficial if technically feasible once examination has excluded uterine activity and intra-amniotic infection.",
        "单胎、中孕期、胎儿可存活之前宫颈内口已有改变者,经检查排除宫缩和羊膜腔感染后,若技术上可行,环扎可能有益。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, pregnancy.gestation >= weeks(14), before_24, opened),
    unless=any_of(pregnancy.contractions, pregnancy.infection, pregnancy.membranes.is_("ruptured")),
    window=Window(weeks(14), weeks(24)),
    grade="Level C", locus="Summary of Recommendations and Conclusions", read="abstract",
    note=Text(
        "Viability is not given in weeks: before 24+0 is our reading; second trimester from 14+0 likewise. Change at the internal os is read as an open cervix or membranes in the vagina; no greatest dilatation is given. 'Activity, or infection, or both' is read as either being enough to exclude. Ruptured membranes seen at the examination are excluded by us; the bulletin deals with them apart. Technical feasibility is the surgeon's judgement.",
        "原文未以孕周定义可存活,按24+0之前理解;中孕期自14+0起亦同。内口改变理解为宫口扩张或胎膜入阴道;未给扩张上限。宫缩、感染任一存在即排除。检查见胎膜已破者由我们排除,公告另行论述。技术可行性由术者判断。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "GALIMIT",
    do_not_offer(
        treatments.history_cerclage, treatments.ultrasound_cerclage, treatments.rescue_cerclage,
        treatments.abdominal_cerclage,
    ),
    row="ACOG142-GALIMIT", decision="cerclage",
    says=Text(
        "Cerclage should be limited to the second trimester before the fetus is viable; in this pregnancy that time is past.",
        "环扎应限于中孕期胎儿可存活之前;本次妊娠已过此期。",
    ),
    when=all_of(woman.pregnant, pregnancy.gestation >= weeks(24)),
    grade="Level C", locus="Summary of Recommendations and Conclusions", read="abstract",
    note=Text(
        "The week of viability is not fixed by the recommendation: 24+0 is our reading, and a unit that holds fetuses viable earlier is stricter. Its lower end (second trimester) is not held against history-indicated or abdominal cerclage just before 14+0.",
        "推荐未固定可存活孕周,按24+0理解;认为更早可存活的单位应更严格。其下限(中孕期)不用于反对14+0稍前的病史指征或经腹环扎。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "TWIN", do_not_offer(treatments.ultrasound_cerclage),
    row="ACOG142-TWIN", decision="cerclage",
    says=Text(
        "In a twin pregnancy with a cervix shorter than 25 mm on ultrasound, cerclage is not recommended: it may increase preterm birth.",
        "双胎且超声宫颈短于25 mm者,不推荐环扎,因可能增加早产。",
    ),
    women=findings.twins,
    when=short,
    grade="Level B", locus="Summary of Recommendations and Conclusions", read="abstract",
    note=Text(
        "The sentence gives no gestation for the scan: any before 24+0 is read. Triplets are not mentioned.",
        "原句未写超声孕周,按24+0之前的任何一次理解。未提及三胎。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "TAC", consider(treatments.abdominal_cerclage),
    row="ACOG142-TAC", decision="route",
    says=Text(
        "Abdominal cerclage is generally reserved for a woman with cervical insufficiency in whom a vaginal cerclage cannot be placed because of anatomy, as after trachelectomy, or whose vaginal cerclage failed and ended in a second-trimester loss.",
        "经腹环扎一般限于:有宫颈机能不全且因解剖原因(如宫颈切除术后)无法经阴道环扎者,或经阴道环扎失败并致中孕期流产者。",
    ),
    women=findings.not_multiple,
    when=abdominal_indication,
    window=Window(closes=weeks(24)),
    grade="Level C", locus="Summary of Recommendations and Conclusions", read="abstract",
    note=Text(
        "Cerclage indicated by cervical insufficiency is read as the history of HI, with no other cause found; trachelectomy alone is therefore not enough. A failed vaginal cerclage counts whatever its indication, if that pregnancy was lost by itself from 14+0 to 27+6 (our days); a live birth is not a loss. The sentence gives no time: the window closes at viability, read as 24+0; 10-14 weeks is only recalled (TAC-TIME).",
        "“因宫颈机能不全需环扎”按HI的病史(且未发现其他原因)理解,故仅有宫颈切除术史不足。失败的经阴道环扎不论指征均计,但该次妊娠须在14+0–27+6自然流产(天数为我们的理解);活产不算流产。原句未写时间,窗口止于可存活前(24+0);10–14周仅为回忆(见TAC-TIME)。",
    ),
)  # fmt: skip

ACOG142.recommend(
    "TAC-TIME", consider(treatments.abdominal_cerclage, treatments.laparoscopic_route),
    row="ACOG142-TAC-TIME", decision="route",
    says=Text(
        "Abdominal cerclage is placed outside pregnancy or late in the first to early in the second trimester (10 to 14 weeks), by open or laparoscopic operation.",
        "经腹环扎在非孕期或早孕末至中孕初(10–14周)进行,可开腹或腹腔镜。",
    ),
    women=findings.not_multiple, when=abdominal_indication, window=Window(closes=weeks(15)),
    grade="-", locus="discussion; page not seen", read="recalled",
    note=Text("Recalled, not seen. '14 weeks' is read to 14+6.", "仅凭回忆,未见原文。“14周”按至14+6理解。"),
)  # fmt: skip

ACOG142.recommend(
    "TAC-HARM", inform(treatments.abdominal_cerclage),
    row="ACOG142-TAC-HARM", decision="counselling",
    says=Text(
        "Abdominal cerclage carries a much greater risk of haemorrhage, which can threaten life, adds the complications of abdominal surgery, and generally rules out evacuation or birth through the vagina.",
        "经腹环扎出血风险明显更大,可危及生命,并有腹部手术的并发症;放置后一般不能经阴道清宫或分娩。",
    ),
    when=any_of(
        abdominal_indication, woman.cerclage_planned.is_("abdominal"), findings.has_abdominal_suture
    ),
    grade="-", locus="Potential harms (NGC 10211)", read="abstract",
)  # fmt: skip
