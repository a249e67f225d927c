"""The words of the passport and the letters, and of the page that prints them."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

WORDS: dict[str, Text] = {
    "woman_pages.letters": Text("Passport and letters", "就诊卡与信函"),
    "letters.title": Text("Passport and letters", "就诊卡与信函"),
    "letters.which": Text("What to print", "打印内容"),
    "letters.language": Text("Language", "语言"),
    "letters.preview": Text("Show", "预览"),
    "letters.print": Text("Open the PDF", "打开PDF"),
    "letters.to": Text("To whom", "收信人"),
    "letters.to.help": Text(
        "A hospital, a department or a person. Printed, not kept.", "医院、科室或医生。仅打印，不保存。"
    ),
    "letters.asked": Text("What is asked", "转诊目的"),
    "letters.asked.help": Text(
        "In your own words: what the other hospital is asked to do. Printed, not kept.",
        "请写明希望对方医院做什么。仅打印，不保存。",
    ),
    "letters.no_pango": Text(
        "This server cannot make PDFs yet: the administrator installs Pango once (apt-get install libpango-1.0-0 "
        "libpangoft2-1.0-0). Until then print the preview from the browser.",
        "本服务器尚不能生成PDF：请管理员安装一次 Pango（apt-get install libpango-1.0-0 libpangoft2-1.0-0）。在此之前可用浏览器打印预览。",
    ),
    "letters.name.passport": Text("Passport for an emergency elsewhere (A5)", "急诊就诊卡（A5）"),
    "letters.name.referral": Text("Referral letter (A4)", "转诊信（A4）"),
    "letters.name.consent": Text("Before a planned suture: information (A4)", "择期环扎术前告知（A4）"),
    "letters.name.consent-emergency": Text("Before an emergency suture: information (A4)", "紧急环扎术前告知（A4）"),
    "letters.name.consent-abdominal": Text("Before an abdominal suture: information (A4)", "经腹环扎术前告知（A4）"),
    "letters.chinese": Text("中文", "中文"),
    "letters.english": Text("English", "English"),
    # what stands on every letter
    "letter.foot": Text("Printed on {} from fullterm, record version {}", "{} 由 fullterm 打印，记录版本 {}"),
    "letter.demonstration": Text("Demonstration: an invented woman", "演示：虚构患者"),
    "letter.name": Text("Name", "姓名"),
    "letter.number": Text("Number", "病案号"),
    "letter.phone": Text("Telephone", "电话"),
    "letter.age": Text("Age", "年龄"),
    "letter.not_told": Text("not recorded", "未记录"),
    "letter.call": Text("Call the hospital that treats her, day or night", "请致电其主管医院（昼夜）"),
    "letter.call.none": Text("number not recorded", "未记录电话"),
    "letter.pregnant": Text("Pregnancy", "妊娠"),
    "letter.pregnant.no": Text("none recorded on the day printed", "打印当日无妊娠记录"),
    "letter.gestation": Text("Gestation on the day printed", "打印当日孕周"),
    "letter.died": Text("Babies confirmed dead by a doctor", "经医生确认死亡的胎儿数"),
    "letter.due": Text("Due date", "预产期"),
    "letter.dated": Text("Dated", "推算依据"),
    "letter.fetuses": Text("Babies", "胎数"),
    "letter.placenta": Text("Placenta praevia", "前置胎盘"),
    "letter.colon": Text(": ", "："),
    "letter.read.full text": Text("read in full", "已读全文"),
    "letter.read.abstract": Text("read in abstract", "已读摘要"),
    # passport
    "letter.passport": Text("Passport for an emergency", "急诊就诊卡"),
    "letter.passport.for": Text("For the doctor who receives her elsewhere", "供外院接诊医生使用"),
    "letter.passport.dating": Text("This pregnancy", "本次妊娠"),
    "letter.suture": Text("The suture in her cervix", "宫颈缝线"),
    "letter.suture.none": Text("No suture is recorded as in place on the day printed.", "打印当日无在位缝线记录。"),
    "letter.suture.kind": Text("Suture", "缝线"),
    "letter.suture.on": Text("Placed on", "环扎日期"),
    "letter.suture.at": Text("Placed at", "环扎孕周"),
    "letter.removal": Text("Planned to come out", "计划拆线"),
    "letter.removal.lost": Text(
        "the baby has died, or no heartbeat was seen: a senior doctor decides now with her what becomes of the suture",
        "胎儿已死亡或未见胎心：由高年资医生与其本人立即商定缝线如何处理",
    ),
    "letter.removal.late": Text("overdue: it should be out already", "已逾期：应已拆除"),
    "letter.removal.after": Text(
        "the pregnancy has ended and it is still in: it is to come out", "妊娠已结束而缝线仍在：应予拆除"
    ),
    "letter.protocol": Text("protocol of {}", "{}方案"),
    "letter.do": Text("What to do", "处理要点"),
    "letter.do.labour": Text("Labour: the suture comes out", "临产：拆除缝线"),
    "letter.do.waters": Text("Ruptured membranes", "胎膜破裂"),
    "letter.do.bleeding": Text("Bleeding", "出血"),
    "letter.do.bleeding.none": Text(
        "No document read closely here has a rule for bleeding alone. Look for labour, ruptured membranes and abruption; "
        "in labour the suture comes out. Please call us.",
        "所核对的文献中没有仅针对出血的规定。请排查临产、胎膜破裂和胎盘早剥；一旦临产即拆线。请与我们联系。",
    ),
    "letter.do.otherwise": Text("Otherwise", "无上述情况"),
    "letter.do.abdominal": Text("The suture is abdominal: it is not cut from below", "经腹缝线：不经阴道剪线"),
    "letter.do.decides": Text("The doctor who sees her decides.", "由接诊医生决定。"),
    "letter.allergies": Text("Allergies, blood group, medicines", "过敏史、血型、用药"),
    "letter.allergies.ask": Text(
        "not kept in this record: ask her, and write here", "本记录未收集：请询问本人并填写于此"
    ),
    "letter.history": Text("Earlier pregnancies", "既往妊娠"),
    "letter.history.none": Text("None told.", "未诉既往妊娠。"),
    "letter.history.open": Text("The list may not be complete.", "记录可能不完整。"),
    "letter.history.suture": Text("suture", "环扎"),
    # referral
    "letter.referral": Text("Referral", "转诊信"),
    "letter.to": Text("To", "致"),
    "letter.asked": Text("What we ask", "转诊目的"),
    "letter.asked.none": Text("(to be written by the referring doctor)", "（由转诊医生填写）"),
    "letter.herself": Text("What was found in her", "检查所见"),
    "letter.now": Text("How she is, as told on the day printed or as last valid", "目前情况（打印当日仍有效的记录）"),
    "letter.scans": Text("Scans of the cervix", "宫颈超声"),
    "letter.scans.none": Text("None recorded.", "无记录。"),
    "letter.scans.on": Text("Day", "日期"),
    "letter.scans.at": Text("Gestation", "孕周"),
    "letter.scans.length": Text("Length", "长度"),
    "letter.scans.rest": Text("Also", "其他"),
    "letter.signed": Text("Diagnosis as signed", "已签署的诊断"),
    "letter.signed.confirmed": Text(
        "Cervical insufficiency: confirmed by the doctor on {}", "宫颈机能不全：医生于{}确认"
    ),
    "letter.signed.rejected": Text(
        "Cervical insufficiency: rejected by the doctor on {}", "宫颈机能不全：医生于{}排除"
    ),
    "letter.unknown": Text(
        "What is not written here is not known; it does not mean no.", "未写明者为未知，不代表没有。"
    ),
    "letter.signature": Text("Doctor, signature, day", "医生签名、日期"),
    # consent
    "letter.consent.planned": Text("Before a suture in the neck of the womb", "宫颈环扎术前告知"),
    "letter.consent.emergency": Text("Before an emergency suture in the neck of the womb", "紧急宫颈环扎术前告知"),
    "letter.consent.abdominal": Text("Before a suture placed through the abdomen", "经腹宫颈环扎术前告知"),
    "letter.consent.read": Text(
        "Please read this at your own pace and ask whatever you wish. You may say no, and you may change your mind.",
        "请从容阅读，有任何疑问都可以提出。您可以不同意，也可以改变决定。",
    ),
    "letter.consent.studies": Text(
        "The figures below are about the women of the studies named. They are not your own chance: nobody can tell it. "
        "Beside each stands where it was published and how we read it.",
        "以下数字来自所注明研究中的女性，并不是您个人的概率，个人的结果无法预知。每个数字旁注明出处以及我们的阅读方式。",
    ),
    "letter.consent.what": Text("What is done", "手术内容"),
    "letter.consent.what.planned": Text(
        "A strong thread is placed around the neck of the womb through the vagina, under an anaesthetic, to help it stay "
        "closed. It stays in until shortly before birth.",
        "在麻醉下经阴道用不可吸收缝线环绕缝扎宫颈，帮助其保持闭合。缝线保留至临近分娩时拆除。",
    ),
    "letter.consent.what.emergency": Text(
        "The neck of the womb has begun to open. A strong thread is placed around it through the vagina, under an "
        "anaesthetic. Whether it holds is uncertain, and how it goes depends on much that cannot be known beforehand.",
        "宫颈口已经开始张开。在麻醉下经阴道用缝线环绕缝扎。能否维持尚不确定，结果取决于许多事先无法知道的因素。",
    ),
    "letter.consent.what.abdominal": Text(
        "A strong band is placed around the upper neck of the womb through the abdomen, by keyhole or open operation, "
        "under an anaesthetic. With it, birth is by caesarean.",
        "在麻醉下经腹（腹腔镜或开腹）将环扎带置于宫颈上部。术后分娩方式为剖宫产。",
    ),
    "letter.consent.saw": Text("What studies saw", "研究结果"),
    "letter.consent.harms": Text("What may go wrong", "可能的风险"),
    "letter.consent.instead": Text("What else may be done", "其他选择"),
    "letter.consent.instead.nothing": Text(
        "To do nothing for now, or to watch and decide again, is a choice too.",
        "暂不手术，或观察后再决定，也是一种选择。",
    ),
    "letter.consent.out": Text("How it comes out", "拆线"),
    "letter.consent.call": Text(
        "Afterwards: bleeding, fluid, repeated tightening, pain, fever: call at once, day or night.",
        "术后如有出血、流液、肚子一阵阵发紧、腹痛、发热：请立即来电，昼夜均可。",
    ),
    "letter.consent.said": Text("What I asked, and what was answered", "我的问题与医生的答复"),
    "letter.consent.her": Text("I have read this and talked about it: name, day", "本人已阅读并讨论：姓名、日期"),
    "letter.consent.doctor": Text("Doctor who explained: name, day", "告知医生：姓名、日期"),
    "letter.consent.not_form": Text(
        "This sheet informs. The hospital's own consent form is signed beside it.",
        "本页仅供告知，另需签署医院的手术知情同意书。",
    ),
}
