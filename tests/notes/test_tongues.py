"""Labels of questions and answers in further languages than Chinese and English."""

import pytest

from studyapp.notes import Syntax, explain, parse

LABELS = [
    ("Вопрос", "Ответ"),
    ("Frage", "Antwort"),
    ("Question\u00a0", "Réponse\u00a0"),
    ("Pregunta", "Respuesta"),
    ("Pergunta", "Resposta"),
    ("Domanda", "Risposta"),
    ("質問", "回答"),
    ("問", "答え"),
    ("질문", "답변"),
    ("질문", "답"),
]
FORMS = [
    "{q}: Why?\n{a}: So.\n",
    "{q} 1：Why?\n\n{a} 1：So.\n",
    "**{q}: Why?**\n\n**{a}:** So.\n",
    "**{q} 2:** Why?\n{a}: So.\n",
    "**{q}: Why it is**\n{a}: So.\n",
    "### {q}: Why?\n\n**{a}**: So.\n",
    "### {q} 3: Why?\n\n### {a}\n\nSo.\n",
    "### {q} 4\n\nWhy?\n\n{a}: So.\n",
    "## 3. Why?\n\n{a}: So.\n",
    "## {q}\n\nWhy?\n\n## {a}\n\nSo.\n",
    "- {q}: Why?\n  - {a}: So.\n",
    "- **{q}: Why?** {a}: So.\n",
    "| {q} | {a} |\n|---|---|\n| Why? | So. |\n",
    "<details><summary>{q}: Why?</summary>So.</details>\n",
    "### {q}: Why?\n\n<details><summary>{a}</summary>So.</details>\n",
]


def asked(text: str) -> list[tuple[str, str]]:
    cards = parse(text.encode(), "d/t.md", Syntax(leads=False)).cards
    return [(card.question, card.answer) for card in cards]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("question", "answer"), LABELS)
def test_one_question_in_many_tongues(question: str, answer: str, form: str) -> None:
    """Wherever an English label stands, that of another language may, and none is kept."""
    ((said, told),) = asked(f"# T\n\n{form.format(q=question, a=answer)}")
    assert (said.replace("it is", "?").replace(" ?", "?"), told) == ("Why?", "So.")


@pytest.mark.parametrize(
    "heading",
    [
        "Вопросы для самопроверки",
        "Häufige Fragen",
        "Questions/réponses",
        "Preguntas frecuentes",
        "よくある質問",
        "면접 질문",
        "常見面試題",
    ],
)
def test_a_section_of_questions_in_many_tongues(heading: str) -> None:
    """A heading that asks within it is a question."""
    assert asked(f"# T\n\n## {heading}\n\n### Why?\n\nSo.\n") == [("Why?", "So.")]


@pytest.mark.parametrize(
    "text",
    [
        "Вопрос: сколько это стоит? Дорого.\n\nОтвет найден.\n",
        "Frage: das bleibt offen.\n",
        "Die Frage: was tun?\n\nAntwort: nichts.\n",
        "- Frage: offen\n- Lage: ernst\n",
        "### Вопрос времени\n\nСкоро.\n",
        "## Ответ: 42\n\nВот так.\n",
        "```\nВопрос: почему?\nОтвет: так.\n```\n",
        "Fragen: was bleibt?\nAntworten: nichts.\n",
    ],
)
def test_words_of_other_tongues_in_prose(text: str) -> None:
    """A word alone, one in a sentence, one with another ending, one in code ask nothing."""
    assert asked(f"# T\n\n{text}") == []


def test_an_unanswered_question_says_so() -> None:
    """Where a plain line asks and none answers, the note tells."""
    reasons = explain(parse("# T\n\nВопрос: почему?\n\nПотом.\n".encode(), "t.md"))
    assert [(reason.line, reason.is_card) for reason in reasons if reason.line > 1] == [(3, False)]
