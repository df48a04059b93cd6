// While the picture moves, its nodes and lines are a picture of themselves: drawn once, wider than the window, then only
// shifted and stretched until the hand rests. Names are no part of it, for they keep their size.

const SCENE = { rest: 100, margin: 0.5, stretch: 1.5, shrink: 0.5, most: 8e6 };
const scene = { sheet: null, scale: 0, left: 0, top: 0, right: 0, bottom: 0, mark: 0 };
const motion = { moving: false, drawn: 0, mark: 0, again: 0 };

function startScenery() {
  const engine = network.renderer;
  const real = { edges: engine._drawEdges.bind(engine), nodes: engine._drawNodes.bind(engine), arrows: engine._drawArrows.bind(engine) };
  let shown = false;
  engine._drawEdges = (ctx) => {
    shown = watchMotion() && showScene(ctx, real);
    if (!shown) real.edges(ctx);
  };
  engine._drawNodes = (ctx, hidden) => (shown && !hidden ? { drawExternalLabels: null } : real.nodes(ctx, hidden));
  engine._drawArrows = (ctx) => shown || real.arrows(ctx);
}

// Whether only the view has changed since a frame of a moment ago. When it rests all is drawn again, with care.
function watchMotion() {
  const now = performance.now();
  const mark = sceneMark();
  const same = mark === motion.mark;
  motion.moving = now - motion.drawn < SCENE.rest;
  Object.assign(motion, { drawn: now, mark });
  clearTimeout(motion.again);
  if (motion.moving) motion.again = setTimeout(() => network.redraw(), SCENE.rest + 20);
  return motion.moving && same;
}

// One number for all that the nodes and lines look like.
function sceneMark() {
  let mark = colours.text.length + network.canvas.pixelRatio;
  const add = (value) => (mark = Math.imul(mark ^ value, 0x01000193) + 7);
  for (const letter of colours.text) add(letter.charCodeAt(0));
  for (const node of network.body.nodeIndices) {
    const { x, y, options, hover, selected } = engineNode(node);
    add(node);
    add(x * 8);
    add(y * 8);
    add((options.opacity === undefined ? 0 : 1) + (hover ? 2 : 0) + (selected ? 4 : 0));
  }
  for (const key of network.body.edgeIndices) {
    const { from, to, hover, selected, options } = engineLine(key);
    add(from.id * 31 + to.id);
    add(options.color.opacity * 64 + (hover ? 128 : 0) + (selected ? 256 : 0));
  }
  return mark;
}

function showScene(ctx, real) {
  const { scale, translation } = network.body.view;
  const { clientWidth, clientHeight } = network.canvas.frame.canvas;
  const view = { left: -translation.x / scale, top: -translation.y / scale };
  Object.assign(view, { right: view.left + clientWidth / scale, bottom: view.top + clientHeight / scale });
  if (!sceneCovers(view, scale) && !drawScene(view, scale, real)) return false;
  const ratio = network.canvas.pixelRatio;
  const at = (value, shift) => Math.round((value * scale + shift) * ratio); // whole dots: a plain shift needs no smoothing
  const grown = scale / scene.scale;
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(scene.sheet, at(scene.left, translation.x), at(scene.top, translation.y), scene.sheet.width * grown, scene.sheet.height * grown);
  ctx.restore();
  return true;
}

function sceneCovers(view, scale) {
  const grown = scale / scene.scale;
  if (!scene.sheet || scene.mark !== motion.mark || grown > SCENE.stretch || grown < SCENE.shrink) return false;
  const all = sceneBounds();
  return Math.max(view.left, all.left) >= scene.left && Math.min(view.right, all.right) <= scene.right
    && Math.max(view.top, all.top) >= scene.top && Math.min(view.bottom, all.bottom) <= scene.bottom;
}

// Around all that is drawn, with room for the nodes at the rim.
function sceneBounds() {
  const all = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const node of network.body.nodeIndices) {
    const { x, y, options } = engineNode(node);
    const room = options.size + 8;
    all.left = Math.min(all.left, x - room);
    all.top = Math.min(all.top, y - room);
    all.right = Math.max(all.right, x + room);
    all.bottom = Math.max(all.bottom, y + room);
  }
  return all;
}

// Draws what the window shows and as much again around it; false where that is nothing, or too much.
function drawScene(view, scale, real) {
  const all = sceneBounds();
  const [wide, high] = [SCENE.margin * (view.right - view.left), SCENE.margin * (view.bottom - view.top)];
  const left = Math.max(all.left, view.left - wide);
  const top = Math.max(all.top, view.top - high);
  const dots = scale * network.canvas.pixelRatio;
  const width = Math.ceil((Math.min(all.right, view.right + wide) - left) * dots);
  const height = Math.ceil((Math.min(all.bottom, view.bottom + high) - top) * dots);
  if (!(width > 0 && height > 0 && width * height < SCENE.most)) return false;
  const sheet = scene.sheet || el("canvas");
  Object.assign(sheet, { width, height });
  Object.assign(scene, { sheet, scale, left, top, right: left + width / dots, bottom: top + height / dots, mark: motion.mark });
  const ctx = sheet.getContext("2d");
  ctx.setTransform(dots, 0, 0, dots, -left * dots, -top * dots);
  real.edges(ctx);
  real.nodes(ctx, true);
  real.arrows(ctx);
  return true;
}
