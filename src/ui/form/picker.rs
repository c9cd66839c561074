//! Choosing from a long list by typing: words, the first letters of their pinyin, or the code.
use super::control::word;
use crate::domain::pinyin;
use crate::i18n::form::FormWord;
use crate::i18n::{t, t_with};
use crate::ui::kit::{Choice, FieldIds, Icon, SearchBox, icon};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// More are not shown at once: nobody reads further, everybody types.
const MOST_SHOWN: usize = 40;

#[component]
pub fn Picker(
    options: Signal<Vec<Choice>>,
    chosen: Signal<Vec<String>>,
    on_change: Callback<(Vec<String>,)>,
    many: bool,
) -> impl IntoView {
    let ids = FieldIds::here();
    let (open, typed) = (RwSignal::new(false), RwSignal::new(String::new()));
    let button = NodeRef::<html::Button>::new();
    let close = move || {
        let _gone = open.try_set(false);
        let _gone = typed.try_set(String::new());
        if let Some(button) = button.try_get_untracked().flatten() {
            // A button that left the page does not take the focus.
            let _unfocused = button.focus();
        }
    };
    let now = Signal::derive(move || {
        let held = chosen.get();
        let named = |options: &Vec<Choice>| {
            let found = options.iter().filter(|option| held.contains(&option.value));
            found.map(|option| option.label.clone()).collect::<Vec<_>>().join("、")
        };
        options.with(named)
    });
    let choose = move |value: String| {
        let held = chosen.get_untracked();
        let was = held.contains(&value);
        let next = match (many, was) {
            (false, true) => Vec::new(),
            (false, false) => vec![value],
            (true, true) => held.into_iter().filter(|held| *held != value).collect(),
            (true, false) => [held, vec![value]].concat(),
        };
        on_change.run((next,));
        if !many {
            close();
        }
    };
    // Readings are looked up once for a list, and only when somebody opens it.
    let hay = Memo::new(move |_| match open.get() {
        true => options.with(|options| options.iter().map(hay_of).collect()),
        false => Vec::new(),
    });
    let found = Memo::new(move |_| {
        let hay: Vec<String> = hay.get();
        let needle = typed.get().trim().to_lowercase();
        let all = options.get().into_iter().zip(hay);
        all.filter(|(_, hay)| hay.contains(&needle)).map(|(option, _)| option).collect::<Vec<Choice>>()
    });
    let row = move |option: Choice| {
        let (value, held) = (option.value.clone(), option.value);
        let is_on = Signal::derive(move || chosen.with(|chosen| chosen.contains(&held)));
        view! {
            <button type="button" class="pick" role=if many { "checkbox" } else { "radio" }
                aria-checked=move || if is_on.get() { "true" } else { "false" }
                on:click=move |_| choose(value.clone())>
                <span>{option.label}</span>
                {(!option.more.is_empty()).then(|| view! { <span class="pick-more">{option.more}</span> })}
                {move || is_on.get().then(|| icon(Icon::Check))}
            </button>
        }
        .into_any()
    };
    let list = move || {
        let found = found.get();
        let left = found.len().saturating_sub(MOST_SHOWN);
        let left_line = (left > 0).then(|| {
            let words = t_with(FormWord::MoreMatches, move || vec![left.to_string()]);
            view! { <p class="field-hint">{words}</p> }
        });
        let none = found.is_empty().then(|| view! { <p class="field-hint">{t(FormWord::NothingFound)}</p> });
        view! { {found.into_iter().take(MOST_SHOWN).map(&row).collect_view()} {left_line} {none} }.into_any()
    };
    let pressed = move |event: KeyboardEvent| {
        let in_search = event
            .target()
            .and_then(|target| target.dyn_into::<leptos::web_sys::HtmlInputElement>().ok())
            .is_some();
        // Enter takes the first that matches; it never sends the form around.
        if event.key() == "Enter" && in_search && !event.is_composing() {
            event.prevent_default();
            let first = found.with_untracked(|found| found.first().map(|option| option.value.clone()));
            if let Some(first) = first {
                choose(first);
            }
        }
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            event.stop_propagation();
            close();
        }
    };
    let described = ids.described;
    let (invalid, list_id) = (ids.invalid(), [ids.control.as_str(), "-list"].concat());
    let label = [ids.label.as_str(), " ", ids.control.as_str()].concat();
    view! {
        <div class="picker" on:keydown=pressed>
            <div class="pick-now">
                <button node_ref=button type="button" class="input" id=ids.control.clone() aria-labelledby=label
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    aria-controls=list_id.clone()
                    aria-describedby=move || described.get()
                    aria-invalid=invalid
                    on:click=move |_| if open.get_untracked() { close() } else { open.set(true) }>
                    <span>{move || Some(now.get()).filter(|now| !now.is_empty()).unwrap_or_else(|| word(FormWord::Choose).get())}</span>
                    {icon(Icon::Down)}
                </button>
            </div>
            <div id=list_id hidden=move || !open.get()>
                <Show when=move || open.get()>
                    <SearchBox value=typed on_search=move |text: String| typed.set(text) label=word(FormWord::FindInList)
                        clear_label=word(FormWord::Clear) placeholder=word(FormWord::FindInList) />
                    <div class="picks" role=if many { "group" } else { "radiogroup" } aria-labelledby=ids.labelled()>{list}</div>
                </Show>
            </div>
        </div>
    }
    .into_any()
}

/// All that an option can be found by.
fn hay_of(option: &Choice) -> String {
    let (initials, full) = (pinyin::initials(&option.label), pinyin::full(&option.label));
    [option.label.as_str(), &option.more, &option.value, &initials, &full].join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_found_by_word_initials_reading_and_code() {
        let hay = hay_of(&Choice::new("03", "蒙古族"));
        for typed in ["蒙古", "mgz", "menggu", "03"] {
            assert!(hay.contains(typed), "{typed} in {hay}");
        }
    }
}
