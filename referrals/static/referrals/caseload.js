// The list from the keyboard: j and k walk, Enter opens, x picks, / looks for a name, ? says so. Nothing needs it, and
// whoever speaks to their computer can switch single keys off: what they say is typed.
(() => {
  "use strict";
  const rows = () => [...document.querySelectorAll("#people tbody tr")];
  const dialog = document.getElementById("keys");
  const allowed = document.getElementById("keys-on");
  let at = -1;

  const go = (by) => {
    const all = rows();
    if (!all.length) return;
    at = Math.min(Math.max(at + by, 0), all.length - 1);
    const link = all[at].querySelector("a.name");
    link.focus();
    all[at].scrollIntoView({ block: "nearest" });
  };
  const pick = () => {
    const box = rows()[at]?.querySelector(".pick input");
    if (box) box.checked = !box.checked;
  };
  const keys = {
    j: () => go(1),
    k: () => go(-1),
    x: pick,
    "/": () => document.getElementById("id_q").focus(),
    "?": () => dialog.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea, dialog");
    if (!allowed.checked || typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  allowed.checked = localStorage.getItem("single-keys") !== "off";
  allowed.addEventListener("change", () => localStorage.setItem("single-keys", allowed.checked ? "on" : "off"));
  document.getElementById("show-keys")?.addEventListener("click", () => dialog.showModal());
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("#people tbody tr");
    if (row) at = rows().indexOf(row);
  });
})();
