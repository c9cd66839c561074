//! Two tablets of one register: one begins it, the other joins by a sealed file; both change the same field without a network,
//! exchange files, a person decides, and both hold the same. And register files that are not what they should be.

use std::path::PathBuf;

use super::steps::{fixture, type_shown_words};
use super::transfer::{SCHOOL_DAY, begin_at_transfer, edit_first, take_in_county};
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

pub(super) async fn started(name: &str, size: (u32, u32)) -> Step<Tablet> {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    Ok(tablet)
}

/// Exports everything sealed; gives the file and its passphrase.
pub(super) async fn export_sealed(tablet: &Tablet) -> Step<(PathBuf, String)> {
    tablet.tap("link", "交接").await?;
    tablet.see("导出档案").await?;
    export_chosen(tablet).await
}

/// Exports what is chosen on the page.
pub(super) async fn export_chosen(tablet: &Tablet) -> Step<(PathBuf, String)> {
    let passphrase = type_shown_words(tablet).await?;
    tablet.tap("button[data-name=export]", "导出").await?;
    tablet.see("文件已导出").await?;
    let file = tablet.download("sealed").await?;
    // The next one has the same name: this one is put away.
    let kept = file.with_file_name(format!("{}-sealed.kept", passphrase.split(' ').next().unwrap_or("a")));
    std::fs::rename(&file, &kept)?;
    Ok((kept, passphrase))
}

/// Opens a sealed file beside the register, up to its preview.
pub(super) async fn look_at(tablet: &Tablet, (file, passphrase): &(PathBuf, String)) -> Step {
    tablet.tap("link", "交接").await?;
    tablet.upload("合并档案文件", file).await?;
    tablet.fill("这份文件的口令", passphrase).await?;
    tablet.tap("button", "打开文件").await?;
    tablet.see("预览").await
}

async fn fingerprint(tablet: &Tablet) -> Step<String> {
    tablet.tap("link", "交接").await?;
    tablet.words("[data-name=fingerprint]", "").await
}

async fn two_tablets(name: &str, size: (u32, u32)) -> Step {
    let mut first = started(&format!("{name}-first"), size).await?;
    begin_at_transfer(&first).await?;
    take_in_county(&first).await?;
    first.shot(&format!("{name}-1-transfer")).await?;
    let sealed = export_sealed(&first).await?;
    first.shot(&format!("{name}-2-exported")).await?;
    ensure(
        !std::fs::read(&sealed.0)?.windows(9).any(|w| w == "郝沐玉".as_bytes()),
        "a name stands in a sealed file",
    )?;

    // A bare tablet joins.
    let mut second = started(&format!("{name}-second"), size).await?;
    second.tap("button", "加入已有档案").await?;
    second.upload("加入已有档案", &sealed.0).await?;
    second.fill("这份文件的口令", "not these words at all").await?;
    second.tap("button", "打开文件").await?;
    second.see("口令不对").await?;
    second.fill("这份文件的口令", &sealed.1).await?;
    second.tap("button", "打开文件").await?;
    second.see("加入“青禾县”").await?;
    second.see("新增 170").await?;
    second.shot(&format!("{name}-3-join")).await?;
    second.fill("您的姓名", "李老师").await?;
    type_shown_words(&second).await?;
    second.tap("button", "加入档案").await?;
    second.see("恢复码不保存在平板上").await?;
    second.tap("check", "我已把恢复码").await?;
    second.tap("button", "进入档案").await?;
    second.see("今日").await?;

    // Both write into the same field, without a network.
    for tablet in [&mut first, &mut second] {
        tablet.offline_ready().await?;
        tablet.site.stop();
    }
    edit_first(&first, "安全提示", "癫痫，随身带药").await?;
    edit_first(&second, "安全提示", "青霉素过敏").await?;
    let theirs = export_sealed(&second).await?;
    look_at(&first, &theirs).await?;
    first.see("两边不一样 1 处").await?;
    first.shot(&format!("{name}-4-conflict")).await?;
    first.tap("button", "English").await?;
    first.see("1 to decide").await?;
    first.shot(&format!("{name}-4-english")).await?;
    first.tap("button", "中文").await?;
    first.tap("button[data-name=merge]", "合并").await?;
    first.see("已合并").await?;
    first.see("等人来定").await?;
    first.shot(&format!("{name}-5-merged")).await?;

    // A person decides in the child's file.
    first.tap("link", "郝沐玉").await?;
    first.see("两台平板填的不一样").await?;
    first.tap("button", "用这个").await?;
    first.see("已决定").await?;
    first.tap("link", "交接").await?;
    first.see_gone("等人来定").await?;

    // Back to the other tablet: both hold the same.
    let ours = export_sealed(&first).await?;
    look_at(&second, &ours).await?;
    second.tap("button[data-name=merge]", "合并").await?;
    second.see("已合并").await?;
    second.see("刚合并了档案文件").await?;
    let (a, b) = (fingerprint(&first).await?, fingerprint(&second).await?);
    ensure(a == b && a.len() == 9, format!("the fingerprints differ: {a} and {b}"))?;
    second.shot(&format!("{name}-6-same")).await?;

    // The same file again brings nothing; the merge can be taken back.
    look_at(&second, &ours).await?;
    second.see("没有新内容").await?;
    second.tap("button", "不导入了").await?;
    second.tap("button", "撤销这次导入").await?;
    second.see("已回到导入之前").await?;
    ensure(fingerprint(&second).await? != a, "the merge was taken back")?;
    first.close().await?;
    second.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tablets_exchange_held_across() -> Step {
    two_tablets("exchange", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tablets_exchange_held_upright() -> Step {
    two_tablets("exchange-upright", PORTRAIT).await
}

/// A paper's picture travels beside the text: sealed to a tablet that joins, and plain as a package that anyone can unpack.
#[tokio::test(flavor = "multi_thread")]
async fn pictures_travel_beside_the_text() -> Step {
    let first = started("pictures-first", LANDSCAPE).await?;
    begin_at_transfer(&first).await?;
    take_in_county(&first).await?;
    open_papers(&first).await?;
    first.tap("link", "添加材料").await?;
    first.fill("材料名称", "残疾人证").await?;
    first.upload("拍照或选图片", &fixture("photo/kitchen-with-exif.jpg")).await?;
    first.until("the picture is shrunk", async || first.has("image", "照片和扫描件").await).await?;
    first.tap("button", "保存").await?;
    first.see("材料已保存").await?;
    let sealed = export_sealed(&first).await?;

    first.tap("check", "加密").await?;
    first.tap("button[data-name=export]", "导出").await?;
    first.tap("dialog button", "仍要导出").await?;
    first.see("2 张照片").await?;
    let package = std::fs::read(first.download("zip").await?)?;
    ensure(package.starts_with(b"PK"), "it is a ZIP")?;
    let names = |wanted: &[u8]| package.windows(wanted.len()).any(|w| w == wanted);
    ensure(names(b"register.json") && names(b"media/"), "text and pictures stand in it")?;
    first.upload("合并档案文件", &first.download("zip").await?).await?;
    first.see("没有新内容").await?;

    let second = started("pictures-second", LANDSCAPE).await?;
    second.tap("button", "加入已有档案").await?;
    second.upload("加入已有档案", &sealed.0).await?;
    second.fill("这份文件的口令", &sealed.1).await?;
    second.tap("button", "打开文件").await?;
    second.see("加入“青禾县”").await?;
    second.fill("您的姓名", "李老师").await?;
    type_shown_words(&second).await?;
    second.tap("button", "加入档案").await?;
    second.tap("check", "我已把恢复码").await?;
    second.tap("button", "进入档案").await?;
    open_papers(&second).await?;
    second.see("残疾人证").await?;
    let drawn = "return [...document.querySelectorAll('main img')].some((image) => image.naturalWidth > 0)";
    second
        .until("the picture is drawn", async || {
            Ok(second.script(drawn, vec![]).await?.as_bool() == Some(true))
        })
        .await?;
    second.shot("pictures-joined").await?;
    second.close().await?;
    // Its downloads lie in its folder, which goes with it.
    first.close().await?;
    Ok(())
}

async fn open_papers(tablet: &Tablet) -> Step {
    tablet.tap("link", "学生").await?;
    tablet.fill("查找学生", "hmy").await?;
    tablet.tap("row", "郝沐玉").await?;
    tablet.tap("tab", "材料与照片").await
}

/// Each register file that is not what it should be gets its own sentence, and changes nothing.
#[tokio::test(flavor = "multi_thread")]
async fn faulty_register_files_are_refused_with_a_sentence_each() -> Step {
    let tablet = started("foreign", LANDSCAPE).await?;
    begin_at_transfer(&tablet).await?;
    let before = fingerprint(&tablet).await?;
    let folder = std::env::temp_dir().join(format!("baoxue-foreign-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    // A plain export of this very register, after its warning.
    tablet.tap("check", "加密").await?;
    tablet.tap("check", "带照片").await?;
    tablet.tap("button[data-name=export]", "导出").await?;
    tablet.see("导出不加密的文件").await?;
    tablet.tap("dialog button", "仍要导出").await?;
    let plain = tablet.download("json").await?;
    let text = std::fs::read_to_string(&plain)?;
    ensure(text.contains("\"handover/"), "the export says of itself that it left")?;
    ensure(!text.contains("\"join\""), "a plain file holds no secret")?;
    let after = fingerprint(&tablet).await?;
    ensure(before != after, "the export is an act, and recorded")?;
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty.json", Vec::new(), "文件是空的"),
        ("cut.json", text.as_bytes()[..text.len() / 2].to_vec(), "文件在中途断了"),
        ("foreign.json", b"{\"format\":\"other\",\"files\":[]}".to_vec(), "不是保学的档案文件"),
        (
            "deep.json",
            text.replacen("\"scope\"", &format!("\"deep\":{},\"scope\"", "[".repeat(200_000)), 1)
                .into_bytes(),
            "嵌套层数",
        ),
        ("newer.json", text.replacen("\"major\":1", "\"major\":2", 1).into_bytes(), "文件由更新的版本"),
        (
            "broken.json",
            text.replacen("\"kind\":\"county\"", "\"kimd\":\"county\"", 1).into_bytes(),
            "缺少“kind”",
        ),
        ("other.json", swap_register(&text).into_bytes(), "这是另一个档案的文件"),
        ("report.json", text.replacen("\"mergeable\"", "\"report\"", 1).into_bytes(), "这是报表"),
        ("half.zip", b"PK\x03\x04 and no more".to_vec(), "压缩包不完整或已损坏"),
        ("cut.sealed", b"BAOXUE-SEALED\x01and no more".to_vec(), "文件不完整"),
        ("backup.bin", b"BAOXUE-BACKUP\x01 and more bytes than thirty-two".to_vec(), "这是备份文件"),
        ("noise.bin", vec![0x80; 5000], "不是 UTF-8 文本"),
    ];
    for (name, bytes, words) in cases {
        let file = folder.join(name);
        std::fs::write(&file, bytes)?;
        tablet.upload("合并档案文件", &file).await?;
        if name.ends_with(".sealed") {
            tablet.fill("这份文件的口令", "whatever it may be").await?;
            tablet.tap("button", "打开文件").await?;
        }
        tablet.see(words).await.map_err(|why| format!("{name}: {why}"))?;
        ensure(!tablet.has("button[data-name=merge]", "合并").await?, format!("{name} cannot be merged"))?;
        if tablet.has("button", "不导入了").await? {
            tablet.tap("button", "不导入了").await?;
        }
    }
    tablet.shot("foreign-1").await?;
    ensure(fingerprint(&tablet).await? == after, "nothing was changed")?;
    // The file itself brings nothing new.
    tablet.upload("合并档案文件", &plain).await?;
    tablet.see("没有新内容").await?;
    std::fs::remove_dir_all(&folder)?;
    tablet.close().await?;
    Ok(())
}

/// The text as one of another register: the first digit of its id is another.
fn swap_register(text: &str) -> String {
    let Some((head, tail)) = text.split_once("\"register\":\"") else { return text.to_owned() };
    let other = if tail.starts_with('0') { '1' } else { '0' };
    format!("{head}\"register\":\"{other}{}", tail.get(1..).unwrap_or_default())
}
