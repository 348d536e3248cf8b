// Light and dark, and the colours that the picture draws with.
let COLOURS = {};

function currentTheme() {
  return STATE.theme || (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

function applyTheme() {
  document.documentElement.dataset.theme = currentTheme();
  const style = getComputedStyle(document.documentElement);
  const names = ["ground", "sheet", "ink", "soft", "line", "accent", "edge", "edge-strong", "zone", "zone-ink",
    ...FACTS.groups, ...FACTS.types.map((type) => `type-${type.toLowerCase()}`), ...[1, 2, 3, 4, 5].map((n) => `step-${n}`)];
  COLOURS = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

const SHAPES = {
  Organization: "dot", Person: "dot", Place: "hexagon", Event: "diamond", Agreement: "square", Project: "triangle",
};

// The corners of those shapes that have some, around a middle, for a radius of 1.
const CORNERS = {
  Event: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
  Agreement: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  Project: [[0, -1.1], [1, 0.9], [-1, 0.9]],
  Place: [[-0.5, -0.87], [0.5, -0.87], [1, 0], [0.5, 0.87], [-0.5, 0.87], [-1, 0]],
};

// How each kind of edge is drawn: colour, width, dashes.
const EDGE_STYLES = {
  "agreement": ["edge-strong", 2.6, false],
  "joint-project": ["accent", 2, false],
  "co-organiser": ["accent", 1.6, [7, 5]],
  "cooperation": ["edge-strong", 1.6, [2, 5]],
  "co-participation": ["edge", 0.6, [2, 4]],
  "part-of": ["edge", 1.2, [6, 4]],
  "party": ["edge-strong", 1.6, false],
  "signatory": ["accent", 1.6, false],
  "covers": ["edge", 1.4, [2, 4]],
  "concluded-at": ["edge", 1.2, [6, 4]],
};
// How people and bodies took part, in the picture of people and events.
const ROLE_STYLES = {
  "organizer": ["accent", 2.2, false],
  "host": ["accent", 1.6, [7, 5]],
  "moderator": ["edge-strong", 1.8, [7, 4]],
  "speaker": ["edge-strong", 1.2, false],
  "participant": ["edge", 1.2, false],
};

function edgeStyle(kind, role) {
  const [colour, width, dashes] = (role && KIND === "people" && ROLE_STYLES[role]) || EDGE_STYLES[kind] || ["edge", 1.2, false];
  return { colour: COLOURS[colour], width, dashes };
}

function isMutual(kind) {
  return FACTS.partnerKinds.includes(kind) || kind === "co-participation";
}
