"""The words of the clinic's page about her links, and of the sheet that is handed to her."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

WORDS: dict[str, Text] = {
    "woman_pages.link": Text("Her own page", "患者专属页面"),
    "entry.did.link_given": Text("gave her a link to her own page", "发放了专属页面链接"),
    "entry.did.link_revoked": Text("revoked a link to her own page", "撤销了专属页面链接"),
    "link.title": Text("Her own page", "患者专属页面"),
    "link.what": Text(
        "A private link shows her, on her phone, how far along she is, what comes next and when to call. It shows no "
        "diagnosis, no figures and nothing of the guidelines. It opens with a code that you give her apart from the link.",
        "通过私密链接，患者可在手机上看到孕周、接下来的安排以及何时立即来电。页面不显示诊断、数据和指南内容。打开时需要验证码，请与链接分开交给她。",
    ),
    "link.give": Text("Give a link", "发放链接"),
    "link.expires": Text("It ends on", "失效日期"),
    "link.expires.help": Text(
        "Some weeks past her due date; at most {} days from today.", "默认为预产期后数周；最长为今日起{}天。"
    ),
    "link.no_telephone": Text(
        "No telephone number is set, so her page cannot show one: the administrator sets it before links are given.",
        "尚未设置医院电话，患者页面无法显示。请管理员先设置电话，再发放链接。",
    ),
    "link.silent": Text(
        "She has died: no link is given, and whatever was given opens a page that says nothing of her.",
        "患者已去世：不再发放链接，已发放的链接只打开一个不含其任何信息的页面。",
    ),
    "link.list": Text("Links given", "已发放的链接"),
    "link.none": Text("She has no link yet.", "尚未发放链接。"),
    "link.link": Text("Link", "链接"),
    "link.given": Text("Given", "发放"),
    "link.herself": Text("by herself, on her page", "本人在页面上生成"),
    "link.standing": Text("State", "状态"),
    "link.looked": Text("Last opened", "最近打开"),
    "link.opened": Text("opened", "打开于"),
    "link.never": Text("never opened", "未打开过"),
    "link.wrong": Text("wrong codes: {}", "验证码错误{}次"),
    "link.until": Text("ends on {}", "{}失效"),
    "link.revoke": Text("Revoke", "撤销"),
    "link.revoked.now": Text("Revoked: it opens nothing from now on.", "已撤销，链接立即失效。"),
    "link.revoked.by": Text("by {}", "由{}撤销"),
    "link.kind.page": Text("her page", "专属页面"),
    "link.kind.calendar": Text("her calendar", "日历订阅"),
    "link.standing.open": Text("open", "有效"),
    "link.standing.closed": Text("closed after wrong codes", "因验证码错误已关闭"),
    "link.standing.expired": Text("ended", "已到期"),
    "link.standing.revoked": Text("revoked", "已撤销"),
    "link.looks": Text("Opened by her", "患者打开记录"),
    "link.looks.none": Text("Nobody has opened one yet.", "尚无打开记录。"),
    "link.at": Text("When", "时间"),
    "link.use": Text("What", "内容"),
    "link.use.opened": Text("opened with the code", "输入验证码打开"),
    "link.use.page": Text("looked at her page", "查看页面"),
    "link.use.wrong": Text("a wrong code", "验证码错误"),
    "link.use.file": Text("took the days for her calendar", "下载日历文件"),
    "link.use.subscribed": Text("made a calendar address", "生成日历订阅地址"),
    "link.use.calendar": Text("her calendar asked", "日历自动更新"),
    # the sheet, in her language
    "link.sheet": Text("Your private page", "您的专属页面"),
    "link.sheet.title": Text("A sheet for her", "交给患者的单页"),
    "link.sheet.once": Text(
        "The code is shown only now. Print this sheet, cut off the strip, and give her both, kept apart.",
        "验证码只显示这一次。请打印本页，沿虚线剪下，分开交给患者保管。",
    ),
    "link.sheet.print": Text("Print: Ctrl+P (paper A5)", "打印：Ctrl+P（A5纸）"),
    "link.sheet.done": Text("Done", "完成"),
    "link.sheet.how": Text(
        "Open it with your phone's camera. It asks for the code of the strip below.",
        "用手机相机扫描二维码打开，然后输入下方纸条上的验证码。",
    ),
    "link.sheet.what": Text(
        "You see how far along you are, what comes next, and when to call at once.",
        "您可以看到孕周、接下来的安排，以及何时需要立即来电。",
    ),
    "link.sheet.keep": Text(
        "Show it only to people you trust. If you lose it, call us: we close it and give you another.",
        "请只给您信任的人看。如有遗失请来电，我们会停用并为您重新发放。",
    ),
    "link.sheet.ends": Text("It opens until {}.", "有效期至{}。"),
    "link.sheet.call": Text(
        "Bleeding, fluid, pain, fever: call at once, day or night", "出血、流液、腹痛、发热：请立即来电，昼夜均可"
    ),
    "link.sheet.code": Text("Your code", "您的验证码"),
    "link.sheet.apart": Text("Keep this strip apart from the picture above.", "请将此纸条与上方二维码分开保管。"),
}
