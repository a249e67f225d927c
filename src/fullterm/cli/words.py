"""The words around the facts: headings, states and verdicts, in both languages."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

STATE = {
    "not_for_her": Text("not for her", "不适用于她"),
    "cannot_tell": Text("cannot tell", "尚不能判断"),
    "not_yet_due": Text("not yet due", "未到时间"),
    "open": Text("OPEN", "进行中"),
    "closing": Text("CLOSING", "即将截止"),
    "done_early": Text("done early", "提前完成"),
    "done_in_window": Text("done in its window", "已按时完成"),
    "done_late": Text("done late", "逾期完成"),
    "missed": Text("MISSED", "已错过"),
    "stopped": Text("STOPPED", "暂停"),
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
    "risk_factor": Text("a risk factor; nothing it may explain is known", "有危险因素,但无可归因的不良结局"),
    "not_supported": Text("nothing for it", "无支持依据"),
    "excluded": Text("excluded", "已排除"),
    "in_force": Text("in force", "现行"),
    "superseded": Text("superseded", "已被替代"),
    "not_yet_published": Text("not yet published on that day", "当日尚未发布"),
    "not_yet_checked": Text("not yet checked", "尚未核对原文"),
}
NEWER = {
    "study": Text("Newer than this edition", "晚于本版的研究"),
    "finding": Text("Newer than this edition, an official finding", "晚于本版的官方调查结论"),
    "no result yet": Text("Under way, no result yet; last looked for", "进行中,尚无结果;最近查询"),
    "weakness": Text("Weakness", "局限"),
    "review": Text("by its own word to be reviewed by {}", "该文件自定复审期限{}"),
    "past_review": Text("PAST ITS OWN REVIEW DATE ({})", "已过该文件自定的复审期限({})"),
}
EFFECT = {
    "supports": Text("for", "支持"),
    "opposes": Text("against", "反对"),
    "confirms": Text("found", "查实"),
    "excludes": Text("excludes", "排除"),
    "risk": Text("risk factor", "危险因素"),
}
READ = {
    "full text": Text("full text", "全文"),
    "abstract": Text("abstract", "摘要"),
    "in part": Text("read in part", "只读到一部分"),
    "secondary": Text("at second hand", "二手资料"),
    "recalled": Text("from memory", "凭记忆"),
}
DATING = {
    "lmp": Text("by the last period", "按末次月经"),
    "crl": Text("by crown-rump length", "按头臀长"),
    "transfer": Text("by embryo transfer", "按胚胎移植日"),
    "scan": Text("by a scan", "按超声"),
    "unknown": Text("method not told", "推算方法不详"),
}
COUNTRY = {
    "GB": Text("United Kingdom", "英国"),
    "US": Text("United States", "美国"),
    "CN": Text("China", "中国"),
    "CA": Text("Canada", "加拿大"),
    "AU": Text("Australia", "澳大利亚"),
    "DE": Text("Germany", "德国"),
    "FR": Text("France", "法国"),
    "ZA": Text("South Africa", "南非"),
    "RU": Text("Russia", "俄罗斯"),
    "JP": Text("Japan", "日本"),
    "EU": Text("Europe", "欧洲"),
    "INT": Text("international", "国际"),
}
WHO = {
    "doctor": Text("doctor", "医生"),
    "nurse": Text("nurse", "护士"),
    "surgeon": Text("surgeon", "手术医生"),
    "woman": Text("the woman", "本人"),
}
HEAD = {
    "timeline": Text("Her history", "病史时间线"),
    "open_list": Text("(perhaps not all of it)", "(可能不全)"),
    "no_history": Text("No earlier pregnancy.", "无既往妊娠。"),
    "none_told": Text("No earlier pregnancy has been told; there may be some.", "尚未述及既往妊娠,可能有。"),
    "nothing_told": Text("nothing told yet", "尚无内容"),
    "no_date": Text("date not told", "日期不详"),
    "definitions": Text("What it is called", "定义"),
    "newer": Text("newer than this edition", "晚于本版"),
    "causes": Text("Causes, with arguments", "病因与依据"),
    "guidelines": Text("The guidelines, side by side", "各指南并列"),
    "differ": Text("They differ", "意见不一"),
    "next": Text("Ask next", "下一个问题"),
    "settles": Text("its answer may settle {} open points", "其答案最多可明确{}项"),
    "settles_one": Text("its answer may settle one open point", "其答案可明确1项"),
    "settled": Text("Nothing more needs asking today.", "今天无须再问。"),
    "ask_on": Text("Take the history from here: fullterm ask {}", "继续采集病史:fullterm ask {} --lang zh"),
    "change": Text("What would change it", "什么会改变判断"),
    "plan": Text("The plan", "计划"),
    "no_plan": Text("No step of the protocol is for her as she is known today.", "就目前所知,规程中无适用于她的步骤。"),
    "stale": Text("Too old to count", "已过时效"),
    "lasts": Text("told {}, true for {} d", "{}告知,有效{}天"),
    "footer": Text(
        "The doctor decides.",
        "由医生决定。",
    ),
    "before_told": Text(
        "--on {0} is before the day this was told ({1}): on that day nothing of it had been recorded, so nothing can "
        "be decided. Leave --on out, or name {1} or a later day",
        "--on {0}早于病史记录之日({1}):该日尚无任何记录,无法判断。请省略--on,或写{1}及以后的日期",
    ),
    "open_one": Text(
        "Open any line with --why: fullterm assess {} --why '{}'",
        "用--why展开任一判断:fullterm assess {} --lang zh --why '{}'",
    ),
    "urgent": Text("NOW", "立即"),
    "placed": Text("placed {}", "{}放置"),
    "stopped_by": Text("stopped by", "暂停原因"),
    "then": Text("Next", "下一步"),
    "not_checked": Text(
        "{} more are carried but not yet checked against their text; they never advise. See them with --all",
        "另有{}条已收录但尚未核对原文,不作建议。用--all查看",
    ),
    "needs": Text("needs", "还需"),
    "check_first": Text("check first", "须先查明"),
    "or_more": Text("; and {} more", ";及另外{}项"),
    "more": Text("and {} more (--json has all)", "另有{}项(全部见--json)"),
    "passed": Text(
        "Their time is over, and whether they were for her was never settled", "时间已过,且始终未能判断是否适用"
    ),
    "no_step": Text("The protocol has no step for her; guidelines offer", "规程中无适用于她的步骤;指南建议"),
    "pregnant_unknown": Text("whether she is pregnant is not told", "是否怀孕不详"),
    "departs": Text("departs from", "偏离"),
    "some_dates": Text("under some plausible due dates only", "仅在部分可能的预产期下"),
    "not_stated": Text("its uncertainty not stated, read as exact", "误差未说明,按准确计"),
    "best": Text("best", "最佳"),
    "possibly": Text("at the widest", "最宽"),
    "due": Text("due", "预产期"),
    "from": Text("from {}", "{}起"),
    "until": Text("until {}", "至{}止"),
    "before": Text("before pregnancy", "孕前"),
    "done_at": Text("done at {}", "于{}完成"),
    "done_on": Text("marked done on {}", "{}标记完成"),
    "declined_by_woman": Text("declined on {}", "{}拒绝"),
    "declined_by_doctor": Text("the doctor decided against it on {}", "{}医生决定不做"),
    "decided_accepted": Text("accepted by the doctor on {}", "{}医生采纳"),
    "decided_declined": Text("declined by the doctor on {}", "{}医生不采纳"),
    "decided_deferred": Text("deferred by the doctor on {}", "{}医生暂缓"),
    "not_pregnant": Text("not pregnant", "未孕"),
    "grade": Text("grade", "级别"),
    "no_dates": Text("the due date is too uncertain for days", "预产期过于不确定,无法换算日期"),
}
REPLAY = {
    "head": Text("Replayed from {} to {} · {}", "逐日回放 {} 至 {} · {}"),
    "how": Text(
        "Each day is decided by what had been recorded by then, and by the documents in force then.",
        "每一天只依据当日之前(含当日)已记录的内容和当日现行的文件判断。",
    ),
    "none": Text("No line rose on any of these days.", "此期间没有任何提示出现。"),
    "stood": Text("stood {} days", "持续{}天"),
    "stood_one": Text("stood 1 day", "持续1天"),
    "then": Text("from {}", "{}起"),
    "closed": Text("Windows that closed unanswered", "未获处理即关闭的时间窗"),
    "working": Text("deciding each day", "逐日判断"),
}
