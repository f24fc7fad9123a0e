"""The texts of what now, and of the days to come: English, Chinese."""

PLAN_TEXTS: dict[str, tuple[str, str]] = {
    "now": ("{parts} · about {minutes} min", "{parts} · 约 {minutes} 分钟"),
    "part_repeat": ("{n} to repeat today", "再答 {n}"),
    "part_review": ("{n} due", "到期 {n}"),
    "part_new": ("{n} new", "新题 {n}"),
    "nothing_now": (
        "Nothing is due today. The next card is due {when}. You can cram: {key:home.cram c}",
        "今天没有到期的题。下一道：{when}。想练可以按 {key:home.cram c}",
    ),
    "nothing_more": (
        "Nothing more for today. You can cram: {key:home.cram c}",
        "今天没有别的题了。想练可以按 {key:home.cram c}",
    ),
    "nothing_ever": (
        "Nothing is due today. You can cram: {key:home.cram c}",
        "今天没有到期的题。想练可以按 {key:home.cram c}",
    ),
    "nothing_here": (
        "Nothing of this deck is due today. Press {key:home.cram c} to cram it.",
        "这个题组今天没有到期的题。按 {key:home.cram c} 可以练习。",
    ),
    "last_pass": (
        "The interview is near: enter passes once more through {n} card, the shakiest first|The interview is near: enter passes once more through {n} cards, the shakiest first",
        "面试快到了：按 enter 把 {n} 道题再过一遍，最不稳的在前",
    ),
    "time_over": (
        "Today's time is used: {minutes} min. enter goes on, {key:home.cram c} crams",
        "今天的时间用完了：{minutes} 分钟。按 enter 继续，{key:home.cram c} 练习",
    ),
    "plan_overdue": (
        "{n} overdue card clears {when}|{n} overdue cards clear {when}",
        "积压的 {n} 道：{when}清完",
    ),
    "plan_overdue_never": (
        "the {n} overdue never clear at this pace",
        "照这个速度，积压的 {n} 道清不完",
    ),
    "plan_unseen": (
        "{n} unseen at about {a_day} a day: met {when}",
        "未见的 {n} 道每天约 {a_day} 道，{when}见完",
    ),
    "plan_unseen_today": (
        "{n} unseen: met today|{n} unseen: all met today",
        "未见的 {n} 道今天见完",
    ),
    "plan_unseen_never": (
        "{n} unseen are not all met within four years at this pace",
        "照这个速度，未见的 {n} 道四年也见不完",
    ),
    "interview": (
        "Interview tomorrow: {now} → {then} recalled|Interview in {n} days: {now} → {then} recalled",
        "离面试 {n} 天：记得 {now} → {then}",
    ),
    "interview_likely": (
        "{likely} if you study {share} of the days, as lately",
        "照最近的习惯（{share} 的日子学）记得 {likely}",
    ),
    "interview_met": (
        "{met} of {all} unseen will be met",
        "未见的 {all} 道里能见到 {met} 道",
    ),
    "interview_drop": (
        "leave out {decks}? ({key:home.lighter -})",
        "要不要放下 {decks}？（{key:home.lighter -}）",
    ),
}
