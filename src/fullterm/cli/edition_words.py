"""The words around two editions: what became of a rule, the names of its fields, in both languages."""

from __future__ import annotations

from fullterm.vocabulary.fact import Text

CHANGE = {
    "added": Text("added", "新增"),
    "withdrawn": Text("withdrawn", "撤下"),
    "changed": Text("changed", "更改"),
}
FIELD = {
    "kind": Text("kind", "建议类别"),
    "treatments": Text("of what", "所涉措施"),
    "decision": Text("shown under", "所列项目"),
    "for": Text("for whom", "适用人群"),
    "applies": Text("applies when", "适用条件"),
    "unless": Text("unless", "除非"),
    "window": Text("window", "时间窗"),
    "grade": Text("grade", "级别"),
    "locus": Text("page", "出处"),
    "says": Text("sentence", "建议原意"),
    "note": Text("our reading", "我们的理解"),
    "read": Text("how it was read", "阅读方式"),
    "since": Text("in force from", "生效自"),
    "until": Text("in force", "有效期"),
    "title": Text("title", "标题"),
    "publisher": Text("publisher", "发布者"),
    "edition": Text("edition", "版本"),
    "label": Text("called", "名称"),
    "means": Text("means", "含义"),
}
SAYS = {
    "head": Text("What changed in the rules: {} → {}", "规则的变更:{} → {}"),
    "nothing": Text("nothing changed", "没有变更"),
    "counts": Text(
        "rules: {} added, {} withdrawn, {} changed, in {} documents", "规则:新增{}条,撤下{}条,更改{}条,涉及{}份文件"
    ),
    "words": Text("What a word means to every rule that reads it", "各规则共用的定义"),
    "read_by": Text("read by {}", "用于{}"),
    "none": Text("none", "无"),
    "other": Text(" (in Chinese)", "(英文)"),
    "before_none": Text("there was none", "原无"),
    "after_none": Text("there is none any more", "现已无"),
    "written": Text("{}: an edition of {} rules was written", "{}:已写入{}条规则的版本"),
}
