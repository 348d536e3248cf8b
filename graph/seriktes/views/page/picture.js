// The picture itself: vis-network with fixed places, and the zones, names and marks drawn around it. Other kinds of pictures
// (timeline.js) have functions of the same names: startPicture, showPicture, restyle, isDrawn, bringIntoView.
const HOLDER = document.getElementById("network");
const PICTURE = { network: null, nodes: [], edges: [], at: new Map(), near: new Set(), headings: [], stretch: 1, data: null, crowd: false };
const MOST_FAINT = 1500;
const MOST_DASHED = 1000; // dashes are slow to draw

function startPicture(onPick) {
  PICTURE.network = new vis.Network(HOLDER, { nodes: [], edges: [] }, OPTIONS);
  const net = PICTURE.network;
  net.on("beforeDrawing", drawBehind);
  net.on("afterDrawing", drawOver);
  net.on("click", (event) => onPick(under(event.pointer, event)));
  const moved = (event) => {
    for (const [id, place] of Object.entries(net.getPositions(event.nodes))) PICTURE.at.set(Number(id), place);
  };
  net.on("dragging", moved);
  net.on("dragEnd", moved);
  let asked = false;
  HOLDER.addEventListener("pointermove", (event) => {
    if (!PICTURE.crowd || event.buttons || asked) return;
    asked = true;
    requestAnimationFrame(() => {
      const box = HOLDER.getBoundingClientRect(), DOM = { x: event.clientX - box.x, y: event.clientY - box.y };
      asked = false;
      if (PICTURE.crowd) HOLDER.style.cursor = under({ DOM, canvas: net.DOMtoCanvas(DOM) }, {}) ? "pointer" : "";
    });
  });
  for (const name of ["hoverNode", "hoverEdge"]) net.on(name, () => { HOLDER.style.cursor = "pointer"; });
  for (const name of ["blurNode", "blurEdge"]) net.on(name, () => { HOLDER.style.cursor = ""; });
}

// What is chosen by a click: a node, a name or a link.
function under({ DOM, canvas }, { nodes, edges }) {
  const there = PICTURE.crowd ? crowdUnder(canvas) : nodes.length ? { node: nodes[0] } : edges.length ? { edge: edges[0] } : null;
  const label = there && there.node !== undefined ? null : labelUnder(DOM.x, DOM.y);
  return label ? (label.node !== undefined ? { node: label.node } : { edge: label.edge }) : there;
}

// Show nodes and edges, at the places of the view; with `fit`, so that all are seen.
function showPicture(part, fit) {
  PICTURE.nodes = part.nodes;
  PICTURE.edges = part.edges;
  PICTURE.near = nearTo(STATE.selected, part.edges);
  const high = isNarrow() ? heightening(part.nodes) : 1;
  PICTURE.at = new Map(part.nodes.map((node) => [node.id, { x: node.at[0], y: node.at[1] * high }]));
  const view = fit ? whole() : { position: PICTURE.network.getViewPosition(), scale: PICTURE.network.getScale() };
  PICTURE.crowd = isCrowd(part);
  if (fit) PICTURE.stretch = PICTURE.crowd ? 1 : Math.min(1.9, Math.max(1, 0.72 / view.scale));
  if (PICTURE.crowd) startCrowd(part.edges);
  PICTURE.data = PICTURE.crowd ? { nodes: new vis.DataSet(), edges: new vis.DataSet() }
    : { nodes: new vis.DataSet(part.nodes.map(drawnNode)), edges: new vis.DataSet(drawnEdges(part.edges)) };
  PICTURE.network.setData(PICTURE.data);
  PICTURE.network.moveTo({ ...view, animation: false });
}

// Draw anew what a choice changes: in a small picture all that is faint now or no more, in a large one the chosen alone.
function restyle() {
  const before = PICTURE.near;
  PICTURE.near = nearTo(STATE.selected, PICTURE.edges);
  if (PICTURE.crowd) return PICTURE.network.redraw();
  const small = PICTURE.nodes.length <= MOST_FAINT;
  const changed = (id) => small || before.has(id) || PICTURE.near.has(id);
  PICTURE.data.nodes.update(PICTURE.nodes.filter((node) => changed(node.id)).map(drawnNode));
  const edges = new Set(PICTURE.edges.filter((edge) => changed(edge.from) && changed(edge.to)).map((edge) => edge.id));
  PICTURE.data.edges.update(drawnEdges(PICTURE.edges).filter((edge) => edges.has(edge.id)));
}

function isDrawn(id) {
  return PICTURE.at.has(id);
}

function isNarrow() {
  return HOLDER.clientWidth < (KIND === "countries" ? 420 : 600);
}

// How much higher a narrow window needs the picture, so that it is filled and names have room.
function heightening(nodes) {
  const across = nodes.map((node) => node.at[0]), down = nodes.map((node) => node.at[1]);
  const range = (values) => values.reduce((most, value) => Math.max(most, value), -Infinity) - values.reduce((least, value) => Math.min(least, value), Infinity);
  const free = HOLDER.clientHeight - document.getElementById("legend").offsetHeight - 122;
  return Math.min(2.6, Math.max(1.5, (free / (HOLDER.clientWidth - 84)) * (range(across) / (range(down) || 1)) || 1.5));
}

function whole() {
  const places = [...PICTURE.at.values()];
  if (!places.length) return { position: { x: 0, y: 0 }, scale: 1 };
  let [x0, x1, y0, y1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of places) [x0, x1, y0, y1] = [Math.min(x0, x), Math.max(x1, x), Math.min(y0, y), Math.max(y1, y)];
  const legend = document.getElementById("legend").offsetHeight;
  const wide = HOLDER.clientWidth, high = HOLDER.clientHeight - legend;
  const margin = isNarrow() ? 84 : 184;
  const scale = Math.min((wide - margin) / (x1 - x0 + 1), (high - 122) / (y1 - y0 + 1), 1.25);
  return { position: { x: (x0 + x1) / 2, y: (y0 + y1) / 2 + (legend / 2 + 8) / scale }, scale };
}

function drawnNode(node) {
  const colour = colourOf(node), person = node.type === "Person";
  const chosen = STATE.selected && STATE.selected.node === node.id;
  const faint = STATE.selected && !near(node.id);
  const fill = faint ? COLOURS.line : colour;
  return {
    id: node.id, x: PICTURE.at.get(node.id).x, y: PICTURE.at.get(node.id).y, shape: SHAPES[node.type],
    size: radiusOf(node), borderWidth: (chosen ? 3.5 : 2) * PICTURE.stretch,
    color: { background: person ? COLOURS.sheet : fill, border: chosen ? COLOURS.ink : fill, hover: { background: person ? COLOURS.sheet : fill, border: COLOURS.ink } },
  };
}

function radiusOf(node) {
  return sizeOf(node) * PICTURE.stretch * (node.type === "Person" ? 0.8 : 1);
}

// By how much each edge is bent: parallel ones apart, each to its own side.
function bendsOf(edges) {
  const beside = new Map(), bends = new Map();
  for (const edge of edges) {
    const key = Math.min(edge.from, edge.to) * NODES.length + Math.max(edge.from, edge.to);
    if (beside.has(key)) beside.get(key).push(edge);
    else beside.set(key, [edge]);
  }
  for (const all of beside.values()) {
    all.forEach((edge, place) => {
      const rightwards = PICTURE.at.get(edge.from).x <= PICTURE.at.get(edge.to).x;
      bends.set(edge.id, ((all.length - 1) / 2 - place) * (rightwards ? 1 : -1));
    });
  }
  return bends;
}

function drawnEdges(edges) {
  const bends = bendsOf(edges);
  return edges.filter((edge) => edge.from !== edge.to).map((edge) => {
    const turn = bends.get(edge.id);
    const style = edgeStyle(edge.kind, edge.kind === "participation" && roleOf(edge)), chosen = STATE.selected && STATE.selected.edge === edge.id;
    const faint = STATE.selected && PICTURE.nodes.length <= MOST_FAINT && !chosen && !(STATE.selected.node === edge.from || STATE.selected.node === edge.to);
    const parts = edge.parts ? edge.parts.filter((each) => edgePasses(EDGES[each])).length : 0;
    return {
      id: edge.id, from: edge.from, to: edge.to, dashes: edges.length <= MOST_DASHED && style.dashes,
      width: (chosen ? Math.max(3.4, style.width + 1.4) : style.width + Math.min(5, 0.6 * Math.max(0, parts - 1))) * PICTURE.stretch,
      color: { color: chosen ? COLOURS.accent : faint ? COLOURS.line : style.colour, hover: COLOURS.accent, inherit: false },
      smooth: turn ? { enabled: true, type: turn > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(0.6, 0.3 * Math.abs(turn)) } : false,
      arrows: isMutual(edge.kind) ? "" : { to: { enabled: true, scaleFactor: 0.45 } },
    };
  });
}

function near(id) {
  return !STATE.selected || PICTURE.near.has(id) || PICTURE.nodes.length > MOST_FAINT;
}

// The ends of the edge chosen; the node chosen and those it is tied to.
function nearTo(chosen, edges) {
  if (!chosen || (chosen.node !== undefined && !isDrawn(chosen.node))) return new Set();
  if (chosen.edge !== undefined) return new Set([EDGE_BY_ID.get(chosen.edge).from, EDGE_BY_ID.get(chosen.edge).to]);
  const tied = edges.filter((edge) => edge.from === chosen.node || edge.to === chosen.node);
  return new Set([chosen.node, ...tied.flatMap((edge) => [edge.from, edge.to])]);
}

// A point of an edge's line at a share of its way, in the measures of the places; null where it is not drawn.
function pointOn(id, share) {
  const line = PICTURE.crowd ? CROWD.lines.get(id) : PICTURE.network.body.edges[id];
  return !line ? null : PICTURE.crowd ? crowdPoint(line, share) : line.edgeType ? line.edgeType.getPoint(share) : null;
}

function isBent(id) {
  return PICTURE.crowd ? CROWD.lines.get(id).bent : Boolean(PICTURE.network.body.edges[id].edgeType.getViaNode);
}

// One soft field behind each group of countries, in the view of partners; over it a crowd's lines and dots.
function drawBehind(ctx) {
  drawZones(ctx);
  if (PICTURE.crowd) drawCrowd(ctx);
}

function drawZones(ctx) {
  PICTURE.headings = [];
  for (const { group, x, y, wide, high } of zones()) {
    ctx.fillStyle = COLOURS.zone;
    ctx.beginPath();
    ctx.roundRect(x, y, wide, high, 14);
    ctx.fill();
    PICTURE.headings.push({ group, x: x + 10, y: y + 5 });
  }
}

// The fields of groups of countries, none where two would lie over each other.
function zones() {
  if (KIND !== "partners") return [];
  const fields = new Map();
  for (const node of PICTURE.nodes) {
    const { x, y } = PICTURE.at.get(node.id), field = fields.get(node.group);
    const box = [x - 94, y - 34, x + 94, y + 70];
    fields.set(node.group, field ? [Math.min(field[0], box[0]), Math.min(field[1], box[1]), Math.max(field[2], box[2]), Math.max(field[3], box[3])] : box);
  }
  const list = [...fields];
  if (list.some(([, a], i) => list.slice(i + 1).some(([, b]) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]))) return [];
  return list.map(([group, [x0, y0, x1, y1]]) => ({ group, x: x0, y: y0 - 8, wide: x1 - x0, high: y1 - y0 + 8 }));
}

// Names over the picture, in CSS pixels whatever the zoom.
function drawOver(ctx) {
  const net = PICTURE.network, canvas = ctx.canvas, scale = net.getScale();
  const ratio = canvas.width / HOLDER.clientWidth;
  const wide = HOLDER.clientWidth, high = HOLDER.clientHeight;
  const origin = net.canvasToDOM({ x: 0, y: 0 });
  const toPage = (p) => [origin.x + p.x * scale, origin.y + p.y * scale];
  const inside = (x, y) => x > -90 && x < wide + 90 && y > -60 && y < high + 30;
  const items = [];
  for (const node of PICTURE.nodes) {
    const [x, y] = toPage(PICTURE.at.get(node.id));
    if (inside(x, y)) items.push({ node, x, y, radius: radiusOf(node) * scale, strong: PICTURE.near.has(node.id), faint: STATE.selected && !near(node.id) });
  }
  items.sort((a, b) => (b.strong ? 1 : 0) - (a.strong ? 1 : 0) || b.radius - a.radius || a.node.id - b.node.id);
  const ties = [];
  for (const edge of PICTURE.edges) {
    const chosen = STATE.selected && (STATE.selected.edge === edge.id || STATE.selected.node === edge.from || STATE.selected.node === edge.to);
    if (!chosen && (STATE.selected || items.length > MOST_TRIED || KIND !== "partners" || !LABELLED_KINDS.has(edge.kind))) continue;
    if (pointOn(edge.id, 0.5)) ties.push({ edge, strong: chosen, at: (share) => toPage(pointOn(edge.id, share)) });
    if (ties.length > 200) break;
  }
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const headings = (scale < 0.6 ? [] : PICTURE.headings).map(({ group, x, y }) => {
    const [left, top] = toPage({ x, y });
    return { group, x: left, y: top, text: t(`group_${group}`), colour: COLOURS[group] };
  });
  const floor = high - document.getElementById("legend").offsetHeight;
  const shownWhole = (box) => box.x0 > 2 && box.x1 < wide - 2 && box.y0 > 2 && box.y1 < floor - 2;
  const buttons = { x0: wide - 130, x1: wide, y0: 0, y1: 50 };
  drawLabels(ctx, { headings, items, ties, crowded: KIND !== "partners" && KIND !== "agreements", narrow: isNarrow(), closed: [buttons], inside: shownWhole });
  ctx.restore();
}

// Move so that a node is seen, without a jump where it is seen already.
function bringIntoView(id) {
  const place = PICTURE.at.get(id);
  if (!place) return;
  const at = PICTURE.network.canvasToDOM(place), edge = 60;
  if (at.x > edge && at.x < HOLDER.clientWidth - edge && at.y > edge && at.y < HOLDER.clientHeight - 2 * edge) return;
  PICTURE.network.moveTo({ position: place, scale: Math.max(PICTURE.network.getScale(), 0.8), animation: false });
}
