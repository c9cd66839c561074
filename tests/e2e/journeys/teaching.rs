//! Home teaching planned against delivered, and the timetable as a calendar file, in the practice register.

use super::transfer::SCHOOL_DAY;
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

async fn hours_and_timetable(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.tap("button", "先用练习档案试一试").await?;
    tablet.tap("button", "打开练习档案").await?;
    tablet.see("上次送教").await?;
    tablet.shot(&format!("{name}-today")).await?;
    tablet.tap("link", "课时与课表").await?;
    tablet.see("到今天应送").await?;
    tablet.shot(&format!("{name}-hours")).await?;
    tablet.tap("radio", "全部").await?;
    tablet.tap("radio", "本学年").await?;
    tablet.see("没去的原因").await?;
    tablet.tap("radio", "学校").await?;
    tablet.see("特殊教育学校").await?;
    tablet.shot(&format!("{name}-schools")).await?;
    let path = tablet.path().await?;
    ensure(path.contains("whose=all") && path.contains("span=year") && path.contains("by=school"), path)?;
    // A calendar file by default says initials only.
    tablet.tap("button[data-name=ics]", "").await?;
    tablet.see("日历文件已下载").await?;
    let file = tablet.download("ics").await?;
    let text = std::fs::read_to_string(&file)?;
    ensure(text.starts_with("BEGIN:VCALENDAR") && text.contains("SUMMARY:送教 "), text.clone())?;
    let summaries = text.lines().filter_map(|line| line.strip_prefix("SUMMARY:送教 "));
    ensure(
        summaries.clone().count() > 0
            && summaries.clone().all(|who| who.chars().all(|c| c.is_ascii_uppercase())),
        "a name stands in the calendar",
    )?;
    ensure(!text.contains("LOCATION"), "a village stands in the calendar")?;
    // The practice register has cases in every state, and absences.
    tablet.tap("link", "个案").await?;
    tablet.see("督察一组").await?;
    tablet.shot(&format!("{name}-cases")).await?;
    tablet.tap("button", "English").await?;
    tablet.open_here("/teaching?whose=all").await?;
    tablet.see("class hours due by today").await?;
    tablet.shot(&format!("{name}-en")).await?;
    tablet.open_here("/?show=all").await?;
    tablet.see("Ask the family why the child is away").await?;
    tablet.shot(&format!("{name}-absences")).await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_of_home_teaching_held_across() -> Step {
    hours_and_timetable("teaching", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_of_home_teaching_held_upright() -> Step {
    hours_and_timetable("teaching-upright", PORTRAIT).await
}
