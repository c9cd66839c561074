//! What an export runs through: the text whose parts are taken away as they come, and the file that grows, sealed or as it is.
use crate::app::exchange::export::ExportError;
use crate::app::session::AppCipher;
use crate::interchange::json::{Header, Travel, Writer};
use crate::platform::files::Parts;
use crate::vault::Passphrase;
use crate::vault::sealed_file::Sealer;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Blob;

/// Bytes on their way into the file, sealed or as they are.
pub struct Out<'c> {
    parts: Parts,
    sealer: Option<Sealer<'c, AppCipher>>,
}

impl<'c> Out<'c> {
    pub async fn begin(cipher: &'c AppCipher, seal: Option<&Passphrase>) -> Result<Out<'c>, ExportError> {
        let mut parts = Parts::default();
        let sealer = match seal {
            None => None,
            Some(passphrase) => {
                let (sealer, first) = Sealer::begin(cipher, passphrase).await?;
                parts.push(&first);
                Some(sealer)
            }
        };
        Ok(Out { parts, sealer })
    }

    pub async fn push(&mut self, bytes: &[u8]) -> Result<(), ExportError> {
        match &mut self.sealer {
            None => self.parts.push(bytes),
            Some(sealer) => self.parts.push(&sealer.take(bytes).await?),
        }
        Ok(())
    }

    pub async fn finish(mut self) -> Result<Blob, ExportError> {
        if let Some(sealer) = self.sealer {
            self.parts.push(&sealer.finish().await?);
        }
        self.parts.finish().ok_or(ExportError::NoRoom)
    }
}

/// The text, whose parts are taken away as they come.
pub struct Text<F: FnMut(&[u8])> {
    pub writer: Writer<F>,
    parts: Rc<RefCell<Vec<Vec<u8>>>>,
}

impl Text<fn(&[u8])> {
    /// `None` cannot happen: a plain text is given no secret.
    pub fn begin(header: &Header, sealed: bool) -> Option<Text<impl FnMut(&[u8]) + use<>>> {
        let travel = if sealed { Travel::Sealed } else { Travel::Plain };
        let parts: Rc<RefCell<Vec<Vec<u8>>>> = Rc::default();
        let sink = parts.clone();
        let writer = Writer::new(header, travel, move |part: &[u8]| sink.borrow_mut().push(part.to_vec()));
        Some(Text { writer: writer.ok()?, parts })
    }
}

impl<F: FnMut(&[u8])> Text<F> {
    pub fn take(&self) -> Vec<Vec<u8>> {
        self.parts.take()
    }

    pub fn finish(self) -> Vec<Vec<u8>> {
        self.writer.finish();
        self.parts.take()
    }
}
