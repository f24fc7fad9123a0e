"""What is said while an answer is recalled, and where cards are chosen: English, Chinese."""

RECALL_TEXTS: dict[str, tuple[str, str]] = {
    # points, hints, what was typed or written
    "said": ("{n} of {of} said", "说到 {n} / {of}"),
    "type_ask": ("answer:", "答案："),
    "type_hint": ("type it, then enter", "输入后按 enter"),
    "told_typed": ("What you typed", "你输入的"),
    "told_written": ("What you wrote", "你写的"),
    "typed_right": ("✓ {text}", "✓ {text}"),
    "typed_wrong": ("≠ {text}", "≠ {text}"),
    "no_more": (
        "The note says no more about this; {key:study.note n} opens all of it.",
        "笔记里关于这道题没有更多了；按 {key:study.note n} 看整篇。",
    ),
    "leech": ("often forgotten", "总是忘"),
    "leech_advice": (
        "Forgotten {n} times: it may ask too much at once. {key:study.edit e} opens the editor to split it.",
        "忘了 {n} 次：这道题可能一次问得太多。按 {key:study.edit e} 打开编辑器，把它拆开。",
    ),
    # short names of keys
    "k_hint": ("hint", "提示"),
    "k_type": ("type it", "打字答"),
    "k_write": ("write it", "写下来"),
    "k_tick": ("tick what you said", "勾选说到的"),
    "k_more_note": ("more of the note", "接着看笔记"),
    "k_check": ("check", "核对"),
    # what each binding does
    "study.points": ("look at the next or previous point", "下一个或上一个要点"),
    "study.next_point": ("look at the next point", "下一个要点"),
    "study.previous_point": ("look at the previous point", "上一个要点"),
    "study.tick": (
        "tick the point as said; so many of them propose a grade",
        "勾选说到的要点，按比例建议评分",
    ),
    "study.hint": (
        "before the answer: show how its points begin, then more",
        "看答案前：提示各要点的开头，再按多给一点",
    ),
    "study.type": ("type a short answer and have it compared", "输入简短的答案，自动核对"),
    "study.more": ("show what the note goes on with", "接着显示笔记的下一段"),
    "study.write": (
        "write the answer in $EDITOR, then see both",
        "用 $EDITOR 写下答案，再对照",
    ),
}
