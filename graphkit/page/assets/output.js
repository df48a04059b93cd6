// What leaves the page: a picture and a table as files. Both are made here and asked of nobody.

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 20000);
}

const slug = (text) => fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

// The name of a file says what was left out: range of time, standing, other filters.
function fileName(ending, what = "") {
  const range = timed() ? `${isoDay(F.from) || "start"}-to-${isoDay(F.to) || "end"}${F.clock === "story" ? "-published" : ""}` : "";
  const standings = F.statuses.size ? `only-${G.look.statuses.filter((_, i) => !F.statuses.has(i)).map(({ key }) => key).join("-")}` : "";
  const other = F.types.size + F.kinds.size > 0 || F.publisher !== ANY || F.source !== ANY || F.stories > 1 || F.confidence > 0 ? "filtered" : "";
  return `${[slug(document.title).slice(0, 60) || "graph", what, range, standings, other].filter(Boolean).join("-")}.${ending}`;
}

// The picture as it stands, with a line below that says what it shows.
function savePicture() {
  const drawn = network.canvas.frame.canvas;
  const ratio = network.canvas.pixelRatio;
  const foot = 26 * ratio;
  const sheet = el("canvas", { width: drawn.width, height: drawn.height + foot });
  const ctx = sheet.getContext("2d");
  ctx.fillStyle = colours.back;
  ctx.fillRect(0, 0, sheet.width, sheet.height);
  ctx.drawImage(drawn, 0, 0);
  ctx.fillStyle = colours.muted;
  ctx.font = `${12 * ratio}px ${FONT}`;
  ctx.fillText(`${document.title} · ${$("shown").textContent}`, 10 * ratio, drawn.height + 17 * ratio, sheet.width - 20 * ratio);
  sheet.toBlob((blob) => save(blob, fileName("png")), "image/png");
}

function tell(text) {
  $("hint").textContent = text;
  $("hint").hidden = false;
  setTimeout(() => ($("hint").hidden = S.taken === null), 5000);
  announce(text);
}
