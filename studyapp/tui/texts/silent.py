"""Why a key does nothing just now: English, Chinese."""

SILENT_TEXTS: dict[str, tuple[str, str]] = {
    # while studying
    "silent_unseen": (
        "The answer comes first: {key:study.forward space}",
        "先看答案：{key:study.forward space}",
    ),
    "silent_seen": ("The answer is in sight already", "答案已经显示了"),
    "silent_drill": (
        "A repeat takes {key:study.again 1} or {key:study.good 3}",
        "重答只用 {key:study.again 1} 或 {key:study.good 3}",
    ),
    "silent_points": ("This answer has no points to tick", "这个答案没有可勾选的要点"),
    "silent_long": (
        "Only short answers are typed; {key:study.write W} writes a long one",
        "只有短答案可以键入；长的按 {key:study.write W} 写",
    ),
    "silent_card": ("No card is asked any more", "没有正在问的题了"),
    # a demo
    "silent_demo": ("No code is shown here", "这里没有代码"),
    "silent_unrunnable": ("This code can't be run here", "这段代码在这里不能运行"),
    "silent_running": ("The code still runs", "代码还在运行"),
    "silent_probe": (
        "No value is left to go back from or to predict",
        "没有可求梯度或可预测的值",
    ),
    "silent_graph": (
        "No value with an autograd graph; has the code been run?",
        "没有带计算图的值；代码运行过吗？",
    ),
    "silent_figure": ("No figure was drawn", "没有画出图"),
    "silent_aside": ("No stated result differs here", "这里没有与注释不符的结果"),
    "silent_earlier": ("It needs no earlier code", "不需要前面的代码"),
    "silent_other": ("There is no other code for this card", "这道题没有别的代码"),
    # a note
    "silent_bench": (
        "Run the code first: {key:note.run r}",
        "先运行代码：{key:note.run r}",
    ),
    "silent_stop": (
        "Nothing is chosen; {key:note.next tab} goes to a link, code or question",
        "还没有选中；按 {key:note.next tab} 到链接、代码或题目",
    ),
    "silent_further": ("There is no further one", "没有更多了"),
    "silent_back": ("No note was open before", "前面没有打开过别的笔记"),
    # lists
    "silent_none": ("No card is here to act on", "这里没有可操作的题"),
    "silent_link": ("No link was made here to take out", "这里没有可撤销的链接"),
    "silent_outlines": ("There are no outlines here", "这里没有大纲"),
    "silent_counting": ("The outlines are still being counted", "大纲还在统计"),
    # a mock interview
    "silent_mock_undo": ("No answer was graded yet", "还没有评过分的回答"),
    "silent_declined": ("The grades were set not to count", "已经选了不计入"),
    "silent_counted": (
        "Every one of these cards was reviewed today",
        "这些题今天都复习过了",
    ),
    "silent_uncounted": ("Nothing was counted to take back", "没有计入过，无可撤销"),
    "silent_weak": ("Nothing is left to work on", "没有需要再练的题"),
    # Home
    "silent_weight": ("Choose a deck to weigh first", "先选一个题组再调权重"),
    "silent_heaviest": ("No deck weighs more than {most}", "权重最高是 {most}"),
    "silent_lightest": ("It weighs 0 already, and is never asked", "已经是 0，不会再问"),
    "silent_rebinds": ("No question was reworded", "没有改写过的题"),
    "silent_conflicts": ("No note holds git's conflict markers", "没有笔记带着 git 冲突标记"),
    "silent_foreign": ("No other tool changed review values", "没有别的工具改过复习数据"),
    "silent_journal": (
        "There is no new journal to keep out of git",
        "没有新的作答记录要让 git 忽略",
    ),
    "silent_reading": ("The notes are still being read", "笔记还在读取"),
}
