"""What is said of a line that chooses cards: English, Chinese."""

QUERY_TEXTS: dict[str, tuple[str, str]] = {
    "query_terms": (
        """\
Words stand in question, answer, note, deck or tags; "several words"; -without; a or (b c)
is:due is:new is:known is:review is:flagged is:leech is:suspended is:buried
deck:x tag:x note:x   due<7 ease<2.2 ivl>21 mastery<50% lapses>=3 reps>0 added<30""",
        """\
关键词出现在题目、答案、笔记名、题组或标签里；"连着的词"；-排除；甲 or (乙 丙)
is:due 到期  is:new 新题  is:known 初筛会  is:review 学过  is:flagged 标记  \
is:leech 总是忘  is:suspended 暂停  is:buried 推迟  deck:题组  tag:标签  \
note:笔记  due<7 几天内到期  ease<2.2 难易  ivl>21 间隔  mastery<50% 记得  \
lapses>=3 忘过  reps>0 答过  added<30 几天内新建""",
    ),
    "fault_unfinished": (
        "`{term}` is not finished",
        "{term} 还没写完",
    ),
    "fault_state": ("`{term}` asks for nothing: is: takes {states}", "{term}：is: 后面是 {states}"),
    "fault_property": (
        "`{term}` asks for nothing: prop: compares {properties}, as in prop:due<7",
        "{term}：prop: 可以比较 {properties}，例如 prop:due<7",
    ),
    "fault_number": (
        "`{term}` asks for nothing: a number is missing, such as 7, 2.2 or 50%",
        "{term}：后面是数字，例如 7、2.2 或 50%",
    ),
    "fault_flag": ("`{term}` asks for nothing: flag: takes 1 or 0", "{term}：flag: 后面是 1 或 0"),
    "fault_group": (
        "`{term}`: a part is missing, as in (a or b) c",
        "{term}：少了一部分，应为 (甲 or 乙) 丙 这样",
    ),
}
