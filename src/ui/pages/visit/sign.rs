//! The family's word on the visit: by hand on the guardian's screen, by fingerprint on paper, by a witness, refused, or not
//! there. Each way asks what it must.
use super::Form;
use super::parts::{Frame, choices};
use crate::domain::codes;
use crate::domain::id::RecordId;
use crate::domain::records::pupil::Guardian;
use crate::domain::value::Value;
use crate::i18n::codes::code_text;
use crate::i18n::pages::VisitPage as W;
use crate::i18n::{Common, Lang, t, use_language};
use crate::ui::kit::{
    Button, Card, Choice, ChoiceChips, Field, Icon, Look, Status, Strokes, TextInput, Tone,
};
use leptos::prelude::*;

/// The ways of those who do not sign by hand.
const WITHOUT_HAND: &[&str] = &["FINGERPRINT", "WITNESS", "REFUSED", "ABSENT"];

/// Who may sign, with what they are to the child.
pub fn guardian_choices(guardians: StoredValue<Vec<(RecordId, Guardian)>>, lang: Lang) -> Vec<Choice> {
    let choice = |(id, guardian): &(RecordId, Guardian)| {
        let kin = code_text(&codes::KINSHIP, &guardian.kinship, lang);
        Choice::new(
            id.to_string(),
            [guardian.name.as_str(), lang.pick("（", " ("), &kin, lang.pick("）", ")")].concat(),
        )
    };
    guardians.with_value(|all| all.iter().map(choice).collect())
}

#[component]
pub fn Signature(
    form: Form,
    guardians: StoredValue<Vec<(RecordId, Guardian)>>,
    handing: RwSignal<bool>,
) -> impl IntoView {
    let (draft, language) = (form.draft, use_language());
    let present = draft.flag("guardian_present");
    let present =
        Signal::derive(move || present.get().map(|there| there.to_string()).into_iter().collect::<Vec<_>>());
    let yes_no = Signal::derive(move || {
        vec![Choice::new("true", language.say(Common::Yes)), Choice::new("false", language.say(Common::No))]
    });
    let set_present = Callback::new(move |(now,): (Vec<String>,)| {
        let there = now.first().map(|word| word == "true");
        draft.set("guardian_present", there.map_or(Value::Null, Value::Bool));
    });
    let method = draft.text("sign_method");
    let is = move |code: &'static str| method.with(|method| method == code);
    let strokes = draft.text("strokes");
    let signed = Memo::new(move |_| strokes.with(|strokes| !strokes.is_empty()));
    let reads_little =
        guardians.with_value(|all| all.iter().any(|(_, g)| matches!(g.literacy.as_str(), "NONE" | "SOME")));
    let several = guardians.with_value(|all| all.len() > 1);
    let signer = draft.text("guardian");
    let signer = Signal::derive(move || {
        Some(signer.get()).filter(|id| !id.is_empty()).into_iter().collect::<Vec<_>>()
    });
    let set_signer = Callback::new(move |(now,): (Vec<String>,)| {
        draft.set("guardian", now.into_iter().next().map_or(Value::Null, Value::Text));
    });
    let ways = Signal::derive(move || choices(form, &codes::SIGN_METHOD, Some(WITHOUT_HAND)));
    let way = Signal::derive(move || {
        Some(method.get()).filter(|way| !way.is_empty()).into_iter().collect::<Vec<_>>()
    });
    let set_way = Callback::new(move |(now,): (Vec<String>,)| {
        let way = now.into_iter().next().unwrap_or_default();
        if way == "ABSENT" && draft.get("guardian_present").is_blank() {
            draft.set("guardian_present", false.into());
        }
        draft.set("sign_method", way.into());
    });
    let hand_over = Callback::new(move |()| {
        draft.set("sign_method", "HAND".into());
        handing.set(true);
    });
    let hand_label =
        Signal::derive(move || language.say(if signed.get() { W::SignAgain } else { W::Sign }).to_owned());
    view! {
        <Card title=t(W::SignTitle) name="sign">
            <Frame form key="guardian_present" group=true>
                <ChoiceChips options=yes_no chosen=present on_change=set_present />
            </Frame>
            {several.then(|| view! {
                <Frame form key="guardian" group=true>
                    <ChoiceChips options=Signal::derive(move || guardian_choices(guardians, language.get())) chosen=signer on_change=set_signer />
                </Frame>
            })}
            {reads_little.then(|| view! { <p class="muted">{t(W::ReadAloud)}</p> })}
            <div class="stack" data-field="sign_method">
                <div class="row" data-field="strokes">
                    <Button label=hand_label icon=Icon::Pen look=Look::Primary large=true on_press=hand_over name="hand-over" />
                    <Show when=move || signed.get() && is("HAND")>
                        <Status label=t(W::Signed) tone=Tone::Good />
                        <Strokes path=draft.text("strokes") label=form.label("strokes") />
                    </Show>
                </div>
                <Field label=t(W::OtherWays) fault=form.fault("sign_method") group=true>
                    <ChoiceChips options=ways chosen=way on_change=set_way />
                </Field>
            </div>
            <Show when=move || is("FINGERPRINT")><p class="muted">{t(W::FingerprintHelp)}</p></Show>
            <Show when=move || is("FINGERPRINT") || is("WITNESS")>
                <Frame form key="witness"><TextInput value=draft.text("witness") on_input=draft.setter("witness") /></Frame>
            </Show>
            <Show when=move || is("REFUSED")>
                <Frame form key="sign_note"><TextInput value=draft.text("sign_note") on_input=draft.setter("sign_note") /></Frame>
            </Show>
        </Card>
    }
    .into_any()
}
