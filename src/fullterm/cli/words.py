"""The words around the facts: headings, states and verdicts, in both languages."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

STATE = {
    "not_for_her": Text("not for her", "不适用于她"),
    "cannot_tell": Text("cannot tell", "尚不能判断"),
    "not_yet_due": Text("not yet due", "未到时间"),
    "open": Text("OPEN", "进行中"),
    "closing": Text("CLOSING", "即将截止"),
    "done_in_window": Text("done in its window", "已按时完成"),
    "done_late": Text("done late", "逾期完成"),
    "missed": Text("MISSED", "已错过"),
    "declined": Text("declined", "已拒绝"),
}
VERDICT = {
    "applies": Text("applies", "符合"),
    "does_not_apply": Text("does not apply", "不符合"),
    "cannot_tell": Text("cannot tell", "尚不能判断"),
    "not_for_her": Text("not for her", "不适用于她"),
}
ADVICE = {
    "offer": Text("offer", "建议"),
    "consider": Text("consider", "可考虑"),
    "not_routinely": Text("not routinely", "不常规"),
    "do_not_offer": Text("do not offer", "不建议"),
    "uncertain": Text("uncertain", "证据不确定"),
    "inform": Text("to know", "须知"),
    "no_recommendation": Text("no recommendation", "无相关推荐"),
}
POSITION = {
    "for": Text("offers", "建议"),
    "may": Text("may be considered", "可考虑"),
    "against": Text("against", "不建议"),
    "not_met": Text("conditions not met", "条件不符"),
    "cannot_tell": Text("cannot tell", "尚不能判断"),
    "uncertain": Text("uncertain", "不确定"),
    "silent": Text("no recommendation", "无推荐"),
    "not_for_her": Text("not for her", "不适用"),
    "not_checked": Text("not yet checked", "尚未核对原文"),
}
DECISION = {
    "diagnosis": Text("Diagnosis", "诊断"),
    "investigations": Text("Investigations", "检查"),
    "cerclage": Text("Cerclage", "宫颈环扎"),
    "route": Text("Route", "途径"),
    "surveillance": Text("Surveillance", "监测"),
    "progesterone": Text("Progesterone", "孕酮"),
    "pessary": Text("Pessary", "宫颈托"),
    "uterus": Text("The uterus", "子宫"),
    "operation": Text("The operation", "手术"),
    "aftercare": Text("After the suture", "环扎后"),
    "not_to_do": Text("What not to do", "不宜做的事"),
    "removal": Text("Removal", "拆线"),
    "emergencies": Text("Emergencies", "紧急情况"),
    "birth": Text("Birth", "分娩"),
    "counselling": Text("Counselling", "告知"),
}
STANDING = {
    "confirmed": Text("found", "已查实"),
    "supported": Text("supported", "有支持依据"),
    "cannot_tell": Text("cannot tell", "尚不能判断"),
    "not_supported": Text("nothing for it", "无支持依据"),
    "excluded": Text("excluded", "已排除"),
    "in_force": Text("in force", "现行"),
    "superseded": Text("superseded", "已被替代"),
    "not_yet_published": Text("not yet published on that day", "当日尚未发布"),
    "not_yet_checked": Text("not yet checked", "尚未核对原文"),
}
EFFECT = {
    "supports": Text("for", "支持"),
    "opposes": Text("against", "反对"),
    "confirms": Text("found", "查实"),
    "excludes": Text("excludes", "排除"),
}
HEAD = {
    "today": Text("Today", "今天"),
    "timeline": Text("Her history", "病史时间线"),
    "open_list": Text("(perhaps not all)", "(可能不全)"),
    "definitions": Text("What it is called", "定义"),
    "causes": Text("Causes, with arguments", "病因与依据"),
    "guidelines": Text("The guidelines, side by side", "各指南并列"),
    "differ": Text("THEY DIFFER", "意见不一"),
    "missing": Text("What is missing", "尚缺信息"),
    "next": Text("Ask next", "下一个问题"),
    "settles": Text("it may settle {} answers", "可能明确{}项判断"),
    "change": Text("What would change it", "什么会改变判断"),
    "plan": Text("The plan", "计划"),
    "stale": Text("Too old to count", "已过时效"),
    "footer": Text(
        "The doctor decides. Open any line with --why 'GUIDELINE REF'.",
        "由医生决定。用 --why '指南 编号' 可展开任一判断。",
    ),
    "nothing_pressing": Text("Nothing is pressing today.", "今天没有紧迫事项。"),
    "not_checked": Text(
        "{} more are carried but not yet checked against their text; they never advise (--all).",
        "另有{}条尚未核对原文,不作建议(--all 查看)。",
    ),
    "needs": Text("needs", "还需"),
    "or_more": Text("…and {} more", "……及另外{}项"),
    "departs": Text("departs from", "偏离"),
    "why": Text("why", "原因"),
    "some_dates": Text("under some plausible due dates only", "仅在部分可能的预产期下"),
    "not_stated": Text("uncertainty of the due date not stated", "预产期误差未说明"),
    "best": Text("best", "最佳"),
    "possibly": Text("possibly", "可能"),
    "not_pregnant": Text("not pregnant", "未孕"),
}
