// Starts the program. No bundler reads this file: it is served as it stands, named by its content.
// It fetches the module and the glue with their integrity, starts them, and registers the service worker.
//
// What it tells the page (attributes of <html> and events on window, nothing personal):
//   data-offline="ready" | "failed" | "none"   event baoxue:offline-ready   every file is kept on this device
//   data-update="ready"                        event baoxue:update-ready    a newer version waits
// What the page may say (event on window):
//   baoxue:update-accept   the user agreed: take the waiting version over and reload
const root = document.documentElement;
const tag = document.querySelector("script[data-js][data-wasm]");

/** Shows the plain words that stand in index.html; the program itself has not started. */
function problem(reason, detail) {
  const box = document.getElementById("boot-problem");
  if (!box) return;
  box.hidden = false;
  for (const section of box.querySelectorAll("[data-reason]")) {
    section.hidden = section.getAttribute("data-reason") !== reason;
  }
  document.getElementById("boot-detail").textContent = detail || "";
}

/** What the program cannot do without; the first that is missing, or null. The oldest browsers that have it all stand in
 *  README.md: whoever adds a need changes them, and the words in index.html. */
function missing() {
  if (!window.isSecureContext) return ["insecure", location.origin];
  const styles = (words) => typeof CSS === "object" && CSS.supports(words);
  // A module with one table of external references: what the compiler takes for granted.
  const table = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 4, 4, 1, 0x6f, 0, 0]);
  const needs = {
    WebAssembly: typeof WebAssembly === "object" && typeof WebAssembly.instantiateStreaming === "function",
    "WebAssembly reference types": typeof WebAssembly === "object" && WebAssembly.validate(table),
    // Its mere name: where storage is refused, reading it throws, and the program itself says what to do.
    IndexedDB: "indexedDB" in globalThis,
    WebCrypto: typeof crypto === "object" && typeof crypto.subtle === "object",
    Worker: typeof Worker === "function",
    dialog: typeof HTMLDialogElement === "function",
    "CSS container queries": styles("container-type: inline-size"),
    "CSS :has()": styles("selector(:has(a))"),
    "CSS dvh": styles("height: 1dvh"),
    "CSS color-mix()": styles("color: color-mix(in srgb, red, blue)"),
  };
  for (const name of Object.keys(needs)) if (!needs[name]) return ["browser", name];
  return null;
}

/** A module script element is the one way of loading a module whose integrity every engine enforces;
 *  the import after it takes the very module that was checked. */
function importChecked(url, integrity) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = url;
    if (integrity) script.integrity = integrity;
    script.onload = () => resolve(import(url));
    script.onerror = () => reject(new Error(url));
    document.head.append(script);
  });
}

async function start() {
  const { js, wasm, jsIntegrity, wasmIntegrity } = tag.dataset;
  const bytes = fetch(wasm, { integrity: wasmIntegrity || "", credentials: "same-origin" });
  bytes.catch(() => {}); // reported once, by the initialiser that awaits it
  const glue = await importChecked(js, jsIntegrity);
  const program = await glue.default({ module_or_path: bytes });
  // The glue has loaded this very file already.
  (await import(root.dataset.behindGlue)).handOver(program);
}

function tell(name) {
  window.dispatchEvent(new Event(name));
}

function updateReady() {
  root.dataset.update = "ready";
  tell("baoxue:update-ready");
}

function offlineReady() {
  root.dataset.offline = "ready";
  tell("baoxue:offline-ready");
}

/** The program never changes under an open form: a waiting version is taken over only when the user says so. */
async function serviceWorker() {
  const container = navigator.serviceWorker;
  if (!container) {
    root.dataset.offline = "none";
    return;
  }
  const base = root.dataset.base || "/";
  const registration = await container.register(base + "sw.js", { scope: base, updateViaCache: "none" });

  const watch = (worker) => {
    if (!worker) return;
    const look = () => {
      if (worker.state === "installed" && registration.active) updateReady();
      if (worker.state === "activated") offlineReady();
    };
    worker.addEventListener("statechange", look);
    look();
  };
  watch(registration.installing);
  watch(registration.waiting);
  watch(registration.active);
  registration.addEventListener("updatefound", () => watch(registration.installing));

  let asked = false;
  window.addEventListener("baoxue:update-accept", () => {
    if (!registration.waiting) return;
    asked = true;
    registration.waiting.postMessage("skip-waiting");
  });
  container.addEventListener("controllerchange", () => {
    if (asked) location.reload();
  });
  // Tablets stay open for weeks: look for a newer version when one comes back to the page with a network.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && navigator.onLine) registration.update().catch(() => {});
  });
}

const lack = missing();
if (lack) {
  problem(lack[0], lack[1]);
} else {
  start().catch((error) => {
    problem("load", String(error && error.message ? error.message : error));
    throw error;
  });
  serviceWorker().catch((error) => {
    root.dataset.offline = "failed";
    console.warn("service worker", error);
  });
}
