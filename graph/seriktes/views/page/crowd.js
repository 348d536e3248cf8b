// Pictures of very many things: lines and dots of one style are drawn in few strokes, and found again by their places.
// vis-network, which would make an object of each, keeps the camera and the hand.
const MOST_OBJECTS = 5000; // nodes and links of a picture that the library draws by itself
const AT_ONCE = 400; // lines of one stroke: longer paths take longer to fill
const MOST_STILL = 6000; // of more lines in sight none are drawn while the picture moves
const CROWD = { lines: new Map(), styles: [], nodes: [] };

function isCrowd(part) {
  return part.nodes.length + part.edges.length > MOST_OBJECTS;
}

// The lines of a picture by style, in the order in which they lie over each other: the most important last.
function startCrowd(edges) {
  const bends = bendsOf(edges), styles = new Map();
  CROWD.lines = new Map();
  for (const edge of edges) {
    if (edge.from === edge.to) continue;
    const style = edgeStyle(edge.kind, edge.kind === "participation" && roleOf(edge)), name = `${style.colour} ${style.width}`;
    if (!styles.has(name)) styles.set(name, { ...style, lines: [] });
    const a = PICTURE.at.get(edge.from), b = PICTURE.at.get(edge.to), bend = 0.3 * Math.sign(bends.get(edge.id)) * Math.min(2, Math.abs(bends.get(edge.id)));
    const line = { edge, a, b, bent: bend !== 0, cx: (a.x + b.x) / 2 + (b.y - a.y) * bend, cy: (a.y + b.y) / 2 - (b.x - a.x) * bend };
    styles.get(name).lines.push(line);
    CROWD.lines.set(edge.id, line);
  }
  CROWD.styles = [...styles.values()].sort((a, b) => a.width - b.width);
  // The larger over the smaller; among equals none before others by its kind or country.
  const mixed = (node) => Math.imul(node.id + 1, 0x9e3779b1) >>> 0;
  CROWD.nodes = [...PICTURE.nodes].sort((a, b) => radiusOf(a) - radiusOf(b) || mixed(a) - mixed(b));
}

// A point of a line, at a share of its way.
function crowdPoint(line, share) {
  const rest = 1 - share, at = (a, c, b) => (line.bent ? rest * rest * a + 2 * rest * share * c + share * share * b : rest * a + share * b);
  return { x: at(line.a.x, line.cx, line.b.x), y: at(line.a.y, line.cy, line.b.y) };
}

// What of the plane is seen, in the measures of the places, with a margin in pixels.
function inSight(margin) {
  const net = PICTURE.network, a = net.DOMtoCanvas({ x: -margin, y: -margin });
  const b = net.DOMtoCanvas({ x: HOLDER.clientWidth + margin, y: HOLDER.clientHeight + margin });
  return { x0: a.x, y0: a.y, x1: b.x, y1: b.y };
}

function drawCrowd(ctx) {
  const scale = PICTURE.network.getScale(), sight = inSight(40);
  const seen = ({ a, b }) => Math.max(a.x, b.x) > sight.x0 && Math.min(a.x, b.x) < sight.x1 && Math.max(a.y, b.y) > sight.y0 && Math.min(a.y, b.y) < sight.y1;
  const styles = CROWD.styles.map((style) => ({ ...style, lines: style.lines.filter(seen) }));
  const count = styles.reduce((sum, style) => sum + style.lines.length, 0);
  const moving = PICTURE.network.renderer.dragging || PICTURE.network.renderer.zooming;
  const chosen = STATE.selected && STATE.selected.edge;
  if (!moving || count <= MOST_STILL) {
    ctx.globalAlpha = count > MOST_OBJECTS ? 0.35 : count > MOST_STILL / 4 ? 0.6 : 1;
    for (const style of styles) strokeLines(ctx, style.lines, style.colour, Math.max(style.width, 0.7 / scale), scale > 0.5);
    ctx.globalAlpha = 1;
  }
  if (STATE.selected) {
    const own = styles.flatMap((style) => style.lines).filter(({ edge }) => edge.id === chosen || edge.from === STATE.selected.node || edge.to === STATE.selected.node);
    strokeLines(ctx, own, COLOURS.accent, 1.8 / scale, true);
  }
  drawDots(ctx, sight, scale);
}

function strokeLines(ctx, lines, colour, width, arrows) {
  ctx.strokeStyle = ctx.fillStyle = colour;
  ctx.lineWidth = width;
  for (let first = 0; first < lines.length; first += AT_ONCE) {
    ctx.beginPath();
    for (const line of lines.slice(first, first + AT_ONCE)) {
      ctx.moveTo(line.a.x, line.a.y);
      if (line.bent) ctx.quadraticCurveTo(line.cx, line.cy, line.b.x, line.b.y);
      else ctx.lineTo(line.b.x, line.b.y);
    }
    ctx.stroke();
  }
  if (arrows) for (const line of lines) if (!isMutual(line.edge.kind)) drawArrow(ctx, line);
}

function drawArrow(ctx, { edge, a, b, bent, cx, cy }) {
  const [x, y] = bent ? [b.x - cx, b.y - cy] : [b.x - a.x, b.y - a.y], far = Math.hypot(x, y) || 1, room = dotRadius(NODES[edge.to]) + 2;
  const [dx, dy] = [x / far, y / far], tip = { x: b.x - dx * room, y: b.y - dy * room };
  ctx.beginPath();
  ctx.moveTo(tip.x, tip.y);
  ctx.lineTo(tip.x - 7 * dx + 3 * dy, tip.y - 7 * dy - 3 * dx);
  ctx.lineTo(tip.x - 7 * dx - 3 * dy, tip.y - 7 * dy + 3 * dx);
  ctx.fill();
}

// Never so small that it is not seen, in the measures of the places.
function dotRadius(node) {
  return Math.max(radiusOf(node), 1.9 / PICTURE.network.getScale());
}

function drawDots(ctx, sight, scale) {
  const seen = CROWD.nodes.filter((node) => {
    const { x, y } = PICTURE.at.get(node.id);
    return x > sight.x0 && x < sight.x1 && y > sight.y0 && y < sight.y1;
  });
  for (let first = 0; first < seen.length; first += AT_ONCE) {
    const fills = new Map();
    for (const node of seen.slice(first, first + AT_ONCE)) {
      const colour = colourOf(node), ring = node.type === "Person" && radiusOf(node) * scale > 3, own = `${ring}${colour}`;
      if (!fills.has(own)) fills.set(own, { colour, ring, nodes: [] });
      fills.get(own).nodes.push(node);
    }
    for (const { colour, ring, nodes } of fills.values()) {
      ctx.beginPath();
      for (const node of nodes) addDot(ctx, node.type, PICTURE.at.get(node.id).x, PICTURE.at.get(node.id).y, dotRadius(node));
      ctx.fillStyle = ring ? COLOURS.sheet : colour;
      ctx.fill();
      ctx.strokeStyle = colour;
      ctx.lineWidth = 2;
      if (ring) ctx.stroke();
    }
  }
  ctx.strokeStyle = COLOURS.ink;
  for (const node of seen.filter((each) => PICTURE.near.has(each.id))) {
    const { x, y } = PICTURE.at.get(node.id);
    ctx.lineWidth = (STATE.selected.node === node.id ? 3 : 1.2) / scale;
    ctx.beginPath();
    ctx.arc(x, y, dotRadius(node) + 1.5 / scale, 0, 2 * Math.PI);
    ctx.stroke();
  }
}

function addDot(ctx, type, x, y, r) {
  if (type === "Agreement") ctx.rect(x - r, y - r, 2 * r, 2 * r);
  else if (type === "Organization" || type === "Person") {
    ctx.moveTo(x + r, y);
    ctx.arc(x, y, r, 0, 2 * Math.PI);
  } else {
    CORNERS[type].forEach(([across, down], place) => (place ? ctx.lineTo(x + across * r, y + down * r) : ctx.moveTo(x + across * r, y + down * r)));
    ctx.closePath();
  }
}

// What lies under a point of the plane: the node last drawn there, else the nearest link.
function crowdUnder({ x, y }) {
  const scale = PICTURE.network.getScale(), sight = inSight(0);
  const hit = CROWD.nodes.findLast((node) => {
    const at = PICTURE.at.get(node.id);
    return Math.hypot(at.x - x, at.y - y) <= Math.max(dotRadius(node), 4 / scale);
  });
  if (hit) return { node: hit.id };
  let best = null, least = 6 / scale;
  for (const line of CROWD.lines.values()) {
    if (Math.min(line.a.x, line.b.x, line.cx) > x + least || Math.max(line.a.x, line.b.x, line.cx) < x - least) continue;
    const far = line.bent ? Math.min(...[0.1, 0.3, 0.5, 0.7, 0.9].map((share) => farFrom(x, y, crowdPoint(line, share - 0.1), crowdPoint(line, share + 0.1))))
      : farFrom(x, y, line.a, line.b);
    if (far < least) [best, least] = [line.edge, far];
  }
  return best && sight.x0 <= x && x <= sight.x1 ? { edge: best.id } : null;
}

// How far a point is from a straight line between two.
function farFrom(x, y, a, b) {
  const wide = b.x - a.x, high = b.y - a.y, share = Math.max(0, Math.min(1, ((x - a.x) * wide + (y - a.y) * high) / (wide * wide + high * high || 1)));
  return Math.hypot(a.x + share * wide - x, a.y + share * high - y);
}
