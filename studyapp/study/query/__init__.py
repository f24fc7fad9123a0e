"""A line that chooses cards, as it is typed, read, and held against what is known of a card.

    softmax "loss function" -backprop        words anywhere, a phrase, what must not be there
    deck:nlp tag:attention note:transformer  where a card lives
    is:due flag:1                            how it stands
    due<7 prop:ease<2.2 mastery<50%          numbers, with or without `prop:`
    is:leech or (is:due -deck:old)           either; parentheses group

Any case and any width will do.
"""

from studyapp.study.query.matching import Facts, Predicate, predicate
from studyapp.study.query.reading import Fault, Query, read
from studyapp.study.query.terms import KEYS
from studyapp.study.query.tree import PROPERTIES, STATES, Property, State

__all__ = [
    "KEYS",
    "PROPERTIES",
    "STATES",
    "Facts",
    "Fault",
    "Predicate",
    "Property",
    "Query",
    "State",
    "predicate",
    "read",
]
