//! Mounts the page. The joint between its two modules is here, not in the library: the worker's module would carry it too.
use baoxue::ui::behind::{self, Behind};
use leptos::wasm_split::{self, SplitLoaderError};

#[wasm_split::wasm_split(behind, wasm_split_path = wasm_split, fallible)]
fn doors() -> Result<Behind, SplitLoaderError> {
    Ok(behind::doors())
}

fn main() {
    baoxue::ui::mount(|| Box::pin(async { doors().await.ok() }));
}
