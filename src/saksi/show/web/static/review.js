// Review by keyboard: A accept, R reject, P take out, C correct, M merge or move, U undo, N next; W takes the marked words as
// evidence; Ctrl+Enter saves the correction from within its fields.
const context = document.querySelector("[data-context]");
const told = document.querySelector("[data-words]");

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
  if (!field || first === null || last <= first) return;
  field.value = `${first}-${last}`;
  if (told) told.textContent = `“${marked.toString()}”`;
  field.focus();
}

const acts = {
  w: takeWords,
  c: () => document.querySelector(".correct select, .correct input, .correct textarea")?.focus(),
  m: () => { const field = document.querySelector("[data-other]"); if (field) { field.closest("details").open = true; field.focus(); } },
  n: () => {
    const links = [...document.querySelectorAll("[data-next]")];
    links[links.findIndex((link) => link.hasAttribute("aria-current")) + 1]?.click();
  },
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && typing?.closest("[data-desk]")) {
    event.preventDefault();
    document.querySelector("[data-save]").click();
  }
  if (event.key === "Escape" && typing) typing.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  const button = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (acts[key]) { event.preventDefault(); acts[key](); }
  else if (button) { event.preventDefault(); button.click(); }
});
