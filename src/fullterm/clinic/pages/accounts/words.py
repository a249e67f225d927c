"""The words of the people, of the first page after signing in, and of signing on through the directory."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

WORDS: dict[str, Text] = {
    "nav.people": Text("People", "人员"),
    "people.title": Text("People", "人员"),
    "people.search": Text("Name, sign-in name or role", "姓名、登录名或角色"),
    "people.search.do": Text("Search", "查找"),
    "people.search.all": Text("Show everybody", "显示全部"),
    "people.none": Text("Nobody fits “{}”.", "没有符合“{}”的人员。"),
    "people.none.hint": Text(
        "Try part of the name, or the role. Closed accounts are searched as well.",
        "请尝试姓名的一部分或角色。已停用的账户也在查找范围内。",
    ),
    "people.alone": Text(
        "Nobody else has an account yet. Make one for each person: what somebody does here is recorded under her own name.",
        "目前还没有其他人的账户。请为每个人单独建立账户：每项操作都会记在本人名下。",
    ),
    "people.count": Text("{} accounts", "共{}个账户"),
    "people.new": Text("Make an account", "新建账户"),
    "people.new.says": Text(
        "You get a password to hand over in person. It works once, for {} days; she then chooses her own and sets up her "
        "authenticator.",
        "系统会生成一个一次性密码，请当面交给本人，{}天内有效；本人首次登录时须自行设置新密码并绑定身份验证器。",
    ),
    "people.changes": Text("All changes", "全部变更记录"),
    "people.changes.none": Text("Nothing has been changed yet.", "尚无变更记录。"),
    "people.page": Text("Page {} of {}", "第{}页，共{}页"),
    "people.previous": Text("Previous", "上一页"),
    "people.next": Text("Next", "下一页"),
    "people.username": Text("Sign-in name", "登录名"),
    "people.username.help": Text(
        "Where the hospital's directory is used, the name she has there. It cannot be changed later.",
        "如使用医院统一登录，请与其中的用户名一致。建立后不能更改。",
    ),
    "people.name": Text("Full name", "姓名"),
    "people.role": Text("Role", "角色"),
    "people.state": Text("Account", "状态"),
    "people.state.open": Text("open", "启用"),
    "people.state.closed": Text("closed", "已停用"),
    "people.state.first": Text("has not signed in yet", "尚未首次登录"),
    "people.state.lapsed": Text("one-time password lapsed", "一次性密码已过期"),
    "people.last": Text("Last sign-in", "最近登录"),
    "people.never": Text("never", "从未"),
    "people.made": Text("Made", "建立于"),
    "people.second_step": Text("Authenticator", "身份验证器"),
    "people.second_step.on": Text("set up", "已绑定"),
    "people.second_step.off": Text("not set up", "未绑定"),
    "people.linked": Text("Directory", "统一登录"),
    "people.linked.yes": Text("signs on through the hospital's directory", "已关联医院统一登录"),
    "people.you": Text("you", "本人"),
    "people.hers": Text(
        "This is your own account. Another administrator changes your role, your password and whether it is open.",
        "这是您自己的账户。您的角色、密码和启用状态须由另一位管理员更改。",
    ),
    "people.do": Text("Change", "更改"),
    "people.do.role": Text("Change the role", "更改角色"),
    "people.do.role.says": Text(
        "It holds at once, also where she is signed in now.", "立即生效，包括当前已登录的会话。"
    ),
    "people.do.role.send": Text("Change the role", "更改角色"),
    "people.do.renamed": Text("Correct the name", "更正姓名"),
    "people.do.renamed.send": Text("Save the name", "保存姓名"),
    "people.do.password": Text("Make a new one-time password", "重置密码"),
    "people.do.password.says": Text(
        "For a forgotten password, or a one-time password that lapsed. The old one stops working, she is signed out "
        "everywhere, and a lock after wrong passwords is lifted.",
        "用于忘记密码或一次性密码过期。原密码立即失效，所有会话被退出，因密码错误造成的锁定一并解除。",
    ),
    "people.do.password.send": Text("Make the password", "生成一次性密码"),
    "people.do.second-step": Text("Take the authenticator away", "解除身份验证器"),
    "people.do.second-step.says": Text(
        "For a lost phone. She is signed out everywhere and sets up a new one when she signs in with her password. Make "
        "sure that it is really she who asks.",
        "用于手机遗失。所有会话被退出，本人下次凭密码登录时重新绑定。请先核实确为本人申请。",
    ),
    "people.do.second-step.send": Text("Take it away", "解除绑定"),
    "people.do.signed-out": Text("Sign out everywhere", "退出所有会话"),
    "people.do.signed-out.says": Text(
        "Every browser in which this account is signed in is signed out at once.",
        "该账户在所有浏览器中的登录立即失效。",
    ),
    "people.do.signed-out.send": Text("End all sessions", "立即退出"),
    "people.do.unlinked": Text("Forget the directory's number", "解除统一登录关联"),
    "people.do.unlinked.says": Text(
        "For somebody whom the directory made anew. At her next sign-on the account is found by its sign-in name again.",
        "用于医院目录中重新建立的人员。下次统一登录时将重新按登录名匹配。",
    ),
    "people.do.unlinked.send": Text("Forget it", "解除关联"),
    "people.do.closed": Text("Close the account", "停用账户"),
    "people.do.closed.says": Text(
        "She is signed out at once and cannot sign in. What she recorded stays hers. The account can be reopened.",
        "立即退出并禁止登录。已记录的内容仍归其名下。账户可重新启用。",
    ),
    "people.do.closed.send": Text("Close the account", "停用账户"),
    "people.do.reopened": Text("Reopen the account", "重新启用账户"),
    "people.do.reopened.says": Text(
        "She signs in with the password she had. Make a new one-time password if it is forgotten.",
        "可用原密码登录；如已忘记，请重置密码。",
    ),
    "people.do.reopened.send": Text("Reopen the account", "重新启用"),
    "people.done.role": Text("The role of {} was changed.", "已更改 {} 的角色。"),
    "people.done.renamed": Text("The name of {} was saved.", "已保存 {} 的姓名。"),
    "people.done.second-step": Text(
        "{} sets up an authenticator at the next sign-in.", "{} 下次登录时须重新绑定身份验证器。"
    ),
    "people.done.signed-out": Text("{} was signed out everywhere.", "已退出 {} 的所有会话。"),
    "people.done.unlinked": Text("The directory's number of {} was forgotten.", "已解除 {} 的统一登录关联。"),
    "people.done.closed": Text("The account {} is closed.", "账户 {} 已停用。"),
    "people.done.reopened": Text("The account {} is open again.", "账户 {} 已重新启用。"),
    "people.password.title": Text("One-time password", "一次性密码"),
    "people.password.says": Text(
        "For {}: write it down or read it aloud now, to her alone. It is shown this once and kept nowhere.",
        "{} 的一次性密码：请现在抄下或当面告知本人。只显示这一次，系统不保存明文。",
    ),
    "people.password.then": Text(
        "It works for {} days. At the first sign-in she chooses her own password, then sets up her authenticator.",
        "{}天内有效。首次登录时须设置自己的密码，并绑定身份验证器。",
    ),
    "people.password.done": Text("I have passed it on", "已交给本人"),
    "people.history": Text("What was changed", "变更记录"),
    "people.history.when": Text("When", "时间"),
    "people.history.who": Text("By", "操作人"),
    "people.history.whom": Text("Account", "账户"),
    "people.history.what": Text("What", "内容"),
    "people.machine": Text("the server's command line", "服务器命令行"),
    "people.directory": Text("signing on", "统一登录"),
    "people.did.made": Text("account made as {}", "新建账户，角色：{}"),
    "people.did.made.directory": Text(
        "account made at the first sign-on as {}", "首次统一登录时自动建立账户，角色：{}"
    ),
    "people.did.role": Text("role: {} → {}", "角色：{} → {}"),
    "people.did.renamed": Text("name: {} → {}", "姓名：{} → {}"),
    "people.did.password": Text("new one-time password", "重置密码（一次性）"),
    "people.did.own_password": Text("chose her own password", "本人设置了新密码"),
    "people.did.second_step": Text("authenticator taken away", "解除身份验证器"),
    "people.did.signed_out": Text("signed out everywhere", "退出所有会话"),
    "people.did.linked": Text("first sign-on through the directory", "首次统一登录，已关联"),
    "people.did.unlinked": Text("directory's number forgotten", "解除统一登录关联"),
    "people.did.closed": Text("account closed", "停用账户"),
    "people.did.reopened": Text("account reopened", "重新启用账户"),
    "account.lapsed": Text(
        "This one-time password has lapsed. Ask the administrator for a new one.",
        "此一次性密码已过期，请联系管理员重新生成。",
    ),
    "account.same_password": Text(
        "This is the password you have: choose another one, known to you alone.",
        "新密码与现有密码相同：请另设一个只有您知道的密码。",
    ),
    "account.own_password": Text("Choose your own password", "设置您自己的密码"),
    "account.own_password.says": Text(
        "You signed in with a one-time password. Choose one that only you know: 12 characters or more.",
        "您使用的是一次性密码。请设置一个只有您知道的密码，至少12个字符。",
    ),
    "account.own_password.current": Text("One-time password", "一次性密码"),
    "account.current_password": Text("Password you have now", "当前密码"),
    "account.new_password": Text("New password", "新密码"),
    "account.new_password.again": Text("New password, once more", "再次输入新密码"),
    "account.codes.on": Text("On to the work", "开始工作"),
    "account.closed": Text("This account is closed", "此账户已停用"),
    "account.closed.says": Text(
        "Nobody can sign in to it. If you work here, ask the administrator.", "无法登录。如您在本院工作，请联系管理员。"
    ),
    "account.directory": Text(
        "You signed on through {}: it asks for the second step.", "您通过{}登录：两步验证由其负责。"
    ),
    "sign_on.with": Text("Sign on with {}", "使用{}登录"),
    "sign_on.or": Text("or with a password of this clinic", "或使用本系统密码"),
    "sign_on.refused": Text("No account here", "没有可用的账户"),
    "sign_on.refused.none": Text(
        "Your hospital's directory knows you, but you have no account here, so nothing was opened. Ask the administrator "
        "to make one under the same sign-in name.",
        "医院目录已确认您的身份，但您在本系统没有账户，因此无法进入。请联系管理员用相同的登录名建立账户。",
    ),
    "sign_on.refused.other": Text(
        "The account of this sign-in name belongs to somebody else in the directory. Ask the administrator: if you are "
        "the same person, she has it forget the old number.",
        "此登录名的账户已关联目录中的另一人。请联系管理员：如确为同一人，可由管理员解除旧的关联。",
    ),
    "sign_on.somebody_else": Text("Somebody else signed on", "登录的是另一人"),
    "sign_on.refused.self": Text(
        "Whoever signed on in the directory is not the person signed in here, so nothing was proved and nothing signed. "
        "Go back and sign on as yourself.",
        "在医院目录中登录的不是当前用户，身份未能确认，也未签署任何内容。请返回并以本人身份登录。",
    ),
    "sign_on.failed": Text("Signing on did not work", "统一登录未成功"),
    "sign_on.failed.says": Text(
        "The hospital's directory gave no answer that can be trusted, so nothing was opened. Try again, or sign in with "
        "your password. If it happens again, tell the administrator.",
        "医院目录没有返回可信的结果，因此未能登录。请重试，或使用密码登录。如再次出现，请告知管理员。",
    ),
    "sign_on.again": Text("Back to signing in", "返回登录"),
    "home.title": Text("Your work here", "您的工作"),
    "home.agreement": Text(
        "The agreement office keeps the agreements with the women and what follows from them. It sees no records.",
        "协议办公室负责与患者的协议及其履行，不能查看病历。",
    ),
    "home.registrar": Text(
        "The registrar keeps the registry: counts and outcomes of everybody, nobody by name.",
        "登记员负责登记库：查看汇总与结局，不显示姓名。",
    ),
    "home.administrator": Text(
        "The administrator keeps the accounts and the hospital's settings, and sees no records.",
        "管理员负责账户与医院设置，不能查看病历。",
    ),
    "home.nothing": Text(
        "There is no page for your role in this installation yet.", "本系统目前还没有供您的角色使用的页面。"
    ),
    "home.ask": Text("If you need more for your work, ask:", "如工作需要更多权限，请联系："),
}
