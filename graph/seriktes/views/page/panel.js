// The panel: what is said of the link or name chosen, with the sentences; else the findings and the documents.
function drawPanel(pick) {
  const panel = document.getElementById("panel");
  const chosen = STATE.selected;
  const parts = !chosen ? overview(pick) : chosen.pair ? pairParts(chosen.pair, pick)
    : chosen.edge !== undefined ? edgeParts(EDGE_BY_ID.get(chosen.edge), pick) : nodeParts(NODES[chosen.node], pick);
  panel.classList.toggle("chosen", Boolean(chosen));
  panel.replaceChildren(...(chosen ? [el("button", { type: "button", class: "shut icon", "aria-label": t("close"), title: t("close"), click: () => pick(null) }, "×")] : []), ...parts);
  panel.scrollTop = 0;
}

function nameRow(node, pick, extra, css) {
  return el("button", { type: "button", class: `row ${css || ""}`, click: () => pick({ node: node.id }) },
    dot(node.group), " ", bdi(nameOf(node)), extra ? el("small", {}, extra) : null);
}

function edgeRow(edge, from, pick) {
  const other = from ? otherEnd(edge, from) : null;
  const label = labelOf(edge);
  return el("button", { type: "button", class: "row", click: () => pick({ edge: edge.id }) },
    ...(other ? [dot(other.group), " ", bdi(nameOf(other))] : [bdi(nameOf(NODES[edge.from])), " – ", bdi(nameOf(NODES[edge.to]))]),
    label ? el("small", {}, bdi(label)) : null);
}

// The kinds of links that the picture shows, each with its links; what a page has too many of is cut and counted.
function linkList(edges, from, pick, most) {
  const parts = [];
  for (const kind of FACTS.kinds) {
    const own = edges.filter((edge) => edge.kind === kind);
    if (!own.length) continue;
    parts.push(el("h3", {}, `${t(`kind_${kind}`)} · ${own.length}`), ...own.slice(0, most || 60).map((edge) => edgeRow(edge, from, pick)));
    if (own.length > (most || 60)) parts.push(el("p", { class: "quiet" }, `+ ${own.length - (most || 60)}`));
  }
  return parts;
}

function overview(pick) {
  const parts = [el("p", { class: "quiet" }, t(`hint_${KIND}`))];
  if (!EDGES.length) return [el("p", {}, t("empty"))];
  const drawn = VIEW_EDGES.flatMap((edge) => (edge.parts ? edge.parts.map((part) => EDGES[part]) : [edge]));
  if (FACTS.sizes.length > 1) parts.push(...standings(pick));
  parts.push(...linkList(KIND === "timeline" ? [] : drawn.filter((edge) => edge.kind !== "co-participation"), null, pick, 40));
  parts.push(el("h3", {}, t("sources")));
  for (const [file, language, published, publisher] of DATA.documents.slice(0, 40)) {
    parts.push(el("p", { class: "row" }, bdi(file), el("small", {}, sourceLine(language, published, publisher))));
  }
  if (DATA.documents.length > 40) parts.push(el("p", { class: "quiet" }, `+ ${DATA.documents.length - 40}`));
  return parts;
}

// The five first by the measure that sizes the picture.
function standings(pick) {
  const name = STATE.size === "none" ? "degree" : STATE.size;
  const first = [...VIEW_NODES].filter((node) => measureOf(node, name) > 0)
    .sort((a, b) => measureOf(b, name) - measureOf(a, name) || a.id - b.id).slice(0, 5);
  if (!first.length) return [];
  return [el("h3", {}, measureWord(name, "most_")), ...first.map((node) => el("button", { type: "button", class: "row ranked", click: () => pick({ node: node.id }) },
    el("span", {}, dot(node.group), " ", bdi(nameOf(node))), el("b", {}, told(measureOf(node, name)))))];
}

function sourceLine(language, published, publisher) {
  const made = el("span", {}, t(`lang_${language}`), " · ", published ? t("published", { date: published }) : t("undated"));
  if (publisher) made.append(" · ", bdi(publisher));
  return made;
}

function edgeParts(edge, pick) {
  const a = NODES[edge.from], b = NODES[edge.to], label = labelOf(edge), date = dateOf(edge);
  if (edge.parts) {
    return [el("p", { class: "over" }, t("between_countries")), el("h2", {}, `${nameOf(a)} – ${nameOf(b)}`),
      ...linkList(edge.parts.map((part) => EDGES[part]).filter(edgePasses), null, pick)];
  }
  const parts = [el("p", { class: "over" }, t(`kind_${edge.kind}`), date ? ` · ${date}` : ""),
    edge.via !== undefined ? el("h2", {}, el("button", { type: "button", click: () => pick({ node: edge.via }) }, bdi(label)))
      : label ? el("h2", {}, bdi(label)) : null,
    el("div", { class: "ends" }, nameRow(a, pick, null, "m0"), nameRow(b, pick, null, "m1")),
    el("h3", {}, t("evidence"))];
  if (!PROOFS) parts.push(el("p", { class: "quiet" }, "…"));
  for (const proof of evidenceOf(edge)) parts.push(quote(proof));
  return parts.filter(Boolean);
}

// One run of sentences with the names in it marked, and where it stands.
function quote([row, note, confidence, marks]) {
  const [number, start, end, text] = PROOFS.quotes[row];
  const letters = Array.from(text), words = el("p", {});
  const [file, language, published, publisher] = DATA.documents[number] || ["?", "kk", null, null];
  let place = 0;
  for (const [from, to, whose] of marks) {
    words.append(letters.slice(place, from).join(""));
    const mark = el("mark", { class: `m${whose}` });
    mark.textContent = letters.slice(from, to).join("");
    words.append(mark);
    place = to;
  }
  words.append(letters.slice(place).join(""));
  words.lang = language;
  const told = known("role_", note);
  return el("blockquote", {}, el("bdi", {}, words), el("footer", {},
    note ? el("div", {}, bdi(told)) : null,
    el("div", {}, bdi(file)),
    el("div", {}, sourceLine(language, published, publisher)),
    el("div", {}, t("characters", { start, end }), confidence < 1 ? ` · ${t("confidence", { value: confidence })}` : "")));
}

function nodeParts(node, pick) {
  const kind = node.kind && node.kind !== "person" ? ` · ${known("nodekind_", node.kind)}` : "";
  const parts = [el("p", { class: "over" }, dot(node.group), `${t(`type_${node.type}`)}${kind}`), el("h2", {}, bdi(nameOf(node)))];
  if (canFocus(node)) parts.push(focusButtons(node));
  else parts.push(elsewhere(node));
  const about = el("dl", {});
  FACTS.languages.forEach((language, index) => {
    if (node.names[index]) about.append(el("dt", {}, t(`lang_${language}`)), el("dd", { lang: language }, bdi(node.names[index])));
  });
  if (!node.members) about.append(el("dt", {}, t("country")), el("dd", {}, countryName(node.country)));
  if (node.start) about.append(el("dt", {}, t("when")), el("dd", {}, span(node), node.how === "stated" ? null : el("small", { class: "quiet" }, ` ${t(`how_${node.how}`)}`)));
  parts.push(about);
  if (node.drawn !== undefined && FACTS.sizes.length > 1) parts.push(el("h3", {}, t("measures")), measuresOf(node));
  if (node.members) {
    parts.push(el("h3", {}, `${t("members")} · ${node.members.length}`), ...node.members.slice(0, 60).map((id) => nameRow(NODES[id], pick)),
      ...linkList(linksBetweenAny(node), null, pick));
  }
  parts.push(...linkList(EDGES_OF[node.id].filter((edge) => !edge.parts), node, pick));
  if (node.documents.length) parts.push(el("h3", {}, t("mentioned_in")));
  for (const number of node.documents.slice(0, 40)) {
    const [file, language, published, publisher] = DATA.documents[number];
    parts.push(el("p", {}, bdi(file), " ", el("small", { class: "quiet" }, sourceLine(language, published, publisher))));
  }
  return parts;
}

function linksBetweenAny(node) {
  return EDGES_OF[node.id].flatMap((edge) => edge.parts || []).map((part) => EDGES[part]).filter(edgePasses);
}

function measuresOf(node) {
  const made = el("dl", {});
  for (const name of FACTS.sizes) made.append(el("dt", { title: t(`about_${name}`) }, measureWord(name)), el("dd", {}, told(measureOf(node, name))));
  return made;
}

// Of the timeline, too, those who stand in no row but were somewhere.
function canFocus(node) {
  return node.drawn !== undefined || (KIND === "timeline" && EDGES_OF[node.id].some((edge) => VIEW_PLACES.has(edge.place)));
}

// Only the surroundings of a name, or all again.
function focusButtons(node) {
  const reach = (steps) => el("button", { type: "button", class: "plain", "aria-pressed": String(STATE.focus === node.id && STATE.reach === steps),
    click: () => focusOn(STATE.focus === node.id && STATE.reach === steps ? null : node.id, steps) }, t(KIND === "timeline" ? `reach_${node.drawn === undefined ? "own" : "shared"}_${steps}` : `reach_${steps}`));
  return el("p", { class: "actions" }, reach(1), reach(2));
}

function elsewhere(node) {
  const made = el("p", { class: "quiet" }, t("not_drawn"), " ");
  if (FACTS.beside.includes("network") && KIND !== "network") {
    made.append(el("a", { href: `network.html#${new URLSearchParams({ lang: STATE.language, node: node.key })}` }, t("page_network")));
  }
  return made;
}
