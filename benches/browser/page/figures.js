// SQLite in WebAssembly over the same records: what a report of the register asks, as SQL. It runs in this page.
import initSqlJs from "sql.js/dist/sql-wasm-browser.js";

const TABLES = {
  pupil: ["name", "town", "village", "school", "birth"],
  visit: ["date", "done", "periods", "minutes"],
  placement: ["mode", "from", "to"],
  carer: ["staff", "from", "to"],
  flag: ["kind", "from", "to"],
};

/** Each question in SQL with `:from` and `:on`; the answers are read in full. */
const QUESTIONS = {
  pupils: "select count(*) from pupil",
  "home-taught on the day": `select count(distinct file) from placement where mode = 'HOME' and "from" <= :on and ("to" is null or "to" > :on)`,
  "placements on the day": `select mode, count(distinct file) from placement where "from" <= :on and ("to" is null or "to" > :on) group by mode`,
  "home-taught by town": `select pupil.town, count(distinct placement.file) from placement join pupil using (file) where mode = 'HOME' and "from" <= :on and ("to" is null or "to" > :on) group by pupil.town`,
  "home-taught by school": `select pupil.school, count(distinct placement.file) from placement join pupil using (file) where mode = 'HOME' and "from" <= :on and ("to" is null or "to" > :on) group by pupil.school`,
  "visits held in the period": "select count(*) from visit where done and date between :from and :on",
  "class hours by month": "select substr(date, 1, 7), sum(periods) from visit where done and date between :from and :on group by 1",
  "visited pupils by town": "select pupil.town, count(distinct visit.file) from visit join pupil using (file) where done and date between :from and :on group by pupil.town",
  "without a visit in the period": "select count(*) from pupil where file not in (select file from visit where done and date between :from and :on)",
  "without two carers": `select count(*) from pupil where (select count(distinct staff) from carer where carer.file = pupil.file and "from" <= :on and ("to" is null or "to" > :on)) < 2`,
  "flags on the day": `select kind, count(distinct file) from flag where "from" <= :on and ("to" is null or "to" > :on) group by kind`,
  "last visit of each": "select file, max(date) from visit where done and date <= :on group by file",
};

export async function figures(records, rounds, from, on) {
  const begun = performance.now();
  const SQL = await initSqlJs({ locateFile: () => "/sql-wasm-browser.wasm" });
  const db = new SQL.Database();
  db.run("begin");
  for (const [table, columns] of Object.entries(TABLES)) {
    db.run(`create table ${table} (id text primary key, file text, ${columns.map((one) => `"${one}"`).join(", ")}) without rowid`);
    const insert = db.prepare(`insert into ${table} values (?, ?, ${columns.map(() => "?").join(", ")})`);
    for (const record of records) {
      if (record.table === table) insert.run([record._id, record.file, ...columns.map((one) => (record[one] === true ? 1 : (record[one] ?? null)))]);
    }
    insert.free();
    db.run(`create index ${table}_file on ${table} (file)`);
  }
  db.run("commit");
  const loaded = performance.now() - begun;
  const times = [];
  let answers = {};
  for (let round = 0; round < rounds; round++) {
    const asked = performance.now();
    answers = {};
    for (const [name, sql] of Object.entries(QUESTIONS)) answers[name] = db.exec(sql, { ":from": from, ":on": on })[0]?.values ?? [];
    times.push(performance.now() - asked);
  }
  const bytes = db.export().length;
  db.close();
  const one = (name) => answers[name][0]?.[0] ?? 0;
  return { loaded, times, bytes, questions: Object.keys(QUESTIONS).length, home: one("home-taught on the day"), held: one("visits held in the period") };
}
