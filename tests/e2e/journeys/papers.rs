//! Every paper printed as the printer gets it: A4, every page numbered, none blank, every word of the page on the paper; the binder's
//! contents name the pages on which its papers begin; numbers masked until the log says otherwise.

use std::path::Path;

use crate::harness::pdf::{self, Page};
use crate::harness::{Host, LANDSCAPE, Step, Tablet, ensure};

const SCHOOL_DAY: &str = "2026-03-11T10:30:00";
/// A4 in points.
const A4: (f64, f64) = (595.0, 842.0);

/// The words of every page on the screen, cell by cell and line by line.
const WORDS: &str = "return [...document.querySelectorAll('.leaf')].map((leaf) =>
    [...leaf.querySelectorAll('h1, h2, th, td, dt, p, figcaption, .leaf-foot span')].map((one) => one.innerText))";

struct Press {
    tablet: Tablet,
    /// Where the prints are kept to be looked at.
    keep: bool,
}

impl Press {
    /// Prints what stands on the page and compares it with what stands on the screen.
    async fn print(&self, name: &str) -> Step<Vec<Page>> {
        self.tablet
            .until("the pages are laid out", async || {
                self.tablet.has("button[data-name=print]:enabled", "").await
            })
            .await?;
        let bytes = self.tablet.pdf().await?;
        if self.keep {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/papers");
            std::fs::create_dir_all(&folder)?;
            std::fs::write(folder.join(format!("{name}.pdf")), &bytes)?;
        }
        let pages = pdf::read(&bytes)?;
        let shown = self.tablet.script(WORDS, vec![]).await?;
        let shown: Vec<Vec<String>> = serde_json::from_value(shown)?;
        ensure(
            !pages.is_empty() && pages.len() == shown.len(),
            format!("{name}: {} pages printed, {} shown", pages.len(), shown.len()),
        )?;
        for (at, (page, words)) in pages.iter().zip(&shown).enumerate() {
            let (width, height) = page.size;
            let across = (width - A4.1).abs() < 2.0 && (height - A4.0).abs() < 2.0;
            let upright = (width - A4.0).abs() < 2.0 && (height - A4.1).abs() < 2.0;
            ensure(across || upright, format!("{name}: page {} is {width} × {height}", at + 1))?;
            // Never a sheet with nothing but its foot.
            ensure(
                words.len() > 4 && page.text.chars().count() > 40,
                format!("{name}: page {} is blank", at + 1),
            )?;
            for one in words {
                ensure(page.has(one), format!("{name}: page {} lacks “{one}”: {}", at + 1, page.text))?;
            }
        }
        Ok(pages)
    }

    /// Prints by a link of the page, and comes back.
    async fn by_link(&self, link: &str, name: &str) -> Step<Vec<Page>> {
        self.tablet.tap("link", link).await?;
        let pages = self.print(name).await?;
        self.tablet.tap("link", "返回").await?;
        Ok(pages)
    }

    /// Prints by a button that puts the print in the place of the page, and comes back.
    async fn by_button(&self, name: &str) -> Step<Vec<Page>> {
        self.tablet.tap("button[data-name=print]", "").await?;
        self.tablet.see("打印人").await?;
        let pages = self.print(name).await?;
        self.tablet.tap("button", "返回").await?;
        Ok(pages)
    }
}

fn numbered(pages: &[Page], first: usize, name: &str) -> Step {
    let total = pages.len() - first;
    for (at, page) in pages.iter().skip(first).enumerate() {
        ensure(
            page.has(&format!("第{}页共{total}页", at + 1)),
            format!("{name}: page {} has no number", at + 1),
        )?;
    }
    Ok(())
}

/// Forms of a child taught at home: the link, the title on the paper, whether the practice register has one written.
const FORMS: &[(&str, bool)] = &[
    ("学生基本信息表", true),
    ("送教上门学生评估表", true),
    ("个别化教育计划", true),
    ("送教上门教案", false),
    ("送教上门记录表", true),
    ("送教上门学期总结", false),
    ("家长反馈表", false),
    ("一生一策帮扶表", true),
];

async fn a_child(press: &Press) -> Step {
    let tablet = &press.tablet;
    tablet.tap("link", "学生").await?;
    tablet.tap("check", "我的学生").await?;
    tablet.tap("[role=option], [role=row], li", "镇").await?;
    tablet.tap("tab", "材料").await?;
    for (title, is_written) in FORMS {
        let blank = press.by_link(&format!("打印空白{title}"), &format!("blank-{title}")).await?;
        numbered(&blank, 0, title)?;
        ensure(blank[0].has(title), format!("blank {title}"))?;
        if *is_written {
            let pages = press.by_link(&format!("打印{title}"), title).await?;
            numbered(&pages, 0, title)?;
            ensure(pages.iter().any(|page| page.has(title)), format!("{title} is titled"))?;
            ensure(pages.iter().any(|page| page.has("370299********")), format!("{title} masks the number"))?;
        }
    }

    // A blank form for nobody holds nothing of the child.
    let name = tablet.words("h1", "").await?;
    tablet.tap("link", "打印空白送教上门记录表").await?;
    ensure(press.print("blank").await?.iter().any(|page| page.has(&name)), "the form has the child's name")?;
    tablet.tap("[data-name=nobody]", "").await?;
    let nobody = press.print("blank-nobody").await?;
    ensure(!nobody.iter().any(|page| page.has(&name)), "the form is nobody's")?;
    ensure(nobody.iter().any(|page| page.has("□入户")), "one ticks what applies")?;
    tablet.tap("link", "返回").await?;

    // The binder: its contents name the page on which each paper begins.
    tablet.tap("link", "打印整卷档案").await?;
    let binder = press.print("binder").await?;
    numbered(&binder, 1, "binder")?;
    ensure(binder[0].has("一人一档") && binder[0].has(&name), "the cover names the child")?;
    let rows = "return [...document.querySelectorAll('.leaf[data-name=contents] tbody tr')].map((row) => [...row.cells].map((cell) => cell.innerText))";
    let rows: Vec<Vec<String>> = serde_json::from_value(tablet.script(rows, vec![]).await?)?;
    ensure(rows.len() > 8, format!("the contents name the papers: {rows:?}"))?;
    let mut last = 0;
    for row in &rows {
        let mut ends = row[3].split('–').filter_map(|page| page.parse::<usize>().ok());
        let first = ends.next().ok_or(format!("a paper without a page: {row:?}"))?;
        ensure(first == last + 1 || last == 0, format!("papers follow one another: {row:?}"))?;
        ensure(binder[first].has(&row[1]), format!("“{}” begins on page {first}", row[1]))?;
        last = ends.next().unwrap_or(first);
    }
    ensure(last == binder.len() - 1, "the last paper ends the binder")?;
    // Whole numbers only after a question, and the log says who printed them.
    ensure(!binder.iter().any(|page| page.text.contains("3702992")), "numbers are masked")?;
    tablet.tap("button[data-name=numbers]", "").await?;
    tablet.see("查看记录").await?;
    tablet.tap("button[data-name=confirm]", "").await?;
    tablet
        .until("numbers stand in full", async || {
            Ok(tablet.text().await?.contains("3702992")
                && tablet.has("button[data-name=print]:enabled", "").await?)
        })
        .await?;
    let whole = press.print("binder-whole").await?;
    ensure(whole[0].text.contains("3702992"), "the number is printed in full")?;
    tablet.tap("link", "返回").await?;
    tablet.tap("tab", "记录").await?;
    tablet.see("打印材料上的完整证号").await
}

async fn a_case(press: &Press) -> Step {
    let tablet = &press.tablet;
    tablet.tap("link", "个案").await?;
    tablet.tap(".cases-list [role=row], .cases-list li, .cases-list [role=option]", "").await?;
    tablet.see("办理经过").await?;
    for (table, title) in
        [("check", "疑似辍学学生核查表"), ("persuasion", "劝返记录表"), ("notice", "送达回证")]
    {
        let link = format!("a[href*='/print/{table}/']");
        if !tablet.has(&link, "").await? {
            continue;
        }
        tablet.tap(&link, "").await?;
        let pages = press.print(table).await?;
        ensure(pages.iter().any(|page| page.has(title)), format!("{title} is titled"))?;
        tablet.tap("link", "返回").await?;
    }
    Ok(())
}

async fn responsibility(press: &Press) -> Step {
    let tablet = &press.tablet;
    tablet.tap("link", "责任").await?;
    tablet.tap("tab", "文件").await?;
    numbered(&press.by_link("打印目录", "documents").await?, 0, "documents")?;
    tablet.tap("tab", "责任书").await?;
    let letters = press.by_link("打印全部", "letters").await?;
    ensure(
        letters.iter().filter(|page| page.has("控辍保学责任书")).count() == 3,
        "a letter for each school",
    )?;
    ensure(letters.iter().any(|page| page.has("坚决杜绝因学习成绩让学生回家或劝退")), "with the red line")?;
    tablet.tap("tab", "考核").await?;
    tablet.tap("button", "云岭镇中心小学").await?;
    ensure(press.by_link("打印", "score").await?[0].has("控辍保学年终考核表"), "the score sheet")?;
    Ok(())
}

async fn figures(press: &Press) -> Step {
    let tablet = &press.tablet;
    tablet.tap("link", "台账").await?;
    let ledger = press.by_button("ledger").await?;
    numbered(&ledger, 0, "ledger")?;
    ensure(ledger[0].size.0 > ledger[0].size.1, "a wide ledger lies across")?;
    tablet.tap("link", "数据").await?;
    tablet.tap("tab", "通报").await?;
    ensure(press.by_button("bulletin").await?[0].has("一、"), "the bulletin")?;
    tablet.tap("tab", "报表").await?;
    let report = press.by_button("report").await?;
    ensure(report.iter().any(|page| page.has("填表人")), "the report has its places to sign")
}

/// What is for people is there in English too.
async fn in_english(press: &Press) -> Step {
    let tablet = &press.tablet;
    tablet.tap("tab", "通报").await?;
    tablet.tap("button", "English").await?;
    tablet.tap("button[data-name=print]", "").await?;
    tablet.see("Printed").await?;
    ensure(press.print("en-bulletin").await?[0].has("Page 1 of"), "the bulletin in English")?;
    tablet.tap("button", "Back").await?;
    tablet.tap("link", "Pupils").await?;
    tablet.tap("[role=option], [role=row], li", "镇").await?;
    tablet.tap("tab", "Papers").await?;
    for title in ["Home-teaching visit record", "Feedback of the family"] {
        tablet.tap("link", &format!("Print a blank form: {title}")).await?;
        ensure(press.print(&format!("en-{title}")).await?[0].has(title), format!("{title} in English"))?;
        tablet.tap("link", "Back").await?;
    }
    Ok(())
}

async fn papers(keep: bool) -> Step {
    let tablet = Tablet::start("papers", LANDSCAPE, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.tap("button", "先用练习档案试一试").await?;
    tablet.tap("button", "打开练习档案").await?;
    tablet.see("结束练习").await?;
    let press = Press { tablet, keep };
    a_child(&press).await?;
    a_case(&press).await?;
    responsibility(&press).await?;
    figures(&press).await?;
    in_english(&press).await?;
    press.tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes target/papers; run by make papers"]
async fn papers_to_look_at() -> Step {
    papers(true).await
}
