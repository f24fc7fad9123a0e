"""Pure: today's queue and the session state machine."""
