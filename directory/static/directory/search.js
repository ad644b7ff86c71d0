// Search, made quicker: suggestions while somebody types, and "near me". Without it, every journey still works.
"use strict";

(() => {
  const WAIT = 180;       // milliseconds after the last key before anything is asked
  const LETTERS = 2;      // before there is anything to suggest
  const PATIENCE = 10000; // milliseconds for a phone to say where it is
  const HUNDRED_METRES = 3; // digits of a degree

  const form = document.querySelector("form.search[data-suggestions]");
  if (form) suggest(form, form.querySelector("input[name=q]"));
  const near = document.getElementById("near-me");
  if (near && "geolocation" in navigator && window.isSecureContext) nearMe(near);

  // A combobox as the ARIA practices have it: the list only proposes, the box keeps the focus.
  function suggest(form, box) {
    const list = document.createElement("ul");
    const told = document.createElement("p");
    let options = [], at = -1, typed = box.value, timer = 0, asked = null;

    list.id = "suggestions";
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.dataset.list);
    told.className = "hidden";
    told.setAttribute("role", "status");
    box.after(told);
    document.getElementById("main").append(list); // outside the band of colour, which would cut it off
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]])
      box.setAttribute(name, value);

    function close() {
      list.hidden = true;
      at = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    }

    function place() {
      const { left, bottom, width } = box.getBoundingClientRect();
      Object.assign(list.style, { left: `${left + scrollX}px`, top: `${bottom + scrollY}px`, width: `${width}px` });
    }

    function show(words) {
      options = words.map((words, n) => {
        const option = document.createElement("li");
        option.id = `suggestion-${n}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.textContent = words;
        option.addEventListener("pointerdown", event => event.preventDefault()); // the box keeps the focus
        option.addEventListener("click", () => take(words));
        return option;
      });
      list.replaceChildren(...options);
      at = -1;
      list.hidden = !options.length;
      place();
      box.setAttribute("aria-expanded", String(!list.hidden));
      box.removeAttribute("aria-activedescendant");
      told.textContent = !options.length ? "" : options.length === 1 ? form.dataset.foundOne : form.dataset.found.replace("{n}", options.length);
    }

    function take(words) {
      box.value = words;
      close();
      form.requestSubmit();
    }

    function move(step) {
      if (list.hidden) return;
      if (at >= 0) options[at].setAttribute("aria-selected", "false");
      at = at + step < -1 ? options.length - 1 : at + step >= options.length ? -1 : at + step;
      if (at < 0) {
        box.removeAttribute("aria-activedescendant");
        box.value = typed;
        return;
      }
      options[at].setAttribute("aria-selected", "true");
      options[at].scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", options[at].id);
      box.value = options[at].textContent;
    }

    async function ask() {
      if (asked) asked.abort();
      const words = box.value.trim();
      if (words.length < LETTERS) return show([]);
      asked = new AbortController();
      try {
        const answer = await fetch(`${form.dataset.suggestions}?q=${encodeURIComponent(words)}`, { signal: asked.signal });
        if (answer.ok && document.activeElement === box) show((await answer.json()).suggestions);
      } catch {
        close(); // no network, or a later key: typing goes on as if nothing had been asked
      }
    }

    box.addEventListener("input", () => {
      typed = box.value;
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    box.addEventListener("keydown", event => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) ask(); else move(event.key === "ArrowDown" ? 1 : -1);
        event.preventDefault();
      } else if (event.key === "Escape" && !list.hidden) {
        box.value = typed;
        close();
        event.preventDefault(); // once closes the list; a second time empties the box, as browsers do
      } else if (event.key === "Enter") {
        clearTimeout(timer);
        close();
      }
    });
    window.addEventListener("resize", place);
    box.addEventListener("blur", () => { clearTimeout(timer); close(); });
  }

  // Asked for only when the button is pressed, sent once, in the body of a form, to about a hundred metres.
  function nearMe(form) {
    const button = form.querySelector("button"), says = form.querySelector("[role=status]"), usual = says.textContent;
    form.hidden = false;
    button.addEventListener("click", () => {
      says.textContent = form.dataset.asking;
      button.disabled = true;
      form.elements.q.value = document.querySelector("form.search input[name=q]").value;
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          form.elements.latitude.value = coords.latitude.toFixed(HUNDRED_METRES);
          form.elements.longitude.value = coords.longitude.toFixed(HUNDRED_METRES);
          form.submit();
        },
        () => {
          says.textContent = form.dataset.refused;
          button.disabled = false;
        },
        { timeout: PATIENCE, maximumAge: 60000 },
      );
    });
    // Back from the results: nothing of where somebody was stays in the form.
    window.addEventListener("pageshow", () => {
      form.elements.latitude.value = form.elements.longitude.value = "";
      button.disabled = false;
      says.textContent = usual;
    });
  }
})();
