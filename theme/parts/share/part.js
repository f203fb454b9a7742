{
  // The large-type part, earlier in the same file, has set what can be done with any script at all.
  const root = document.documentElement;
  if (navigator.clipboard) root.dataset.can += " copy";
  if (navigator.share) root.dataset.can += " share";

  addEventListener("click", async event => {
    const button = event.target.closest?.("[data-do]");
    if (!button) return;
    const { do: what, url, title } = button.dataset;
    if (what === "print") print();
    // Closing the system's sheet is an answer, not an error.
    if (what === "share") navigator.share({ title, url }).catch(() => {});
    if (what === "copy") {
      const status = button.parentElement.querySelector("[role=status]");
      try {
        await navigator.clipboard.writeText(url);
        status.textContent = status.dataset.done;
      } catch {
        status.textContent = status.dataset.failed;
      }
    }
  });
}
