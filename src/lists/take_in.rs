//! (waits for the register)
