// Runs in the head, before the first paint, so that the page never changes its size under the reader.
{
  const root = document.documentElement;
  const key = "lanmu.type";
  const is = () => root.dataset.type === "large";
  const show = () => document.querySelector("[data-do=large-type]")?.setAttribute("aria-pressed", is());

  // Storage may be refused (private windows, strict settings): the button then works for one page.
  try { if (localStorage.getItem(key) === "large") root.dataset.type = "large"; } catch { /* as above */ }
  root.dataset.can = "script";

  addEventListener("DOMContentLoaded", show);
  addEventListener("click", event => {
    if (!event.target.closest?.("[data-do=large-type]")) return;
    if (is()) delete root.dataset.type;
    else root.dataset.type = "large";
    show();
    try { localStorage.setItem(key, is() ? "large" : ""); } catch { /* as above */ }
  });
}
