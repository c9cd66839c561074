//! This tablet's clock, in the time zone that its people live in.
use crate::domain::date::{Clock, Date};

/// Day and time of an instant, in this tablet's zone.
pub fn local(ms: u64) -> (Date, Clock) {
    let then = js_sys::Date::new(&(ms as f64).into());
    let day = Date::new(then.get_full_year() as i32, then.get_month() as u8 + 1, then.get_date() as u8);
    let time = Clock::new(then.get_hours() as u8, then.get_minutes() as u8);
    (day.unwrap_or_default(), time.unwrap_or_default())
}

/// Milliseconds since 1970.
pub fn wall() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}

/// Minutes east of UTC.
pub fn zone() -> i32 {
    -(js_sys::Date::new_0().get_timezone_offset() as i32)
}

pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    Date::new(now.get_full_year() as i32, now.get_month() as u8 + 1, now.get_date() as u8).unwrap_or_default()
}

pub fn now() -> Clock {
    let now = js_sys::Date::new_0();
    Clock::new(now.get_hours() as u8, now.get_minutes() as u8).unwrap_or_default()
}
