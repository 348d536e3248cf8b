// Everything put together: what a choice of the reader changes.
const SVG = "http://www.w3.org/2000/svg";

function pick(what) {
  STATE.selected = what;
  const ids = !what || what.pair ? [] : what.node !== undefined ? [what.node] : [EDGE_BY_ID.get(what.edge).from, EDGE_BY_ID.get(what.edge).to];
  const hidden = ids.some((id) => NODES[id].drawn !== undefined && !isDrawn(id));
  if (hidden && (filtersUsed() || STATE.focus !== null || KIND !== "timeline")) {
    resetFilters();
    STATE.focus = null;
    drawFilters(() => refresh(false));
    refresh(true);
  } else restyle();
  ids.filter(isDrawn).forEach(bringIntoView);
  if (KIND === "countries") drawMatrix();
  drawPanel(pick);
  markRow();
  remember();
}

function focusOn(id, reach) {
  STATE.focus = id;
  STATE.reach = reach;
  refresh(true);
  drawPanel(pick);
}

function refresh(fit) {
  const part = shown();
  const message = document.getElementById("message"), focus = document.getElementById("focus");
  drawLegend(part);
  const capped = part.nodes.length && part.nodes.length < part.all;
  message.hidden = part.nodes.length > 0 && !capped;
  message.textContent = !NODES.length ? t("empty") : !part.nodes.length ? t("nothing_shown") : t("capped", { shown: part.nodes.length, all: part.all });
  focus.hidden = STATE.focus === null;
  if (STATE.focus !== null) {
    focus.replaceChildren(t("around"), " ", bdi(nameOf(NODES[STATE.focus])), " ",
      el("button", { type: "button", class: "plain", click: () => focusOn(null, 1) }, t("show_all")));
  }
  showPicture(part, fit);
  if (KIND === "countries") drawMatrix();
  showTable(part, pick);
  markFilters();
  document.getElementById("summary").textContent = t("summary", {
    nodes: t("n_names", { count: part.all }), edges: t("n_links", { count: TABLE.part.links.length }),
    documents: t("n_documents", { count: DATA.documents.length }),
  });
  remember();
}

// Things that the timeline cannot show: of no known day, and those of one that were too many.
function untold(part) {
  const left = part.nodes.filter((node) => !ITEMS.has(node.id)), undated = left.filter((node) => !node.start).length;
  const words = (key, count) => (count ? [el("span", {}, t(key, { count }))] : []);
  return [...words("untold", undated), ...words("unshown", left.length - undated)];
}

function choices(id, values, now, words, chosen) {
  document.getElementById(id).replaceChildren(...values.map((value, index) => el("button", {
    type: "button", "data-value": value, "aria-pressed": String(now(value, index)), click: () => chosen(value, index),
  }, words(value))));
}

function drawLanguages() {
  choices("languages", FACTS.languages, (name) => name === STATE.language, (name) => ({ kk: "Қаз", ru: "Рус", en: "Eng" })[name], (name) => {
    STATE.language = name;
    retell(false);
    document.querySelector(`#languages [data-value="${name}"]`).focus();
  });
}

function shapeOf(type, colour) {
  const svg = document.createElementNS(SVG, "svg");
  const paths = {
    Organization: "M7 2a5 5 0 1 0 .01 0z", Person: "M7 3a4 4 0 1 0 .01 0z", Place: "M4 2h6l3 5-3 5H4L1 7z", Event: "M7 1l6 6-6 6-6-6z",
    Agreement: "M2 2h10v10H2z", Project: "M7 1l6 11H1z",
  };
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", paths[type]);
  path.setAttribute("fill", type === "Person" ? "none" : colour || "currentColor");
  path.setAttribute("stroke", colour || "currentColor");
  path.setAttribute("stroke-width", type === "Person" ? "2" : "0");
  for (const [name, value] of [["width", 14], ["height", 14], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
  svg.append(path);
  return svg;
}

function lineOf(style) {
  const svg = document.createElementNS(SVG, "svg"), line = document.createElementNS(SVG, "line");
  for (const [name, value] of [["width", 26], ["height", 8], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
  for (const [name, value] of [["x1", 0], ["x2", 26], ["y1", 4], ["y2", 4], ["stroke", style.colour], ["stroke-width", style.width],
    ["stroke-dasharray", style.dashes ? style.dashes.join(" ") : "none"]]) line.setAttribute(name, value);
  svg.append(line);
  return svg;
}

function drawLegend(part) {
  const groups = FACTS.groups.filter((group) => part.nodes.some((node) => node.group === group));
  const types = KIND === "countries" ? [] : FACTS.types.filter((type) => part.nodes.some((node) => node.type === type));
  const drawn = KIND === "timeline" ? [] : part.edges;
  const kinds = FACTS.kinds.filter((kind) => drawn.some((edge) => edge.kind === kind) && !(KIND === "people" && kind === "participation"));
  const roles = KIND === "people" ? ROLES_SEEN.filter((role) => !STATE.off.roles.has(role)) : [];
  const swatch = (colour) => { const made = el("span", { class: "dot", "aria-hidden": "true" }); made.style.background = colour; return made; };
  const scale = ["group", "type"].includes(STATE.colour) ? [] : [1, 2, 3, 4, 5].map((n) => swatch(COLOURS[`step-${n}`]));
  document.getElementById("legend").replaceChildren(
    ...(STATE.colour === "group" ? groups.map((group) => el("span", {}, dot(group), t(`group_${group}`))) : []),
    ...(scale.length ? [el("span", {}, t("few"), ...scale, t("many"), ` · ${measureWord(STATE.colour)}`)] : []),
    ...types.map((type) => el("span", {}, shapeOf(type, STATE.colour === "type" ? COLOURS[`type-${type.toLowerCase()}`] : null), t(`type_${type}`))),
    ...roles.map((role) => el("span", { class: "edge" }, lineOf(edgeStyle("participation", role)), t(`role_${role}`))),
    ...kinds.map((kind) => el("span", { class: "edge" }, lineOf(edgeStyle(kind)), t(`kind_${kind}`))),
    ...(KIND === "timeline" ? [el("span", {}, t("hollow")), ...untold(part)] : []),
    ["people", "network"].includes(KIND) ? el("span", { class: "hint" }, t("more_names")) : "");
}

// All words of the page anew, after a change of language.
function retell(fit) {
  document.documentElement.lang = STATE.language;
  document.title = `${t(`page_${KIND}`)} · Серіктес`;
  for (const each of document.querySelectorAll("[data-text]")) each.textContent = t(each.dataset.text);
  for (const each of document.querySelectorAll("[data-label]")) {
    each.setAttribute("aria-label", t(each.dataset.label));
    if (each.tagName === "BUTTON") each.title = t(each.dataset.label);
  }
  for (const each of document.querySelectorAll("[data-placeholder]")) each.placeholder = t(each.dataset.placeholder);
  drawLanguages();
  drawFilters(() => refresh(false));
  drawLook(() => { refresh(false); drawPanel(pick); });
  drawTake();
  drawPanel(pick);
  refresh(fit);
}

// The sentences of a large page, read once the first picture stands; what waits for them is told anew.
async function readProofs() {
  if (PROOFS) return;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  PROOFS = await embedded("proofs");
  drawTable(pick);
  if (STATE.selected && STATE.selected.edge !== undefined) drawPanel(pick);
}

function startButtons() {
  const retheme = () => { applyTheme(); refresh(false); };
  document.getElementById("theme").addEventListener("click", () => { STATE.theme = currentTheme() === "dark" ? "light" : "dark"; retheme(); });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", retheme);
  for (const [id, act] of [["zoom-in", () => zoom(1.35)], ["zoom-out", () => zoom(1 / 1.35)], ["fit", () => refresh(true)]]) {
    const button = document.getElementById(id);
    if (button) button.addEventListener("click", act);
  }
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target) && event.target.isConnected) menu.open = false;
  });
  let wide = HOLDER.clientWidth;
  new ResizeObserver(() => {
    if (!PRINTING && HOLDER.clientWidth && Math.abs(HOLDER.clientWidth - wide) > 40) { wide = HOLDER.clientWidth; refresh(true); }
  }).observe(HOLDER);
}

function start() {
  const chosen = recall();
  applyTheme();
  startPicture(pick);
  if (KIND === "countries") startMatrix(pick);
  startSearch(pick);
  startKeys(pick);
  startButtons();
  startPrint();
  retell(true);
  if (chosen) pick(chosen);
  const read = readProofs();
  window.addEventListener("hashchange", () => { const again = recall(); STATE.selected = null; applyTheme(); retell(true); if (again) pick(again); });
  window.seriktes = {
    zoom: (factor) => zoom(factor), labels: () => (KIND === "timeline" ? labelBoxes() : LABEL_BOXES), ready: true, read, pick, state: STATE, nodes: NODES, edges: EDGES, drawn: () => shown(),
    look: (id) => PICTURE.network.moveTo({ position: pointOn(id, 0.5), animation: false }),
    edgePoint: (id) => { const p = PICTURE.network.canvasToDOM(pointOn(id, 0.5)); const box = HOLDER.getBoundingClientRect(); return [p.x + box.x, p.y + box.y]; },
  };
}

start();
