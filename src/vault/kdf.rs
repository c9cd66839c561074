//! From a passphrase to a key: Argon2id with parameters that are stored beside what they protect.
//!
//! Floor and ceiling are checked before any work: a copied store whose parameters were lowered is refused, and so is one
//! that would take the tablet down. Pure; the worker and, if it cannot start, the page run the same [`derive`].
use super::cipher::Secret;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KdfParams {
    pub m_kib: u32,
    pub t: u32,
    pub p: u32,
    pub salt: [u8; 16],
}

/// The least that opens a slot (RFC 9106 and OWASP's minimum: 19 MiB, two passes).
pub const FLOOR: (u32, u32) = (19 * 1024, 2);
/// The most that is tried: 1 GiB, 64 passes, 8 lanes.
pub const CEILING: (u32, u32, u32) = (1024 * 1024, 64, 8);
/// What a new slot tries, in order, until the device bears it. The last stands on the floor's memory with more passes.
pub const LADDER: [(u32, u32); 4] = [(64 * 1024, 3), (46 * 1024, 4), (32 * 1024, 5), (19 * 1024, 8)];

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum KdfError {
    /// Below [`FLOOR`]: the store was tampered with, or comes from something that is not this program.
    TooWeak { m_kib: u32, t: u32 },
    /// Above [`CEILING`].
    TooCostly { m_kib: u32, t: u32, p: u32 },
    /// The device has not this much memory.
    NoMemory { m_kib: u32 },
    /// Neither the worker nor the page could load the module that derives keys.
    NoWorker { name: String },
}

impl KdfParams {
    pub fn check(&self) -> Result<(), KdfError> {
        let KdfParams { m_kib, t, p, .. } = *self;
        if m_kib > CEILING.0 || t > CEILING.1 || p > CEILING.2 {
            return Err(KdfError::TooCostly { m_kib, t, p });
        }
        if m_kib < FLOOR.0 || t < FLOOR.1 || p == 0 {
            return Err(KdfError::TooWeak { m_kib, t });
        }
        Ok(())
    }

    /// Whether a device gave less than a new slot asks for: the screen says so.
    pub fn is_reduced(&self) -> bool {
        self.m_kib < LADDER[0].0
    }
}

/// Checks the parameters and derives 32 bytes.
pub fn derive(params: &KdfParams, secret: &[u8]) -> Result<Secret, KdfError> {
    params.check()?;
    argon2id(params, secret)
}

fn argon2id(params: &KdfParams, secret: &[u8]) -> Result<Secret, KdfError> {
    let KdfParams { m_kib, t, p, .. } = *params;
    let costly = KdfError::TooCostly { m_kib, t, p };
    let cost = Params::new(m_kib, t, p, Some(32)).map_err(|_| costly.clone())?;
    let mut memory: Vec<Block> = Vec::new();
    // Asked for politely: in WebAssembly a refused allocation would otherwise end the whole module.
    memory.try_reserve_exact(cost.block_count()).map_err(|_| KdfError::NoMemory { m_kib })?;
    memory.resize(cost.block_count(), Block::default());
    let mut key = Secret::default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, cost)
        .hash_password_into_with_memory(secret, &params.salt, key.as_mut(), &mut memory)
        .map_err(|_| costly)?;
    Ok(key)
}

/// The question to the worker's module, in postcard.
pub fn question(params: &KdfParams, secret: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    postcard::to_allocvec(&(params, secret)).ok().map(Zeroizing::new)
}

/// The worker's answer to [`question`]; `None` where the question is of another version.
pub fn answer(question: &[u8]) -> Option<Vec<u8>> {
    let (params, secret): (KdfParams, Vec<u8>) = postcard::from_bytes(question).ok()?;
    let key = derive(&params, &Zeroizing::new(secret)).map(|key| *key);
    postcard::to_allocvec(&key).ok()
}

/// Reads [`answer`].
pub fn read_answer(bytes: &[u8]) -> Option<Result<Secret, KdfError>> {
    let key: Result<[u8; 32], KdfError> = postcard::from_bytes(bytes).ok()?;
    Some(key.map(Secret::new))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(m_kib: u32, t: u32, p: u32) -> KdfParams {
        KdfParams { m_kib, t, p, salt: *b"0123456789abcdef" }
    }

    #[test]
    fn parameters_below_the_floor_or_above_the_ceiling_are_refused_before_any_work() {
        for (m, t, p, want) in [
            (19 * 1024 - 1, 2, 1, Err(KdfError::TooWeak { m_kib: 19 * 1024 - 1, t: 2 })),
            (64 * 1024, 1, 1, Err(KdfError::TooWeak { m_kib: 64 * 1024, t: 1 })),
            (64 * 1024, 3, 0, Err(KdfError::TooWeak { m_kib: 64 * 1024, t: 3 })),
            (8, 1, 1, Err(KdfError::TooWeak { m_kib: 8, t: 1 })),
            (u32::MAX, 3, 1, Err(KdfError::TooCostly { m_kib: u32::MAX, t: 3, p: 1 })),
            (64 * 1024, 65, 1, Err(KdfError::TooCostly { m_kib: 64 * 1024, t: 65, p: 1 })),
            (19 * 1024, 2, 1, Ok(())),
            (64 * 1024, 3, 1, Ok(())),
        ] {
            assert_eq!(params(m, t, p).check(), want);
        }
        assert_eq!(derive(&params(8, 1, 1), b"x"), Err(KdfError::TooWeak { m_kib: 8, t: 1 }));
    }

    #[test]
    fn every_step_of_the_ladder_stands_above_the_floor() {
        for (m, t) in LADDER {
            assert_eq!(params(m, t, 1).check(), Ok(()));
        }
    }

    #[test]
    fn the_derivation_is_argon2id_version_13() {
        // Vector from the reference implementation's test suite: 256 KiB, t=2, p=1, "password", "somesalt", 32 bytes.
        let cost = Params::new(256, 2, 1, Some(32)).unwrap();
        let mut out = [0u8; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, cost)
            .hash_password_into(b"password", b"somesalt", &mut out)
            .unwrap();
        let hex: String = out.iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(hex, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
        let mine = argon2id(&params(256, 2, 1), b"password").unwrap();
        let mut theirs = [0u8; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(256, 2, 1, Some(32)).unwrap())
            .hash_password_into(b"password", b"0123456789abcdef", &mut theirs)
            .unwrap();
        assert_eq!(*mine, theirs);
    }
}
