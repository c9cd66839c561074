//! The README's pictures, from the real page: `make screenshots`. Not run with the tests.

use std::path::Path;

use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet};

/// The pictures taken at each size: file name, path, words to wait for.
const PAGES: &[(&str, &str, &str)] = &[("first", "/", "保学")];

async fn take(size: (u32, u32), suffix: &str) -> Step {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screenshots");
    std::fs::create_dir_all(&folder)?;
    let tablet = Tablet::start("pictures", size, Host::WithHeaders).await?;
    for (name, path, words) in PAGES {
        tablet.open(path).await?;
        tablet.see(words).await?;
        let shot = tablet.shot(&format!("readme-{name}")).await?;
        std::fs::copy(shot, folder.join(format!("{name}{suffix}.png")))?;
    }
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes docs/screenshots; run by make screenshots"]
async fn pictures_held_across() -> Step {
    take(LANDSCAPE, "").await
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes docs/screenshots; run by make screenshots"]
async fn pictures_held_upright() -> Step {
    take(PORTRAIT, "-upright").await
}
