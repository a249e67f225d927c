"""The words of every entry, and of who a woman is: registered and corrected."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

ENTRY: dict[str, Text] = {
    "entry.scan": Text("Scan of the cervix", "宫颈超声"),
    "entry.examination": Text("Examination", "检查"),
    "entry.begin": Text("Pregnancy and its dating", "妊娠与核实孕周"),
    "entry.end": Text("End of the pregnancy", "妊娠结局"),
    "entry.cerclage": Text("Cerclage: operation record", "宫颈环扎手术记录"),
    "entry.removal": Text("Removal of the suture", "拆除缝线"),
    "entry.decline": Text("A step declined", "拒绝某项处理"),
    "entry.done": Text("A step done", "某一步已完成"),
    "entry.examination.none": Text(
        "Nothing is filled in: tell at least one finding.", "尚未填写：请至少填写一项所见。"
    ),
    "entry.group.done": Text("What was done", "已完成的内容"),
    "entry.done_on": Text("Day it was done", "完成日期"),
    "entry.note": Text("Note", "备注"),
    "entry.group.scan": Text("Measurement", "测量"),
    "entry.group.examination": Text("Findings", "所见"),
    "entry.group.fetus": Text("The baby", "胎儿"),
    "entry.group.preterm": Text("Labour or birth before 37+0", "37+0周前临产或分娩"),
    "entry.group.measured": Text("Measured", "测量值"),
    "entry.group.dating": Text("How far along", "孕周依据"),
    "entry.group.recorded": Text("Recorded", "记录"),
    "entry.group.end": Text("How it ended", "如何结束"),
    "entry.group.suture": Text("The suture", "缝线"),
    "entry.group.cerclage": Text("The suture", "缝线"),
    "entry.group.height": Text("Number and height", "数目与高度"),
    "entry.group.depth": Text("Bites and depth", "进针与深度"),
    "entry.group.course": Text("Course", "手术经过"),
    "entry.group.removal": Text("Who takes it out, where and when", "由谁、在何处、何时拆线"),
    "entry.group.out": Text("Removal", "拆线"),
    "entry.group.decline": Text("What she declined", "拒绝的内容"),
    "entry.on": Text("Day", "日期"),
    "entry.said": Text("Note, or her own words", "备注或她的原话"),
    "entry.by": Text("Dated by", "依据"),
    "entry.by.crl": Text("early scan (crown-rump length)", "早孕超声（头臀长）"),
    "entry.by.scan": Text("a later scan", "较晚的超声"),
    "entry.by.lmp": Text("last period", "末次月经"),
    "entry.by.transfer": Text("egg collection (or transfer less the age of the embryo)", "取卵日（移植日减胚胎日龄）"),
    "entry.by.due": Text("due date as given", "已定的预产期"),
    "entry.day": Text("Its day", "该日期"),
    "entry.day.help": Text(
        "The day of the scan, the first day of the period, of egg collection, or the due date: 2026-04-06.",
        "超声日、末次月经第一天、取卵日或预产期，写成2026-04-06。",
    ),
    "entry.gestation": Text("Gestation at that scan", "该次超声的孕周"),
    "entry.gestation.help": Text("Only for a scan.", "仅超声需填。"),
    "entry.within": Text("Uncertain by (days, either side)", "前后误差（天）"),
    "entry.within.help": Text(
        "Left empty, the due date is taken as exact, and that it was not stated is shown.",
        "不填则视为准确，并会注明未说明误差。",
    ),
    "entry.correction": Text("This corrects the dating of the present pregnancy", "更正本次妊娠的孕周"),
    "entry.correction.tick": Text("yes, the same pregnancy", "是，同一次妊娠"),
    "entry.ended_on": Text("Day it ended", "结束日期"),
    "entry.suture": Text("A suture is recorded as in. Is it out?", "记录显示缝线仍在，是否已拆？"),
    "entry.suture.out": Text("taken out", "已拆除"),
    "entry.suture.in": Text("still in", "仍在"),
    "entry.removed_on": Text("Day it came out", "拆线日期"),
    "entry.technique": Text("Technique", "术式"),
    "entry.indication": Text("Why it was placed", "指征"),
    "entry.anaesthesia": Text("Anaesthesia", "麻醉"),
    "entry.anaesthesia.help": Text("spinal, general …", "腰麻、全麻等"),
    "entry.material": Text("Material", "缝线材料"),
    "entry.material.help": Text("Mersilene tape, monofilament …", "Mersilene带、单股不可吸收线等"),
    "entry.knot": Text("Knot", "线结位置"),
    "entry.knot.help": Text("where it lies: 12 o'clock …", "如12点处"),
    "entry.sutures": Text("Number of sutures", "缝线数目"),
    "entry.level": Text("Height of the suture", "缝扎高度"),
    "entry.to_external": Text("Distance to the external os", "距外口"),
    "entry.to_internal": Text("Distance to the internal os", "距内口"),
    "entry.bites": Text("Number of bites", "进针次数"),
    "entry.depth": Text("Depth of the bites", "进针深度"),
    "entry.depth_judged": Text("The operator's own judgement of the depth", "术者对深度的判断"),
    "entry.depth_judged.help": Text(
        "Too shallow does not hold, too deep may pass the membranes. It is asked and kept, never scored.",
        "过浅无效，过深可能穿透胎膜。只作询问和记录，不评分。",
    ),
    "entry.depth_judged.right": Text("as intended", "符合预期"),
    "entry.depth_judged.shallow": Text("perhaps too shallow", "可能过浅"),
    "entry.depth_judged.deep": Text("perhaps too deep", "可能过深"),
    "entry.depth_judged.unsure": Text("cannot say", "不好判断"),
    "entry.membranes_before": Text("Membranes before", "术前胎膜"),
    "entry.membranes_after": Text("Membranes after", "术后胎膜"),
    "entry.blood_loss": Text("Blood loss", "出血量"),
    "entry.complications": Text("Complications", "并发症"),
    "entry.remover": Text("Who takes it out", "由谁拆线"),
    "entry.remove_where": Text("Where", "在何处"),
    "entry.remove_when": Text("When", "何时"),
    "entry.remove_when.help": Text(
        "as agreed with her; a day written as 2026-03-02 stands on her own page too. The protocol's window is shown "
        "after saving",
        "与患者约定的时间；写成2026-03-02的日期也会显示在患者专属页面。保存后显示方案的拆线窗口",
    ),
    "entry.arrange": Text("Who takes the suture out, where and when", "拆线安排：由谁、何处、何时"),
    "entry.arrange.none": Text(
        "No suture placed through the vagina is recorded as in: there is nothing to arrange.",
        "没有记录经阴道缝线在位，无需安排拆线。",
    ),
    "entry.cerclage.in": Text(
        "A suture is recorded as in already: {}. Save here only a second one.",
        "已记录有缝线在位：{}。仅在再次环扎时在此录入。",
    ),
    "entry.cerclage.in.untold": Text("which one and when is not told", "术式与日期不详"),
    "entry.end.none": Text(
        "No pregnancy of hers is recorded: begin one, with its dating, first.", "没有妊娠记录：请先记录妊娠及核实孕周。"
    ),
    "entry.end.ended": Text(
        "The end of this pregnancy is recorded. What came of it since is an outcome follow-up; an entry made in error is withdrawn under all events.",
        "本次妊娠的结局已记录。后续情况请录入“结局随访”；录入有误的，请在“全部记录”中撤销。",
    ),
    "entry.saved.removal_arranged": Text(
        "Saved; it stands on Today's line and on her page.", "已保存，将显示在“今日”和患者主页。"
    ),
    "entry.did.removal_arranged": Text("arranged the removal", "安排了拆线"),
    "entry.level.help": Text("as you would write it: at the cervicovaginal junction …", "如宫颈阴道交界处等"),
    "entry.depth.help": Text("in millimetres, as judged at the operation", "以毫米为单位，术中估计"),
    "entry.published": Text(
        "What is published of height and depth; nothing here is scored", "关于高度与深度的文献；不作评分"
    ),
    "entry.followed": Text("Outcome follow-up", "结局随访"),
    "entry.group.followed": Text("Which pregnancy", "哪次妊娠"),
    "entry.group.note": Text("Note", "备注"),
    "entry.group.began": Text("How it began, for her history", "起因与经过（计入病史）"),
    "entry.group.mother": Text("Core outcomes of the mother (4)", "核心结局：母体（4项）"),
    "entry.group.baby": Text("Core outcomes of the baby (9)", "核心结局：婴儿（9项）"),
    **{
        f"entry.group.baby{number}": Text(f"Core outcomes of baby {number} (9)", f"核心结局：婴儿{number}（9项）")
        for number in range(1, 7)
    },
    "entry.core.gestation": Text("Gestation is reckoned from the dating: {} on {}.", "孕周按核实孕周推算：{1}为{0}。"),
    "entry.of": Text("Pregnancy", "妊娠"),
    "entry.followed_on": Text("Seen or told on", "随访日期"),
    "entry.followed.none": Text(
        "No ended pregnancy of hers is recorded with its day, so nothing can be followed up.",
        "没有记录结束日期的妊娠，暂无可随访的结局。",
    ),
    "entry.weight.help": Text(
        "In grams: 3120. Which disease counts as each morbidity, you judge.", "以克为单位：3120。各项疾病由您判断。"
    ),
    "entry.weighed": Text("Is this weight right?", "体重是否无误？"),
    "entry.weighed.yes": Text("yes, it was weighed so", "是，称得如此"),
    "entry.saved.followed": Text("Outcome follow-up saved.", "结局随访已保存。"),
    "entry.did.followed": Text("recorded an outcome follow-up", "记录了结局随访"),
    "entry.step": Text("Which step of her plan", "计划中的哪一步"),
    "entry.step.none_done": Text(
        "No step of her plan is to be marked: the others count as done when the scan, the operation or the answer is recorded.",
        "她的计划中没有需要手工标记的步骤：其余步骤在录入超声、手术或病史后自动视为完成。",
    ),
    "entry.step.none": Text("No step of her plan is open to be declined.", "她的计划中目前没有可拒绝的步骤。"),
    "entry.reason": Text("Her reason", "她的理由"),
    "entry.reason.help": Text("It stays beside the step on Today.", "会显示在“今日”的该步骤旁。"),
    "entry.saved.scanned": Text("Scan saved.", "超声已保存。"),
    "entry.saved.examined": Text("Examination saved.", "检查已保存。"),
    "entry.saved.pregnancy_began": Text("Pregnancy saved.", "妊娠已保存。"),
    "entry.saved.pregnancy_ended": Text(
        "The end of this pregnancy is saved; it now belongs to her history.", "妊娠结局已保存，并已计入病史。"
    ),
    "entry.saved.cerclage_placed": Text("Cerclage saved.", "环扎已保存。"),
    "entry.saved.suture_removed": Text("Removal saved.", "拆线已保存。"),
    "entry.saved.done": Text("Saved: this step is done.", "已保存：该步骤已完成。"),
    "entry.saved.withdrawn": Text("The entry is withdrawn.", "该条记录已撤销。"),
    "entry.saved.back": Text("The entry stands again.", "该条记录已恢复。"),
    "entry.saved.declined": Text("Saved: she declined this step.", "已保存：患者拒绝该步骤。"),
    "entry.window": Text("The suture comes out", "拆线时间"),
    "entry.window.open": Text("First day", "窗口第一天"),
    "entry.window.best": Text("Best", "最佳"),
    "entry.window.closes": Text("Last day", "窗口最后一天"),
    "entry.window.until": Text(" to ", "至"),
    "entry.window.some": Text("under some due date", "部分预产期下"),
    "entry.window.wide": Text(
        "The dating is less certain than the window is long: no day lies in it under every due date. Date the "
        "pregnancy more exactly, or agree a day with her.",
        "孕周的误差大于拆线窗口：没有一天在所有可能的预产期下都落在窗口内。请进一步核实孕周，或与患者约定日期。",
    ),
    "entry.window.tracked": Text(
        "It stays on Today until its removal is recorded.", "在记录拆线之前，会一直列在“今日”。"
    ),
    "entry.window.undated": Text(
        "No removal window can be given: the pregnancy is not dated, or the suture is abdominal and stays in.",
        "无法给出拆线窗口：孕周未核实，或为经腹环扎（不拆）。",
    ),
    "entry.did.identity_corrected": Text("corrected who she is", "更正了身份信息"),
    "entry.did.registered": Text("registered her", "登记了患者"),
    "entry.did.answered": Text("answered a question", "回答了一个问题"),
    "entry.did.scanned": Text("recorded a scan", "记录了超声"),
    "entry.did.examined": Text("recorded an examination", "记录了检查"),
    "entry.did.pregnancy_began": Text("recorded the pregnancy", "记录了妊娠"),
    "entry.did.pregnancy_ended": Text("recorded the end of the pregnancy", "记录了妊娠结局"),
    "entry.did.cerclage_placed": Text("recorded a cerclage", "记录了环扎"),
    "entry.did.suture_removed": Text("recorded a removal", "记录了拆线"),
    "entry.did.declined": Text("recorded a refusal", "记录了拒绝"),
    "entry.did.done": Text("marked a step done", "标记了一个步骤完成"),
    "entry.did.signed": Text("signed", "签署了决定"),
    "entry.did.withdrawn": Text("withdrew an entry", "撤销了一条记录"),
    "entry.did.called": Text("recorded a call", "记录了电话"),
    "entry.did.snoozed": Text("put a step off", "推迟了一个步骤"),
    "entry.did.escalated": Text("passed a step on", "上报了一个步骤"),
    "entry.example": Text("for example {}", "例如 {}"),
    "entry.required": Text("needed", "必填"),
}

REGISTER: dict[str, Text] = {
    "who.title": Text("Correct who she is", "更正身份信息"),
    "who.correct": Text("Correct", "更正"),
    "who.saved": Text("Corrected. What stood there before stays in her record.", "已更正，原有信息仍保留在记录中。"),
    "register.title": Text("Register a woman", "登记新患者"),
    "register.number": Text("Hospital number", "病案号"),
    "register.number.help": Text(
        "The only thing of her that reaches a log. Never a name.", "日志中只出现此号，请勿填写姓名。"
    ),
    "register.name": Text("Name", "姓名"),
    "register.phone": Text("Telephone", "电话"),
    "register.language": Text("Her language", "患者语言"),
    "register.language.zh": Text("Chinese", "中文"),
    "register.language.en": Text("English", "英文"),
    "register.save": Text("Register and take the history", "登记并采集病史"),
    "register.taken": Text(
        "this number is registered already: look her up instead", "此病案号已登记：请直接查找该患者"
    ),
}

WORDS: dict[str, Text] = {**ENTRY, **REGISTER}
