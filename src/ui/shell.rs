//! The frame around every page: the rail, the title with the one place that says "saved", the lock.
use crate::app::register::{SaveStatus, use_register};
use crate::i18n::pages::Nav;
use crate::i18n::{Common, Lang, t, use_language};
use crate::platform::browser;
use crate::ui::kit::{Icon, IconButton, ToastArea, icon};
use crate::ui::route::Route;
use crate::ui::words::keep_error;
use crate::vault::prefs::{self, Pref};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

#[component]
pub fn Shell(children: Children) -> impl IntoView {
    let language = use_language();
    let register = use_register();
    let location = use_location();
    let current = Memo::new(move |_| Route::of(&location.pathname.get()));
    Effect::new(move || prefs::write(Pref::LastScreen, &location.pathname.get()));
    let due = Memo::new(move |_| {
        let tasks = register.tasks();
        tasks.iter().filter(|task| task.urgency <= crate::register::tasks::Urgency::Today).count()
    });
    let switch = Callback::new(move |()| language.set(language.now().pick(Lang::En, Lang::Zh)));
    view! {
        <div class="shell">
            <nav class="shell-rail" aria-label=t(Nav::Main)>
                <div class="rail-brand" aria-hidden="true">{t(Common::AppName)}</div>
                <div class="rail-list">
                    {Route::RAIL.iter().map(|route| {
                        let route = *route;
                        view! {
                            <A href=route.path() attr:class="rail-item" attr:aria-current=move || (current.get() == Some(route)).then_some("page")>
                                {icon(route.icon())}
                                <span>{t(route.word())}</span>
                                <Show when=move || route == Route::Today && due.get() != 0>
                                    <span class="rail-count">{due}</span>
                                </Show>
                            </A>
                        }
                    }).collect_view()}
                </div>
            </nav>
            <header class="shell-head">
                <div class="shell-title">{register.card().name}</div>
                <Saved />
                <IconButton icon=Icon::Language label=Signal::derive(move || language.get().pick(Lang::En, Lang::Zh).name().to_owned()) on_press=switch />
                <IconButton icon=Icon::Lock label=t(Nav::Lock) on_press=Callback::new(|()| browser::reload()) />
            </header>
            <div class="shell-notes"></div>
            <main class="shell-main" id="main" tabindex="-1">{children()}</main>
            <ToastArea close_label=t(Common::Close) />
        </div>
    }
}

/// "Saved on this tablet 14:02", always in one place.
#[component]
fn Saved() -> impl IntoView {
    let language = use_language();
    let status = use_register().status;
    let text = move || match status.get() {
        SaveStatus::Idle => language.say(Nav::NothingNew).to_owned(),
        SaveStatus::Saving => language.say(Common::Saving).to_owned(),
        SaveStatus::Saved { at } => language.say_with(Nav::SavedAt, &[&at.to_string()]),
        SaveStatus::Failed(why) => {
            format!("{}：{}", language.say(Nav::NotSaved), keep_error(&why, language.get()))
        }
    };
    let class = move || match status.get() {
        SaveStatus::Saving => "saved saving",
        SaveStatus::Failed(_) => "saved failed",
        _ => "saved",
    };
    view! { <div class=class role="status">{icon(Icon::Check)}<span>{text}</span></div> }
}
