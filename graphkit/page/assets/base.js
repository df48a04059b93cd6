// Small helpers for the document. Text enters it through text nodes only.

const $ = (id) => document.getElementById(id);

function el(tag, options = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "on") for (const [kind, act] of Object.entries(value)) node.addEventListener(kind, act);
    else if (name in node && typeof value !== "string") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const button = (text, act, options = {}) => el("button", { type: "button", ...options, on: { click: act } }, text);

// A link that leaves the page: only to the web, never to a script or a file.
function webLink(address, text) {
  if (!/^https?:\/\//i.test(address || "")) return el("span", {}, text);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

const OTHER_LETTERS = { ø: "o", Ø: "o", ł: "l", Ł: "l", đ: "d", Đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i" };

function fold(text) {
  if (!/[^\x00-\x7f]/.test(text)) return text.toLowerCase();
  const plain = text.normalize("NFKD").replace(/\p{M}+/gu, "");
  return plain.replace(/[øØłŁđĐðþßæœı]/g, (letter) => OTHER_LETTERS[letter]).toLowerCase();
}

const NEVER = -9999999;
const DAY = 86400000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const isoDay = (day) => (day === NEVER ? "" : new Date(day * DAY).toISOString().slice(0, 10));

function parseDay(text) {
  const time = Date.parse((text || "") + "T00:00:00Z");
  return Number.isNaN(time) ? NEVER : Math.round(time / DAY);
}

function dayText(day, precision = "day") {
  if (day === NEVER) return "no date";
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  if (precision === "year") return String(year);
  if (precision === "month") return `${MONTHS[date.getUTCMonth()]} ${year}`;
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${year}`;
}

function spanText(from, to, precision) {
  if (from === NEVER) return "no date";
  if (from === to || precision === "month" || precision === "year") return dayText(from, precision);
  return `${dayText(from)} – ${dayText(to)}`;
}

const plural = (count, one, many = one + "s") => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

function announce(text) {
  $("news").textContent = text;
}

// Calls to the result are gathered until the next frame.
function onNextFrame(act) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      act();
    });
  };
}
