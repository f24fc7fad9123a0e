"""The texts of quick capture: English, Chinese."""

CAPTURE_TEXTS: dict[str, tuple[str, str]] = {
    "capture": ("write a question down", "记下一道题"),
    "capture_title": ("Write a question down", "记下一道题"),
    "capture_answer": ("Answer, in markdown; it may wait", "答案，用 markdown；可以以后再写"),
    "capture_into": ("Into (type to find a note; ↑ ↓ choose)", "写入（输入以查找笔记；↑ ↓ 选择）"),
    "capture_inbox": ("{note}: the inbox", "{note}：收件箱"),
    "k_next_field": ("next field", "下一栏"),
    "capture_unanswered": (
        "Written into {note}, line {line}. It will be asked once its answer is written.",
        "已写入 {note} 第 {line} 行。补上答案后才会出题。",
    ),
    "capture.next": ("next note", "下一篇笔记"),
    "capture.previous": ("previous note", "上一篇笔记"),
}
