"""The labels of questions and answers in further languages than Chinese and English.

All are patterns to be matched whatever the case. In French a hard space stands before a colon.
"""

from __future__ import annotations

QUESTION = "вопрос|frage|question[\u00a0\u202f]|pregunta|pergunta|domanda|質問|問|질문"
"""What a question is called."""

ANSWER = "ответ|antwort|r[ée]ponse[\u00a0\u202f]?|respuesta|resposta|risposta|答え|回答|답변?"
"""What its answer is called."""

ASKED = "опрос|rage|regunta|ergunta|omanda|問|질문"
"""What a text with one of the former holds, in any case of its first letter; a quick look."""

SAID = "твет|ntwort|ponse|sp[uo]e?sta|답"
"""The same of the latter."""

QUESTIONS = (
    r"вопросы (?:и ответы|для|к|на)\b|(?:частые|часто ?задаваемые) вопросы"
    "|fragen und antworten|häufige fragen|(?:interview|verständnis|kontroll)fragen"
    "|questions(?:/| et )r[ée]ponses|questions (?:fr[ée]quentes|d['’]entretien)"
    "|preguntas (?:frecuentes|de entrevista|y respuestas)|perguntas (?:frequentes|e respostas)"
    "|domande (?:frequenti|e risposte)|よくある質問|一問一答|面接.{0,10}質問|面試.{0,10}[問題]"
    "|常見問題|자주 묻는 질문|면접 ?질문"
)
"""What a section of questions is called."""

MANY = "опросы|ragen|reguntas|erguntas|omande|問|題|質問|질문"
"""What such a name holds; a quick look."""
