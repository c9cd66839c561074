// The peers' page: `window.peers` is asked by benches/browser/bench.mjs.
import { figures } from "./figures.js";
import { SEARCHES } from "./search.js";
import { STORES } from "./stores.js";

const timed = async (work) => {
  const from = performance.now();
  const answer = await work();
  return [performance.now() - from, answer];
};

let records = [];
const held = [];

window.peers = {
  names: () => ({ stores: STORES.map((store) => store.name), searches: SEARCHES.map((search) => search.name) }),

  /** The register's own export, folded: the records that every store keeps. */
  async take(address) {
    const register = await (await fetch(address)).json();
    const byId = new Map();
    for (const file of register.files) {
      for (const change of file.changes) {
        for (const [key, fields] of Object.entries(change.set)) {
          const [table] = key.split("/");
          const _id = `${file.id}-${key.replace("/", "-")}`;
          const record = byId.get(_id) ?? { _id, file: file.id, table };
          byId.set(_id, Object.assign(record, fields));
        }
      }
    }
    records = [...byId.values()];
    return { records: records.length, pupils: records.filter((one) => one.table === "pupil").length, bytes: JSON.stringify(records).length };
  },

  async import(at) {
    const store = STORES[at];
    await store.open();
    const [took] = await timed(() => store.importAll(records));
    store.db.close();
    return took;
  },

  /** In a page that has only just been loaded: the database opened, the first 50 rows in hand; then what is overdue. */
  async open(at, since) {
    const store = STORES[at];
    const [open, rows] = await timed(async () => {
      await store.open();
      return store.first(50);
    });
    const [overdue, found] = await timed(() => store.overdue(since));
    return { open, rows: rows.length, overdue, found: found.length };
  },

  async save(at, count) {
    const store = STORES[at];
    const times = [];
    const visits = records.filter((record) => record.table === "visit");
    // The first one fills caches and is thrown away.
    for (let n = -1; n < count; n++) {
      const visit = { ...visits[(n * 97 + 97) % visits.length], content: `第 ${n} 次改写` };
      const [took] = await timed(() => store.save(visit));
      if (n >= 0) times.push(took);
    }
    return times;
  },

  async export(at) {
    const [took, text] = await timed(() => STORES[at].exportAll());
    return { took, bytes: text.length };
  },

  /** The other tablet's copy, in which so many pupils have another note. */
  async merge(at, count) {
    const theirs = records.filter((record) => record.table === "pupil").slice(0, count).map((record) => ({ ...record, safety_note: "另一台平板写的" }));
    const [took, inner] = await timed(() => STORES[at].merge(theirs));
    return inner ?? took;
  },

  close: (at) => STORES[at].close(),
  used: async () => (await navigator.storage.estimate()).usage,

  figures: (rounds, from, on) => figures(records, rounds, from, on),

  search(at, keys, rounds) {
    const search = SEARCHES[at];
    const pupils = records.filter((one) => one.table === "pupil").map((one) => ({ name: one.name ?? "", id_no: one.id_no ?? "", village: one.village ?? "" }));
    const from = performance.now();
    search.build(pupils);
    const built = performance.now() - from;
    const times = {};
    for (const text of keys) {
      times[text] = [];
      for (let round = 0; round < rounds; round++) {
        for (let end = 1; end <= text.length; end++) {
          const begun = performance.now();
          held.length = 0;
          held.push(search.find(text.slice(0, end)));
          times[text].push(performance.now() - begun);
        }
      }
    }
    return { built, times };
  },
};
