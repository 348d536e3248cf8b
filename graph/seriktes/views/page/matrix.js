// The heat map of countries: counts by the filters chosen, a choice of a cell, names in the language chosen.
const MATRIX = document.getElementById("matrix");

function startMatrix(onPick) {
  if (!MATRIX) return;
  for (const cell of MATRIX.querySelectorAll(".cell")) {
    const act = () => onPick({ pair: [Number(cell.dataset.a), Number(cell.dataset.b)] });
    cell.addEventListener("click", () => { if (pairEdges(cell).length) act(); });
    cell.addEventListener("keydown", (event) => {
      if ((event.key === "Enter" || event.key === " ") && pairEdges(cell).length) { event.preventDefault(); act(); }
    });
  }
  for (const name of MATRIX.querySelectorAll("[data-node]")) name.addEventListener("click", () => onPick({ node: Number(name.dataset.node) }));
}

// The links between two countries that pass the filters.
function linksBetween(a, b) {
  return VIEW_EDGES.filter((edge) => edge.parts && ((edge.from === a && edge.to === b) || (edge.from === b && edge.to === a)))
    .flatMap((edge) => edge.parts.map((part) => EDGES[part])).filter(edgePasses);
}

function pairEdges(cell) {
  return linksBetween(Number(cell.dataset.a), Number(cell.dataset.b));
}

function drawMatrix() {
  if (!MATRIX) return;
  const cells = [...MATRIX.querySelectorAll(".cell")];
  const counts = cells.map((cell) => pairEdges(cell).length);
  const most = Math.max(1, ...counts);
  cells.forEach((cell, place) => {
    const n = counts[place], pair = [cell.dataset.a, cell.dataset.b].map(Number);
    const chosen = STATE.selected && STATE.selected.pair && pair.join() === STATE.selected.pair.join();
    cell.setAttribute("class", `cell l${n ? Math.max(1, Math.ceil((n * 5) / most)) : 0}${chosen ? " chosen" : ""}`);
    cell.lastChild.textContent = n ? String(n) : "";
    if (n) {
      cell.setAttribute("tabindex", "0");
      cell.setAttribute("role", "button");
      cell.setAttribute("aria-label", `${nameOf(NODES[pair[0]])} – ${nameOf(NODES[pair[1]])}: ${n}`);
    } else for (const name of ["tabindex", "role", "aria-label"]) cell.removeAttribute(name);
  });
  for (const name of MATRIX.querySelectorAll("[data-node]")) {
    const text = nameOf(NODES[Number(name.dataset.node)]);
    name.textContent = text.length > 17 ? `${text.slice(0, 16)}…` : text;
  }
}

function pairParts([a, b], pick) {
  const edges = linksBetween(a, b);
  return [el("p", { class: "over" }, t("between_countries")),
    el("h2", {}, a === b ? t("inside", { country: nameOf(NODES[a]) }) : `${nameOf(NODES[a])} – ${nameOf(NODES[b])}`),
    ...linkList(edges, null, pick)];
}
