// Everything put together: what a choice of the reader changes.
const SVG = "http://www.w3.org/2000/svg";

function pick(what) {
  STATE.selected = what;
  if (what) {
    const ids = what.node !== undefined ? [what.node] : [EDGE_BY_ID.get(what.edge).from, EDGE_BY_ID.get(what.edge).to];
    if (!ids.every((id) => PICTURE.at.has(id))) showWhere(what, ids);
    else restyle();
    ids.forEach(bringIntoView);
  } else restyle();
  drawPanel(pick);
  markRow();
}

// A choice that the present view or filters hide: open the first view that has it.
function showWhere(what, ids) {
  const wanted = (view) => ids.every((id) => NODES[id].at[view]) && (what.edge === undefined || VIEW_KINDS[view].has(EDGE_BY_ID.get(what.edge).kind));
  const view = [STATE.view, ...FACTS.views.keys()].find(wanted);
  if (view === undefined) return;
  STATE.view = view;
  STATE.off.types.clear();
  STATE.off.groups.clear();
  if (what.edge !== undefined) STATE.off.kinds.delete(EDGE_BY_ID.get(what.edge).kind);
  refresh(true);
}

function refresh(fit) {
  const part = shown();
  const message = document.getElementById("message");
  drawLegend(part);
  message.hidden = part.nodes.length > 0 && part.all <= MOST_SHOWN;
  message.textContent = part.nodes.length ? t("capped", { shown: part.nodes.length, all: part.all }) : t("nothing_shown");
  showPicture(part, fit);
  showTable(part.tableEdges, pick);
  drawChoices();
  drawFilters(() => { refresh(false); });
  document.getElementById("summary").textContent = t("summary", { nodes: part.all, edges: part.tableEdges.length, documents: FACTS.documents.length });
  remember();
}

function choices(id, values, now, words, chosen) {
  document.getElementById(id).replaceChildren(...values.map((value, index) => el("button", {
    type: "button", "data-value": value, "aria-pressed": String(now(value, index)), click: () => chosen(value, index),
  }, words(value))));
}

function drawChoices() {
  choices("languages", FACTS.languages, (name) => name === STATE.language, (name) => ({ kk: "Қаз", ru: "Рус", en: "Eng" })[name], (name) => {
    STATE.language = name;
    retell(false);
    document.querySelector(`#languages [data-value="${name}"]`).focus();
  });
  choices("views", FACTS.views, (_, index) => index === STATE.view, (name) => t(`view_${name}`), (name, index) => {
    STATE.view = index;
    STATE.selected = null;
    drawPanel(pick);
    refresh(true);
    document.querySelector(`#views [data-value="${name}"]`).focus();
  });
}

function shapeOf(type) {
  const svg = document.createElementNS(SVG, "svg");
  const paths = {
    Organization: "M7 2a5 5 0 1 0 .01 0z", Person: "M7 3a4 4 0 1 0 .01 0z", Place: "M4 2h6l3 5-3 5H4L1 7z", Event: "M7 1l6 6-6 6-6-6z",
    Agreement: "M2 2h10v10H2z", Project: "M7 1l6 11H1z",
  };
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", paths[type]);
  path.setAttribute("fill", type === "Person" ? "none" : "currentColor");
  path.setAttribute("stroke", "currentColor");
  path.setAttribute("stroke-width", type === "Person" ? "2" : "0");
  for (const [name, value] of [["width", 14], ["height", 14], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
  svg.append(path);
  return svg;
}

function lineOf(kind) {
  const svg = document.createElementNS(SVG, "svg"), line = document.createElementNS(SVG, "line"), style = edgeStyle(kind);
  for (const [name, value] of [["width", 26], ["height", 8], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
  for (const [name, value] of [["x1", 0], ["x2", 26], ["y1", 4], ["y2", 4], ["stroke", style.colour], ["stroke-width", style.width],
    ["stroke-dasharray", style.dashes ? style.dashes.join(" ") : "none"]]) line.setAttribute(name, value);
  svg.append(line);
  return svg;
}

function drawLegend(part) {
  const groups = FACTS.groups.filter((group) => part.nodes.some((node) => node.group === group));
  const types = FACTS.types.filter((type) => part.nodes.some((node) => node.type === type));
  const kinds = FACTS.kinds.filter((kind) => part.edges.some((edge) => edge.kind === kind));
  document.getElementById("legend").replaceChildren(
    ...groups.map((group) => el("span", {}, dot(group), t(`group_${group}`))),
    ...types.map((type) => el("span", {}, shapeOf(type), t(`type_${type}`))),
    ...kinds.map((kind) => el("span", { class: "edge" }, lineOf(kind), t(`kind_${kind}`))),
    STATE.view === 0 ? "" : el("span", { class: "hint" }, t("more_names")));
}

// All words of the page anew, after a change of language.
function retell(fit) {
  document.documentElement.lang = STATE.language;
  document.title = `Серіктес · ${t("title")}`;
  for (const each of document.querySelectorAll("[data-text]")) each.textContent = t(each.dataset.text);
  for (const each of document.querySelectorAll("[data-label]")) {
    each.setAttribute("aria-label", t(each.dataset.label));
    if (each.tagName === "BUTTON") each.title = t(each.dataset.label);
  }
  for (const each of document.querySelectorAll("[data-placeholder]")) each.placeholder = t(each.dataset.placeholder);
  drawPanel(pick);
  refresh(fit);
}

// Language, view and theme stand in the address, so that a copied address opens the same page.
function remember() {
  const state = new URLSearchParams({ lang: STATE.language, view: FACTS.views[STATE.view] });
  if (STATE.theme) state.set("theme", STATE.theme);
  // Inside a notebook's frame there is no address to keep it in.
  if (location.protocol !== "about:") history.replaceState(null, "", `#${state}`);
}

function recall() {
  const state = new URLSearchParams(location.hash.slice(1));
  const spoken = (navigator.languages || []).map((name) => name.slice(0, 2)).find((name) => FACTS.languages.includes(name));
  STATE.language = FACTS.languages.includes(state.get("lang")) ? state.get("lang") : spoken || "en";
  STATE.view = Math.max(0, FACTS.views.indexOf(state.get("view")));
  STATE.theme = ["light", "dark"].includes(state.get("theme")) ? state.get("theme") : null;
}

function start() {
  recall();
  applyTheme();
  startPicture(pick);
  startSearch(pick);
  const retheme = () => { applyTheme(); refresh(false); };
  document.getElementById("theme").addEventListener("click", () => { STATE.theme = currentTheme() === "dark" ? "light" : "dark"; retheme(); });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", retheme);
  const zoom = (factor) => PICTURE.network.moveTo({ scale: PICTURE.network.getScale() * factor, animation: false });
  document.getElementById("zoom-in").addEventListener("click", () => zoom(1.35));
  document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
  document.getElementById("fit").addEventListener("click", () => refresh(true));
  document.addEventListener("click", (event) => {
    const filters = document.getElementById("filters");
    if (filters.open && !filters.contains(event.target) && event.target.isConnected) filters.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.getElementById("filters").open = false;
    if (STATE.selected && event.target.id !== "search") pick(null);
  });
  let wide = HOLDER.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(HOLDER.clientWidth - wide) > 40) { wide = HOLDER.clientWidth; refresh(true); }
  }).observe(HOLDER);
  retell(true);
  window.seriktes = {
    labels: () => LABEL_BOXES, ready: true, pick, state: STATE,
    edgePoint: (id) => { const p = PICTURE.network.canvasToDOM(PICTURE.network.body.edges[id].edgeType.getPoint(0.5)); const box = HOLDER.getBoundingClientRect(); return [p.x + box.x, p.y + box.y]; },
  };
}

start();
