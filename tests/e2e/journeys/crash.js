// Put before the page's own scripts: tells the server of every writing transaction, and acts on the real page without pause.
// Each act resolves only when the page itself says that it has saved.
(() => {
  // The server's log outlives the browser: it has heard of a transaction before that begins, and of its end before the page has.
  const tell = (what) => {
    const request = new XMLHttpRequest();
    request.open("GET", "/~" + what, false);
    request.send();
  };
  const real = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const made = real.call(this, stores, mode, options);
    if (mode === "readwrite") {
      tell("begin-" + made.durability);
      made.addEventListener("complete", () => tell("end"));
      made.addEventListener("abort", () => tell("end"));
    }
    return made;
  };

  const look = function () { /*PAGE_JS*/ };
  const soon = (what, test) =>
    new Promise((done, failed) => {
      const from = performance.now();
      const ask = () => {
        const found = test();
        if (found) return done(found);
        if (performance.now() - from > 30000) return failed(new Error(what + " was not seen: " + document.body.innerText.slice(0, 600)));
        setTimeout(ask, 4);
      };
      ask();
    });
  const find = (role, name) => soon(role + " " + name, () => look(role, name, true) || look(role, name, false));
  const enabled = (role, name) =>
    soon(role + " " + name, () => {
      const found = look(role, name, true) || look(role, name, false);
      return found && !found.disabled && found.getAttribute("aria-disabled") !== "true" && found;
    });
  const press = async (role, name) => (await enabled(role, name)).click();
  const write = async (label, text) => {
    const field = await find("field", label);
    const kind = field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
    field.focus();
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const go = async (path) => {
    const link = document.createElement("a");
    link.href = path;
    document.body.append(link);
    link.click();
    link.remove();
    await soon(path, () => location.pathname + location.search === path);
  };
  const give = async (input, file) => {
    const held = new DataTransfer();
    held.items.add(file);
    input.files = held.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  /** The next message of the page that was not there when this was called. */
  const message = (words) => {
    const before = new Set(document.querySelectorAll(".toast"));
    return () => soon(words, () => [...document.querySelectorAll(".toast")].find((toast) => !before.has(toast) && toast.textContent.includes(words)));
  };
  const ROOT = "0".repeat(32);

  // Beside the page's own saves, a careless one of the test's: done without waiting for the disk. What becomes of it shows
  // whether the disk under the profile forgets what was not synced.
  let careless;
  const open = () =>
    new Promise((done, failed) => {
      const asked = indexedDB.open("careless", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("a");
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
  window.careless = {
    async put(number) {
      careless ??= await open();
      const write = real.call(careless, "a", "readwrite", { durability: "relaxed" });
      write.objectStore("a").put(number, "last");
      await new Promise((done) => (write.oncomplete = done));
    },
    async last() {
      careless ??= await open();
      const read = real.call(careless, "a", "readonly").objectStore("a").get("last");
      return new Promise((done) => (read.onsuccess = () => done(read.result || 0)));
    },
  };

  window.acts = {
    async visit(child, word) {
      await go("/visit/" + child);
      const reason = await find("radio", "学生生病");
      // A draft left by a kill has it already.
      if (!reason.checked && reason.getAttribute("aria-checked") !== "true") reason.click();
      await write("情况说明", word);
      const saved = message("送教记录已保存");
      await press("button", "保存送教记录");
      await saved();
    },
    async edit(child, word) {
      await go("/pupils/" + child + "/edit/pupil/" + ROOT);
      await write("安全提示", word);
      const saved = message("已保存");
      await press("button", "保存");
      await press("button", "先保存，以后补");
      await saved();
    },
    async paper(child, word) {
      await go("/pupils/" + child + "/edit/document/new");
      await write("材料名称", word);
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [64, 48];
      const pen = canvas.getContext("2d");
      for (let at = 0; at < 400; at += 1) {
        pen.fillStyle = "#" + Math.floor(Math.random() * 0xffffff).toString(16).padStart(6, "0");
        pen.fillRect(Math.random() * 64, Math.random() * 48, 9, 9);
      }
      const picture = await new Promise((done) => canvas.toBlob(done, "image/jpeg"));
      await give(await soon("input", () => document.querySelector("main input[type=file]")), new File([picture], "p.jpg", { type: "image/jpeg" }));
      await soon("the picture", () => document.querySelector("main img"));
      const saved = message("已保存");
      await press("button", "保存");
      await saved();
    },
    async list(text) {
      await go("/transfer");
      const input = await find("field", "导入名册");
      await give(input, new File([text], "list.csv", { type: "text/csv" }));
      await press("button[data-name=take-in]", "");
      await soon("名册已导入", () => document.body.innerText.includes("名册已导入"));
      await go("/help");
    },
    async passphrase(old, next) {
      await go("/people");
      await press("button", "换口令");
      await write("现在的口令", old);
      await press("button", "自己定一个");
      await write("自己定的口令", next);
      await write("再输入一遍口令", next);
      const saved = message("口令已换");
      await press("button", "换成新口令");
      await saved();
    },
    async sheet(own) {
      await go("/people");
      await press("button", "换一张恢复单");
      await write("输入您自己的口令确认", own);
      await press("button", "生成新恢复单");
      await press("check", "我已把恢复码");
      const saved = message("新恢复单已启用");
      await press("button", "启用新单");
      await saved();
      await go("/help");
    },
  };
})();
