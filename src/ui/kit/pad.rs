//! A field to sign in with a finger or a pen. Each finished stroke is handed out, so that nothing is lost when the
//! page is interrupted; the drawing follows the path that comes in.
//!
//! Palm-safe: one pointer draws at a time; a pen takes over from a touch, and where a pen was seen touches draw no more.
use super::button::IconButton;
use super::icon::Icon;
use super::strokes::{HEIGHT, Stroke, WIDTH, decode_strokes, encode_strokes};
use leptos::ev::PointerEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Points closer than this (in the field's thousandths) are not kept.
const NEAR: i32 = 4;
const SCALE: f64 = 1.5;
const PEN: f64 = 11.0;
const INK: &str = "#10201c";

#[component]
pub fn SignaturePad(
    /// The strokes as [`encode_strokes`] writes them; empty for none.
    #[prop(into)]
    value: Signal<String>,
    #[prop(into)] on_change: Callback<(String,)>,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] hint: Signal<String>,
    #[prop(into)] clear: Signal<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Canvas>::new();
    // The stroke under the pen and the pointer that draws it; never shown to anybody but the canvas.
    let drawing = StoredValue::new(None::<(i32, Stroke)>);
    let pen_seen = StoredValue::new(false);
    Effect::new(move || {
        let strokes = decode_strokes(&value.get());
        if let Some(canvas) = node.get() {
            redraw(&canvas, &strokes);
        }
    });
    let down = move |event: PointerEvent| {
        let pen = event.pointer_type() == "pen";
        let palm = event.pointer_type() == "touch" && pen_seen.get_value();
        let busy = drawing.with_value(Option::is_some);
        if event.button() != 0 || palm || (busy && !pen) {
            return;
        }
        event.prevent_default();
        let Some(canvas) = node.get_untracked() else { return };
        if pen && busy {
            // What lay on the glass before the pen came was a hand.
            redraw(&canvas, &decode_strokes(&value.get_untracked()));
        }
        pen_seen.update_value(|seen| *seen |= pen);
        // Without capture a stroke simply ends at the field's edge.
        let _uncaptured = canvas.set_pointer_capture(event.pointer_id());
        let at = place(&canvas, &event);
        drawing.set_value(Some((event.pointer_id(), vec![at])));
        draw(&canvas, &[at, at]);
    };
    let moved = move |event: PointerEvent| {
        let Some(canvas) = node.get_untracked() else { return };
        let at = place(&canvas, &event);
        drawing.update_value(|drawing| {
            let Some((pointer, stroke)) = drawing.as_mut() else { return };
            let Some(&from) = stroke.last().filter(|_| *pointer == event.pointer_id()) else { return };
            if (at.0 - from.0).abs() + (at.1 - from.1).abs() >= NEAR {
                stroke.push(at);
                draw(&canvas, &[from, at]);
            }
        });
    };
    let is_ours = move |event: &PointerEvent| {
        drawing.with_value(|now| now.as_ref().is_some_and(|(id, _)| *id == event.pointer_id()))
    };
    let up = move |event: PointerEvent| {
        if !is_ours(&event) {
            return;
        }
        let stroke = drawing.try_update_value(Option::take).flatten();
        if let Some((_, stroke)) = stroke {
            let added = encode_strokes(&[stroke]);
            on_change.run(([value.get_untracked(), added].concat(),));
        }
    };
    // The browser took the pointer away: a scroll, a palm. What it drew was no signature.
    let cancelled = move |event: PointerEvent| {
        if is_ours(&event) {
            drawing.set_value(None);
            if let Some(canvas) = node.get_untracked() {
                redraw(&canvas, &decode_strokes(&value.get_untracked()));
            }
        }
    };
    view! {
        <div class="pad" data-signed=move || value.with(|value| !value.is_empty()).then_some("true")>
            <span class="pad-line"></span>
            <span class="pad-word" hidden=move || value.with(|value| !value.is_empty())>{hint}</span>
            <canvas
                node_ref=node
                width=(f64::from(WIDTH) * SCALE).to_string()
                height=(f64::from(HEIGHT) * SCALE).to_string()
                role="img"
                data-name="signature"
                aria-label=move || label.get()
                on:pointerdown=down
                on:pointermove=moved
                on:pointerup=up
                on:pointercancel=cancelled
            ></canvas>
            <span class="pad-clear" hidden=move || value.with(String::is_empty)>
                <IconButton icon=Icon::Undo label=clear on_press=move || on_change.run((String::new(),)) />
            </span>
        </div>
    }
    .into_any()
}

fn place(canvas: &HtmlCanvasElement, event: &PointerEvent) -> (i32, i32) {
    let frame = canvas.get_bounding_client_rect();
    let scaled = |at: f64, size: f64, whole: i32| {
        let part = (at * f64::from(whole) / size.max(1.0)).round() as i32;
        part.clamp(0, whole)
    };
    let (x, y) = (f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top());
    (scaled(x, frame.width(), WIDTH), scaled(y, frame.height(), HEIGHT))
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok().flatten()?.dyn_into::<CanvasRenderingContext2d>().ok()
}

fn redraw(canvas: &HtmlCanvasElement, strokes: &[Stroke]) {
    if let Some(context) = context(canvas) {
        context.clear_rect(0.0, 0.0, f64::from(WIDTH) * SCALE, f64::from(HEIGHT) * SCALE);
    }
    for stroke in strokes {
        match stroke.as_slice() {
            [dot] => draw(canvas, &[*dot, *dot]),
            points => draw(canvas, points),
        }
    }
}

fn draw(canvas: &HtmlCanvasElement, points: &[(i32, i32)]) {
    let (Some(context), Some((&first, rest))) = (context(canvas), points.split_first()) else { return };
    let scaled = |(x, y): (i32, i32)| (f64::from(x) * SCALE, f64::from(y) * SCALE);
    context.set_line_width(PEN);
    context.set_line_cap("round");
    context.set_line_join("round");
    set_ink(&context);
    context.begin_path();
    let (x, y) = scaled(first);
    context.move_to(x, y);
    for &point in rest {
        let (x, y) = scaled(point);
        context.line_to(x, y);
    }
    context.stroke();
}

fn set_ink(context: &CanvasRenderingContext2d) {
    // Setting a colour by name cannot fail; an unknown one would leave black.
    let _set = leptos::web_sys::js_sys::Reflect::set(
        context,
        &JsValue::from_str("strokeStyle"),
        &JsValue::from_str(INK),
    );
}
