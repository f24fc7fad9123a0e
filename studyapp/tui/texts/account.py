"""The texts that explain a schedule: English, Chinese."""

ACCOUNT_TEXTS: dict[str, tuple[str, str]] = {
    "why_formula": ("How it was computed on {day}", "{day} 是这样算的"),
    "why_moved": ("Since then the day was set to {due}.", "之后日期改成了 {due}。"),
    "why_curve": (
        "How likely it is recalled, in % (• today, and the day it is due)",
        "记得的概率 %（• 今天和到期日）",
    ),
    "why_outcomes": ("Graded today, it would come", "如果今天评分"),
    "why_history": ("What happened to it", "经过"),
    "why_interval": ("interval", "间隔"),
    "why_day": ("day", "日期"),
    "why_event": ("what", "事件"),
    "why_again": ("again that day", "当天再答"),
    "why_brought": ("as the note had it", "笔记里原有的"),
    "why_set": ("day set", "改了日期"),
    "why.page": ("page down", "下一页"),
    "why.back": ("back", "返回"),
}
