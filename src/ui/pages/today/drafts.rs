//! Visits left unfinished on this tablet, by whoever is unlocked.
use crate::app::layout;
use crate::app::register::{Register, use_register};
use crate::app::visit_draft::{self, VisitDraft};
use crate::domain::date::{Clock, Date};
use crate::domain::id::FileId;
use crate::i18n::pages::Today as W;
use crate::i18n::{dates, t, use_language};
use crate::ui::kit::{Icon, LinkButton, Look, icon, use_toasts};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[derive(Clone, PartialEq)]
struct Left {
    file: FileId,
    sealed: (Date, Clock),
}

#[component]
pub fn Drafts() -> impl IntoView {
    let (register, language, toasts) = (use_register(), use_language(), use_toasts());
    let left = RwSignal::new(Vec::<Left>::new());
    spawn_local(async move {
        match read(register).await {
            Ok(found) => {
                left.try_set(found);
            }
            Err(why) => toasts.fail(keep_error(&why, language.now())),
        }
    });
    let row = move |left: Left| {
        let when = move || {
            let day = dates::short(left.sealed.0, language.get());
            language.say_with(W::DraftOf, &[&day, &left.sealed.1.to_string()])
        };
        view! {
            <li class="draft">
                <span class="line-mark">{icon(Icon::Pen)}</span>
                <div class="grow"><strong>{move || register.name_of(left.file)}</strong><div class="muted small">{when}</div></div>
                <LinkButton label=t(W::GoOn) href=format!("/visit/{}", left.file) look=Look::Primary name="go-on" />
            </li>
        }
    };
    view! {
        <Show when=move || left.with(|left| !left.is_empty())>
            <section class="drafts">
                <h2 class="stop-name">{t(W::Unfinished)}</h2>
                <ul class="errands">{move || left.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
    .into_any()
}

async fn read(register: Register) -> Result<Vec<Left>, crate::app::keeper::KeepError> {
    let mut found = Vec::new();
    for name in register.draft_names(&visit_draft::draft_prefix(register.me()))? {
        let Some(file) = visit_draft::pupil_of(&name) else { continue };
        let bytes = register.draft(&name).await?;
        if let Some(draft) = bytes.and_then(|bytes| layout::decode::<VisitDraft>(&bytes).ok()) {
            found.push(Left { file, sealed: draft.sealed });
        }
    }
    found.sort_by_key(|left| std::cmp::Reverse(left.sealed));
    Ok(found)
}
