// Review by keyboard: A accept, R reject, P take out, C correct, U undo, N next; W takes the marked words as evidence.
const context = document.querySelector("[data-context]");

function offset(node, at) {
  const piece = (node.nodeType === 1 ? node : node.parentElement)?.closest("[data-at]");
  return piece ? Number(piece.dataset.at) + codePoints(piece.textContent.slice(0, at)) : null;
}

function codePoints(text) {
  return [...text].length;
}

function takeWords() {
  const marked = getSelection();
  if (!marked.rangeCount || marked.isCollapsed || !context?.contains(marked.anchorNode)) return;
  const range = marked.getRangeAt(0);
  const first = offset(range.startContainer, range.startOffset);
  const last = offset(range.endContainer, range.endOffset);
  const field = document.querySelector('[name="evidence"]');
  if (field && first !== null && last > first) { field.value = `${first}-${last}`; field.focus(); }
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  const button = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (key === "w") { event.preventDefault(); takeWords(); }
  else if (key === "n") {
    const links = [...document.querySelectorAll("[data-next]")];
    const now = links.findIndex((link) => link.hasAttribute("aria-current"));
    links[now + 1]?.click();
  } else if (key === "c") { event.preventDefault(); document.querySelector(".correct select, .correct input, .correct textarea")?.focus(); }
  else if (button) { event.preventDefault(); button.click(); }
});
