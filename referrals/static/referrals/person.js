// A note from the keyboard: n begins one, Ctrl+Enter saves it. A phrase that is ticked is part of the note as it is.
(() => {
  "use strict";
  const form = document.getElementById("note");
  if (!form) return;
  const words = form.querySelector("textarea");

  words.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, dialog");
    if (localStorage.getItem("single-keys") === "off" || typing || event.ctrlKey || event.metaKey || event.altKey || event.key !== "n") return;
    event.preventDefault();
    words.focus();
  });
})();
