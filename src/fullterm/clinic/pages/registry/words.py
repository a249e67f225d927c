"""The words of the registry."""

from __future__ import annotations

from fullterm.vocabulary.fact import VOCABULARY, Text

_TECHNIQUES = dict(VOCABULARY.facts["earlier.cerclage_technique"].options)
_ROUTES = dict(VOCABULARY.facts["earlier.cerclage_route"].options)
_UNTOLD = Text("not told", "不详")
_NONE = Text("no suture", "未环扎")

WORDS: dict[str, Text] = {
    "nav.registry": Text("Registry", "结局登记"),
    "registry.title": Text("Registry", "结局登记"),
    "registry.lead": Text(
        "What became of every pregnancy with a cerclage, or with its cervix watched. Counted from the record, every night and after every entry.",
        "每一次做过环扎、或监测过宫颈长度的妊娠，结局如何。直接由病历统计，每次录入后及每晚自动更新。",
    ),
    "registry.not_effect": Text(
        "These women were not drawn by lot: the groups differed before any suture. The pictures show what happened here; they do not show what a suture does.",
        "各组并非随机分组，环扎前的病情已有不同。图表只说明本院实际发生的情况，不能用来比较环扎的疗效。",
    ),
    "registry.filters": Text("Choose the pregnancies", "筛选妊娠"),
    "registry.show": Text("Show", "查看"),
    "registry.reset": Text("Everything of ours", "恢复默认"),
    "registry.any": Text("all", "全部"),
    "registry.by": Text("set side by side by", "分组方式"),
    "registry.care": Text("indication", "指征"),
    "registry.technique": Text("technique", "术式"),
    "registry.route": Text("route", "途径"),
    "registry.fetuses": Text("babies", "胎儿数"),
    "registry.whose": Text("whose record", "资料来源"),
    "registry.since": Text("sutured from", "环扎日期起"),
    "registry.until": Text("sutured until", "环扎日期止"),
    "registry.period": Text(
        "Without a suture the period is that of the end, or of the last day seen.",
        "未环扎者按终止日期或最近一次就诊日期计。",
    ),
    "registry.wrong.period": Text(
        "The period ends before it begins: correct one of the days.", "结束日期早于开始日期：请改正其中一个日期。"
    ),
    "registry_by.care": Text("indication", "指征"),
    "registry_by.technique": Text("technique", "术式"),
    "registry_by.route": Text("route", "途径"),
    "registry_care.history": Text("History-indicated", "病史指征"),
    "registry_care.ultrasound": Text("Ultrasound-indicated", "超声指征"),
    "registry_care.examination": Text("Examination-indicated", "体格检查指征"),
    "registry_care.untold": Text("Indication not told", "指征不详"),
    "registry_care.scans": Text("No suture, cervix watched", "未环扎，宫颈监测"),
    **{f"registry_technique.{name}": text for name, text in _TECHNIQUES.items()},
    "registry_technique.untold": _UNTOLD,
    "registry_technique.none": _NONE,
    **{f"registry_route.{name}": text for name, text in _ROUTES.items()},
    "registry_route.untold": _UNTOLD,
    "registry_route.none": _NONE,
    "registry_fetuses.one": Text("one", "单胎"),
    "registry_fetuses.several": Text("two or more", "双胎及以上"),
    "registry_fetuses.untold": _UNTOLD,
    "registry_whose.ours": Text("recorded here", "本院病历"),
    "registry_whose.told": Text("told of the past", "既往史自述"),
    "registry_whose.both": Text("both", "两者"),
    # the frame of every table
    "registry.all": Text("All together", "合计"),
    "registry.group": Text("group", "分组"),
    "registry.colon": Text(": ", "："),
    "registry.comma": Text(", ", "，"),
    "registry.semicolon": Text("; ", "；"),
    "registry.stop": Text(". ", "。"),
    "registry.weeks": Text("{}w0d", "{}周"),
    "registry.days": Text("{} days ({} to {})", "{}天（{}–{}）"),
    "registry.of.between": Text(" of ", "/"),
    "registry.whole": Text("{}%", "{}%"),
    "registry.share": Text(" · {}% ({}–{})", " · {}%（{}–{}）"),
    "registry.estimate": Text("{}% ({}–{})", "{}%（{}–{}）"),
    "registry.few": Text("too few", "人数过少"),
    "registry.sheet.of": Text("of", "总数"),
    "registry.sheet.percent": Text("percent", "百分比"),
    "registry.sheet.low": Text("95 % from", "95%下限"),
    "registry.sheet.high": Text("95 % to", "95%上限"),
    "registry.csv": Text("Table (CSV)", "下载表格（CSV）"),
    "registry.svg": Text("Picture (SVG)", "下载图片（SVG）"),
    "registry.picture.none": Text(
        "Nothing is drawn yet: a picture needs at least {} pregnancies of one group. They are in the table.",
        "尚无图：同一组至少有{}例妊娠才作图。现有病例见下表。",
    ),
    "registry.intervals": Text("Intervals are of 95 %.", "括号内为95%置信区间。"),
    "registry.fewest": Text(
        "Our own limit: of fewer than {} women no curve, median or percentage is given.",
        "本系统自定：少于{}例时不给出曲线、中位数或百分比。",
    ),
    # how many
    "registry.groups.title": Text("How many, and how they ended", "例数与结局"),
    "registry.groups.says": Text("Each number leads to its women.", "点击数字可查看对应的患者。"),
    "registry.cross.title": Text("By indication and technique", "按指征与术式"),
    "registry.cross.says": Text("How many pregnancies.", "妊娠例数。"),
    "registry_number.all": Text("pregnancies", "妊娠"),
    "registry_number.ongoing": Text("going on", "继续妊娠"),
    "registry_number.outcome_live_birth": Text("born alive", "活产"),
    "registry_number.outcome_loss": Text("lost", "流产"),
    "registry_number.outcome_stillbirth": Text("stillborn", "死产"),
    "registry_number.outcome_termination": Text("terminated", "人工终止"),
    "registry_number.other": Text("ectopic, molar", "异位妊娠、葡萄胎"),
    "registry_number.outcome_untold": Text("outcome not told", "结局不详"),
    "registry_number.timed": Text("sutured, placed in time", "环扎且孕周可定"),
    # the curve
    "registry.curve.title": Text("Still pregnant, by gestation", "继续妊娠曲线（按孕周）"),
    "registry.curve.says": Text(
        "Kaplan-Meier. A woman is at risk from her suture on; only an end by itself counts, doctors' ends and pregnancies that go on leave the curve. Each curve starts, and is cut (small upright stroke), where fewer than {} are at risk. So it shows how many would still be pregnant had doctors ended none, if those they ended would have gone on like the others: a strong “if” from 37 weeks on, where most ends are planned. What happened, ends by itself beside ends by doctors (the competing event), is counted in the next table.",
        "Kaplan-Meier法。自环扎之日起计入风险人数；仅自然终止计为事件，医源性终止与继续妊娠者按删失处理。风险人数少于{}时曲线不起始或即截断（短竖线处）。因此曲线表示：假设无医源性终止，且被终止者的结局与其余妊娠相同，此时仍继续妊娠的比例；孕37周后多为计划性分娩，这一假设很强。实际发生的自然终止与医源性终止（竞争事件）在下一表中分别计数。",
    ),
    "registry.curve.x": Text("weeks of gestation", "孕周"),
    "registry.curve.y": Text("still pregnant", "继续妊娠"),
    "registry.curve.at_risk": Text("At risk", "风险人数"),
    "registry.curve.share": Text("{}: still pregnant", "{}：继续妊娠"),
    "registry.curve.risk": Text("{}: at risk", "{}：风险人数"),
    "registry.curve.few": Text(
        "{} ({}): never {} at risk at once; listed, not drawn", "{}例（{}）：同时处于风险的不足{}例，只列出，不作图"
    ),
    "registry.curve.before": Text(
        "{}: the curve starts at {}; {} ended before and are not in it", "{}：曲线自{}起，此前终止的{}例未计入"
    ),
    "registry_left.no_suture": Text(
        "{} without a suture: no day to start from, so on no curve", "{}例未环扎，无起始日，未计入曲线"
    ),
    "registry_left.no_placement": Text(
        "{} left out: it is not told when the suture was placed", "{}例未计入：环扎孕周不详"
    ),
    "registry_left.vague_placement": Text(
        "{} left out: when the suture was placed is told too vaguely", "{}例未计入：环扎孕周过于笼统"
    ),
    "registry_left.no_end": Text("{} left out: it is not told when the pregnancy ended", "{}例未计入：终止孕周不详"),
    "registry_left.vague_end": Text(
        "{} left out: when the pregnancy ended is told too vaguely", "{}例未计入：终止孕周过于笼统"
    ),
    "registry_left.backwards": Text(
        "{} left out: told to have ended before the suture", "{}例未计入：所述终止孕周早于环扎"
    ),
    "registry.note.approximate": Text(
        "{} with an approximate gestation, drawn in its middle", "{}例孕周为约数，按中间值作图"
    ),
    "registry.note.before_conception": Text(
        "{} with a suture from before conception, at risk from 0w0d", "{}例孕前已环扎，自孕0周计入"
    ),
    "registry.note.induced_untold": Text(
        "{} of which nobody told whether doctors began it: counted as by itself",
        "{}例未说明是否医源性终止，按自然终止计",
    ),
    # early ends
    "registry.early.title": Text("Ended by itself before 28, 34 and 37 weeks", "孕28、34、37周前自然终止"),
    "registry.early.says": Text(
        "Of the pregnancies whose day at that gestation has come and of which it is known, however they ended. Interval by Wilson.",
        "分母为已到相应孕周日期且结局已明的妊娠（无论如何终止）。置信区间采用Wilson法。",
    ),
    "registry.early.x": Text("share of the pregnancies", "占妊娠的比例"),
    "registry.early.before": Text("before {}", "{}前"),
    "registry.early.otherwise": Text("before {} by doctors or otherwise", "{}前医源性或其他终止"),
    "registry.early.unsettled": Text("{}: not known", "{}：不明"),
    "registry.early.to_come_28": Text(
        "{} whose day at 28w0d is still to come do not count there yet", "{}例孕28周之日未到，暂不计入28周"
    ),
    "registry.early.to_come_34": Text(
        "{} whose day at 34w0d is still to come do not count there yet", "{}例孕34周之日未到，暂不计入34周"
    ),
    "registry.early.to_come_37": Text(
        "{} whose day at 37w0d is still to come do not count there yet", "{}例孕37周之日未到，暂不计入37周"
    ),
    # losses
    "registry.losses.title": Text("Losses, and in which weeks", "流产或死产的孕周"),
    "registry.losses.says": Text(
        "Lost or stillborn, of the pregnancies whose due date has come and whose outcome is told.",
        "流产或死产；分母为预产期已到且结局已明的妊娠。",
    ),
    "registry.losses.share": Text("lost or stillborn", "流产或死产"),
    "registry.losses.between": Text("week not known", "孕周不明"),
    "registry.losses.to_come": Text(
        "{} lost whose due date is still to come do not count here yet", "{}例已流产或死产但预产期未到，暂不计入"
    ),
    "registry.losses.x": Text("gestation at the loss", "流产或死产孕周"),
    "registry.losses.y": Text("losses", "例数"),
    "registry.band": Text("{}w0d–{}w6d", "{}–{}周⁺⁶"),
    "registry.band.from": Text("{}w0d or later", "{}周及以后"),
    # latency
    "registry.latency.title": Text("From the suture to the end", "环扎至终止妊娠的间隔"),
    "registry.latency.says": Text(
        "Median days, however the pregnancy ended, by Kaplan-Meier; one that goes on counts as long as it was seen. Without sutures from before conception.",
        "中位天数（无论如何终止），Kaplan-Meier法；继续妊娠者计至最近一次就诊。不含孕前环扎。",
    ),
    "registry.latency.x": Text("days", "天"),
    "registry.latency.median": Text("median", "中位数"),
    "registry.latency.open": Text("not reached yet", "尚未达到"),
    # removal
    "registry.removal.title": Text("Suture out in the window", "窗口内拆线"),
    "registry.removal.says": Text(
        "Of the vaginal sutures still in when the window opened ({} to {}) and of which it is settled.",
        "分母为拆线窗口（{}至{}）开始时仍在位、且结果已明的经阴道缝线。",
    ),
    "registry.removal.x": Text("share of those sutures", "占上述缝线的比例"),
    "registry.removal.share": Text("out in the window", "窗口内拆除"),
    "registry_removal.in_window": Text("in the window", "窗口内拆除"),
    "registry_removal.after": Text("out after the window", "窗口后拆除"),
    "registry_removal.late": Text("still in, window past", "窗口已过，仍未拆"),
    "registry_removal.untold": Text("no removal recorded", "无拆线记录"),
    "registry_removal.due": Text("window open now", "正在窗口内"),
    "registry_removal.before": Text("out before the window", "窗口前拆除"),
    "registry_removal.ended_before": Text("ended before the window", "窗口前已终止"),
    "registry_removal.not_yet": Text("window to come", "未到窗口"),
    "registry_removal.unclear": Text("not known", "不明"),
    "registry_removal.stays": Text("abdominal, stays", "经腹，不拆"),
    # nobody yet
    "registry.empty": Text("No pregnancy to count yet.", "尚无可统计的妊娠。"),
    "registry.empty.how": Text(
        "As soon as a cerclage or a scan of the cervix is recorded on a woman's page, her pregnancy appears here; its end is counted when it is recorded. Records made elsewhere are seen under “told of the past”.",
        "在患者页面录入环扎或宫颈超声后，该次妊娠即出现在这里；录入结局后计入统计。既往在外院的妊娠可在“既往史自述”中查看。",
    ),
    "registry.empty.chosen": Text("Nobody among these choices.", "没有符合筛选条件的妊娠。"),
    # what a number counts
    "registry_cell.early": Text("ended by itself before {}", "{}前自然终止"),
    "registry_cell.otherwise": Text("ended by doctors or otherwise before {}", "{}前医源性或其他终止"),
    "registry_cell.unsettled": Text("not known whether still pregnant at {}", "{}时是否仍妊娠不明"),
    "registry_cell.settled": Text("known whether still pregnant at {}", "{}时是否仍妊娠已明"),
    "registry_cell.reached": Text("still pregnant at {}", "{}时仍妊娠"),
    "registry_cell.at_risk": Text("sutured, and known to be pregnant at {}", "已环扎且{}时仍妊娠（风险人数）"),
    "registry_cell.ended": Text("ended", "已终止"),
    "registry_cell.lost": Text("lost or stillborn", "流产或死产"),
    "registry_cell.over": Text("due date come, outcome told", "预产期已到且结局已明"),
    "registry_cell.lost_between": Text("lost or stillborn, week not known", "流产或死产，孕周不明"),
    "registry_cell.lost_to_come": Text("lost, due date still to come", "已流产或死产，预产期未到"),
    "registry_cell.at_window": Text("suture in when the window opened, and settled", "窗口开始时缝线在位且结果已明"),
    "registry_cell.drawn": Text("on the curve", "计入曲线"),
    # the women of a number
    "registry.women": Text("The women of one number", "该数字对应的患者"),
    "registry.women.count": Text("{} pregnancies of {} women.", "{}例妊娠，{}名患者。"),
    "registry.women.back": Text("Back to the registry", "返回结局登记"),
    "registry.women.none": Text("Nobody.", "无。"),
    "registry.women.csv": Text("These women (CSV)", "下载名单（CSV）"),
    "registry.women.logged": Text("Every look at this list is kept.", "每次查看本名单均有记录。"),
    "registry.women.number": Text("number", "病案号"),
    "registry.women.name": Text("name", "姓名"),
    "registry.women.which": Text("pregnancy", "第几次妊娠"),
    "registry.women.placed": Text("sutured at", "环扎孕周"),
    "registry.women.before_conception": Text("before conception", "孕前"),
    "registry.women.removed": Text("suture", "缝线"),
    "registry.women.end": Text("ended at, or last seen at", "终止孕周或最近就诊孕周"),
    "registry.women.outcome": Text("outcome", "结局"),
    "registry_outcome.ongoing": Text("going on", "继续妊娠"),
    "registry_outcome.untold": Text("not told", "不详"),
    **{f"registry_outcome.{name}": text for name, text in VOCABULARY.facts["earlier.outcome"].options},
    "registry.women.by_doctors": Text("by doctors", "医源性"),
    "registry.women.previous": Text("Previous", "上一页"),
    "registry.women.next": Text("Next", "下一页"),
    "registry.women.page": Text("{} to {} of {}", "第{}–{}条，共{}条"),
}
