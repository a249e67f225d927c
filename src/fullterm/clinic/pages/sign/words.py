"""The words of deciding and signing, and of a signed version."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

WORDS: dict[str, Text] = {
    "woman_pages.sign": Text("Decide and sign", "决定与签署"),
    "sign.title": Text("Decide and sign", "决定与签署"),
    "sign.how": Text(
        "Nothing is chosen for you. What you leave untouched is not decided. The newest signature counts as a whole: "
        "what it does not decide is open again.",
        "系统不预选任何项。未选择的即为未决定。以最新一次签署的全部内容为准：其中未决定的事项恢复为待定。",
    ),
    "sign.nothing": Text("Nothing is recorded of her yet: take the history first.", "尚无任何记录：请先采集病史。"),
    "sign.unreadable": Text(
        "Her record cannot be read, so nothing can be signed: open her page to see what is wrong.",
        "病历无法读取，暂不能签署：请到患者主页查看问题所在。",
    ),
    "sign.diagnosis": Text("Diagnosis", "诊断"),
    "sign.diagnosis.how": Text(
        "The software weighs arguments; the diagnosis is yours. Leave a cause untouched where you say neither.",
        "系统只列出支持与反对的依据，诊断由您作出。不作判断的病因请不要选择。",
    ),
    "sign.diagnosis.rest": Text("Other causes", "其他病因"),
    "sign.confirm": Text("confirm", "确诊"),
    "sign.reject": Text("reject", "否定"),
    "sign.accept": Text("accept", "采纳"),
    "sign.decline": Text("decline", "不采纳"),
    "sign.defer": Text("defer", "暂缓"),
    "sign.open": Text("leave open", "不作决定"),
    "sign.reason": Text("Reason", "理由"),
    "sign.reason.needed": Text("Why it is declined is missing: write the reason.", "缺少不采纳的理由：请填写。"),
    "sign.plan": Text("The hospital's plan", "本院方案"),
    "sign.plan.none": Text("No step of the plan is hers today.", "目前没有适用于她的步骤。"),
    "sign.plan.done": Text("Done already", "已完成"),
    "sign.plan.removal": Text(
        "Whatever is decided, this stays on the list until the suture is out.", "无论如何决定，拆除缝线前一直列入待办。"
    ),
    "sign.plan.urgent": Text(
        "An emergency: declined, it is off the list for today only.", "紧急情况：不采纳仅当日有效，次日仍需处理。"
    ),
    "sign.advice": Text("The guidelines", "指南建议"),
    "sign.advice.how": Text(
        "What applies to her today, and what cannot be told yet; read closely and in force. Advice that does not apply, "
        "is not for her or is not yet checked stands on her page.",
        "以下为今日符合或尚不能判断、且已核对原文并现行有效的建议。不符合、不适用或未核对的见患者主页。",
    ),
    "sign.advice.none": Text("No advice applies to her today.", "目前没有符合的建议。"),
    "sign.applies": Text("applies: {}", "符合：{}"),
    "sign.cannot_tell": Text("cannot tell: {}", "尚不能判断：{}"),
    "sign.why": Text("Why", "依据"),
    "sign.because": Text("Because", "理由"),
    "sign.needs": Text("What is missing", "缺少"),
    "sign.where": Text("Where it stands", "出处"),
    "sign.note": Text("How the sentence was read", "对原句的理解"),
    "sign.facts": Text("The facts it rests on", "所依据的事实"),
    "sign.fact": Text("Fact", "事实"),
    "sign.value": Text("Value", "值"),
    "sign.source": Text("Source", "来源"),
    "sign.day": Text("Day", "日期"),
    "sign.source.said by her": Text("said by her", "本人口述"),
    "sign.source.seen in notes": Text("seen in notes", "见于病历"),
    "sign.source.examination": Text("recorded at an examination", "检查时记录"),
    "sign.source.scan": Text("recorded with a scan", "超声时记录"),
    "sign.source.not stated": Text("not stated", "未注明"),
    "sign.source.reckoned from the due date": Text("reckoned from the due date", "按预产期推算"),
    "sign.source.the record of that pregnancy": Text("the record of that pregnancy", "该次妊娠的记录"),
    "sign.source.the record of an earlier pregnancy": Text("the record of an earlier pregnancy", "既往妊娠的记录"),
    "sign.before": Text("Version {}: {}", "版本{}：{}"),
    "sign.take_over": Text("Start from what was decided in version {}", "沿用版本{}的决定"),
    "sign.taken_over": Text(
        "Filled in from version {}, except where the advice reads differently now. Look at each before you sign.",
        "已按版本{}填入，但建议判断有变化的未填。签署前请逐项核对。",
    ),
    "sign.sign": Text("Sign", "签署"),
    "sign.sign.how": Text(
        "You sign as {}, version {}, on {}. What stands above is kept exactly as shown, and never changed.",
        "签署人：{}，版本{}，日期{}。以上内容按所示原样保存，不可更改。",
    ),
    "sign.password": Text("Your password, once more", "请再次输入密码"),
    "sign.password.locked": Text(
        "Too many wrong passwords: nothing is signed under your name from here for an hour. What you decided is still "
        "here: leave this page open and sign it then. If it was not you, tell the administrator.",
        "密码错误次数过多，一小时内不能在此签署。您已作的决定仍在本页，请保持页面打开，届时再签署。如非本人操作，请告知管理员。",
    ),
    "sign.password.wrong": Text(
        "This is not your password: type it again. What you decided is still here.",
        "密码不正确，请重新输入。您已作的决定仍在。",
    ),
    "sign.directory": Text(
        "You signed on through {}, so no password is asked here: to sign, you must have proved there who you are within "
        "the last {} minutes. Otherwise you are asked to sign on there again, and what you decided is kept.",
        "您通过{}登录，此处无需密码：签署前{}分钟内须在该处验证过身份。否则将请您重新登录，已作的决定会保留。",
    ),
    "sign.directory.proved": Text(
        "You have just proved in {} who you are. What you decided is still here: look at it, then sign.",
        "您刚刚在{}验证了身份。已作的决定仍在：请核对后签署。",
    ),
    "sign.directory.old": Text(
        "Prove who you are before you sign: your sign-on is older than {} minutes, or nobody told when it was. What you "
        "decided comes back with you.",
        "签署前请先验证身份：上次登录验证已超过{}分钟，或登录系统未提供验证时间。返回后已作的决定仍在。",
    ),
    "sign.directory.untold": Text(
        "{} did not say that you have just proved who you are (no auth_time within the last minutes), so it cannot count "
        "for a signature. Try again; if it happens again, tell the administrator. What you decided is still here.",
        "{}未告知您刚刚验证过身份（缺少数分钟内的 auth_time），因此不能用于签署。请重试；如再次出现，请联系管理员。"
        "您已作的决定仍在。",
    ),
    "sign.directory.again": Text("Sign on again with {}", "使用{}重新登录"),
    "sign.wrong": Text("Not signed yet: see what is marked below.", "尚未签署：请查看下方标出的问题。"),
    "sign.moved": Text(
        "What this page shows has changed since you opened it (another day, or new rules). Read it again, then sign. "
        "What you decided is still here.",
        "页面打开后，所示内容已有变化（日期或规则更新）。请重新核对后签署。您已作的决定仍在。",
    ),
    "sign.done": Text("Signed as version {}.", "已签署，版本{}。"),
    "sign.since": Text("Since version {}", "版本{}签署以来"),
    "sign.since.none": Text("Nothing has changed since version {}.", "版本{}签署以来无变化。"),
    "sign.since.added": Text("New facts", "新增事实"),
    "sign.since.changed": Text("Facts that changed", "变化的事实"),
    "sign.since.removed": Text("Facts no longer told", "已不再记录的事实"),
    "sign.since.causes": Text("Causes that stand differently", "判断有变化的病因"),
    "sign.since.steps": Text("Steps that stand differently", "状态有变化的步骤"),
    "sign.since.advice": Text("Advice that reads differently", "判断有变化的建议"),
    "sign.since.rules": Text("The rules are of another edition.", "规则版本已更新。"),
    "sign.since.unshown": Text("not shown", "未列出"),
    "sign.short.added": Text("new facts {}", "新增事实{}项"),
    "sign.short.changed": Text("facts changed {}", "事实变化{}项"),
    "sign.short.removed": Text("facts gone {}", "事实消失{}项"),
    "sign.short.causes": Text("causes {}", "病因变化{}项"),
    "sign.short.steps": Text("steps moved {}", "步骤变化{}项"),
    "sign.short.advice": Text("advice reading differently {}", "建议变化{}项"),
    "sign.short.rules": Text("new rules", "规则更新"),
    "sign.notice": Text("Signed as version {} by {} on {}", "版本{}，{}于{}签署"),
    "sign.notice.since": Text("Since then: {}", "此后：{}"),
    "sign.notice.none": Text("nothing has changed since", "此后无变化"),
    "sign.notice.again": Text("Decide and sign again", "重新决定与签署"),
    "signed.title": Text("Signed decision", "诊疗决定书"),
    "signed.version": Text("Version", "版本"),
    "signed.name": Text("Name", "姓名"),
    "signed.number": Text("Number", "病案号"),
    "signed.on": Text("Day", "日期"),
    "signed.at": Text("Recorded", "记录时间"),
    "signed.by": Text("Signed by", "签署人"),
    "signed.gestation": Text("Gestation", "孕周"),
    "signed.due": Text("Due", "预产期"),
    "signed.not_pregnant": Text("not pregnant", "未孕"),
    "signed.pregnant_unknown": Text("whether pregnant: not told", "是否怀孕不详"),
    "signed.hash": Text("Hash (SHA-256)", "校验值（SHA-256）"),
    "signed.whole": Text("matches what is kept", "与所存内容一致"),
    "signed.broken": Text(
        "What is kept does not match this hash: it is not what was signed. Tell the administrator.",
        "所存内容与校验值不符，并非当时签署的内容。请告知管理员。",
    ),
    "signed.edition": Text("Rules", "规则版本"),
    "signed.protocol": Text("Protocol", "方案"),
    "signed.documents": Text("Guidelines read", "所依据的指南"),
    "signed.diagnosis": Text("Diagnosis", "诊断"),
    "signed.diagnosis.none": Text("No diagnosis was confirmed or rejected.", "未确诊或否定任何诊断。"),
    "signed.decisions": Text("Decisions", "决定"),
    "signed.decisions.none": Text("No recommendation was decided on.", "未对任何建议作出决定。"),
    "signed.undecided": Text("Shown and not decided", "已列出但未作决定"),
    "signed.frozen": Text(
        "This is what the page showed when it was signed, kept as it was; nothing in it is recomputed.",
        "以下为签署时页面所示内容的原样保存，未重新计算。",
    ),
    "signed.newer": Text("A newer version was signed: version {}.", "已有更新的版本：版本{}。"),
    "signed.older": Text("Version {}", "版本{}"),
    "signed.print": Text("Prints as a document, for the file.", "可打印存档。"),
    "signed.hand": Text("Signature", "签名"),
}
