// The product itself, worked as a person works it: by its own buttons, in the built page. Every time is taken inside the page, from
// the press to the frame in which the answer stands.
import { readdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const PASSPHRASE = "chun-feng xia-yu qiu-yue dong-xue";

/** Inside the page: presses what a selector names and waits until the words stand there, or what another selector names. */
const PRESS = (selector, words) =>
  new Promise((done) => {
    const holds = () => (words.startsWith("[") ? document.querySelector(words) : document.body.textContent.includes(words));
    const painted = () => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now() - from);
      requestAnimationFrame(() => channel.port2.postMessage(0));
    };
    const watch = new MutationObserver(() => {
      if (!holds()) return;
      watch.disconnect();
      painted();
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    const from = performance.now();
    document.querySelector(selector).click();
  });

export class App {
  constructor(page, address, downloads) {
    Object.assign(this, { page, address, downloads });
  }

  async see(words) {
    await this.page.waitForFunction((words) => document.body && document.body.textContent.includes(words), { timeout: 600_000, polling: 100 }, words);
  }
  async press(selector, words) {
    await this.page.waitForSelector(selector, { timeout: 60_000 });
    return this.page.evaluate(PRESS, selector, words);
  }
  async tap(selector) {
    await this.page.waitForSelector(selector, { timeout: 60_000 });
    await this.page.$eval(selector, (element) => element.click());
  }
  /** Presses the button whose words hold these. */
  async tapWords(words) {
    await this.page.waitForFunction((words) => [...document.querySelectorAll("button")].some((b) => b.textContent.includes(words)), { timeout: 60_000 }, words);
    await this.page.evaluate((words) => [...document.querySelectorAll("button")].find((b) => b.textContent.includes(words)).click(), words);
  }
  async fill(selector, text) {
    await this.page.waitForSelector(selector, { timeout: 60_000 });
    await this.page.$eval(
      selector,
      (input, text) => {
        input.value = text;
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.dispatchEvent(new Event("change", { bubbles: true }));
      },
      text,
    );
  }
  /** Goes to a path without loading the page anew. */
  async go(path, words) {
    await this.page.evaluate((path) => {
      const link = document.createElement("a");
      link.id = "bench-link";
      link.href = path;
      document.querySelector("#bench-link")?.remove();
      document.body.append(link);
    }, path);
    return this.press("#bench-link", words);
  }
  /** The newest whole download, put aside under a name of its own. */
  async download(name) {
    for (;;) {
      const files = readdirSync(this.downloads).filter((file) => !file.startsWith("kept-"));
      if (files.length && !files.some((file) => file.endsWith(".crdownload"))) {
        const kept = join(this.downloads, "kept-" + name);
        renameSync(join(this.downloads, files[0]), kept);
        return { path: kept, bytes: statSync(kept).size };
      }
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  async bare() {
    const client = await this.page.createCDPSession();
    await this.page.goto("about:blank");
    await client.send("Storage.clearDataForOrigin", { origin: new URL(this.address).origin, storageTypes: "all" });
    await client.detach();
    await this.page.goto(this.address);
    await this.see("怎样开始");
  }

  /** A practice register of this many pupils, ten visits each. */
  async practice(pupils) {
    await this.bare();
    await this.tap("[data-name=way-practice]");
    await this.page.waitForSelector("[data-name=begin-practice]");
    if (pupils === 60) await this.tap("[data-name=begin-practice]");
    else {
      await this.tap("details.fold summary");
      await this.tapWords(`${pupils} 名`);
    }
    await this.see("结束练习");
  }

  /** Unlocks a page that has just been loaded: until the first screen stands. The key's derivation is in it. */
  async unlock() {
    await this.page.reload();
    await this.see("已锁定");
    const field = "input[type=password]";
    await this.fill(field, PASSPHRASE);
    return this.press("[data-name=unlock]", "结束练习");
  }

  /** The page of exports: the register's text alone, sealed or not. */
  async chooseSealed(sealed) {
    await this.go("/transfer", "导出档案");
    for (const [name, wanted] of [["with-photos", false], ["sealed", sealed]]) {
      const toggle = `[data-name=${name}]`;
      await this.page.waitForSelector(toggle);
      if ((await this.page.$eval(toggle, (one) => one.getAttribute("aria-checked"))) !== String(wanted)) await this.tap(toggle);
    }
  }

  async plainExport(name) {
    await this.chooseSealed(false);
    await this.tap("[data-name=export]");
    const took = await this.press("dialog[open] [data-name=confirm]", "文件已导出");
    return { took, ...(await this.download(name)) };
  }

  async sealedExport(name) {
    await this.chooseSealed(true);
    await this.page.waitForSelector("[data-name=passphrase]");
    const words = await this.page.$eval("[data-name=passphrase]", (shown) => shown.textContent.trim().split(/\s+/).join(" "));
    const phrase = await this.page.$$eval("[data-name=passphrase] li, [data-name=passphrase] span", (all) => all.map((one) => one.textContent.trim()).filter(Boolean));
    const passphrase = phrase.length >= 4 ? phrase.slice(0, 4).join(" ") : words;
    await this.typeAgain(passphrase);
    const took = await this.press("[data-name=export]", "文件已导出");
    return { took, passphrase, ...(await this.download(name)) };
  }
  async typeAgain(passphrase) {
    await this.page.evaluate((passphrase) => {
      const label = [...document.querySelectorAll("label")].find((label) => label.textContent.includes("再输入一遍口令"));
      const input = label.control ?? label.querySelector("input");
      input.value = passphrase;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, passphrase);
  }

  /** A bare tablet takes a whole register in: the file read and looked through, then kept. */
  async join(file) {
    await this.bare();
    await this.tap("[data-name=way-join]");
    const input = await this.page.waitForSelector("input[type=file]");
    await input.uploadFile(file.path);
    await this.see("这份文件的口令");
    await this.page.evaluate((passphrase) => {
      const label = [...document.querySelectorAll("label")].find((label) => label.textContent.includes("这份文件的口令"));
      const input = label.control ?? label.querySelector("input");
      input.value = passphrase;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, file.passphrase);
    const marked = (words) => this.page.evaluate((words) => [...document.querySelectorAll("button")].find((b) => b.textContent.includes(words)).setAttribute("data-bench", "next"), words);
    await marked("打开文件");
    const looked = await this.press("[data-bench=next]", "预览");
    await this.page.evaluate(() => {
      const field = [...document.querySelectorAll("label")].find((label) => label.textContent.includes("您的姓名"));
      const input = field.control ?? field.querySelector("input");
      input.value = "李老师";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const words = await this.page.$$eval("[data-name=passphrase] li, [data-name=passphrase] span", (all) => all.map((one) => one.textContent.trim()).filter(Boolean));
    await this.typeAgain(words.slice(0, 4).join(" "));
    const kept = await this.press("[data-name=join]", "恢复码不保存在平板上");
    return { looked, kept };
  }

  /** A file of the same register merged in: read and compared, then kept. */
  async merge(path) {
    await this.go("/transfer", "导出档案");
    const input = await this.page.evaluateHandle(() => {
      const label = [...document.querySelectorAll("label, section, .card")].reverse().find((one) => one.textContent.includes("合并档案文件") && one.querySelector?.("input[type=file]"));
      return label ? label.querySelector("input[type=file]") : document.querySelector("input[type=file]");
    });
    const from = Date.now();
    await input.uploadFile(path);
    await this.page.waitForSelector("[data-name=merge]", { timeout: 600_000 });
    const looked = Date.now() - from;
    const kept = await this.press("[data-name=merge]", "已合并");
    return { looked, kept };
  }

  /** A visit that was not held, recorded for one pupil after another: the time from the press until the program says that it is kept. */
  async saves(ids) {
    const times = [];
    for (const id of ids) {
      await this.go(`/visit/${id}`, "送教情况");
      await this.page.waitForFunction(() => [...document.querySelectorAll("label")].some((l) => l.textContent.includes("学生生病")), { timeout: 60_000 });
      await this.page.evaluate(() => [...document.querySelectorAll("label")].find((l) => l.textContent.includes("学生生病")).click());
      await this.page.waitForFunction(() => [...document.querySelectorAll("[data-name=look-over]")].some((b) => b.textContent.includes("保存")), { timeout: 60_000 });
      times.push(
        await this.page.evaluate(
          () =>
            new Promise((done) => {
              const state = document.querySelector("[data-name=saved]");
              let saving = false;
              const watch = new MutationObserver(() => {
                if (state.className === "saved saving") saving = true;
                else if (saving && state.className === "saved") {
                  watch.disconnect();
                  done(performance.now() - from);
                }
              });
              watch.observe(state, { attributes: true });
              const from = performance.now();
              document.querySelector("[data-name=look-over]").click();
            }),
        ),
      );
      await this.page.waitForFunction(() => location.pathname === "/", { timeout: 60_000 });
    }
    return times;
  }

  /** Keys typed into the search of the pupils, each until its frame is painted. */
  async keys(texts) {
    await this.go("/pupils", "新学生");
    await this.page.waitForSelector("input[type=search]");
    const found = {};
    for (const text of texts) {
      found[text] = await this.page.evaluate(
        (text) =>
          new Promise((done) => {
            const input = document.querySelector("input[type=search]");
            const times = [];
            const next = (at) => {
              if (at > text.length) return done(times.slice(1));
              const from = performance.now();
              // First emptied, then key by key.
              input.value = text.slice(0, at);
              input.dispatchEvent(new InputEvent("input", { bubbles: true, data: text[at - 1] ?? null }));
              requestAnimationFrame(() => {
                const channel = new MessageChannel();
                channel.port1.onmessage = () => {
                  times.push(performance.now() - from);
                  setTimeout(() => next(at + 1), 100);
                };
                channel.port2.postMessage(0);
              });
            };
            next(0);
          }),
        text,
      );
    }
    return found;
  }

  /** Opens a page of reports and gives the time until it stands and the longest time between two frames meanwhile. */
  async figures(path, words) {
    await this.go("/help", "帮助");
    await this.page.evaluate(() => {
      window.still = 0;
      let last = performance.now();
      window.stillGoes = true;
      const frame = (now) => {
        window.still = Math.max(window.still, now - last);
        last = now;
        if (window.stillGoes) requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    const took = await this.go(path, words);
    const still = await this.page.evaluate(() => {
      window.stillGoes = false;
      return window.still;
    });
    return { took, still };
  }
}
