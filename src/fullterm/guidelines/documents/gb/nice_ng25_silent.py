"""NICE NG25: what the document was searched for and does not answer. Silence is an answer, not an absence.

Written from `clinical/guidelines-english.md` section 5 (row NICE25-SILENT: the full text was searched) and the two
lines of section 11 that rest on the rationale and on the whole text; searched again in the text of 2022.
"""

from __future__ import annotations

from fullterm.guidelines.documents.gb.nice_ng25 import NG25, not_yet_24, short, vaginal_suture
from fullterm.guidelines.model import inform, no_recommendation
from fullterm.logic.language import ALWAYS, all_of, any_of, mm, not_, some
from fullterm.vocabulary import findings, pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.preterm_labour import injured_cervix, symptoms_of_preterm_labour

short_scan = all_of(pregnancy.scan_method.is_("transvaginal"), pregnancy.scan_length <= mm(25))
OURS = Text(
    "For whom the silence matters is our choice: the document names nobody.",
    "“对谁而言属于未说明”由我们界定,原文未指明对象。",
)

NG25.recommend(
    "SILENT-history-cerclage", no_recommendation(treatments.history_cerclage),
    row="NICE25-SILENT", decision="cerclage",
    says=Text(
        "Cerclage because of the history alone, without a measured cervix, is not addressed.",
        "未测宫颈长度、仅凭病史的环扎,未作说明。",
    ),
    women=findings.not_multiple, when=findings.preterm_birth_or_late_loss,
    grade="-", locus="full-text search", read="full text",
    note=Text(
        "Silent after one loss as after three. The document names nobody; we say it to women with a spontaneous birth or loss between 14+0 and 36+6. The evidence on preventive cerclage was not reviewed again in 2019 (rationale p.29).",
        "无论一次或三次流产均未说明。原文未指明对象,此处对孕14+0–36+6有自发早产或流产史者显示。2019年未重新审查预防性环扎的证据(说明第29页)。",
    ),
)  # fmt: skip

NG25.recommend(
    "SILENT-abdominal", no_recommendation(treatments.abdominal_cerclage),
    row="NICE25-SILENT", decision="route",
    says=Text("Abdominal cerclage is not addressed.", "经腹宫颈环扎未作说明。"),
    women=findings.not_multiple,
    when=any_of(findings.earlier_cerclage, findings.trachelectomy, woman.transvaginal_cerclage_impossible),
    grade="-", locus="full-text search", read="full text",
    note=Text(
        "NICE published separate guidance on the laparoscopic procedure (IPG639). For whom the silence matters is our choice.",
        "NICE另有腹腔镜环扎手术指南(IPG639)。对谁显示由我们界定。",
    ),
)  # fmt: skip

NG25.recommend(
    "SILENT-interval", no_recommendation(treatments.serial_scans),
    row="NICE25-SILENT", decision="surveillance",
    says=Text(
        "How often the cervix is measured between 16+0 and 24+0 is not addressed.",
        "孕16+0–24+0周宫颈测量的间隔未作说明。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, not_yet_24, findings.preterm_birth_or_late_loss),
    grade="-", locus="full-text search", read="full text", note=OURS,
)  # fmt: skip

NG25.recommend(
    "SILENT-pessary", no_recommendation(treatments.pessary),
    row="NICE25-SILENT", decision="pessary",
    says=Text("A cervical pessary for a short cervix is not addressed.", "宫颈短者使用宫颈托未作说明。"),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, not_yet_24, short),
    grade="-", locus="full-text search", read="full text",
    note=Text(
        "For whom the silence matters is our choice. For twins and triplets NG137 1.5.6 speaks.",
        "对谁显示由我们界定。双胎、三胎见NG137 1.5.6。",
    ),
)  # fmt: skip

NG25.recommend(
    "SILENT-technique", no_recommendation(treatments.technique),
    row="NICE25-SILENT", decision="operation",
    says=Text("How the suture is placed is not addressed.", "环扎的术式与操作未作说明。"),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, not_yet_24, short),
    grade="-", locus="full-text search", read="full text", note=OURS,
)  # fmt: skip

NG25.recommend(
    "SILENT-removal", no_recommendation(treatments.suture_removal),
    row="NICE25-SILENT", decision="removal",
    says=Text(
        "At which gestation the suture is removed is not addressed; only that a plan must exist.",
        "拆线孕周未作说明,仅要求必须有拆线计划。",
    ),
    women=vaginal_suture, when=ALWAYS,
    grade="-", locus="full-text search", read="full text",
    note=Text("The plan itself is asked for in 1.2.5 and 1.6.4.", "拆线计划的要求见1.2.5和1.6.4。"),
)  # fmt: skip

NG25.recommend(
    "SILENT-progesterone-with-suture", no_recommendation(treatments.vaginal_progesterone),
    row="NICE25-SILENT", decision="aftercare",
    says=Text(
        "On progesterone in addition to a cerclage nothing is recommended; whether both together do more is asked of research.",
        "环扎之外加用孕酮未作推荐,仅列为待研究的问题。",
    ),
    women=all_of(findings.not_multiple, findings.has_suture), when=ALWAYS,
    grade="-", locus="full-text search; recommendation for research 5, p.26", read="full text",
)  # fmt: skip

NG25.recommend(
    "SILENT-bed-rest", no_recommendation(treatments.bed_rest),
    row="NICE25-SILENT", decision="not_to_do",
    says=Text("Bed rest is not addressed.", "卧床休息未作说明。"),
    women=findings.not_multiple, when=woman.pregnant,
    grade="-", locus="full-text search", read="full text",
    note=Text("For twins and triplets NG137 1.5.6 speaks.", "双胎、三胎见NG137 1.5.6。"),
)  # fmt: skip

NG25.recommend(
    "SILENT-tests", no_recommendation(treatments.prepregnancy_test),
    row="NICE25-SILENT", decision="investigations",
    says=Text("Tests of the cervix outside pregnancy are not addressed.", "非孕期宫颈功能检查未作说明。"),
    women=findings.not_multiple, when=findings.preterm_birth_or_late_loss,
    grade="-", locus="full-text search; context, p.33", read="full text",
    note=Text(
        "Tests of women without symptoms are outside what the document covers (p.33). For whom the silence matters is our choice: the document names nobody.",
        "无症状妇女的检查不在本指南范围内(第33页)。对谁而言属于未说明由我们界定,原文未指明对象。",
    ),
)  # fmt: skip

NG25.recommend(
    "SILENT-injected", no_recommendation(treatments.injected_progesterone),
    row="D27", decision="progesterone",
    says=Text(
        "Injected progesterone is not addressed: only the vaginal form is spoken of.",
        "肌注孕酮未作说明,全文只涉及阴道用药。",
    ),
    women=findings.not_multiple,
    when=all_of(woman.pregnant, not_yet_24, findings.preterm_birth_or_late_loss),
    grade="-", locus="1.2, p.8", read="full text",
    note=Text(
        "From the table of disagreements, line D27. In twins and triplets NG137 1.5.5 advises against it.",
        "取自分歧表D27。双胎、三胎见NG137 1.5.5(不使用)。",
    ),
)  # fmt: skip

NG25.recommend(
    "rationale-screening", inform(treatments.screening_scan),
    row="D26", decision="surveillance",
    says=Text(
        "No recommendation on scanning every woman: the rationale only describes that the cervix is measured where there is clinical concern, and not as a matter of course; tests of women without symptoms are outside what the document covers.",
        "未就普遍筛查作推荐:说明部分仅描述现状,即有临床顾虑时才测量宫颈,并非产前常规;无症状妇女的检查不在本指南范围内。",
    ),
    women=findings.not_multiple,
    when=all_of(
        woman.pregnant,
        not_yet_24,
        not_(findings.preterm_birth_or_late_loss),
        not_(findings.earlier_pprom),
        not_(injured_cervix),
        not_(some(pregnancy.SCANS, short_scan)),
        not_(symptoms_of_preterm_labour),
    ),
    grade="-", locus="rationale, p.29; context, p.33", read="full text",
    note=Text(
        "A description of practice, no advice. From the table of disagreements, line D26, and warning 3 of the source table. Without clinical concern is read as: no spontaneous birth or loss from 14+0 to 36+6, no waters broken early, no surgery to the cervix and no tear of it, no transvaginal length of 25 mm or less in this pregnancy (1.2.1) and no symptoms of preterm labour or contractions (1.7); an open cervix, a suture or bleeding is not asked about here. Secondary summaries that say NICE wants everybody scanned are wrong.",
        "属现状描述,并非建议。取自分歧表D26及资料警示第3条。“无临床顾虑”理解为:无孕14+0–36+6自发早产或流产、无未足月胎膜早破、无宫颈手术史或裂伤、本次妊娠经阴道测量无≤25 mm(1.2.1)、无早产临产症状或宫缩(1.7);宫口开大、缝线、出血此处未问。某些二手资料称NICE主张普遍筛查,有误。",
    ),
)  # fmt: skip
