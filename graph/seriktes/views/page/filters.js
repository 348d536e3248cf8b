// Which nodes and edges are shown: the view's, less what the filters hide.
const MOST_SHOWN = 12000;
const TOP = 2500; // of more than MOST_SHOWN, so many are drawn
const LONE = KIND === "timeline" || KIND === "countries"; // things without a link are shown too
const DAYS = [...new Set([...VIEW_EDGES.flatMap((edge) => (edge.parts ? edge.parts.map((part) => EDGES[part].day) : [edge.day])),
  ...(KIND === "timeline" ? VIEW_NODES.map((node) => node.start) : [])].filter(Boolean))].sort();
const ROLES_SEEN = FACTS.roles.filter((role) => VIEW_EDGES.some((edge) => edge.kind === "participation" && roleOf(edge) === role));

function roleOf(edge) {
  return edge.label || "participant";
}

function inTime(start, end) {
  if (!STATE.since && !STATE.until) return true;
  return Boolean(start) && (!STATE.since || (end || start) >= STATE.since) && (!STATE.until || start <= STATE.until);
}

function edgePasses(edge) {
  if (edge.parts) return edge.parts.some((part) => edgePasses(EDGES[part]));
  return !STATE.off.kinds.has(edge.kind) && !(edge.kind === "participation" && STATE.off.roles.has(roleOf(edge)))
    && edge.sure >= STATE.sure && inTime(edge.day) && passes(NODES[edge.from]) && passes(NODES[edge.to]);
}

function passes(node) {
  return !STATE.off.types.has(node.type) && !STATE.off.groups.has(node.group);
}

// The node of interest, those tied to it, and with a reach of two those tied to them. The timeline shows but one of the two kinds
// of ends: from a happening to the next leads through those who were there.
function around(edges) {
  const near = new Set([STATE.focus]), own = NODES[STATE.focus].drawn !== undefined;
  const steps = KIND !== "timeline" ? STATE.reach : own ? 2 * STATE.reach : 2 * STATE.reach - 1;
  for (let step = 0; step < steps; step++) {
    const before = new Set(near);
    for (const edge of edges) {
      if (before.has(edge.from)) near.add(edge.to);
      if (before.has(edge.to)) near.add(edge.from);
    }
  }
  return near;
}

// {nodes, edges, all, tableEdges}: what to show now; `all` counts the nodes before the cap.
function shown() {
  let edges = VIEW_EDGES.filter((edge) => edgePasses(edge) && passes(NODES[edge.from]) && passes(NODES[edge.to]));
  const near = STATE.focus === null ? null : around(edges);
  if (near) edges = edges.filter((edge) => near.has(edge.from) && near.has(edge.to));
  const touched = new Set();
  for (const edge of edges) touched.add(edge.from).add(edge.to);
  let nodes = VIEW_NODES.filter((node) => (LONE ? passes(node) && (!near || near.has(node.id))
    && (KIND !== "timeline" || inTime(node.start, node.end)) : touched.has(node.id)));
  const all = nodes.length;
  if (all <= MOST_SHOWN || KIND === "timeline") return { nodes, edges, all, tableEdges: edges };
  const weight = (node) => measureOf(node, "degree");
  nodes = [...nodes].sort((a, b) => weight(b) - weight(a) || a.id - b.id).slice(0, TOP);
  const kept = new Set(nodes.map((node) => node.id));
  const wanted = STATE.selected && STATE.selected.node;
  if (touched.has(wanted) && !kept.has(wanted)) {
    kept.add(wanted);
    nodes.push(NODES[wanted]);
  }
  return { nodes, edges: edges.filter((edge) => kept.has(edge.from) && kept.has(edge.to)), all, tableEdges: edges };
}

function counted(values) {
  const count = new Map();
  for (const value of values) count.set(value, (count.get(value) || 0) + 1);
  return count;
}

function filtersUsed() {
  return STATE.sure > 0 || STATE.since !== "" || STATE.until !== ""
    || Object.values(STATE.off).some((set) => [...set].some((value) => !HIDDEN_AT_FIRST.has(value)));
}

function resetFilters() {
  for (const set of Object.values(STATE.off)) set.clear();
  STATE.sure = 0;
  STATE.since = STATE.until = "";
}

function drawFilters(changed) {
  const edges = VIEW_EDGES.flatMap((edge) => (edge.parts ? edge.parts.map((part) => EDGES[part]) : [edge]));
  const sheet = document.getElementById("filter-sheet");
  const part = (title, dimension, order, count, words, colour) => {
    const present = order.filter((name) => count.has(name));
    if (present.length < 2 && dimension !== "kinds") return null;
    const box = el("div", { role: "group", "aria-label": t(title) }, el("h3", {}, t(title)));
    for (const value of present) {
      const input = el("input", { type: "checkbox" });
      input.checked = !STATE.off[dimension].has(value);
      input.addEventListener("change", () => {
        if (input.checked) STATE.off[dimension].delete(value);
        else STATE.off[dimension].add(value);
        changed();
      });
      box.append(el("label", {}, input, colour ? dot(value) : null, t(words + value), el("small", {}, String(count.get(value)))));
    }
    return box;
  };
  const boxes = [
    KIND === "timeline" ? null : part("filter_kinds", "kinds", FACTS.kinds, counted(edges.map((edge) => edge.kind)), "kind_"),
    part("filter_roles", "roles", FACTS.roles, counted(edges.filter((edge) => edge.kind === "participation").map(roleOf)), "role_"),
    part("filter_types", "types", FACTS.types, counted(VIEW_NODES.map((node) => node.type)), "type_"),
    part("filter_groups", "groups", FACTS.groups, counted(VIEW_NODES.map((node) => node.group)), "group_", true),
  ];
  sheet.replaceChildren(...boxes.filter(Boolean), el("div", { class: "last" }, ...sliders(changed),
    el("button", { type: "button", class: "plain", click: () => { resetFilters(); drawFilters(changed); changed(); } }, t("reset"))));
  markFilters();
}

function markFilters() {
  document.getElementById("filters").classList.toggle("active", filtersUsed());
}

// Sliders for confidence and time; the words beside them say what is chosen.
function sliders(changed) {
  const slider = (title, most, value, words, set) => {
    const input = el("input", { type: "range", min: 0, max: most, step: 1, "aria-label": t(title) });
    const output = el("output", {}, words(value));
    input.value = value;
    input.addEventListener("input", () => { set(Number(input.value)); output.textContent = words(Number(input.value)); changed(); });
    return el("label", { class: "slide" }, el("span", {}, t(title)), input, output);
  };
  const last = DAYS.length - 1;
  const first = (day) => Math.max(0, DAYS.findIndex((each) => each >= day));
  const latest = (day) => (day ? Math.max(0, DAYS.findLastIndex((each) => each <= day)) : last);
  return [
    slider("sure_from", 20, Math.round(STATE.sure * 20), (n) => (n ? (n / 20).toFixed(2) : t("any")), (n) => { STATE.sure = n / 20; }),
    ...(DAYS.length > 1 ? [
      slider("since", last, first(STATE.since), (n) => (n ? DAYS[n] : t("any")), (n) => { STATE.since = n ? DAYS[n] : ""; }),
      slider("until", last, latest(STATE.until), (n) => (n < last ? DAYS[n] : t("any")), (n) => { STATE.until = n < last ? DAYS[n] : ""; }),
      el("p", { class: "quiet" }, t("undated_hidden")),
    ] : []),
  ];
}
