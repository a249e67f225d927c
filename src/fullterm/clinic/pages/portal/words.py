"""What a woman reads on her own page: plain, calm, and never a diagnosis, a figure or a promise.

Each step of a protocol has a title and a sentence for her (`her_step.ID`, `her_says.ID`). An operation or a medicine is
named (`her_agreed.ID`, `her_agreed_says.ID`) only once her doctor has signed it; until then it is a talk.
"""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

WORDS: dict[str, Text] = {
    "her.title": Text("Your page", "您的专属页面"),
    "hospital.unnamed": Text("The hospital", "医院"),
    "her.demonstration": Text("Demonstration: nobody here is real.", "演示：内容均为虚构。"),
    "her.language": Text("Language", "语言"),
    "her.close": Text("Close this page", "退出本页"),
    # the door
    "her.door": Text("Enter your code", "请输入验证码"),
    "her.door.how": Text("The six figures the clinic gave you with this link.", "医院随链接告知您的6位数字。"),
    "her.door.code": Text("Code", "验证码"),
    "her.door.open": Text("Open", "打开"),
    "her.door.wrong": Text(
        "That is not the code of this link. You can try {} more times; then the link closes.",
        "验证码不正确。还可以再试{}次，之后链接将关闭。",
    ),
    "her.door.closed": Text("This link is closed", "链接已关闭"),
    "her.door.closed.sentence": Text(
        "A wrong code was typed too often. Telephone the clinic: they give you a new link.",
        "验证码多次输入错误。请致电医院，医院会给您新的链接。",
    ),
    "her.door.nothing": Text("This link opens nothing", "链接无效"),
    "her.door.nothing.sentence": Text(
        "It has ended, or it was typed incompletely. Telephone the clinic: they give you a new link.",
        "链接已到期，或网址不完整。请致电医院，医院会给您新的链接。",
    ),
    "her.door.quiet": Text("This page is closed", "本页面已停用"),
    "her.door.quiet.sentence": Text("If you have a question, please telephone the clinic.", "如有疑问，请致电医院。"),
    "her.door.again": Text("Please open your link again", "请重新打开您的链接"),
    "her.door.again.sentence": Text(
        "Your page closes after an hour, so that nobody else reads it on your phone. Open the link or the code "
        "picture the clinic gave you, and type your code.",
        "为防止他人在您的手机上看到，页面一小时后自动关闭。请重新打开医院给您的链接或二维码，并输入验证码。",
    ),
    "her.door.unverified": Text("Please send it again", "请重新提交"),
    "her.door.unverified.sentence": Text(
        "The page was open too long, or the browser keeps no cookies: nothing was saved. Open your link again.",
        "页面打开时间过长，或浏览器禁用了 Cookie，没有提交成功。请重新打开您的链接。",
    ),
    # when to call
    "her.call": Text("Call at once, day or night, if", "出现以下任一情况，请立即来电，昼夜均可"),
    "her.call.number": Text("Call {}", "拨打 {}"),
    "her.call.none": Text(
        "The number stands on your record book. If you cannot reach it, call the emergency number.",
        "电话号码见您的病历本。如无法接通，请拨打急救电话。",
    ),
    "her.call.clinic": Text("Questions: {}", "咨询与预约：{}"),
    "her.flag.bleeding": Text("you bleed, even a little", "有出血，哪怕很少"),
    "her.flag.waters": Text("fluid runs or keeps trickling out", "有液体流出或持续渗出"),
    "her.flag.pain": Text(
        "your belly tightens again and again, or there is pain or pressure low down or in your back",
        "肚子一阵阵发紧，或下腹、腰骶部疼痛、坠胀",
    ),
    "her.flag.bulge": Text("you feel something coming down or bulging out", "感觉有东西下坠或脱出"),
    "her.flag.fever": Text("you have a fever or shivering, or a discharge that smells", "发热、寒战，或分泌物有异味"),
    "her.flag.heavy": Text("you bleed more than in your heaviest period", "出血多于平时月经量"),
    "her.flag.belly": Text("your belly hurts badly or more and more", "腹痛剧烈或越来越重"),
    "her.flag.worry": Text("anything else worries you", "有其他任何让您担心的情况"),
    "her.flags.way": Text("Do not wait for your next visit.", "不要等到下次复诊。"),
    "her.asked": Text(
        "Today we have not asked you about: {}. If you have any of these, please call.",
        "今天我们还没有问过您：{}。如有其中任何一项，请来电。",
    ),
    "her.asked.bleeding": Text("bleeding", "有没有出血"),
    "her.asked.waters": Text("fluid running or trickling out", "有没有液体流出"),
    "her.asked.pain": Text("your belly tightening, pain or pressure low down", "肚子有没有发紧，下腹有没有疼痛、坠胀"),
    "her.asked.bulge": Text("something coming down", "有没有东西下坠或脱出"),
    "her.asked.fever": Text("fever, shivering or a discharge that smells", "有没有发热、寒战，分泌物有没有异味"),
    "her.urgent": Text("Please call the hospital now.", "请现在就致电医院。"),
    "her.urgent.says": Text(
        "The clinic wants to speak with you today. Do not wait for your next visit.",
        "医院今天需要与您联系，请不要等到下次复诊。",
    ),
    # where she is
    "her.where": Text("Where you are", "现在"),
    "her.weeks": Text("{} weeks", "孕{}周"),
    "her.weeks.days": Text("{} weeks {} days", "孕{}周{}天"),
    "her.weeks.day": Text("{} weeks 1 day", "孕{}周1天"),
    "her.about": Text("about {}", "约{}"),
    "her.give_or_take": Text("give or take {} days", "前后相差{}天以内"),
    "her.give_or_take.one": Text("give or take a day", "前后相差1天以内"),
    "her.between": Text("between {} and {}", "{}至{}之间"),
    "her.due": Text("Due date {}", "预产期{}"),
    "her.due.about": Text("Due date about {}", "预产期约{}"),
    "her.undated": Text("Your weeks are still being worked out.", "孕周尚待核实。"),
    "her.today": Text("Today is {}", "今天是{}"),
    "her.here": Text(
        "We are here for you. Call whenever you want to speak with us.", "我们一直在。想联系时请随时来电。"
    ),
    # what comes
    "her.promised": Text("Agreed with you", "已与您约定"),
    "her.promised.on": Text("Visit on {}", "{}就诊"),
    "her.next": Text("What comes next", "接下来"),
    "her.later": Text("Later", "以后"),
    "her.behind": Text("Behind you", "已完成"),
    "her.nothing": Text(
        "Nothing is planned on these days. The clinic tells you when there is.",
        "目前没有安排。如有安排，医院会通知您。",
    ),
    "her.days.between": Text("{} to {}", "{}至{}"),
    "her.days.until": Text("by {}", "{}或之前"),
    "her.days.over": Text("Please call today to arrange a day.", "请今天来电约定日期。"),
    "her.days.any": Text("Ask for a day when you call or visit.", "请来电或就诊时约定日期。"),
    "her.days.soon": Text("soon", "尽快"),
    "her.planned": Text(
        "These days are planned from what is recorded now. Your doctor decides with you and may change them.",
        "以上日期根据目前的记录安排，由医生与您共同决定，可能会调整。",
    ),
    "her.bring": Text("What to bring", "就诊请带"),
    "her.bring.book": Text("your record book and your identity and insurance cards", "病历本、身份证、医保卡"),
    "her.bring.papers": Text(
        "reports, scans and operation notes from other hospitals", "外院的检查报告、超声单、手术记录"
    ),
    "her.bring.medicine": Text("the medicines you use, or a picture of the boxes", "正在使用的药物，或药盒照片"),
    "her.bring.questions": Text("your questions, written down", "想问的问题（可以先写下来）"),
    # calendar
    "her.calendar": Text("In your calendar", "加入日历"),
    "her.calendar.what": Text(
        "Your phone can show the days of your visits. It shows “Clinic visit” and the days, and nothing else.",
        "手机日历可以显示就诊日期。日历中只显示“门诊”和日期，没有其他内容。",
    ),
    "her.calendar.file": Text("Add the days once", "一次性加入日历"),
    "her.calendar.subscribe": Text("Keep my calendar up to date", "订阅（日期变动时自动更新）"),
    "her.calendar.renew": Text("Make a new address; the old one ends", "生成新的订阅地址（旧地址失效）"),
    "her.calendar.open": Text("Open in my calendar", "在日历中打开"),
    "her.calendar.copy": Text(
        "Or copy this address into your calendar (“add by URL”). It is shown only now; whoever has it sees the days.",
        "或将此地址复制到日历的“通过网址添加”。地址只显示这一次；有此地址的人可看到日期。",
    ),
    # steps, as she reads them
    "her_step.other": Text("Visit at the hospital", "到院就诊"),
    "her_says.other": Text("The clinic tells you what it is about.", "具体内容由医院告知您。"),
    "her_step.preterm-clinic": Text("First visit at the special clinic", "专科门诊首诊"),
    "her_says.preterm-clinic": Text(
        "You meet the team that looks after you, and plan together.", "与负责您的团队见面，一起制定计划。"
    ),
    "her_step.work-up": Text("Examinations before anything is chosen", "确定方案前的检查"),
    "her_says.work-up": Text(
        "Pictures and a blood test. Your doctor explains what each is for.",
        "影像检查和抽血。每项检查的目的由医生向您说明。",
    ),
    "her_step.correct-uterus": Text("A talk with your doctor", "与医生面谈"),
    "her_says.correct-uterus": Text(
        "You talk about what may be done before a next pregnancy.", "讨论下次怀孕前可以做的准备。"
    ),
    "her_agreed.correct-uterus": Text("The small operation you agreed on", "与医生商定的小手术"),
    "her_agreed_says.correct-uterus": Text(
        "Ask the ward beforehand what you may eat and drink, and have somebody see you home.",
        "请提前向病房询问饮食要求，术后请家人陪同回家。",
    ),
    "her_step.abdominal-cerclage": Text("A talk with your surgeon", "与手术医生面谈"),
    "her_says.abdominal-cerclage": Text(
        "You talk about what may be done for you, and decide together.", "讨论可供选择的方案，与您共同决定。"
    ),
    "her_agreed.abdominal-cerclage": Text("The operation you agreed on", "与医生商定的手术"),
    "her_agreed_says.abdominal-cerclage": Text(
        "Ask the ward beforehand what you may eat and drink, and have somebody see you home.",
        "请提前向病房询问饮食要求，术后请家人陪同回家。",
    ),
    "her_step.first-scan": Text("Scan of the first months", "早孕期超声检查"),
    "her_says.first-scan": Text(
        "To see how your baby grows. Afterwards your doctor talks with you about the next step.",
        "了解宝宝的发育情况，之后医生会与您讨论下一步。",
    ),
    "her_step.cerclage": Text("A talk with your doctor", "与医生面谈"),
    "her_says.cerclage": Text(
        "You talk about your care in these weeks, and decide together.", "讨论这几周的安排，与您共同决定。"
    ),
    "her_agreed.cerclage": Text("The stitch you agreed on", "与医生商定的缝扎手术"),
    "her_agreed_says.cerclage": Text(
        "Ask the ward beforehand what you may eat and drink, and have somebody see you home.",
        "请提前向病房询问饮食要求，术后请家人陪同回家。",
    ),
    "her_step.scans": Text("Ultrasound scan", "超声检查"),
    "her_says.scans": Text(
        "A short examination, done again every few weeks for a while.", "检查时间不长，一段时间内每隔几周复查一次。"
    ),
    "her_step.single-scan": Text("Ultrasound scan", "超声检查"),
    "her_says.single-scan": Text("A short examination, done once.", "检查时间不长，做一次。"),
    "her_step.twin-scan": Text("Ultrasound scan", "超声检查"),
    "her_says.twin-scan": Text("A short examination, done once.", "检查时间不长，做一次。"),
    "her_step.short-cervix-no-history": Text("A talk with your doctor", "与医生面谈"),
    "her_says.short-cervix-no-history": Text(
        "You talk about your last scan and decide together. Please come soon.",
        "讨论最近一次超声结果，共同决定。请尽快就诊。",
    ),
    "her_step.ultrasound-cerclage": Text("A talk with your doctor", "与医生面谈"),
    "her_says.ultrasound-cerclage": Text(
        "You talk about your last scan and decide together. Please come soon.",
        "讨论最近一次超声结果，共同决定。请尽快就诊。",
    ),
    "her_agreed.ultrasound-cerclage": Text("The stitch you agreed on", "与医生商定的缝扎手术"),
    "her_agreed_says.ultrasound-cerclage": Text(
        "Ask the ward beforehand what you may eat and drink, and have somebody see you home.",
        "请提前向病房询问饮食要求，术后请家人陪同回家。",
    ),
    "her_step.progesterone": Text("A talk about a medicine", "讨论用药"),
    "her_says.progesterone": Text(
        "Your doctor tells you whether a medicine is meant for you.", "由医生告知您是否需要用药。"
    ),
    "her_agreed.progesterone": Text("The medicine you agreed on", "与医生商定的用药"),
    "her_agreed_says.progesterone": Text(
        "Use it as your doctor wrote it down. Ask before you stop.", "请按医嘱使用，停药前请先询问医生。"
    ),
    "her_going.progesterone": Text("Your medicine", "您的用药"),
    "her_step.twin-progesterone": Text("A talk about a medicine", "讨论用药"),
    "her_says.twin-progesterone": Text(
        "Your doctor tells you whether a medicine is meant for you.", "由医生告知您是否需要用药。"
    ),
    "her_agreed.twin-progesterone": Text("The medicine you agreed on", "与医生商定的用药"),
    "her_agreed_says.twin-progesterone": Text(
        "Use it as your doctor wrote it down. Ask before you stop.", "请按医嘱使用，停药前请先询问医生。"
    ),
    "her_going.twin-progesterone": Text("Your medicine", "您的用药"),
    "her_step.removal": Text("The stitch is taken out", "拆除缝线"),
    "her_says.removal": Text(
        "A short visit. If labour begins before, call at once: the stitch then has to come out at once.",
        "就诊时间不长。如果在此之前出现临产迹象，请立即来电，届时需马上拆线。",
    ),
    "her_step.removal-at-caesarean": Text("The day you agreed on with your doctor", "与医生约定的日子"),
    "her_says.removal-at-caesarean": Text(
        "The stitch may stay in until then. If labour begins before, call at once: it then has to come out at once.",
        "缝线可保留到那一天。如果在此之前出现临产迹象，请立即来电，届时需马上拆线。",
    ),
    "her_step.caesarean-abdominal-suture": Text("The day you agreed on with your doctor", "与医生约定的日子"),
    "her_says.caesarean-abdominal-suture": Text(
        "Your doctor talks with you about this day. If labour begins before, call at once.",
        "这一天的安排由医生与您商定。如果在此之前出现临产迹象，请立即来电。",
    ),
    "her_step.removal-after": Text("The stitch is taken out", "拆除缝线"),
    "her_says.removal-after": Text("The stitch is still in. Please call for a day.", "缝线还在，请来电约定拆线日期。"),
    "her_step.next-pregnancy": Text("A talk, if and when you wish", "如您愿意，可以来谈谈"),
    "her_says.next-pregnancy": Text(
        "If you think of another pregnancy, come before it begins: we plan it with you.",
        "如果您考虑再次怀孕，请在怀孕前来院，我们与您一起计划。",
    ),
}
