// Time: a histogram, two handles over it, two dates, and play, which lets the graph grow day by day.

// days: of the statements; begin, end: of all of them; first, last: of the part on the axis; width: days of a bar
const T = { days: [], begin: 0, end: 0, first: 0, last: 0, width: 1, playing: null, parts: null, typed: new Map() };
const TYPING = 1200; // milliseconds without a key after which a typed day counts
const CLOSEST = 7; // days on the axis at least
const EARLIEST = 1000; // a year below is one half typed

// First day and length of the statements' dates under the chosen clock; those of a story where the clock is the story's.
function statementDays() {
  const days = [];
  const { s } = G;
  for (let i = 0; i < s.n; i++) {
    if (F.clock === "event") {
      const [first, last] = [G.from[s.event[i]], G.to[s.event[i]]];
      if (first !== NEVER) days.push([first, last - first]);
    } else {
      for (const c of s.claims[i]) if (G.c.story[c] >= 0 && G.storyDay[G.c.story[c]] !== NEVER) days.push([G.storyDay[G.c.story[c]], 0]);
    }
  }
  return days.sort((a, b) => a[0] - b[0]);
}

// The scale leaves out the outermost fortieth, so that one date of long ago does not flatten the rest; the ends are open.
function scaleOf(days) {
  if (!days.length) return [0, 0];
  const cut = days.length > 50 ? Math.floor(days.length / 40) : 0;
  return [days[cut][0], days[days.length - 1 - cut][0]];
}

function drawTime() {
  T.days = statementDays();
  [T.begin, T.end] = scaleOf(T.days);
  T.parts.clock.value = F.clock;
  $("time").classList.toggle("empty", !T.days.length);
  drawAxis(T.begin, T.end);
}

// The bars and handles for a part of the time, or all of it.
function drawAxis(first, last) {
  Object.assign(T, { first, last });
  const bars = Math.max(1, Math.min(60, last - first + 1));
  T.width = (last - first + 1) / bars;
  const counts = new Int32Array(bars);
  // closer to, what is dated to a month or a year stands on no bar: its first day would say too much
  const longest = first > T.begin || last < T.end ? Math.max(2 * T.width, CLOSEST) : Infinity;
  for (const [day, length] of T.days) if (day >= first && day <= last && length <= longest) counts[Math.floor((day - first) / T.width)]++;
  const most = Math.max(1, ...counts);
  const columns = Array.from(counts, (count, i) => {
    const column = el("i", { title: `${spanText(...barDays(i))}: ${plural(count, "statement")}. Click or drag to choose, double click or wheel to zoom.` }, el("b", {}));
    column.firstChild.style.height = count ? `${Math.max(6, (100 * count) / most)}%` : "0";
    return column;
  });
  T.parts.bars.replaceChildren(...columns);
  T.parts.ends.replaceChildren(el("span", {}, dayText(first)), el("span", {}, dayText(last)));
  for (const handle of [T.parts.low, T.parts.high]) Object.assign(handle, { min: first, max: last, disabled: first === last });
  T.parts.closer.disabled = last - first < CLOSEST;
  T.parts.wider.disabled = first <= T.begin && last >= T.end;
  showRange();
}

// First and last day of a bar.
const barDays = (i) => [Math.ceil(T.first + i * T.width), Math.ceil(T.first + (i + 1) * T.width) - 1];

function showRange() {
  const { low, high, from, to, text, bars } = T.parts;
  low.value = F.from === NEVER ? T.first : F.from;
  high.value = F.to === NEVER ? T.last : F.to;
  if (!T.typed.has(from)) from.value = isoDay(F.from);
  if (!T.typed.has(to)) to.value = isoDay(F.to);
  text.textContent = timed() ? `${F.from === NEVER ? "…" : dayText(F.from)} – ${F.to === NEVER ? "…" : dayText(F.to)}` : T.days.length ? "all times" : "no dates";
  low.setAttribute("aria-valuetext", F.from === NEVER ? "from the beginning" : dayText(F.from));
  high.setAttribute("aria-valuetext", F.to === NEVER ? "to the end" : dayText(F.to));
  [...bars.children].forEach((column, i) => {
    const [start, end] = barDays(i);
    column.className = (F.from === NEVER || end >= F.from) && (F.to === NEVER || start <= F.to) ? "" : "out";
  });
}

const afterSlide = onNextFrame(() => {
  refresh();
  showRange();
});

let sliding = false;
function slide(change) {
  if (!sliding) remember();
  sliding = true;
  Object.assign(F, change);
  afterSlide();
}

const stopSliding = () => (sliding = false);

// A first day after the last takes the other end along.
function inOrder(from, to, movedFrom) {
  if (from === NEVER || to === NEVER || from <= to) return [from, to];
  return movedFrom ? [from, from] : [to, to];
}

function setRange(from, to) {
  slide({ from, to });
  stopSliding();
}

// A day field: browsers tell of each digit of a year, so what is typed counts when the hands rest, on Enter, or on leaving.
function dayField(name, act) {
  const take = () => {
    clearTimeout(T.typed.get(field));
    if (!T.typed.delete(field)) return undefined;
    const half = field.validity.badInput || (field.value && Number(field.value.slice(0, 4)) < EARLIEST);
    return half ? showRange() : act(parseDay(field.value));
  };
  const told = () => {
    if (!T.typed.has(field)) return act(parseDay(field.value));
    clearTimeout(T.typed.get(field));
    if (Number(field.value.slice(0, 4)) >= EARLIEST) T.typed.set(field, setTimeout(take, TYPING));
    return undefined;
  };
  const key = (event) => {
    if (event.key === "Enter") return take();
    if (/^[0-9]$|Backspace|Delete|ArrowUp|ArrowDown/.test(event.key)) T.typed.set(field, T.typed.get(field));
    return undefined;
  };
  const field = el("input", { type: "date", "aria-label": name, on: { change: told, keydown: key, blur: take } });
  return field;
}

function setClock(clock) {
  setFilter({ clock });
  drawTime();
}

// An end of the whole time is no limit.
const openAt = (day, end) => (day === end ? NEVER : day);

function play() {
  if (T.playing) return stopPlaying();
  remember();
  const step = Math.max(1, Math.round((T.last - T.first) / 60));
  let day = F.to === NEVER || F.to >= T.last ? (F.from === NEVER ? T.first : F.from) : F.to;
  T.parts.play.textContent = "❚❚ Pause";
  T.playing = setInterval(() => {
    F.to = day >= T.last ? NEVER : day;
    afterSlide();
    if (day >= T.last) stopPlaying();
    day += step;
  }, 300);
  return undefined;
}

function stopPlaying() {
  clearInterval(T.playing);
  T.playing = null;
  T.parts.play.textContent = "▶ Play";
}

function startTime() {
  const handle = (name, act) => el("input", { type: "range", "aria-label": name, step: "1", on: { input: act, change: stopSliding } });
  const parts = (T.parts = {
    play: button("▶ Play", play),
    clock: el("select", { "aria-label": "Which date counts", on: { change: (event) => setClock(event.target.value) } },
      el("option", { value: "event" }, "Date of the event"), el("option", { value: "story" }, "Date of the story")),
    bars: el("div", { class: "bars", "aria-hidden": "true" }),
    low: handle("From", (event) => slide({ from: openAt(Math.min(Number(event.target.value), F.to === NEVER ? T.last : F.to), T.begin) })),
    high: handle("To", (event) => slide({ to: openAt(Math.max(Number(event.target.value), F.from === NEVER ? T.first : F.from), T.end) })),
    closer: button("+", zoomIn, { title: "Zoom into the chosen days, or the busiest (wheel)", "aria-label": "Zoom into the time" }),
    wider: button("−", zoomOut, { title: "Show more time (wheel)", "aria-label": "Zoom out of the time" }),
    ends: el("div", { class: "ends", "aria-hidden": "true" }),
    from: dayField("From this day", (day) => setRange(...inOrder(day, F.to, true))),
    to: dayField("To this day", (day) => setRange(...inOrder(F.from, day, false))),
    text: el("output", { class: "range" }),
  });
  $("time").append(parts.play, parts.clock, el("div", { class: "scrub" }, parts.ends, parts.bars, parts.low, parts.high), el("span", { class: "zoom" }, parts.wider, parts.closer), parts.text,
    el("span", { class: "dates" }, parts.from, " – ", parts.to, button("All", () => setRange(NEVER, NEVER), { "aria-label": "All times" })));
  startBrush();
  drawTime();
}
