"""The texts of the statistics: English, Chinese."""

STATS_TEXTS: dict[str, tuple[str, str]] = {
    "k_stats": ("statistics", "统计"),
    "home.stats": (
        "statistics: what is recalled, what comes, how it was studied",
        "统计：记住了多少、将要到期、学习情况",
    ),
    "stats.period": ("show 30 days or a year", "30 天或一年"),
    "stats.hardest": ("go to the hardest cards", "到最难的题"),
    "stats.page": ("page down", "下一页"),
    "stats.back": ("back", "返回"),
    "stats_title": ("Statistics", "统计"),
    "stats_counting": ("Counting …", "正在统计 …"),
    "k_period": ("30 days or a year", "30 天 / 一年"),
    "k_hardest": ("hardest cards", "最难的题"),
    "k_back": ("back", "返回"),
    # nothing yet
    "stats_none": ("No answers yet.", "还没有作答记录。"),
    "stats_none_hint": (
        "Some days of study from now, this tells what you recall and which cards cost most.",
        "学上几天后，这里会显示记住了多少、哪些题最难。",
    ),
    # in one line
    "stats_streak": ("{n} day in a row|{n} days in a row", "连续 {n} 天"),
    "stats_streak_until": (
        "{n} day in a row until yesterday|{n} days in a row until yesterday",
        "到昨天连续 {n} 天",
    ),
    "stats_longest": ("longest: {n} day in a row|longest: {n} days in a row", "最长连续 {n} 天"),
    "stats_studied": (
        "{n} answer|{n} answers",
        "答了 {n} 次",
    ),
    "stats_spent": (
        "{minutes} min on {days} of the last {all} days",
        "最近 {all} 天学了 {days} 天，{minutes} 分钟",
    ),
    # mastery in words
    "met": ("met {met} of {all}", "见过 {met} / {all}"),
    "met_recall": (
        "met {met} of {all} · {recall} in 30 days",
        "见过 {met} / {all} · 30 天后记得 {recall}",
    ),
    "word_new": ("{n} new", "未见 {n}"),
    "word_known": ("{n} called known", "初筛已会 {n}"),
    "word_shaky": ("{n} shaky", "生疏 {n}"),
    "word_holding": ("{n} holding", "记得住 {n}"),
    "word_solid": ("{n} solid", "牢固 {n}"),
    # the panels
    "stats_forecast": ("Due in the next 30 days", "今后 30 天到期"),
    "stats_forecast_told": (
        "█ due as it stands: {today} today, {all} in all",
        "█ 按现状到期：今天 {today}，共 {all}",
    ),
    "stats_forecast_plan": (
        "• to answer if you study every day: about {minutes} min a day",
        "• 每天都学时要答的题：每天约 {minutes} 分钟",
    ),
    "stats_answers_month": ("Answers a day, 30 days", "每天作答，30 天"),
    "stats_answers_year": ("Answers a week, one year", "每周作答，一年"),
    "stats_minutes_month": ("Minutes a day, 30 days", "每天分钟数，30 天"),
    "stats_minutes_year": ("Minutes a week, one year", "每周分钟数，一年"),
    "stats_answers_told": (
        "{n} answer, {crams} of them crammed|{n} answers, {crams} of them crammed",
        "共 {n} 次，其中练习 {crams} 次",
    ),
    "stats_minutes_told": ("{n} min, on {days} days", "共 {n} 分钟，{days} 天"),
    "stats_retention": ("% recalled, by days of interval", "记住的百分比，按间隔天数"),
    "stats_retention_told": (
        "█ recalled at a day's first answer  • predicted",
        "█ 当天第一次作答时记得  • 预测",
    ),
    "stats_recalled": ("Recalled when asked again", "再问时记住了多少"),
    "stats_interval": ("interval", "间隔"),
    "stats_asked": ("asked", "问过"),
    "stats_share": ("recalled", "记住"),
    "stats_foretold": ("predicted", "预测"),
    "stats_days": ("{n} day|{n} days", "{n} 天"),
    "stats_young": ("young (<21)", "年轻（<21）"),
    "stats_mature": ("mature (21+)", "成熟（21+）"),
    "stats_all": ("all", "全部"),
    "stats_lately": ("last 30 days", "最近 30 天"),
    "stats_weeks": ("% of all cards recalled in 30 days", "全部题 30 天后记得的百分比"),
    "stats_weeks_told": (
        "by week; a card not met counts as 0. Now {mastery}",
        "按周；没见过的题算 0。现在 {mastery}",
    ),
    "stats_decks": ("Mastery by deck", "各题组掌握情况"),
    "stats_decks_told": (
        "━ recalled in 30 days  ╌ met, but forgotten by then  ─ not met",
        "━ 30 天后记得  ╌ 见过但那时会忘  ─ 没见过",
    ),
    "stats_trust": ("How far to trust this", "这些预测有多可信"),
    "stats_trust_kept": (
        "Of {asked} cards that came back you recalled {share}; {foretold} were predicted.",
        "再问过的 {asked} 次里记得 {share}，预测是 {foretold}。",
    ),
    "stats_trust_none": (
        "No card has come back yet: the predictions are the model's, not yet yours.",
        "还没有题再问过：预测来自模型，还没有用你自己的记录校正。",
    ),
    "stats_forgets_faster": (
        "You forget {rate} times as fast as the intervals assume: the plan and the interview line reckon with it, mastery does not.",
        "你的遗忘速度是间隔假定的 {rate} 倍：计划和面试预测已按此校正，掌握程度没有。",
    ),
    "stats_forgets_slower": (
        "You forget {rate} times as slowly as the intervals assume: the plan and the interview line reckon with it, mastery does not.",
        "你的遗忘速度只有间隔假定的 1/{rate}：计划和面试预测已按此校正，掌握程度没有。",
    ),
    "stats_forgets_few": (
        "That is too little to tell how fast you forget.",
        "次数还太少，看不出你忘得多快。",
    ),
    "stats_forgets_so": (
        "You forget about as fast as the intervals assume.",
        "你忘的速度和间隔假定的差不多。",
    ),
    "stats_unknown": (
        "It all goes by your own grades: graded kindly, it promises too much. It does not know how you would answer a question put in other words, nor, before they come, weeks without study.",
        "一切都以你给自己的评分为准：评得松，预测就偏高。换一种问法你答不答得出、以后哪几周不学，它都不知道。",
    ),
    "stats_year": ("Answers on each day of a year", "一年中每天的作答"),
    "stats_months": (
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    ),
    "stats_weekdays": ("Mon Tue Wed Thu Fri Sat Sun", "一 二 三 四 五 六 日"),
    "stats_hardest": ("Hardest cards", "最难的题"),
    "stats_hard": (
        "not recalled on {misses} days, {lapses} of them after it was known",
        "{misses} 天没想起来，其中 {lapses} 次是学会后又忘的",
    ),
    "stats_hardest_hint": ("enter opens the note", "enter 打开笔记"),
}
