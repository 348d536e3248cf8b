// The table twin: the links shown, sortable, each row a way to the same panel.
const ROWS_AT_ONCE = 60;
const TABLE = { rows: [], column: null, down: false, limit: ROWS_AT_ONCE };
const COLUMNS = [
  ["col_from", (edge) => nameOf(NODES[edge.from])],
  ["col_link", (edge) => t(`kind_${edge.kind}`)],
  ["col_to", (edge) => nameOf(NODES[edge.to])],
  ["col_via", (edge) => labelOf(edge)],
  ["col_date", (edge) => dateOf(edge)],
  ["col_document", (edge) => [...new Set(edge.evidence.map((proof) => FACTS.quotes[proof[0]][0]))].map((n) => (FACTS.documents[n] || ["?"])[0]).join(", ")],
];

function showTable(edges, pick) {
  TABLE.rows = edges;
  TABLE.limit = ROWS_AT_ONCE;
  drawTable(pick);
}

function sorted() {
  if (TABLE.column === null) return TABLE.rows;
  const value = COLUMNS[TABLE.column][1], sign = TABLE.down ? -1 : 1;
  const order = new Intl.Collator([STATE.language, "ru", "en"], { numeric: true });
  return TABLE.rows.map((edge, place) => [value(edge), place, edge])
    .sort((a, b) => (a[0] === "") - (b[0] === "") || sign * order.compare(a[0], b[0]) || a[1] - b[1]).map((row) => row[2]);
}

function drawTable(pick) {
  const table = document.getElementById("table"), more = document.getElementById("more");
  table.tHead.replaceChildren(el("tr", {}, ...COLUMNS.map(([title], index) => {
    const direction = TABLE.column === index ? (TABLE.down ? "descending" : "ascending") : "none";
    return el("th", { scope: "col", "aria-sort": direction }, el("button", { type: "button", click: () => {
      TABLE.down = TABLE.column === index && !TABLE.down;
      TABLE.column = index;
      drawTable(pick);
      table.tHead.rows[0].cells[index].firstChild.focus();
    } }, t(title)));
  })));
  table.tBodies[0].replaceChildren(...sorted().slice(0, TABLE.limit).map((edge) => tableRow(edge, pick)));
  const rest = TABLE.rows.length - TABLE.limit;
  more.hidden = rest <= 0;
  more.textContent = t("show_more", { count: Math.min(rest, 500) });
  more.onclick = () => {
    TABLE.limit += 500;
    drawTable(pick);
  };
  markRow();
}

function tableRow(edge, pick) {
  const name = (id) => el("button", { type: "button", click: () => pick({ node: id }) }, bdi(nameOf(NODES[id])));
  return el("tr", { "data-edge": edge.id }, el("td", {}, name(edge.from)),
    el("td", {}, el("button", { type: "button", class: "act", click: () => pick({ edge: edge.id }) }, t(`kind_${edge.kind}`))),
    el("td", {}, name(edge.to)),
    ...COLUMNS.slice(3).map(([, value]) => el("td", {}, bdi(value(edge)))));
}

function markRow() {
  for (const row of document.getElementById("table").tBodies[0].rows) {
    row.classList.toggle("chosen", Boolean(STATE.selected) && row.dataset.edge === STATE.selected.edge);
  }
}
