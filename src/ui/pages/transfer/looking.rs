//! A register file on its way in: chosen, unsealed, looked at. The same for a tablet with a register and for a bare one.
use super::words::look_error;
use crate::app::exchange::look::{self, Look, LookError, Sort};
use crate::app::keys;
use crate::app::register::Register;
use crate::i18n::pages::{Secret, Transfer as W};
use crate::i18n::{Common, t, use_language};
use crate::platform::worker::{Desk, DeskError};
use crate::ui::intake::pick::PickFiles;
use crate::ui::kit::{Banner, Button, Field, Icon, Look as ButtonLook, Progress, SecretInput, Tone};
use crate::vault::Passphrase;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::File;

/// Done and all; `None` while that is not known.
pub type Done = Option<(u64, u64)>;

#[derive(Clone, Copy)]
pub struct Looking {
    register: Option<Register>,
    pub desk: StoredValue<Desk, LocalStorage>,
    /// What is being done, and how far it is.
    pub work: RwSignal<Option<(W, Done)>>,
    pub problem: RwSignal<Option<Arc<LookError>>>,
    /// A sealed file that waits for its passphrase.
    sealed: RwSignal<Option<File>, LocalStorage>,
    passphrase: RwSignal<String>,
    pub look: RwSignal<Option<Arc<Look>>>,
    turn: StoredValue<u32>,
}

impl Looking {
    pub fn new(register: Option<Register>) -> Looking {
        Looking {
            register,
            desk: StoredValue::new_local(Desk::default()),
            work: RwSignal::new(None),
            problem: RwSignal::new(None),
            sealed: RwSignal::new_local(None),
            passphrase: RwSignal::new(String::new()),
            look: RwSignal::new(None),
            turn: StoredValue::new(0),
        }
    }

    fn next_turn(self) -> u32 {
        let next = self.turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        next.unwrap_or_default()
    }

    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    pub fn fail(self, why: LookError) {
        self.problem.try_set(Some(Arc::new(why)));
    }

    fn pick(self, file: File) {
        let turn = self.next_turn();
        self.put_aside();
        self.turn.set_value(turn);
        spawn_local(async move {
            let sort = look::sort_of(&file).await;
            if !self.is_turn(turn) {
                return;
            }
            match sort {
                Ok(Sort::Open) => self.read(file, None, turn).await,
                Ok(Sort::Sealed) => {
                    self.sealed.try_set(Some(file));
                }
                Ok(Sort::Backup) => self.fail(LookError::Backup),
                Err(why) => self.fail(why),
            }
        });
    }

    fn unseal(self) {
        let Some(file) = self.sealed.get_untracked().filter(|_| self.work.with_untracked(Option::is_none))
        else {
            return;
        };
        let passphrase = self.passphrase.with_untracked(|text| Passphrase::typed(text));
        let turn = self.next_turn();
        self.problem.set(None);
        spawn_local(async move { self.read(file, Some(passphrase), turn).await });
    }

    async fn read(self, file: File, passphrase: Option<Passphrase>, turn: u32) {
        let Some(desk) = self.desk.try_get_value() else { return };
        let work = self.work;
        work.try_set(Some((if passphrase.is_some() { W::Unsealing } else { W::Opening }, None)));
        let opening: Rc<dyn Fn(u64, u64)> = Rc::new(move |done, all| {
            work.try_set(Some((W::Opening, Some((done, all)))));
        });
        let merging = move |done, all| {
            work.try_set(Some((W::Comparing, Some((done, all)))));
        };
        let cipher = keys::cipher(desk.clone());
        let found = async {
            let opened = look::open(&desk, &cipher, &file, passphrase.as_ref(), opening).await?;
            look::look(self.register, &desk, &cipher, opened, &merging).await
        };
        let found = found.await;
        if !self.is_turn(turn) {
            return;
        }
        work.try_set(None);
        match found {
            Ok(look) => {
                self.sealed.try_set(None);
                self.passphrase.try_set(String::new());
                self.look.try_set(Some(Arc::new(look)));
            }
            Err(LookError::Desk(DeskError::Stopped)) => {}
            Err(why) => self.fail(why),
        }
    }

    /// Stops whatever is being done, and forgets the file; the register is as it was.
    pub fn put_aside(self) {
        self.next_turn();
        if let Some(desk) = self.desk.try_get_value() {
            desk.stop();
        }
        self.work.try_set(None);
        self.problem.try_set(None);
        self.sealed.try_set(None);
        self.passphrase.try_set(String::new());
        self.look.try_set(None);
    }
}

#[component]
pub fn LookingView(
    looking: Looking,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] purpose: Signal<String>,
    #[prop(optional)] look: ButtonLook,
) -> impl IntoView {
    let language = use_language();
    let busy = Signal::derive(move || looking.work.get().is_some());
    let doing = Signal::derive(move || {
        looking.work.get().map(|(word, _)| language.say(word).to_owned()).unwrap_or_default()
    });
    let done = Signal::derive(move || looking.work.get().and_then(|(_, done)| done));
    let problem = Signal::derive(move || {
        looking.problem.get().map(|why| look_error(&why, language.get())).unwrap_or_default()
    });
    let asks = move || looking.sealed.with(Option::is_some) && !busy.get();
    let pick = Callback::new(move |(files,): (Vec<File>,)| {
        if let Some(file) = files.into_iter().next() {
            looking.pick(file);
        }
    });
    view! {
        <PickFiles label purpose look disabled=busy on_files=pick />
        <Show when=move || busy.get()>
            <Progress label=doing done cancel=t(Common::Cancel) on_cancel=Callback::new(move |()| looking.put_aside()) />
        </Show>
        <Show when=asks>
            <form class="sheet-in" on:submit=move |event| { event.prevent_default(); looking.unseal(); }>
                <Field label=t(W::SealedPassphrase) hint=t(W::SealedPassphraseHint) name="sealed-passphrase">
                    <SecretInput value=looking.passphrase on_input=Callback::new(move |(text,)| looking.passphrase.set(text)) show=t(Secret::Show) autofocus=true />
                </Field>
                <div class="row end">
                    <Button label=t(W::PutAside) look=ButtonLook::Plain on_press=Callback::new(move |()| looking.put_aside()) />
                    <Button label=t(W::Unseal) look=ButtonLook::Primary icon=Icon::Lock submit=true disabled=Signal::derive(move || looking.passphrase.with(|text| text.trim().is_empty())) />
                </div>
            </form>
        </Show>
        <div role="alert">
            <Show when=move || !problem.with(String::is_empty)><Banner title=problem tone=Tone::Late name="look-problem" /></Show>
        </div>
    }
    .into_any()
}
