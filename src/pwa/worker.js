// Starts the worker's module: the page says new Worker(<html data-worker>, { type: "module" }).
// The module itself says when it is ready; a failure here reaches the page as the worker's "error" event.
import init from "./__GLUE__";

const bytes = fetch(new URL("./__WASM__", import.meta.url), { integrity: "__WASM_INTEGRITY__", credentials: "same-origin" });
init({ module_or_path: bytes }).catch((error) => {
  // A rejected promise is reported by no engine as the worker's "error"; an exception out of a task is.
  setTimeout(() => {
    throw error;
  });
});
