// The timeline's chart: stacked bars by class; a stretch that is dragged over becomes the filter.
const bins = JSON.parse(document.getElementById("bins")?.textContent || "null");
const plot = document.querySelector("[data-plot]");
const order = ["words", "deeds", "demands", "force"];
const day = (text) => Date.UTC(+text.slice(0, 4), +(text.slice(5, 7) || 1) - 1, +(text.slice(8, 10) || 1)) / 1000;
const iso = (seconds) => new Date(seconds * 1000).toISOString().slice(0, { year: 4, month: 7, day: 10 }[bins.by]);

function draw() {
  const style = getComputedStyle(document.documentElement);
  const tone = (name) => style.getPropertyValue(`--${name}`).trim();
  let total = bins.periods.map(() => 0);
  const stacked = order.map((name) => (total = total.map((sum, i) => sum + bins[name][i])));
  const width = { year: 366, month: 31, day: 1 }[bins.by] * 86400;
  const bars = uPlot.paths.bars({ size: [0.9, 60], align: 1 });
  const axis = { stroke: tone("soft"), grid: { stroke: tone("line"), width: 1 }, ticks: { stroke: tone("line") } };
  const options = {
    width: plot.clientWidth, height: plot.clientHeight, legend: { show: false },
    cursor: { drag: { x: true, y: false, setScale: false } },
    scales: { x: { time: true, range: (u, low, high) => [low - width / 2, high + width * 1.5] }, y: { range: (u, low, high) => [0, Math.max(high, 1) * 1.05] } },
    axes: [axis, { ...axis, size: 44 }],
    series: [{}, ...order.map((name, i) => ({ label: name, fill: tone(order[3 - i]), stroke: tone(order[3 - i]), width: 0, paths: bars, points: { show: false } }))],
    hooks: { setSelect: [(u) => {
      if (u.select.width < 4) return;
      const address = new URL(location.href);
      address.searchParams.set("since", iso(u.posToVal(u.select.left, "x")));
      address.searchParams.set("until", iso(u.posToVal(u.select.left + u.select.width, "x")));
      address.searchParams.delete("by");
      location.assign(address);
    }] },
  };
  plot.replaceChildren();
  return new uPlot(options, [bins.periods.map(day), ...stacked.reverse()], plot);
}

if (bins && plot && window.uPlot) {
  draw();
  addEventListener("resize", () => { clearTimeout(draw.timer); draw.timer = setTimeout(draw, 150); });
}
