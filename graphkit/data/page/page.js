"use strict";
// Draws the page's data and shows the words behind each line. Nothing of the data ever becomes
// markup: all of it goes through textContent, canvas text, or an href that starts with http(s).
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const nodeById = new Map(data.nodes.map((node) => [node.id, node]));
  const edgeById = new Map(data.edges.map((edge) => [edge.id, edge]));
  const edgesOf = new Map(data.nodes.map((node) => [node.id, []]));
  for (const edge of data.edges) {
    edgesOf.get(edge.from).push(edge);
    if (edge.to !== edge.from) edgesOf.get(edge.to).push(edge);
  }
  const BIG = 400; // nodes; above, lines are not drawn while the picture is dragged
  const MANY_EDGES = 600; // above, lines are drawn thinly so that the nodes stay visible
  const FAR = 0.36; // scale below which labels are too small to read
  const MOST_SIGNPOSTS = 14; // names written large over a picture seen from far
  const MOST_CARDS = 40; // stances listed at once
  const MOST_SUGGESTIONS = 8;
  const FAINT = 0.13;
  const SOLID = data.edges.length > MANY_EDGES ? 0.5 : 0.9;
  const CLEAR = "rgba(0,0,0,0)";
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const state = { polarities: new Set(), confidence: 0, chosen: null };

  // ---- DOM without markup -------------------------------------------------------------------
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else if (value !== null && value !== undefined) made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }
  const isolated = (text) => element("bdi", {}, text);
  const count = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

  // ---- filter -------------------------------------------------------------------------------
  const passes = (stance) =>
    stance.confidence >= state.confidence && state.polarities.has(stance.polarity);
  const shownStances = (edge) => edge.stances.map((i) => data.stances[i]).filter(passes);

  function readFilter() {
    const boxes = document.querySelectorAll("input[name=polarity]:checked");
    state.polarities = new Set([...boxes].map((box) => box.value));
    state.confidence = Number(byId("confidence").value);
    byId("confidence-value").textContent = state.confidence.toFixed(2);
  }

  // ---- colours ------------------------------------------------------------------------------
  function readColours() {
    const style = getComputedStyle(root);
    return (name) => style.getPropertyValue(`--${name}`).trim();
  }

  function nodeLook(node, colour, faint) {
    const isPolicy = node.group === "policy";
    const fill = colour(node.group);
    const edge = isPolicy ? colour("policy-edge") : fill;
    const bright = { background: fill, border: colour("text") };
    return {
      color: { background: fill, border: edge, highlight: bright, hover: bright },
      borderWidth: isPolicy ? 1.5 : 1,
      borderWidthSelected: 3,
      opacity: faint ? FAINT : 1,
      font: {
        size: 14,
        face: "system-ui, Segoe UI, Roboto, Helvetica Neue, DejaVu Sans, sans-serif",
        color: faint ? colour("rule") : colour(isPolicy ? "policy-text" : "text"),
        strokeWidth: isPolicy ? 0 : 3,
        strokeColor: colour("ground"),
      },
    };
  }

  function edgeLook(edge, stances, colour, faint) {
    const line = colour(edge.polarity);
    return {
      color: { color: line, highlight: line, hover: line, opacity: faint ? FAINT : SOLID },
      width: 1.5 + Math.log2(Math.max(stances, 1)),
      label: stances > 1 ? `${edge.sign} ${stances}` : edge.sign,
      font: {
        size: 17,
        color: faint ? CLEAR : line,
        background: faint ? CLEAR : colour("ground"),
        strokeWidth: 0,
        align: "horizontal",
      },
    };
  }

  // ---- picture ------------------------------------------------------------------------------
  function chosenNeighbours() {
    if (state.chosen === null) return null;
    const edges = state.chosen.kind === "edge"
      ? [edgeById.get(state.chosen.id)]
      : edgesOf.get(state.chosen.id);
    const nodes = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
    if (state.chosen.kind === "node") nodes.add(state.chosen.id);
    return { nodes, edges: new Set(edges.map((edge) => edge.id)) };
  }

  function looks() {
    const colour = readColours();
    const near = chosenNeighbours();
    const alive = new Set();
    const edges = data.edges.map((edge) => {
      const stances = shownStances(edge).length;
      if (stances > 0) alive.add(edge.from).add(edge.to);
      const faint = near !== null && !near.edges.has(edge.id);
      return { id: edge.id, hidden: stances === 0, ...edgeLook(edge, stances, colour, faint) };
    });
    const nodes = data.nodes.map((node) => {
      const faint = near !== null && !near.nodes.has(node.id);
      return { id: node.id, hidden: !alive.has(node.id), ...nodeLook(node, colour, faint) };
    });
    return { nodes, edges };
  }

  function drawn(record, look) {
    const { name, about, aliases, polarity, sign, stances, group, ...kept } = record;
    return { ...kept, ...look };
  }

  readFilter();
  const first = looks();
  const nodes = new vis.DataSet(data.nodes.map((node, i) => drawn(node, first.nodes[i])));
  const edges = new vis.DataSet(data.edges.map((edge, i) => drawn(edge, first.edges[i])));
  const network = new vis.Network(byId("network"), { nodes, edges }, {
    ...data.options,
    nodes: { scaling: { label: { drawThreshold: 6 } }, shapeProperties: { interpolation: false }, margin: { top: 8, bottom: 8, left: 10, right: 10 } },
    edges: {
      smooth: false,
      arrows: { to: { enabled: true, scaleFactor: 0.45 } },
      arrowStrikethrough: false,
      hoverWidth: 1.5,
      selectionWidth: 2,
      scaling: { label: { drawThreshold: 7 } },
    },
    interaction: {
      hover: true,
      hideEdgesOnDrag: data.nodes.length > BIG,
      hideEdgesOnZoom: data.nodes.length > BIG,
      keyboard: { enabled: true, bindToWindow: false },
      selectConnectedEdges: false,
      tooltipDelay: 100000,
    },
  });
  const fitAll = (animation) => {
    const alive = nodes.getIds({ filter: (node) => !node.hidden });
    network.fit({ nodes: alive, maxZoomLevel: 1.3, animation });
  };
  fitAll(false);
  const moved = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

  // From far away all labels are too small, so the best connected nodes are named in full size.
  const byDegree = [...data.nodes].sort(
    (a, b) => edgesOf.get(b.id).length - edgesOf.get(a.id).length || a.name.localeCompare(b.name, "en"));
  const wellConnected = Math.max(3, edgesOf.get(byDegree[0].id).length / 12);
  const clean = new Map(data.nodes.map((node) => [node.id, node.label.replace(/\n/g, " ")]));

  function signposts(context) {
    const scale = network.getScale();
    if (scale >= FAR) return;
    const colour = readColours();
    const near = chosenNeighbours();
    const size = 12 / scale;
    const taken = [];
    context.font = `600 ${size}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    for (const { id } of byDegree) {
      if (taken.length >= MOST_SIGNPOSTS || edgesOf.get(id).length < wellConnected) break;
      if (nodes.get(id).hidden || (near !== null && !near.nodes.has(id))) continue;
      const { x, y } = network.getPosition(id);
      const half = context.measureText(clean.get(id)).width / 2 + size / 2;
      const box = { left: x - half, right: x + half, top: y, bottom: y + 2.2 * size };
      if (taken.some((o) => box.left < o.right && o.left < box.right && box.top < o.bottom && o.top < box.bottom)) continue;
      taken.push(box);
      context.lineWidth = size / 3;
      context.strokeStyle = colour("ground");
      context.strokeText(clean.get(id), x, y + size * 0.8);
      context.fillStyle = colour("text");
      context.fillText(clean.get(id), x, y + size * 0.8);
    }
  }
  network.on("afterDrawing", signposts);

  function repaint() {
    const look = looks();
    nodes.update(look.nodes);
    edges.update(look.edges);
  }

  function recount() {
    const passing = data.stances.filter(passes).length;
    byId("filtered-out").hidden = passing > 0;
    byId("status").textContent =
      `${passing.toLocaleString("en")} of ${count(data.stances.length, "stance", "stances")} shown`;
    for (const row of document.querySelectorAll("tr[data-stance]")) {
      row.hidden = !passes(data.stances[Number(row.dataset.stance)]);
    }
  }

  // ---- cards --------------------------------------------------------------------------------
  function sourceLine(quote) {
    const line = element("p", { class: "source" });
    if (quote.link !== null && /^https?:\/\//i.test(quote.link)) {
      line.append(element(
        "a",
        { href: quote.link, target: "_blank", rel: "noopener noreferrer" },
        isolated(quote.title),
      ));
    } else {
      line.append(isolated(quote.title));
    }
    if (quote.publisher) line.append(" · ", isolated(quote.publisher));
    if (quote.date) line.append(" · ", element("time", { datetime: quote.date }, quote.date));
    return line;
  }

  function factsLine(stance) {
    const facts = [];
    if (stance.office) facts.push(["speaking as ", isolated(stance.office)]);
    else if (stance.officeKnown) facts.push(["known as ", isolated(stance.officeKnown)]);
    if (stance.statedOn && stance.statedOn !== stance.quotes[0].date) facts.push([`on ${stance.statedOn}`]);
    facts.push([[...new Set(stance.quotes.map((quote) => quote.evidence))].join(", ")]);
    facts.push([`confidence ${stance.confidence.toFixed(2)}`]);
    facts.push([stance.review]);
    const line = element("p", { class: "facts" });
    facts.forEach((parts, place) => line.append(...(place > 0 ? [" · "] : []), ...parts));
    return line;
  }

  function stanceArticle(stance) {
    const quotes = stance.quotes.map((quote) => element(
      "blockquote",
      { dir: "auto" },
      element("span", { class: "context" }, quote.prefix),
      element("mark", {}, quote.exact),
      element("span", { class: "context" }, quote.suffix),
    ));
    return element(
      "article",
      { class: `stance ${stance.polarity}` },
      element("p", { class: "chip" }, `${stance.sign} ${stance.polarity}`),
      ...quotes,
      sourceLine(stance.quotes[0]),
      factsLine(stance),
    );
  }

  function nodeButton(id) {
    return element(
      "button",
      { type: "button", class: "link-button", onclick: () => choose({ kind: "node", id }, { center: true }) },
      isolated(nodeById.get(id).name),
    );
  }

  function stanceList(edgesShown, heading) {
    const blocks = edgesShown.flatMap((edge) =>
      shownStances(edge).map((stance, place) => ({ edge, stance, opens: place === 0 })));
    const list = element("div");
    const add = (from) => {
      for (const { edge, stance, opens } of blocks.slice(from, from + MOST_CARDS)) {
        if (opens && heading) list.append(heading(edge));
        list.append(stanceArticle(stance));
      }
      const rest = blocks.length - from - MOST_CARDS;
      if (rest <= 0) return;
      const more = element("button", { type: "button", class: "more" }, `Show ${rest.toLocaleString("en")} more`);
      more.addEventListener("click", () => { more.remove(); add(from + MOST_CARDS); });
      list.append(more);
    };
    add(0);
    const all = edgesShown.reduce((sum, edge) => sum + edge.stances.length, 0);
    if (all > blocks.length) {
      list.append(element("p", { class: "hint more" }, `${count(all - blocks.length, "stance is", "stances are")} hidden by the filter.`));
    }
    return list;
  }

  function showCard(title, about, body) {
    const close = element("button", { type: "button", "aria-label": "Close", onclick: () => choose(null) }, "×");
    const card = byId("card");
    card.replaceChildren(
      element("div", { class: "card-head" }, element("h2", { id: "card-title" }, ...title), close),
      ...(about ? [element("p", { class: "about" }, about)] : []),
      body,
    );
    card.scrollTop = 0;
  }

  const hint = [...byId("card").childNodes].map((child) => child.cloneNode(true));

  function edgeCard(edge) {
    const sentence = [nodeButton(edge.from), ` ${edge.polarity === "neutral" ? "is neutral on" : edge.polarity} `, nodeButton(edge.to)];
    const from = nodeById.get(edge.from);
    showCard(sentence, from.about, stanceList([edge], null));
  }

  function nodeCard(node) {
    const own = edgesOf.get(node.id);
    const heading = (edge) => edge.from === node.id
      ? element("h3", {}, edge.polarity === "neutral" ? "is neutral on " : `${edge.polarity} `, nodeButton(edge.to))
      : element("h3", {}, nodeButton(edge.from), edge.polarity === "neutral" ? " is neutral on this" : ` ${edge.polarity} this`);
    const about = [node.about];
    if (node.aliases.length > 0) about.push(`also: ${node.aliases.join(", ")}`);
    showCard([isolated(node.name)], about.join(" · "), stanceList(own, heading));
  }

  function choose(what, { center = false, focusCard = false } = {}) {
    state.chosen = what;
    if (what === null) {
      network.unselectAll();
      byId("card").replaceChildren(...hint.map((child) => child.cloneNode(true)));
    } else if (what.kind === "edge") {
      network.setSelection({ nodes: [], edges: [what.id] });
      edgeCard(edgeById.get(what.id));
    } else {
      network.setSelection({ nodes: [what.id], edges: [] }, { highlightEdges: false });
      nodeCard(nodeById.get(what.id));
      if (center) network.focus(what.id, { scale: Math.max(network.getScale(), 0.9), animation: moved() });
    }
    repaint();
    if (what !== null && focusCard) byId("card").focus({ preventScroll: false });
  }

  network.on("click", (event) => {
    if (event.nodes.length > 0) choose({ kind: "node", id: event.nodes[0] });
    else if (event.edges.length > 0) choose({ kind: "edge", id: event.edges[0] });
    else if (state.chosen !== null) choose(null);
  });
  const stage = byId("network");
  for (const kind of ["Node", "Edge"]) {
    network.on(`hover${kind}`, () => { stage.style.cursor = "pointer"; });
    network.on(`blur${kind}`, () => { stage.style.cursor = ""; });
  }

  // ---- search -------------------------------------------------------------------------------
  const search = byId("search");
  const suggestions = byId("suggestions");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const index = data.nodes.map((node) => ({ node, words: [node.name, ...node.aliases].map(fold) }));
  let active = -1;

  function rank(words, wanted) {
    let best = 3;
    for (const word of words) {
      if (word.startsWith(wanted)) best = Math.min(best, 0);
      else if (word.includes(` ${wanted}`)) best = Math.min(best, 1);
      else if (word.includes(wanted)) best = Math.min(best, 2);
    }
    return best;
  }

  function found(query) {
    const wanted = fold(query.trim());
    if (wanted === "") return [];
    return index
      .map(({ node, words }) => ({ node, rank: rank(words, wanted) }))
      .filter((hit) => hit.rank < 3)
      .sort((a, b) => a.rank - b.rank || a.node.name.localeCompare(b.node.name, "en"))
      .slice(0, MOST_SUGGESTIONS)
      .map((hit) => hit.node);
  }

  function mark(place) {
    active = place;
    [...suggestions.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === place)));
    if (place >= 0) search.setAttribute("aria-activedescendant", `suggestion-${place}`);
    else search.removeAttribute("aria-activedescendant");
  }

  function closeSuggestions() {
    suggestions.hidden = true;
    suggestions.replaceChildren();
    search.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function take(node) {
    search.value = node.name;
    closeSuggestions();
    showView("picture");
    choose({ kind: "node", id: node.id }, { center: true, focusCard: false });
  }

  function suggest() {
    const hits = found(search.value);
    if (search.value.trim() === "") return closeSuggestions();
    const items = hits.map((node, i) => element(
      "li",
      { role: "option", id: `suggestion-${i}`, "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(node); } },
      isolated(node.name),
      element("small", {}, node.about),
    ));
    if (items.length === 0) items.push(element("li", { class: "none", role: "option", "aria-disabled": "true" }, "Nothing by that name"));
    suggestions.replaceChildren(...items);
    suggestions.hidden = false;
    search.setAttribute("aria-expanded", "true");
    mark(hits.length > 0 ? 0 : -1);
  }

  search.addEventListener("input", suggest);
  search.addEventListener("blur", closeSuggestions);
  search.addEventListener("keydown", (event) => {
    const hits = found(search.value);
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && hits.length > 0) {
      event.preventDefault();
      if (suggestions.hidden) suggest();
      else mark((active + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (hits.length > 0) take(hits[Math.max(active, 0)]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      search.value = "";
      closeSuggestions();
      choose(null);
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
    if (event.key === "/" && !typing) { event.preventDefault(); search.focus(); }
    if (event.key === "Escape" && !typing && state.chosen !== null) choose(null);
  });

  // ---- tools, views, table ------------------------------------------------------------------
  function showView(name) {
    const table = name === "table";
    byId("picture").hidden = table;
    byId("table").classList.toggle("open", table);
    byId("view-picture").setAttribute("aria-pressed", String(!table));
    byId("view-table").setAttribute("aria-pressed", String(table));
    if (!table) network.redraw();
  }

  function refilter() {
    readFilter();
    recount();
    if (state.chosen === null) repaint();
    else choose(state.chosen);
  }

  byId("tools").addEventListener("submit", (event) => event.preventDefault());
  byId("confidence").addEventListener("input", refilter);
  for (const box of document.querySelectorAll("input[name=polarity]")) box.addEventListener("change", refilter);
  byId("view-picture").addEventListener("click", () => showView("picture"));
  byId("view-table").addEventListener("click", () => showView("table"));
  byId("zoom-in").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.4, animation: moved() }));
  byId("zoom-out").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.4, animation: moved() }));
  byId("zoom-fit").addEventListener("click", () => fitAll(moved()));

  function sortTable(head) {
    const column = [...head.parentElement.children].indexOf(head);
    const ascending = head.getAttribute("aria-sort") !== "ascending";
    for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const numeric = head.hasAttribute("data-number");
    const body = document.querySelector("tbody");
    const rows = [...body.rows].map((row) => ({ row, key: row.cells[column].textContent.trim() }));
    rows.sort((a, b) => (numeric ? Number(a.key) - Number(b.key) : a.key.localeCompare(b.key, "en")));
    if (!ascending) rows.reverse();
    body.append(...rows.map(({ row }) => row));
  }
  for (const head of document.querySelectorAll("thead th")) {
    head.firstElementChild.addEventListener("click", () => sortTable(head));
  }

  // ---- theme, print, ready ------------------------------------------------------------------
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  const forPaper = (onPaper) => {
    root.classList.toggle("paper", onPaper);
    repaint();
    network.redraw();
  };
  addEventListener("beforeprint", () => forPaper(true));
  addEventListener("afterprint", () => forPaper(false));

  // Only a drawn label has a size, so the picture is fitted again once all of them are drawn.
  network.once("afterDrawing", () => {
    fitAll(false);
    network.once("afterDrawing", () => {
      requestAnimationFrame(() => { root.dataset.ready = "true"; });
    });
    network.redraw();
  });
  recount();
  globalThis.graphkit = Object.freeze({ network, choose });
})();
