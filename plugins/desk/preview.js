// Put into every page of a preview, and into no other: follows the files and shows what was found.
{
  const script = document.currentScript;
  const home = "/__lanmu/";
  let { version } = script.dataset;
  script.remove();

  // As the page was sent: what its own scripts do to it later is left alone.
  let before = document.cloneNode(true);

  const kept = (store, key, value) => {
    // Storage may be refused; then nothing is remembered.
    try {
      if (value === undefined) return store.getItem(key);
      if (value === null) store.removeItem(key);
      else store.setItem(key, value);
    } catch { /* as above */ }
    return null;
  };

  // ------------------------------------------------------------ the page

  const SCROLL = "lanmu.preview.scroll";
  const reload = () => {
    kept(sessionStorage, SCROLL, JSON.stringify([location.href, scrollX, scrollY]));
    location.reload();
  };
  addEventListener("load", () => {
    const [url, x, y] = JSON.parse(kept(sessionStorage, SCROLL) ?? "[]");
    kept(sessionStorage, SCROLL, null);
    if (url === location.href) scrollTo({ left: x, top: y, behavior: "instant" });
  });

  const copy = node => document.importNode(node, true);

  const dress = (link, now) => {
    // The old style goes when the new one is there: the page is never bare.
    const fresh = copy(now);
    fresh.addEventListener("load", () => link.remove());
    fresh.addEventListener("error", () => link.remove());
    link.after(fresh);
  };

  // Bring `live`, which was sent as `old`, to what is sent `now`, and touch nothing that is the same.
  const patch = (live, old, now) => {
    if (old.isEqualNode(now)) return;
    if (live.nodeType !== Node.ELEMENT_NODE || live.nodeName !== now.nodeName) {
      live.replaceWith(copy(now));
    } else if (live.matches("link[rel=stylesheet]")) {
      dress(live, now);
    } else {
      attributes(live, old, now);
      children(live, old, now);
    }
  };

  const attributes = (live, old, now) => {
    for (const { name } of old.attributes) if (!now.hasAttribute(name)) live.removeAttribute(name);
    for (const { name, value } of now.attributes) {
      if (old.getAttribute(name) !== value) live.setAttribute(name, value);
    }
  };

  const children = (live, old, now) => {
    const [is, was, comes] = [live, old, now].map(node => [...node.childNodes]);
    if (is.length !== was.length) {
      live.replaceChildren(...comes.map(copy));
      return;
    }
    let head = 0;
    while (was[head] && comes[head] && was[head].isEqualNode(comes[head])) head++;
    const most = Math.min(was.length, comes.length) - head;
    let tail = 0;
    while (tail < most && was.at(-1 - tail).isEqualNode(comes.at(-1 - tail))) tail++;
    const foot = tail ? is.at(-tail) : null;
    const left = was.length - head - tail;
    comes.slice(head, comes.length - tail).forEach((node, at) => {
      if (at < left) patch(is[head + at], was[head + at], node);
      else live.insertBefore(copy(node), foot);
    });
    is.slice(comes.length - tail, is.length - tail).forEach(node => node.remove());
  };

  const scripts = page => [...page.scripts].map(each => each.src).join();

  const show = text => {
    const now = new DOMParser().parseFromString(text, "text/html");
    const mine = now.querySelector("script[data-version]");
    if (!mine) return reload();
    version = mine.dataset.version;
    mine.remove();
    if (scripts(now) !== scripts(before)) return reload();
    attributes(document.documentElement, before.documentElement, now.documentElement);
    patch(document.head, before.head, now.head);
    patch(document.body, before.body, now.body);
    before = now;
  };

  let busy = false, again = false;
  const refresh = async () => {
    again = busy;
    if (busy) return;
    busy = true;
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      show(await answer.text());
      await tell();
    } catch { /* The server is away: when it is back, its first event says what has changed. */ }
    busy = false;
    if (again) refresh();
  };

  // ------------------------------------------------------------ what was found

  const FOLDED = "lanmu.preview.folded";
  const host = document.createElement("lanmu-preview");
  const root = host.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = `${home}preview.css`;
  style.addEventListener("load", () => { host.hidden = false; });
  host.hidden = true;
  const panel = document.createElement("aside");
  root.append(style, panel);

  const make = (name, text, values = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(values)) made.setAttribute(key, value);
    return made;
  };

  const fold = folded => {
    const button = root.querySelector("button");
    button?.setAttribute("aria-expanded", String(!folded));
    root.querySelector("#found")?.toggleAttribute("hidden", folded);
  };
  const choose = folded => {
    kept(localStorage, FOLDED, folded ? "1" : "0");
    fold(folded);
  };

  const row = each => {
    const item = make("li", "", { class: each.severity });
    const place = make("p", "", { class: "place" });
    place.append(make("b", each.word), " ", make("code", each.place), " ", make("i", each.rule));
    item.append(place, make("p", each.message));
    if (each.hint) item.append(make("p", each.hint, { class: "hint" }));
    return item;
  };

  let told = "";
  const tell = async () => {
    const answer = await fetch(`${home}findings?url=${encodeURIComponent(location.pathname)}`);
    const text = await answer.text();
    if (text === told) return;
    told = text;
    const { title, summary, groups } = JSON.parse(text);
    if (!groups.length) {
      host.remove();
      return;
    }
    const inside = root.activeElement !== null;
    const button = make("button", summary, { type: "button", "aria-controls": "found" });
    button.addEventListener("click", () => choose(button.getAttribute("aria-expanded") === "true"));
    const found = make("div", "", { id: "found", tabindex: "0", role: "group", "aria-label": title });
    for (const { name, rows, more } of groups) {
      const list = document.createElement("ul");
      list.append(...rows.map(row));
      found.append(make("h2", name), list);
      if (more) found.append(make("p", more, { class: "more" }));
    }
    panel.setAttribute("aria-label", title);
    panel.replaceChildren(button, make("p", summary, { role: "status", class: "unseen" }), found);
    // Of other pages' files it is enough to know that there is something.
    const chosen = kept(localStorage, FOLDED);
    fold(chosen === null ? !groups.some(group => group.near) : chosen === "1");
    if (!host.isConnected) document.documentElement.append(host);
    if (inside) button.focus();
  };

  addEventListener("keydown", event => {
    const button = root.querySelector("button[aria-expanded=true]");
    if (event.key !== "Escape" || !button || !host.isConnected) return;
    if (root.activeElement) button.focus();
    choose(true);
  });

  // ------------------------------------------------------------ what the server says

  let events;
  const listen = () => {
    events?.close();
    // A browser has six connections to a host: only the pages that are seen take one.
    if (document.hidden) return;
    events = new EventSource(`${home}events`);
    events.addEventListener("message", ({ data }) => {
      const state = JSON.parse(data);
      const progress = document.querySelector("[data-reading]");
      if (progress) progress.textContent = state.reading;
      if (state.version !== version) refresh();
    });
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", listen);
  addEventListener("pagehide", () => events?.close());
  tell().catch(() => {});
}
