// The viewer: the photographs of a page one at a time, in the browser's own dialog, moved by its own scrolling.
// Each has an address (#photo-7), and what opened with an address closes with Back. Without all this a photograph
// leads to a page of its own.
{
  const dialog = document.querySelector("dialog.viewer");
  const part = name => dialog.querySelector(`[data-part=${name}]`);
  const button = name => dialog.querySelector(`[data-do=${name}]`);
  const rail = part("rail");
  const find = hash => hash.length > 1 && document.getElementById(hash.slice(1))?.closest("[data-do=view] li");
  let set, items = [], slides = [], at = -1, wait;

  // A slide is the photograph's own figure, in the width of the screen.
  const slide = item => {
    const made = item.querySelector("figure").cloneNode(true), link = made.querySelector("a");
    link.replaceWith(...link.childNodes);
    made.querySelectorAll("source, img").forEach(one => one.sizes = "100vw");
    made.querySelector("img").loading = "lazy";
    return made;
  };

  const isLarge = () => slides[at].classList.contains("enlarged");
  const enlarge = (on, x = .5, y = .5) => {
    const picture = slides[at].querySelector("picture");
    if (isLarge() === on) return;
    slides[at].classList.toggle("enlarged", on);
    button("zoom").setAttribute("aria-pressed", on);
    if (!on) {
      picture.removeAttribute("tabindex");
      if (document.activeElement === document.body) rail.focus();
      return;
    }
    picture.querySelectorAll("source, img").forEach(one => one.sizes = "250vw");
    picture.scrollTo(x * (picture.scrollWidth - picture.clientWidth), y * (picture.scrollHeight - picture.clientHeight));
    // The arrow keys now move about in it.
    picture.tabIndex = 0;
    picture.focus();
  };

  // Whose turn it is: its number, its address, its file; the two beside it are fetched.
  const turn = to => {
    if (at >= 0 && at !== to) enlarge(false);
    at = to;
    const { id } = items[at], file = items[at].querySelector("a").dataset.original;
    slides.forEach((one, n) => {
      one.inert = n !== at;
      if (Math.abs(n - at) < 2) one.querySelector("img").loading = "eager";
    });
    part("count").textContent = `${id.match(/\d+$/)} / ${set.dataset.count}`;
    part("original").hidden = !file;
    if (file) part("original").href = file;
    // One that were disabled would lose the focus, and the keys with it.
    button("previous").ariaDisabled = !at && !set.dataset.previous;
    button("next").ariaDisabled = at === items.length - 1 && !set.dataset.next;
    history.replaceState(history.state, "", `#${id}`);
  };

  const go = to => {
    // Beyond the last of this page comes the first of the next one.
    const beyond = to < 0 ? set.dataset.previous : to >= items.length && set.dataset.next;
    if (beyond) location.href = `${beyond}#photo-${Number(items[at].id.match(/\d+$/)) + (to < 0 ? -1 : 1)}`;
    if (!slides[to]) return;
    turn(to);
    rail.scrollTo({ left: slides[to].offsetLeft });
  };

  const open = item => {
    const its = item.closest("[data-do=view]");
    if (its !== set) {
      set = its;
      at = -1;
      items = [...set.querySelectorAll("li[id]")];
      slides = items.map(slide);
      rail.replaceChildren(...slides);
    }
    if (!dialog.open) dialog.showModal();
    turn(items.indexOf(item));
    rail.scrollTo({ left: slides[at].offsetLeft, behavior: "instant" });
  };

  // The first entry of the history is the page without the viewer, the second the page with it.
  const push = hash => {
    history.scrollRestoration = "manual";
    history.pushState({ viewer: true }, "", hash);
  };

  const leave = () => {
    history.scrollRestoration = "auto";
    items[at]?.querySelector("a").focus();
  };

  const start = () => {
    const { hash } = location, item = find(hash), number = Number(hash.match(/^#photo-(\d+)$/)?.[1]);
    const { first, each, count } = document.querySelector("[data-first]")?.dataset ?? {};
    if (item) {
      if (!history.state?.viewer) {
        history.replaceState(null, "", location.pathname + location.search);
        push(hash);
      }
      open(item);
    } else if (first && number > 0 && number <= count) {
      const page = Math.ceil(number / each), url = page > 1 ? `${first}page/${page}/` : first;
      if (url !== location.pathname) location.replace(url + hash);
    }
  };

  if (dialog?.showModal) {
    addEventListener("click", event => {
      const link = event.target.closest("[data-do=view] li a");
      if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const item = link.closest("li");
      event.preventDefault();
      push(`#${item.id}`);
      open(item);
    });
    addEventListener("popstate", () => {
      const item = find(location.hash);
      if (item && history.state?.viewer) open(item);
      else if (item) start();
      else if (dialog.open) dialog.close();
      else leave();
    });
    dialog.addEventListener("close", () => {
      enlarge(false);
      if (history.state?.viewer) history.back();
      else leave();
    });
    dialog.addEventListener("click", event => {
      const what = event.target.closest("[data-do]")?.dataset.do;
      if (what === "close") dialog.close();
      if (what === "previous") go(at - 1);
      if (what === "next") go(at + 1);
      if (what === "zoom") enlarge(!isLarge());
    });
    dialog.addEventListener("dblclick", event => {
      const box = event.target.closest("picture")?.getBoundingClientRect();
      if (!box) return;
      enlarge(!isLarge(), (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    });
    // A page that is opened at an address has the focus itself: the keys are heard wherever it is.
    addEventListener("keydown", event => {
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: items.length - 1 }[event.key];
      if (to === undefined || !dialog.open || event.altKey || event.ctrlKey || event.metaKey || event.target.closest("picture")) return;
      event.preventDefault();
      go(to);
    });
    // By hand: where the scrolling comes to rest.
    rail.addEventListener("scroll", () => {
      clearTimeout(wait);
      wait = setTimeout(() => {
        const to = Math.round(rail.scrollLeft / rail.clientWidth);
        if (dialog.open && to !== at && slides[to]) turn(to);
      }, 80);
    });
    start();
  }
}
