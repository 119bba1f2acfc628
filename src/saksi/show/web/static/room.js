// What every page shares: suggestions in the search box, "/" to reach it, the menu laid open on wide screens.
const box = document.querySelector("[data-suggest]");
const list = document.getElementById("suggestions");
let asked = 0;

async function suggest() {
  const text = box.value.trim();
  const mine = ++asked;
  if (text.length < 2) return close();
  const answer = await fetch(`/suggest.json?q=${encodeURIComponent(text)}`);
  if (!answer.ok || mine !== asked) return;
  const rows = await answer.json();
  list.replaceChildren(...rows.map(entry));
  list.hidden = rows.length === 0;
}

function entry(row) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const ways = { actor: `/actors/${encodeURIComponent(row.id)}`, place: `/places/${encodeURIComponent(row.id)}`, country: `/ask?q=${encodeURIComponent(row.label)}` };
  link.href = ways[row.kind];
  link.textContent = row.label;
  item.append(link);
  return item;
}

function close() {
  list.hidden = true;
}

if (box) {
  let timer;
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(suggest, 120); });
  box.form.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { close(); box.focus(); }
    if (event.key === "ArrowDown" && !list.hidden) { event.preventDefault(); links[Math.min(at + 1, links.length - 1)]?.focus(); }
    if (event.key === "ArrowUp" && !list.hidden) { event.preventDefault(); (at > 0 ? links[at - 1] : box).focus(); }
  });
  document.addEventListener("click", (event) => { if (!box.form.contains(event.target)) close(); });
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); box?.focus(); }
});

const menu = document.querySelector(".menu");
const wide = matchMedia("(min-width: 75rem)");
const lay = () => { if (menu) menu.open = wide.matches; };
wide.addEventListener("change", lay);
lay();
