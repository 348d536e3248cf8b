// The table twin: the links shown, or the names with their measures; sortable, each row a way to the same panel.
const ROWS_AT_ONCE = 60;
const TABLE = { part: null, rows: KIND === "timeline" ? "names" : "links", column: null, down: false, limit: ROWS_AT_ONCE };
const fileOf = (number) => (DATA.documents[number] || ["?"])[0];
const LINK_COLUMNS = [
  ["col_from", (edge) => nameOf(NODES[edge.from])],
  ["col_link", (edge) => t(`kind_${edge.kind}`)],
  ["col_to", (edge) => nameOf(NODES[edge.to])],
  ["col_via", (edge) => labelOf(edge)],
  ["col_date", (edge) => dateOf(edge)],
  ["col_sure", (edge) => edge.sure],
  ["col_document", (edge) => [...new Set(evidenceOf(edge).map((proof) => PROOFS.quotes[proof[0]][0]))].map(fileOf).join(", ")],
];
const NAME_COLUMNS = [
  ["col_name", (node) => nameOf(node)],
  ["col_type", (node) => t(`type_${node.type}`)],
  ["col_country", (node) => countryName(node.country)],
  ...(VIEW_NODES.some((node) => node.start) ? [["col_date", (node) => span(node)]] : []),
  ...FACTS.sizes.map((name) => [`measure_${name === "degree" && KIND !== "partners" && KIND !== "countries" ? "ties" : name}`, (node) => measureOf(node, name)]),
];

function columns() {
  return TABLE.rows === "links" ? LINK_COLUMNS : NAME_COLUMNS;
}

function showTable(part, pick) {
  const parted = part.tableEdges.flatMap((edge) => (edge.parts ? edge.parts.map((each) => EDGES[each]).filter(edgePasses) : [edge]));
  TABLE.part = { links: parted, names: part.nodes };
  TABLE.limit = ROWS_AT_ONCE;
  choices("rows", ["links", "names"], (name) => name === TABLE.rows, (name) => t(`rows_${name}`), (name) => {
    TABLE.rows = name;
    TABLE.column = null;
    showTable(part, pick);
    document.querySelector(`#rows [data-value="${name}"]`).focus();
  });
  drawTable(pick);
}

function sorted() {
  const rows = TABLE.part[TABLE.rows];
  if (TABLE.column === null) return rows;
  const value = columns()[TABLE.column][1], sign = TABLE.down ? -1 : 1;
  const order = new Intl.Collator([STATE.language, "ru", "en"], { numeric: true });
  const compare = (a, b) => (typeof a === "number" ? a - b : order.compare(a, b));
  return rows.map((row, place) => [value(row), place, row])
    .sort((a, b) => (a[0] === "") - (b[0] === "") || sign * compare(a[0], b[0]) || a[1] - b[1]).map((row) => row[2]);
}

function drawTable(pick) {
  const table = document.getElementById("table"), more = document.getElementById("more"), rows = TABLE.part[TABLE.rows];
  table.tHead.replaceChildren(el("tr", {}, ...columns().map(([title, value], index) => {
    const direction = TABLE.column === index ? (TABLE.down ? "descending" : "ascending") : "none";
    return el("th", { scope: "col", "aria-sort": direction }, el("button", { type: "button", click: () => {
      TABLE.down = TABLE.column === index ? !TABLE.down : rows.length > 0 && typeof value(rows[0]) === "number";
      TABLE.column = index;
      drawTable(pick);
      table.tHead.rows[0].cells[index].firstChild.focus();
    } }, t(title)));
  })));
  table.tBodies[0].replaceChildren(...sorted().slice(0, TABLE.limit).map((row) => (TABLE.rows === "links" ? linkRow(row, pick) : nameLine(row, pick))));
  const rest = rows.length - TABLE.limit;
  more.hidden = rest <= 0;
  more.textContent = t("show_more", { count: Math.min(rest, 500) });
  more.onclick = () => {
    TABLE.limit += 500;
    drawTable(pick);
  };
  markRow();
}

function linkRow(edge, pick) {
  const name = (id) => el("button", { type: "button", click: () => pick({ node: id }) }, bdi(nameOf(NODES[id])));
  return el("tr", { "data-edge": edge.id }, el("td", {}, name(edge.from)),
    el("td", {}, el("button", { type: "button", class: "act", click: () => pick({ edge: edge.id }) }, t(`kind_${edge.kind}`))),
    el("td", {}, name(edge.to)),
    ...LINK_COLUMNS.slice(3).map(([title, value]) => el("td", {}, bdi(title === "col_sure" ? told(value(edge)) : value(edge)))));
}

function nameLine(node, pick) {
  return el("tr", { "data-node": node.id },
    el("td", {}, el("button", { type: "button", class: "act", click: () => pick({ node: node.id }) }, bdi(nameOf(node)))),
    ...NAME_COLUMNS.slice(1).map(([, value]) => el("td", {}, typeof value(node) === "number" ? told(value(node)) : bdi(value(node)))));
}

function markRow() {
  for (const row of document.getElementById("table").tBodies[0].rows) {
    const chosen = STATE.selected && (row.dataset.edge ? row.dataset.edge === STATE.selected.edge : Number(row.dataset.node) === STATE.selected.node);
    row.classList.toggle("chosen", Boolean(chosen));
  }
}
