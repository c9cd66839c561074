// The stores that the register's own is measured beside. Each keeps the same records: one of a pupil, one of each visit, guardian,
// placement …, as `{ _id, file, table, …fields }`, and answers the same questions. All run in this page, one after another.
import { crypto as pouchCrypto, transform } from "crypto-pouch";
import { Dexie } from "dexie";
import PouchDB from "pouchdb-browser";

PouchDB.plugin({ crypto: pouchCrypto, transform });

const asked = (request) =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
const finished = (transaction) =>
  new Promise((done, fail) => {
    transaction.oncomplete = () => done();
    transaction.onerror = transaction.onabort = () => fail(transaction.error);
  });

/** Pupils not visited since a day: the latest held visit of each, in order; the question that the list of today asks. */
function overdueOf(visits, pupils, since) {
  const last = new Map();
  for (const visit of visits) if (visit.done && (last.get(visit.file) ?? "") < visit.date) last.set(visit.file, visit.date);
  return pupils
    .map((file) => [last.get(file) ?? "", file])
    .filter(([day]) => day < since)
    .sort()
    .map(([, file]) => file);
}

const mergedDoc = (mine, theirs) => {
  const merged = { ...mine };
  let changed = 0;
  for (const [key, value] of Object.entries(theirs)) {
    if (key !== "_rev" && JSON.stringify(mine[key]) !== JSON.stringify(value)) {
      merged[key] = value;
      changed++;
    }
  }
  return changed ? merged : null;
};

// --- IndexedDB by hand -------------------------------------------------------------------------------------

function database(name, make) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => make(request.result);
  return asked(request);
}
const STRICT = { durability: "strict" };

/** A value a record. */
const plain = {
  name: "plain IndexedDB, a value a record",
  version: "",
  async open() {
    this.db = await database("plain", (db) => {
      const records = db.createObjectStore("records", { keyPath: "_id" });
      records.createIndex("table", "table");
    });
  },
  async importAll(records) {
    const writing = this.db.transaction("records", "readwrite", STRICT);
    const store = writing.objectStore("records");
    for (const record of records) store.put(record);
    await finished(writing);
  },
  table(name, count) {
    return asked(this.db.transaction("records").objectStore("records").index("table").getAll(name, count));
  },
  first(count) {
    return this.table("pupil", count);
  },
  async overdue(since) {
    const [pupils, visits] = await Promise.all([this.table("pupil"), this.table("visit")]);
    return overdueOf(visits, pupils.map((pupil) => pupil.file), since);
  },
  async save(record) {
    const writing = this.db.transaction("records", "readwrite", STRICT);
    writing.objectStore("records").put(record);
    await finished(writing);
  },
  async exportAll() {
    return JSON.stringify(await asked(this.db.transaction("records").objectStore("records").getAll()));
  },
  async merge(theirs) {
    const writing = this.db.transaction("records", "readwrite", STRICT);
    const store = writing.objectStore("records");
    for (const record of theirs) {
      const mine = await asked(store.get(record._id));
      const merged = mine ? mergedDoc(mine, record) : record;
      if (merged) store.put(merged);
    }
    await finished(writing);
  },
  close() {
    this.db.close();
    return asked(indexedDB.deleteDatabase("plain"));
  },
};

const CHUNK = 256;

/** Sealed in chunks of 256 records of one kind: a floor (no compaction, no key derivation, no signatures), not a design. */
const chunks = {
  name: "IndexedDB, sealed in chunks of 256",
  version: "",
  async open() {
    this.db = await database("chunks", (db) => {
      db.createObjectStore("chunks");
      db.createObjectStore("keys");
    });
    const keys = this.db.transaction("keys").objectStore("keys");
    this.key = await asked(keys.get("key"));
    if (!this.key) {
      this.key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
      const writing = this.db.transaction("keys", "readwrite", STRICT);
      writing.objectStore("keys").put(this.key, "key");
      await finished(writing);
    }
    this.places = null;
  },
  async seal(value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(value));
    return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, this.key, text) };
  },
  async unseal({ iv, sealed }) {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, this.key, sealed)));
  },
  async importAll(records) {
    // Kinds apart, and with the pupils' rows what lists need of the visits: the day of the last one held.
    const last = new Map();
    for (const one of records) if (one.table === "visit" && one.done && (last.get(one.file) ?? "") < one.date) last.set(one.file, one.date);
    const rows = records.filter((one) => one.table === "pupil").map((one) => ({ _id: one._id, file: one.file, name: one.name, last: last.get(one.file) ?? "" }));
    const sealed = [["rows", await this.seal(rows)]];
    for (let at = 0; at < records.length; at += CHUNK) sealed.push([at / CHUNK, await this.seal(records.slice(at, at + CHUNK))]);
    const writing = this.db.transaction("chunks", "readwrite", STRICT);
    for (const [id, value] of sealed) writing.objectStore("chunks").put(value, id);
    await finished(writing);
  },
  async first(count) {
    this.rows = await this.unseal(await asked(this.db.transaction("chunks").objectStore("chunks").get("rows")));
    return this.rows.slice(0, count);
  },
  async overdue(since) {
    if (!this.rows) await this.first(0);
    return this.rows.filter((row) => row.last < since).sort((a, b) => (a.last < b.last ? -1 : 1)).map((row) => row.file);
  },
  async all() {
    const stored = this.db.transaction("chunks").objectStore("chunks");
    const [keys, values] = await Promise.all([asked(stored.getAllKeys()), asked(stored.getAll())]);
    const found = [];
    for (const [at, key] of keys.entries()) if (key !== "rows") found.push([key, await this.unseal(values[at])]);
    return found;
  },
  async place(id) {
    if (!this.places) {
      this.places = new Map();
      for (const [key, records] of await this.all()) for (const record of records) this.places.set(record._id, key);
    }
    return this.places.get(id) ?? "new";
  },
  async save(record) {
    const key = await this.place(record._id);
    const held = await asked(this.db.transaction("chunks").objectStore("chunks").get(key));
    const records = held ? await this.unseal(held) : [];
    const at = records.findIndex((one) => one._id === record._id);
    if (at < 0) records.push(record);
    else records[at] = record;
    const value = await this.seal(records);
    const writing = this.db.transaction("chunks", "readwrite", STRICT);
    writing.objectStore("chunks").put(value, key);
    await finished(writing);
  },
  async exportAll() {
    return JSON.stringify((await this.all()).flatMap(([, records]) => records));
  },
  async merge(theirs) {
    const coming = new Map(theirs.map((record) => [record._id, record]));
    const sealed = [];
    for (const [key, records] of await this.all()) {
      let touched = false;
      for (const [at, mine] of records.entries()) {
        const merged = coming.has(mine._id) ? mergedDoc(mine, coming.get(mine._id)) : null;
        if (merged) {
          records[at] = merged;
          touched = true;
        }
      }
      if (touched) sealed.push([key, await this.seal(records)]);
    }
    const writing = this.db.transaction("chunks", "readwrite", STRICT);
    for (const [id, value] of sealed) writing.objectStore("chunks").put(value, id);
    await finished(writing);
  },
  close() {
    this.db.close();
    this.rows = this.places = null;
    return asked(indexedDB.deleteDatabase("chunks"));
  },
};

// --- libraries ---------------------------------------------------------------------------------------------

const dexie = {
  name: "Dexie",
  version: Dexie.semVer,
  async open() {
    this.db = new Dexie("dexie", { chromeTransactionDurability: "strict" });
    this.db.version(1).stores({ records: "_id, table" });
    await this.db.open();
  },
  importAll(records) {
    return this.db.records.bulkPut(records);
  },
  first(count) {
    return this.db.records.where("table").equals("pupil").limit(count).toArray();
  },
  async overdue(since) {
    const of = (table) => this.db.records.where("table").equals(table).toArray();
    const [pupils, visits] = await Promise.all([of("pupil"), of("visit")]);
    return overdueOf(visits, pupils.map((pupil) => pupil.file), since);
  },
  save(record) {
    return this.db.records.put(record);
  },
  async exportAll() {
    return JSON.stringify(await this.db.records.toArray());
  },
  merge(theirs) {
    return this.db.transaction("rw", this.db.records, async () => {
      const mine = await this.db.records.bulkGet(theirs.map((record) => record._id));
      const merged = theirs.map((record, at) => (mine[at] ? mergedDoc(mine[at], record) : record)).filter(Boolean);
      await this.db.records.bulkPut(merged);
    });
  },
  async close() {
    this.db.close();
    await Dexie.delete("dexie");
  },
};

/** PouchDB as CHT keeps it: ids begin with the kind, so that one kind is one range. */
const pouch = (name, password) => ({
  name,
  version: PouchDB.version ?? "9.0.0",
  id: (record) => `${record.table}:${record._id}`,
  async open() {
    this.db = new PouchDB(password ? "crypto-pouch" : "pouch", { auto_compaction: true });
    if (password) await this.db.crypto(password);
  },
  async importAll(records) {
    for (let at = 0; at < records.length; at += 1000) {
      await this.db.bulkDocs(records.slice(at, at + 1000).map((record) => ({ ...record, _id: this.id(record) })));
    }
  },
  async table(name, limit) {
    const options = { include_docs: true, startkey: `${name}:`, endkey: `${name}:\ufff0` };
    return (await this.db.allDocs(limit ? { ...options, limit } : options)).rows.map((row) => row.doc);
  },
  first(count) {
    return this.table("pupil", count);
  },
  async overdue(since) {
    const [pupils, visits] = [await this.table("pupil"), await this.table("visit")];
    return overdueOf(visits, pupils.map((pupil) => pupil.file), since);
  },
  async save(record) {
    const _id = this.id(record);
    const { _rev } = await this.db.get(_id).catch(() => ({}));
    await this.db.put(_rev ? { ...record, _id, _rev } : { ...record, _id });
  },
  async exportAll() {
    return JSON.stringify((await this.db.allDocs({ include_docs: true })).rows.map((row) => row.doc));
  },
  async merge(theirs) {
    // The other tablet's database, changed there, replicated into this one.
    const other = new PouchDB("pouch-other");
    if (password) await other.crypto(password);
    await other.bulkDocs(theirs.map((record) => ({ ...record, _id: this.id(record) })));
    const from = performance.now();
    await this.db.replicate.from(other);
    const took = performance.now() - from;
    await other.destroy();
    return took;
  },
  async close() {
    await this.db.destroy();
  },
});

export const STORES = [plain, chunks, dexie, pouch("PouchDB", ""), pouch("crypto-pouch", "chun-feng xia-yu qiu-yue dong-xue")];
