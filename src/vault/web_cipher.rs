//! The cipher in the browser: WebCrypto, with handles to keys that cannot be read back; Argon2id in the worker.
//!
//! Byte for byte what [`super::native_cipher`] does. Many seals are asked for at once and awaited together.
use super::cipher::{Cipher, CipherError, Job, NotGenuine, Pair, PairUse, Secret};
use super::kdf::{self, KdfError, KdfParams};
use futures::future::LocalBoxFuture;
use js_sys::{Array, ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, DomException};
use zeroize::Zeroizing;

#[wasm_bindgen]
extern "C" {
    type Scope;
    #[wasm_bindgen(method, getter, catch)]
    fn crypto(this: &Scope) -> Result<Crypto, JsValue>;

    type Crypto;
    #[wasm_bindgen(method, getter)]
    fn subtle(this: &Crypto) -> Subtle;
    #[wasm_bindgen(method, catch, js_name = getRandomValues)]
    fn random_values(this: &Crypto, into: &mut [u8]) -> Result<JsValue, JsValue>;

    type Subtle;
    #[wasm_bindgen(method, catch)]
    fn encrypt(this: &Subtle, how: &AesGcm, key: &CryptoKey, text: &[u8]) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn decrypt(this: &Subtle, how: &AesGcm, key: &CryptoKey, text: &[u8]) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = importKey)]
    fn import_key(
        this: &Subtle,
        format: &str,
        bytes: &[u8],
        how: &JsValue,
        extractable: bool,
        usages: &JsValue,
    ) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = exportKey)]
    fn export_key(this: &Subtle, format: &str, key: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = generateKey)]
    fn generate_key(
        this: &Subtle,
        how: &JsValue,
        extractable: bool,
        usages: &JsValue,
    ) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = deriveBits)]
    fn derive_bits(this: &Subtle, how: &JsValue, key: &CryptoKey, bits: u32) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn sign(this: &Subtle, how: &JsValue, key: &CryptoKey, bytes: &[u8]) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn verify(
        this: &Subtle,
        how: &JsValue,
        key: &CryptoKey,
        signature: &[u8],
        bytes: &[u8],
    ) -> Result<Promise, JsValue>;

    /// `{ name: "AES-GCM", iv, additionalData }`; setters are cheaper than `Reflect`, ten thousand times over.
    #[wasm_bindgen(extends = Object)]
    type AesGcm;
    #[wasm_bindgen(method, setter, js_name = name)]
    fn set_name(this: &AesGcm, name: &str);
    #[wasm_bindgen(method, setter, js_name = iv)]
    fn set_iv(this: &AesGcm, iv: &Uint8Array);
    #[wasm_bindgen(method, setter, js_name = additionalData)]
    fn set_bound(this: &AesGcm, bound: &Uint8Array);

    /// What `Promise.allSettled` says of one promise.
    type Settled;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Settled) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn reason(this: &Settled) -> JsValue;
}

/// Derives keys somewhere else: in the worker, or in this page if none can be started.
pub type Deriver =
    Rc<dyn Fn(KdfParams, Zeroizing<Vec<u8>>) -> LocalBoxFuture<'static, Result<Secret, KdfError>>>;

#[derive(Clone)]
pub struct WebCipher {
    deriver: Deriver,
}

impl WebCipher {
    pub fn new(deriver: Deriver) -> Self {
        WebCipher { deriver }
    }

    /// Derives keys on this very thread: for workers and tests.
    pub fn here() -> Self {
        let derive = |params: KdfParams, secret: Zeroizing<Vec<u8>>| -> LocalBoxFuture<'static, _> {
            Box::pin(async move { kdf::derive(&params, &secret) })
        };
        WebCipher { deriver: Rc::new(derive) }
    }
}

fn named(error: JsValue) -> CipherError {
    let name = error.dyn_ref::<DomException>().map_or_else(|| format!("{error:?}"), DomException::name);
    CipherError { name }
}

fn crypto() -> Result<Crypto, CipherError> {
    js_sys::global().unchecked_into::<Scope>().crypto().map_err(named)
}

fn subtle() -> Result<Subtle, CipherError> {
    Ok(crypto()?.subtle())
}

/// `{ k: v, … }` of strings and objects.
fn object(members: &[(&str, JsValue)]) -> Result<JsValue, CipherError> {
    let object = Object::new();
    for (name, value) in members {
        Reflect::set(&object, &JsValue::from_str(name), value).map_err(named)?;
    }
    Ok(object.into())
}

fn words(words: &[&str]) -> JsValue {
    words.iter().map(|word| JsValue::from_str(word)).collect::<Array>().into()
}

async fn answer(promise: Result<Promise, JsValue>) -> Result<JsValue, CipherError> {
    JsFuture::from(promise.map_err(named)?).await.map_err(named)
}

fn bytes(buffer: &JsValue) -> Vec<u8> {
    Uint8Array::new(buffer).to_vec()
}

fn aes_gcm(job: &Job) -> AesGcm {
    let how: AesGcm = Object::new().unchecked_into();
    how.set_name("AES-GCM");
    how.set_iv(&Uint8Array::from(job.nonce.as_slice()));
    how.set_bound(&Uint8Array::from(job.bound.as_slice()));
    how
}

/// Name and usages of a key pair, in WebCrypto's words: the pair's, the private key's, the public key's.
fn curve(usage: PairUse) -> Result<(JsValue, JsValue), CipherError> {
    let (name, usages) = match usage {
        PairUse::Exchange => ("ECDH", words(&["deriveBits"])),
        PairUse::Sign => ("ECDSA", words(&["sign"])),
    };
    Ok((object(&[("name", name.into()), ("namedCurve", "P-256".into())])?, usages))
}

fn ecdsa() -> Result<JsValue, CipherError> {
    object(&[("name", "ECDSA".into()), ("hash", "SHA-256".into())])
}

/// All answers, kept or broken.
async fn settled(promises: &Array) -> Result<Array, CipherError> {
    JsFuture::from(Promise::all_settled(promises)).await.map(JsCast::unchecked_into).map_err(named)
}

impl Cipher for WebCipher {
    type Key = CryptoKey;
    type Private = CryptoKey;

    fn random(&self, into: &mut [u8]) -> Result<(), CipherError> {
        let crypto = crypto()?;
        // More than 65,536 bytes at once are refused.
        into.chunks_mut(65_536).try_for_each(|chunk| crypto.random_values(chunk).map(drop).map_err(named))
    }

    async fn key(&self, raw: &[u8; 32]) -> Result<CryptoKey, CipherError> {
        let usages = words(&["encrypt", "decrypt"]);
        answer(subtle()?.import_key("raw", raw, &"AES-GCM".into(), false, &usages))
            .await
            .map(JsCast::unchecked_into)
    }

    async fn seal(&self, key: &CryptoKey, jobs: Vec<Job>) -> Result<Vec<Vec<u8>>, CipherError> {
        let subtle = subtle()?;
        let promises = Array::new();
        for job in jobs {
            promises.push(subtle.encrypt(&aes_gcm(&job), key, &job.text).map_err(named)?.as_ref());
        }
        let sealed = answer(Ok(Promise::all(&promises))).await?;
        Ok(Array::from(&sealed).iter().map(|buffer| bytes(&buffer)).collect())
    }

    async fn open(
        &self,
        key: &CryptoKey,
        jobs: Vec<Job>,
    ) -> Result<Vec<Result<Vec<u8>, NotGenuine>>, CipherError> {
        let subtle = subtle()?;
        let promises = Array::new();
        for job in jobs {
            promises.push(subtle.decrypt(&aes_gcm(&job), key, &job.text).map_err(named)?.as_ref());
        }
        let mut answers = Vec::with_capacity(promises.length() as usize);
        for answer in settled(&promises).await?.iter() {
            let answer: Settled = answer.unchecked_into();
            let value = answer.value();
            if value.is_instance_of::<ArrayBuffer>() {
                answers.push(Ok(bytes(&value)));
                continue;
            }
            // Engines say OperationError for a tag that does not match; anything else is not the envelope's fault.
            match named(answer.reason()) {
                CipherError { name } if name == "OperationError" => answers.push(Err(NotGenuine)),
                other => return Err(other),
            }
        }
        Ok(answers)
    }

    async fn pair(&self, usage: PairUse) -> Result<Pair, CipherError> {
        let (how, _) = curve(usage)?;
        let usages = match usage {
            PairUse::Exchange => words(&["deriveBits"]),
            PairUse::Sign => words(&["sign", "verify"]),
        };
        let subtle = subtle()?;
        let pair = answer(subtle.generate_key(&how, true, &usages)).await?;
        let member = |name: &str| Reflect::get(&pair, &name.into()).map_err(named);
        let private = answer(subtle.export_key("pkcs8", &member("privateKey")?)).await?;
        let public = answer(subtle.export_key("raw", &member("publicKey")?)).await?;
        let pair = Pair { private: Zeroizing::new(bytes(&private)), public: bytes(&public) };
        Uint8Array::new(&private).fill(0, 0, private.unchecked_ref::<ArrayBuffer>().byte_length());
        Ok(pair)
    }

    async fn private(&self, usage: PairUse, pkcs8: &[u8]) -> Result<CryptoKey, CipherError> {
        let (how, usages) = curve(usage)?;
        answer(subtle()?.import_key("pkcs8", pkcs8, &how, false, &usages)).await.map(JsCast::unchecked_into)
    }

    async fn agree(&self, mine: &CryptoKey, public: &[u8]) -> Result<Secret, CipherError> {
        let subtle = subtle()?;
        let (how, _) = curve(PairUse::Exchange)?;
        let theirs = answer(subtle.import_key("raw", public, &how, false, &words(&[]))).await?;
        let how = object(&[("name", "ECDH".into()), ("public", theirs)])?;
        let shared = answer(subtle.derive_bits(&how, mine, 256)).await?;
        let shared = Zeroizing::new(bytes(&shared));
        let mut secret = Secret::default();
        match shared.first_chunk::<32>() {
            Some(bytes) => secret.copy_from_slice(bytes),
            None => return Err(CipherError { name: "OperationError".to_owned() }),
        }
        Ok(secret)
    }

    async fn sign(&self, mine: &CryptoKey, message: &[u8]) -> Result<Vec<u8>, CipherError> {
        Ok(bytes(&answer(subtle()?.sign(&ecdsa()?, mine, message)).await?))
    }

    async fn verify(&self, public: &[u8], message: &[u8], signature: &[u8]) -> Result<bool, CipherError> {
        let subtle = subtle()?;
        let (how, _) = curve(PairUse::Sign)?;
        // Not a point of the curve: nobody's key.
        let Ok(key) = answer(subtle.import_key("raw", public, &how, false, &words(&["verify"]))).await else {
            return Ok(false);
        };
        let proven = answer(subtle.verify(&ecdsa()?, key.unchecked_ref(), signature, message)).await?;
        Ok(proven.is_truthy())
    }

    async fn derive(&self, params: &KdfParams, secret: &[u8]) -> Result<Secret, KdfError> {
        params.check()?;
        (self.deriver)(*params, Zeroizing::new(secret.to_vec())).await
    }
}
