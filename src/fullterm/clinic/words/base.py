"""The words of the frame around every page."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

WORDS: dict[str, Text] = {
    "skip": Text("Skip to the page", "跳到正文"),
    "nav.label": Text("Main", "主导航"),
    "nav.today": Text("Today", "今日"),
    "nav.women": Text("Women", "患者"),
    "nav.register": Text("New woman", "登记新患者"),
    "nav.account": Text("Account", "账户"),
    "nav.sign_out": Text("Sign out", "退出登录"),
    "nav.sign_in": Text("Sign in", "登录"),
    "nav.language": Text("Language", "语言"),
    "page.place": Text("{} to {} of {}", "第{}–{}项，共{}项"),
    "page.far": Text("further on, of {} in all", "后续部分，共{}项"),
    "demonstration": Text(
        "Demonstration ward: nobody here is real. Enter no real patient.",
        "演示病区：所有患者均为虚构，请勿录入真实患者。",
    ),
    "account.demonstration": Text(
        "Decision support from the story of a late loss to a full-term baby. This is its demonstration, on your machine: "
        "every woman is invented. Sign in as one of these:",
        "从晚期流产史到足月分娩的决策支持系统。这是运行在您本机上的演示，所有患者均为虚构。可用以下账户登录：",
    ),
    "account.as.doctor": Text("doctor: takes the history, decides, signs", "医生：问诊、决策、签署"),
    "account.as.nurse": Text("nurse: Today, calls, entries, the interview", "护士：今日工作、电话随访、录入、问诊"),
    "account.as.surgeon": Text("surgeon: operations, and who removes a suture", "手术医生：手术记录与拆线安排"),
    "account.as.registrar": Text("registrar: the registry", "登记员：登记与统计"),
    "account.as.agreement": Text("agreement office: agreements, money, reserve", "协议办公室：协议、款项、准备金"),
    "account.as.administrator": Text("administrator: accounts, settings, protocol", "管理员：账户、设置、方案"),
    "account.demonstration.password": Text("The password of each:", "密码均为："),
    "footer.decides": Text(
        "Decision support. The doctor decides; every sentence opens down to the facts and the page it rests on.",
        "决策支持：由医生决定。每一句建议都可以展开到所依据的事实和指南页码。",
    ),
    "footer.protocol": Text("Protocol", "本院方案"),
    "role.doctor": Text("doctor", "医生"),
    "role.nurse": Text("nurse", "护士"),
    "role.surgeon": Text("surgeon", "手术医生"),
    "role.agreement": Text("agreement office", "协议办公室"),
    "role.registrar": Text("registrar", "登记员"),
    "role.administrator": Text("administrator", "管理员"),
    "save": Text("Save", "保存"),
    "cancel": Text("Cancel", "取消"),
    "back": Text("Back", "返回"),
    "yes": Text("yes", "是"),
    "no": Text("no", "否"),
    "unknown": Text("don't know", "不清楚"),
    "trouble.forbidden": Text("Not for your role", "您的角色无权查看此页"),
    "trouble.forbidden.sentence": Text(
        "You are signed in, but your role has no access to this page. If your work needs it, ask the administrator.",
        "您已登录，但您的角色没有此页的权限。如工作需要，请联系管理员。",
    ),
    "trouble.unverified": Text("Please send it again", "请重新提交"),
    "trouble.unverified.sentence": Text(
        "This page was open too long, or the browser keeps no cookies, so nothing was saved. Go back, reload the page "
        "and send it again.",
        "页面打开时间过长，或浏览器禁用了 Cookie，内容没有保存。请返回并刷新页面后重新提交。",
    ),
    "kept.signed_out": Text("You are signed out", "登录已失效"),
    "kept.signed_out.sentence": Text(
        "Nothing was saved yet, and nothing you typed is lost: it is kept on this page. Sign in (it opens beside this "
        "page), come back here and send it.",
        "内容尚未保存，但没有丢失，都保留在本页。请先登录（在新窗口打开），再回到本页提交。",
    ),
    "kept.again": Text("Please send it once more", "请再提交一次"),
    "kept.again.sentence": Text(
        "You have signed in anew since you opened that page, so nothing was saved yet. What you typed is kept here.",
        "打开该页面后您重新登录过，内容尚未保存。已填写的内容都保留在此。",
    ),
    "kept.as": Text("It will be saved under the name of {}.", "将以{}的名义保存。"),
    "kept.send": Text("Send what I typed", "提交已填写的内容"),
    "trouble.unreadable": Text("This cannot be read", "无法读取提交的内容"),
    "trouble.unreadable.sentence": Text(
        "What was sent is too large, or holds a character that no text holds, so nothing was saved. Go back, shorten "
        "it or take that character out, and send it again.",
        "提交的内容过大，或含有无法识别的字符，没有保存。请返回，缩短内容或删除该字符后重新提交。",
    ),
    "trouble.home": Text("To the first page", "回到首页"),
    "trouble.not_found": Text("Nothing here", "没有找到此页"),
    "trouble.not_found.sentence": Text(
        "There is no such page for you. Check the address, or begin again at the first page.",
        "没有您可以查看的此页。请检查网址，或回到首页重新开始。",
    ),
    "trouble.locked": Text("Too many wrong passwords", "密码错误次数过多"),
    "trouble.locked.sentence": Text(
        "Signing in under this name is closed for an hour from where you are. If it was not you, tell the administrator.",
        "该账户在您所在的网络地址已暂停登录一小时。如果不是您本人操作，请告知管理员。",
    ),
    "trouble.too_many": Text("Too many tries at once", "操作过于频繁"),
    "trouble.too_many.sentence": Text(
        "Nothing was saved. Wait a minute, then go back and send it again.",
        "本次提交没有保存。请等待一分钟后返回重试。",
    ),
    "trouble.broken": Text("Something broke", "系统出错"),
    "trouble.broken.sentence": Text(
        "The fault is ours, and what you last sent was not saved. Go back: what you typed may still be there. If it "
        "happens again, tell the administrator the time it happened.",
        "这是系统的问题，您刚才提交的内容没有保存。请返回，已填写的内容可能还在。如再次出现，请把发生时间告知管理员。",
    ),
    "account.sign_in": Text("Sign in", "登录"),
    "account.forgotten": Text(
        "Forgotten your password? The administrator sets a new one.", "忘记密码？请联系管理员重置。"
    ),
    "account.sign_out": Text("Sign out?", "确定退出登录？"),
    "account.confirm": Text("Confirm", "确认"),
    "account.password": Text("Change the password", "修改密码"),
    "account.two_steps": Text("Second step at sign-in", "两步验证"),
    "account.two_steps.on": Text(
        "After your password you are asked for a code from your authenticator app.",
        "输入密码后，还需输入身份验证器应用中的代码。",
    ),
    "account.two_steps.off": Text("You sign in with a password alone.", "目前仅凭密码即可登录。"),
    "account.two_steps.set_up": Text("Set up an authenticator app", "设置身份验证器应用"),
    "account.two_steps.remove": Text("Remove the authenticator app", "移除身份验证器应用"),
    "account.codes": Text("Recovery codes", "恢复代码"),
    "account.codes.what": Text(
        "Each code signs you in once when your phone is not at hand. Print them and keep them as you keep a key.",
        "手机不在身边时，每个代码可用于登录一次。请打印出来，像钥匙一样妥善保管。",
    ),
    "account.codes.view": Text("Recovery codes", "查看恢复代码"),
    "account.codes.new": Text("Make new recovery codes", "生成新的恢复代码"),
    "account.codes.download": Text("Download", "下载"),
}
