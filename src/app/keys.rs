//! The cipher of this tablet: WebCrypto here, Argon2id at the worker's desk.
use crate::app::session::AppCipher;
use crate::platform::worker::Desk;

#[cfg(target_arch = "wasm32")]
pub fn cipher(desk: Desk) -> AppCipher {
    use crate::platform::worker::{DeskError, Tool};
    use crate::vault::kdf::{self, KdfError, KdfParams};
    use futures::future::LocalBoxFuture;
    use std::rc::Rc;
    use zeroize::Zeroizing;

    let derive = move |params: KdfParams, secret: Zeroizing<Vec<u8>>| -> LocalBoxFuture<'static, _> {
        let desk = desk.clone();
        Box::pin(async move {
            let name = |why: DeskError| KdfError::NoWorker { name: format!("{why:?}") };
            let question = kdf::question(&params, &secret).ok_or_else(|| name(DeskError::OtherVersion))?;
            let answer = desk.ask(Tool::Keys, &question, &[], Rc::new(|_| {})).await.map_err(name)?;
            kdf::read_answer(&answer).ok_or_else(|| name(DeskError::OtherVersion))?
        })
    };
    AppCipher::new(Rc::new(derive))
}

#[cfg(not(target_arch = "wasm32"))]
pub fn cipher(_desk: Desk) -> AppCipher {
    AppCipher::quick()
}
