// All that the reader chose stands in the address, so that a copied address opens the same page.
function remember() {
  const state = new URLSearchParams({ lang: STATE.language });
  const put = (name, value) => { if (value) state.set(name, value); };
  put("theme", STATE.theme);
  put("size", STATE.size !== FACTS.sizes[0] && STATE.size);
  put("colour", STATE.colour !== "group" && STATE.colour);
  put("sure", STATE.sure && STATE.sure.toFixed(2));
  put("since", STATE.since);
  put("until", STATE.until);
  for (const [name, set] of Object.entries(STATE.off)) {
    const first = name === "kinds" ? HIDDEN_AT_FIRST : new Set();
    if (set.size !== first.size || [...set].some((value) => !first.has(value))) state.set(`off-${name}`, [...set].sort().join(","));
  }
  if (STATE.focus !== null) {
    state.set("focus", NODES[STATE.focus].key);
    put("reach", STATE.reach > 1 && STATE.reach);
  }
  const chosen = STATE.selected;
  if (chosen && chosen.node !== undefined) state.set("node", NODES[chosen.node].key);
  else if (chosen && chosen.edge !== undefined) state.set("edge", chosen.edge);
  else if (chosen && chosen.pair) state.set("pair", chosen.pair.map((id) => NODES[id].key).join("|"));
  // Inside a notebook's frame there is no address to keep it in.
  if (location.protocol !== "about:") history.replaceState(null, "", `#${state}`);
  drawPages();
}

function recall() {
  const state = new URLSearchParams(location.hash.slice(1));
  const one = (name, values, otherwise) => (values.includes(state.get(name)) ? state.get(name) : otherwise);
  const spoken = (navigator.languages || []).map((name) => name.slice(0, 2)).find((name) => FACTS.languages.includes(name));
  STATE.language = one("lang", FACTS.languages, spoken || "en");
  STATE.theme = one("theme", ["light", "dark"], null);
  STATE.size = one("size", [...FACTS.sizes, "none"], FACTS.sizes[0]);
  STATE.colour = one("colour", COLOURINGS, "group");
  const sure = Number(state.get("sure"));
  STATE.sure = sure > 0 && sure <= 1 ? sure : 0;
  for (const name of ["since", "until"]) STATE[name] = /^\d{4}(-\d\d){0,2}$/.test(state.get(name) || "") ? state.get(name) : "";
  for (const [name, set] of Object.entries(STATE.off)) {
    if (!state.has(`off-${name}`)) continue;
    set.clear();
    for (const value of state.get(`off-${name}`).split(",").filter(Boolean)) set.add(value);
  }
  const focus = NODE_BY_KEY.get(state.get("focus"));
  STATE.focus = focus && canFocus(focus) ? focus.id : null;
  STATE.reach = state.get("reach") === "2" ? 2 : 1;
  const node = NODE_BY_KEY.get(state.get("node"));
  const pair = (state.get("pair") || "").split("|").map((key) => NODE_BY_KEY.get(key)).filter(Boolean);
  if (node) return { node: node.id };
  if (EDGE_BY_ID.has(state.get("edge"))) return { edge: state.get("edge") };
  return KIND === "countries" && pair.length === 2 ? { pair: pair.map((each) => each.id) } : null;
}

// The other pages of the folder, opened in the same language and light.
function drawPages() {
  const state = new URLSearchParams({ lang: STATE.language });
  if (STATE.theme) state.set("theme", STATE.theme);
  document.getElementById("pages").replaceChildren(...FACTS.beside.map((name) => el("a", {
    href: `${name}.html#${state}`, "aria-current": name === KIND ? "page" : null,
  }, t(`page_${name}`))));
  const now = document.querySelector("#pages [aria-current]"), row = document.getElementById("pages");
  if (now) row.scrollLeft = now.offsetLeft - row.offsetLeft - (row.clientWidth - now.clientWidth) / 2;
}
