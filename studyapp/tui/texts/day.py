"""The texts of the settings of a day: English, Chinese."""

DAY_TEXTS: dict[str, tuple[str, str]] = {
    "day_title": ("My day", "每日安排"),
    "day_minutes": (
        "Minutes a day (0: count cards instead)",
        "每天几分钟（0 表示按题数）",
    ),
    "day_minutes_bad": ("A number from 0 to 1440", "填 0 到 1440 的数"),
    "day_scheduler": ("Scheduler", "复习算法"),
    "day_sm2": (
        "Classic SM-2: 1 day, 6, then by ease (1, 6, 15, 38 …)",
        "经典 SM-2：1 天、6 天，然后按难易递增（1、6、15、38 …）",
    ),
    "day_fsrs": (
        "FSRS: by grade from the first day (Good: 2, 11, 46 …)",
        "FSRS：从第一天起按评分安排（记得：2、11、46 …）",
    ),
    "day_interview": (
        "Interview on (empty: none)",
        "面试日期（没有就留空）",
    ),
    "day_interview_bad": ("A day ahead, such as {example}", "填将来的日期，例如 {example}"),
    "day.save": ("save", "保存"),
    "day.leave": ("leave as it is", "不改"),
}
