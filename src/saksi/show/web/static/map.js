// The map: Natural Earth's shapes, no tiles. A city or site is a disc, a region a dashed ring, a country its own shade.
import * as maplibre from "/static/vendor/maplibre-gl.mjs";
(maplibre.setWorkerUrl || maplibre.default.setWorkerUrl)("/static/vendor/maplibre-gl-worker.mjs");
const { Map, Marker, NavigationControl } = maplibre.Map ? maplibre : maplibre.default;

const holder = document.querySelector("[data-map]");
const tone = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const short = new Intl.NumberFormat(document.documentElement.lang, { notation: "compact", maximumFractionDigits: 1 });
const small = holder?.classList.contains("small");
let markers = [];

// TopoJSON to GeoJSON: arcs are kept as differences of whole numbers and stitched into rings.
function shapes(atlas) {
  const { scale, translate } = atlas.transform;
  const arcs = atlas.arcs.map((arc) => { let x = 0, y = 0; return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]); });
  const ring = (ids) => ids.flatMap((id, i) => { const line = id < 0 ? arcs[~id].slice().reverse() : arcs[id]; return i ? line.slice(1) : line; }).map(unwrapped);
  const features = atlas.objects.countries.geometries.filter((one) => one.arcs && one.id !== "ATA").map((one) => ({
    type: "Feature", id: one.id, properties: { code: one.id },
    geometry: { type: one.type, coordinates: one.type === "Polygon" ? one.arcs.map(ring) : one.arcs.map((part) => part.map(ring)) },
  }));
  return { type: "FeatureCollection", features };
}

// Rings that cross the 180th meridian go on beyond it, so that no line runs back over the whole map.
let turn = 0, before = null;
function unwrapped([x, y], i) {
  if (i === 0) { turn = 0; before = null; }
  if (before !== null && Math.abs(x - before) > 180) turn += x < before ? 360 : -360;
  before = x;
  return [x + turn, y];
}

async function open() {
  const atlas = await (await fetch("/static/vendor/countries.json")).json();
  const map = new Map({
    container: holder, attributionControl: false, renderWorldCopies: true, center: [60, 20], zoom: 1.2, maxZoom: 9,
    style: { version: 8, sources: { land: { type: "geojson", data: shapes(atlas) } }, layers: [
      { id: "sea", type: "background", paint: { "background-color": tone("wash") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": tone("sheet") } },
      { id: "told", type: "fill", source: "land", filter: ["in", ["get", "code"], ["literal", []]], paint: { "fill-color": tone("force"), "fill-opacity": 0.28 } },
      { id: "borders", type: "line", source: "land", paint: { "line-color": tone("line"), "line-width": 1 } },
    ] },
  });
  map.addControl(new NavigationControl({ showCompass: false }));
  if (small) map.scrollZoom.disable();
  map.on("load", () => { (small ? one(map) : every(map)).then(() => { holder.dataset.ready = "yes"; }); });
}

function shade(map, codes) {
  map.setFilter("told", ["in", ["get", "code"], ["literal", codes]]);
}

async function one(map) {
  const { lat, lon, country, precision } = holder.dataset;
  if (lat !== "" && lon !== "") {
    new Marker({ element: disc({ precision, incidents: "" }, 18) }).setLngLat([+lon, +lat]).addTo(map);
    map.jumpTo({ center: [+lon, +lat], zoom: precision === "region" ? 3.2 : 4 });
  } else if (country) {
    shade(map, [country]);
    const shape = map.getSource("land")._data?.features?.find?.((each) => each.id === country) ?? (await map.getSource("land").getData?.())?.features.find((each) => each.id === country);
    if (shape) map.fitBounds(bounds(shape.geometry), { padding: 20, animate: false, maxZoom: 5 });
  }
}

function bounds(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const largest = polygons.reduce((best, each) => (each[0].length > best[0].length ? each : best));
  const xs = largest[0].map(([x]) => x), ys = largest[0].map(([, y]) => y);
  return [[Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]];
}

function disc(spot, size) {
  const button = document.createElement(spot.href ? "a" : "span");
  button.className = `spot ${spot.many ? "many" : spot.precision || ""}`;
  button.style.width = button.style.height = `${size}px`;
  button.textContent = spot.incidents === "" ? "" : short.format(spot.incidents);
  if (spot.href) { button.href = spot.href; button.setAttribute("aria-label", `${spot.name}: ${spot.incidents}`); button.title = spot.name; }
  return button;
}

async function every(map) {
  let features = [], whole = new globalThis.Map();
  map.on("click", "told", (event) => { const href = whole.get(event.features[0].properties.code); if (href) location.assign(href); });
  map.on("mouseenter", "told", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "told", () => { map.getCanvas().style.cursor = ""; });
  const load = async () => {
    const address = new URL(holder.dataset.source, location.href);
    const since = document.querySelector("[data-since]"), until = document.querySelector("[data-until]");
    if (since) { address.searchParams.set("since", since.value); address.searchParams.set("until", until.value); }
    features = (await (await fetch(address)).json()).features;
    whole = new globalThis.Map(features.filter((each) => !each.geometry && each.properties.country).map((each) => [each.properties.country, each.properties.href]));
    shade(map, [...whole.keys()]);
    place(map, features);
  };
  map.on("moveend", () => place(map, features));
  for (const range of document.querySelectorAll("[data-since], [data-until]")) {
    range.addEventListener("input", () => {
      const since = document.querySelector("[data-since]"), until = document.querySelector("[data-until]");
      if (+since.value > +until.value) (range === since ? until : since).value = range.value;
      document.querySelector("[data-first]").textContent = document.querySelector("[data-since]").value;
      document.querySelector("[data-last]").textContent = document.querySelector("[data-until]").value;
      clearTimeout(load.timer); load.timer = setTimeout(load, 150);
    });
  }
  await load();
}

// Places that would lie on one another become one disc; choosing it looks closer.
function place(map, features) {
  for (const marker of markers) marker.remove();
  markers = [];
  const groups = [];
  for (const { geometry, properties } of features) {
    if (!geometry) continue;
    const at = map.project(geometry.coordinates);
    const near = groups.find((group) => Math.hypot(group.at.x - at.x, group.at.y - at.y) < 44);
    if (near) { near.spots.push(properties); near.total += properties.incidents; }
    else groups.push({ at, lngLat: geometry.coordinates, spots: [properties], total: properties.incidents });
  }
  for (const group of groups.slice(0, 400)) {
    const size = Math.min(20 + Math.sqrt(group.total) * 3, 46);
    const alone = group.spots.length === 1;
    const element = alone ? disc(group.spots[0], size) : disc({ many: true, incidents: group.total, href: "#", name: group.spots.slice(0, 6).map((each) => each.name).join(", ") }, size);
    if (!alone) element.addEventListener("click", (event) => { event.preventDefault(); map.easeTo({ center: group.lngLat, zoom: map.getZoom() + 2 }); });
    markers.push(new Marker({ element }).setLngLat(group.lngLat).addTo(map));
  }
}

if (holder) open();
