// Which nodes and edges are shown: the view's, less what the filters hide.
const MOST_SHOWN = 2500;
const VIEW_KINDS = [new Set(FACTS.partnerKinds), new Set(["participation", "part-of"]), new Set(FACTS.kinds)];

function inView(edge) {
  const a = NODES[edge.from], b = NODES[edge.to];
  if (!a.at[STATE.view] || !b.at[STATE.view] || !VIEW_KINDS[STATE.view].has(edge.kind)) return false;
  return !(STATE.view === 1 && edge.kind === "part-of" && (a.type !== "Event" || b.type !== "Event"));
}

function passes(node) {
  return !STATE.off.types.has(node.type) && !STATE.off.groups.has(node.group);
}

// {nodes, edges, all}: what to show now; `all` counts the nodes before the cap.
function shown() {
  let edges = EDGES.filter((edge) => inView(edge) && !STATE.off.kinds.has(edge.kind)
    && passes(NODES[edge.from]) && passes(NODES[edge.to]));
  const touched = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  let nodes = NODES.filter((node) => touched.has(node.id));
  const all = nodes.length;
  if (all > MOST_SHOWN) {
    nodes = [...nodes].sort((a, b) => b.sizes[STATE.view] - a.sizes[STATE.view] || a.id - b.id).slice(0, MOST_SHOWN);
    const kept = new Set(nodes.map((node) => node.id));
    if (STATE.selected && STATE.selected.node !== undefined && touched.has(STATE.selected.node)
        && !kept.has(STATE.selected.node)) {
      kept.add(STATE.selected.node);
      nodes.push(NODES[STATE.selected.node]);
    }
    return { nodes, edges: edges.filter((e) => kept.has(e.from) && kept.has(e.to)), all, tableEdges: edges };
  }
  return { nodes, edges, all, tableEdges: edges };
}

function counted(values) {
  const count = new Map();
  for (const value of values) count.set(value, (count.get(value) || 0) + 1);
  return count;
}

function drawFilters(changed) {
  const edges = EDGES.filter(inView);
  const nodes = NODES.filter((node) => node.at[STATE.view]);
  const sheet = document.getElementById("filter-sheet");
  const part = (title, dimension, order, count, words, colour) => {
    const box = el("div", { role: "group", "aria-label": t(title) }, el("h3", {}, t(title)));
    for (const value of order.filter((name) => count.has(name))) {
      const input = el("input", { type: "checkbox" });
      input.checked = !STATE.off[dimension].has(value);
      input.addEventListener("change", () => {
        if (input.checked) STATE.off[dimension].delete(value);
        else STATE.off[dimension].add(value);
        changed();
      });
      box.append(el("label", {}, input, colour ? dot(value) : null, t(words + value),
        el("small", {}, String(count.get(value)))));
    }
    return box;
  };
  sheet.replaceChildren(
    part("filter_kinds", "kinds", FACTS.kinds, counted(edges.map((edge) => edge.kind)), "kind_"),
    part("filter_types", "types", FACTS.types, counted(nodes.map((node) => node.type)), "type_"),
    part("filter_groups", "groups", FACTS.groups, counted(nodes.map((node) => node.group)), "group_", true),
    el("div", { class: "last" }, el("button", { type: "button", click: () => {
      for (const set of Object.values(STATE.off)) set.clear();
      drawFilters(changed);
      changed();
    } }, t("reset"))));
  const used = [...STATE.off.types, ...STATE.off.groups,
    ...[...STATE.off.kinds].filter((kind) => kind !== "co-participation")].length;
  document.getElementById("filters").classList.toggle("active", used > 0);
}
