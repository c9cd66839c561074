//! The ledger out as a workbook: masked, or with whole numbers once the log of every file says so.
use super::state::{Panel, View};
use crate::app::ledgers::Form;
use crate::app::{audit, ledgers};
use crate::i18n::pages::Ledgers as W;
use crate::i18n::pages::Transfer;
use crate::i18n::pages::ledgers::{EXPORTED, LEDGER};
use crate::i18n::{Common, t, t_with};
use crate::platform::files;
use crate::platform::worker::Desk;
use crate::ui::kit::{Button, Dialog, Icon, Look, Toggle};
use crate::ui::words::{desk_error, keep_error};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn ExportDialog(view: View) -> impl IntoView {
    let whole = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let close = Callback::new(move |()| view.panel.set(None));
    let text = t_with(W::ExportText, move || {
        let (rows, columns) = (view.members.with(|all| all.len()), view.columns.with(Vec::len));
        vec![rows.to_string(), columns.to_string()]
    });
    let press = Callback::new(move |()| {
        let (register, lang, whole) = (view.register, view.language.now(), whole.get_untracked());
        let (ledger, members) = (view.ledger.get_untracked(), view.members.get_untracked());
        let school = view.filter.with_untracked(|filter| filter.school);
        let school = school.map(|id| untrack(|| register.name_of(id)));
        let choice = view.filter.with_untracked(|filter| filter.choice.clone());
        let day = choice.as_ref().map_or_else(|| register.today.get_untracked(), |choice| choice.period.on);
        let name = ledgers::file_name(&ledgers::title(ledger, choice.as_ref(), lang), school.as_deref(), day);
        let columns = untrack(|| view.shown());
        let form = Form { columns: &columns, lang, whole, choice: choice.as_ref() };
        let table = ledgers::table(register, ledger, &members, form);
        busy.set(true);
        spawn_local(async move {
            let logged = match whole {
                true => audit::write_all(register, &members, LEDGER, EXPORTED).await,
                false => Ok(()),
            };
            match logged {
                Err(why) => view.toasts.fail(keep_error(&why, lang)),
                // A desk of its own: nothing that another page has open is touched.
                Ok(()) => match ledgers::workbook(&Desk::default(), table).await {
                    Ok(Some(bytes)) => match files::save(&name, &[bytes]) {
                        true => {
                            view.panel.try_set(None);
                            view.toasts.say(view.language.say(W::Exported));
                        }
                        false => view.toasts.fail(view.language.say(Transfer::ExportNoRoom)),
                    },
                    Ok(None) => view.toasts.fail(view.language.say(W::TooLarge)),
                    Err(why) => view.toasts.fail(desk_error(why, lang)),
                },
            }
            busy.try_set(false);
        });
    });
    let foot = move || {
        view! {
            <Button label=t(Common::Cancel) on_press=close />
            <Button label=t(Common::Export) icon=Icon::Export look=Look::Primary busy on_press=press name="export-ledger" />
        }
    };
    let more = move || view.language.say(if whole.get() { W::WithNumbersText } else { W::MaskedText });
    view! {
        <Dialog open=Signal::derive(move || view.panel.get() == Some(Panel::Export)) title=t(W::Export) close_label=t(Common::Close) on_close=close foot=foot name="export-dialog">
            <p>{text}</p>
            <Toggle label=t(W::WithNumbers) value=whole on_change=Callback::new(move |(on,)| whole.set(on)) name="with-numbers" />
            <p class="muted small" role="status">{more}</p>
        </Dialog>
    }
}
