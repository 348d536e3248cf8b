// The panel: what is said of the link or name chosen, with the sentences; else the findings and the documents.
function drawPanel(pick) {
  const panel = document.getElementById("panel");
  const chosen = STATE.selected;
  const parts = !chosen ? overview(pick) : chosen.edge !== undefined ? edgeParts(EDGE_BY_ID.get(chosen.edge), pick)
    : nodeParts(NODES[chosen.node], pick);
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

function overview(pick) {
  const parts = [el("p", { class: "quiet" }, t("hint"))];
  const partner = EDGES.filter((edge) => FACTS.partnerKinds.includes(edge.kind));
  for (const kind of FACTS.partnerKinds) {
    const edges = partner.filter((edge) => edge.kind === kind);
    if (!edges.length) continue;
    parts.push(el("h3", {}, `${t(`kind_${kind}`)} · ${edges.length}`));
    parts.push(...edges.slice(0, 40).map((edge) => edgeRow(edge, null, pick)));
  }
  parts.push(el("h3", {}, t("sources")));
  for (const [file, language, published, publisher] of FACTS.documents) {
    parts.push(el("p", { class: "row" }, bdi(file), el("small", {}, sourceLine(language, published, publisher))));
  }
  return parts;
}

function sourceLine(language, published, publisher) {
  const made = el("span", {}, t(`lang_${language}`), " · ", published ? t("published", { date: published }) : t("undated"));
  if (publisher) made.append(" · ", bdi(publisher));
  return made;
}

function edgeParts(edge, pick) {
  const a = NODES[edge.from], b = NODES[edge.to], label = labelOf(edge), date = dateOf(edge);
  const parts = [el("p", { class: "over" }, t(`kind_${edge.kind}`), date ? ` · ${date}` : ""),
    edge.via !== undefined ? el("h2", {}, el("button", { type: "button", click: () => pick({ node: edge.via }) }, bdi(label)))
      : label ? el("h2", {}, bdi(label)) : null,
    el("div", { class: "ends" }, nameRow(a, pick, null, "m0"), nameRow(b, pick, null, "m1")),
    el("h3", {}, t("evidence"))];
  for (const proof of edge.evidence) parts.push(quote(proof));
  return parts.filter(Boolean);
}

// One run of sentences with the names in it marked, and where it stands.
function quote([row, note, confidence, marks]) {
  const [number, start, end, text] = FACTS.quotes[row];
  const letters = Array.from(text), words = el("p", {});
  const [file, language, published, publisher] = FACTS.documents[number] || ["?", "kk", null, null];
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
  const about = el("dl", {});
  FACTS.languages.forEach((language, index) => {
    if (node.names[index]) about.append(el("dt", {}, t(`lang_${language}`)), el("dd", { lang: language }, bdi(node.names[index])));
  });
  about.append(el("dt", {}, t("country")), el("dd", {}, countryName(node.country)));
  if (node.start) about.append(el("dt", {}, t("when")), el("dd", {}, span(node)));
  parts.push(about);
  for (const each of [...FACTS.kinds.filter((kind) => kind !== "co-participation"), "co-participation"]) {
    const edges = EDGES_OF[node.id].filter((edge) => edge.kind === each);
    if (!edges.length) continue;
    parts.push(el("h3", {}, `${t(`kind_${each}`)} · ${edges.length}`));
    parts.push(...edges.slice(0, 60).map((edge) => edgeRow(edge, node, pick)));
    if (edges.length > 60) parts.push(el("p", { class: "quiet" }, `+ ${edges.length - 60}`));
  }
  parts.push(el("h3", {}, t("mentioned_in")));
  for (const number of node.documents) {
    const [file, language, published, publisher] = FACTS.documents[number];
    parts.push(el("p", {}, bdi(file), " ", el("small", { class: "quiet" }, sourceLine(language, published, publisher))));
  }
  return parts;
}
