//! Mounts the page.
fn main() {
    baoxue::ui::mount();
}
