// The axis of time by mouse: a bar is chosen by a click, several by dragging over them; the wheel zooms.

function startBrush() {
  const { bars } = T.parts;
  let start = -1;
  const barAt = (event) => {
    const box = bars.getBoundingClientRect();
    const at = Math.floor(((event.clientX - box.left) / box.width) * bars.children.length);
    return Math.max(0, Math.min(bars.children.length - 1, at));
  };
  const choose = (event) => {
    const [from, to] = [Math.min(start, barAt(event)), Math.max(start, barAt(event))];
    slide({ from: barDays(from)[0], to: barDays(to)[1] });
  };
  bars.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    bars.setPointerCapture(event.pointerId);
    start = barAt(event);
    choose(event);
  });
  bars.addEventListener("pointermove", (event) => start >= 0 && choose(event));
  for (const kind of ["pointerup", "pointercancel"]) {
    bars.addEventListener(kind, () => {
      start = -1;
      stopSliding();
    });
  }
  bars.addEventListener("dblclick", zoomIn);
  bars.parentNode.addEventListener("wheel", (event) => {
    event.preventDefault();
    const [first] = barDays(barAt(event));
    zoomAround(first, Math.exp(Math.max(-0.4, Math.min(0.4, event.deltaY / 300))));
  }, { passive: false });
}

// The day stays where it is on the axis.
function zoomAround(day, factor) {
  const length = T.last - T.first + 1;
  const wanted = Math.max(CLOSEST, Math.round(length * factor));
  const first = Math.round(day - ((day - T.first) / length) * wanted);
  zoomTo(first, first + wanted - 1);
}

function zoomTo(first, last) {
  const length = Math.min(last - first, T.end - T.begin);
  const start = Math.max(T.begin, Math.min(first, T.end - length));
  drawAxis(start, start + length);
}

// Into the chosen days with some room around them; else, or if that is no closer, around the busiest bar.
function zoomIn() {
  const [from, to] = [F.from === NEVER ? T.first : F.from, F.to === NEVER ? T.last : F.to];
  const room = Math.max(3, Math.ceil((to - from) / 4));
  if (timed() && to - from + 2 * room < 0.9 * (T.last - T.first)) return zoomTo(from - room, to + room);
  const chosen = timed() && to - from < T.last - T.first;
  return zoomAround(chosen ? Math.round((from + to) / 2) : barDays(busiest())[0], 0.5);
}

const zoomOut = () => zoomAround(Math.round((T.first + T.last) / 2), 2);

function busiest() {
  const heights = [...T.parts.bars.children].map((column) => parseFloat(column.firstChild.style.height));
  return heights.indexOf(Math.max(...heights));
}
