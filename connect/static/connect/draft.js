// A referral that is being written: kept on the server while it is typed, and on this phone only where its writer ticked it.
const form = document.querySelector("form[data-draft]");
const here = form.querySelector("[data-on-this-phone]");
const tick = here.querySelector("input");
const back = here.querySelector("[data-bring-back]");
const said = form.querySelector("[data-saved]");
const PLACE = "connect.draft", A_MOMENT = 2000;
let waiting = 0;

const typed = () => [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "key");
const clock = () => new Date().toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" });

function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(PLACE));
    if (found && found.whose === form.dataset.whose) return found;
    localStorage.removeItem(PLACE); // somebody else's, on a phone that two have used
  } catch { /* a browser that keeps nothing */ }
  return null;
}

function keepHere() {
  try {
    if (tick.checked) localStorage.setItem(PLACE, JSON.stringify({ whose: form.dataset.whose, fields: typed() }));
    else localStorage.removeItem(PLACE);
  } catch { /* full, or forbidden: the server has it all the same */ }
}

function fill(fields) {
  for (const box of form.querySelectorAll("input[type=checkbox][name], input[type=radio][name]"))
    box.checked = fields.some(([name, value]) => name === box.name && value === box.value);
  for (const [name, value] of fields) {
    const box = form.elements[name];
    if (box && !(box instanceof RadioNodeList) && !["checkbox", "radio"].includes(box.type)) box.value = value;
  }
  for (const more of form.querySelectorAll("details")) more.open = true;
}

async function keepThere() {
  let words = said.dataset.not;
  try {
    const answer = await fetch(form.dataset.draft, { method: "POST", body: new FormData(form), redirect: "error" });
    if (answer.status === 204) words = said.dataset.words.replace("{time}", clock());
  } catch { /* no connection: said below */ }
  said.textContent = words;
  said.hidden = false;
}

function soon() {
  keepHere();
  clearTimeout(waiting);
  waiting = setTimeout(keepThere, A_MOMENT);
}

here.hidden = false;
form.addEventListener("input", soon);
form.addEventListener("submit", () => clearTimeout(waiting)); // what is sent must not come back as a draft
const before = kept();
if (before) {
  tick.checked = true;
  back.hidden = false;
  back.querySelector("button").addEventListener("click", () => { fill(before.fields); back.hidden = true; soon(); });
}
