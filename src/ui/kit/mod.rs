//! The parts that pages are made of. They know only leptos: every word they show comes in as a prop.
//!
//! Conventions: `#[prop(into)] Signal<T>` for what may change; `on_…` callbacks take what happened and never write
//! state of their own; an input stands inside a [`Field`], which gives it its label, hint and fault by id.
mod banner;
mod button;
mod choice;
mod dialog;
mod field;
mod icon;
mod input;
mod menu;
mod pad;
mod parts;
mod photo;
mod progress;
mod search;
mod secret;
mod select;
mod split;
mod strokes;
mod tabs;
mod timeline;
mod toast;
mod vlist;
mod watch;

pub use banner::Banner;
pub use button::{Button, IconButton, LinkButton, Look};
pub use choice::{Choice, ChoiceChips, Rating, Toggle};
pub use dialog::{ConfirmDialog, Dialog};
pub use field::FieldIds;
pub use field::{Fault, Field, Grade, Mark};
pub use icon::{Icon, big_icon, icon};
pub use input::{DateInput, DateKind, Stepper, TextArea, TextInput, TextKind};
pub use menu::{Menu, MenuItem};
pub use pad::SignaturePad;
pub use parts::{Card, EmptyState, Status, Tone, next_id};
pub use photo::{Photo, PhotoGrid};
pub use progress::{Meter, Progress, Skeleton};
pub use search::SearchBox;
pub use secret::SecretInput;
pub use select::Select;
pub use split::SplitView;
pub use strokes::{Stroke, Strokes, decode_strokes, encode_strokes};
pub use tabs::{Tab, Tabs};
pub use timeline::{Timeline, TimelineItem};
pub use toast::{ToastArea, Toasts, provide_toasts, use_toasts};
pub use vlist::{RowView, VirtualList, window_of};
