"""Every text of the interface: English, Chinese; a module for each screen or subject.

In English, "one|many" are the forms for n = 1 and for other n.
"""

from studyapp.tui.texts.account import ACCOUNT_TEXTS
from studyapp.tui.texts.acts import ACT_TEXTS
from studyapp.tui.texts.browse import BROWSE_TEXTS
from studyapp.tui.texts.capture import CAPTURE_TEXTS
from studyapp.tui.texts.cards import CARD_TEXTS
from studyapp.tui.texts.coverage import COVERAGE_TEXTS
from studyapp.tui.texts.day import DAY_TEXTS
from studyapp.tui.texts.demo import DEMO_TEXTS
from studyapp.tui.texts.filter import FILTER_TEXTS
from studyapp.tui.texts.firstpass import FIRSTPASS_TEXTS
from studyapp.tui.texts.help import HELP_TEXTS
from studyapp.tui.texts.home import HOME_TEXTS
from studyapp.tui.texts.listings import LISTINGS_TEXTS
from studyapp.tui.texts.marks import MARK_TEXTS
from studyapp.tui.texts.mock import MOCK_TEXTS
from studyapp.tui.texts.note import NOTE_TEXTS
from studyapp.tui.texts.opening import OPENING_TEXTS
from studyapp.tui.texts.plan import PLAN_TEXTS
from studyapp.tui.texts.query import QUERY_TEXTS
from studyapp.tui.texts.recall import RECALL_TEXTS
from studyapp.tui.texts.served import SERVED_TEXTS
from studyapp.tui.texts.settings import SETTINGS_TEXTS
from studyapp.tui.texts.shift import SHIFT_TEXTS
from studyapp.tui.texts.silent import SILENT_TEXTS
from studyapp.tui.texts.stats import STATS_TEXTS
from studyapp.tui.texts.study import STUDY_TEXTS

TEXTS: dict[str, tuple[str, str]] = {
    **ACCOUNT_TEXTS,
    **ACT_TEXTS,
    **CAPTURE_TEXTS,
    **BROWSE_TEXTS,
    **CARD_TEXTS,
    **COVERAGE_TEXTS,
    **DAY_TEXTS,
    **DEMO_TEXTS,
    **FILTER_TEXTS,
    **FIRSTPASS_TEXTS,
    **HELP_TEXTS,
    **HOME_TEXTS,
    **LISTINGS_TEXTS,
    **MARK_TEXTS,
    **MOCK_TEXTS,
    **NOTE_TEXTS,
    **OPENING_TEXTS,
    **PLAN_TEXTS,
    **QUERY_TEXTS,
    **RECALL_TEXTS,
    **SERVED_TEXTS,
    **SHIFT_TEXTS,
    **SILENT_TEXTS,
    **SETTINGS_TEXTS,
    **STATS_TEXTS,
    **STUDY_TEXTS,
}
