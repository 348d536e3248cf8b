// Words and names in the language chosen, and elements made of text only.
function t(key, values) {
  const forms = (FACTS.strings[STATE.language][key] || FACTS.strings.en[key] || key).split("|");
  const text = forms.length === 1 ? forms[0] : forms[Math.min(formOf(values ? values.count : 0), forms.length - 1)];
  return text.replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? String(values[name]) : whole));
}

// Which of the forms parted by | a number asks for: English one, other; Russian one, few, many.
const FORMS = { one: 0, few: 1, other: 1, many: 2 };
function formOf(count) {
  return FORMS[new Intl.PluralRules(STATE.language).select(count)];
}

function known(prefix, value) {
  const key = prefix + value;
  return FACTS.strings[STATE.language][key] ? t(key) : value;
}

function nameOf(node, language) {
  const order = [language || STATE.language, ...FACTS.languages];
  for (const wanted of order) {
    const name = node.names[FACTS.languages.indexOf(wanted)];
    if (name) return name;
  }
  return node.members ? countryName(node.country) : node.key;
}

function labelOf(edge) {
  if (edge.via !== undefined) return nameOf(NODES[edge.via]);
  if (edge.kind === "participation") return known("role_", edge.label || "participant");
  return edge.label || "";
}

function countryName(code) {
  if (!code || code === "?") return t("unknown");
  const names = FACTS.countries[code];
  return names ? names[FACTS.languages.indexOf(STATE.language)] : known("country_", code);
}

function dateOf(edge) {
  return edge.day || "";
}

function span(node) {
  if (!node.start) return "";
  return node.start === node.end ? node.start : `${node.start} – ${node.end}`;
}

// el("p", {class: "quiet"}, "text", childNode): text is always put in as text.
function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "click") made.addEventListener("click", value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

// A name from a document, kept from turning the text around it (right-to-left marks).
function bdi(text, language) {
  const made = el("bdi", language ? { lang: language } : {});
  made.textContent = text;
  return made;
}

function dot(group) {
  const made = el("span", { class: "dot", "aria-hidden": "true" });
  made.style.background = `var(--${group})`;
  return made;
}

// Letters of any script and case brought to one plain Latin spelling, for searching.
const PLAIN = {
  а: "a", ә: "a", б: "b", в: "v", г: "g", ғ: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "i", к: "k",
  қ: "k", л: "l", м: "m", н: "n", ң: "n", о: "o", ө: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ұ: "u", ү: "u",
  ф: "f", х: "h", һ: "h", ц: "ts", ч: "ch", ш: "sh", щ: "sh", ъ: "", ы: "i", і: "i", ь: "", э: "e", ю: "iu", я: "ia",
  q: "k", w: "u", y: "i", j: "zh", x: "ks", "ı": "i", "ß": "ss",
};
const PLAINED = new Map();
function plain(text) {
  const before = PLAINED.get(text);
  if (before !== undefined) return before;
  let made = "";
  for (const letter of text.toLowerCase().replace(/й/g, "и").normalize("NFKD")) {
    if (/\p{M}/u.test(letter)) continue;
    if (letter in PLAIN) made += PLAIN[letter];
    else made += /[\p{L}\p{N}]/u.test(letter) ? letter : " ";
  }
  made = made.replace(/kh/g, "h").replace(/gh/g, "g").replace(/ie/g, "e").replace(/ng(?=\b)/g, "n")
    .replace(/([a-z])\1+/g, "$1").replace(/\s+/g, " ").trim();
  PLAINED.set(text, made);
  return made;
}
