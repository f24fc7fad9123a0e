"""What reads as a question, as a section of questions, as the head of an answer."""

from __future__ import annotations

import re

from studyapp.notes.tongues import ANSWER, ASKED, MANY, QUESTION, QUESTIONS, SAID

_CHINESE = (
    "如何|怎么|怎样|为什么|为何|什么|哪些|哪个|能否|是否|请|简述|谈谈|谈一谈|说说|说一说|说一下"
    "|讲讲|讲一讲|讲一下|介绍一下|介绍下|解释一下|解释下|描述一下|列举|聊聊|聊一聊|谈一下|说下|讲下"
    "|阐述|为啥|哪种|哪几|多少|有没有|可否|手写|手撕"
)
_ENGLISH = (
    "how|what|why|when|where|which|who|is|are|do|does|did|can|could|should|would|will"
    "|explain|describe|define|discuss|compare|list|name|derive|implement|write|design"
    "|give|given|suppose|tell me|talk"
)
_MARKED = re.compile(r".*[?？][\s*_`\"”」）)]*$")
_REQUEST = re.compile(rf"(?:{_CHINESE})|(?:{_ENGLISH})\b", re.IGNORECASE)
_INITIALS = frozenset(word[0] for word in f"{_CHINESE}|{_ENGLISH}|{_ENGLISH.upper()}".split("|"))
"""How a request may begin: most lines do otherwise."""
_ASKED_WITHIN = re.compile(
    "如何|怎么|怎样|为什么|为何|为啥|什么|哪|多少|几种|是否|能否|可否|区别|有没有|[吗呢]$"
)
"""What a Chinese question may hold anywhere: it is often put without a mark at its end."""
_INTERVIEW = re.compile(
    r"面试.{0,20}(?:问|题)|(?:常见|高频|经典|延伸|拓展)(?:面试)?(?:问题|提问|追问|问答|题)|追问|问答"
    r"|八股|自测|思考题|复习题|Q\s*&\s*A|\bFAQs?\b|\binterview (?:questions?|q)"
    r"|\b(?:common|frequent(?:ly)?(?: asked)?|review|practice|key|follow-?up|recall|viva|exam)"
    r" questions\b"
    rf"|\bquestions? (?:and|&|\+) answers?\b|(?:练习|习题)(?:与|和|及)答案|{QUESTIONS}",
    re.IGNORECASE,
)
_PICTURES = r"[\u2190-\u21ff\u2300-\u245f\u25a0-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]"
_PICTURED = re.compile(rf"(?:{_PICTURES}+\s*)+(?=[\w#*（(])")
_NUMBERING = re.compile(
    rf"(?:{_PICTURES}+\s*)?"
    r"(?:\d+(?:\.\d+)+[.、)）:：]?\s+|\d+\s*[.、)）:：]\s*|\d+\s+(?![a-z])|[（(]\d+[)）]\s*"
    r"|[一二三四五六七八九十]+、\s*|[①-⑳]\s*|\d\ufe0f?\u20e3\s*)"
)
_FLAT = re.compile(
    rf"(?:{_PICTURES}+\s*)?"
    r"(?:\d+\s*[.、)）:：](?!\d)|\d+\s+(?![a-z\d])|[（(]\d+[)）]|[一二三四五六七八九十]+、|\d\ufe0f?\u20e3)"
)
_NAMED = re.compile(
    rf"(?:the )?(?:interview )?(?:question|front|问题|题目|{QUESTION})\s*"
    r"(?:[（(](?P<tongue>\w{2,10})[)）])?[:：]?",
    re.IGNORECASE,
)
_CITATION = re.compile(r"\[\[[^\[\]]{1,80}\](?:\]\([^()\s]{1,400}\)|\([^()\s]{1,400}\)\])$")
_WRAPPED = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1")

_SHORTENED = (
    r"(?:可?直接)?复述|[中英]文|标准|精简版?|精炼|简短|简洁|简明|简要|核心|参考|推荐|满分|高分|快速|速记|最佳|优秀|完整|示例|示范"
    r"|一句话|\d+\s*(?:秒|s|分钟)|可?背诵版?|口述|口头|口语化?|面试(?:时|官)?"
)
_SAID = r"答案|回答|表述|表达|话术|简答|速答|答法|作答"
_MODEL_ANSWER = re.compile(
    rf"(?:(?:{_SHORTENED})的?)+(?:{_SAID})(?:要点|模板|示例|版本?|思路)?"
    r"|(?:(?:面试(?:时|中)?|快速|标准|完整)的?){0,3}口述(?:讲解|版本?|稿|总结|要点)?"
    r"|面试(?:简答|速答|话术)|背诵版本?"
    r"|(?:(?:the|a|standard|model|short|sample|reference|interview|quick|concise|suggested|ideal)\s+)+"
    r"answer"
    r"|answer in (?:short|brief|an interview)",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    rf"(?:关键)?答案?|.{{0,10}}回答|解答|(?:view |show )?answers?(?: guide)?|solution|{ANSWER}",
    re.IGNORECASE,
)

# A first look that spares most headings the rest; what it looks for begins with a literal.
_NAMED_SIGNS = re.compile(f"uestion|ront|题|{ASKED}")
_INTERVIEW_SIGNS = re.compile(f"问|题|习|八股|自测|Q|q|{MANY}")
_MODEL_SIGNS = re.compile(r"答|述|话术|表达|背诵|A(?i:nswer)|a(?i:nswer)")
_ANSWER_SIGNS = re.compile(rf"{SAID}|答|A(?i:nswer)|a(?i:nswer)|S(?i:olution)|s(?i:olution)")
_DECORATION = re.compile(r"^[^\w（(`\"'\[$\\<*_+-]+|\s*[（(][^（）()]*[)）]\s*$|\s*[:：]\s*$")
_LONGEST_HEAD = 60


def asks(text: str) -> bool:
    """Whether `text`, a line without numbering, is put as a question or a request."""
    if ("?" in text or "？" in text) and _MARKED.match(text):
        return True
    return text[:1] in _INITIALS and _REQUEST.match(text) is not None


def asks_within(text: str) -> bool:
    """Whether `text` asks, if not as a whole then somewhere within, as Chinese headings do."""
    return asks(text) or _ASKED_WITHIN.search(text) is not None


def is_questions(heading: str) -> bool:
    """Whether a section under `heading` holds questions and their answers."""
    return bool(_INTERVIEW_SIGNS.search(heading) and _INTERVIEW.search(heading))


def tongue_of_question(heading: str) -> str | None:
    """The language in brackets of a heading `Question (EN)`, "" of `Question`; None of others."""
    found = _NAMED.fullmatch(heading) if _NAMED_SIGNS.search(heading) else None
    return (found["tongue"] or "").casefold() if found else None


def is_model_answer(heading: str) -> bool:
    """Whether a section under `heading` is the answer to what its parent asks."""
    if len(heading) > _LONGEST_HEAD or not _MODEL_SIGNS.search(heading):
        return False
    return _MODEL_ANSWER.fullmatch(_bare(heading)) is not None


def is_answer(heading: str) -> bool:
    """Whether `heading` says no more than "Answer"; it counts right behind a question only."""
    if len(heading) > _LONGEST_HEAD or not _ANSWER_SIGNS.search(heading):
        return False
    return _ANSWER.fullmatch(_bare(heading)) is not None


def may_question(heads: str) -> bool:
    """Whether one of `heads`, a line each, may be that of a section of questions; a quick look."""
    return _INTERVIEW_SIGNS.search(heads) is not None


def may_answer(heads: str) -> bool:
    """Whether one of `heads`, a line each, may be that of an answer; a quick look."""
    return bool(_MODEL_SIGNS.search(heads) or _ANSWER_SIGNS.search(heads))


def is_numbered(heading: str) -> bool:
    """Whether `heading` begins with a number of one level: `3.`, `3)`, `三、`, no `3.1`."""
    return _FLAT.match(heading) is not None


def unnumbered(text: str) -> str:
    """`text` without its leading number."""
    number = _NUMBERING.match(text)
    return text[number.end() :].strip() if number else text.strip()


def unpictured(text: str) -> str:
    """`text` without the pictures before its words."""
    found = _PICTURED.match(text) if text[:1] >= "\u2190" else None
    return text[found.end() :] if found else text


def bare_question(text: str) -> str:
    """`text` without the source cited behind it and without emphasis around all of it."""
    bare = text.strip()
    while bare.endswith((")", "]")) and (cited := _CITATION.search(bare, max(0, len(bare) - 500))):
        bare = bare[: cited.start()].rstrip()
    whole = _WRAPPED.fullmatch(bare) if bare.startswith(("**", "__")) else None
    return whole[2].strip() if whole else bare


def _bare(heading: str) -> str:
    text = unnumbered(heading.replace("**", ""))
    for _ in range(3):  # a picture before, brackets and a colon behind
        text = _DECORATION.sub("", text).strip()
    return unnumbered(text)
