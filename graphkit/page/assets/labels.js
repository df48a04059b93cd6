// Names on the picture: drawn by us, in the order of relevance, never one on another.

const LABEL = { characters: 24, size: 12, line: 14, most: 220, cell: 4 };
const FONT = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif";
const labelCache = new Map(); // node -> { rows, width, font }
let labelOrder = []; // live nodes, most wanted first; the first `labelMust` of them must have a name if at all possible
let labelMust = 0;
let labelBoxes = []; // what was drawn last, in pixels of the picture
let lineLabels = false;

function wrap(text, characters = LABEL.characters) {
  if (text.length <= characters) return [text];
  let cut = text.lastIndexOf(" ", characters);
  if (cut < characters / 3) cut = characters;
  const rest = text.slice(cut).trim();
  return [text.slice(0, cut), rest.length <= characters ? rest : rest.slice(0, characters - 1).trimEnd() + "…"];
}

function labelOf(node, ctx) {
  let label = labelCache.get(node);
  if (!label) {
    const rows = wrap(standingName(node));
    const font = isEvent(node) ? `${standing(node) ? "italic " : ""}${LABEL.size - 1}px ${FONT}` : `600 ${LABEL.size}px ${FONT}`;
    ctx.font = font;
    const widths = rows.map((row) => ctx.measureText(row).width);
    label = { rows, widths, font, event: isEvent(node), width: Math.ceil(Math.max(...widths)), picture: null, theme: "" };
    labelCache.set(node, label);
  }
  return label;
}

// Selected ones first, then actors with many lines, then the rest by relevance.
function orderLabels() {
  const first = V.stress ? [...V.stress.nodes] : [];
  const seen = new Set(first);
  const rest = network.body.nodeIndices.filter((node) => !seen.has(node));
  const count = new Map();
  for (const line of lines.values()) {
    if (!line.live) continue;
    count.set(line.a, (count.get(line.a) || 0) + 1);
    count.set(line.b, (count.get(line.b) || 0) + 1);
  }
  const major = rest.filter((node) => !isEvent(node) && count.get(node) >= 3).sort((a, b) => a - b);
  const minor = rest.filter((node) => isEvent(node) || !(count.get(node) >= 3)).sort((a, b) => a - b);
  const live = new Set(network.body.nodeIndices);
  labelOrder = [...first.filter((node) => live.has(node)), ...major, ...minor];
  labelMust = labelOrder.length - minor.length;
}

// Occupied cells of the picture: 1 a node, 2 a name.
class Cells {
  constructor(width, height) {
    this.columns = Math.ceil(width / LABEL.cell) + 1;
    this.rows = Math.ceil(height / LABEL.cell) + 1;
    this.taken = new Uint8Array(this.columns * this.rows);
  }

  range(x, y, width, height) {
    const clamp = (value, most) => Math.max(0, Math.min(most, Math.floor(value / LABEL.cell)));
    return [clamp(x, this.columns - 1), clamp(y, this.rows - 1), clamp(x + width, this.columns - 1), clamp(y + height, this.rows - 1)];
  }

  // Whether nothing here is of more weight than `most`.
  isFree(x, y, width, height, most) {
    const [left, top, right, bottom] = this.range(x, y, width, height);
    for (let row = top; row <= bottom; row++) {
      for (let i = row * this.columns + left; i <= row * this.columns + right; i++) if (this.taken[i] > most) return false;
    }
    return true;
  }

  take(x, y, width, height, value) {
    const [left, top, right, bottom] = this.range(x, y, width, height);
    for (let row = top; row <= bottom; row++) {
      for (let i = row * this.columns + left; i <= row * this.columns + right; i++) if (this.taken[i] < value) this.taken[i] = value;
    }
  }
}

function drawLabels(ctx) {
  const { scale, translation } = network.body.view;
  const canvas = network.canvas.frame.canvas;
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const cells = new Cells(width, height);
  const spots = [];
  for (const node of labelOrder) {
    const it = engineNode(node);
    if (!it) {
      spots.push(null); // taken away a moment ago: the engine draws before the order is made new
      continue;
    }
    const spot = { node, x: it.x * scale + translation.x, y: it.y * scale + translation.y, r: it.options.size * scale };
    const inside = spot.x > -60 && spot.y > -30 && spot.x < width + 60 && spot.y < height + 30;
    const weight = V.stress && V.stress.centre && V.stress.centre.has(node) ? 2 : 1; // what is selected is never covered
    if (inside) cells.take(spot.x - spot.r * 0.7, spot.y - spot.r * 0.7, spot.r * 1.4, spot.r * 1.4, weight);
    spots.push(inside ? spot : null);
  }
  ctx.save();
  ctx.setTransform(network.canvas.pixelRatio, 0, 0, network.canvas.pixelRatio, 0, 0);
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  for (const spot of spots) if (spot) spot.label = labelOf(spot.node, ctx);
  const wanted = spots.slice(0, labelMust).filter(Boolean);
  const { moving } = motion; // then one try must do
  labelBoxes = placeAll(cells, wanted, width, height, moving).slice(0, LABEL.most);
  for (const spot of spots.slice(labelMust)) {
    if (!spot || labelBoxes.length >= LABEL.most) continue;
    const box = freeBox(cells, spot, false, width, height, moving);
    if (box) labelBoxes.push(takeBox(cells, spot, box));
  }
  for (const { node, label, x, y, height: high } of labelBoxes) {
    ctx.globalAlpha = V.stress && !V.stress.nodes.has(node) ? 0.35 : 1;
    ctx.drawImage(labelPicture(label), Math.round(x) - HALO, Math.round(y) - HALO, label.width + 2 * HALO, high + 2 * HALO);
  }
  ctx.globalAlpha = 1;
  if (V.stress || lineLabels) drawLineLabels(ctx, cells, scale, translation);
  drawPins(ctx, scale, translation);
  ctx.restore();
}

function takeBox(cells, spot, box) {
  cells.take(box.x, box.y, box.width, box.height, 2);
  return { node: spot.node, label: spot.label, ...box };
}

// Names that must be there; those that found no place go before others in the next try, and the best of a few tries counts.
function placeAll(cells, wanted, width, height, moving) {
  const free = cells.taken;
  const missed = new Map(wanted.map((spot) => [spot, 0]));
  let best = null;
  for (let turn = 0; turn < (moving ? 1 : 10) && !(best && best.boxes.length === wanted.length); turn++) {
    cells.taken = free.slice();
    const boxes = [];
    for (const spot of [...wanted].sort((a, b) => missed.get(b) - missed.get(a))) {
      const box = freeBox(cells, spot, true, width, height, moving);
      if (box) boxes.push(takeBox(cells, spot, box));
      else missed.set(spot, missed.get(spot) + 1);
    }
    if (!best || boxes.length > best.boxes.length) best = { boxes, taken: cells.taken };
  }
  cells.taken = best ? best.taken : free;
  return best ? best.boxes : [];
}

// First free place around a node; a name that must be there may cover another node, but never another name.
function freeBox(cells, spot, must, width, height, moving) {
  const { label } = spot;
  const high = label.rows.length * LABEL.line;
  const wide = label.width;
  const gap = spot.r + 3;
  const tries = [
    [spot.x - wide / 2, spot.y + gap],
    [spot.x - wide / 2, spot.y - gap - high],
    [spot.x + gap, spot.y - high / 2],
    [spot.x - gap - wide, spot.y - high / 2],
  ];
  const more = moving ? [] : [
    [spot.x + gap * 0.7, spot.y + gap * 0.7],
    [spot.x - gap * 0.7 - wide, spot.y + gap * 0.7],
    [spot.x + gap * 0.7, spot.y - gap * 0.7 - high],
    [spot.x - gap * 0.7 - wide, spot.y - gap * 0.7 - high],
    [spot.x - wide / 2, spot.y + gap + LABEL.line],
    [spot.x - wide / 2, spot.y - gap - high - LABEL.line],
  ];
  const fits = (x, y, most) => x >= 1 && y >= 1 && x + wide < width && y + high < height && cells.isFree(x, y, wide, high, most);
  for (const [x, y] of [...tries, ...more]) if (fits(x, y, 0)) return { x, y, width: wide, height: high };
  if (!must) return null;
  for (const [x, y] of [...tries, ...more]) if (fits(x, y, 1)) return { x, y, width: wide, height: high };
  if (moving) return null;
  // a little aside and a little further off
  for (const y of [gap, -gap - high, gap + LABEL.line, -gap - high - LABEL.line, gap + 2 * LABEL.line, -gap - high - 2 * LABEL.line]) {
    for (const share of [0.5, 0.25, 0.75, 0.05, 0.95]) if (fits(spot.x - share * wide, spot.y + y, 1)) return { x: spot.x - share * wide, y: spot.y + y, width: wide, height: high };
  }
  for (const far of [1, 2, 3]) {
    for (const up of [0, -0.5, 0.5, -1, 1]) {
      for (const x of [spot.x + gap + (far - 1) * LABEL.line, spot.x - gap - (far - 1) * LABEL.line - wide]) {
        const y = spot.y - high / 2 + up * (high + gap);
        if (fits(x, y, 1)) return { x, y, width: wide, height: high };
      }
    }
  }
  return null;
}

const HALO = 3;

// A name as a small picture, made once for each theme: writing text with a halo anew for each frame is what costs most.
function labelPicture(label) {
  if (label.picture && label.theme === colours.text) return label.picture;
  const ratio = Math.max(network.canvas.pixelRatio, 1);
  const high = label.rows.length * LABEL.line;
  const picture = el("canvas", { width: Math.ceil((label.width + 2 * HALO) * ratio), height: Math.ceil((high + 2 * HALO) * ratio) });
  const ctx = picture.getContext("2d");
  ctx.scale(ratio, ratio);
  ctx.font = label.font;
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = HALO;
  ctx.strokeStyle = colours.halo;
  ctx.fillStyle = label.event ? colours.muted : colours.text;
  label.rows.forEach((row, i) => {
    const x = HALO + (label.width - label.widths[i]) / 2;
    ctx.strokeText(row, x, HALO + i * LABEL.line + 1);
    ctx.fillText(row, x, HALO + i * LABEL.line + 1);
  });
  return Object.assign(label, { picture, theme: colours.text }).picture;
}

// What the lines say: those of the selection, or all if asked for.
function drawLineLabels(ctx, cells, scale, translation) {
  const wanted = lineLabels ? [...lines.keys()] : [...V.stress.keys];
  ctx.font = `italic 11px ${FONT}`;
  ctx.fillStyle = colours.text;
  ctx.strokeStyle = colours.halo;
  ctx.lineWidth = 3;
  for (const key of wanted.slice(0, 400)) {
    const line = lines.get(key);
    if (!line || !line.live || !engineNode(line.a) || !engineNode(line.b)) continue;
    const [a, b] = [placeOf(line.a), placeOf(line.b)];
    const text = lineWords(line);
    const wide = ctx.measureText(text).width;
    const x = ((a.x + b.x) / 2) * scale + translation.x - wide / 2;
    const y = ((a.y + b.y) / 2) * scale + translation.y - 6;
    if (!cells.isFree(x, y, wide, 12, 0)) continue;
    cells.take(x, y, wide, 12, 2);
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  }
}

function drawPins(ctx, scale, translation) {
  ctx.fillStyle = colours.ring;
  for (const node of V.pinned) {
    const it = engineNode(node);
    if (!it) continue;
    ctx.beginPath();
    ctx.arc((it.x + it.options.size * 0.8) * scale + translation.x, (it.y - it.options.size * 0.8) * scale + translation.y, 3.5, 0, 7);
    ctx.fill();
  }
}
