// The map that moves, in place of the drawn one. Leaflet comes only when the map can be seen; nothing else is asked of anybody.
"use strict";

(() => {
  const box = document.getElementById("live-map"), data = document.getElementById("map-data");
  if (!box || !data) return;
  const figure = box.closest("figure"), says = box.dataset, told = JSON.parse(data.textContent);
  const APART = 30; // pixels: a pin and its neighbour can each be pressed
  let map = null, bounds = null, pins = [];

  // On a phone the map is a sheet that is closed at first: then nothing is fetched until it is opened.
  new IntersectionObserver((seen, observer) => {
    if (!seen.some(entry => entry.isIntersecting)) return;
    observer.disconnect();
    fetchLeaflet().then(draw, () => {}); // without it, the drawn map stays
  }).observe(figure);
  window.addEventListener("hashchange", () => {
    if (map) requestAnimationFrame(fit);
    if (location.hash === "#map") figure.querySelector("a, button, [tabindex]")?.focus({ preventScroll: true });
  });

  function fetchLeaflet() {
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: says.style });
    const script = Object.assign(document.createElement("script"), { src: says.script });
    document.head.prepend(style); // before ours, which knows better
    document.head.append(script);
    return Promise.all([style, script].map(part => new Promise((done, failed) => { part.onload = done; part.onerror = failed; })));
  }

  function draw() {
    for (const drawn of figure.querySelectorAll("svg.map")) drawn.remove();
    box.hidden = false;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", says.label);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    map = L.map(box, { zoomControl: false, scrollWheelZoom: false, attributionControl: false, maxZoom: 18, zoomSnap: .25, zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still });
    L.control.zoom({ zoomInTitle: says.in, zoomOutTitle: says.out }).addTo(map);
    if (told.tiles) tiles();
    bounds = whole();
    fit(); // before anything is put on it: Leaflet draws nothing on a map that shows nowhere
    wards();
    home();
    pins = told.places.features.map(pin);
    regroup();
    map.on("zoomend", regroup);
    list();
    larger();
  }

  // All the wards where there is no other ground; on tiles, what was found and where somebody looked.
  function whole() {
    const found = [...told.places.features, ...(told.home ? [told.home] : [])];
    const seen = L.latLngBounds(found.map(at));
    return told.wards.features.length && !(told.tiles && seen.isValid()) ? L.geoJSON(told.wards).getBounds() : seen;
  }

  function fit() {
    map.invalidateSize({ animate: false }).fitBounds(bounds, { maxZoom: 15, paddingTopLeft: [48, 12], paddingBottomRight: [12, 12], animate: false });
  }

  function tiles() {
    box.classList.add("on-tiles");
    L.control.attribution({ prefix: false }).addTo(map);
    const words = document.createElement("span");
    words.textContent = told.attribution;
    L.tileLayer(told.tiles, { attribution: words.innerHTML, referrerPolicy: "origin" }).addTo(map);
  }

  function wards() {
    map.createPane("names").style.zIndex = 450; // over the wards, under the pins
    const layer = L.geoJSON(told.wards, {
      interactive: false,
      style: ward => ({ className: ward.properties.here ? "ward here" : "ward" }),
      onEachFeature: (ward, shape) => shape.bindTooltip(text(ward.properties.name), { permanent: true, direction: "center", pane: "names", className: "ward-name", interactive: false }),
    }).addTo(map);
    layer.eachLayer(shape => { if (shape.feature.properties.here) shape.bringToFront(); });
  }

  function home() {
    if (!told.home) return;
    const marker = L.marker(at(told.home), { icon: L.divIcon({ className: "home", iconSize: [20, 20] }), keyboard: false, interactive: false }).addTo(map);
    marker.getElement().setAttribute("role", "img");
    marker.getElement().setAttribute("aria-label", says.home.replace("{name}", told.home.properties.name));
  }

  function pin(place) {
    const icon = L.divIcon({ className: "pin", html: text(String(place.properties.number)), iconSize: [28, 28] });
    const marker = L.marker(at(place), { icon, riseOnHover: true, autoPanOnFocus: true });
    const one = { ...place.properties, marker, under: [] };
    marker.bindPopup(() => words(one), { closeButton: true, autoPanPadding: [24, 24], minWidth: 160, maxWidth: 260, maxHeight: 220 });
    marker.on("add", () => {
      const drawn = marker.getElement();
      drawn.addEventListener("keydown", event => { if (event.key === " ") { event.preventDefault(); marker.openPopup(); } });
      for (const [event, on] of [["focus", true], ["blur", false], ["pointerenter", true], ["pointerleave", false]])
        drawn.addEventListener(event, () => [one, ...one.under].forEach(each => card(each)?.classList.toggle("on", on)));
    });
    marker.on("popupopen", ({ popup }) => {
      popup.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label", says.close);
      popup.getElement().querySelector("a[href]:not(.leaflet-popup-close-button)").focus();
    });
    marker.on("popupclose", () => {
      if (box.contains(document.activeElement) || document.activeElement === document.body) marker.getElement()?.focus();
    });
    return one;
  }

  // Pins that would lie on each other are one, which opens them all; nearer by, they part.
  function regroup() {
    const shown = [];
    for (const one of pins) {
      const here = map.latLngToLayerPoint(one.marker.getLatLng());
      const over = shown.find(other => map.latLngToLayerPoint(other.marker.getLatLng()).distanceTo(here) < APART);
      one.under = [];
      if (over) {
        over.under.push(one);
        one.marker.remove();
      } else {
        shown.push(one);
        one.marker.addTo(map);
      }
    }
    for (const one of shown) name(one);
  }

  function name({ number, name, marker, under }) {
    const drawn = marker.getElement();
    const label = says.pin.replace("{n}", number).replace("{name}", name);
    drawn.setAttribute("aria-label", [label, ...under.map(each => says.pin.replace("{n}", each.number).replace("{name}", each.name))].join("; "));
    drawn.classList.toggle("many", under.length > 0);
  }

  function words(one) {
    const said = document.createElement("div");
    for (const each of [one, ...one.under]) said.append(...about(each));
    return said;
  }

  function about({ number, name, where, address }) {
    const title = line(), way = line();
    const link = Object.assign(document.createElement("a"), { href: cardLink(number) || address });
    const named = document.createElement("bdi");
    named.textContent = name;
    link.append(named);
    title.append(link);
    way.append(Object.assign(document.createElement("a"), { href: `#r${number}`, textContent: says.listed }));
    return [title, Object.assign(line(), { textContent: where }), way];
  }

  // The list and the map point at each other.
  function list() {
    for (const one of pins) {
      for (const [event, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]])
        card(one)?.addEventListener(event, () => {
          const seen = pins.find(other => other === one && map.hasLayer(one.marker)) || pins.find(other => other.under.includes(one));
          seen?.marker.getElement()?.classList.toggle("on", on);
        });
    }
  }

  function card({ number }) {
    return document.getElementById(`r${number}`);
  }

  box.addEventListener("keydown", event => {
    if (event.key === "Escape" && map) map.closePopup(); // Leaflet listens only while the map itself has the focus
  });

  function larger() {
    const button = document.getElementById("larger-map");
    button.hidden = false;
    button.addEventListener("click", () => {
      const wide = box.classList.toggle("larger");
      button.setAttribute("aria-pressed", String(wide));
      fit();
      box.scrollIntoView({ block: "nearest" });
    });
  }

  function cardLink(number) {
    return document.querySelector(`#r${number} h2 a`)?.getAttribute("href");
  }
  function at({ geometry }) {
    return [geometry.coordinates[1], geometry.coordinates[0]];
  }
  function line() {
    return document.createElement("p");
  }
  function text(words) {
    return Object.assign(document.createElement("span"), { textContent: words });
  }
})();
