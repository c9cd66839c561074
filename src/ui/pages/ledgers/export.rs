//! The ledger out as a workbook: masked, or with whole numbers once the log of every file says so. Rows go to the worker a slice at a
//! time: the page stays smooth, says how far it is, and can stop.
use super::rolls::Source;
use super::state::{Panel, Refused, View};
use crate::app::ledgers::{self, Form, Sheet};
use crate::i18n::pages::Ledgers as W;
use crate::i18n::pages::Transfer;
use crate::i18n::pages::ledgers::EXPORTED;
use crate::i18n::{Common, t, t_with};
use crate::platform::files;
use crate::report::figure::Choice;
use crate::report::ledger::{Column, Ledger};
use crate::ui::kit::{Button, Dialog, Icon, Look, Progress, Toggle};
use crate::ui::words::desk_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Rows of one slice: their words are made well within a frame.
const SLICE: usize = 200;

/// What leaves, as it was when somebody asked.
struct Order {
    view: View,
    source: Source,
    ledger: &'static Ledger,
    columns: Vec<&'static Column>,
    whole: bool,
    choice: Option<Choice>,
    /// Rows written so far, of whichever order is the last.
    done: RwSignal<Option<usize>>,
    last: StoredValue<u32>,
    turn: u32,
}

impl Order {
    /// Whoever pressed Cancel, or left the page, wants no more of it.
    fn is_wanted(&self) -> bool {
        self.last.try_get_value() == Some(self.turn)
    }

    /// The file's bytes; `None` where it was given up or would not fit, which is said.
    async fn write(&self) -> Option<Vec<u8>> {
        let view = self.view;
        if self.whole
            && let Err(why) = view.log(&self.source, EXPORTED).await
        {
            view.refused(&why);
            return None;
        }
        let (lang, choice) = (view.language.now(), self.choice.as_ref());
        let form = Form { columns: &self.columns, lang, whole: self.whole, choice };
        let told = |why| view.toasts.fail(desk_error(why, lang).to_owned());
        let (all, mut from) = (self.source.len(), 0);
        let mut sheet: Option<Sheet> = None;
        while sheet.is_none() || from < all {
            let lines = self
                .source
                .lines(from, SLICE)
                .await
                .map_err(|why| view.refused(&Refused::Lists(why)))
                .ok()?;
            // Fewer than there were: the files or lists changed meanwhile. What is gone is not made up.
            if lines.is_empty() && from < all {
                view.toasts.fail(view.language.say(W::ChangedMeanwhile));
                return None;
            }
            let count = lines.len();
            match &sheet {
                None => {
                    let table = ledgers::table(view.register, self.ledger, &lines, form);
                    sheet = Some(Sheet::begin(table).await.map_err(told).ok()?);
                }
                Some(sheet) => {
                    let rows = ledgers::rows(view.register, &lines, from + 1, form);
                    sheet.rows(rows).await.map_err(told).ok()?;
                }
            }
            from += count;
            if !self.is_wanted() {
                return None;
            }
            self.done.try_set(Some(from));
        }
        match sheet?.finish().await {
            Ok(Some(bytes)) => self.is_wanted().then_some(bytes),
            Ok(None) => {
                view.toasts.fail(view.language.say(W::TooLarge));
                None
            }
            Err(why) => {
                told(why);
                None
            }
        }
    }
}

#[component]
pub fn ExportDialog(view: View) -> impl IntoView {
    let whole = RwSignal::new(false);
    let done = RwSignal::new(None::<usize>);
    let last = StoredValue::new(0_u32);
    let next_turn = move || {
        last.update_value(|turn| *turn += 1);
        last.get_value()
    };
    let busy = Memo::new(move |_| done.with(Option::is_some));
    let close = Callback::new(move |()| {
        if done.get_untracked().is_some() {
            next_turn();
            done.set(None);
            view.toasts.say(view.language.say(W::ExportStopped));
        }
        view.panel.set(None);
    });
    let text = t_with(W::ExportText, move || {
        vec![view.count().to_string(), view.columns.with(Vec::len).to_string()]
    });
    let press = Callback::new(move |()| {
        let (register, lang) = (view.register, view.language.now());
        let school = view.filter.with_untracked(|filter| filter.school);
        let school = school.map(|id| untrack(|| register.name_of(id)));
        let choice = view.filter.with_untracked(|filter| filter.choice.clone());
        let ledger = view.ledger.get_untracked();
        let title = ledgers::title(ledger, choice.as_ref(), lang);
        let name = ledgers::file_name(&title, school.as_deref(), untrack(|| view.day()));
        let (source, whole, turn) = (view.source(), whole.get_untracked(), next_turn());
        let columns = untrack(|| view.shown());
        let order = Order { view, source, ledger, columns, whole, choice, done, last, turn };
        done.set(Some(0));
        spawn_local(async move {
            let bytes = order.write().await;
            if !order.is_wanted() {
                return;
            }
            if let Some(bytes) = bytes {
                match files::save(&name, &[bytes]) {
                    true => {
                        view.panel.try_set(None);
                        view.toasts.say(view.language.say(W::Exported));
                    }
                    false => view.toasts.fail(view.language.say(Transfer::ExportNoRoom)),
                }
            }
            done.try_set(None);
        });
    });
    let foot = move || {
        view! {
            <Button label=t(Common::Cancel) on_press=close name="stop-export" />
            <Button label=t(Common::Export) icon=Icon::Export look=Look::Primary busy on_press=press name="export-ledger" />
        }
    };
    let more = move || view.language.say(if whole.get() { W::WithNumbersText } else { W::MaskedText });
    let writing = t_with(W::Exporting, move || {
        vec![done.get().unwrap_or_default().to_string(), view.count().to_string()]
    });
    let part = Signal::derive(move || Some((done.get().unwrap_or_default() as u64, view.count() as u64)));
    view! {
        <Dialog open=Signal::derive(move || view.panel.get() == Some(Panel::Export)) title=t(W::Export) close_label=t(Common::Close) on_close=close foot=foot name="export-dialog">
            <p>{text}</p>
            <Toggle label=t(W::WithNumbers) value=whole on_change=Callback::new(move |(on,)| whole.set(on)) name="with-numbers" />
            <p class="muted small" role="status">{more}</p>
            <Show when=move || busy.get()><Progress label=writing done=part /></Show>
        </Dialog>
    }
    .into_any()
}
