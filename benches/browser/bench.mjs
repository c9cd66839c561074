// The register beside its peers, in one run of one Chromium:  node benches/browser/bench.mjs [--small] [--sizes=5000,20000] [--rounds=5]
//
// The product is worked through its own page (app.mjs); its own export is then what every peer keeps (page/stores.js), searches
// (page/search.js) and counts (page/figures.js). Everything found goes to target/bench/peers.json; report.mjs writes it down.
// --small: 60 pupils, two rounds, to see that it runs.
import { spawn } from "node:child_process";
import { copyFileSync, createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import puppeteer from "puppeteer-core";
import { App } from "./app.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const option = (name, otherwise) => process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise;
const small = process.argv.includes("--small");
const sizes = option("sizes", small ? "60" : "5000,20000").split(",").map(Number);
const rounds = Number(option("rounds", small ? 2 : 5));
const slowdowns = option("slow", "1,4").split(",").map(Number);
const dist = option("dist", join(root, "dist"));
const saves = small ? 3 : 40;
const KEYS = ["张", "zhang", "lx", "370299", "石门"];

const folder = mkdtempSync(join(tmpdir(), "baoxue-bench-"));
const out = join(root, "target/bench");
mkdirSync(out, { recursive: true });
const say = (words) => console.log(`${new Date().toTimeString().slice(0, 8)} ${words}`);
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) / 2)];

// --- what serves the two pages -------------------------------------------------------------------------------
function serveProduct() {
  const server = spawn("python3", [join(root, "scripts/serve.py"), "--port", "0", "--quiet", "--dir", dist], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((done, fail) => {
    server.stdout.on("data", (text) => {
      const port = /localhost:(\d+)/.exec(String(text))?.[1];
      if (port) done({ address: `http://localhost:${port}/`, stop: () => server.kill() });
    });
    server.on("exit", () => fail(new Error("scripts/serve.py ended: is dist/ built?")));
  });
}

async function servePeers() {
  const pages = join(folder, "peers");
  mkdirSync(pages);
  await build({ entryPoints: [join(here, "page/main.js")], bundle: true, minify: true, format: "esm", outfile: join(pages, "main.js"), define: { global: "globalThis" }, external: ["fs", "path", "crypto"], logLevel: "error" });
  copyFileSync(join(here, "node_modules/sql.js/dist/sql-wasm-browser.wasm"), join(pages, "sql-wasm-browser.wasm"));
  writeFileSync(join(pages, "index.html"), '<!doctype html><meta charset="utf-8"><title>peers</title><script type="module" src="/main.js"></script>');
  const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };
  const server = createServer((request, answer) => {
    const file = join(pages, request.url === "/" ? "index.html" : request.url.slice(1));
    try {
      statSync(file);
    } catch {
      return answer.writeHead(404).end();
    }
    answer.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(answer);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { pages, address: `http://localhost:${server.address().port}/`, stop: () => server.close() };
}

/** The memory that the page's own process holds, MB: the largest of the renderers. */
async function memory(browser) {
  const client = await browser.target().createCDPSession();
  const { processInfo } = await client.send("SystemInfo.getProcessInfo");
  await client.detach();
  const held = processInfo
    .filter((one) => one.type === "renderer")
    .map((one) => {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one.id}/status`, "utf8"))[1]) / 1000;
      } catch {
        return 0;
      }
    });
  return Math.max(...held);
}

/** A second register in which so many pupils have another note: the same export with one act more in each of their files. */
function edited(text, count) {
  const register = JSON.parse(text);
  let n = 0;
  for (const file of register.files) {
    if (file.kind !== "pupil" || n === count) continue;
    n++;
    const seen = new Set(file.changes.flatMap((change) => change.after ?? []));
    const last = file.changes.filter((change) => !seen.has(change.dot));
    const at = last.map((change) => change.at).sort().at(-1).replace(/~.*/, "");
    const dot = `00000000000000ee-${n}-${((n * 2654435761) >>> 0).toString(16).padStart(8, "0")}`;
    file.changes.push({ act: "edit", after: last.map((change) => change.dot).sort(), at, by: last[0].by, dot, set: { [`pupil/${"0".repeat(32)}`]: { safety_note: "另一台平板写的" } } });
  }
  return JSON.stringify(register);
}

async function measureApp(browser, address, downloads, pupils) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const client = await page.createCDPSession();
  await client.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  const app = new App(page, address, downloads);
  const found = { name: "保学", slow: {} };

  // What unlocking costs by itself: the key's derivation and the frame of the page, with next to nothing in the register.
  await app.practice(60);
  found.unlockSmall = [];
  for (let round = 0; round < rounds; round++) found.unlockSmall.push(await app.unlock());
  say(`保学: unlocking a register of 60: ${median(found.unlockSmall).toFixed(0)} ms`);

  await app.practice(pupils);
  const plain = await app.plainExport(`plain-${pupils}.json`);
  const text = readFileSync(plain.path, "utf8");
  found.plainBytes = plain.bytes;
  found.exported = [plain.took];
  await app.unlock();
  const sealed = await app.sealedExport(`sealed-${pupils}.baoxue`);
  found.sealedBytes = sealed.bytes;
  for (let round = 1; round < rounds; round++) {
    await app.unlock();
    found.exported.push((await app.plainExport(`again-${round}.json`)).took);
  }
  say(`保学: export ${median(found.exported).toFixed(0)} ms`);
  const other = join(downloads, `kept-edited-${pupils}.json`);
  const changed = Math.min(1000, Math.floor(pupils / 5));
  writeFileSync(other, edited(text, changed));
  found.changed = changed;
  await app.unlock();
  found.merged = [await app.merge(other)];
  say(`保学: merge ${JSON.stringify(found.merged[0])}`);

  const ids = JSON.parse(text).files.filter((file) => file.kind === "pupil").map((file) => file.id);
  for (const slow of slowdowns) {
    await page.emulateCPUThrottling(slow);
    const at = (found.slow[slow] = { opened: [], figures: [] });
    for (let round = 0; round < rounds; round++) at.opened.push(await app.unlock());
    at.memory = await memory(browser);
    at.saves = await app.saves(ids.slice(slow * saves, (slow + 1) * saves));
    at.today = [];
    for (let round = 0; round < rounds; round++) {
      await app.go("/help", "帮助");
      at.today.push(await app.go("/", "教学周"));
    }
    at.keys = await app.keys(KEYS);
    for (let round = 0; round < rounds; round++) at.figures.push(await app.figures("/figures", "[data-name=counted]"));
    say(`保学, slowed ${slow}: open ${median(at.opened).toFixed(0)}, save ${median(at.saves).toFixed(1)}, figures ${median(at.figures.map((one) => one.took)).toFixed(0)} ms`);
  }
  await page.emulateCPUThrottling(1);
  found.used = await page.evaluate(async () => (await navigator.storage.estimate()).usage);
  // A bare tablet takes the whole register in.
  found.imported = [];
  for (let round = 0; round < rounds; round++) {
    found.imported.push(await app.join(sealed));
    await page.goto("about:blank");
  }
  say(`保学: import ${JSON.stringify(found.imported.at(-1))}`);
  await app.bare();
  await page.close();
  return { found, text };
}

async function measurePeers(browser, peers, pupils, text) {
  writeFileSync(join(peers.pages, "register.json"), text);
  const since = "2099-01-01";
  const fresh = async (slow = 1) => {
    const page = await browser.newPage();
    await page.goto(peers.address);
    await page.waitForFunction(() => window.peers);
    page.setDefaultTimeout(0);
    await page.evaluate(() => window.peers.take("/register.json"));
    await page.emulateCPUThrottling(slow);
    return page;
  };
  let page = await fresh();
  const { stores: names, searches } = await page.evaluate(() => window.peers.names());
  const data = await page.evaluate(() => window.peers.take("/register.json"));
  await page.close();
  const stores = [];
  for (const [at, name] of names.entries()) {
    const found = { name, imported: [], slow: {}, exported: [] };
    for (let round = 0; round < rounds; round++) {
      page = await fresh();
      found.imported.push(await page.evaluate((at) => window.peers.import(at), at));
      if (round === rounds - 1) break;
      await page.evaluate((at, since) => window.peers.open(at, since), at, since);
      await page.evaluate((at) => window.peers.close(at), at);
      await page.close();
    }
    await page.close();
    for (const slow of slowdowns) {
      const here = (found.slow[slow] = { opened: [], overdue: [] });
      for (let round = 0; round < rounds; round++) {
        page = await fresh(slow);
        const one = await page.evaluate((at, since) => window.peers.open(at, since), at, since);
        here.opened.push(one.open);
        here.overdue.push(one.overdue);
        if (round < rounds - 1) await page.close();
      }
      here.memory = await memory(browser);
      here.saves = await page.evaluate((at, saves) => window.peers.save(at, saves), at, saves);
      if (slow === slowdowns.at(-1)) break;
      await page.close();
    }
    await page.emulateCPUThrottling(1);
    for (let round = 0; round < rounds; round++) found.exported.push((await page.evaluate((at) => window.peers.export(at), at)).took);
    found.merged = await page.evaluate((at, count) => window.peers.merge(at, count), at, Math.min(1000, Math.floor(pupils / 5)));
    found.used = await page.evaluate(() => window.peers.used());
    await page.evaluate((at) => window.peers.close(at), at);
    await page.close();
    say(`${name}: import ${median(found.imported).toFixed(0)}, open ${median(found.slow[1].opened).toFixed(0)}, save ${median(found.slow[1].saves).toFixed(1)}, export ${median(found.exported).toFixed(0)} ms`);
    stores.push(found);
  }
  const searched = [];
  for (const [at, name] of searches.entries()) {
    const found = { name, slow: {} };
    for (const slow of slowdowns) {
      page = await fresh(slow);
      found.slow[slow] = await page.evaluate((at, keys, rounds) => window.peers.search(at, keys, rounds), at, KEYS, rounds);
      await page.close();
    }
    say(`${name}: built in ${found.slow[1].built.toFixed(0)} ms`);
    searched.push(found);
  }
  const figures = {};
  for (const slow of slowdowns) {
    page = await fresh(slow);
    figures[slow] = await page.evaluate((rounds) => window.peers.figures(rounds, "2025-09-01", "2026-07-31"), rounds);
    await page.close();
  }
  say(`SQLite: loaded in ${figures[1].loaded.toFixed(0)}, asked in ${median(figures[1].times).toFixed(0)} ms`);
  return { data, stores, searched, figures };
}

/** From the navigation to the first screen that can be used, first cold, then from what the device keeps. */
async function startUp(browser, address) {
  const found = {};
  for (const slow of slowdowns) {
    const timelines = { cold: [], warm: [] };
    for (let round = 0; round < rounds; round++) {
      const page = await browser.newPage();
      const client = await page.createCDPSession();
      await client.send("Storage.clearDataForOrigin", { origin: new URL(address).origin, storageTypes: "all" });
      await client.send("Network.clearBrowserCache");
      await page.emulateCPUThrottling(slow);
      await page.evaluateOnNewDocument(() => {
        const marks = (window.marks = {});
        const watch = new MutationObserver(() => {
          if (document.querySelector("[data-name=way-begin]")) {
            marks.usable = performance.now();
            watch.disconnect();
          }
        });
        watch.observe(document, { subtree: true, childList: true });
      });
      for (const kind of ["cold", "warm"]) {
        await page.goto(address);
        await page.waitForFunction(() => window.marks?.usable, { timeout: 120_000 });
        timelines[kind].push(
          await page.evaluate(() => {
            const [navigation] = performance.getEntriesByType("navigation");
            const first = performance.getEntriesByName("first-contentful-paint")[0];
            const module = performance.getEntriesByType("resource").filter((one) => /baoxue-.*\.wasm/.test(one.name))[0];
            return { answered: navigation.responseStart, module: module?.responseEnd ?? 0, painted: first?.startTime ?? 0, usable: window.marks.usable };
          }),
        );
        if (kind === "cold") await page.waitForFunction(() => document.documentElement.dataset.offline === "ready", { timeout: 120_000 });
      }
      await page.close();
    }
    const middle = (kind) => Object.fromEntries(Object.keys(timelines[kind][0]).map((key) => [key, median(timelines[kind].map((one) => one[key]))]));
    found[slow] = { cold: middle("cold"), warm: middle("warm") };
    say(`start-up, slowed ${slow}: usable after ${found[slow].cold.usable.toFixed(0)} ms cold, ${found[slow].warm.usable.toFixed(0)} ms warm`);
  }
  return found;
}

const downloads = join(folder, "downloads");
mkdirSync(downloads);
const [product, peers] = [await serveProduct(), await servePeers()];
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  userDataDir: join(folder, "profile"),
  protocolTimeout: 3_600_000,
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--lang=zh-CN", "--disable-features=AutofillServerCommunication"],
});
try {
  const versions = JSON.parse(readFileSync(join(here, "package.json"), "utf8")).dependencies;
  const found = { chromium: await browser.version(), node: process.version, cpu: `${cpus()[0].model}, ${cpus().length} cores`, rounds, saves, small, versions, sizes: {} };
  found.start = await startUp(browser, product.address);
  for (const pupils of sizes) {
    say(`--- ${pupils} pupils`);
    const { found: app, text } = await measureApp(browser, product.address, downloads, pupils);
    found.sizes[pupils] = { app, ...(await measurePeers(browser, peers, pupils, text)) };
  }
  writeFileSync(join(out, "peers.json"), JSON.stringify(found, null, 1));
} finally {
  await browser.close();
  product.stop();
  peers.stop();
  rmSync(folder, { recursive: true, force: true });
}
