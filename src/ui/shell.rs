//! The frame around every page: the rail, the title with the one place that says "saved", the lock.
use crate::app::due::use_due;
use crate::app::presence;
use crate::app::register::{SaveStatus, use_register};
use crate::app::session::use_session;
use crate::i18n::pages::Nav;
use crate::i18n::{Common, Lang, dates, t, use_language};
use crate::platform::{clock, connection};
use crate::register::clock::Hlc;
use crate::ui::kit::{Button, Icon, IconButton, Look, Menu, MenuItem, Status, ToastArea, icon, use_toasts};
use crate::ui::look::{Theme, use_appearance};
use crate::ui::pages::people::KeyNotes;
use crate::ui::pages::safe::PracticeBar;
use crate::ui::pages::worklist::use_open_counts;
use crate::ui::route::Route;
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos_router::hooks::use_location;

#[component]
pub fn Shell(children: Children) -> impl IntoView {
    let language = use_language();
    let (register, session, toasts) = (use_register(), use_session(), use_toasts());
    let location = use_location();
    let current = Memo::new(move |_| Route::of(&location.pathname.get()));
    let search = location.search;
    Effect::new(move || presence::keep_place(&location.pathname.get(), &search.get()));
    let name = register.card().name;
    let title = StoredValue::new(name.clone());
    Effect::new(move || {
        let page = current.get().map(|route| language.say(route.word()));
        let parts = [page, Some(language.say(Common::AppName))];
        document().set_title(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    });
    let connected = RwSignal::new((connection::is_online(), connection::is_update_ready()));
    connection::on_change(move || {
        connected.try_set((connection::is_online(), connection::is_update_ready()));
    });
    let update = Callback::new(move |()| {
        spawn_local(async move {
            // The page loads anew: first what is being typed. What cannot be sealed keeps the old version.
            match session.seal().await {
                Ok(()) => connection::accept_update(),
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    // The router takes links to itself and leaves the focus where it was.
    let to_main = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        let main = document().get_element_by_id("main");
        if let Some(main) = main.and_then(|main| main.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
            // A page that cannot take the focus is still in sight.
            let _unfocused = main.focus();
        }
    };
    view! {
        <a class="skip button primary" href="#main" on:click=to_main>{t(Nav::ToMain)}</a>
        <div class="shell">
            <Rail current />
            <header class="shell-head">
                <div class="shell-title">{move || title.get_value()}</div>
                <Saved />
                <Show when=move || !connected.get().0>
                    <span class="offline" data-name="offline"><Status label=t(Nav::Offline) icon=Icon::Offline /></span>
                </Show>
                <Display />
                <IconButton icon=Icon::Lock label=t(Nav::Lock) name="lock" on_press=Callback::new(move |()| spawn_local(session.leave())) />
            </header>
            <aside class="shell-notes" aria-label=t(Nav::Notes)>
                {register.card().practice.then(|| view! { <PracticeBar /> })}
                <Show when=move || connected.get().1>
                    <div class="note-bar" role="status" data-name="update">
                        <span>{t(Nav::NewVersion)}</span>
                        <Button label=t(Nav::Update) look=Look::Soft name="update-now" on_press=update />
                    </div>
                </Show>
                <KeyNotes />
            </aside>
            <main class="shell-main" id="main" tabindex="-1">{children()}</main>
            <ToastArea close_label=t(Common::Close) />
        </div>
    }
}

/// The pages: beside the page in landscape, under it in portrait.
#[component]
fn Rail(current: Memo<Option<Route>>) -> impl IntoView {
    let due = use_due();
    let due = Memo::new(move |_| due.today());
    let open = use_open_counts();
    // Where there is nothing to decide or to part, the page is not in the way.
    let is_there =
        move |route: Route| route != Route::Worklist || open.get() != (0, 0) || current.get() == Some(route);
    let waiting = move |route: Route| match route {
        Route::Today => due.get(),
        Route::Worklist => open.get().0,
        _ => 0,
    };
    let item = move |route: Route| {
        let is_now = move || (current.get() == Some(route)).then_some("page");
        view! {
            <Show when=move || is_there(route)>
                // The router's own link marks its very path as the current page: a child's file would belong to none.
            <a href=route.path() class="rail-item" aria-current=is_now>
                    {icon(route.icon())}
                    <span>{t(route.word())}</span>
                    <Show when=move || waiting(route) != 0>
                        <span class="rail-count">{move || if waiting(route) > 99 { "99+".to_owned() } else { waiting(route).to_string() }}</span>
                    </Show>
                </a>
            </Show>
        }
        .into_any()
    };
    view! {
        <nav class="shell-rail" aria-label=t(Nav::Main)>
            <div class="rail-brand" aria-hidden="true">{seal()}<span>{t(Common::AppName)}</span></div>
            <div class="rail-list">{Route::RAIL.iter().map(|route| item(*route)).collect_view()}</div>
        </nav>
    }
    .into_any()
}

/// The product's mark: a seedling that grows from an open book.
pub fn seal() -> AnyView {
    view! {
        <svg class="seal" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <path fill="#f2c879" d="M24 23c-8 .5-12.5-3.6-13-12 8-.5 12.5 3.6 13 12Z" />
            <path fill="#f6dfa6" d="M24 18.5c-.2-7 3.9-11.3 12-12 .2 7.5-4.2 11.7-12 12Z" />
            <path fill="none" stroke="#f6e7c1" stroke-width="2.2" stroke-linecap="round" d="M24 34V17" />
            <path fill="#fbfaf6" d="M24 42c-4.5-3.3-10.5-4.8-18-4.2V29c7.7-.5 13.7 1.2 18 4.8 4.3-3.6 10.3-5.3 18-4.8v8.8c-7.5-.6-13.5.9-18 4.2Z" />
        </svg>
    }
    .into_any()
}

/// Language and look, behind one button each.
#[component]
pub fn Display() -> impl IntoView {
    let language = use_language();
    let appearance = use_appearance();
    let other = move || language.get().pick(Lang::En, Lang::Zh);
    let switch = Callback::new(move |()| language.set(language.now().pick(Lang::En, Lang::Zh)));
    view! {
        <IconButton icon=Icon::Language label=Signal::derive(move || other().name().to_owned()) name="language" on_press=switch />
        <Menu label=t(Nav::Theme) icon=Icon::Sun name="theme">
            {Theme::ALL.into_iter().map(|theme| view! {
                <MenuItem
                    label=t(theme.word())
                    icon=theme.icon()
                    checked=Signal::derive(move || appearance.theme() == theme)
                    on_press=Callback::new(move |()| appearance.set(theme))
                />
            }).collect_view()}
        </Menu>
    }
    .into_any()
}

/// "Saved on this tablet 14:02", always in one place. A failure stays until the next save succeeds.
#[component]
fn Saved() -> impl IntoView {
    let language = use_language();
    let toasts = use_toasts();
    let register = use_register();
    let status = register.status;
    // A whole store put back to an earlier day cannot be noticed by the program: the day of the last save tells a person.
    let last = register.vault().saved_at().map(|at| Hlc { ms: at, n: 0 }).ok();
    let last_saved = move || {
        let Some(at) = last else { return language.say(Nav::NothingNew).to_owned() };
        let (day, time) = (at.date(clock::zone()), at.time(clock::zone()).to_string());
        match day == clock::today() {
            true => language.say_with(Nav::LastSaved, &[&time]),
            false => {
                let when = [dates::long(day, language.get()), time].join(" ");
                language.say_with(Nav::LastSaved, &[&when])
            }
        }
    };
    Effect::new(move || {
        if let SaveStatus::Failed(why) = status.get() {
            let lang = language.now();
            toasts.fail([language.say(Nav::NotSaved), &*keep_error(&why, lang)].join(lang.pick("：", ": ")));
        }
    });
    let text = move || match status.get() {
        SaveStatus::Idle => last_saved(),
        SaveStatus::Saving => language.say(Common::Saving).to_owned(),
        SaveStatus::Saved { at } => language.say_with(Nav::SavedAt, &[&at.to_string()]),
        SaveStatus::Failed(_) => language.say(Nav::NotSaved).to_owned(),
    };
    let (class, sign) = (
        move || match status.get() {
            SaveStatus::Idle => "saved idle",
            SaveStatus::Saving => "saved saving",
            SaveStatus::Saved { .. } => "saved",
            SaveStatus::Failed(_) => "saved failed",
        },
        move || match status.get() {
            SaveStatus::Failed(_) => icon(Icon::Warning),
            SaveStatus::Saving => icon(Icon::Clock),
            _ => icon(Icon::Saved),
        },
    );
    view! { <div class=class role="status" data-name="saved">{sign}<span>{text}</span></div> }.into_any()
}
