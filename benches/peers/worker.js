// SheetJS and Map in the browser's worker: the message is [rounds, addresses of the three files].
import * as XLSX from "./xlsx.js";
import { measure } from "./compare.js";

onmessage = async (event) => {
  const [rounds, addresses] = event.data;
  const files = [];
  for (const address of addresses) files.push(new Uint8Array(await (await fetch(address)).arrayBuffer()));
  postMessage({ who: "SheetJS and Map, browser's worker", version: XLSX.version, ...measure(XLSX, files, rounds) });
};
