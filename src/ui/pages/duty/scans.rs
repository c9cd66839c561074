//! Photographed pages of a record: in sight as thumbnails, large on a tap; new ones are shrunk on the tablet and saved at once.
use super::view::View;
use crate::app::duty::{Page, add_scans};
use crate::domain::id::RecordId;
use crate::i18n::pages::duty::Duty as W;
use crate::i18n::{Word, fill, t_with};
use crate::platform::{files, photo};
use crate::ui::kit::{Button, Icon, Look};
use crate::ui::pages::child::Open;
use crate::ui::pages::child::pictures::{Gallery, Stored};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Pages taken in at once.
const MOST: usize = 12;

#[component]
pub fn Scans(view: View, of: RecordId, #[prop(into)] name: String) -> impl IntoView {
    let open = Open::here(view.file.id, view.file.loaded);
    let caption = StoredValue::new(name.clone());
    let pictures = Memo::new(move |_| {
        let stored = |(id, scan): &(RecordId, crate::domain::records::duty::DutyScan)| Stored {
            id: *id,
            media: scan.media.clone(),
            thumbnail: scan.thumbnail.clone(),
            caption: caption.with_value(|name| fill(W::PagesOf.text(view.lang()), &[name])),
            taken: scan.taken,
            visit: None,
            document: Some(of),
        };
        view.file.duty.with(|duty| duty.scans_of(of).map(stored).collect::<Vec<_>>())
    });
    let input = NodeRef::<html::Input>::new();
    let busy = RwSignal::new(false);
    let picked = move |event: leptos::ev::Event| {
        let chosen: Vec<_> = files::picked(&event).into_iter().take(MOST).collect();
        busy.set(true);
        spawn_local(async move {
            let mut pages = Vec::new();
            for file in chosen {
                match photo::shrink(file).await {
                    Ok(small) => pages.push(Page { picture: small.picture, thumbnail: small.thumbnail }),
                    Err(_) => view.saver.toasts.fail(W::PictureFailed.text(view.saver.language.now())),
                }
            }
            if !pages.is_empty() {
                match add_scans(view.saver.register, of, pages).await {
                    Ok(saved) => view.saver.offer_undo(saved, W::Saved),
                    Err(why) => view.saver.fail(&why),
                }
            }
            busy.try_set(false);
        });
    };
    let add = Callback::new(move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    });
    let label = t_with(W::PagesOf, move || vec![name.clone()]);
    view! {
        <div class="scans no-print">
            <input node_ref=input type="file" accept="image/*" multiple=true class="unseen" tabindex="-1" aria-label=label on:change=picked />
            <Gallery child=open pictures=pictures most=6 />
            <Button label=crate::i18n::t(W::AddPages) icon=Icon::Camera look=Look::Plain busy=busy on_press=add />
        </div>
    }
    .into_any()
}
