// SheetJS and Map in Node:  node sheetjs.mjs ROUNDS HOUSEHOLD ROLL ROLL-CALL
import { readFileSync } from "node:fs";
import process from "node:process";
import * as XLSX from "xlsx";
import { measure } from "./compare.js";

const [rounds, ...files] = process.argv.slice(2);
const found = measure(XLSX, files.map((file) => readFileSync(file)), Number(rounds));
console.log(JSON.stringify({ who: "SheetJS and Map, Node", version: XLSX.version, ...found }));
