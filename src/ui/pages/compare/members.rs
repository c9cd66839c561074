//! The children of a set, as many as one can see, and for the chosen one every reason why it stands there.
use super::figures::{key_of, set_of};
use crate::app::audit;
use crate::app::comparing::{Comparing, State, use_comparing};
use crate::app::register::use_register;
use crate::domain::identity::mask;
use crate::i18n::pages::compare::{Compare as W, because_text, set_word};
use crate::i18n::{Common, dates, t, use_language};
use crate::lists::compare::job::{Question, Reply};
use crate::lists::compare::{Because, Member, Set};
use crate::ui::kit::{Button, EmptyState, Icon, Look, RowView, Skeleton, SplitView, VirtualList, use_toasts};
use crate::ui::query::Query;
use crate::ui::words::keep_error;
use leptos::prelude::{Set as _, *};
use leptos::task::spawn_local;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Children asked for at once.
const WINDOW: u32 = 100;

/// The children of one set as they come from the worker.
#[derive(Clone, Copy)]
struct Windows {
    comparing: Comparing,
    set: Set,
    total: RwSignal<u32>,
    known: RwSignal<BTreeMap<u32, Arc<Member>>>,
    asked: StoredValue<BTreeSet<u32>>,
}

impl Windows {
    fn of(comparing: Comparing, set: Set) -> Windows {
        let windows = Windows {
            comparing,
            set,
            total: RwSignal::new(0),
            known: RwSignal::new(BTreeMap::new()),
            asked: StoredValue::new(BTreeSet::new()),
        };
        windows.ask(0);
        windows
    }

    /// Asks for the window that a row lies in, once.
    fn ask(self, row: u32) {
        let from = row / WINDOW * WINDOW;
        if !self.asked.try_update_value(|asked| asked.insert(from)).unwrap_or_default() {
            return;
        }
        spawn_local(async move {
            let asked = Question::Members { set: self.set, from, count: WINDOW };
            match self.comparing.ask(asked).await {
                Ok(Reply::Members { total, members }) => {
                    self.known
                        .try_update(|known| known.extend((from..).zip(members.into_iter().map(Arc::new))));
                    self.total.try_set(total);
                }
                // The comparison is being made anew: the page asks again when it is there.
                _ => drop(self.asked.try_update_value(|asked| asked.remove(&from))),
            }
        });
    }

    fn member(self, row: u32) -> Option<Arc<Member>> {
        self.known.with(|known| known.get(&row).cloned())
    }
}

#[component]
pub fn Members(set: Query) -> impl IntoView {
    let comparing = use_comparing();
    let wanted = Memo::new(move |_| {
        let is_ready = comparing.state.with(|state| matches!(state, State::Ready(_)));
        is_ready.then(|| (comparing.round.get(), set_of(&set.get())))
    });
    move || match wanted.get() {
        None => view! { <Skeleton lines=6 /> }.into_any(),
        Some((_, None)) => view! { <EmptyState icon=Icon::People title=t(W::Nobody) /> }.into_any(),
        Some((_, Some(one))) => list(comparing, one, set),
    }
}

fn list(comparing: Comparing, one: Set, set: Query) -> AnyView {
    let language = use_language();
    let windows = Windows::of(comparing, one);
    let (register, toasts) = (use_register(), use_toasts());
    let whole = RwSignal::new(false);
    // Shown once the county's log says who asked for which list.
    let show = move |_| match whole.get_untracked() {
        true => whole.set(false),
        false => spawn_local(async move {
            match audit::write(register, register.card().county, "lists", &key_of(one)).await {
                Ok(()) => drop(whole.try_set(true)),
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        }),
    };
    let open = RwSignal::new(None::<u128>);
    let scroll = RwSignal::new(0.0);
    let rows = Memo::new(move |_| (0..u128::from(windows.total.get())).collect::<Arc<[u128]>>());
    let row: RowView = Callback::new(move |(at,): (u128,)| {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        windows.ask(at);
        let member = Memo::new(move |_| windows.member(at));
        let name = move || member.get().map(|member| member.name.clone());
        let about = move || member.get().map(|member| about(&member, whole.get(), language.get()));
        let more = move || member.get().map(|member| where_from(&member));
        view! { <div class="member"><strong>{name}</strong><span class="number">{about}</span><span class="muted small">{more}</span></div> }
            .into_any()
    });
    let title = move || {
        language.say_with(W::Members, &[language.say(set_word(one)), &windows.total.get().to_string()])
    };
    let chosen = Memo::new(move |_| windows.member(u32::try_from(open.get()?).ok()?));
    let list = move || {
        view! {
            <div class="list-head">
                <div class="row apart"><h2>{title}</h2>
                    <Button label=t(W::Back) icon=Icon::Left look=Look::Plain on_press=Callback::new(move |()| set.set("")) />
                </div>
                <label class="check"><input type="checkbox" prop:checked=move || whole.get() on:change=show /><span>{t(W::ShowNumbers)}</span></label>
            </div>
            <VirtualList rows view_row=row selected=open on_open=Callback::new(move |(at,)| open.set(Some(at))) scroll label=t(set_word(one)) row_rem=6.0 />
        }
    };
    view! {
        <div class="members">
            <SplitView open=Signal::derive(move || open.get().is_some()) list=list back_label=t(Common::Back) on_back=Callback::new(move |()| open.set(None))>
                {move || match chosen.get() {
                    Some(member) => view! { <Why comparing member whole=whole.get() /> }.into_any(),
                    None => view! { <EmptyState icon=Icon::Compare title=t(W::ChooseOne) /> }.into_any(),
                }}
            </SplitView>
        </div>
    }
    .into_any()
}

/// Number and birth, the number masked unless asked for.
fn about(member: &Member, whole: bool, lang: crate::i18n::Lang) -> String {
    let number = if whole { member.number.clone() } else { mask::id(&member.number) };
    let birth = member.birth.map(|birth| dates::long(birth, lang)).unwrap_or_default();
    [number, birth].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn where_from(member: &Member) -> String {
    let parts = [&member.town, &member.village, &member.school, &member.grade, &member.class];
    parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Every reason, in the order in which a person would tell it.
#[component]
fn Why(comparing: Comparing, member: Arc<Member>, whole: bool) -> impl IntoView {
    let language = use_language();
    let reasons = RwSignal::new(None::<Vec<Because>>);
    let child = member.child;
    spawn_local(async move {
        if let Ok(Reply::Why(why)) = comparing.ask(Question::Why { child }).await {
            reasons.try_set(Some(why));
        }
    });
    let sets: Vec<AnyView> = member
        .sets
        .iter()
        .map(|set| view! { <span class="chip-plain">{t(set_word(*set))}</span> }.into_any())
        .collect();
    let told = move || {
        let lang = language.get();
        let told = |because: &Because| view! { <li>{because_text(because, lang)}</li> };
        match reasons.get() {
            Some(all) => view! { <ol class="reasons">{all.iter().map(told).collect_view()}</ol> }.into_any(),
            None => view! { <Skeleton lines=5 /> }.into_any(),
        }
    };
    let shown = {
        let member = member.clone();
        move || about(&member, whole, language.get())
    };
    let contact =
        [&member.guardian, &member.phone].into_iter().flatten().cloned().collect::<Vec<_>>().join(" · ");
    view! {
        <div class="stack">
            <h2>{member.name.clone()}</h2>
            <p class="number">{shown}</p>
            <p class="muted">{where_from(&member)}</p>
            <p class="muted">{contact}</p>
            <div class="row tight">{sets}</div>
            <h3>{t(W::Why)}</h3>
            {told}
        </div>
    }
    .into_any()
}
