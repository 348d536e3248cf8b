// Search in any script and case, with suggestions; a choice is picked in the view that shows it.
let INDEX = null;

function index() {
  if (!INDEX) INDEX = NODES.map((node) => [node, [...new Set(allNames(node).filter(Boolean).map(plain))]]);
  return INDEX;
}

// All names of a thing, in three languages; of a country those of the list.
function allNames(node) {
  return node.names.some(Boolean) ? node.names : FACTS.countries[node.country] || [nameOf(node)];
}

function found(query) {
  const wanted = plain(query).split(" ").filter(Boolean);
  if (!wanted.length) return [];
  const hits = [];
  for (const [node, names] of index()) {
    let best = 0;
    for (const name of names) {
      if (!wanted.every((word) => name.includes(word))) continue;
      const starts = wanted.filter((word) => ` ${name}`.includes(` ${word}`)).length;
      best = Math.max(best, 1 + starts + (name.startsWith(wanted[0]) ? 1 : 0));
    }
    if (best) hits.push([best + (node.drawn === undefined ? 0 : 0.5), EDGES_OF[node.id].length, node]);
  }
  hits.sort((a, b) => b[0] - a[0] || b[1] - a[1] || a[2].id - b[2].id);
  return hits.slice(0, 12).map((hit) => hit[2]);
}

function startSearch(pick) {
  const input = document.getElementById("search"), list = document.getElementById("suggestions");
  let hits = [], at = -1;
  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (node) => {
    input.value = "";
    close();
    pick({ node: node.id });
  };
  const draw = () => {
    list.replaceChildren(...hits.map((node, index) => {
      const item = el("li", { role: "option", id: `hit-${index}`, "aria-selected": String(index === at) },
        dot(node.group), " ", bdi(nameOf(node)), el("small", {}, secondLine(node)));
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        choose(node);
      });
      return item;
    }));
    if (!hits.length) list.append(el("li", { role: "option", "aria-selected": "false", "aria-disabled": "true" }, t("search_none")));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", `hit-${at}`);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  input.addEventListener("input", () => {
    hits = found(input.value);
    at = hits.length ? 0 : -1;
    draw();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (list.hidden || !hits.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = (at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      event.preventDefault();
      draw();
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(hits[Math.max(at, 0)]);
    }
  });
  input.addEventListener("blur", close);
}

function secondLine(node) {
  const others = [...new Set(allNames(node).filter((name) => name && name !== nameOf(node)))];
  const made = el("span", {}, t(`type_${node.type}`));
  for (const name of others.slice(0, 1)) made.append(" · ", bdi(name));
  return made;
}
