"""The texts of what a change of scheduler would do: English, Chinese."""

SHIFT_TEXTS: dict[str, tuple[str, str]] = {
    "shift_title": ("What would change", "会有什么变化"),
    "shift_counting": ("Folding the journal anew …", "正在重新推算 …"),
    "shift_told": (
        "{moved} of the {met} cards that you met would come on another day; {notes} notes would say so. No answer is lost, and you can switch back at any time.",
        "见过的 {met} 道题中有 {moved} 道会换日期，涉及 {notes} 篇笔记。作答记录都在，随时可以换回来。",
    ),
    "shift_now": ("now", "现在"),
    "shift_then": ("then", "之后"),
    "shift_today": ("due today", "今天到期"),
    "shift_week": ("due in 7 days", "7 天内到期"),
    "shift_reviews": ("reviews a day, next 30 days", "今后 30 天，每天复习"),
    "shift_new": ("new cards a day", "每天新题"),
    "shift_minutes": ("minutes a day", "每天分钟数"),
    "shift_largest": ("The largest moves", "变动最大的题"),
    "shift.keep": ("change it", "更改"),
    "shift.leave": ("leave as it is", "不改"),
}
