// Household register, roll and roll call compared with Maps, as one writes it by hand: whole, valid numbers only, each child once.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function number(cell) {
  const text = String(cell ?? "").normalize("NFKC").replace(/[\s\u200b-\u200f\u2060\ufeff'’]/g, "").toUpperCase();
  if (!/^\d{17}[\dX]$/.test(text)) return null;
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += WEIGHTS[at] * (text.charCodeAt(at) - 48);
  return "10X98765432"[sum % 11] === text[17] ? text : null;
}

/** The rows below the headings of the third line, and where each heading stands. */
function list(rows) {
  const at = Object.fromEntries(rows[2].map((heading, column) => [heading, column]));
  const end = rows.findIndex((row, line) => line > 2 && row?.[0] === "合计");
  return { at, rows: rows.slice(3, end < 0 ? rows.length : end) };
}

const day = (text) => Date.parse(String(text).replace(/[年月./]/g, "-").replace("日", "")) / 86_400_000;

export function compare(household, roll, calls) {
  const [h, x, z] = [household, roll, calls].map(list);
  const base = new Set();
  for (const row of h.rows) {
    const id = number(row[h.at["公民身份号码"]]);
    const state = row[h.at["人户状态"]];
    if (!id || state === "迁出" || state === "死亡注销") continue;
    const born = id.slice(6, 14);
    if (born >= "20100901" && born <= "20190831") base.add(id);
  }
  const onRoll = new Map();
  for (const row of x.rows) {
    const id = number(row[x.at["身份证件号"]]);
    if (id && !onRoll.has(id)) onRoll.set(id, row);
  }
  const called = new Map();
  for (const row of z.rows) {
    const id = number(row[z.at["身份证件号"]]);
    if (id && !called.has(id)) called.set(id, row);
  }
  const a = [...base].filter((id) => !onRoll.has(id));
  const b = [];
  for (const [id, row] of onRoll) {
    if (row[x.at["学生状态"]] !== "在读" || row[x.at["就读方式"]] === "送教上门") continue;
    const call = called.get(id);
    const away = call && call[z.at["到校情况"]] === "未到" && call[z.at["未到原因"]] === "无故";
    if (!call || (away && day(call[z.at["点名日期"]]) - day(call[z.at["未到起始日期"]]) >= 8)) b.push(id);
  }
  return { base: base.size, a: a.length, b: b.length };
}

/** Times of so many rounds over the bytes of the three files. */
export function measure(XLSX, files, rounds) {
  const [read, times] = [[], []];
  let answer = null;
  for (let round = 0; round < rounds; round++) {
    let start = performance.now();
    const rows = files.map((bytes) => {
      const book = XLSX.read(bytes, { type: "array", dense: true });
      return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1, raw: true });
    });
    read.push(performance.now() - start);
    start = performance.now();
    answer = compare(...rows);
    times.push(performance.now() - start);
  }
  return { read, compare: times, answer };
}
