// Size and colour of what is drawn, by measures worked out beforehand.
const COLOURINGS = ["group", "type", ...["core", "degree"].filter((name) => FACTS.sizes.includes(name))];
const MOST = new Map();

function measureOf(node, name) {
  const values = DRAWN.measures[name];
  return values && node.drawn !== undefined ? values[node.drawn] : 0;
}

function greatest(name) {
  if (!MOST.has(name)) MOST.set(name, (DRAWN.measures[name] || []).reduce((a, b) => Math.max(a, b), 0));
  return MOST.get(name);
}

// Radius in pixels: more, a little larger, never so much as to shout.
function sizeOf(node) {
  if (KIND === "countries") return 10 + 14 * shareOf(node, STATE.size);
  if (STATE.size === "degree") return Math.min(7 + 1.7 * Math.sqrt(measureOf(node, "degree")), 18);
  if (STATE.size === "none") return 9;
  return 7 + 12 * shareOf(node, STATE.size);
}

// From 0 to 1, how much a thing measures beside the greatest; small ones are told apart.
function shareOf(node, name) {
  return Math.sqrt(measureOf(node, name) / (greatest(name) || 1));
}

// The step of a scale from few to many, 1 to 5.
function stepOf(node, name) {
  return Math.max(1, Math.min(5, Math.ceil(shareOf(node, name) * 5)));
}

function colourOf(node) {
  if (STATE.colour === "group") return COLOURS[node.group];
  if (STATE.colour === "type") return COLOURS[`type-${node.type.toLowerCase()}`];
  return COLOURS[`step-${stepOf(node, STATE.colour)}`];
}

const NUMBERS = new Map();
function told(value) {
  if (!NUMBERS.has(STATE.language)) NUMBERS.set(STATE.language, new Intl.NumberFormat(STATE.language));
  return value === 0 ? "0" : NUMBERS.get(STATE.language).format(Number(value.toPrecision(3)));
}

// The word for a measure: among partners their number, elsewhere that of those tied to.
function measureWord(name, prefix = "measure_") {
  return t(prefix + (name === "degree" && KIND !== "partners" && KIND !== "countries" ? "ties" : name));
}

function drawLook(changed) {
  const pickOne = (title, words, values, key) => {
    const select = el("select", { id: `look-${key}` }, ...values.map((name) => el("option", { value: name }, words(name))));
    select.value = STATE[key];
    select.addEventListener("change", () => { STATE[key] = select.value; changed(); });
    return el("label", { class: "field" }, el("span", {}, t(title)), select);
  };
  document.getElementById("look-sheet").replaceChildren(
    pickOne("size_by", measureWord, [...FACTS.sizes, "none"], "size"),
    pickOne("colour_by", (name) => (name === "degree" ? measureWord(name) : t(`colour_${name}`)), COLOURINGS, "colour"),
    el("p", { class: "quiet" }, t("measures_note")));
}
