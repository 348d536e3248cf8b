// What the page is about: read once from the embedded data, never changed. Large data are packed.
async function embedded(id) {
  const holder = document.getElementById(id);
  let text = holder.textContent;
  if (holder.type === "application/gzip") {
    const letters = atob(text), bytes = new Uint8Array(letters.length);
    for (let place = 0; place < letters.length; place++) bytes[place] = letters.charCodeAt(place);
    text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  }
  return JSON.parse(text);
}

// The sentences, of large pages read when the picture stands: {quotes, evidence: for each edge its proofs}.
let PROOFS = document.getElementById("proofs").type === "application/gzip" ? null : await embedded("proofs");
const FACTS = await embedded("facts");
const DATA = await embedded("data");
const DRAWN = await embedded("drawn");
const OPTIONS = await embedded("options");
const KIND = FACTS.kind;
const NODES = DATA.nodes.concat(DRAWN.more.nodes);
const EDGES = DATA.edges.concat(DRAWN.more.edges);
NODES.forEach((node, place) => { node.id = place; });
EDGES.forEach((edge, place) => { edge.place = place; });
const EDGE_BY_ID = new Map(EDGES.map((edge) => [edge.id, edge]));
const NODE_BY_KEY = new Map(NODES.map((node) => [node.key, node]));
const EDGES_OF = NODES.map(() => []);
for (const edge of EDGES) {
  EDGES_OF[edge.from].push(edge);
  if (edge.to !== edge.from) EDGES_OF[edge.to].push(edge);
}
// What the picture draws, and where.
const VIEW_NODES = DRAWN.nodes.map((drawn) => NODES[drawn.id]);
const VIEW_EDGES = DRAWN.edges.map((id) => EDGES[id]);
const VIEW_PLACES = new Set(DRAWN.edges);
DRAWN.nodes.forEach((drawn, place) => { NODES[drawn.id].at = [drawn.x, drawn.y]; NODES[drawn.id].drawn = place; });

// What the reader has chosen. `off` holds what the filters hide; `since` and `until` are days, empty for no bound.
const STATE = {
  language: "en", theme: null, selected: null, size: FACTS.sizes[0], colour: "group", sure: 0, since: "", until: "",
  focus: null, reach: 1, off: { kinds: new Set(["co-participation"]), roles: new Set(), types: new Set(), groups: new Set() },
};
const HIDDEN_AT_FIRST = new Set(["co-participation"]);

function evidenceOf(edge) {
  return PROOFS ? PROOFS.evidence[edge.place] || [] : [];
}

function otherEnd(edge, node) {
  return NODES[edge.from === node.id ? edge.to : edge.from];
}
