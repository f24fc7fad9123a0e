"""Pure: which snippet demonstrates which card, how well, or none."""

from studyapp.demos.choice import choose
from studyapp.demos.chooser import Chooser
from studyapp.demos.demo import Demo
from studyapp.demos.naming import documentable
from studyapp.demos.rarities import Rarity, rarity

__all__ = ["Chooser", "Demo", "Rarity", "choose", "documentable", "rarity"]
