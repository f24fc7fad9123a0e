"""The texts of notes without cards, and of a new card: English, Chinese."""

CARD_TEXTS: dict[str, tuple[str, str]] = {
    "home.cardless": (
        "list the notes that ask nothing, to write a card into one",
        "列出没有题的笔记，可以写一道",
    ),
    "cardless_title": ("Notes without a card", "没有题的笔记"),
    "cardless_none": ("Every note asks something.", "每篇笔记都有题。"),
    "noteless": ("There is no note here yet.", "这里还没有笔记。"),
    "cardless.new": ("new card", "在这里写一道题"),
    "cardless.read": ("read it", "看笔记"),
    "cardless.back": ("back", "返回"),
    "new_title": ("New card · {note}", "新题 · {note}"),
    "new_question": ("Question", "题目"),
    "new_answer": (
        "Answer, in markdown; leave it empty to go on in your editor",
        "答案，用 markdown；留空则到编辑器里写",
    ),
    "k_write_card": ("write it into the note", "写进笔记"),
    "new_refused": ("Not written: {reason} ({hint})", "没有写入：{reason}（{hint}）"),
    "new_unsaved": (
        "{key:new.leave esc} once more leaves without it",
        "再按一次 {key:new.leave esc} 就放弃",
    ),
    "new_written": ("Written into {note}, line {line}.", "已写入 {note} 第 {line} 行。"),
    "new.save": ("write the card into its note", "把题写进笔记"),
    "new.leave": ("back", "返回"),
}
