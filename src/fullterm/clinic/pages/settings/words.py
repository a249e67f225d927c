"""The words of the hospital's settings and of the protocol's page."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

WORDS: dict[str, Text] = {
    "nav.hospital": Text("Settings", "设置"),
    "hospital.title": Text("Settings", "设置"),
    "hospital.name_en": Text("Hospital's name in English", "医院英文名称"),
    "hospital.name_zh": Text("Hospital's name in Chinese", "医院中文名称"),
    "hospital.telephone": Text("Telephone in working hours", "日间联系电话"),
    "hospital.telephone.help": Text("On letters and on her own page.", "显示在信件和患者本人页面上。"),
    "hospital.emergency_telephone": Text("Telephone at any hour", "24小时急诊电话"),
    "hospital.emergency_telephone.help": Text(
        "What she rings when the waters break or she bleeds. Left empty, no number is shown.",
        "破水或出血时拨打的电话。留空则不显示号码。",
    ),
    "hospital.protocol": Text("Protocol in force", "现行方案"),
    "hospital.language": Text("Language of the pages", "界面语言"),
    "hospital.language.help": Text(
        "For whoever has not chosen one with the button on top.", "适用于尚未用页面顶部按钮选择语言的人。"
    ),
    "hospital.language.browser": Text("as the browser asks", "跟随浏览器"),
    "hospital.language.en": Text("English", "英文"),
    "hospital.language.zh-hans": Text("Chinese", "中文"),
    "hospital.second_step": Text("Second step at sign-in", "登录两步验证"),
    "hospital.second_step.help": Text(
        "Whoever signs on through the hospital's directory is asked for it there instead.",
        "通过医院统一登录的人员，由统一登录系统负责第二步验证。",
    ),
    "hospital.second_step.yes": Text("everybody needs an authenticator", "所有人必须绑定身份验证器"),
    "hospital.second_step.no": Text("a password is enough", "仅凭密码即可"),
    "hospital.save": Text("Save the settings", "保存设置"),
    "hospital.saved": Text("The settings are saved and hold from now on.", "设置已保存，立即生效。"),
    "hospital.same": Text("Nothing was changed.", "没有更改任何内容。"),
    "hospital.changed": Text(
        "Somebody else saved the settings since you opened this page. What you typed still stands below: look at the "
        "history, then save again.",
        "您打开本页后，有人已保存了新的设置。您填写的内容仍在下方：请查看历史记录后再保存。",
    ),
    "hospital.confirm": Text("Another protocol for every woman", "更换方案将影响所有患者"),
    "hospital.confirm.says": Text(
        "You are about to put “{}” in force instead of “{}”. The plans of all {} women are computed again, which takes some "
        "minutes; until then Today says that it may not be whole. What was recorded and signed stays as it is.",
        "您将以“{}”取代“{}”。全部{}名患者的计划将重新计算，需要几分钟；其间“今日”页会提示清单可能不完整。已记录和已签署的内容不变。",
    ),
    "hospital.confirm.do": Text("Put it in force", "确认启用"),
    "hospital.confirm.not": Text("Keep the present one", "保留现行方案"),
    "hospital.differs.step": Text("Step", "步骤"),
    "hospital.differs.before": Text("Now", "现在"),
    "hospital.differs.after": Text("Then", "更换后"),
    "hospital.differs.new": Text("new", "新增"),
    "hospital.differs.gone": Text("no longer", "取消"),
    "hospital.differs.moved": Text("other window", "时间不同"),
    "hospital.differs.other": Text("other reasons or advice", "依据不同"),
    "hospital.computed.done": Text(
        "All {} women are computed for today under the protocol in force.", "今日已按现行方案计算全部{}名患者。"
    ),
    "hospital.computed.running": Text(
        "{} of {} women are computed under the protocol in force.", "已按现行方案计算{}/{}名患者。"
    ),
    "hospital.computed.waiting": Text(
        "Nobody is computed yet for today under the protocol in force. The server begins by itself within seconds; if this "
        "stays, run: fullterm manage nightly",
        "今日尚未按现行方案计算。服务器会在数秒内自动开始；如长时间不变，请运行：fullterm manage nightly",
    ),
    "hospital.computed.left_out": Text(
        "{} could not be computed: Today names them by number.", "{}名未能计算：“今日”页列有编号。"
    ),
    "hospital.history": Text("What was saved", "保存记录"),
    "hospital.history.none": Text(
        "Nothing has been saved yet: what stands here is what the server was started with.",
        "尚未保存过：当前内容为服务器启动时的配置。",
    ),
    "protocol.title": Text("The hospital's protocol", "本院方案"),
    "protocol.says": Text(
        "What this hospital does, when, and on whose advice. A woman's plan is this, with her own dates.",
        "本院在何时做什么、依据什么。每位患者的计划由此按其孕周推算。",
    ),
    "protocol.source": Text("Written from", "依据"),
    "protocol.written": Text("Written from {}.", "依据：{}。"),
    "protocol.since": Text("In force since {} by {}.", "自{}起生效，操作人：{}。"),
    "protocol.closing": Text("A window is called closing in its last {} days.", "窗口结束前{}天起显示为“即将关闭”。"),
    "protocol.net": Text("The safety net under every protocol", "各方案之下的安全网"),
    "protocol.net.says": Text(
        "What stands first while it was told, whatever else is unknown, until a newer answer. A hospital may name who and "
        "add; it takes nothing away. Where documents advise, they are named on the line; where none does, it is a rule of "
        "this software and says who comes and what to check, never a treatment.",
        "一经述及即列于首位，直至有新的回答，其他情况未知也不影响。医院可指定人员、增加内容，不得删减。有文件依据的逐条列出；"
        "没有的，是本软件的规则，只写由谁处理、须先查什么，不涉及治疗。",
    ),
    "protocol.trigger": Text("Stands when", "何时列出"),
    "protocol.unless": Text("(not with: {})", "（不含：{}）"),
    "protocol.instead": Text("Instead", "改为"),
    "protocol.check": Text("Check first", "须先查明"),
    "protocol.weigh": Text("Weigh", "须权衡"),
    "protocol.window": Text("When", "时间"),
    "protocol.best": Text("best", "最佳"),
    "protocol.follows": Text("Follows", "遵循"),
    "protocol.departs": Text("Departs from", "不同于"),
    "protocol.answers": Text(
        "Documents it answers, each treating recommendation by a step or with a reason: {}.",
        "所对应的文件（每条治疗建议均有步骤或说明）：{}。",
    ),
    "protocol.without_step": Text("Advice without a step, and why", "未设步骤的建议及原因"),
    "protocol.urgent": Text("emergency", "紧急"),
    "protocol.at_once": Text("at once", "立即"),
    "protocol.outside": Text("outside pregnancy", "非孕期"),
    "protocol.always": Text("at any gestation", "任何孕周"),
    "protocol.until": Text("up to {}", "至{}"),
    "protocol.until_done": Text("; it stays until it is done", "；完成前一直列入"),
    "protocol.from": Text("from {}", "{}起"),
    "protocol.between": Text("{} to {}", "{}至{}"),
    "protocol.every": Text("every {} days", "每{}天一次"),
}
