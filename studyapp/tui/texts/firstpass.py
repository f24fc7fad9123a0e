"""The texts of the first pass: English, Chinese."""

FIRSTPASS_TEXTS: dict[str, tuple[str, str]] = {
    "first_pass": (
        "First pass · {done} of {all} · about {minutes} min left",
        "初筛 · {done} / {all} · 还要约 {minutes} 分钟",
    ),
    "first_pass_1": ("don't know", "不会"),
    "first_pass_2": ("vaguely", "有点印象"),
    "first_pass_3": ("know it", "会"),
    "first_pass_1_then": ("asked first", "排在最前"),
    "first_pass_2_then": ("in its turn", "按顺序"),
    "first_pass_3_then": ("in 10–20 days", "10–20 天后"),
    "first_pass_over": ("First pass done", "初筛完成"),
    "first_pass_done": (
        "{n} card sorted: {unknown} unknown, {vague} vague, {known} known.|{n} cards sorted: {unknown} unknown, {vague} vague, {known} known.",
        "筛了 {n} 道：不会 {unknown}，有点印象 {vague}，会 {known}。",
    ),
    "nothing_untold": (
        "No unseen card is left to sort here.",
        "这里没有还要初筛的题。",
    ),
    "k_peek": ("peek", "看答案"),
    "first.peek": ("peek at the answer", "看一眼答案"),
    "first.unknown": ("don't know", "不会"),
    "first.vague": ("vaguely", "有点印象"),
    "first.known": ("know it", "会"),
    "first.undo": ("take the last word back", "撤销上一个"),
    "first.leave": ("back to Home", "回主页"),
}
