// Looks at the page as it stands for everyone.js's reader, tests/e2e/journeys/everyone.rs, which runs it inside the page.
// arguments: what to look at ("all": everything; "fit": only whether words fit; "system":
// contrast and motion as the system asks for them), language tag, whether in the colours of a real
// register rather than of the practice one
// → sentences, one a fault; none when all is well. The page is left as it was found.
const [what, lang, real] = arguments;
const root = document.documentElement;
const faults = [];

const where = (element) => {
  const name = element.getAttribute("data-name") || element.id || element.className;
  return `<${element.tagName.toLowerCase()} ${name}> “${(element.textContent || "").trim().slice(0, 24)}”`;
};
const axed = async (what, options) => {
  const found = await axe.run(document, { resultTypes: ["violations"], ...options });
  for (const violation of found.violations) {
    for (const node of violation.nodes.slice(0, 4)) {
      faults.push(`${what}: ${violation.id}: ${node.target.join(" ")} ${node.html.slice(0, 160)} ${(node.any[0] || node.all[0] || node.none[0] || {}).message || ""}`);
    }
  }
};
const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** Words that do not fit where they stand, and whatever makes the page scroll sideways. */
const cut = (what) => {
  if (root.scrollWidth > innerWidth + 1) faults.push(`${what}: the page scrolls sideways by ${root.scrollWidth - innerWidth}`);
  // What can be worked lies within the screen, or in something that is scrolled to it.
  for (const element of document.querySelectorAll("button, a[href], input, select, textarea")) {
    const box = element.getBoundingClientRect();
    if (!box.width || (box.right <= innerWidth + 1 && box.left >= -1) || element.closest(".unseen, .skip") || !element.checkVisibility()) continue;
    let around = element.parentElement;
    while (around && !/auto|scroll/.test(getComputedStyle(around).overflowX)) around = around.parentElement;
    if (!around || around === document.body) faults.push(`${what}: out of the screen: ${where(element)}`);
  }
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".unseen, .chart-caption, svg")) continue;
    const style = getComputedStyle(element);
    const scrolls = /auto|scroll/.test(style.overflowX);
    const holds = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const clips = /hidden|clip/.test(style.overflowX);
    if (holds && clips && element.scrollWidth > element.clientWidth + 1) faults.push(`${what}: cut words in ${where(element)}`);
    if (element.matches(".vlist-row, .vlist-head") && [...element.querySelectorAll(".line, .ledger-cell")].some((line) => line.scrollHeight > line.clientHeight + 1)) {
      faults.push(`${what}: words higher than their row in ${where(element)}`);
    }
    // Tables and wide lists scroll by themselves; a page does not.
    if (scrolls && element.matches(".shell-main, .split-list, .split-file, .dialog-body, .gate-main") && element.scrollWidth > element.clientWidth + 1) {
      const wide = [...element.querySelectorAll("*")].find((inner) => inner.getBoundingClientRect().right > element.getBoundingClientRect().right + 1 && !inner.closest(".unseen"));
      faults.push(`${what}: ${where(element).slice(0, 60)} scrolls sideways by ${element.scrollWidth - element.clientWidth}${wide ? " for " + where(wide) : ""}`);
    }
  }
};

return (async () => {
  if (what === "fit") {
    await drawn();
    cut(`${innerWidth} px`);
    return [...new Set(faults)];
  }
  if (what === "system") {
    await drawn();
    await axed("as the system asks", { runOnly: ["color-contrast"] });
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      const long = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
      for (const element of document.querySelectorAll("body, body *")) {
        const style = getComputedStyle(element);
        if (long(style.transitionDuration)) faults.push(`moves: ${where(element)} for ${style.transitionDuration}`);
        if (style.animationName !== "none" && long(style.animationDuration)) faults.push(`moves: ${where(element)} by ${style.animationName}`);
      }
    }
    return [...new Set(faults)];
  }
  const { theme, register, motion } = root.dataset;
  root.dataset.motion = "off";
  if (root.lang !== lang) faults.push(`the page says lang="${root.lang}", not "${lang}"`);
  if (real) delete root.dataset.register;
  root.dataset.theme = "light";
  await drawn();
  await axed("light", {});
  for (const other of ["dark", "contrast"]) {
    root.dataset.theme = other;
    await drawn();
    await axed(other, { runOnly: ["color-contrast"] });
  }
  const back = (key, value) => (value === undefined ? delete root.dataset[key] : (root.dataset[key] = value));
  back("theme", theme);
  back("register", register);
  back("motion", motion);
  return [...new Set(faults)];
})();
