//! Notes under the head of every page: damage found at opening, confined and plain; everything being sealed anew.
use crate::app::session::use_session;
use crate::i18n::pages::Lock;
use crate::i18n::use_language;
use crate::i18n::{Lang, Word, fill, t, t_with};
use crate::ui::kit::{Banner, Button, Look, Tone};
use crate::ui::pages::gate::far;
use crate::vault::{Area, Damage, Harm, Place};
use leptos::prelude::*;

#[component]
pub fn KeyNotes() -> impl IntoView {
    let (session, language) = (use_session(), use_language());
    let count = move || vec![session.damage.with(Vec::len).to_string()];
    let title = t_with(Lock::Damage, count);
    let text = Signal::derive(move || {
        let lang = language.get();
        let parts = session.damage.with(|damage| parts(damage, lang));
        let stop = lang.pick("。", ". ");
        [parts.join(lang.pick("；", "; ")).as_str(), stop, Lock::DamageText.text(lang)].concat()
    });
    view! {
        <Show when=move || session.resealing.with(Option::is_some)>
            <div class="note-bar" role="status" data-name="resealing"><span>{far()}</span></div>
        </Show>
        <Show when=move || !session.damage.with(Vec::is_empty)>
            <Banner title=title text=text tone=Tone::Late name="damage">
                <Button label=t(Lock::HideForNow) look=Look::Outline on_press=Callback::new(move |()| session.damage.set(Vec::new())) />
            </Banner>
        </Show>
    }
    .into_any()
}

/// What is damaged, by what it means to a teacher; places without a number are said once.
fn parts(damage: &[Damage], lang: Lang) -> Vec<String> {
    let count = |of: &dyn Fn(&Damage) -> bool| damage.iter().filter(|damage| of(damage)).count();
    let is_list = |damage: &Damage| matches!(damage.place, Place::Value { area: Area::Index, .. });
    let is_file = |damage: &Damage| matches!(damage.place, Place::Value { .. }) && !is_list(damage);
    let is_proof = |damage: &Damage| matches!(damage.place, Place::Part(_) | Place::Root);
    let is_keys = |damage: &Damage| damage.place == Place::Keyring;
    let is_stale = |damage: &Damage| matches!(damage.harm, Harm::Stale { .. });
    let lines: [(usize, Lock); 5] = [
        (count(&is_list), Lock::DamageLists),
        (count(&is_file), Lock::DamageFiles),
        (count(&is_proof), Lock::DamageProof),
        (count(&is_keys), Lock::DamageKeys),
        (count(&is_stale), Lock::DamageStale),
    ];
    let said = lines.into_iter().filter(|(count, _)| *count > 0);
    said.map(|(count, word)| fill(word.text(lang), &[&count.to_string()])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_told_by_what_it_means() {
        let stale = Harm::Stale { found: 3, expected: 5 };
        let damage = [
            Damage::value(Area::Index, "s/07", Harm::Altered),
            Damage::value(Area::Index, "s/09", stale),
            Damage { place: Place::Keyring, harm: Harm::Altered },
        ];
        let said = parts(&damage, Lang::Zh);
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said.iter().any(|line| line.contains("（2 处）")), "{said:?}");
        assert!(parts(&[], Lang::En).is_empty());
    }
}
