"""Review in a real browser, by keyboard alone: every act is seen where it counts, and can be undone."""

import json
from typing import Any

from tests.browser.conftest import Running, Visitor


def opened(page: Any, desk: Running, kind: str, number: int = 0) -> str:
    """Opens a claim of a kind for review, as the queue does. Returns its id."""
    key = sorted(row.id for row in desk.view.claims(size=50).items if row.kind == kind)[number]
    page.goto(f"{desk.url}/review/{key}?queue=yes")
    return key


def now(page: Any, desk: Running, key: str) -> Any:
    """The claim as it now stands, as the interface tells it."""
    return json.loads(page.request.get(f"{desk.url}/claims/{key}.json").body())


def test_figure_is_corrected_seen_in_the_incident_and_undone(visitor: Visitor, desk: Running) -> None:
    page = visitor(desk)
    page.goto(f"{desk.url}/articles/obeid")
    page.locator(".card.k-figure a[href^='/review/']").first.press("Enter")
    page.locator("body").press("c")
    page.locator("input[name=low]").fill("13")
    page.locator("input[name=high]").fill("13")
    page.locator("[data-desk] input[name=reason]").fill("miscounted")
    page.locator("input[name=high]").press("Enter")
    page.wait_for_url("**/incidents/**")
    assert page.locator(".ranges .value", has_text="13").count() == 1
    page.goto(f"{desk.url}/history")
    assert "miscounted" in page.locator(".history li").first.inner_text()
    page.locator("form[action^='/undo/'] button").first.press("Enter")
    page.wait_for_url("**/history")
    assert page.locator(".history .struck").count() == 1


def test_each_field_is_corrected(visitor: Visitor, desk: Running) -> None:
    page = visitor(desk)
    key = next(row.id for row in desk.view.claims(size=50).items if row.type == "ASSAULT")
    page.goto(f"{desk.url}/review/{key}?queue=yes")
    given = {
        "date": "2025-03",
        "place": "Nyala; SDN; 12.05; 24.88",
        "claimants": "; SDN; MIL",
        "recipients": "; SDN; REF",
    }
    page.locator("body").press("c")
    page.locator("select[name=type]").select_option("COERCE")
    page.locator("select[name=status]").select_option("hypothetical")
    page.locator("textarea[name=actors]").fill("Abdel Fattah al-Burhan; SDN; MIL")
    for name, value in given.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=date]").press("Control+Enter")
    page.wait_for_url("**/review")
    found = now(page, desk, key)["now"]
    assert (found["type"], found["status"], found["date"]) == ("COERCE", "hypothetical", "2025-03")
    assert (found["actors"][0]["name"], found["recipients"][0]["sector"]) == ("Abdel Fattah al-Burhan", "REF")
    assert (found["claimants"][0]["sector"], found["place"]["name"]) == ("MIL", "Nyala")
    gold = page.request.get(f"{desk.url}/gold.jsonl").text()
    assert json.loads(gold.splitlines()[0])["events"][0]["type"] == "COERCE"


def test_words_are_marked_in_the_text(visitor: Visitor, desk: Running) -> None:
    page = visitor(desk)
    key = opened(page, desk, "figure")
    page.evaluate(
        """() => { const piece = document.querySelector('[data-context] [data-at]').firstChild;
        const range = document.createRange(); range.setStart(piece, 0); range.setEnd(piece, 7);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.locator("body").press("w")
    assert page.locator("[data-words]").inner_text() == "“Pasukan”"
    page.locator("[name=evidence]").press("Control+Enter")
    page.wait_for_url("**/review")
    assert [one["text"] for one in now(page, desk, key)["now"]["evidence"]] == ["Pasukan"]


def test_accept_reject_next_and_undo(visitor: Visitor, desk: Running) -> None:
    page = visitor(desk)
    for key, said in (("a", "accepted"), ("r", "rejected")):
        claim = opened(page, desk, "statement")
        page.locator("body").press(key)
        page.wait_for_url("**/review")
        assert now(page, desk, claim)["row"]["review"] == said
        page.goto(f"{desk.url}/review/{claim}")
        page.locator("body").press("u")
        page.wait_for_function(
            "document.querySelectorAll('.history li').length === document.querySelectorAll('.struck').length"
        )
    page.goto(f"{desk.url}/review")
    first = page.locator(".queue [aria-current]").inner_text()
    page.locator("body").press("n")
    page.wait_for_url("**/review/**")
    assert page.locator(".queue li").nth(1).locator("[aria-current]").count() == 1
    assert first


def test_split_merge_and_move(visitor: Visitor, desk: Running) -> None:
    page = visitor(desk)
    claim = next(row.id for row in desk.view.claims(size=50).items if row.type == "ASSAULT")
    old = now(page, desk, claim)["row"]["incident"]
    page.goto(f"{desk.url}/review/{claim}?queue=yes")
    page.locator("body").press("p")
    page.wait_for_url("**/review")
    new = now(page, desk, claim)["row"]["incident"]
    assert new != old
    other = next(row.id for row in desk.view.incidents(size=9).items if row.id != new)
    figure = opened(page, desk, "figure")
    assert now(page, desk, figure)["row"]["incident"] != other
    page.locator("body").press("m")
    page.keyboard.type(f"{desk.url}/incidents/{other}")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    page.locator(f"a[href='/incidents/{other}']").wait_for()
    assert now(page, desk, figure)["row"]["incident"] == other
    page.goto(f"{desk.url}/review/{claim}?queue=yes")
    page.locator("body").press("m")
    page.keyboard.type(other)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{new}")
    page.goto(f"{desk.url}/incidents/{other}")
    assert page.url.endswith(f"/{new}")
    page.locator("form[action^='/undo/'] button").first.press("Enter")
    page.locator(".history .struck").first.wait_for()
    page.goto(f"{desk.url}/incidents/{other}")
    assert page.url.endswith(f"/{other}")


def test_two_reviewers_are_compared(visitor: Visitor, desk: Running) -> None:
    page = visitor(desk)
    for name, key in (("Sari", "a"), ("Tono", "r")):
        page.goto(f"{desk.url}/review")
        page.locator("form[action='/name'] input[name=name]").fill(name)
        page.locator("form[action='/name'] input[name=name]").press("Enter")
        page.wait_for_url("**/review")
        opened(page, desk, "statement")
        page.locator("body").press(key)
        page.wait_for_url("**/review")
    page.goto(f"{desk.url}/history")
    assert "Sari – Tono" in page.locator("main table").inner_text()
