// Prints what the built page weighs, by Brotli at its highest setting, and how far that is from the budget of ARCHITECTURE.md.
// The budget of everything is not met yet (ARCHITECTURE.md, "Open"). The ceiling is what main weighs: it rises only with a whole new
// capability, named here (last: every paper and the binder of a child, the ledger of school-age children over the lists with its search in the
// worker, terms and hours computed, one plan per pupil), and is lowered by whoever makes the
// page lighter.
//   first load   what a cold visit fetches before the first screen, as the journeys recorded it (target/cold-load.json);
//                without a record of this very build: page, style, boot, first module, manifest, service worker
//   everything   every file of dist/
// 1 kB is 1,000 bytes.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import process from "node:process";
import { brotliCompressSync, constants } from "node:zlib";

const dist = process.argv[2] ?? "dist";
const BUDGET = { first: 400_000, everything: 900_000 };
const CEILING = { first: 190_000, everything: 2_440_000 };
const FIRST = [/^index\.html$/, /^style-.*\.css$/, /^boot-.*\.js$/, /^baoxue-.*\.(js|wasm)$/, /^behind-.*\.js$/, /^manifest\.webmanifest$/, /^sw\.js$/, /^icons\/icon\.svg$/];
const SMALL = /\.(png)$/; // compressed already

const recorded = record("target/cold-load.json");
const isFirst = (path) => recorded?.has(path) || FIRST.some((name) => name.test(path));

const files = list(dist).map((path) => {
  const bytes = readFileSync(join(dist, path));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  const packed = SMALL.test(path) ? bytes.length : brotliCompressSync(bytes, quality).length;
  return { path, raw: bytes.length, packed, first: isFirst(path) };
});
files.sort((a, b) => b.packed - a.packed);

const column = (n) => n.toLocaleString("en").padStart(11);
console.log(recorded ? "first load as recorded by the journeys" : "first load by the names of its files (no record of this build)");
console.log(`${"raw".padStart(11)}${"Brotli".padStart(11)}   file (* first load)`);
for (const file of files) console.log(`${column(file.raw)}${column(file.packed)} ${file.first ? "*" : " "} ${file.path}`);

const first = files.filter((file) => file.first).reduce((sum, file) => sum + file.packed, 0);
const everything = files.filter((file) => file.path !== "404.html").reduce((sum, file) => sum + file.packed, 0);
const over = [
  line("first load", first, BUDGET.first, CEILING.first),
  line("everything", everything, BUDGET.everything, CEILING.everything),
].some(Boolean);
if (!files.some((file) => /^baoxue-.*\.wasm$/.test(file.path))) {
  console.error("size: dist/ holds no program; build it first (make build).");
  process.exit(1);
}
if (over) {
  console.error("size: above what main weighs. `twiggy top` on the .wasm (built with names) says what grew.");
  process.exit(1);
}

/** The recorded cold load, if it is one of this build: every name it holds is there. */
function record(path) {
  if (!existsSync(path)) return null;
  const names = JSON.parse(readFileSync(path, "utf8"));
  return names.every((name) => existsSync(join(dist, name))) ? new Set(names) : null;
}

function line(name, bytes, budget, ceiling) {
  const over = bytes > budget ? `, OVER BUDGET by ${((bytes - budget) / 1000).toFixed(1)} kB` : "";
  console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB Brotli of ${budget / 1000} kB${over} (ceiling ${ceiling / 1000} kB)`);
  return bytes > ceiling;
}

function list(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? list(path) : [relative(dist, path)];
  });
}
