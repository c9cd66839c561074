// Lighthouse's scores for the first screen of the built page:  node benches/browser/lighthouse.mjs [--dist=dist]
// Prints performance, accessibility and best practices, as a slow telephone and as a desktop, and what was found wanting.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import lighthouse, { desktopConfig } from "lighthouse";
import puppeteer from "puppeteer-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const dist = process.argv.find((word) => word.startsWith("--dist="))?.split("=")[1] ?? join(root, "dist");
const server = spawn("python3", [join(root, "scripts/serve.py"), "--port", "0", "--quiet", "--dir", dist], { stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((done, fail) => {
  server.stdout.on("data", (text) => done(`http://localhost:${/localhost:(\d+)/.exec(String(text))[1]}/`));
  server.on("exit", () => fail(new Error("scripts/serve.py ended: is dist/ built?")));
});
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--lang=zh-CN"],
});
try {
  for (const [name, config] of [["telephone, slowed", undefined], ["desktop", desktopConfig]]) {
    const page = await browser.newPage();
    const run = await lighthouse(address, { onlyCategories: ["performance", "accessibility", "best-practices"], locale: "en", logLevel: "error" }, config, page);
    const scores = Object.values(run.lhr.categories).map((one) => `${one.title} ${Math.round(one.score * 100)}`);
    const figure = (id) => `${run.lhr.audits[id].title} ${run.lhr.audits[id].displayValue}`;
    console.log(`Lighthouse ${run.lhr.lighthouseVersion}, ${name}: ${scores.join(", ")}`);
    console.log(`  ${["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"].map(figure).join("; ")}`);
    for (const category of Object.values(run.lhr.categories)) {
      for (const { id, weight } of category.auditRefs) {
        const audit = run.lhr.audits[id];
        if (weight > 0 && audit.score !== null && audit.score < 0.9) console.log(`  wanting (${category.title}): ${audit.title}${audit.displayValue ? " – " + audit.displayValue : ""}`);
      }
    }
    await page.close();
  }
} finally {
  await browser.close();
  server.kill();
}
