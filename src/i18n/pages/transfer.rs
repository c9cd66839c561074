//! Words of lists in, the register out and another tablet's in.
use crate::words;

words! {
    pub enum Transfer {
        Title: "交接", "Transfer";
        OrDrop: "也可以把文件拖到这里", "or drop files here";

        // Lists.
        ListTitle: "导入名册", "Take in a list";
        ListText: "学校名录、送教上门名册（xlsx、xls、ods、csv），可一次选多份，先后不限。先看预览，再决定。", "School directory, home-teaching roster (xlsx, xls, ods, csv); several at once, in any order. You see a preview first.";
        ChooseFile: "选择文件", "Choose files";
        Reading: "正在读 {0}，第 {1} 行", "Reading {0}, row {1}";
        SheetRows: "工作表“{0}”，{1} 行", "sheet “{0}”, {1} rows";
        Rows: "{0} 行", "{0} rows";
        SheetIs: "这张表是", "This sheet is";
        LeaveOut: "不导入", "Left out";
        SheetLeftOut: "不导入", "Left out";
        NotYet: "请到“比对”页收下", "Take it in on the page Compare";
        ColumnsMissing: "缺必需的列", "Columns missing";
        Recognised: "已认出", "Recognised";
        Columns: "各列的含义（可改）", "What the columns mean (can be changed)";
        ColumnsText: "认错的列在这里改，下次同一单位的名册照此办理。", "Correct a column here; the next list from the same office is read the same way.";
        HeadingRow: "表头从第几行开始", "Row in which the headings begin";
        RowUp: "上移一行", "One row up";
        RowDown: "下移一行", "One row down";
        NoColumn: "没有这一列", "No such column";
        OfPupils: "学生", "Pupils";
        OfSchools: "学校", "Schools";
        OfStaff: "教职工", "Staff";
        OfCounty: "县级设置", "County settings";
        Counts: "读到 {0} 行：{1}", "{0} rows read: {1}";
        RowsTaken: "采用 {0}", "{0} taken";
        RowsDropped: "合计、备注等 {0}", "{0} totals, notes and the like";
        RowsDuplicate: "重复 {0}", "{0} duplicate";
        RowsInvalid: "有误未采用 {0}", "{0} with faults, not taken";
        Fresh: "新增 {0}", "{0} new";
        Changed: "有变化 {0}", "{0} changed";
        Unchanged: "没有变化 {0}", "{0} unchanged";
        LeftOut: "没有采用 {0}", "{0} left out";
        Issues: "{0} 处需要看一看", "{0} to look at";
        WholeRow: "整行", "Whole row";
        Cell: "位置", "Place";
        Found: "表中内容", "In the list";
        WhatToDo: "问题与办法", "What is wrong and what to do";
        MarkedDownload: "下载改正用表", "Download the workbook with marks";
        MarkedDownloadOf: "下载改正用表：{0}", "Download with marks: {0}";
        MarkedText: "发回原单位：有疑问的单元格已着色并加批注，改好后再导入。", "For the office that sent it: doubtful cells are coloured and commented. Take it in again once it is put right.";
        MarkedWriting: "正在写第 {0} 行", "Writing row {0}";
        MarkedSaved: "改正用表已下载", "The workbook with marks is among your downloads";
        MarkedTooLarge: "行数太多，一张表装不下。请在原文件里改正", "There are too many rows for one workbook. Put it right in the original";
        /// What stands behind the original's name.
        MarkedEnding: "-批注", "-marked";
        WouldChange: "{0} 份档案会有变化", "{0} files would change";
        WouldChangeText: "您在本平板填写过的内容默认保留，要改用名册里的请打开开关。", "What a person wrote here is kept unless you switch to the list’s.";
        TakeAll: "全部用名册的", "Take all from the list";
        KeepAll: "全部保留原来的", "Keep all as they are";
        ByHand: "有人工填写的内容", "Written by a person";
        UseList: "{0}：用名册的", "{0}: use the list’s";
        ToTake: "将新增或修改 {0} 份档案", "{0} files will be made or changed";
        TakeIn: "导入", "Take in";
        PutAside: "不导入了", "Put aside";
        Taken: "名册已导入", "The list is taken in";
        SameName: "名册里也有教师“{0}”。是您本人吗？", "The roster names a teacher {0}. Is that you?";
        ThatIsMe: "是我，在{0}（教 {1} 名学生）", "Yes, at {0} ({1} pupils)";
        NotMe: "不是我", "No, someone else";
        SayFirst: "请先回答：名册里的同名教师是您本人吗？", "First say whether the teacher of your name is you";
        NothingNew: "没有新内容", "There is nothing new in it";
        NotAList: "看不出这是哪种名册。请确认选对了文件；表头可能不在前几行", "It is not clear what list this is. Check that it is the right file; its headings may stand far down";
        Unreadable: "文件读不出来，可能已被移动或删除。请重新选择", "The file cannot be read; it may have been moved or deleted. Choose it again";

        // The worker.
        DeskNotLoaded: "读文件的程序没有启动，没有导入。请连上网络刷新一次再试", "The part that reads files could not be started, so nothing was taken in. Connect, reload and try again";
        DeskOtherVersion: "页面和读文件的程序版本不一致，没有导入。请刷新后再试", "The page and the part that reads files are of different versions, so nothing was taken in. Reload and try again";
        DeskDied: "读文件时内存不够或程序出错，已停止，档案没有变动。请关掉其他页面再试，或把文件拆小", "Reading ended for want of memory or by an error; the register is as it was. Close other pages and try again, or split the file";
        DeskStopped: "已停止读取，档案没有变动。请重新选择文件", "Reading was stopped; the register is as it was. Choose the files again";

        // Undo of an import.
        UndoLists: "刚导入了名册，涉及 {0} 份档案。在下一次修改或导出之前可以撤销", "Lists were just taken in ({0} files). Until the next change or export this can be undone";
        UndoRegister: "刚合并了档案文件，涉及 {0} 份档案。在下一次修改或导出之前可以撤销", "A register file was just merged ({0} files). Until the next change or export this can be undone";
        UndoImport: "撤销这次导入", "Undo this import";
        UndoneImport: "已回到导入之前", "The register is as it was before the import";
        UndoGone: "之后又有修改或导出，不能再撤销", "There was a change or an export since, so it can no longer be undone";

        // The register out.
        ExportTitle: "导出档案", "Export the register";
        ExportText: "导出后可以交给同事合并、让新平板加入，或换机时带走。每次导出都记入县级档案的修改记录。", "For a colleague to merge, for a new tablet to join, or to take along. Every export is recorded in the county’s history.";
        Whose: "导出谁的", "Whose files";
        WhoseAll: "全部档案", "All";
        WhoseMine: "我送教的学生", "My pupils";
        WhoseSchool: "一所学校的学生", "Of one school";
        WhoseTeacher: "一位老师的学生", "Of one teacher";
        WhoseTeam: "一个督察小组的个案", "Of one inspection team";
        TeamText: "小组的个案连同学生档案、学校和人员一起带走；比对用的名册留在本机。小组在平板上核查后导出，再到这里合并。", "The team’s cases go with the pupils’ files, schools and people; the lists for comparing stay here. The team checks on its tablet and exports; merge that file here.";
        ChooseOne: "请选择", "Choose";
        PupilsOut: "学生 {0} 名，连同相关的学校、教职工和县级设置", "{0} pupils, with their schools, staff and the county’s settings";
        WithPhotos: "带照片", "With photographs";
        Sealed: "加密（推荐）", "Sealed (advised)";
        SealText: "口令请另外告诉收件人，不要和文件放在一起。新平板加入档案要用加密文件。", "Tell the passphrase apart from the file. A new tablet joins by a sealed file only.";
        FilePassphrase: "这份文件的口令", "The passphrase of this file";
        FilePassphraseText: "按顺序抄下这四个词，当面或打电话告诉收件人。没有它，这份文件谁也打不开。", "Copy these four words in order and tell them to whoever receives the file. Without them nobody can open it.";
        PlainTitle: "不加密的文件，谁拿到都能看", "Whoever has a plain file can read it";
        PlainText: "里面有学生的姓名、证件号码、住址和健康情况。只在必须时使用，用完删除；这次导出会记录在案。", "It holds children’s names, numbers, addresses and health. Use it only where you must, delete it afterwards; this export is recorded.";
        ExportWarn: "导出不加密的文件？", "Export a file that is not sealed?";
        ExportPlain: "仍要导出", "Export all the same";
        Exporting: "正在导出…", "Exporting…";
        Exported: "文件已导出", "The file is exported";
        MadeText: "{0} 份档案，{1} 张照片。文件在浏览器的下载里", "{0} files, {1} pictures. It is among the browser’s downloads";
        SaveAgain: "再存一次", "Save once more";
        ExportTooLarge: "照片太多，一个文件装不下。请不带照片导出，或分学校导出", "There are too many pictures for one file. Leave them out, or export school by school";
        ExportCancelled: "已停止导出，没有生成文件", "The export was stopped; no file was made";
        ExportNoRoom: "浏览器没有空间生成文件。请关掉其他页面或清出空间后再试", "The browser has no room for the file. Close other pages or free some space and try again";
        SealWeak: "口令太容易猜到，请换一个更长的", "That passphrase is too easy to guess: make it longer";

        // Another tablet's register in.
        ImportTitle: "合并档案文件", "Merge a register file";
        ImportText: "合并另一台平板导出的文件（.sealed、.json、.zip）。先看预览；两边的内容都会保留，不一样的由人来定。", "A file exported from another tablet (.sealed, .json, .zip). You see a preview first; both sides are kept, and people decide where they differ.";
        ChooseRegister: "选择档案文件", "Choose a register file";
        SealedPassphrase: "这份文件的口令", "The passphrase of this file";
        SealedPassphraseHint: "问导出文件的人；不是您自己解锁平板的口令", "Ask whoever exported it; it is not the one that unlocks your tablet";
        Unseal: "打开文件", "Open the file";
        Unsealing: "正在核对口令…", "Checking the passphrase…";
        Opening: "正在打开文件…", "Opening the file…";
        Comparing: "正在与本机比对…", "Comparing with this tablet…";
        TakingPhotos: "正在取出照片…", "Taking out the pictures…";
        Preview: "预览", "Preview";
        ScopeWhole: "全部档案", "The whole register";
        ScopeCaseload: "部分学生的档案", "A part of the register";
        MadeBy: "{0}，{1}于{2}导出", "{0}, exported by {1} on {2}";
        InConflict: "其中需要决定 {0}", "{0} of them to decide";
        Goes: "对方已删除 {0}", "{0} deleted there";
        Photos: "照片", "Photographs";
        MoreIssues: "另有 {0} 处没有列出", "{0} more are not listed";
        Deleted: "合并后会删除", "These will be deleted";
        ChangesTaken: "对方的修改 {0} 处", "{0} changes from there";
        Conflicts: "两边不一样 {0} 处", "{0} to decide";
        ConflictsText: "两台平板各自改了同一处。合并后两个内容都留着，再到学生档案里选定。", "Both tablets changed the same field. Both values stay; decide in the child’s file after merging.";
        NotTakenIn: "有上面的问题，没有导入；档案没有变动", "Because of this nothing was taken in; the register is as it was";
        Merge: "合并", "Merge";
        Merged: "已合并", "Merged";
        ToDecide: "有 {0} 处两边不一样，等人来定", "{0} fields differ between tablets and wait for a decision";
        ToDecideText: "打开学生档案，看清两边的内容，选定一个。", "Open the child’s file, look at both values and choose one.";
        FileTooLarge: "文件超过 1 GB，打不开。请对方不带照片或分学校导出", "The file has more than 1 GB. Ask for one without photographs, or school by school";
        IsBackup: "这是备份文件，不能合并。备份只能恢复到空白的平板", "This is a backup: it cannot be merged, only restored onto a bare tablet";
        Moved: "预览之后档案又有修改，没有合并。请重新选择文件再看一次预览", "The register changed after the preview, so nothing was merged. Choose the file again";
        NoRandom: "本网址不是安全连接（https），无法继续", "This address is not a secure (https) connection, so this cannot go on";
        NotSealed: "这不是加密的档案文件", "This is no sealed register file";
        SealedNewer: "文件由更新的版本加密，请先更新本程序", "It was sealed by a newer version: update this program first";
        SealedTruncated: "文件不完整，没有复制或下载完。请重新传一次", "The file is cut short: it was not copied whole. Send it again";
        SealedWrong: "口令不对。请与导出文件的人核对", "That is not its passphrase. Check it with whoever exported the file";
        SealedAltered: "文件被改动过或已损坏，没有打开。请重新导出一份", "The file was altered or damaged and was not opened. Export it again";
        SealedKdf: "这台平板内存不够或程序没有启动，打不开加密文件。请关掉其他页面再试", "There is not enough memory, or the program did not start, to open a sealed file. Close other pages and try again";
        SealedCipher: "浏览器没有完成解密（{0}）。请再试一次", "The browser did not finish ({0}). Try again";
        PackageDamaged: "压缩包不完整或已损坏，没有导入。请重新传一次", "The package is cut short or damaged; nothing was taken in. Send it again";
        PackageNoRegister: "压缩包里没有档案（register.json）。请确认选对了文件", "There is no register (register.json) in this package. Check that it is the right file";
        PackageTooLarge: "压缩包展开后超过 {0} MB，没有导入", "The package unpacks to more than {0} MB; nothing was taken in";
        PackageAltered: "压缩包里有一张照片与它的名字不符（{0}…），可能被改动过，没有导入", "A picture in the package is not what its name says ({0}…); nothing was taken in";

        // Signing keys.
        KeysTitle: "签名密钥", "Signing keys";
        KeysText: "个案的认定、复核、销号都带签名。别的平板第一次带来的密钥随合并采信；同一人再出现另一把密钥，要先向本人核对四组数字。", "Findings, verifications and closes are signed. A person’s first key from another tablet is believed with the merge; another key of the same person must be checked with them by its four groups of digits.";
        KeyMine: "您在本机的密钥", "Your key on this tablet";
        KeyFirst: "{0}（平板 {1}）的签名密钥第一次见到，{2}，导入后采信", "A first signing key of {0} (tablet {1}), {2}: believed once this is taken in";
        KeyAnother: "{0}（平板 {1}）换了另一把签名密钥，{2}，要先向本人核对再采信", "Another signing key of {0} (tablet {1}), {2}: check it with them before you accept it";
        KeyForged: "{0}（平板 {1}）的一把签名密钥证明不了是本人的，{2}，不采信", "A signing key of {0} (tablet {1}), {2}, is not proven to be theirs: it is not believed";
        KeyAccept: "已核对，采信", "Checked: accept";
        KeyAsk: "采信{0}的这把密钥？", "Accept this key of {0}?";
        KeyAskText: "请当面或打电话问本人：在自己的平板上打开“交接”，读出密钥的四组数字 {0}。一样才采信，以后用它签的名都算本人的。", "Ask the person face to face or by telephone to open Transfer on their tablet and to read the four groups {0}. Accept only if they are the same: whatever it signs then counts as theirs.";
        KeyAccepted: "已采信", "Accepted";

        // A bare tablet joins.
        JoinTitle: "加入已有档案", "Join a register";
        JoinText: "请同事在“交接”里导出加密文件，拿到文件和它的口令。这台平板会成为同一档案的一台，之后可以互相合并。", "Ask a colleague for a sealed export and its passphrase. This tablet becomes one of the same register; afterwards the tablets merge with each other.";
        ChooseSealed: "选择加密文件", "Choose the sealed file";
        NoCard: "这份文件没有加密，不能用来加入。请对方导出加密文件", "This file is not sealed, so it cannot be joined by. Ask for a sealed one";
        JoinAs: "加入“{0}”", "Join “{0}”";
        WhoAreYou: "您是哪一位", "Who are you?";
        WhoAreYouHint: "选对本人，“我送教的学生”才对得上", "Choose yourself, so that your own pupils are known";
        NotListed: "名单里没有我", "I am not listed";
        Joining: "正在建立本机的档案…", "Making the register on this tablet…";
        Join: "加入档案", "Join";

        Fingerprint: "核对码", "Fingerprint";
        FingerprintText: "两台平板合并之后，核对码一样，内容就一样；可以念给对方听。", "After merging, two tablets with the same fingerprint hold the same; read it to each other.";
    }
}
