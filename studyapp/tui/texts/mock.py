"""The texts of the mock interview and its report: English, Chinese."""

MOCK_TEXTS: dict[str, tuple[str, str]] = {
    "home.mock": (
        "mock interview: timed, mixed topics, follow-ups, a report",
        "模拟面试：限时、混合主题、有追问、出报告",
    ),
    "mock_title": ("Mock interview", "模拟面试"),
    "mock_about": (
        "Answer aloud, or type; show the answer and grade yourself. The clock rests while you grade. Weak cards are asked more often, and follow-ups come from the same note and the notes it links to. Nothing counts as a review unless you say so at the end.",
        "开口回答或打字，再看答案给自己评分；评分时不计时。薄弱的题更常被问到，追问来自同一篇笔记和它链接的笔记。最后由你决定是否计入复习。",
    ),
    "mock_choice": (
        "{minutes} minutes, about {n} question|{minutes} minutes, about {n} questions",
        "{minutes} 分钟，约 {n} 题",
    ),
    "mock_none": (
        "There is no card to ask here: decks of weight 0 and suspended cards are left out.",
        "这里没有可问的题：权重为 0 的题组和暂停的题不问。",
    ),
    "mock_main": ("Question {at} · {where}", "第 {at} 题 · {where}"),
    "mock_same": ("Follow-up · {title} · after “{main}”", "追问 · {title} · 接“{main}”"),
    "mock_linked": (
        "Follow-up, linked note · {title} · after “{main}”",
        "追问，链接的笔记 · {title} · 接“{main}”",
    ),
    "mock_clock": ("{took} of {budget} · {left} left", "{took} / {budget} · 剩 {left}"),
    "mock_last": ("{took} of {budget} · the last question", "{took} / {budget} · 最后一题"),
    "mock_rests": (
        "{took} of {budget} · {left} left, the clock rests",
        "{took} / {budget} · 剩 {left}，暂停计时",
    ),
    "mock_sure": (
        "{key:study.leave q} again ends the interview and shows what it showed",
        "再按一次 {key:study.leave q} 结束面试，看结果",
    ),
    "mock_unanswered": ("Nothing was answered, nothing was kept.", "没有作答，什么也没有留下。"),
    "k_mock": ("mock", "模拟面试"),
    "k_mock_type": ("type it", "打字答"),
    "k_mock_end": ("end", "结束"),
    # the result
    "mock_report": ("Mock interview · {day}", "模拟面试 · {day}"),
    "mock_counts": (
        "{n} question (follow-ups: {follow}) in {took} of {set} minutes. Seed {seed}.|{n} questions (follow-ups: {follow}) in {took} of {set} minutes. Seed {seed}.",
        "{n} 题，其中追问 {follow} 题；用时 {took}，限时 {set} 分钟。种子 {seed}。",
    ),
    "mock_told": (
        "**You recalled {told} of what was asked.** From so few questions, it may be anything from {low} to {high}.",
        "**问到的内容你答出了 {told}。**题数有限，只能说在 {low} 到 {high} 之间。",
    ),
    "mock_topics": ("Readiness by topic", "各主题的准备情况"),
    "mock_heads": (
        "topic · questions · recalled · predicted · time a question",
        "主题 · 题数 · 答出 · 预测 · 每题用时",
    ),
    "mock_foretold": (
        "*Recalled* is what you said here; *predicted* is the recall that the schedule expects of all cards of the topic, unseen ones as 0.",
        "“答出”是这次说到的比例；“预测”是日程对该主题全部题目的预测记忆率，没见过的算 0。",
    ),
    "mock_work": ("To work on", "要补的"),
    "mock_whole": ("Nothing: every answer was whole.", "没有：每题都答全了。"),
    "mock_missed": ("missed: {points}", "没说到：{points}"),
    "mock_answers": ("All answers", "全部回答"),
    "mock_points": ("{n} of {of} points", "{n} / {of} 点"),
    "mock_written": ("what you wrote:", "你写的："),
    "mock_gone": ("(the card is gone)", "（题目已不在）"),
    "mock_count": (
        "Count {n} of these as a review?|Count {n} of these as reviews?",
        "把其中 {n} 题计入复习？",
    ),
    "mock_uncounted": ("Not counted; no schedule has changed.", "没有计入，日程不变。"),
    "mock_saved": ("✓ saved: {place}", "✓ 已保存：{place}"),
    "mock_where": ("save to:", "保存到："),
    "mock_where_hint": ("a file, from the library on", "文件路径，相对题库"),
    "k_mock_study": ("study these now", "现在就学这几道"),
    "k_mock_save": ("save the report", "保存报告"),
    "k_yes": ("yes", "是"),
    "k_no": ("no", "否"),
    # what each binding does
    "mock.leave": ("back to Home", "回主页"),
    "mock.save": (
        "save the report, beside the journal unless you say where",
        "保存报告，默认放在作答记录旁边",
    ),
    "mock.count": ("count the grades as reviews", "把评分计入复习"),
    "mock.discount": ("don't count them", "不计入复习"),
    "mock.undo": ("take back that they count", "撤销计入复习"),
    "mock.study": ("study the answers to work on", "学习要补的几道"),
    "mock.page": ("page down", "翻页"),
    "essay.done": ("done, show the answer", "写完，看答案"),
    "essay.leave": ("back to the question", "回到题目"),
    "mockstart.begin": ("begin", "开始"),
    "mockstart.leave": ("back", "返回"),
}
