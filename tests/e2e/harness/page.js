// Finds what a user would find: by role and accessible name, visible only. Run inside the page by the journeys.
// arguments: role, name, exact → the element or null
const [role, name, exact] = arguments;
const ROLES = {
  button: "button, [role=button], summary, input[type=submit], input[type=button]",
  link: "a[href], [role=link]",
  field: "input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]), textarea, [role=textbox], [role=combobox], [contenteditable=true]",
  list: "select, [role=listbox]",
  check: "input[type=checkbox], [role=checkbox], [role=switch]",
  radio: "input[type=radio], [role=radio]",
  tab: "[role=tab]",
  option: "option, [role=option]",
  heading: "h1, h2, h3, h4, [role=heading]",
  dialog: "dialog[open], [role=dialog], [role=alertdialog]",
  region: "section, [role=region], main, nav, form, fieldset",
  image: "img, canvas, svg[role=img], [role=img]",
  row: "tr, [role=row], li, [role=listitem]",
  alert: "[role=alert], [role=status]",
  any: "*",
};
const squeeze = (text) => (text || "").replace(/\s+/g, " ").trim();
const shown = (element) => {
  if (element.type === "file") return true; // file inputs hide behind their label by custom
  if (!element.checkVisibility({ visibilityProperty: true })) {
    // A styled check box hides behind its label.
    const label = element.labels && element.labels[0];
    return !!label && label.checkVisibility({ visibilityProperty: true });
  }
  return true;
};
const named = (ids) => squeeze(ids.split(/\s+/).map((id) => (document.getElementById(id) || {}).textContent || "").join(" "));
const names = (element) => {
  const found = [];
  const add = (text) => squeeze(text) && found.push(squeeze(text));
  if (element.getAttribute("aria-labelledby")) add(named(element.getAttribute("aria-labelledby")));
  add(element.getAttribute("aria-label"));
  for (const label of element.labels || []) {
    add(label.textContent);
    const own = label.querySelector(".label, [data-label]");
    if (own) add(own.textContent);
  }
  if (element.tagName === "FIELDSET") add((element.querySelector("legend") || {}).textContent);
  add(element.getAttribute("alt"));
  add(element.getAttribute("title"));
  if (!["INPUT", "SELECT", "TEXTAREA"].includes(element.tagName)) add(element.textContent);
  if (["submit", "button"].includes(element.type)) add(element.value);
  add(element.getAttribute("placeholder"));
  return found;
};
// What lies under an open modal cannot be reached by a user, so not by a journey either.
const modals = [...document.querySelectorAll("dialog:modal")];
const scope = modals.length ? modals[modals.length - 1] : document;
const all = [...scope.querySelectorAll(ROLES[role] || role)].filter((element) => !element.closest("[inert]") && shown(element));
const fits = (element) => names(element).some((own) => (exact ? own === name : own.includes(name)));
const found = all.filter(fits);
return found[0] || null;
