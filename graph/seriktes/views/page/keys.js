// Keys: "/" to search, Escape to let go, and within the picture arrows from name to name, + and - to zoom, 0 for the whole.
function startKeys(pick) {
  document.addEventListener("keydown", (event) => {
    const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
    if (event.key === "Escape") {
      const open = [...document.querySelectorAll("details.menu[open]")];
      for (const menu of open) menu.open = false;
      if (open.length) open[0].querySelector("summary").focus();
      else if (STATE.selected && event.target.id !== "search") pick(null);
    } else if (event.key === "/" && !typing) {
      event.preventDefault();
      document.getElementById("search").focus();
    }
  });
  const network = document.getElementById("network");
  if (!network) return;
  network.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const turn = { "+": () => zoom(1.35), "=": () => zoom(1.35), "-": () => zoom(1 / 1.35), 0: () => refresh(true) }[event.key];
    if (way) step(way, pick);
    else if (turn) turn();
    else return;
    event.preventDefault();
  });
}

// To the nearest name in a direction; without a choice, to the one that measures most.
function step([right, down], pick) {
  const from = STATE.selected && PICTURE.at.get(STATE.selected.node);
  let best = null, least = Infinity;
  for (const node of PICTURE.nodes) {
    const at = PICTURE.at.get(node.id);
    const [x, y] = from ? [at.x - from.x, at.y - from.y] : [0, 0];
    const ahead = x * right + y * down, aside = Math.abs(x * down) + Math.abs(y * right);
    const far = from ? ahead + 2 * aside : -measureOf(node, "degree");
    if ((!from || (ahead > 0 && node.id !== STATE.selected.node)) && far < least) [best, least] = [node, far];
  }
  if (best) pick({ node: best.id });
}

function zoom(factor) {
  PICTURE.network.moveTo({ scale: PICTURE.network.getScale() * factor, animation: false });
}
