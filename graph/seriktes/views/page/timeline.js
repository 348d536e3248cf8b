// The timeline: rows drawn beforehand, in two widths; names, choice and filters are put in here.
const HOLDER = document.getElementById("drawing");
const ITEMS = new Map();
const RULER = document.createElement("canvas").getContext("2d");

function startPicture(onPick) {
  for (const item of HOLDER.querySelectorAll(".item")) {
    const id = Number(item.dataset.node);
    if (!ITEMS.has(id)) ITEMS.set(id, []);
    ITEMS.get(id).push(item);
    for (const [name, value] of [["tabindex", "0"], ["role", "button"]]) item.setAttribute(name, value);
    item.addEventListener("click", () => onPick({ node: id }));
    item.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); onPick({ node: id }); }
      const next = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
      for (let other = next && item[next]; other; other = other[next]) {
        if (other.classList.contains("item") && !other.classList.contains("out")) {
          event.preventDefault();
          other.focus();
          break;
        }
      }
    });
  }
}

// Rows that the filters hide close up; the others move together.
function showPicture(part) {
  const kept = new Set(part.nodes.map((node) => node.id));
  const near = nearTo(STATE.selected);
  for (const drawing of HOLDER.querySelectorAll("svg")) {
    let hidden = 0, high = Number(drawing.dataset.high || drawing.getAttribute("height"));
    drawing.dataset.high = high;
    for (const item of drawing.querySelectorAll(".item")) {
      const id = Number(item.dataset.node), node = NODES[id], out = !kept.has(id);
      const row = Number(item.querySelector(".hit").getAttribute("height"));
      item.classList.toggle("out", out);
      item.classList.toggle("chosen", Boolean(STATE.selected) && STATE.selected.node === id);
      item.classList.toggle("faint", near.size > 0 && !near.has(id));
      item.classList.toggle("hollow", node.how !== "stated");
      item.setAttribute("transform", `translate(0 ${-hidden})`);
      item.style.color = colourOf(node);
      const mark = item.querySelector(".mark");
      mark.dataset.place = mark.dataset.place || mark.getAttribute("transform");
      mark.setAttribute("transform", `${mark.dataset.place} scale(${STATE.size === "none" ? 1 : (0.75 + 0.65 * shareOf(node, STATE.size)).toFixed(2)})`);
      if (out) hidden += row;
    }
    drawing.setAttribute("height", high - hidden);
    drawing.setAttribute("viewBox", `0 0 ${drawing.getAttribute("width")} ${high - hidden}`);
  }
  tellNames();
}

// The drawing in parts of so many rows, each with the years above it: no row is cut between two sheets of paper.
const ROWS_A_SHEET = 17;
function timelineSheets() {
  const source = HOLDER.querySelector(".timeline.wide"), wide = source && Number(source.getAttribute("width"));
  const shown = source ? [...source.querySelectorAll(".item:not(.out)")] : [], sheets = [];
  const top = shown.length && Number(source.querySelector(".hit").getAttribute("y")), row = shown.length && Number(shown[0].querySelector(".hit").getAttribute("height"));
  const part = (items, y, high) => {
    const svg = source.cloneNode(false);
    for (const line of source.querySelectorAll(":scope > :not(.item)")) svg.append(line.cloneNode(true));
    svg.append(...items.map((item) => item.cloneNode(true)));
    svg.setAttribute("viewBox", `0 ${y} ${wide} ${high}`);
    svg.setAttribute("height", high);
    svg.setAttribute("class", "timeline");
    return svg;
  };
  for (let first = 0; first < shown.length; first += ROWS_A_SHEET) {
    const items = shown.slice(first, first + ROWS_A_SHEET);
    sheets.push(el("div", { class: "printed sheet-of" }, part([], 0, top), part(items, top + first * row, items.length * row)));
  }
  return sheets;
}

function tellNames() {
  const style = getComputedStyle(document.body);
  RULER.font = `13px ${style.fontFamily}`;
  for (const [id, items] of ITEMS) {
    for (const item of items) {
      const text = item.querySelector("text"), room = Number(text.dataset.room) - RULER.measureText(`  ${span(NODES[id])}`).width;
      const when = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
      when.setAttribute("class", "when");
      when.textContent = `  ${span(NODES[id])}`;
      text.replaceChildren(`\u2068${cut(nameOf(NODES[id]), room)}\u2069`, when);
    }
  }
}

// A name that fits into so many pixels; one too long ends in "…".
function cut(name, room) {
  const clean = name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, " ").replace(/\s+/g, " ").trim();
  if (RULER.measureText(clean).width <= room) return clean;
  const letters = Array.from(clean);
  while (letters.length && RULER.measureText(`${letters.join("")}…`).width > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

function nearTo(chosen) {
  if (!chosen) return new Set();
  if (chosen.edge !== undefined) return new Set([EDGE_BY_ID.get(chosen.edge).from, EDGE_BY_ID.get(chosen.edge).to]);
  const edges = EDGES_OF[chosen.node].filter((edge) => edge.kind !== "co-participation");
  return new Set([chosen.node, ...edges.flatMap((edge) => [edge.from, edge.to, edge.via])]);
}

function restyle() {
  showPicture(shown());
}

function isDrawn(id) {
  return ITEMS.has(id) && !ITEMS.get(id)[0].classList.contains("out");
}

function bringIntoView(id) {
  const item = (ITEMS.get(id) || []).find((each) => each.getClientRects().length);
  if (item) item.scrollIntoView({ block: "nearest" });
}

// The boxes of names, as the tests measure them.
function labelBoxes() {
  const origin = HOLDER.getBoundingClientRect();
  return [...HOLDER.querySelectorAll(".item:not(.out) text")].filter((text) => text.getClientRects().length).map((text) => {
    const box = text.getBoundingClientRect();
    return { x0: box.left - origin.left, x1: box.right - origin.left, y0: box.top - origin.top, y1: box.bottom - origin.top,
      text: text.textContent, node: Number(text.parentNode.dataset.node) };
  });
}
