//! A child whom lists alone name: that it has no file here, where it stands (list, sheet, row), and why it stands on the ledger.
use super::state::{Panel, View};
use crate::domain::identity::mask;
use crate::i18n::pages::Ledgers as W;
use crate::i18n::pages::compare::because_text;
use crate::i18n::{Common, t};
use crate::lists::compare::job::{Question, Reply};
use crate::lists::compare::{Because, Member};
use crate::ui::kit::{Dialog, Icon, LinkButton, Look, Skeleton};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

#[component]
pub fn ListedDialog(view: View) -> impl IntoView {
    let close = Callback::new(move |()| view.panel.set(None));
    let name = Signal::derive(move || {
        view.listed.with(|child| child.as_ref().map(|child| child.name.clone()).unwrap_or_default())
    });
    let foot = move || view! { <LinkButton label=t(W::ToCompare) icon=Icon::Compare look=Look::Soft href="/compare" /> };
    view! {
        <Dialog open=Signal::derive(move || view.panel.get() == Some(Panel::Listed)) title=name close_label=t(Common::Close) on_close=close foot=foot name="listed-dialog">
            {move || view.listed.get().map(|member| view! { <Child view member /> })}
        </Dialog>
    }
}

#[component]
fn Child(view: View, member: Arc<Member>) -> impl IntoView {
    let reasons = RwSignal::new(None::<Vec<Because>>);
    let child = member.child;
    spawn_local(async move {
        if let Ok(Reply::Why(why)) = view.comparing.ask(Question::Why { child }).await {
            reasons.try_set(Some(why));
        }
    });
    let number = move || match view.whole.get() {
        true => member.number.clone(),
        false => mask::id(&member.number),
    };
    let told = move || {
        let lang = view.language.get();
        let line = |because: &Because| view! { <li>{because_text(because, lang)}</li> };
        match reasons.get() {
            Some(all) => view! { <ol class="reasons">{all.iter().map(line).collect_view()}</ol> }.into_any(),
            None => view! { <Skeleton lines=4 /> }.into_any(),
        }
    };
    view! {
        <div class="stack">
            <p class="number">{number}</p>
            <p>{t(W::ListedText)}</p>
            <h3>{t(W::Where)}</h3>
            {told}
        </div>
    }
    .into_any()
}
