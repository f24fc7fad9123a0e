"""The app in a browser: who may come in, the page, the server. It knows only a command to start."""

from studyapp.web.guard import Guard, is_loopback
from studyapp.web.server import Site, serve

__all__ = ["Guard", "Site", "is_loopback", "serve"]
