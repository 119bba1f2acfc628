// The timeline's chart: stacked bars by class. A stretch that is dragged over, or a bar that is chosen, becomes the filter.
const bins = JSON.parse(document.getElementById("bins")?.textContent || "null");
const plot = document.querySelector("[data-plot]");
const told = document.querySelector("[data-told]");
const order = ["words", "deeds", "demands", "force"];
const lang = document.documentElement.lang;
const DAY = 86400;
const seconds = (text) => Date.UTC(+text.slice(0, 4), +(text.slice(5, 7) || 1) - 1, +(text.slice(8, 10) || 1)) / 1000;
const iso = (at) => new Date(at * 1000).toISOString().slice(0, { year: 4, month: 7, day: 10 }[bins.by]);
const say = (at, shape) => new Intl.DateTimeFormat(lang, { timeZone: "UTC", ...shape }).format(new Date(at * 1000));
const SHAPES = { year: { year: "numeric" }, month: { month: "short", year: "numeric" }, day: { day: "numeric", month: "short", year: "numeric" } };

// The axis in the tongue of the page: years, months or days, the year under the first tick and where it changes.
function ticks(u, splits, axis, space, step) {
  let year = "";
  return splits.map((at) => {
    const now = say(at, { year: "numeric" });
    if (step >= 360 * DAY) return now;
    const name = say(at, step >= 28 * DAY ? { month: "short" } : { day: "numeric", month: "short" });
    const line = now === year ? name : `${name}\n${now}`;
    year = now;
    return line;
  });
}

function go(since, until) {
  const address = new URL(location.href);
  address.searchParams.set("since", since);
  address.searchParams.set("until", until);
  address.searchParams.delete("by");
  location.assign(address);
}

function read(u) {
  const at = u.cursor.idx;
  if (at === null || at === undefined) { told.textContent = told.dataset.told; return; }
  const counts = [...document.querySelectorAll(".keys .key")].map((key, i) => `${key.textContent} ${bins[order[i]][at]}`);
  told.textContent = `${say(seconds(bins.periods[at]), SHAPES[bins.by])}: ${counts.join(" · ")}`;
}

function draw() {
  const style = getComputedStyle(document.documentElement);
  const tone = (name) => style.getPropertyValue(`--${name}`).trim();
  let total = bins.periods.map(() => 0);
  const stacked = order.map((name) => (total = total.map((sum, i) => sum + bins[name][i])));
  const width = { year: 366, month: 31, day: 1 }[bins.by] * DAY;
  const bars = uPlot.paths.bars({ size: [0.9, 60], align: 1 });
  const axis = { stroke: tone("soft"), font: "12px Inter, sans-serif", grid: { stroke: tone("line"), width: 1 }, ticks: { stroke: tone("line") } };
  const options = {
    width: plot.clientWidth, height: plot.clientHeight, legend: { show: false },
    tzDate: (at) => uPlot.tzDate(new Date(at * 1000), "Etc/UTC"),
    cursor: { drag: { x: true, y: false, setScale: false }, points: { show: false } },
    scales: { x: { time: true, range: (u, low, high) => [low - width / 2, high + width * 1.5] }, y: { range: (u, low, high) => [0, Math.max(high, 1) * 1.05] } },
    axes: [{ ...axis, values: ticks }, { ...axis, size: 56, values: (u, splits) => splits.map((count) => new Intl.NumberFormat(lang).format(count)), incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] }],
    series: [{}, ...order.map((name, i) => ({ label: name, fill: tone(order[3 - i]), stroke: tone(order[3 - i]), width: 0, paths: bars, points: { show: false } }))],
    hooks: {
      setCursor: [read],
      setSelect: [(u) => { if (u.select.width >= 4) go(iso(u.posToVal(u.select.left, "x")), iso(u.posToVal(u.select.left + u.select.width, "x"))); }],
      ready: [(u) => u.over.addEventListener("click", () => {
        const period = bins.periods[u.cursor.idx];
        if (period && u.select.width < 4 && bins.by !== "day") go(period, period);
      })],
    },
  };
  plot.replaceChildren();
  return new uPlot(options, [bins.periods.map(seconds), ...stacked.reverse()], plot);
}

if (bins && plot && window.uPlot) {
  document.fonts.load("12px Inter").then(draw);
  addEventListener("resize", () => { clearTimeout(draw.timer); draw.timer = setTimeout(draw, 150); });
}
