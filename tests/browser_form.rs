//! Forms of the field tables inside headless Chromium: every control has its name, typing and leaving a field do what
//! they should, and what is masked or private is not in the page.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test target")]

use baoxue::domain::field::{Field, Kind, Table};
use baoxue::domain::records;
use baoxue::domain::value::{Value, Values};
use baoxue::ui::form::{FormProblems, FormView, RecordView, Refs, check_draft, focus_first};
use baoxue::ui::kit::Choice;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::task::tick;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

struct Page {
    root: HtmlElement,
    draft: RwSignal<Values>,
    shown: RwSignal<Vec<&'static str>>,
    show_all: RwSignal<bool>,
    _mounted: Box<dyn std::any::Any>,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
    }
}

impl Page {
    fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| wasm_bindgen::throw_str(selector))
    }
    fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }
    fn all(&self, selector: &str) -> Vec<Element> {
        let list = self.root.query_selector_all(selector).unwrap();
        (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
    }
    fn in_field(&self, key: &str, selector: &str) -> Element {
        self.find(&format!("[data-field='{key}'] {selector}"))
    }
    fn value(&self, key: &str) -> Value {
        self.draft.get_untracked().get(key).cloned().unwrap_or_default()
    }
    async fn click(&self, element: &Element) {
        element.clone().unchecked_into::<HtmlElement>().click();
        tick().await;
    }
    async fn type_in(&self, element: &Element, text: &str) {
        let input: HtmlInputElement = element.clone().unchecked_into();
        input.set_value(text);
        send(element, "input");
        tick().await;
    }
}

fn send(element: &Element, name: &str) {
    let body = "element.dispatchEvent(new Event(name, { bubbles: true }))";
    let dispatch = js_sys::Function::new_with_args("element, name", body);
    dispatch.call2(&wasm_bindgen::JsValue::NULL, element, &name.into()).unwrap();
}

fn press(element: &Element, key: &str) {
    let body =
        "element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))";
    let dispatch = js_sys::Function::new_with_args("element, key", body);
    dispatch.call2(&wasm_bindgen::JsValue::NULL, element, &key.into()).unwrap();
}

fn refs() -> Refs {
    Refs::new(
        |_, id| Some(["名", id.get(30..).unwrap_or_default()].concat()),
        |field| match field.kind {
            Kind::File(_) | Kind::Files(_) | Kind::Record(_) | Kind::Records(_) => {
                (1..=20_u128).map(|n| Choice::new(format!("{n:032x}"), format!("王{n}老师"))).collect()
            }
            Kind::Ratings if field.key == "goals" => vec![Choice::new("1", "能用勺子吃半碗饭")],
            _ => Vec::new(),
        },
    )
}

fn frame() -> HtmlElement {
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    root
}

async fn form(key: &str, values: Values) -> Page {
    let table: &'static Table = records::table(key).unwrap();
    let root = frame();
    let signals = StoredValue::new(None);
    let mounted = mount_to(root.clone(), move || {
        let (draft, shown, show_all) =
            (RwSignal::new(values), RwSignal::new(Vec::new()), RwSignal::new(false));
        signals.set_value(Some((draft, shown, show_all)));
        let problems = check_draft(table, draft, Signal::stored("2026-03-11".parse().unwrap()));
        let on_show = move |field: &'static Field| shown.update(|shown| shown.push(field.key));
        view! {
            <FormProblems table=table problems=problems form="the-form" />
            <FormView table=table draft=draft problems=problems refs=refs() on_show=on_show show_all=show_all
                id="the-form".to_owned() />
        }
    });
    tick().await;
    let (draft, shown, show_all) = signals.get_value().unwrap();
    Page { root, draft, shown, show_all, _mounted: boxed(mounted) }
}

fn boxed<M: leptos::tachys::view::Mountable + 'static>(handle: UnmountHandle<M>) -> Box<dyn std::any::Any> {
    Box::new(handle)
}

/// What a screen reader would say of a control.
fn name_of(control: &Element) -> String {
    let text_of =
        |id: &str| document().get_element_by_id(id).and_then(|e| e.text_content()).unwrap_or_default();
    if let Some(label) = control.get_attribute("aria-label") {
        return label;
    }
    if let Some(ids) = control.get_attribute("aria-labelledby") {
        return ids.split(' ').map(text_of).collect();
    }
    if let Some(label) = control.closest("label").unwrap() {
        return label.text_content().unwrap_or_default();
    }
    let by_for = document().query_selector(&format!("label[for='{}']", control.id())).unwrap();
    let named = by_for.and_then(|label| label.text_content()).unwrap_or_default();
    if named.is_empty() { control.text_content().unwrap_or_default() } else { named }
}

#[wasm_bindgen_test]
async fn every_control_of_every_table_has_its_name_and_no_id_stands_twice() {
    for (_, table) in records::TABLES {
        let page = form(table.key, Values::new()).await;
        for control in page.all("input, select, textarea, button, canvas") {
            let shown = control.outer_html();
            assert!(!name_of(&control).trim().is_empty(), "{}: no name: {shown}", table.key);
        }
        let mut ids = BTreeSet::new();
        for element in page.all("[id]") {
            assert!(ids.insert(element.id()), "{}: {} stands twice", table.key, element.id());
        }
        for field in table.fields.iter().filter(|field| field.kind != Kind::Media) {
            assert!(page.has(&format!("[data-field='{}']", field.key)), "{}.{}", table.key, field.key);
        }
    }
}

#[wasm_bindgen_test]
async fn a_number_is_put_right_and_its_fault_is_told_beside_it() {
    let page = form("guardian", Values::new()).await;
    let input = page.in_field("id_no", "input");
    page.type_in(&input, "３７０２９９ 20120901 0012").await;
    assert!(!page.has("[data-field='id_no'] .field-error"), "nothing is told while it is typed");
    send(&input, "change");
    send(&input, "focusout");
    tick().await;
    assert_eq!(page.value("id_no"), "370299201209010012".into());
    assert_eq!(input.clone().unchecked_into::<HtmlInputElement>().value(), "370299201209010012");
    let fault = page.in_field("id_no", ".field-error");
    assert!(input.get_attribute("aria-describedby").unwrap().contains(&fault.id()));
    assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));
    page.type_in(&input, "370299201209010013").await;
    assert!(!page.has("[data-field='id_no'] .field-error"), "mended at once");
}

#[wasm_bindgen_test]
async fn a_kept_number_is_not_in_the_page_until_somebody_asks() {
    let number = "370299201209010013";
    let page = form("guardian", Values::from([("id_no".to_owned(), number.into())])).await;
    assert!(!page.root.inner_html().contains(number));
    page.click(&page.in_field("id_no", "button")).await;
    assert_eq!(page.shown.get_untracked(), ["id_no"]);
    assert_eq!(page.in_field("id_no", "input").unchecked_into::<HtmlInputElement>().value(), number);
}

#[wasm_bindgen_test]
async fn a_long_list_is_searched_by_the_letters_of_its_words() {
    let page = form("pupil", Values::new()).await;
    let button = page.in_field("ethnic", ".pick-now button");
    page.click(&button).await;
    assert!(page.all("[data-field='ethnic'] .pick").len() <= 40);
    page.type_in(&page.in_field("ethnic", "input[type=search]"), "mgz").await;
    assert_eq!(page.all("[data-field='ethnic'] .pick").len(), 1);
    page.click(&page.in_field("ethnic", ".pick")).await;
    assert_eq!(page.value("ethnic"), "02".into());
    assert!(button.text_content().unwrap().contains("蒙古族"));
    assert_eq!(document().active_element().unwrap().id(), button.id());
    page.click(&button).await;
    press(&page.in_field("ethnic", "input[type=search]"), "Escape");
    tick().await;
    assert_eq!(button.get_attribute("aria-expanded").as_deref(), Some("false"));
}

#[wasm_bindgen_test]
async fn lines_are_added_and_removed_and_blank_ones_go_when_the_list_is_left() {
    let page = form("plan", Values::new()).await;
    let rows = || page.all("[data-field='tools'] .lines-item input");
    page.type_in(&rows()[0], "勺子").await;
    let add = page.in_field("tools", ".lines > button");
    page.click(&add).await;
    page.click(&add).await;
    assert_eq!(rows().len(), 3);
    page.type_in(&rows()[2], " 碗 ").await;
    send(&rows()[2], "focusout");
    tick().await;
    assert_eq!(page.value("tools"), Value::List(vec!["勺子".into(), "碗".into()]));
    page.click(&page.in_field("tools", ".lines-item button")).await;
    assert_eq!(page.value("tools"), Value::List(vec!["碗".into()]));
}

#[wasm_bindgen_test]
async fn problems_show_where_a_field_was_left_and_everywhere_when_asked() {
    let page = form("visit", Values::new()).await;
    assert!(!page.has(".field-error"));
    send(&page.in_field("date", "input"), "focusout");
    tick().await;
    assert_eq!(page.all(".field-error").len(), 1);
    page.show_all.set(true);
    tick().await;
    assert!(page.all(".field-error").len() > 3);
    let flaws = baoxue::domain::check::record(
        records::table("visit").unwrap(),
        &page.draft.get_untracked(),
        "2026-03-11".parse().unwrap(),
    );
    focus_first("the-form", &flaws);
    let focused = document().active_element().unwrap();
    assert_eq!(
        focused.closest("[data-field]").unwrap().unwrap().get_attribute("data-field").unwrap(),
        "visit_type"
    );
}

#[wasm_bindgen_test]
async fn what_is_not_asked_leaves_and_taps_write_the_draft() {
    let page = form("visit", Values::new()).await;
    assert!(page.has("[data-field='content']"));
    page.click(&page.in_field("done", "input[value=false]")).await;
    assert_eq!(page.value("done"), false.into());
    assert!(!page.has("[data-field='content']"));
    assert!(page.in_field("not_done_reason", ".field-mark").text_content().unwrap().contains("必填"));
    page.click(&page.in_field("done", "input[value=false]")).await;
    assert_eq!(page.value("done"), Value::Null, "a second tap takes it back");
    page.click(&page.in_field("goals", ".rating label:nth-child(3) input")).await;
    assert_eq!(page.value("goals"), Value::Map([("1".to_owned(), Value::Int(2))].into()));
    page.click(&page.in_field("periods", ".stepper button:last-child")).await;
    assert_eq!(page.value("periods"), Value::Int(0));
}

#[wasm_bindgen_test]
async fn a_record_to_read_holds_no_masked_number_and_nothing_private() {
    let root = frame();
    let values = Values::from([
        ("name".to_owned(), "田小雨".into()),
        ("id_no".to_owned(), "370299201209010013".into()),
        ("diagnosis".to_owned(), "脑瘫".into()),
        ("newer".to_owned(), "留着".into()),
    ]);
    let _mounted = mount_to(root.clone(), move || {
        view! { <RecordView table=records::table("pupil").unwrap() values=Signal::stored(values) refs=refs() on_show=|_: &'static Field| () /> }
    });
    tick().await;
    let html = root.inner_html();
    assert!(html.contains("田小雨") && html.contains("370299********0013") && html.contains("留着"));
    assert!(!html.contains("370299201209010013") && !html.contains("脑瘫"));
    root.remove();
}
