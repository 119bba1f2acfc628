"""The OpenAPI document is true: what is sent by it gets an answer that it names, and never a server's error."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from saksi.keep.people import People
from saksi.show.web.app import create_app
from saksi.show.web.settings import RoomSettings
from tests.show.web.room import filled

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
OPERATIONS = (
    "GET /api/v1/lists/{name}", "GET /api/v1/{kind}/{key}", "GET /api/v1/ask", "GET /api/v1/gold",
    "POST /api/v1/acts", "POST /api/v1/articles",
)  # fmt: skip


@schemathesis.serializer("application/x-ndjson")
def lines(_context: Any, value: Any) -> bytes:
    """Lines of text as they are sent."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
    """The operations of a room with accounts, by name, and the token of an admin."""
    path = tmp_path_factory.mktemp("api") / "room.db"
    store = filled(path)
    People(store).add("ani", "admin", "kata sandi ani")
    token = {"Authorization": f"Bearer {People(store).grant('ani', ('read', 'review', 'write'))}"}
    app = create_app(RoomSettings(str(path), "", open=False), store)
    document = schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=token)
    operations = [found.ok() for found in document.get_all_operations() if isinstance(found, Ok)]
    yield {one.label: one for one in operations}, token
    store.close()


def test_every_operation_is_tried(room: tuple[dict[str, Any], dict[str, str]]) -> None:
    assert set(room[0]) == set(OPERATIONS)


@pytest.mark.parametrize("name", OPERATIONS)
def test_answers_are_those_of_the_document(room: tuple[dict[str, Any], dict[str, str]], name: str) -> None:
    operations, token = room

    @settings(max_examples=30, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operations[name].as_strategy())
    def answered(case: Any) -> None:
        case.call_and_validate(headers=token, checks=CHECKS)

    answered()
