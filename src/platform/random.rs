//! Randomness from the browser's own generator.

/// 128 random bits. `None` where the page has no generator (no secure context).
pub fn bits() -> Option<u128> {
    let mut bytes = [0u8; 16];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(u128::from_le_bytes(bytes))
}
