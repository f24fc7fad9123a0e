"""What a person did to cards, in words: English, Chinese."""

ACT_TEXTS: dict[str, tuple[str, str]] = {
    "done_what": (
        "✓ {what}   {key:browse.undo u} undoes it",
        "✓ {what}   按 {key:browse.undo u} 撤销",
    ),
    "unchanged": ("Nothing to change there.", "没有可改的。"),
    "act_on": ("{act}: {what}", "{act}：{what}"),
    "n_cards": ("{n} card|{n} cards", "{n} 道题"),
    "act_counted": ("counted as reviews", "计入复习"),
    "act_cram": ("crammed", "练习"),
    "act_suspend": ("suspended", "暂停"),
    "act_resume": ("taken up again", "恢复"),
    "act_flag": ("flagged", "标记"),
    "act_unflag": ("flag taken off", "取消标记"),
    "act_bury": ("buried until {until}", "推迟到 {until}"),
    "act_unbury": ("no longer buried", "不再推迟"),
    "act_known": ("sorted in a first pass", "初筛"),
    "act_reset": ("begins again as new", "当作新题重来"),
    "act_move": ("moved to {due}", "改到 {due}"),
    "act_claim": ("mark set aside", "不再显示的记号"),
    "notes_wait": (
        "{n} note waits to be written: {reason}|{n} notes wait to be written: {reason}",
        "{n} 篇笔记等待写入：{reason}",
    ),
}
