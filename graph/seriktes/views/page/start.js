// The start page: which language and which light; both stand in the address and go along to the other pages.
const LANGUAGES = ["kk", "ru", "en"], ROOT = document.documentElement;
const state = new URLSearchParams(location.hash.slice(1));
const spoken = (navigator.languages || []).map((name) => name.slice(0, 2)).find((name) => LANGUAGES.includes(name));
let language = LANGUAGES.includes(state.get("lang")) ? state.get("lang") : spoken || "en";
let theme = ["light", "dark"].includes(state.get("theme")) ? state.get("theme") : null;
const light = () => theme || (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

function show() {
  ROOT.lang = language;
  ROOT.dataset.theme = light();
  for (const button of document.querySelectorAll("#languages button")) button.setAttribute("aria-pressed", String(button.dataset.value === language));
  const said = document.querySelector(`#theme .said[lang="${language}"]`).textContent;
  document.getElementById("theme").title = said;
  const kept = new URLSearchParams({ lang: language });
  if (theme) kept.set("theme", theme);
  history.replaceState(null, "", `#${kept}`);
  for (const link of document.querySelectorAll("a[data-page]")) link.href = `${link.dataset.page}.html#${kept}${link.dataset.chosen ? `&${link.dataset.chosen}` : ""}`;
}

for (const button of document.querySelectorAll("#languages button")) button.addEventListener("click", () => { language = button.dataset.value; show(); });
document.getElementById("theme").addEventListener("click", () => { theme = light() === "dark" ? "light" : "dark"; show(); });
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
show();
window.seriktes = { ready: true, labels: () => [] };
