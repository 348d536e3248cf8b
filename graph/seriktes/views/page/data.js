// What the page is about: read once from the embedded JSON, never changed.
const DATA = JSON.parse(document.getElementById("data").textContent);
const OPTIONS = JSON.parse(document.getElementById("options").textContent);
const FACTS = DATA.facts;
const NODES = DATA.nodes;
const EDGES = DATA.edges;
const EDGE_BY_ID = new Map(EDGES.map((edge) => [edge.id, edge]));
const EDGES_OF = NODES.map(() => []);
for (const edge of EDGES) {
  EDGES_OF[edge.from].push(edge);
  if (edge.to !== edge.from) EDGES_OF[edge.to].push(edge);
}

// What the reader has chosen. `off` holds what the filters hide.
const STATE = {
  language: "en", view: 0, theme: null, selected: null,
  off: { kinds: new Set(["co-participation"]), types: new Set(), groups: new Set() },
};

function otherEnd(edge, node) {
  return NODES[edge.from === node.id ? edge.to : edge.from];
}
