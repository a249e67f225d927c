"""The words of the reserve: what the promise of the agreements needs."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

WORDS: dict[str, Text] = {
    "nav.reserve": Text("Reserve", "准备金"),
    "reserve": Text("Reserve", "退费准备金"),
    "reserve.what": Text(
        "What may still have to be refunded under the open agreements, and how much to set aside so that it is there.",
        "现有协议下仍可能需要退还的金额，以及应当预留多少。",
    ),
    "reserve.empty": Text(
        "No agreement is open, so nothing has to be set aside. When one is signed and paid, its need stands here.",
        "目前没有未结协议，无需预留。协议签署并付费后，所需金额会显示在这里。",
    ),
    "reserve.hold": Text("Set aside", "应预留"),
    "reserve.hold.is": Text(
        "The 95 % figure, and in full what is not yet treated and what is reported or due.",
        "95%金额，加上尚未治疗部分的全额，以及已报告复发或应退部分的全额。",
    ),
    "reserve.expected": Text("Expected refunds", "预期退费"),
    "reserve.at95": Text("Enough in 95 of 100", "95%情况下足够"),
    "reserve.at99": Text("Enough in 99 of 100", "99%情况下足够"),
    "reserve.promised": Text("Held under agreements", "协议下持有"),
    "reserve.women": Text("Agreements", "协议数"),
    "reserve.treated": Text("Treated, outcome open", "已治疗，结局未定"),
    "reserve.untreated": Text("Not yet treated: in full", "尚未治疗：全额"),
    "reserve.owed": Text("Reported or due: in full", "已报告或应退：全额"),
    "reserve.total": Text("All treatments", "全部"),
    "reserve.months": Text("Month by month", "逐月变化"),
    "reserve.months.what": Text(
        "Nothing new signed, every due date as it is on record: the need falls as weeks are reached without a loss. "
        "Only treated agreements are drawn.",
        "假定不再新签、预产期以病历为准：随着孕周推进而未发生流产，所需金额逐月下降。图中仅含已治疗的协议。",
    ),
    "reserve.months.table": Text("The same in numbers", "数字表"),
    "reserve.picture": Text(
        "Expected refunds and the 95 % and 99 % figures by month; the table below has the same numbers.",
        "各月的预期退费、95%与99%金额；下表为相同数字。",
    ),
    "reserve.csv": Text("Download as CSV", "下载CSV"),
    "reserve.day": Text("On", "日期"),
    "reserve.rates": Text("What it rests on", "依据"),
    "reserve.rates.what": Text(
        "Each treatment's rate of refundable loss: what a paper counted, at the weight beside it, and the hospital's own "
        "outcomes in full. The weights are this software's choice, not the papers'.",
        "每种治疗的可退费流产率：文献计数按所列权重计入，本院结局全部计入。权重由本软件选定，并非文献所载。",
    ),
    "reserve.treatment": Text("Treatment", "治疗"),
    "reserve.paper": Text("Paper", "文献"),
    "reserve.counted": Text("{} of {}: {}", "{}/{}：{}"),
    "reserve.weight": Text("weight {}", "权重{}"),
    "reserve.own": Text("Own outcomes", "本院结局"),
    "reserve.own.count": Text("{} of {}", "{}/{}"),
    "reserve.own.none": Text("none yet", "暂无"),
    "reserve.rate": Text("Rate", "比率"),
    "reserve.rate.within": Text("95 %: {} to {}", "95%：{}至{}"),
    "reserve_tier.planned vaginal": Text("Planned vaginal suture", "计划性经阴道环扎"),
    "reserve_tier.repeat low vaginal": Text("Low vaginal suture after a failed one", "环扎失败后再次经阴道环扎"),
    "reserve_tier.abdominal": Text("Abdominal suture", "经腹环扎"),
    "reserve.even": Text(
        "Within the weeks of the terms the hazard is taken as even. That is our own assumption: no paper we have read "
        "gives it by week. A gestation counts from where the pregnancy was last known to go on, and of an uncertain one "
        "the end that needs more.",
        "在协议约定的孕周内，假定每周风险相同。这是我们自己的假设：所读文献均未给出逐周风险。孕周从最近一次确认继续妊娠时算起；"
        "孕周不确定时，取所需金额较大的一端。",
    ),
    "reserve.trust": Text("If the papers are trusted less, or more", "对文献的信任程度不同时"),
    "reserve.trust.times": Text("Every weight times {}", "全部权重乘以{}"),
    "reserve.backtest": Text("Tried on made-up cohorts", "模拟队列回测"),
    "reserve.backtest.what": Text(
        "Each cohort has true rates drawn from what the papers leave possible, past outcomes, and open agreements; the "
        "figures are computed from the past alone and compared with what then happens.",
        "每个队列：从文献允许的范围内抽取真实比率，生成既往结局与未结协议；仅依据既往计算金额，再与随后实际发生的退费比较。",
    ),
    "reserve.backtest.world": Text("If", "假设"),
    "reserve.backtest.cohorts": Text("Cohorts", "队列数"),
    "reserve.backtest.at95": Text("95 % figure enough", "95%金额足够"),
    "reserve.backtest.at99": Text("99 % figure enough", "99%金额足够"),
    "reserve.backtest.short": Text("When not, short by", "不足时平均差额"),
    "reserve.backtest.of": Text("{} of the figure", "该金额的{}"),
    "reserve.backtest.command": Text("Measured by", "测量命令"),
    "reserve.wrong": Text("When the model is wrong", "模型有误时"),
    "reserve.wrong.says": Text(
        "If true rates are 1.5 times the believed ones and no outcomes of our own show it yet, the 95 % figure is enough "
        "in {} of cohorts instead of {}; if losses gather late, in {}. Own outcomes correct a wrong rate slowly, and "
        "nothing corrects a wrong shape. So compare outcomes with this page every quarter, and hold more than the figure "
        "while there are few.",
        "如果真实比率是所设的1.5倍而本院尚无结局可以反映，95%金额只在{}的队列中足够，而不是{}；如果流产集中于孕周后段，则为{}。"
        "比率有误时，本院结局会逐步修正，但较慢；风险随孕周的分布有误时，则无从自行修正。"
        "因此请每季度将实际结局与本页对照；本院例数尚少时，预留应高于该金额。",
    ),
    "reserve.wall": Text(
        "Nothing on this page is read by anything that decides about a woman's care.",
        "本页任何内容都不会被诊疗决策读取。",
    ),
}
