//! Any table of a page out as a workbook: one button, one way. Numbers of persons are text, nothing is run as a formula
//! (`interchange::xlsx`), and the file's name is a kind and a day, never a person.
use crate::app::ledgers::{file_name, workbook};
use crate::app::register::use_register;
use crate::i18n::pages::{Ledgers as W, Transfer};
use crate::i18n::{t, use_language};
use crate::interchange::xlsx::table::Table;
use crate::platform::files;
use crate::ui::kit::{Button, Icon, Look, use_toasts};
use crate::ui::words::desk_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Makes the table when it is pressed; its title and today name the file.
#[component]
pub fn WorkbookButton(
    #[prop(into)] table: Callback<(), Table>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(default = "export-table")] name: &'static str,
) -> impl IntoView {
    let (register, language, toasts) = (use_register(), use_language(), use_toasts());
    let busy = RwSignal::new(false);
    let press = Callback::new(move |()| {
        let table = untrack(|| table.run(()));
        let (lang, file) = (language.now(), file_name(&table.title, None, register.today.get_untracked()));
        busy.set(true);
        spawn_local(async move {
            match workbook(table).await {
                Ok(Some(bytes)) if files::save(&file, std::slice::from_ref(&bytes)) => {
                    toasts.say(language.say(W::Exported))
                }
                Ok(Some(_)) => toasts.fail(language.say(Transfer::ExportNoRoom)),
                Ok(None) => toasts.fail(language.say(W::TooLarge)),
                Err(why) => toasts.fail(desk_error(why, lang)),
            }
            busy.try_set(false);
        });
    });
    view! { <Button label=t(W::Export) icon=Icon::Export look=Look::Plain busy disabled on_press=press name=name /> }
}
