// Light and dark, and the colours that the picture draws with.
let COLOURS = {};

function currentTheme() {
  return STATE.theme || (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

function applyTheme() {
  document.documentElement.dataset.theme = currentTheme();
  const style = getComputedStyle(document.documentElement);
  const names = ["ground", "sheet", "ink", "soft", "line", "accent", "edge", "edge-strong", "zone", "zone-ink",
    ...FACTS.groups];
  COLOURS = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

const SHAPES = {
  Organization: "dot", Person: "dot", Place: "hexagon", Event: "diamond", Agreement: "square", Project: "triangle",
};

// How each kind of edge is drawn: colour, width, dashes.
const EDGE_STYLES = {
  "agreement": ["edge-strong", 2.6, false],
  "joint-project": ["accent", 2, false],
  "co-organiser": ["accent", 1.6, [7, 5]],
  "cooperation": ["edge-strong", 1.6, [2, 5]],
  "co-participation": ["edge", 0.6, [2, 4]],
  "part-of": ["edge", 1.2, [6, 4]],
};
function edgeStyle(kind) {
  const [colour, width, dashes] = EDGE_STYLES[kind] || ["edge", 1.2, false];
  return { colour: COLOURS[colour], width, dashes };
}

function isMutual(kind) {
  return FACTS.partnerKinds.includes(kind) || kind === "co-participation";
}
