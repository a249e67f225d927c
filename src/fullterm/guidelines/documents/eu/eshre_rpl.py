"""ESHRE, recurrent pregnancy loss, 2022 update (published 2023): the uterus, the cervix, and what is looked for.

Written from `clinical/guidelines-world.md` section 3. The texts on cervix and uterus were not visible: they are recalled
from the 2017 edition, and nothing here advises until somebody has read PMC9982362.
"""

from __future__ import annotations

from datetime import date

from fullterm.guidelines.model import Guideline, consider, do_not_offer, inform, not_routinely, offer, uncertain
from fullterm.logic.language import all_of, any_of, count, weeks
from fullterm.vocabulary import earlier, findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text

ESHRE_RPL = Guideline(
    id="eshre-rpl", short="ESHRE RPL 2022",
    title=Text("Recurrent pregnancy loss, update 2022", "复发性妊娠丢失指南(2022更新)"),
    publisher="ESHRE", country="EU", published=date(2023, 1, 1), url="https://doi.org/10.1093/hropen/hoad002",
    edition="2022 update, Hum Reprod Open 2023(1):hoad002",
)  # fmt: skip

lost_before_24 = all_of(earlier.outcome.is_("loss"), earlier.gestation < weeks(24))
recurrent = count(earlier.EARLIER, lost_before_24) >= 2
wording_of_2017 = Text(
    "Recalled from the 2017 text; the 2022 wording was not seen.", "据2017版回忆;未见2022版措辞。"
)  # fmt: skip

ESHRE_RPL.recommend(
    "DEF", inform(),
    row="ESHRE22-DEF", decision="diagnosis",
    says=Text(
        "Two or more losses before 24 weeks, not necessarily consecutive, each confirmed at least by hCG, are recurrent pregnancy loss.",
        "24周前两次及以上妊娠丢失(不必连续,至少经hCG证实)为复发性妊娠丢失。",
    ),
    when=recurrent, grade="-", locus="PMC10380966, table 1", read="secondary",
    note=Text(
        "Two, not consecutive, hCG: from a secondary table. 24 weeks and the exclusion of ectopic and molar pregnancy are recalled. A 2019 review says 'consecutive' of ESHRE 2017: taken as an error.",
        "“两次、不必连续、hCG”据二手表格;24周及排除异位与葡萄胎系回忆。2019年一综述称ESHRE 2017要求“连续”,视为有误。",
    ),
)  # fmt: skip
ESHRE_RPL.recommend(
    "ANAT-01", offer(treatments.uterine_imaging),
    row="ESHRE22-ANAT-01", decision="investigations",
    says=Text("The anatomy of the uterus is assessed in every woman with recurrent loss.", "所有复发性妊娠丢失者均评估子宫形态。"),
    when=recurrent, grade="strong ⊕⊕", locus="-", read="recalled", note=wording_of_2017,
)  # fmt: skip
ESHRE_RPL.recommend(
    "ANAT-02", consider(treatments.uterine_imaging),
    row="ESHRE22-ANAT-02", decision="investigations",
    says=Text(
        "Three-dimensional transvaginal ultrasound is preferred; sonohysterography over hysterosalpingography; MRI is not first.",
        "首选三维经阴道超声;子宫声学造影优于输卵管造影;磁共振非一线。",
    ),
    when=recurrent, grade="conditional", locus="-", read="recalled", note=wording_of_2017,
)  # fmt: skip
ESHRE_RPL.recommend(
    "SEPT", uncertain(treatments.septum_resection),
    row="ESHRE22-SEPT", decision="uterus",
    says=Text("Whether resecting a septum helps is unproven and should be studied in trials.", "纵隔切除获益未经证实,宜在试验中评估。"),
    when=all_of(recurrent, findings.septum), grade="conditional ⊕", locus="-", read="recalled",
    note=Text("The 2022 wording was not seen.", "未见2022版措辞。"),
)  # fmt: skip
ESHRE_RPL.recommend(
    "BICORP", do_not_offer(treatments.metroplasty),
    row="ESHRE22-BICORP", decision="uterus",
    says=Text("No metroplasty for a bicorporeal uterus with a normal cervix.", "宫颈正常的双角子宫不行成形术。"),
    when=all_of(recurrent, woman.uterine_anomaly.is_("bicornuate")), grade="strong ⊕", locus="-", read="recalled",
    note=wording_of_2017,
)  # fmt: skip
ESHRE_RPL.recommend(
    "HEMI", do_not_offer(treatments.metroplasty),
    row="ESHRE22-HEMI", decision="uterus",
    says=Text("No reconstruction of a hemi-uterus.", "单角子宫不行重建术。"),
    when=all_of(recurrent, woman.uterine_anomaly.is_("unicornuate")), grade="strong", locus="-", read="recalled",
    note=wording_of_2017,
)  # fmt: skip
ESHRE_RPL.recommend(
    "POLYP", uncertain(treatments.polyp_removal, treatments.fibroid_removal),
    row="ESHRE22-POLYP", decision="uterus",
    says=Text(
        "There is not enough evidence for removing submucous fibroids or polyps because of recurrent loss.",
        "因复发性妊娠丢失切除黏膜下肌瘤或息肉,证据不足。",
    ),
    when=all_of(recurrent, any_of(woman.submucous_fibroid, woman.polyps)), grade="conditional", locus="-",
    read="recalled", note=wording_of_2017,
)  # fmt: skip
ESHRE_RPL.recommend(
    "FIB", not_routinely(treatments.fibroid_removal),
    row="ESHRE22-FIB", decision="uterus",
    says=Text(
        "Intramural fibroids are not removed because of recurrent loss; for those that distort the cavity the evidence does not suffice.",
        "不因复发性妊娠丢失切除肌壁间肌瘤;对使宫腔变形者证据不足。",
    ),
    when=all_of(recurrent, woman.intramural_fibroid), grade="conditional", locus="-", read="recalled",
    note=wording_of_2017,
)  # fmt: skip
ESHRE_RPL.recommend(
    "IUA", uncertain(treatments.adhesiolysis),
    row="ESHRE22-IUA", decision="uterus",
    says=Text(
        "There is not enough evidence that dividing adhesions improves the outcome; if done, new adhesions are to be prevented.",
        "宫腔粘连分离能否改善妊娠结局证据不足;如施行须预防再粘连。",
    ),
    when=all_of(recurrent, woman.adhesions), grade="conditional", locus="-", read="recalled", note=wording_of_2017,
)  # fmt: skip
ESHRE_RPL.recommend(
    "CX-01", offer(treatments.serial_scans),
    row="ESHRE22-CX-01", decision="surveillance",
    says=Text(
        "Serial scans of the cervix are offered after second-trimester losses when cervical weakness is suspected.",
        "中孕期流产并怀疑宫颈机能不全者,提供系列宫颈超声。",
    ),
    when=all_of(woman.pregnant, pregnancy.gestation < weeks(24), findings.typical_history),
    grade="strong ⊕⊕", locus="-", read="recalled",
    note=Text(
        "The text says 'losses' in the plural; one is read. 'Suspected' is read as a typical history.",
        "原文“losses”为复数,按一次读;“怀疑”按典型病史理解。",
    ),
)  # fmt: skip
ESHRE_RPL.recommend(
    "CX-02", consider(treatments.history_cerclage),
    row="ESHRE22-CX-02", decision="cerclage",
    says=Text(
        "Cerclage can be considered in a singleton after recurrent second-trimester loss from cervical weakness; it is not shown to raise perinatal survival.",
        "因宫颈机能不全反复中孕期流产的单胎可考虑环扎;未见提高围产儿存活。",
    ),
    women=findings.not_multiple, when=count(earlier.EARLIER, findings.typical_loss) >= 2,
    grade="conditional ⊕⊕", locus="-", read="recalled", note=wording_of_2017,
)  # fmt: skip
ESHRE_RPL.recommend(
    "APS", offer(treatments.antiphospholipid_tests),
    row="ESHRE22-APS", decision="investigations",
    says=Text(
        "Lupus anticoagulant and anticardiolipin antibodies are tested after two losses; anti-β2-glycoprotein I may be considered.",
        "两次丢失后检测狼疮抗凝物与抗心磷脂抗体,可考虑抗β2糖蛋白I。",
    ),
    when=recurrent, grade="strong ⊕⊕ / GPP", locus="-", read="recalled", note=wording_of_2017,
)  # fmt: skip
ESHRE_RPL.recommend(
    "THR", not_routinely(treatments.thrombophilia_tests),
    row="ESHRE22-THR", decision="investigations",
    says=Text(
        "No screening for inherited thrombophilia except in research or with other risk factors.",
        "除研究或另有高危因素外,不筛查遗传性易栓症。",
    ),
    when=recurrent, grade="conditional", locus="-", read="recalled", note=wording_of_2017,
)  # fmt: skip
