// Trunk's post_build hook: makes what Trunk staged fit for a host with a strict policy and for offline use.
//
//   split/*               → the second module, optimised in a release, and the file that brings it
//   style/*.css            → one style-<hash>.css
//   boot.js, worker files  → named by content; the page learns their names from attributes of <html>
//   index.html             → absolute addresses under the public base, integrities
//   schema/*.json          → published beside the page
//   sw.js                  → version and precache list with integrities
//
// Everything is computed from the staged bytes: the same input gives the same output.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { spawnSync } from "node:child_process";
import process from "node:process";

const stage = process.env.TRUNK_STAGING_DIR;
const source = process.env.TRUNK_SOURCE_DIR ?? ".";
if (!stage) fail("TRUNK_STAGING_DIR is not set: this script is run by trunk (see Trunk.toml).");
const base = basePath(process.env.TRUNK_PUBLIC_URL ?? "/");
const pwa = join(source, "src", "pwa");

const style = writeHashed("style.css", concatenateStyles());

const glueText = readFileSync(staged("worker.js"), "utf8");
const wasm = writeHashed("worker.wasm", readFileSync(staged("worker_bg.wasm")));
const glue = writeHashed("worker-glue.js", glueText.replaceAll("worker_bg.wasm", wasm.name));
rmSync(staged("worker.js"));
rmSync(staged("worker_bg.wasm"));
const worker = writeHashed(
  "worker.js",
  fill(readFileSync(join(pwa, "worker.js"), "utf8"), {
    __GLUE__: glue.name,
    __WASM__: wasm.name,
    __WASM_INTEGRITY__: wasm.integrity,
  }),
);
const boot = writeHashed("boot.js", readFileSync(join(pwa, "boot.js")));

for (const name of ["unsupported.js", "manifest.webmanifest"]) copyFileSync(join(pwa, name), staged(name));
copyAll(join(pwa, "icons"), staged("icons"));
copyAll(join(source, "src", "interchange", "schema"), staged("schema"));

const behind = writeHashed("behind.wasm", secondModule());
const bringer = writeHashed("behind.js", readFileSync(join(pwa, "behind.js")));

let html = readFileSync(staged("index.html"), "utf8");
const script = /<script type="module" src="[^"]*boot\.js" data-js="([^"]+)" data-wasm="([^"]+)"><\/script>/.exec(html);
if (!script) fail("index.html holds no boot script: compare pattern_script in Trunk.toml with this script.");
const [js, main] = [base + glueOf(local(script[1])), script[2]];
html = html.replace(
  script[0],
  `<script type="module" src="${base}${boot.name}" integrity="${boot.integrity}" data-js="${js}" data-js-integrity="${integrity(local(js))}" ` +
    `data-wasm="${main}" data-wasm-integrity="${integrity(local(main))}"></script>`,
);
html = html.replace('<link rel="stylesheet" href="style.css">', `<link rel="stylesheet" href="${style.name}" integrity="${style.integrity}">`);
html = html.replace('<script nomodule src="unsupported.js">', `<script nomodule src="unsupported.js" integrity="${integrity("unsupported.js")}">`);
html = html.replace(/\b(href|src)="(?![a-z]+:|\/|#)([^"]+)"/g, (_, attribute, path) => `${attribute}="${base}${path}"`);
html = html.replace(/<!--[\s\S]*?-->\s*/g, "");
html = html.replace(
  /<html ([^>]*)>/,
  (_, rest) =>
    `<html ${rest} data-base="${base}" data-behind="${base}${behind.name}" data-behind-integrity="${behind.integrity}" ` +
    `data-behind-glue="${base}${bringer.name}" data-worker="${base}${worker.name}" data-worker-glue="${base}${glue.name}" ` +
    `data-worker-glue-integrity="${glue.integrity}" data-worker-wasm="${base}${wasm.name}" data-worker-wasm-integrity="${wasm.integrity}">`,
);
const version = digest("sha256", html + listing().map((path) => path + integrity(path)).join("\n"), "hex").slice(0, 16);
html = html.replace("<html ", `<html data-version="${version}" `);
writeFileSync(staged("index.html"), html);
// Static hosts that know no fallback rule show 404.html: let it be the page, which then reads its own path.
writeFileSync(staged("404.html"), html);

const files = listing()
  .filter((path) => path !== "404.html" && path !== "sw.js")
  .map((path) => [path === "index.html" ? "" : path, integrity(path)]);
writeFileSync(
  staged("sw.js"),
  fill(readFileSync(join(pwa, "sw.js"), "utf8"), {
    __VERSION__: version,
    __FILES__: "[\n" + files.map((file) => "  " + JSON.stringify(file)).join(",\n") + ",\n]",
  }),
);
console.log(`post_build: version ${version}, ${files.length} files kept offline, base ${base}`);

function fail(sentence) {
  console.error("post_build: " + sentence);
  process.exit(1);
}

/** The second module as scripts/bin/wasm-bindgen left it; a release is optimised as Trunk does with the first. */
function secondModule() {
  const profile = process.env.TRUNK_PROFILE === "release" ? "release" : "debug";
  const path = join(process.env.CARGO_TARGET_DIR ?? join(source, "target"), "wasm-bindgen", profile, "split", "split_behind.wasm");
  if (!existsSync(path)) fail("the module was not divided: is scripts/bin first on the PATH (make build sees to it)?");
  if (profile !== "release") return readFileSync(path);
  const out = staged("behind-optimised.wasm");
  const run = spawnSync("wasm-opt", ["-Oz", "-o", out, path], { stdio: "inherit" });
  if (run.status !== 0) fail("wasm-opt did not take the second module.");
  const bytes = readFileSync(out);
  rmSync(out);
  return bytes;
}

/** The first module's glue, importing the bringer by its name; returns the glue's new name. */
function glueOf(name) {
  const text = readFileSync(staged(name), "utf8");
  const brings = 'from "./__wasm_split.js"';
  if (!text.includes(brings)) fail("the glue brings no second module: has wasm-split-cli changed its names?");
  rmSync(staged(name));
  return writeHashed("baoxue.js", text.replace(brings, `from "./${bringer.name}"`)).name;
}

function staged(name) {
  return join(stage, name);
}

/** The staged name of an address that Trunk wrote into the page. */
function local(address) {
  return address.slice(base.length);
}

function basePath(url) {
  const path = /^[a-z]+:/.test(url) ? new URL(url).pathname : url;
  if (!path.startsWith("/")) fail(`the public address must be absolute, as /baoxue/, but is ${url}.`);
  return path.endsWith("/") ? path : path + "/";
}

function digest(kind, bytes, encoding) {
  return createHash(kind).update(bytes).digest(encoding);
}

function integrity(name) {
  return "sha384-" + digest("sha384", readFileSync(staged(name)), "base64");
}

function writeHashed(name, bytes) {
  const extension = extname(name);
  const hashed = `${name.slice(0, -extension.length)}-${digest("sha256", bytes, "hex").slice(0, 16)}${extension}`;
  writeFileSync(staged(hashed), bytes);
  return { name: hashed, integrity: integrity(hashed) };
}

function fill(text, values) {
  for (const [key, value] of Object.entries(values)) {
    if (!text.includes(key)) fail(`a template lacks ${key}.`);
    text = text.replaceAll(key, () => value);
  }
  return text;
}

/** Tokens first, print last, components in between by name; comments and blank lines are left out. */
function concatenateStyles() {
  const folder = join(source, "style");
  const order = ["tokens.css", "base.css", "layout.css"];
  const own = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".css")) : [];
  const rest = own.filter((name) => !order.includes(name) && name !== "print.css").sort();
  const components = join(folder, "components");
  const parts = existsSync(components) ? readdirSync(components).filter((name) => name.endsWith(".css")).sort() : [];
  const paths = [
    ...order.filter((name) => own.includes(name)),
    ...rest,
    ...parts.map((name) => join("components", name)),
    ...(own.includes("print.css") ? ["print.css"] : []),
  ];
  return paths
    .map((path) => readFileSync(join(folder, path), "utf8").replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\n/gm, "").replace(/^\s+/gm, ""))
    .join("");
}

function copyAll(from, to) {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (statSync(join(from, name)).isFile()) copyFileSync(join(from, name), join(to, name));
  }
}

/** Every staged file, sorted, with forward slashes. */
function listing(folder = stage) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listing(path) : [relative(stage, path).split(sep).join("/")];
    })
    .sort();
}
