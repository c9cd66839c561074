//! A menu behind a button. Escape or a tap elsewhere closes it; arrow keys walk through it.
use super::button::IconButton;
use super::icon::{Icon, icon as draw};
use leptos::context::Provider;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

#[derive(Clone, Copy)]
struct MenuOpen(RwSignal<bool>);

#[component]
pub fn Menu(
    #[prop(into)] label: Signal<String>,
    #[prop(default = Icon::More)] icon: Icon,
    #[prop(optional, into)] name: Option<&'static str>,
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let list = NodeRef::<html::Div>::new();
    let root = NodeRef::<html::Div>::new();
    Effect::new(move || {
        let first = list.get().filter(|_| open.get_untracked()).and_then(|list| list.first_element_child());
        focus(first);
    });
    let back = move || {
        open.set(false);
        focus(root.get_untracked().and_then(|root| root.first_element_child()));
    };
    let key = move |event: KeyboardEvent| {
        let here = document().active_element();
        let next = match event.key().as_str() {
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                return back();
            }
            "ArrowDown" => here.and_then(|here| here.next_element_sibling()),
            "ArrowUp" => here.and_then(|here| here.previous_element_sibling()),
            "Home" => list.get_untracked().and_then(|list| list.first_element_child()),
            "End" => list.get_untracked().and_then(|list| list.last_element_child()),
            _ => return,
        };
        event.prevent_default();
        focus(next);
    };
    let children = StoredValue::new(children);
    let items = move || {
        view! {
            <div class="menu-cover" on:click=move |_| open.set(false)></div>
            <div class="menu-list" role="menu" node_ref=list aria-label=move || label.get() on:keydown=key>
                <Provider value=MenuOpen(open)>{children.with_value(|children| children())}</Provider>
            </div>
        }
    };
    view! {
        <div class="menu" node_ref=root>
            <IconButton icon label name=name.unwrap_or("menu") on_press=move || open.update(|open| *open = !*open) />
            <Show when=move || open.get()>{items()}</Show>
        </div>
    }
    .into_any()
}

fn focus(element: Option<web_sys::Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // What cannot take the focus leaves it where it was.
        let _unfocused = element.focus();
    }
}

#[component]
pub fn MenuItem(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] on_press: Callback<()>,
    #[prop(optional, into)] icon: Option<Icon>,
    #[prop(optional)] danger: bool,
    /// For an entry that is one of several states.
    #[prop(optional, into)]
    checked: Option<Signal<bool>>,
    #[prop(optional, into)] name: Option<&'static str>,
) -> impl IntoView {
    let menu = use_context::<MenuOpen>();
    let press = move |_| {
        if let Some(MenuOpen(open)) = menu {
            open.set(false);
        }
        on_press.run(());
    };
    let is_on = move || checked.is_some_and(|checked| checked.get());
    view! {
        <button
            type="button"
            class="menu-item"
            class:danger=danger
            role=if checked.is_some() { "menuitemradio" } else { "menuitem" }
            data-name=name
            aria-checked=move || checked.map(|checked| if checked.get() { "true" } else { "false" })
            on:click=press
        >
            {icon.map(draw)}
            <span>{label}</span>
            <Show when=is_on><span class="tick">{draw(Icon::Check)}</span></Show>
        </button>
    }
    .into_any()
}
