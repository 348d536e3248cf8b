// Names on the picture: always of one readable size, never one over another. What finds no room waits for a closer look.
const WIDE_FONT = '12.5px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif';
const NARROW_FONT = WIDE_FONT.replace("12.5px", "11px");
const EDGE_FONT = WIDE_FONT.replace("12.5px", "italic 11.5px");
const MOST_LABELS = 420;
const MOST_TRIED = 1200;
const MOST_OVER = 60;
const MOST_RESHAPED = 24;
const ASIDE = 6; // kept free on either side of a name: two on one line would else read as one
const LEAST_LETTERS = 9; // of a cut name
const LABELLED_KINDS = new Set(["agreement", "joint-project", "co-organiser"]);
let LABEL_BOXES = [];
let WRAPPED = new Map();

// Lines of a label, cut at words; a name too long for the lines ends in "…". Isolated, so that no mark inside turns it.
function wrapped(ctx, text, width, most) {
  const key = `${ctx.font}|${width}|${most}|${text}`;
  const before = WRAPPED.get(key);
  if (before) return before;
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, " ").replace(/\s+/g, " ").trim();
  const lines = [];
  let line = "";
  for (const word of clean.split(" ").flatMap((text) => pieces(ctx, text, width).map((part, place) => ({ text: part, joined: place > 0 })))) {
    const longer = line ? (word.joined ? line + word.text : `${line} ${word.text}`) : word.text;
    if (line && ctx.measureText(longer).width > width) {
      lines.push(line);
      line = word.text;
    } else line = longer;
  }
  if (line) lines.push(line);
  if (lines.length > most) {
    lines.length = most;
    let last = lines[most - 1];
    while (last && ctx.measureText(`${last}…`).width > width) last = last.replace(/\s?\S$/u, "");
    lines[most - 1] = `${last}…`;
  }
  const made = { lines, width: Math.max(1, ...lines.map((each) => ctx.measureText(each).width)) };
  WRAPPED.set(key, made);
  return made;
}

function pieces(ctx, word, width) {
  if (ctx.measureText(word).width <= width) return [word];
  if (/[-–/]\p{L}/u.test(word)) return word.split(/(?<=[-–/])/).flatMap((part) => pieces(ctx, part, width));
  const letters = Array.from(word), found = [];
  while (letters.length) {
    let part = letters.shift();
    while (letters.length && ctx.measureText(`${part + letters[0]}-`).width <= width) part += letters.shift();
    found.push(letters.length && /\p{L}$/u.test(part) ? `${part}-` : part);
  }
  return found;
}

// Boxes already taken, found by a grid of cells.
class Taken {
  constructor() { this.cells = new Map(); }
  *around(box) {
    for (let x = Math.floor(box.x0 / 120); x <= Math.floor(box.x1 / 120); x++) {
      for (let y = Math.floor(box.y0 / 60); y <= Math.floor(box.y1 / 60); y++) yield `${x}:${y}`;
    }
  }
  free(box, but) {
    for (const cell of this.around(box)) {
      for (const other of this.cells.get(cell) || []) {
        if ((but === undefined || other.of !== but) && box.x0 < other.x1 && other.x0 < box.x1 && box.y0 < other.y1 && other.y0 < box.y1) return false;
      }
    }
    return true;
  }
  add(box) {
    for (const cell of this.around(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }
}

function boxAt(x, y, block, height) {
  return { x0: x - block.width / 2 - ASIDE, x1: x + block.width / 2 + ASIDE, y0: y - 1, y1: y + block.lines.length * height + 1 };
}

// Places for a node's name, the best first: below, above, right, left of it, then at its corners.
function nodePlaces(x, y, radius, block, height) {
  const high = block.lines.length * height, aside = radius + 7 + block.width / 2;
  return [[x, y + radius + 4], [x, y - radius - 4 - high], [x + aside, y - high / 2], [x - aside, y - high / 2],
    ...[1, -1].flatMap((side) => [[x + 0.86 * side * aside, y + 0.6 * radius + 2], [x + 0.86 * side * aside, y - 0.6 * radius - 2 - high]])];
}

// A free place for an edge's name: on the line or close by it, first at its middle.
function edgePlace(tie, block, taken, picture) {
  const high = block.lines.length * 14;
  for (const share of [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7]) {
    const [x, y] = tie.at(share);
    for (const top of [y - high / 2, y - high - 3, y + 3]) {
      const box = boxAt(x, top, block, 14);
      if (picture.inside(box) && taken.free(box)) return box;
    }
  }
  return null;
}

// The name of a group of countries at the upper left of its field.
function drawHeading(ctx, { group, x, y, text, colour }, taken) {
  ctx.font = WIDE_FONT.replace("12.5px", "600 11.5px");
  const box = { x0: x, x1: x + ctx.measureText(text).width + 2, y0: y, y1: y + 15, text, group };
  taken.add(box);
  LABEL_BOXES.push(box);
  ctx.fillStyle = colour;
  ctx.textAlign = "left";
  ctx.fillText(text, x, y + 11.5);
  ctx.textAlign = "center";
}

function drawBlock(ctx, block, box, height, colour, halo) {
  const x = (box.x0 + box.x1) / 2;
  block.lines.forEach((line, row) => {
    const text = `\u2068${line}\u2069`, y = box.y0 + 1 + row * height + height * 0.78;
    ctx.strokeStyle = halo;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
  });
}

// picture: {headings, items: [{node, x, y, radius, strong}], ties: [{edge, at: t => [x, y], strong}], crowded, narrow, closed: boxes kept free, inside: box => boolean}, in CSS pixels.
function drawLabels(ctx, picture) {
  const taken = new Taken(), height = FACTS.label.height - (picture.narrow ? 2 : 0);
  const size = picture.narrow ? [88, 3] : picture.crowded ? [FACTS.label.crowdedWidth, FACTS.label.crowdedLines] : [FACTS.label.width, FACTS.label.lines];
  LABEL_BOXES = [];
  ctx.textAlign = "center";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  // In a dense picture the first names stand over the small dots; else none would have room.
  const dense = picture.items.length > MOST_TRIED;
  for (const item of dense ? picture.items.slice(0, MOST_OVER) : picture.items) {
    taken.add({ x0: item.x - item.radius, x1: item.x + item.radius, y0: item.y - item.radius, y1: item.y + item.radius, of: item.node.id });
  }
  for (const box of picture.closed) taken.add(box);
  for (const heading of picture.headings) drawHeading(ctx, heading, taken);
  ctx.font = picture.narrow ? NARROW_FONT : WIDE_FONT;
  let tried = 0;
  for (const item of picture.items) {
    if ((LABEL_BOXES.length >= MOST_LABELS || ++tried > (dense ? MOST_OVER : MOST_TRIED)) && !item.strong) break;
    const fits = (box) => picture.inside(box) && taken.free(box, item.node.id);
    // The most important names are tried in other shapes too: narrow and high, or short.
    let block = null, box = null;
    for (const shape of tried <= MOST_RESHAPED && !dense ? [size, [84, 3], [84, 2], [124, 1]] : [size]) {
      block = wrapped(ctx, nameOf(item.node), ...shape);
      if (shape !== size && block.lines.join("").length < LEAST_LETTERS && block.lines.at(-1).endsWith("…")) continue;
      box = nodePlaces(item.x, item.y, item.radius, block, height).map(([x, y]) => boxAt(x, y, block, height)).find(fits);
      if (box) break;
    }
    if (!box) continue;
    taken.add(box);
    LABEL_BOXES.push({ ...box, text: block.lines.join(" "), node: item.node.id, lines: block.lines, height });
    drawBlock(ctx, block, box, height, item.faint ? COLOURS.soft : COLOURS.ink, COLOURS.sheet);
  }
  ctx.font = EDGE_FONT;
  const told = new Set();
  for (const tie of picture.ties) {
    const text = labelOf(tie.edge), key = tie.edge.kind === "agreement" ? tie.edge.id : `${tie.edge.kind}|${text}`;
    if (!text || told.has(key)) continue;
    const block = [[132, 2], [104, 3], [96, 2]].map((size) => wrapped(ctx, text, ...size)).find((each) => edgePlace(tie, each, taken, picture));
    if (!block) continue;
    const box = edgePlace(tie, block, taken, picture);
    told.add(key);
    taken.add(box);
    LABEL_BOXES.push({ ...box, text: block.lines.join(" "), edge: tie.edge.id, lines: block.lines, height: 14 });
    drawBlock(ctx, block, box, 14, tie.strong ? COLOURS.ink : COLOURS.soft, COLOURS.sheet);
  }
}

function labelUnder(x, y) {
  return LABEL_BOXES.find((box) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1);
}
