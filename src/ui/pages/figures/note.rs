//! The comment of a report that is not submitted yet: sealed whenever the field is left and when the tablet locks, found again later.
use crate::app::keeper::KeepError;
use crate::app::reports::About;
use crate::app::session::use_session;
use crate::ui::saving::Saver;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[derive(Clone, Copy)]
pub struct Note {
    saver: Saver,
    about: About,
    pub text: RwSignal<String>,
}

impl Note {
    pub fn new(saver: Saver, about: About) -> Note {
        let note = Note { saver, about, text: RwSignal::new(String::new()) };
        use_session().drafts.hold(move || note.sealed());
        spawn_local(async move {
            match saver.register.draft(&note.name()).await {
                Ok(Some(bytes)) => {
                    let found = String::from_utf8_lossy(&bytes).into_owned();
                    // What was typed meanwhile is newer.
                    note.text.try_update(|text| {
                        if text.is_empty() {
                            *text = found;
                        }
                    });
                }
                Ok(None) => {}
                Err(why) => saver.fail(&why),
            }
        });
        note
    }

    /// Ids and codes alone.
    fn name(self) -> String {
        let whose = self.about.school.map_or_else(|| "county".to_owned(), |school| school.to_string());
        format!("report/{}/{whose}/{}", self.about.kind.code(), self.about.period.from)
    }

    async fn sealed(self) -> Result<(), KeepError> {
        let text = self.text.try_get_untracked().unwrap_or_default();
        let bytes = (!text.is_empty()).then(|| text.into_bytes());
        self.saver.register.keep_draft(&self.name(), bytes).await
    }

    pub fn seal(self) {
        spawn_local(async move {
            if let Err(why) = self.sealed().await {
                self.saver.fail(&why);
            }
        });
    }

    /// Nothing waits any more: it stands in the report.
    pub fn end(self) {
        self.text.try_set(String::new());
        self.seal();
    }
}
