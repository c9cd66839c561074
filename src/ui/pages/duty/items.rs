//! The county's items of the assessment: taken over from the proposal, changed, added to, closed.
use super::view::{View, item_name, joined, row};
use crate::app::duty::order;
use crate::domain::codes::SCORE_EVIDENCE;
use crate::domain::id::RecordId;
use crate::domain::records::duty_score::ScoreItem;
use crate::i18n::codes::code_text;
use crate::i18n::pages::duty::Duty as W;
use crate::i18n::t;
use crate::register::change::{Act, RecordKey, Sets};
use crate::report::duty::score::{items, proposed};
use crate::ui::kit::{Button, Card, Icon, Look};
use leptos::prelude::*;

#[component]
pub fn Items(view: View) -> impl IntoView {
    let own = Memo::new(move |_| view.file.duty.with(|duty| !duty.items.is_empty()));
    let rows = move || {
        let duty = view.duty();
        items(&duty).iter().map(|(id, item)| line(view, *id, item, own.get())).collect_view()
    };
    let take_over = Callback::new(move |()| {
        let sets: Sets = proposed()
            .into_iter()
            .map(|(id, item)| (RecordKey::new(ScoreItem::TABLE.key, id), item.write()))
            .collect();
        view.saver.run(vec![order(view.saver.register, Act::SETTINGS, sets)], W::Saved);
    });
    let add = Callback::new(move |()| {
        let last =
            view.file.duty.with_untracked(|duty| duty.items.iter().filter_map(|(_, item)| item.place).max());
        let start = ScoreItem {
            place: Some(last.unwrap_or_default() + 1),
            evidence: "HAND".into(),
            ..ScoreItem::default()
        };
        view.edit("score_item", None, start.write());
    });
    let foot = move || {
        match own.get() {
        true => view! { <Button label=t(W::AddItem) icon=Icon::Plus look=Look::Soft on_press=add name="add-item" /> }.into_any(),
        false => view! { <Button label=t(W::TakeOver) icon=Icon::Pen look=Look::Soft on_press=take_over name="take-over" /> }.into_any(),
    }
    };
    view! {
        <Card title=t(W::Items) name="items">
            <Show when=move || !own.get()><p class="muted">{t(W::ItemsProposed)}</p></Show>
            <ul class="settings">{rows}</ul>
            <div class="row">{foot}</div>
        </Card>
    }
    .into_any()
}

fn line(view: View, id: RecordId, item: &ScoreItem, own: bool) -> AnyView {
    let say = |word: W, number: Option<i64>| {
        view.saver.language.say_with(word, &[&number.unwrap_or_default().to_string()])
    };
    let weight = item.weight.filter(|weight| *weight != 100).map(|_| say(W::WeightOf, item.weight));
    let about = [
        code_text(&SCORE_EVIDENCE, &item.evidence, view.lang()),
        weight.unwrap_or_default(),
        item.rule.clone(),
    ];
    let acts = if own { view.pencil("score_item", id, &item.name) } else { ().into_any() };
    row(
        item_name(view, &item.name).into_any(),
        joined(&about),
        say(W::PointsOf, item.points).into_any(),
        acts,
    )
}
