// Two-way selection: a mark in the text shows its record, a record scrolls to its words and lights each of them.
const claims = new Map(JSON.parse(document.getElementById("spans").textContent).map((one) => [one.id, one]));
const pieces = [...document.querySelectorAll("[data-text] [data-s]")];
const within = (piece, spans) => spans.some(([start, end]) => start <= +piece.dataset.s && +piece.dataset.e <= end);

function choose(id, scroll) {
  const claim = claims.get(id);
  if (!claim) return;
  const words = Object.values(claim.words).flat();
  for (const piece of pieces) {
    piece.classList.toggle("lit", within(piece, claim.evidence));
    piece.classList.toggle("lit-word", within(piece, words));
    piece.classList.toggle("on", (piece.dataset.ids || "").split(" ").includes(id));
  }
  for (const card of document.querySelectorAll(".card")) card.classList.toggle("on", card.dataset.claim === id);
  const first = pieces.find((piece) => within(piece, claim.evidence)) ;
  const target = scroll === "text" ? first : document.getElementById(`c-${id}`);
  target?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  history.replaceState(null, "", `#c-${id}`);
}

document.addEventListener("click", (event) => {
  const mark = event.target.closest("a.m[data-ids]");
  const goto = event.target.closest("[data-goto]");
  const card = event.target.closest(".card");
  if (mark) {
    event.preventDefault();
    const ids = mark.dataset.ids.split(" ");
    const now = ids.indexOf(document.querySelector(".card.on")?.dataset.claim);
    choose(ids[(now + 1) % ids.length], "card");
  } else if (goto || (card && !event.target.closest("a, button"))) {
    if (goto) event.preventDefault();
    choose(goto ? goto.dataset.goto : card.dataset.claim, "text");
  }
});

const start = location.hash.match(/^#[ct]-(.+)$/);
if (start) choose(decodeURIComponent(start[1]), "text");
