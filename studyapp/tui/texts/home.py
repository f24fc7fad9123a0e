"""The texts of Home: decks, days, notices and keys: English, Chinese."""

HOME_TEXTS: dict[str, tuple[str, str]] = {
    "k_first_pass": ("first pass", "初筛"),
    "k_day": ("my day", "每日"),
    "weight": ("weight", "权重"),
    "deck": ("deck", "题组"),
    "all_decks": ("all decks", "全部题组"),
    "due": ("due", "到期"),
    "unseen": ("unseen", "未见"),
    "cards": ("cards", "题数"),
    "mastery": ("recall in 30 days", "30 天后记得"),
    "days": ("Last 30 days", "最近 30 天"),
    "days_told": (
        "{n} answer today, {all} in 30 days|{n} answers today, {all} in 30 days",
        "今天答了 {n} 次，30 天共 {all} 次",
    ),
    "root": ("(top folder)", "（最外层）"),
    "problems": (
        "{n} problem in the notes; {key:home.problems p} shows it|{n} problems in the notes; {key:home.problems p} shows them",
        "笔记中有 {n} 处问题，按 {key:home.problems p} 查看",
    ),
    "faults": (
        "{n} of your settings can't be used: {key:home.problems p}",
        "你的设置里有 {n} 处不能用：{key:home.problems p}",
    ),
    "problems_title": ("Problems", "发现的问题"),
    "unwatched": (
        "Edits by other programs don't show by themselves here: press {key:home.refresh f5} ({reason})",
        "这里不能自动显示其他程序的改动，请按 {key:home.refresh f5}（{reason}）",
    ),
    "none": ("None.", "没有。"),
    "waiting": (
        "{n} note waits to be written: {key:home.problems p}|{n} notes wait to be written: {key:home.problems p}",
        "{n} 篇笔记等待写入：{key:home.problems p}",
    ),
    "foreign": (
        "Another tool changed the review values of {n} note; it was left alone.\n{key:home.mine k} keep mine   {key:home.theirs o} take theirs   {key:home.always_mine K} {key:home.always_theirs O} the same, always|Another tool changed the review values of {n} notes; they were left alone.\n{key:home.mine k} keep mine   {key:home.theirs o} take theirs   {key:home.always_mine K} {key:home.always_theirs O} the same, always",
        "另一个工具改了 {n} 篇笔记的复习数据，暂未写入。\n{key:home.mine k} 用我的   {key:home.theirs o} 用它的   {key:home.always_mine K} {key:home.always_theirs O} 以后都这样",
    ),
    "conflicts": (
        "Git's conflict markers stand around the review values of {n} note.  {key:home.mend m} mends it from the journal|Git's conflict markers stand around the review values of {n} notes.  {key:home.mend m} mends them from the journal",
        "{n} 篇笔记的复习数据里有 git 冲突标记。  {key:home.mend m} 按作答记录修复",
    ),
    "hand": (
        "You moved {n} review date by hand; the schedule follows.|You moved {n} review dates by hand; the schedule follows.",
        "你手动改了 {n} 篇笔记的复习日期，日程已照办。",
    ),
    "doubts": (
        "{n} question may be one you know, reworded: {key:home.rebinds r}|{n} questions may be ones you know, reworded: {key:home.rebinds r}",
        "{n} 道题可能是改写过的旧题：{key:home.rebinds r}",
    ),
    "healed": (
        "{n} note brought up to date with the journal.|{n} notes brought up to date with the journal.",
        "{n} 篇笔记已按作答记录更新。",
    ),
    "journal_kept": (
        "Answers are kept in .studyapp/journal beside your notes: questions and times.",
        "作答记录存在笔记旁的 .studyapp/journal：题目与时间。",
    ),
    "journal_offer": (
        "Your answers are kept in .studyapp/journal: questions and times.  {key:home.ignore g} keep it out of git",
        "作答记录存在 .studyapp/journal：题目与时间。  {key:home.ignore g} 不让 git 跟踪它",
    ),
    "journal_private": ("git now ignores the journal.", "git 不再跟踪作答记录。"),
    "home.ignore": ("keep the journal out of git", "不让 git 跟踪作答记录"),
    "k_study": ("study", "学习"),
    "k_cram": ("cram", "练习"),
    "k_capture": ("new question", "记一道题"),
    "k_refresh": ("read again", "重新读取"),
    "k_quit": ("quit", "退出"),
    "home.study": ("study the chosen deck", "学习选中的题组"),
    "home.cram": (
        "cram: go through the deck, the schedule stays as it is",
        "练习：走一遍题组，不影响日程",
    ),
    "home.first_pass": (
        "first pass over unseen cards: unknown, vague, known",
        "初筛没见过的题：不会、有点印象、会",
    ),
    "home.day": (
        "set the minutes a day, the scheduler, the interview",
        "设置每天的时间、复习算法和面试日期",
    ),
    "home.weigh": ("make the chosen deck heavier or lighter", "调高或调低选中题组的权重"),
    "home.heavier": ("make the chosen deck heavier", "调高选中题组的权重"),
    "home.lighter": ("make the chosen deck lighter", "调低选中题组的权重"),
    "home.problems": ("list what could not be read or written", "列出读不了或写不了的"),
    "home.rebinds": ("say which reworded questions are the same", "确认改写过的题"),
    "home.suspended": ("list the suspended cards, to take some up again", "列出暂停的题，可以恢复"),
    "home.mend": ("mend git's conflicts in review values", "修复复习数据里的 git 冲突"),
    "home.mine": ("keep my review values over another tool's", "保留我的复习数据"),
    "home.theirs": ("take another tool's review values", "采用另一个工具的复习数据"),
    "home.always_mine": ("always keep mine", "以后都保留我的"),
    "home.always_theirs": ("always take another tool's", "以后都用它的"),
    "home.undo": ("undo the last answer", "撤销上一次作答"),
    "home.refresh": ("read the folder again", "重新读取文件夹"),
    "home.quit": ("quit; everything is saved already", "退出；一切都已保存"),
}
