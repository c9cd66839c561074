// Brings the second module of the program: what lies behind the first screen (src/ui/behind.rs). Named by its content.
// The first module's glue imports this file and calls what it exports; the boot script hands over that module's exports.
const { behind, behindIntegrity } = document.documentElement.dataset;

let handOver;
const program = new Promise((resolve) => {
  handOver = resolve;
});
export { handOver };

let loading = null;

async function load() {
  const answer = fetch(behind, { integrity: behindIntegrity || "", credentials: "same-origin" });
  answer.catch(() => {}); // reported once, by the instantiation that awaits it
  const exports = await program;
  await WebAssembly.instantiateStreaming(answer, { __wasm_split: exports });
}

/** Calls back into the first module: true when all of the second is there. A failure is not kept: the next call asks again. */
export async function __wasm_split_load_behind(callback, data) {
  loading ??= load();
  let done = true;
  try {
    await loading;
  } catch (error) {
    loading = null;
    done = false;
    console.warn("the second module", error);
  }
  (await program).__indirect_function_table.get(callback)(data, done);
}
