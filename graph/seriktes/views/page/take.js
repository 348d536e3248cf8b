// Take along: the picture as PNG or SVG, the page on paper, the address of what is seen.
const BENT_SHARES = Array.from({ length: 17 }, (_, place) => place / 16);
const SVG_NAME = "http://www.w3.org/2000/svg";

function save(blob, ending) {
  const link = el("a", { href: URL.createObjectURL(blob), download: `seriktes-${KIND}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function made(name, attributes, text) {
  const element = document.createElementNS(SVG_NAME, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

// What is seen of the network, as an SVG of its own.
function networkAsSvg() {
  const net = PICTURE.network, wide = HOLDER.clientWidth, high = HOLDER.clientHeight, scale = net.getScale();
  const svg = made("svg", { xmlns: SVG_NAME, viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, "font-family": "sans-serif" });
  svg.append(made("rect", { width: wide, height: high, fill: COLOURS.sheet }));
  const place = (point) => { const at = net.canvasToDOM(point); return [at.x.toFixed(1), at.y.toFixed(1)]; };
  for (const { group, x, y, wide: across, high: down } of zones()) {
    const [[left, top], heading] = [place({ x, y }).map(Number), LABEL_BOXES.find((box) => box.group === group)];
    svg.append(made("rect", { x: left, y: top, width: across * scale, height: down * scale, rx: 14 * scale, fill: COLOURS.zone }));
    if (heading) svg.append(made("text", { x: heading.x0, y: heading.y0 + 11.5, "font-size": 11.5, "font-weight": 600, fill: COLOURS[group] }, heading.text));
  }
  for (const edge of PICTURE.edges) {
    const style = edgeStyle(edge.kind, edge.kind === "participation" && roleOf(edge));
    if (!pointOn(edge.id, 0)) continue;
    const points = (isBent(edge.id) ? BENT_SHARES : [0, 1]).map((share) => place(pointOn(edge.id, share)).join(" "));
    svg.append(made("path", { d: `M${points.join("L")}`, fill: "none", stroke: style.colour, "stroke-width": style.width,
      ...(style.dashes ? { "stroke-dasharray": style.dashes.join(" ") } : {}) }));
  }
  for (const node of PICTURE.nodes) {
    const [x, y] = place(PICTURE.at.get(node.id)), r = Math.max(1, radiusOf(node) * scale), colour = colourOf(node);
    svg.append(made("path", { d: outline(node.type, r), transform: `translate(${x} ${y})`, fill: node.type === "Person" ? COLOURS.sheet : colour, stroke: colour, "stroke-width": 1.5 }));
  }
  for (const box of LABEL_BOXES.filter((each) => each.lines)) {
    const text = made("text", { "text-anchor": "middle", "font-size": box.node === undefined ? 11.5 : 12.5, fill: box.node === undefined ? COLOURS.soft : COLOURS.ink,
      stroke: COLOURS.sheet, "stroke-width": 3, "paint-order": "stroke" });
    box.lines.forEach((line, row) => text.append(made("tspan", { x: (box.x0 + box.x1) / 2, y: box.y0 + 1 + row * box.height + box.height * 0.78 }, line)));
    svg.append(text);
  }
  return svg;
}

// The legend below a picture that is saved, where it stands on the page.
function withLegend(svg) {
  const origin = HOLDER.getBoundingClientRect(), frame = document.getElementById("legend").getBoundingClientRect();
  const wide = Math.max(HOLDER.clientWidth, frame.right - origin.x), high = Math.max(HOLDER.clientHeight, frame.bottom - origin.y);
  for (const [name, value] of [["width", wide], ["height", high], ["viewBox", `0 0 ${wide} ${high}`]]) svg.setAttribute(name, value);
  svg.firstChild.setAttribute("width", wide);
  svg.firstChild.setAttribute("height", high);
  svg.append(made("rect", { x: 0, y: frame.y - origin.y, width: wide, height: frame.height, fill: COLOURS.sheet }));
  // Beside the network stands the heat map of countries, where it is in sight.
  const source = KIND === "countries" && document.querySelector("#drawing svg"), drawing = source && source.getBoundingClientRect();
  if (drawing && drawing.x >= origin.right - 1) {
    const copy = drawingAsSvg();
    for (const [name, value] of [["x", drawing.x - origin.x], ["y", drawing.y - origin.y], ["width", drawing.width], ["height", drawing.height]]) copy.setAttribute(name, value);
    svg.append(copy);
  }
  const range = document.createRange();
  for (const part of [...document.querySelectorAll("#legend > span:not(.hint)")].flatMap((entry) => [...entry.childNodes])) {
    range.selectNode(part);
    const box = range.getBoundingClientRect(), x = box.x - origin.x, y = box.y - origin.y;
    if (!box.width) continue;
    if (part.nodeType === Node.TEXT_NODE) svg.append(made("text", { x, y: y + box.height * 0.76, "font-size": 12.5, fill: COLOURS.soft }, part.textContent));
    else if (part.tagName === "svg") {
      const icon = part.cloneNode(true);
      for (const [name, value] of [["x", x], ["y", y], ["color", COLOURS.soft]]) icon.setAttribute(name, value);
      svg.append(icon);
    } else svg.append(made("circle", { cx: x + box.width / 2, cy: y + box.height / 2, r: box.width / 2, fill: getComputedStyle(part).backgroundColor }));
  }
  return svg;
}

function outline(type, r) {
  if (CORNERS[type]) return `M${CORNERS[type].map(([x, y]) => `${(x * r).toFixed(1)} ${(y * r).toFixed(1)}`).join("L")}Z`;
  return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

// A drawing of the page (timeline, heat map) with its colours written into it.
function drawingAsSvg() {
  const source = [...document.querySelectorAll("#drawing svg")].find((svg) => svg.getClientRects().length);
  if (!source) return null;
  const copy = source.cloneNode(true), from = source.querySelectorAll("*");
  copy.setAttribute("xmlns", SVG_NAME);
  copy.querySelectorAll("*").forEach((element, place) => {
    const style = getComputedStyle(from[place]);
    for (const name of ["fill", "stroke", "stroke-width", "font-size", "font-weight", "text-anchor", "opacity", "display"]) element.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["tabindex", "role", "class", "style"]) element.removeAttribute(name);
  });
  copy.setAttribute("font-family", "sans-serif");
  copy.prepend(made("rect", { width: "100%", height: "100%", fill: COLOURS.sheet }));
  return copy;
}

function asSvg() {
  return KIND === "timeline" ? drawingAsSvg() : withLegend(networkAsSvg());
}

function saveSvg() {
  const svg = asSvg();
  if (svg) save(new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" }), "svg");
}

// The SVG painted at twice its size, so that it prints well.
function savePng() {
  const svg = asSvg();
  if (!svg) return;
  const image = new Image(), canvas = document.createElement("canvas");
  image.onload = () => {
    canvas.width = 2 * image.width;
    canvas.height = 2 * image.height;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    canvas.toBlob((blob) => save(blob, "png"), "image/png");
  };
  image.src = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" }));
}

// Onto paper go light colours, the picture as an SVG that fits the sheet, and more rows of the table.
const MOST_PRINTED = 2000;
let PRINTING = null;

function startPrint() {
  window.addEventListener("beforeprint", () => {
    if (PRINTING) return;
    PRINTING = { theme: STATE.theme, limit: TABLE.limit };
    STATE.theme = "light";
    TABLE.limit = Math.max(TABLE.limit, MOST_PRINTED);
    applyTheme();
    if (KIND === "timeline") {
      restyle();
      HOLDER.after(...timelineSheets());
    } else {
      const svg = networkAsSvg();
      svg.setAttribute("class", "printed");
      HOLDER.after(svg);
    }
    drawTable(pick);
  });
  window.addEventListener("afterprint", () => {
    if (!PRINTING) return;
    STATE.theme = PRINTING.theme;
    TABLE.limit = PRINTING.limit;
    PRINTING = null;
    for (const each of document.querySelectorAll(".printed")) each.remove();
    applyTheme();
    refresh(false);
  });
}

function drawTake() {
  const entry = (words, act) => el("button", { type: "button", class: "row", click: () => { act(); document.getElementById("take").open = false; } }, t(words));
  document.getElementById("take-sheet").replaceChildren(
    entry("take_png", savePng), entry("take_svg", saveSvg), ...(KIND === "countries" ? [entry("take_matrix", saveMatrix)] : []),
    entry("take_print", () => window.print()),
    entry("take_link", () => navigator.clipboard && navigator.clipboard.writeText(location.href).catch(() => {})));
}

function saveMatrix() {
  const svg = drawingAsSvg();
  if (svg) save(new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" }), "svg");
}
