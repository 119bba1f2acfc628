"""The room for several processes: each makes the application from what the first one left in the environment."""

import os

import msgspec
from fastapi import FastAPI

from saksi.show.web.app import create_app
from saksi.show.web.settings import RoomSettings

_KEY = "SAKSI_ROOM"


def remember(settings: RoomSettings) -> None:
    """Leaves the settings for the processes that are started next."""
    os.environ[_KEY] = msgspec.json.encode(settings).decode()


def app() -> FastAPI:
    """The application of one process."""
    return create_app(msgspec.json.decode(os.environ[_KEY], type=RoomSettings))
