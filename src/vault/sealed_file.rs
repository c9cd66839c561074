//! A file that only a passphrase opens: what leaves the tablet sealed.
//!
//! ```text
//! BAOXUE-SEALED 0x01 · m_kib (4) · t (4) · p (4) · salt (16) · check (16) · blocks of 1 MiB + tag (16), the last one shorter
//! ```
//! The key is Argon2id of the passphrase with the parameters of the head, which have a floor and a ceiling; each file has a salt,
//! and so a key, of its own. A block's nonce is its number and whether it is the last: blocks can be neither swapped nor
//! left out, and a file cut between two of them is known. The whole head is bound to every block. `check` is an empty block under
//! a number of its own: it tells a wrong passphrase from an altered file.
use super::cipher::{Cipher, CipherError, Job, NONCE, TAG};
use super::error::VaultError;
use super::kdf::{KdfError, KdfParams};
use super::opening::strong;
use super::passphrase::{Passphrase, Verdict};
use super::slots::{SlotError, derive_best};

pub const MAGIC: &[u8] = b"BAOXUE-SEALED\x01";
const NAME: usize = MAGIC.len() - 1;
/// Text of one block.
const BLOCK: usize = 1 << 20;
const HEAD: usize = MAGIC.len() + 12 + 16;

/// Why a sealed file cannot be made or opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealedError {
    /// No sealed file at all.
    NotSealed,
    /// Sealed by a newer program.
    NewerVersion(u8),
    /// It ends too early: half copied, or cut.
    Truncated,
    /// The passphrase does not open it.
    WrongPassphrase,
    /// Bytes were changed since it was sealed.
    Altered,
    /// The passphrase is too easily guessed to seal with.
    Weak(Verdict),
    Kdf(KdfError),
    Cipher(CipherError),
}

impl From<CipherError> for SealedError {
    fn from(error: CipherError) -> Self {
        SealedError::Cipher(error)
    }
}

impl From<KdfError> for SealedError {
    fn from(error: KdfError) -> Self {
        SealedError::Kdf(error)
    }
}

/// The three uses of a nonce, which must never meet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Inner = 0,
    Last = 1,
    Check = 2,
}

fn nonce(number: u32, part: Part) -> [u8; NONCE] {
    let mut nonce = [0; NONCE];
    let [.., a, b, c, d, last] = &mut nonce;
    [*a, *b, *c, *d] = number.to_be_bytes();
    *last = part as u8;
    nonce
}

fn head(params: &KdfParams) -> Vec<u8> {
    let numbers = [params.m_kib, params.t, params.p].map(u32::to_be_bytes);
    [MAGIC, numbers.as_flattened(), &params.salt].concat()
}

/// The parameters of a file's head.
fn params(head: &[u8]) -> Option<KdfParams> {
    let rest = head.strip_prefix(MAGIC)?;
    let (m_kib, rest) = rest.split_first_chunk::<4>()?;
    let (t, rest) = rest.split_first_chunk::<4>()?;
    let (p, salt) = rest.split_first_chunk::<4>()?;
    let number = |bytes: &[u8; 4]| u32::from_be_bytes(*bytes);
    Some(KdfParams { m_kib: number(m_kib), t: number(t), p: number(p), salt: salt.try_into().ok()? })
}

/// Whether bytes begin as a sealed file does, of whatever version.
pub fn is_sealed(first: &[u8]) -> bool {
    first.get(..NAME) == MAGIC.get(..NAME)
}

/// A sealed file on its way out.
pub struct Sealer<'c, C: Cipher> {
    cipher: &'c C,
    key: C::Key,
    head: Vec<u8>,
    number: u32,
    pending: Vec<u8>,
}

impl<'c, C: Cipher> Sealer<'c, C> {
    /// Begins a file; gives its first bytes. A passphrase below the floor is refused.
    pub async fn begin(cipher: &'c C, passphrase: &Passphrase) -> Result<(Self, Vec<u8>), SealedError> {
        strong(passphrase).map_err(|error| match error {
            VaultError::Passphrase(verdict) => SealedError::Weak(verdict),
            _ => SealedError::WrongPassphrase,
        })?;
        let (params, secret) =
            derive_best(cipher, passphrase.secret()).await.map_err(|error| match error {
                SlotError::Kdf(error) => SealedError::Kdf(error),
                SlotError::Cipher(error) => SealedError::Cipher(error),
                _ => SealedError::WrongPassphrase,
            })?;
        let key = cipher.key(&secret).await?;
        let head = head(&params);
        let check = Job { nonce: nonce(0, Part::Check), bound: head.clone(), text: Vec::new() };
        let check = cipher.seal(&key, vec![check]).await?.concat();
        let first = [head.as_slice(), &check].concat();
        Ok((Sealer { cipher, key, head, number: 0, pending: Vec::new() }, first))
    }

    /// Takes text; gives whatever bytes are complete.
    pub async fn take(&mut self, text: &[u8]) -> Result<Vec<u8>, SealedError> {
        self.pending.extend_from_slice(text);
        let mut out = Vec::new();
        // A full block is sealed only when more follows: the last one must be known as the last.
        while self.pending.len() > BLOCK {
            let rest = self.pending.split_off(BLOCK);
            let block = std::mem::replace(&mut self.pending, rest);
            out.extend(self.block(block, Part::Inner).await?);
        }
        Ok(out)
    }

    async fn block(&mut self, text: Vec<u8>, part: Part) -> Result<Vec<u8>, SealedError> {
        let job = Job { nonce: nonce(self.number, part), bound: self.head.clone(), text };
        self.number += 1;
        Ok(self.cipher.seal(&self.key, vec![job]).await?.concat())
    }

    /// The end of the file; without it the file is truncated.
    pub async fn finish(mut self) -> Result<Vec<u8>, SealedError> {
        let last = std::mem::take(&mut self.pending);
        self.block(last, Part::Last).await
    }
}

/// Opens a sealed file. `watch` is told done and all bytes.
pub async fn open<C: Cipher>(
    cipher: &C,
    passphrase: &Passphrase,
    bytes: &[u8],
    watch: &dyn Fn(u64, u64),
) -> Result<Vec<u8>, SealedError> {
    if !is_sealed(bytes) {
        return Err(SealedError::NotSealed);
    }
    match bytes.get(NAME) {
        None => return Err(SealedError::Truncated),
        Some(version) if MAGIC.last() != Some(version) => return Err(SealedError::NewerVersion(*version)),
        Some(_) => {}
    }
    let (head, rest) = bytes.split_at_checked(HEAD).ok_or(SealedError::Truncated)?;
    let (check, mut rest) = rest.split_at_checked(TAG).ok_or(SealedError::Truncated)?;
    let params = params(head).ok_or(SealedError::Truncated)?;
    params.check()?;
    let key = cipher.key(&*cipher.derive(&params, passphrase.secret()).await?).await?;
    let job = |number, part, sealed: &[u8]| Job {
        nonce: nonce(number, part),
        bound: head.to_vec(),
        text: sealed.to_vec(),
    };
    if one(cipher, &key, job(0, Part::Check, check)).await?.is_none() {
        return Err(SealedError::WrongPassphrase);
    }
    let all = rest.len() as u64;
    let mut text = Vec::with_capacity(rest.len());
    for number in 0.. {
        let (block, more) = rest.split_at_checked(BLOCK + TAG).unwrap_or((rest, &[]));
        let part = if more.is_empty() { Part::Last } else { Part::Inner };
        match one(cipher, &key, job(number, part, block)).await? {
            Some(opened) => text.extend(opened),
            // Sound, and not the last: what followed is gone. A block cut within cannot be told from an altered one but by its length.
            None if part == Part::Last => {
                let was_inner = one(cipher, &key, job(number, Part::Inner, block)).await?.is_some();
                return Err(if was_inner || block.len() < TAG {
                    SealedError::Truncated
                } else {
                    SealedError::Altered
                });
            }
            None => return Err(SealedError::Altered),
        }
        watch(all - more.len() as u64, all);
        if more.is_empty() {
            break;
        }
        rest = more;
    }
    Ok(text)
}

async fn one<C: Cipher>(cipher: &C, key: &C::Key, job: Job) -> Result<Option<Vec<u8>>, CipherError> {
    if job.text.len() < TAG {
        return Ok(None);
    }
    Ok(cipher.open(key, vec![job]).await?.pop().and_then(Result::ok))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::vault::native_cipher::NativeCipher;
    use pollster::block_on;

    const GOOD: &str = "the goat behind our kitchen sings";

    fn sealed(text: &[u8], piece: usize) -> Vec<u8> {
        block_on(async {
            let cipher = NativeCipher::quick();
            let (mut sealer, mut out) = Sealer::begin(&cipher, &Passphrase::typed(GOOD)).await.unwrap();
            for part in text.chunks(piece) {
                out.extend(sealer.take(part).await.unwrap());
            }
            out.extend(sealer.finish().await.unwrap());
            out
        })
    }

    fn opened(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, SealedError> {
        block_on(open(&NativeCipher::quick(), &Passphrase::typed(passphrase), bytes, &|_, _| ()))
    }

    fn text(length: usize) -> Vec<u8> {
        (0..length).map(|n| (n * 31 % 251) as u8).collect()
    }

    #[test]
    fn what_was_sealed_opens_again_whatever_its_length() {
        for length in [0, 1, 100, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 7] {
            let text = text(length);
            let bytes = sealed(&text, 300_000);
            assert!(is_sealed(&bytes));
            assert_eq!(opened(&bytes, GOOD), Ok(text), "{length}");
        }
    }

    #[test]
    fn the_same_text_seals_differently_every_time() {
        assert_ne!(sealed(b"a", 1), sealed(b"a", 1));
    }

    #[test]
    fn a_wrong_passphrase_is_told_from_an_altered_file() {
        let bytes = sealed(&text(1000), 1000);
        assert_eq!(opened(&bytes, "another goat behind the kitchen"), Err(SealedError::WrongPassphrase));
        for at in [HEAD + TAG, HEAD + TAG + 500, bytes.len() - 1] {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1;
            assert_eq!(opened(&flipped, GOOD), Err(SealedError::Altered), "bit at {at}");
        }
    }

    #[test]
    fn no_bit_of_the_head_can_be_changed() {
        let bytes = sealed(b"text", 4);
        for at in 0..HEAD + TAG {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1;
            let found = opened(&flipped, GOOD);
            assert!(found.is_err(), "bit of byte {at}: {found:?}");
        }
    }

    #[test]
    fn a_file_cut_anywhere_is_refused_and_between_blocks_it_is_called_truncated() {
        let bytes = sealed(&text(2 * BLOCK + 7), BLOCK);
        let first = HEAD + TAG;
        for cut in [
            0,
            5,
            NAME,
            MAGIC.len(),
            HEAD,
            first,
            first + 3,
            first + 5000,
            first + BLOCK + TAG + 1,
            bytes.len() - 1,
        ] {
            assert!(opened(&bytes[..cut], GOOD).is_err(), "cut at {cut}");
        }
        for blocks in 0..3 {
            let cut = first + blocks * (BLOCK + TAG);
            assert_eq!(opened(&bytes[..cut], GOOD), Err(SealedError::Truncated), "after {blocks} blocks");
        }
    }

    #[test]
    fn blocks_can_be_neither_swapped_nor_left_out() {
        let bytes = sealed(&text(3 * BLOCK), BLOCK);
        let (head, blocks) = bytes.split_at(HEAD + TAG);
        let blocks: Vec<&[u8]> = blocks.chunks(BLOCK + TAG).collect();
        let joined = |order: &[usize]| {
            let picked: Vec<&[u8]> = order.iter().map(|at| blocks[*at]).collect();
            [head, &picked.concat()].concat()
        };
        assert_eq!(joined(&[0, 1, 2]), bytes);
        for order in [&[1, 0, 2][..], &[0, 2], &[0, 0, 1, 2], &[2]] {
            assert_eq!(opened(&joined(order), GOOD), Err(SealedError::Altered), "{order:?}");
        }
    }

    #[test]
    fn weak_parameters_and_weak_passphrases_are_refused_before_any_work() {
        let mut bytes = sealed(b"text", 4);
        bytes[MAGIC.len()..MAGIC.len() + 4].copy_from_slice(&64u32.to_be_bytes());
        assert_eq!(opened(&bytes, GOOD), Err(SealedError::Kdf(KdfError::TooWeak { m_kib: 64, t: 3 })));
        bytes[MAGIC.len()..MAGIC.len() + 4].copy_from_slice(&u32::MAX.to_be_bytes());
        assert!(matches!(opened(&bytes, GOOD), Err(SealedError::Kdf(KdfError::TooCostly { .. }))));
        let cipher = NativeCipher::quick();
        let weak = block_on(Sealer::begin(&cipher, &Passphrase::typed("password123"))).map(|_| ());
        assert!(matches!(weak, Err(SealedError::Weak(_))), "{weak:?}");
    }

    #[test]
    fn what_is_no_sealed_file_or_a_newer_one_is_named() {
        assert_eq!(opened(b"{\"format\":\"baoxue-register\"}", GOOD), Err(SealedError::NotSealed));
        let mut newer = sealed(b"text", 4);
        newer[NAME] = 2;
        assert_eq!(opened(&newer, GOOD), Err(SealedError::NewerVersion(2)));
    }
}
