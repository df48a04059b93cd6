// Time: a histogram, two handles over it, two dates, and play, which lets the graph grow day by day.

const T = { first: 0, last: 0, playing: null, parts: null, typed: new Map() };
const TYPING = 1200; // milliseconds without a key after which a typed day counts
const EARLIEST = 1000; // a year below is one half typed

// Days of the statements under the chosen clock; those of a story where the clock is the story's.
function statementDays() {
  const days = [];
  const { s } = G;
  for (let i = 0; i < s.n; i++) {
    if (F.clock === "event") {
      if (G.from[s.event[i]] !== NEVER) days.push(G.from[s.event[i]]);
    } else {
      for (const c of s.claims[i]) if (G.c.story[c] >= 0 && G.storyDay[G.c.story[c]] !== NEVER) days.push(G.storyDay[G.c.story[c]]);
    }
  }
  return Int32Array.from(days).sort();
}

// The scale leaves out the outermost fortieth, so that one date of long ago does not flatten the rest; the ends are open.
function scaleOf(days) {
  if (!days.length) return [0, 0];
  const cut = days.length > 50 ? Math.floor(days.length / 40) : 0;
  return [days[cut], days[days.length - 1 - cut]];
}

function drawTime() {
  const days = statementDays();
  [T.first, T.last] = scaleOf(days);
  const bars = Math.max(1, Math.min(60, T.last - T.first + 1));
  const width = (T.last - T.first + 1) / bars;
  const counts = new Int32Array(bars);
  for (const day of days) if (day >= T.first && day <= T.last) counts[Math.floor((day - T.first) / width)]++;
  const most = Math.max(1, ...counts);
  const columns = Array.from(counts, (count) => {
    const bar = el("i", {});
    bar.style.height = count ? `${Math.max(6, (100 * count) / most)}%` : "0";
    return bar;
  });
  T.parts.bars.replaceChildren(...columns);
  for (const handle of [T.parts.low, T.parts.high]) Object.assign(handle, { min: T.first, max: T.last, disabled: T.first === T.last });
  $("time").classList.toggle("empty", !days.length);
  T.parts.clock.value = F.clock;
  showRange();
}

function showRange() {
  const { low, high, from, to, text, bars } = T.parts;
  low.value = F.from === NEVER ? T.first : F.from;
  high.value = F.to === NEVER ? T.last : F.to;
  if (!T.typed.has(from)) from.value = isoDay(F.from);
  if (!T.typed.has(to)) to.value = isoDay(F.to);
  text.textContent = timed() ? `${F.from === NEVER ? "…" : dayText(F.from)} – ${F.to === NEVER ? "…" : dayText(F.to)}` : T.first ? `all: ${dayText(T.first)} – ${dayText(T.last)}` : "no dates";
  low.setAttribute("aria-valuetext", F.from === NEVER ? "from the beginning" : dayText(F.from));
  high.setAttribute("aria-valuetext", F.to === NEVER ? "to the end" : dayText(F.to));
  const columns = bars.children;
  const width = (T.last - T.first + 1) / columns.length;
  for (let i = 0; i < columns.length; i++) {
    const [start, end] = [T.first + i * width, T.first + (i + 1) * width];
    const inside = (F.from === NEVER || end > F.from) && (F.to === NEVER || start <= F.to);
    columns[i].className = inside ? "" : "out";
  }
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
    clock: el("select", { "aria-label": "Which date counts", on: { change: (event) => { setFilter({ clock: event.target.value, from: NEVER, to: NEVER }); drawTime(); } } },
      el("option", { value: "event" }, "Date of the event"), el("option", { value: "story" }, "Date of the story")),
    bars: el("div", { class: "bars", "aria-hidden": "true" }),
    low: handle("From", (event) => slide({ from: Number(event.target.value) <= T.first ? NEVER : Math.min(Number(event.target.value), F.to === NEVER ? T.last : F.to) })),
    high: handle("To", (event) => slide({ to: Number(event.target.value) >= T.last ? NEVER : Math.max(Number(event.target.value), F.from === NEVER ? T.first : F.from) })),
    from: dayField("From this day", (day) => setRange(...inOrder(day, F.to, true))),
    to: dayField("To this day", (day) => setRange(...inOrder(F.from, day, false))),
    text: el("output", { class: "range" }),
  });
  $("time").append(parts.play, parts.clock, el("div", { class: "scrub" }, parts.bars, parts.low, parts.high), parts.text,
    el("span", { class: "dates" }, parts.from, " – ", parts.to, button("All", () => setRange(NEVER, NEVER), { "aria-label": "All times" })));
  drawTime();
}
