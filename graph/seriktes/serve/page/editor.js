// The query page with YASGUI's editor and table of answers. Without this script the page is a form that the server answers.
(() => {
  "use strict";
  const { Yasqe, Yasr } = window;
  const form = document.querySelector("form.asking");
  const text = document.getElementById("query");
  const about = JSON.parse(document.getElementById("vocabulary").textContent);
  const words = document.getElementById("vocabulary").dataset;

  // Nobody else is asked: not prefix.cc for prefixes, not LOV for terms, not DBpedia for answers.
  const completer = (name, like, entries) =>
    Yasqe.forkAutocompleter(like, { name, bulk: true, get: () => Promise.resolve(entries), persistenceId: undefined });
  for (const name of ["prefixes", "property", "class"]) Yasqe.defaults.autocompleters = Yasqe.defaults.autocompleters.filter((n) => n !== name);
  completer("own-prefixes", "prefixes", Object.entries(about.prefixes).map(([name, iri]) => `${name}: <${iri}>`).sort());
  completer("own-properties", "property", about.properties);
  completer("own-classes", "class", about.classes);

  const place = document.createElement("div");
  place.lang = "en";
  place.className = "editor";
  text.before(place);
  const yasqe = new Yasqe(place, {
    value: text.value,
    autofocus: false,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    viewportMargin: Infinity,
    persistenceId: null,
    createShareableLink: null,
    consumeShareLink: null,
    prefixCcApi: null,
    requestConfig: { endpoint: new URL("/sparql", location.href).href, method: "POST" },
  });
  const field = yasqe.getInputField();
  field.setAttribute("aria-label", words.label);
  field.setAttribute("aria-describedby", "keys leave");
  for (const gutter of place.querySelectorAll(".CodeMirror-scroll")) gutter.tabIndex = 0, gutter.setAttribute("role", "group"), gutter.setAttribute("aria-label", words.label);
  text.hidden = true;
  document.getElementById("leave").hidden = false;
  document.querySelector("label[for=query]").addEventListener("click", () => yasqe.focus());

  // What the table of answers lacks: names for a screen reader, and links to the pages of this server.
  const lang = form.elements.lang && form.elements.lang.value;
  const mend = (sheet) => {
    const named = { "select.tableSizer": "Rows a page", "input.tableFilter": "Filter the rows" };
    for (const [which, name] of Object.entries(named))
      for (const found of sheet.querySelectorAll(which)) if (found.getAttribute("aria-label") !== name) found.setAttribute("aria-label", name);
    const first = sheet.querySelector("th:first-child .dt-column-title");
    if (first && !first.textContent) first.textContent = "№";
    for (const link of sheet.querySelectorAll(`a[href^="${about.base}"]`)) link.href = "/" + link.href.slice(about.base.length) + (lang ? `?lang=${lang}` : ""), link.target = "";
  };
  const answer = document.getElementById("answer");
  let yasr;
  const ask = () => {
    text.value = yasqe.getValue();
    history.replaceState(null, "", `?${new URLSearchParams(new FormData(form))}`);
    if (!yasr) {
      answer.replaceChildren(Object.assign(document.createElement("h2"), { textContent: words.answer }));
      const sheet = Object.assign(document.createElement("div"), { className: "answers", lang: "en" });
      answer.append(sheet);
      new MutationObserver(() => mend(sheet)).observe(sheet, { childList: true, subtree: true });
      yasr = new Yasr(sheet, { persistenceId: null, prefixes: about.prefixes, pluginOrder: ["table", "response"], defaultPlugin: "table" });
      yasqe.on("queryResponse", (_, response, duration) => yasr.setResponse(response, duration));
    }
    yasqe.query().catch(() => {}); // what went wrong is shown among the answers
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });
  yasqe.setOption("extraKeys", { ...yasqe.getOption("extraKeys"), "Ctrl-Enter": ask, "Cmd-Enter": ask, "Ctrl-S": false, Tab: false, "Shift-Tab": false });
})();
