// Writes what bench.mjs found into BENCHMARKS.md, under its own heading; the rest of the file stays as it is.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const HEADING = "## The register beside other stores";
const found = JSON.parse(readFileSync(join(root, "target/bench/peers.json"), "utf8"));

const sorted = (times) => [...times].sort((a, b) => a - b);
const median = (times) => sorted(times)[Math.floor((times.length - 1) / 2)];
const p95 = (times) => sorted(times)[Math.min(times.length - 1, Math.ceil(times.length * 0.95) - 1)];
const ms = (time) => (time < 10 ? time.toFixed(1) : Math.round(time).toLocaleString("en"));
const mb = (bytes) => (bytes / 1e6).toFixed(1);
const table = (head, rows) => [`| ${head.join(" | ")} |`, `|${head.map((_, at) => (at ? "---:" : "---")).join("|")}|`, ...rows.map((row) => `| ${row.join(" | ")} |`), ""].join("\n");
const times = (ours, theirs) => (theirs / ours >= 1 ? `${(theirs / ours).toFixed(1)} times as fast` : `${(ours / theirs).toFixed(1)} times as slow`);

const versions = { Dexie: "dexie", PouchDB: "pouchdb-browser", "crypto-pouch": "crypto-pouch", MiniSearch: "minisearch", "Fuse.js": "fuse.js", "pinyin-pro": "pinyin-pro" };
const named = (name) => {
  const key = Object.keys(versions).find((one) => name.startsWith(one));
  return key ? `${name.replace(key, `${key} ${found.versions[versions[key]]}`)}` : name;
};

let text = `${HEADING}\n\n`;
text += `${found.cpu}; ${found.chromium}; Node ${found.node}; medians of ${found.rounds} rounds, ${found.saves} saves${found.small ? "; **a trial run over few pupils: the figures say nothing**" : ""}. `;
text += "One run of one Chromium. The data are the register’s own export, folded to one record a pupil, visit, guardian, placement …; every program keeps, finds and counts the same. ";
text += "The product is worked through its own page: its times run from the press to the frame in which the answer stands, hold its signatures, history, sealing and screens, and are strict; the peers’ times are of the bare calls.\n\n";

const start = found.start;
text += "### Start-up: from the navigation to the first screen that can be used, ms\n\n";
text += table(
  ["", "answered", "module there", "first paint", "usable"],
  Object.entries(start).flatMap(([slow, both]) => Object.entries(both).map(([kind, line]) => [`${kind}${slow === "1" ? "" : `, processor slowed ${slow}×`}`, ms(line.answered), ms(line.module), ms(line.painted), ms(line.usable)])),
);

for (const [pupils, { app, data, stores, searched, figures }] of Object.entries(found.sizes)) {
  const count = Number(pupils).toLocaleString("en");
  text += `\n### ${count} pupils, ${data.records.toLocaleString("en")} records, ${mb(data.bytes)} MB as JSON\n\n`;
  const imported = median(app.imported.map((one) => one.looked + one.kept));
  for (const slow of Object.keys(app.slow)) {
    const ours = app.slow[slow];
    const opened = median(ours.opened);
    const name = slow === "1" ? "Processor at its own speed" : `Processor slowed ${slow}×`;
    const whole = slow === "1";
    text += `${name} (ms):\n\n`;
    const head = ["", "cold open", "overdue", "save p50", "save p95", "memory MB", ...(whole ? ["import", "export", "merge", "kept MB"] : [])];
    text += table(head, [
      [`保学`, ms(opened), ms(median(ours.today)), ms(median(ours.saves)), ms(p95(ours.saves)), Math.round(ours.memory), ...(whole ? [ms(imported), ms(median(app.exported)), ms(app.merged[0].looked + app.merged[0].kept), mb(app.used)] : [])],
      ...stores.map((store) => {
        const at = store.slow[slow];
        return [named(store.name), ms(median(at.opened)), ms(median(at.overdue)), ms(median(at.saves)), ms(p95(at.saves)), Math.round(at.memory), ...(whole ? [ms(median(store.imported)), ms(median(store.exported)), ms(store.merged), mb(store.used)] : [])];
      }),
    ]);
    if (!whole) continue;
    text += `\n- 保学’s cold open holds the derivation of the key from the passphrase (Argon2id) and the frame of the page: unlocking a register of 60 pupils takes ${ms(median(app.unlockSmall))} ms in the same run; what the ${count} add is ${ms(opened - median(app.unlockSmall))} ms.\n`;
    text += `- 保学’s import is a bare tablet joining by a sealed file of ${mb(app.sealedBytes)} MB: read, checked and shown (${ms(median(app.imported.map((one) => one.looked)))} ms), then kept (${ms(median(app.imported.map((one) => one.kept)))} ms). Its merge takes in a file in which ${app.changed.toLocaleString("en")} pupils have changed: compared and shown (${ms(app.merged[0].looked)} ms), kept (${ms(app.merged[0].kept)} ms).\n`;
    text += "- “Overdue” is the list of today: at 保学 the page with all that is due, drawn; at the others the bare question.\n";
    const pouch = stores.find((store) => store.name === "PouchDB");
    if (pouch) text += `- Against PouchDB: import ${times(imported, median(pouch.imported))}, export ${times(median(app.exported), median(pouch.exported))} (budgets: 12 and 4 times).\n`;
    const bare = stores.find((store) => store.name.startsWith("plain"));
    if (bare) text += `- A save against a bare strict IndexedDB put: ${(median(ours.saves) / median(bare.slow[slow].saves)).toFixed(1)} times as long (budget: 3), from the press to the word “saved”, leaving the page and making the list of today anew included.\n`;
    text += "\n";
  }
  text += "Search, a key typed, p50 / p95 ms (保学: until its frame is painted; the others: the bare call):\n\n";
  const searchRow = (name, slow, built, keys) => [name, `${slow}×`, built, ...Object.values(keys).map((all) => `${ms(median(all))} / ${ms(p95(all))}`)];
  const keys = Object.keys(Object.values(app.slow)[0].keys);
  text += table(
    ["", "slowed", "index built", ...keys.map((key) => `“${key}”`)],
    Object.keys(app.slow).flatMap((slow) => [searchRow("保学", slow, "–", app.slow[slow].keys), ...searched.map((one) => searchRow(named(one.name), slow, ms(one.slow[slow].built), one.slow[slow].times))]),
  );
  text += "\nReports: the page of figures over all records of the school year, beside SQLite in WebAssembly (sql.js " + found.versions["sql.js"] + ") asked " + figures[1].questions + " of the same questions:\n\n";
  text += table(
    ["", "slowed", "records made ready, ms", "figures, ms", "longest frame, ms"],
    Object.keys(app.slow).flatMap((slow) => [
      ["保学, page of figures drawn", `${slow}×`, "–", ms(median(app.slow[slow].figures.map((one) => one.took))), ms(median(app.slow[slow].figures.map((one) => one.still)))],
      ["SQLite, bare answers", `${slow}×`, ms(figures[slow].loaded), ms(median(figures[slow].times)), "stands still meanwhile"],
    ]),
  );
}

const path = join(root, "BENCHMARKS.md");
const before = existsSync(path) ? readFileSync(path, "utf8") : "# Benchmarks\n\nWritten by `make bench`; times are of one machine in one run, ratios are what counts.\n\n";
const at = before.indexOf(HEADING);
writeFileSync(path, (at < 0 ? before.trimEnd() + "\n\n" : before.slice(0, at)) + text);
console.log(text);
