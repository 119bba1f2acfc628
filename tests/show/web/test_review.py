"""Review: acts carry a name, are seen in the incident at once, and can be undone; nobody else's page can act."""

import re

from starlette.testclient import TestClient

from saksi.show.web.retold import retold
from saksi.show.web.tongue import tongue


def seal(room: TestClient) -> str:
    """The seal of the room's forms."""
    found = re.search(r'name="csrf" content="([0-9a-f]+)"', room.get("/").text)
    assert found
    return found[1]


def killed(room: TestClient) -> dict[str, object]:
    """The claim that 12 were killed."""
    rows = room.get("/claims.json?kind=figure").json()["items"]
    found: dict[str, object] = next(row for row in rows if row["low"] in (12.0, 14.0))
    return found


def test_correction_is_seen_in_the_incident_and_undone(room: TestClient) -> None:
    claim = killed(room)
    form = {"verb": "correct", "low": "14", "high": "14", "reason": "says 14", "csrf": seal(room), "back": "/review"}
    assert room.post(f"/review/{claim['id']}", data=form).status_code == 200
    ledger = room.get(f"/incidents/{claim['incident']}.json").json()["ledger"]
    assert 14.0 in [row["low"] for row in ledger]
    made = next(row for row in room.get("/history.json").json()["items"] if row["about"] == "review")
    assert (made["by"], made["reason"]) == ("Sari", "says 14")
    assert '"low":14.0' in room.get("/gold.jsonl").text
    room.post(f"/undo/{made['id']}", data={"csrf": seal(room)})
    ledger = room.get(f"/incidents/{claim['incident']}.json").json()["ledger"]
    assert 14.0 not in [row["low"] for row in ledger]


def test_how_exact_a_number_is_stands_on_the_form_in_the_tongue(room: TestClient) -> None:
    room.cookies.set("saksi_tongue", "id")
    page = room.get(f"/review/{killed(room)['id']}").text
    assert '<option value="exact" selected>persis</option>' in page
    assert '<option value="at_least">sedikitnya</option>' in page


def test_act_without_seal_is_refused(room: TestClient) -> None:
    claim = killed(room)
    assert room.post(f"/review/{claim['id']}", data={"verb": "reject"}).status_code == 403
    foreign = {"Origin": "https://evil.example"}
    answer = room.post(f"/review/{claim['id']}", data={"verb": "reject", "csrf": seal(room)}, headers=foreign)
    assert answer.status_code == 403
    assert killed(room)["review"] is None


def test_two_reviewers_are_compared(room: TestClient) -> None:
    claim = killed(room)
    for name, verb in (("Sari", "accept"), ("Željko; Tono", "reject")):
        room.post("/name", data={"name": name, "csrf": seal(room)})
        room.post(f"/review/{claim['id']}", data={"verb": verb, "csrf": seal(room)})
    assert "Sari – Željko; Tono" in room.get("/history").text


def test_closed_room_asks_for_a_sign_in(closed_room: TestClient) -> None:
    assert closed_room.get("/incidents.json").status_code == 401
    assert closed_room.get("/").url.path == "/sign-in"
    wrong = {"name": "budi", "password": "guessed wrongly"}
    assert closed_room.post("/sign-in", data=wrong).status_code == 401
    closed_room.post("/sign-in", data={"name": "budi", "password": "kata sandi budi"})
    claim = killed(closed_room)
    answer = closed_room.post(f"/review/{claim['id']}", data={"verb": "reject", "csrf": seal(closed_room)})
    assert answer.status_code == 403
    assert closed_room.get("/log").status_code == 403


def test_guessing_passwords_is_slowed_down(closed_room: TestClient) -> None:
    tries = [closed_room.post("/sign-in", data={"name": "ani", "password": "x"}).status_code for _ in range(9)]
    assert tries[-1] == 429


def test_programs_are_refused_in_their_tongue(room: TestClient, closed_room: TestClient) -> None:
    def told(client: TestClient, address: str, code: str) -> str:
        return str(client.get(address, headers={"Accept-Language": code}).json()["detail"])

    missing = "/api/v1/incident/inowhere"
    assert told(room, missing, "en").startswith("There is no such incident")
    assert (
        told(room, missing, "id-ID,id;q=0.9")
        == retold(tongue("id"), told(room, missing, "en"))
        != told(room, missing, "en")
    )
    assert told(closed_room, "/incidents.json", "en").startswith("Sign in first")
    assert told(closed_room, "/incidents.json", "id").startswith("Masuk")
