// On the contact sheet: shows at once what the crops would keep of a picture if its point were
// where the reader clicks. The reckoning is that of plugins/images/crops.py.
{
  const clamped = (number, least, most) => Math.min(Math.max(number, least), most);
  const rounded = (number, by) => Math.floor((2 * number + by) / (2 * by));

  const start = (side, part, at) => {
    const place = clamped(3 * at, 100, 200);
    return clamped(rounded(3 * at * side - place * part, 300), 0, side - part);
  };

  const box = (width, height, across, down, [left, top]) => {
    const wide = width * down > height * across;
    const w = wide ? Math.min(width, Math.max(1, rounded(height * across, down))) : width;
    const h = wide ? height : Math.min(height, Math.max(1, rounded(width * down, across)));
    return [start(width, w, left), start(height, h, top), w, h];
  };

  const turn = (section, point) => {
    const { width, height } = section.dataset;
    const [left, top] = point.map((each) => clamped(Math.round(each), 0, 100));
    Object.assign(section.dataset, { left, top });
    const mark = section.querySelector(".mark");
    const scale = Math.max(width, height) / 640;
    mark.setAttribute("transform", `translate(${left * width / 100} ${top * height / 100}) scale(${scale})`);
    for (const crop of section.querySelectorAll(".crop")) {
      const { across, down } = crop.dataset;
      crop.setAttribute("viewBox", box(+width, +height, +across, +down, [left, top]).join(" "));
    }
    for (const words of section.querySelectorAll(".point")) words.textContent = `${left}% ${top}%`;
    const how = section.querySelector(".how");
    how.className = "how changed";
    how.textContent = document.body.dataset.changed;
  };

  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  for (const section of document.querySelectorAll(".picture")) {
    const whole = section.querySelector(".whole svg");
    whole.addEventListener("click", (event) => {
      const at = whole.getBoundingClientRect();
      turn(section, [100 * (event.clientX - at.left) / at.width, 100 * (event.clientY - at.top) / at.height]);
    });
    whole.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const by = event.shiftKey ? 10 : 1;
      turn(section, [+section.dataset.left + by * step[0], +section.dataset.top + by * step[1]]);
    });
  }
}
