//! Words of the help: a topic is a heading and a few sentences or steps.
use crate::words;

words! {
    pub enum Help {
        Title: "帮助", "Help";
        Find: "查找帮助", "Find in the help";
        FindHint: "例如：口令、备份、微信", "For example: passphrase, backup, WeChat";
        NotFound: "没有找到。换个词试试，或者清空看全部。", "Nothing found. Try another word, or clear it to see everything.";
        Begin: "开始", "Beginning";
        Every: "每天", "Every day";
        Safety: "不丢资料", "Nothing lost";
        Drills: "遇到事情怎么办", "When something happens";
        About: "说明", "How it works";
    }
}

words! {
    pub enum HelpTopic {
        First: "第一次使用", "The first time";
        First1: "可以先点“先用练习档案试一试”，用编出来的学生练一练；练完点“结束练习”，从头开始。", "You may press “Try a practice register” and try everything with invented pupils; “End practice” takes you back.";
        First2: "点“建立档案”，填县名或学校名、您的姓名。口令是四个词，请抄在纸上，放好。", "Press “Begin a register”. Give the county’s or school’s name and yours. The passphrase is four words: write them on paper and put the paper away.";
        First3: "打印或抄下恢复单，锁进学校的保险柜。它只显示这一次。", "Print or copy the recovery sheet and lock it in the school’s safe. It is shown only this once.";
        First4: "到“交接”页，先导入学校名录，再导入送教名册。每次都先看预览，再决定。", "On the Transfer page take in the school directory first, then the roster. You always see a preview before anything changes.";
        First5: "到“备份”页做第一次备份，把文件存到学校电脑或优盘。", "On the Backup page make the first backup, and keep the file on the school’s computer or a memory stick.";
        Android: "装到安卓平板", "Installing on Android";
        Android1: "用 Chrome 或 Edge 打开网址，不要在微信里打开。", "Open the address in Chrome or Edge, not inside WeChat.";
        Android2: "点右上角菜单，选“安装应用”或“添加到主屏幕”。", "Open the menu at the top right and choose “Install app” or “Add to Home screen”.";
        Android3: "从主屏幕的图标打开一次，等“出发前检查”里显示“程序文件都已存在平板里”，就可以断网使用。", "Open it once from the new icon. When “Ready to leave?” says that every file is kept, no network is needed any more.";
        Ipad: "装到 iPad", "Installing on an iPad";
        Ipad1: "用 Safari 打开网址，点分享按钮，选“添加到主屏幕”。", "Open the address in Safari, press Share, choose “Add to Home Screen”.";
        Ipad2: "一定要先添加，再录资料：没有添加时，七天不打开，系统会清掉资料；添加以后是一份新的、空白的存储。", "Add it before you enter anything: without it the system clears what is idle for seven days, and afterwards the icon begins with an empty store.";
        Ipad3: "已经在 Safari 里录了？先备份到文件，再从主屏幕图标打开，选“从备份恢复”。", "Did you already enter data in Safari? Back up to a file, open the icon, and choose “Restore from a backup”.";
        Wechat: "在微信里打开了", "Opened inside WeChat";
        Wechat1: "微信、钉钉、QQ 里的浏览器有自己的存储，清理缓存时会一起清掉，换浏览器也看不到。", "WeChat, DingTalk and QQ keep a store of their own, which goes when their cache is cleared and which no other browser sees.";
        Wechat2: "点右上角“…”，选“在浏览器打开”，再开始使用。", "Press “…” at the top right, choose “Open in browser”, and begin there.";
        Wechat3: "已经录了资料？在微信里做一次备份，存成文件，到浏览器里“从备份恢复”。", "Did you enter data already? Make a backup there, keep the file, and restore it in the browser.";

        Day: "每天怎么用", "A day’s work";
        Day1: "“今日”列出今天要去的学生，写明原因：上次哪天去的，规定几次。", "Today lists whom to visit and why: when the last visit was, and what the rule asks.";
        Day2: "从待办点“记录”，时间、地点、教师、内容已经填好，改一改就行。学生表现和家长签字要现场填。", "Press Record on the task: time, place, teachers and content are filled in. Performance and signature are given on the spot.";
        Day3: "今天去不了，点“今天不去”，选原因。", "If you cannot go, press “Not today” and choose why.";
        Search: "快速找到学生", "Finding a pupil fast";
        Search1: "“学生”页的查找框可以输姓名、拼音首字母（如 hmy）、证号的几位、村名、家长电话。", "The search box takes a name, pinyin initials (such as hmy), a few digits of a number, a village, a guardian’s telephone.";
        Search2: "查找的内容不会留在网址和历史记录里。", "What you search never stays in the address or the history.";
        Leave: "出发前", "Before you leave";
        Leave1: "到“备份”页点“检查”：档案打得开、能离线、空间够、时间对、备份不旧，全是“好”再出门。", "On the Backup page press “Check now”: files open, offline, room, clock, backup. Leave when every line is good.";
        Leave2: "充满电。路上用“锁定”按钮锁住。", "Charge the tablet. Lock it on the way.";

        Saved: "怎样才算存好", "When is it saved?";
        Saved1: "写的每一句都会自动加密存成草稿；切到相机、锁定、没电，回来还在。", "Every sentence is kept as a sealed draft: the camera, the lock or an empty battery does not lose it.";
        Saved2: "上方显示“已保存在本平板”和时间，才算正式存好。显示“没有保存”时，内容还在屏幕上，按提示处理后再点保存。", "It is saved when the top of the page says “Saved on this tablet” with the time. If it says “Not saved”, the text is still on the screen: do what it says and save again.";
        Saved3: "存错了可以撤销。每次修改都留在“修改记录”里：谁、什么时候、改前、改后。", "A mistake can be undone. Each change stays in the history: who, when, before, after.";
        Backup: "备份", "Backups";
        Backup1: "“备份”页点一下，程序写好文件，自己打开核对，数清人数和记录，才说“备份是好的”。", "One press on the Backup page: the program writes the file, opens it again, counts what is in it, and only then calls it good.";
        Backup2: "文件是加密的。能打开它的，只有备份那天有口令的老师和恢复单。", "The file is sealed. Only those who had a passphrase on that day, and the recovery sheet, open it.";
        Backup3: "每周一次，放假前一次。存到学校电脑或优盘，不要只留在平板里。", "Once a week, and before every break. Keep it on the school’s computer or a memory stick, not on the tablet alone.";
        Long: "放假和长时间不用", "Holidays and long idleness";
        Long1: "放假前备份一次。浏览器在空间不足或很久不用时，可能清掉资料；“设置”里的“长期保存”说明它有没有答应不清。", "Back up before a break: a browser may clear data when space is short or after long idleness. “Kept for good” in the settings says whether it has promised not to.";
        Long2: "不要用清理大师一类的应用，也不要在浏览器里“清除浏览数据”。", "Use no cleaning apps, and do not “clear browsing data” in the browser.";

        Restore: "从备份恢复", "Restoring a backup";
        Restore1: "只能恢复到空白的平板。平板上已有档案时，先备份，再到“设置”抹掉。", "A backup goes onto an empty tablet. If there is a register on it, back that up, then erase the tablet in the settings.";
        Restore2: "在首页点“从备份恢复”，选文件，选人，输入备份那天的口令，或用恢复单。", "On the first screen press “Restore from a backup”, choose the file, choose a person and type the passphrase of that day, or use the recovery sheet.";
        Restore3: "程序逐项核对，显示是哪天的、多少学生，您再点“恢复到这台平板”。文件坏了、不全、不对，都会直说，什么也不动。", "Every part is verified; you see of which day it is and how many pupils it holds, and then restore it. A damaged, cut or foreign file is named as such, and nothing changes.";
        Restore4: "建议每学期演练一次：借一台空平板恢复一遍，和原平板比一比“交接”页的核对码，再抹掉。", "Practise it once a term: restore onto a spare tablet, compare the fingerprints on the Transfer page, then erase the spare.";
        Forgot: "忘了口令", "A forgotten passphrase";
        Forgot1: "锁定页点“忘记口令？”，输入保险柜里那张恢复单上的恢复码，再给自己设一个新口令。同事也可以解锁后，在“设置”的“使用人和口令”里帮您重设。", "On the lock screen press “Forgot your passphrase?”, type the code of the sheet from the safe, and set a new one. A colleague who can unlock may also reset it for you under “People and passphrases” in the settings.";
        Forgot2: "口令和恢复单都没有，谁也打不开，包括做这个程序的人。所以恢复单一定要锁好。", "Without passphrase and sheet nobody opens it, not even those who wrote this program. Guard the sheet.";
        Sheet: "恢复单丢了或被人看过", "The recovery sheet is lost, or was seen";
        Sheet1: "趁口令还在，打开档案，到“设置”的“使用人和口令”里换一张新的恢复单；旧的马上作废。", "While you still have a passphrase, open the register and make a new sheet under “People and passphrases” in the settings; the old one opens nothing any more.";
        Sheet2: "旧备份仍能用旧恢复单打开。换单后请重新备份，把旧备份删掉。", "Older backups still open with the older sheet. Make a new backup and delete the old ones.";
        Lost: "平板丢了、坏了", "The tablet is lost or broken";
        Lost1: "别慌：没有口令，捡到的人什么也看不到。", "Do not worry: without a passphrase a finder sees nothing.";
        Lost2: "找一台空平板，打开同一网址，用最近的备份恢复，接着工作。", "Take an empty tablet, open the same address, restore the latest backup and go on.";
        Lost3: "报告学校和教育局。怀疑有人知道口令的，请每位老师换口令，并换恢复单。", "Tell the school and the bureau. If someone may know a passphrase, change every passphrase and the sheet.";
        Second: "再加一台平板", "A second tablet";
        Second1: "在第一台的“交接”页导出加密的档案文件；在第二台的首页点“加入已有档案”，选这个文件。不要用备份文件来加：备份只用来恢复。", "Export a sealed register file on the Transfer page of the first tablet; on the first screen of the second choose “Join a register” and that file. Do not use a backup for that: a backup is for restoring.";
        Second2: "两台各写各的，定期互相合并。两边都改了同一项，两个值都留着，请您决定用哪个。", "Both work on, and are merged from time to time. Where both changed the same field, both values are kept until you decide.";
        Second3: "核对码一样，两台的内容就一样。", "Equal fingerprints mean equal contents.";
        Share: "几位老师共用一台", "Several teachers, one tablet";
        Share1: "在“设置”的“使用人和口令”里添加。每位老师有自己的口令，用自己的名字解锁。记录的作者就是解锁的人，不能冒名。", "Add them under “People and passphrases” in the settings. Each has a passphrase and unlocks under their own name. The author of a record is whoever unlocked.";
        Share2: "离开时点“锁定”，不要用别人的口令。", "Lock the tablet when you leave it, and never use another’s passphrase.";
        Full: "提示空间不够", "No room left";
        Full1: "正在写的内容没有丢，还在屏幕上。删掉平板里不用的视频和应用，再点保存。", "What you are writing is still on the screen. Delete unused videos and apps, then save again.";
        Pages: "提示在另一页面打开", "“Open in another page”";
        Pages1: "同一份档案一次只能在一个页面里写。点“改在这里使用”，另一页会先存好草稿再让出来。", "A register is written in one page at a time. Press “Use it here”: the other page keeps its draft and lets go.";
        Odd: "名单看着不对", "A list looks wrong";
        Odd1: "到“备份”页做“自查”：逐份打开、重新计算、逐一比对，能改正的一键改正。", "Run the self-check on the Backup page: it opens every file, computes anew and compares; what can be mended is mended with one press.";

        Where: "资料在哪里", "Where the data are";
        Where1: "只在这台平板的浏览器里，加密保存。程序不上传、不统计、不联网发送任何内容。", "Only in this tablet’s browser, sealed. The program uploads nothing, counts nothing, sends nothing.";
        Where2: "离开平板的只有您自己导出的文件。导出带完整证号的文件，会先提醒，并记入修改记录。", "Nothing leaves but a file that you export yourself. Whole identity numbers are shown and exported only on request.";
        Trust: "没有服务器，规则管得住什么", "What rules can do without a server";
        Trust1: "防得住：捡到或偷走平板的人；拷走浏览器资料的人；改动、替换、删掉其中一份档案的人，打开时会发现。", "It stops a finder or a thief of the tablet, and whoever copies the browser’s data. A file that was altered, replaced or removed is noticed.";
        Trust2: "防得住：手误。必填、日期、证号、时间重叠都会拦住或提醒；改动有记录，能撤销。", "It stops mistakes: missing fields, wrong dates and numbers, overlapping visits are refused or pointed out; changes are recorded and can be undone.";
        Trust3: "防不住：知道口令的人，站在您身后看屏幕的人，平板里装了恶意软件的情况。", "It does not stop one who knows a passphrase, one who looks over your shoulder, or malicious software on the tablet.";
        Trust4: "防不住：有人用旧的整份资料替换现在的整份资料。解锁后看一眼“上次保存”的时间，对得上才放心；下次合并也会发现。", "It cannot notice at once that the whole store was replaced by an older whole one. Look at the time of the last save after unlocking; the next merge shows it too.";
        Trust5: "谁审核、谁批准、谁结案，由解锁的人用自己的口令签名。能控制平板又知道口令的人仍能作假，所以制度上要两人分开。", "Who verifies, approves or closes is signed with the own passphrase. A person with the tablet and the passphrase can still cheat: keep the two roles apart.";
        Pin: "给家长看的签字页", "The guardian’s screen";
        Pin1: "家长签字时，屏幕上只有这一次的内容，看不到别的学生；要您的口令或签字页密码才能返回。签字页密码在“设置”里设。", "The guardian sees this one visit and nothing of other children; only your passphrase or PIN leads back. The PIN is set in the settings.";
        Format: "数据格式，给信息员", "Data formats, for technicians";
        Format1: "导出的 JSON 是公开格式，结构说明就在本网站：", "The exported JSON is a public format; its schema is served with this page:";
        Format2: "日期用 ISO 写法，代码用代码表里的代码，未知的字段原样保留。格式有大小版本号：小版本更新照常读入，大版本更新会明说。", "Dates are ISO, codes are those of the code lists, unknown members are kept. A newer minor version is read; a newer major one is refused with a plain sentence.";
        Format3: "备份（.baoxue）是整库的加密副本，连同各人的钥匙槽；它不用于交换。", "A backup (.baoxue) is a sealed copy of the whole store with everyone’s key slots; it is not for exchange.";
        Schema: "register-1.schema.json", "register-1.schema.json";
    }
}
