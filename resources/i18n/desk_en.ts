<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Approvals</name>
    <message>
        <source>各级审批都已完成,不需要再审。</source>
        <translation>Every approval has been given; nothing waits.</translation>
    </message>
    <message>
        <source>现在等「{stage}」:请选择由谁审批({roles})。</source>
        <translation>“{stage}” comes next: choose who approves ({roles}).</translation>
    </message>
    <message>
        <source>{name}不能作「{stage}」,须由{roles}审批。</source>
        <translation>{name} cannot give “{stage}”; it needs {roles}.</translation>
    </message>
    <message>
        <source>{name}是本单经办人,不能自己审批,请由另一人审批。</source>
        <translation>{name} handles this record and cannot approve it; another person must.</translation>
    </message>
    <message>
        <source>不同意须写明理由。</source>
        <translation>A refusal needs a reason.</translation>
    </message>
</context>
<context>
    <name>Archive</name>
    <message>
        <source>{no} 的存档文件读不到:{path}。请从备份找回后再补打。</source>
        <translation>Cannot read the archived file of {no}: {path}. Get it back from a backup, then reprint.</translation>
    </message>
    <message>
        <source>{no} 的存档文件与开具时不一致:{path}。不能补打,请报告经理。</source>
        <translation>The archived file of {no} differs from the one issued: {path}. It cannot be reprinted; please tell the manager.</translation>
    </message>
    <message>
        <source>无法存档到 {path}({reason}),没有开具。请清理磁盘后再试。</source>
        <translation>Cannot archive to {path} ({reason}); nothing was issued. Free some disk space and try again.</translation>
    </message>
    <message>
        <source>附件「{name}」读不到:{path}。请从备份找回。</source>
        <translation>Cannot read the attached file “{name}”: {path}. Get it back from a backup.</translation>
    </message>
    <message>
        <source>附件「{name}」与存入时不一致:{path}。请报告经理。</source>
        <translation>The attached file “{name}” differs from what was stored: {path}. Please tell the manager.</translation>
    </message>
    <message>
        <source>附件「{name}」是空的或超过 20 MB,请换一个文件。</source>
        <translation>The file “{name}” is empty or larger than 20 MB; choose another.</translation>
    </message>
    <message>
        <source>读不到文件:{path}({reason})。请确认文件还在,再添加一次。</source>
        <translation>Cannot read the file {path} ({reason}). Check that it is still there and add it again.</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>无法启动 {program}。</source>
        <translation>Cannot start {program}.</translation>
    </message>
    <message>
        <source>后台任务失败(代码 {code})。</source>
        <translation>The background job failed (code {code}).</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>{path} 还没有数据,没有备份。</source>
        <translation>There is no data in {path} yet; no backup was made.</translation>
    </message>
    <message>
        <source>数据文件有损坏({wrong}),没有备份。请从以前的备份恢复(restore)。</source>
        <translation>The data file is damaged ({wrong}); no backup was made. Restore an earlier backup (restore).</translation>
    </message>
    <message>
        <source>无法备份到 {path}({reason})。请清理磁盘或检查权限后再备份。</source>
        <translation>Cannot write the backup to {path} ({reason}). Free some disk space or check permissions, then try again.</translation>
    </message>
    <message>
        <source>{path} 不是本程序的备份,或缺少同名的 .json 说明文件。请换一个备份。</source>
        <translation>{path} is not a backup of this program, or its .json file is missing. Choose another backup.</translation>
    </message>
    <message>
        <source>备份 {name} 不能用:{wrong}。请换一个备份。</source>
        <translation>Backup {name} cannot be used: {wrong}. Choose another backup.</translation>
    </message>
    <message>
        <source>备份 {name} 来自更新的程序,请先升级本程序再恢复。</source>
        <translation>Backup {name} comes from a newer version. Update this program first, then restore.</translation>
    </message>
    <message>
        <source>程序正在使用数据文件。请先关闭所有前台窗口,再恢复。</source>
        <translation>The data file is in use. Close every front-desk window first, then restore.</translation>
    </message>
    <message>
        <source>写出的内容与备份不符</source>
        <translation>what was written differs from the backup</translation>
    </message>
    <message>
        <source>无法恢复到 {path}({reason})。请清理磁盘或检查权限后再试。</source>
        <translation>Cannot restore to {path} ({reason}). Free some disk space or check permissions, then try again.</translation>
    </message>
    <message>
        <source>文件不见了</source>
        <translation>a file is missing</translation>
    </message>
    <message>
        <source>内容与备份时不一致(校验值不符)</source>
        <translation>the content changed since the backup (checksum mismatch)</translation>
    </message>
    <message>
        <source>记录数与说明文件不符</source>
        <translation>the record counts differ from the .json file</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>记录数</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>备份与核对</source>
        <translation>Backup and checks</translation>
    </message>
    <message>
        <source>恢复须先关闭程序,再运行:python3 -m desk_app restore 备份文件。原来的数据会另存,不会丢。</source>
        <translation>To restore, close the program and run: python3 -m desk_app restore BACKUP_FILE. The present data is kept aside, nothing is lost.</translation>
    </message>
    <message>
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>核对记录未被改动</source>
        <translation>Check that records are unaltered</translation>
    </message>
    <message>
        <source>没有备份</source>
        <translation>No backup made</translation>
    </message>
    <message>
        <source>正在备份</source>
        <translation>Backing up</translation>
    </message>
    <message>
        <source>核对结果</source>
        <translation>Result of the check</translation>
    </message>
    <message>
        <source>没有核对</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>已备份:{name}</source>
        <translation>Backed up: {name}</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>没有 {code} 这块牌。请从列表中选择在库的牌。</source>
        <translation>There is no badge {code}. Choose one in stock from the list.</translation>
    </message>
    <message>
        <source>{code} 已挂失,请换一块牌。</source>
        <translation>{code} is reported lost. Choose another badge.</translation>
    </message>
    <message>
        <source>{code} 由 {name} 持有(自 {since}),请换一块牌。</source>
        <translation>{code} is held by {name} (since {since}). Choose another badge.</translation>
    </message>
    <message>
        <source>牌号应从小到大,例如 1 到 60。</source>
        <translation>Badge numbers run from low to high, for example 1 to 60.</translation>
    </message>
    <message>
        <source>访客牌</source>
        <translation>Visitor badge</translation>
    </message>
    <message>
        <source>上门人员牌</source>
        <translation>Contractor badge</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>字母前缀</source>
        <translation>Letter prefix</translation>
    </message>
    <message>
        <source>从第几号</source>
        <translation>From number</translation>
    </message>
    <message>
        <source>到第几号</source>
        <translation>To number</translation>
    </message>
    <message>
        <source>牌号</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>持有人</source>
        <translation>Held by</translation>
    </message>
    <message>
        <source>访客牌与工牌</source>
        <translation>Badges</translation>
    </message>
    <message>
        <source>增加一批</source>
        <translation>Add a batch</translation>
    </message>
    <message>
        <source>挂失的牌已找回</source>
        <translation>Lost badge found</translation>
    </message>
    <message>
        <source>增加一批牌</source>
        <translation>Add a batch of badges</translation>
    </message>
    <message>
        <source>增加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>新增 {n} 块牌</source>
        <translation>{n} badges added</translation>
    </message>
    <message>
        <source>挂失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>已发 {time}</source>
        <translation>Out since {time}</translation>
    </message>
    <message>
        <source>在库</source>
        <translation>In stock</translation>
    </message>
    <message>
        <source>交回的牌号</source>
        <translation>Badge handed back</translation>
    </message>
    <message>
        <source>{code} 没有发出,请核对牌号。</source>
        <translation>{code} is not out. Please check the badge number.</translation>
    </message>
    <message>
        <source>交牌签离</source>
        <translation>Sign out by badge</translation>
    </message>
    <message>
        <source>签离</source>
        <translation>Sign out</translation>
    </message>
</context>
<context>
    <name>Bootstrap</name>
    <message>
        <source>本程序需要 Python {needed} 或更新版本，现在是 {found}：请安装新版后再启动。</source>
        <translation>This program needs Python {needed} or newer; this is {found}. Install a newer one and start again.</translation>
    </message>
    <message>
        <source>缺少系统库，请先运行这一行，再重新启动：
sudo apt-get install -y {names}</source>
        <translation>System libraries are missing. Run this line first, then start again:
sudo apt-get install -y {names}</translation>
    </message>
    <message>
        <source>缺少系统库，请用系统的软件包管理器安装后再启动：{names}</source>
        <translation>System libraries are missing. Install them with your package manager, then start again: {names}</translation>
    </message>
    <message>
        <source>系统库没有装上（详见 {log}）：请检查网络，或自己运行 apt-get install {names}</source>
        <translation>The system libraries were not installed (details in {log}). Check the network, or run apt-get install {names} yourself</translation>
    </message>
    <message>
        <source>正在更新运行环境 .venv …</source>
        <translation>Updating the runtime .venv …</translation>
    </message>
    <message>
        <source>第一次启动：正在安装系统库 {names} 和运行环境 .venv（约需一两分钟）…</source>
        <translation>First start: installing the system libraries {names} and the runtime .venv (a minute or two) …</translation>
    </message>
    <message>
        <source>第一次启动：正在准备运行环境 .venv（下载约 100 MB，约需一分钟）…</source>
        <translation>First start: preparing the runtime .venv (about 100 MB to download, about a minute) …</translation>
    </message>
    <message>
        <source>下载的安装包与校验值不符，未安装：请换一个网络或镜像源再启动；仍不行请联系维护人员。</source>
        <translation>A downloaded package does not match its checksum and was not installed. Try another network or package mirror; if it still fails, ask your maintainer.</translation>
    </message>
    <message>
        <source>磁盘空间不足：请在 {folder} 所在的磁盘腾出至少 1 GB 后再启动。</source>
        <translation>The disk is full. Free at least 1 GB on the disk that holds {folder}, then start again.</translation>
    </message>
    <message>
        <source>不能写入 {venv}：请关闭正在运行的程序，或把整个文件夹移到有写权限的位置后再启动。</source>
        <translation>Cannot write to {venv}. Close the running program, or move the whole folder to a place you may write to, then start again.</translation>
    </message>
    <message>
        <source>下载失败：请检查网络后再启动；需要镜像源时用环境变量 PIP_INDEX_URL 指定。</source>
        <translation>The download failed. Check the network and start again; set the environment variable PIP_INDEX_URL if you need a mirror.</translation>
    </message>
    <message>
        <source>没有适合这个 Python 的安装包：请用 64 位的 Python 3.11 至 3.14 再启动。</source>
        <translation>There is no package for this Python. Use a 64-bit Python 3.11 to 3.14 and start again.</translation>
    </message>
    <message>
        <source>运行环境没有装好（{last}）：详见 {log}；删除文件夹 {venv} 后再启动可重来。</source>
        <translation>The runtime was not installed ({last}); details in {log}. Delete the folder {venv} and start again to retry.</translation>
    </message>
</context>
<context>
    <name>Clauses</name>
    <message>
        <source>《写字楼客服职责》</source>
        <translation>&quot;Duties of office-tower customer service&quot;</translation>
    </message>
    <message>
        <source>《客户服务九要素》</source>
        <translation>&quot;Nine elements of customer service&quot;</translation>
    </message>
    <message>
        <source>《客服中心职员岗位职责》</source>
        <translation>&quot;Duties of service-centre staff&quot;</translation>
    </message>
    <message>
        <source>《物业客服工作职责范文》</source>
        <translation>&quot;Property customer service duties&quot;</translation>
    </message>
    <message>
        <source>《客服前台接待日常工作规程》</source>
        <translation>&quot;Daily procedure of the front desk&quot;</translation>
    </message>
    <message>
        <source>业务规则</source>
        <translation>business rules</translation>
    </message>
    <message>
        <source>规程汇编</source>
        <translation>procedures</translation>
    </message>
    <message>
        <source>界面规范</source>
        <translation>interface rules</translation>
    </message>
    <message>
        <source>需求</source>
        <translation>requirements</translation>
    </message>
    <message>
        <source>设计</source>
        <translation>design</translation>
    </message>
    <message>
        <source>(行业惯例)</source>
        <translation> (custom of the trade)</translation>
    </message>
    <message>
        <source>(法规)</source>
        <translation> (law)</translation>
    </message>
    <message>
        <source>(行业常识)</source>
        <translation> (common practice)</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>还缺参数 {0}</source>
        <translation>missing: {0}</translation>
    </message>
    <message>
        <source>不认识参数 {0}</source>
        <translation>unknown argument {0}</translation>
    </message>
    <message>
        <source>没有 {0};可用的有 {1}</source>
        <translation>there is no {0}; there are {1}</translation>
    </message>
    <message>
        <source>{0} 应为整数,不能是 {1}</source>
        <translation>{0} must be a whole number, not {1}</translation>
    </message>
    <message>
        <source>{0} 后面缺一个值</source>
        <translation>a value is missing after {0}</translation>
    </message>
    <message>
        <source>用法不对:{message}。看用法:python3 -m desk_app --help</source>
        <translation>Wrong use: {message}. For help: python3 -m desk_app --help</translation>
    </message>
    <message>
        <source>已中止。</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>数据文件夹(默认:本用户的数据文件夹)</source>
        <translation>data folder (default: that of this user)</translation>
    </message>
    <message>
        <source>物业前台:访客、上门人员、放行条、月报。不带命令即打开窗口。</source>
        <translation>Front desk: visitors, contractors, release slips, monthly report. Without a command the window opens.</translation>
    </message>
    <message>
        <source>打开窗口</source>
        <translation>open the window</translation>
    </message>
    <message>
        <source>在空的数据文件夹里做一栋示例大楼和几天的工作</source>
        <translation>make a sample tower and some days of work in an empty data folder</translation>
    </message>
    <message>
        <source>几天的工作(默认 30)</source>
        <translation>days of work (default 30)</translation>
    </message>
    <message>
        <source>访客总数至少 N(向前补足历史)</source>
        <translation>at least N visitors in all (history is filled up backwards)</translation>
    </message>
    <message>
        <source>同一个数得到同样的数据(默认 1)</source>
        <translation>the same number gives the same data (default 1)</translation>
    </message>
    <message>
        <source>写一个月的月报(Excel)</source>
        <translation>write the report of a month (Excel)</translation>
    </message>
    <message>
        <source>写到哪个文件</source>
        <translation>file to write to</translation>
    </message>
    <message>
        <source>制表人</source>
        <translation>who made it</translation>
    </message>
    <message>
        <source>逐行输出进度</source>
        <translation>print progress line by line</translation>
    </message>
    <message>
        <source>取出一份已开具单据的 PDF(盖补打标记,记一次打印)</source>
        <translation>fetch the PDF of an issued document (marked as a reprint, counted as a print)</translation>
    </message>
    <message>
        <source>导入楼宇与客户名册(.xlsx)</source>
        <translation>import the building and customer roster (.xlsx)</translation>
    </message>
    <message>
        <source>导出楼宇与客户名册,可改后再导入</source>
        <translation>export the building and customer roster, to be changed and imported again</translation>
    </message>
    <message>
        <source>只写空白模板</source>
        <translation>write the blank template only</translation>
    </message>
    <message>
        <source>备份并核对</source>
        <translation>back up and check</translation>
    </message>
    <message>
        <source>备份到哪个文件夹</source>
        <translation>folder to back up to</translation>
    </message>
    <message>
        <source>核对一个备份并恢复;被替换的文件另存</source>
        <translation>check a backup and restore it; the file it replaces is kept</translation>
    </message>
    <message>
        <source>核对数据文件、修改记录和存档单据</source>
        <translation>check data file, history and archived documents</translation>
    </message>
    <message>
        <source>检查程序和数据文件夹是否正常</source>
        <translation>check that program and data folder are in order</translation>
    </message>
    <message>
        <source>应为 0 到一千万的整数,不能是 {text}</source>
        <translation>must be a whole number from 0 to ten million, not {text}</translation>
    </message>
    <message>
        <source>月份应写成 2026-11,不能是 {text}</source>
        <translation>write a month as 2026-11, not {text}</translation>
    </message>
    <message>
        <source>命令行</source>
        <translation>command line</translation>
    </message>
    <message>
        <source>名册模板.xlsx</source>
        <translation>Roster template.xlsx</translation>
    </message>
    <message>
        <source>名册.xlsx</source>
        <translation>Roster.xlsx</translation>
    </message>
    <message>
        <source>已备份并核对:{path}(修改记录 {changes} 条,存档单据 {documents} 份)</source>
        <translation>Backed up and checked: {path} ({changes} history entries, {documents} archived documents)</translation>
    </message>
    <message>
        <source>已恢复到 {at} 的备份。</source>
        <translation>Restored to the backup of {at}.</translation>
    </message>
    <message>
        <source>被替换的数据文件另存为 {path}</source>
        <translation>The replaced data file is kept as {path}</translation>
    </message>
    <message>
        <source>数据文件有损坏:{wrong}。请先备份整个数据文件夹,再从备份恢复(restore)。</source>
        <translation>The data file is damaged: {wrong}. Copy the whole data folder first, then restore a backup (restore).</translation>
    </message>
    <message>
        <source>一切正常。</source>
        <translation>All is well.</translation>
    </message>
    <message>
        <source>{bad} 项有问题。</source>
        <translation>Problems: {bad}.</translation>
    </message>
    <message>
        <source>{path} 还没有数据。请先打开一次程序或导入名册,或用 --data-dir 指明数据文件夹。</source>
        <translation>There is no data in {path} yet. Open the program once or import a roster first, or name the data folder with --data-dir.</translation>
    </message>
    <message>
        <source>程序出错(编号 {number}),没有完成。请把编号和日志交给管理员:{path}</source>
        <translation>Program error (number {number}); not finished. Give the number and the log to your administrator: {path}</translation>
    </message>
</context>
<context>
    <name>Contractors</name>
    <message>
        <source>登记进场</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>打印作业单</source>
        <translation>Print work slip</translation>
    </message>
    <message>
        <source>在场人员</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>确认方式</source>
        <translation>How confirmed</translation>
    </message>
    <message>
        <source>应答人</source>
        <translation>Who answered</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>异常(没有就空着)</source>
        <translation>Anything wrong (empty if nothing)</translation>
    </message>
    <message>
        <source>实际离开时间</source>
        <translation>Actually left at</translation>
    </message>
    <message>
        <source>业户确认离开(谁)</source>
        <translation>Customer confirming departure</translation>
    </message>
    <message>
        <source>胸牌没有收回(挂失)</source>
        <translation>Badge not returned (lost)</translation>
    </message>
    <message>
        <source>登记上门人员</source>
        <translation>Register a contractor</translation>
    </message>
    <message>
        <source>已登记进场</source>
        <translation>signed in</translation>
    </message>
    <message>
        <source>已记无人应答</source>
        <translation>no answer recorded</translation>
    </message>
    <message>
        <source>作废登记</source>
        <translation>Void entry</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>voided</translation>
    </message>
    <message>
        <source>须另行审批</source>
        <translation>Separate approval needed</translation>
    </message>
    <message>
        <source>已起草放行条</source>
        <translation>Release slip drafted</translation>
    </message>
    <message>
        <source>{no} 已确认,{who}</source>
        <translation>{no} confirmed, {who}</translation>
    </message>
    <message>
        <source>定时确认 {name}</source>
        <translation>Hourly check {name}</translation>
    </message>
    <message>
        <source>{no} {name} 已离开</source>
        <translation>{no} {name} has left</translation>
    </message>
    <message>
        <source>进场时带入:{things}</source>
        <translation>Brought in: {things}</translation>
    </message>
    <message>
        <source>请与带出的物品核对;多出的物品须办放行条。</source>
        <translation>Compare with what is taken out; anything extra needs a release slip.</translation>
    </message>
    <message>
        <source>{no} 已补登离开</source>
        <translation>{no} late sign-out recorded</translation>
    </message>
    <message>
        <source>补登离开</source>
        <translation>Late sign-out</translation>
    </message>
    <message>
        <source>无人应答</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>{no} 的确认记录</source>
        <translation>Checks of {no}</translation>
    </message>
    <message>
        <source>还没有确认过。</source>
        <translation>Not checked yet.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>所属单位</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>已核验证件</source>
        <translation>ID checked</translation>
    </message>
    <message>
        <source>去往房号</source>
        <translation>Going to room</translation>
    </message>
    <message>
        <source>约见人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>服务内容</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>检修空调</source>
        <translation>Air-conditioning repair</translation>
    </message>
    <message>
        <source>宽带安装</source>
        <translation>Broadband installation</translation>
    </message>
    <message>
        <source>电梯保养</source>
        <translation>Lift maintenance</translation>
    </message>
    <message>
        <source>保洁服务</source>
        <translation>Cleaning</translation>
    </message>
    <message>
        <source>业户确认方式</source>
        <translation>How confirmed</translation>
    </message>
    <message>
        <source>确认人</source>
        <translation>Confirmed by</translation>
    </message>
    <message>
        <source>胸牌</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>动火</source>
        <translation>Hot work</translation>
    </message>
    <message>
        <source>断水断电</source>
        <translation>Cutting water or power</translation>
    </message>
    <message>
        <source>入机房</source>
        <translation>Entering plant room</translation>
    </message>
    <message>
        <source>工具物品</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>预计离开</source>
        <translation>Expected out</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>Check due</translation>
    </message>
    <message>
        <source>确认超时</source>
        <translation>Check late</translation>
    </message>
    <message>
        <source>派门岗到场</source>
        <translation>Send guard</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>进入</source>
        <translation>In</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>去往</source>
        <translation>Going to</translation>
    </message>
    <message>
        <source>须审批</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>最近确认</source>
        <translation>Last check</translation>
    </message>
    <message>
        <source>下次确认</source>
        <translation>Check at</translation>
    </message>
    <message>
        <source>应确认</source>
        <translation>Checks due</translation>
    </message>
    <message>
        <source>按时确认</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>异常</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>离开</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>登记人</source>
        <translation>Registered by</translation>
    </message>
    <message>
        <source>在场</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>要确认</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>确认…</source>
        <translation>Check…</translation>
    </message>
    <message>
        <source>补登离开(填时间)…</source>
        <translation>Late sign-out (set time)…</translation>
    </message>
    <message>
        <source>确认记录</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>开放行条…</source>
        <translation>Release slip…</translation>
    </message>
    <message>
        <source>更正…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>作废…</source>
        <translation>Void…</translation>
    </message>
    <message>
        <source>查看与修改记录</source>
        <translation>View and history</translation>
    </message>
    <message>
        <source>牌遗失</source>
        <translation>Badge lost</translation>
    </message>
    <message>
        <source>确认时间</source>
        <translation>Confirmed at</translation>
    </message>
    <message>
        <source>确认离开的人</source>
        <translation>Leaving confirmed by</translation>
    </message>
    <message>
        <source>确认间隔(分钟)</source>
        <translation>Minutes between calls</translation>
    </message>
    <message>
        <source>连续无人应答</source>
        <translation>Unanswered in a row</translation>
    </message>
    <message>
        <source>核验说明</source>
        <translation>Note on the ID</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>计划确认时间</source>
        <translation>Call planned for</translation>
    </message>
    <message>
        <source>有人应答</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>按牌号离开</source>
        <translation>Left by badge</translation>
    </message>
    <message>
        <source>上门人员</source>
        <translation>Contractors</translation>
    </message>
    <message>
        <source>上门在场</source>
        <translation>Contractors</translation>
    </message>
    <message>
        <source>上门确认超时</source>
        <translation>Late checks</translation>
    </message>
    <message>
        <source>现在没有上门人员在场。按 F2 登记进入的上门人员。</source>
        <translation>No contractor is on site. Press F2 to register one who comes in.</translation>
    </message>
    <message>
        <source>已离开</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>登记定时确认</source>
        <translation>Record a check</translation>
    </message>
    <message>
        <source>登记无人应答</source>
        <translation>Record no answer</translation>
    </message>
    <message>
        <source>登记离开</source>
        <translation>Record departure</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>对讲</source>
        <translation>Intercom</translation>
    </message>
    <message>
        <source>现场</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>电信</source>
        <translation>Telecom</translation>
    </message>
    <message>
        <source>空调</source>
        <translation>Air conditioning</translation>
    </message>
    <message>
        <source>电梯</source>
        <translation>Lifts</translation>
    </message>
    <message>
        <source>保洁</source>
        <translation>Cleaning</translation>
    </message>
    <message>
        <source>家政</source>
        <translation>Housekeeping</translation>
    </message>
    <message>
        <source>自聘装修</source>
        <translation>Tenant&apos;s own fit-out</translation>
    </message>
    <message>
        <source>动火:须先办动火证,现场设监护人。</source>
        <translation>Hot work: a hot work permit first, and a fire watch on the spot.</translation>
    </message>
    <message>
        <source>断水断电:须先经工程主管同意并通知受影响的业户。</source>
        <translation>Cutting water or power: the chief engineer must agree, and the customers affected be told.</translation>
    </message>
    <message>
        <source>入机房:须工程主管同意,由工程人员陪同。</source>
        <translation>Entering the plant room: the chief engineer must agree, and an engineer come along.</translation>
    </message>
    <message>
        <source>请填写上门人员姓名。</source>
        <translation>Enter the contractor&apos;s name.</translation>
    </message>
    <message>
        <source>请填写所属单位,例如电信、空调、电梯公司。</source>
        <translation>Enter the company, for example telecom, air conditioning, lifts.</translation>
    </message>
    <message>
        <source>请选择核验过的证件。</source>
        <translation>Choose the ID that was checked.</translation>
    </message>
    <message>
        <source>请填写去往的房号,可输入首字母。</source>
        <translation>Enter the room they are going to; initials will do.</translation>
    </message>
    <message>
        <source>请填写约见人。</source>
        <translation>Enter who they are to meet.</translation>
    </message>
    <message>
        <source>请填写服务内容,例如检修空调。</source>
        <translation>Enter the service, for example air-conditioning repair.</translation>
    </message>
    <message>
        <source>进入前须与业户确认,请选择确认方式。</source>
        <translation>Confirm with the customer before letting them in; choose how.</translation>
    </message>
    <message>
        <source>请填写是谁确认的(接电话的人)。</source>
        <translation>Enter who confirmed (who took the call).</translation>
    </message>
    <message>
        <source>人数应为 1 到 500。</source>
        <translation>People must be 1 to 500.</translation>
    </message>
    <message>
        <source>预计离开时间早于进入时间,请改晚一些。</source>
        <translation>The expected departure is before the arrival. Choose a later time.</translation>
    </message>
    <message>
        <source>请填写是谁应答的。</source>
        <translation>Enter who answered.</translation>
    </message>
    <message>
        <source>离开时间还没到,请核对。</source>
        <translation>That departure time is still to come. Please check.</translation>
    </message>
    <message>
        <source>离开时间早于进入时间,请核对。</source>
        <translation>The departure is before the arrival. Please check.</translation>
    </message>
    <message>
        <source>离开时间早于最近一次确认,请核对。</source>
        <translation>The departure is before the last check. Please check.</translation>
    </message>
    <message>
        <source>{code} 没有发给在场的上门人员,请核对牌号。</source>
        <translation>{code} is not held by a contractor on site. Check the badge number.</translation>
    </message>
    <message>
        <source>作废须写明原因。</source>
        <translation>Say why it is void.</translation>
    </message>
    <message>
        <source>请选择确认方式:对讲、电话或现场。</source>
        <translation>Choose how it was confirmed: intercom, phone or in person.</translation>
    </message>
    <message>
        <source>确认时间还没到,请核对。</source>
        <translation>That check time is still to come. Please check.</translation>
    </message>
    <message>
        <source>确认时间早于进入或上一次确认,请核对。</source>
        <translation>The check is before the arrival or the last check. Please check.</translation>
    </message>
    <message>
        <source>工具物品的数量应为 1 以上的整数。</source>
        <translation>The quantity of tools must be a whole number of 1 or more.</translation>
    </message>
    <message>
        <source>确认超时 {minutes} 分钟</source>
        <translation>Check {minutes} min overdue</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>程序出错(编号 {number})。已填的内容已保留。请继续工作,并把编号和日志交给管理员:{path}</source>
        <translation>The program ran into an error (number {number}). What you typed is kept. Please go on, and give the number and the log to your administrator: {path}</translation>
    </message>
    <message>
        <source>程序出错</source>
        <translation>Program error</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>这条记录刚被别人改过。请重新打开后再修改。</source>
        <translation>Somebody has just changed this record. Open it again, then change it.</translation>
    </message>
    <message>
        <source>数据文件来自更新的程序(结构 {found},本程序 {own})。请升级本程序,数据没有改动。</source>
        <translation>The data comes from a newer version (structure {found}, this program {own}). Update this program; the data was not touched.</translation>
    </message>
    <message>
        <source>升级前无法备份到 {path}({reason}),没有升级。请清理磁盘后再启动。</source>
        <translation>Cannot back up to {path} before upgrading ({reason}); nothing was upgraded. Free some disk space and start again.</translation>
    </message>
    <message>
        <source>升级后数据关系不完整,已退回原样。请联系管理员。</source>
        <translation>The data did not fit together after upgrading and was put back. Please ask your administrator.</translation>
    </message>
    <message>
        <source>暂不支持这种数据库地址:{url}。请改用本机文件。</source>
        <translation>This kind of database address is not supported yet: {url}. Use a file on this computer.</translation>
    </message>
    <message>
        <source>数据库组件版本 {version} 过旧,请重新安装程序。</source>
        <translation>The database component {version} is too old. Please reinstall the program.</translation>
    </message>
    <message>
        <source>数据库设置 {name} 应为 {expected},实为 {found},程序不能安全保存。</source>
        <translation>The database setting {name} should be {expected} but is {found}; saving would not be safe.</translation>
    </message>
    <message>
        <source>磁盘已满,这一条没有保存。请清理磁盘后再按一次保存,已填内容还在。</source>
        <translation>The disk is full and this was not saved. Free some space and save again; what you typed is still here.</translation>
    </message>
    <message>
        <source>另一台前台正在保存,请稍等几秒再按一次保存,已填内容还在。</source>
        <translation>The other desk is saving. Wait a few seconds and save again; what you typed is still here.</translation>
    </message>
    <message>
        <source>数据文件是只读的,不能保存。请检查文件夹权限后重试。</source>
        <translation>The data file is read-only and cannot be saved. Check the folder&apos;s permissions and try again.</translation>
    </message>
    <message>
        <source>打不开数据文件。请检查数据文件夹是否存在、有无权限。</source>
        <translation>Cannot open the data file. Check that the data folder exists and may be read.</translation>
    </message>
    <message>
        <source>这不是本程序的数据文件,或文件已损坏。请从备份恢复(restore)。</source>
        <translation>This is not a data file of this program, or it is damaged. Restore a backup (restore).</translation>
    </message>
    <message>
        <source>数据文件可能已损坏。请先备份整个数据文件夹,再从备份恢复(restore)。</source>
        <translation>The data file may be damaged. Copy the whole data folder first, then restore a backup (restore).</translation>
    </message>
    <message>
        <source>读写数据文件失败({name})。请重试;再失败请联系管理员。</source>
        <translation>Reading or writing the data failed ({name}). Try again; if it fails again, ask your administrator.</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <source>{amount} 小时</source>
        <translation>{amount} hour(s)</translation>
    </message>
    <message>
        <source>{amount} 天</source>
        <translation>{amount} day(s)</translation>
    </message>
    <message>
        <source>{amount} 个工作日</source>
        <translation>{amount} working day(s)</translation>
    </message>
    <message>
        <source>{amount} 个月</source>
        <translation>{amount} month(s)</translation>
    </message>
    <message>
        <source>连续计算</source>
        <translation>counted without a break</translation>
    </message>
    <message>
        <source>含当日</source>
        <translation>first day included</translation>
    </message>
    <message>
        <source>当日不计</source>
        <translation>first day not counted</translation>
    </message>
    <message>
        <source>{start} 起 {length}({counting}),至 {end}</source>
        <translation>{length} from {start} ({counting}), until {end}</translation>
    </message>
    <message>
        <source>;依据 {clause}</source>
        <translation>; see {clause}</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>{path} 里已有数据,不能再放示例。请用 --data-dir 指定一个空文件夹。</source>
        <translation>There is data in {path} already; no sample was added. Name an empty folder with --data-dir.</translation>
    </message>
    <message>
        <source>示例数据已写入 {path}:{days} 天的工作,访客 {visits} 条。</source>
        <translation>Sample data written to {path}: {days} days of work, {visits} visitors.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>没有可用的显示器，窗口打不开：请在图形桌面里启动，或用虚拟显示器：xvfb-run -a python3 -m desk_app（没有 xvfb-run 时先 apt-get install xvfb）</source>
        <translation>There is no display, so the window cannot open. Start it on a graphical desktop, or with a virtual display: xvfb-run -a python3 -m desk_app (without xvfb-run, first apt-get install xvfb)</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>组件版本</source>
        <translation>Components</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>打印字体</source>
        <translation>Print fonts</translation>
    </message>
    <message>
        <source>打印表单</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>中文 PDF</source>
        <translation>Chinese PDF</translation>
    </message>
    <message>
        <source>Excel 表格</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>数据文件</source>
        <translation>Data file</translation>
    </message>
    <message>
        <source>数据库设置</source>
        <translation>Database settings</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>占用空间</source>
        <translation>Space used</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>{path},剩余 {free}</source>
        <translation>{path}, {free} free</translation>
    </message>
    <message>
        <source>{path} 只剩 {free},请清理磁盘(至少留 2 GB)</source>
        <translation>only {free} left in {path}; free some space (at least 2 GB)</translation>
    </message>
    <message>
        <source>「{title}」生成后读回一致</source>
        <translation>&quot;{title}&quot; made and read back the same</translation>
    </message>
    <message>
        <source>「{title}」读回的文字不对</source>
        <translation>&quot;{title}&quot; reads back wrongly</translation>
    </message>
    <message>
        <source>写出后读回一致</source>
        <translation>written and read back the same</translation>
    </message>
    <message>
        <source>读回的内容不对</source>
        <translation>reads back wrongly</translation>
    </message>
    <message>
        <source>{path} 还没有(首次启动时建立)</source>
        <translation>{path} not there yet (made at the first start)</translation>
    </message>
    <message>
        <source>{path} 完好</source>
        <translation>{path} is sound</translation>
    </message>
    <message>
        <source>还没有数据</source>
        <translation>no data yet</translation>
    </message>
    <message>
        <source>{told};最近备份:{last}</source>
        <translation>{told}; last backup: {last}</translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>还没有选择值班人:按 Ctrl+D 选择后才能登记。</source>
        <translation>Nobody is on duty yet: press Ctrl+D to choose, then you can register.</translation>
    </message>
    <message>
        <source>项目名称,例如:中盛国际中心</source>
        <translation>Project name, for example: Zhongsheng Centre</translation>
    </message>
    <message>
        <source>服务中心名称(印在单据上)</source>
        <translation>Service centre (printed on documents)</translation>
    </message>
    <message>
        <source>前台位置,例如:A座大堂</source>
        <translation>Desk, for example: Tower A lobby</translation>
    </message>
    <message>
        <source>您的姓名</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>当班负责人姓名(签放行条)</source>
        <translation>Duty lead (signs release slips)</translation>
    </message>
    <message>
        <source>值班人(工号、姓名或首字母)</source>
        <translation>On duty (staff no., name or initials)</translation>
    </message>
    <message>
        <source>第一次使用</source>
        <translation>First use</translation>
    </message>
    <message>
        <source>开始使用</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>选择值班人</source>
        <translation>Who is on duty</translation>
    </message>
    <message>
        <source>上岗</source>
        <translation>Go on duty</translation>
    </message>
    <message>
        <source>没有这个人。请从列表中选择;新同事请先在「人员」中登记。</source>
        <translation>There is no such person. Choose from the list; add new colleagues under &quot;Staff and roles&quot; first.</translation>
    </message>
</context>
<context>
    <name>Expected</name>
    <message>
        <source>预约名单(粘贴)</source>
        <translation>Expected visitors (paste)</translation>
    </message>
    <message>
        <source>每行一位:姓名 电话 单位 被访房号 被访人 到访时间。可从 Excel 直接复制粘贴。</source>
        <translation>One visitor a line: name, phone, company, room visited, host, time. You can paste straight from Excel.</translation>
    </message>
    <message>
        <source>预约名单</source>
        <translation>Expected visitors</translation>
    </message>
    <message>
        <source>张三 13800001111 蓝湾会展 18-06 周颖 11-23 14:30</source>
        <translation>Zhang San 13800001111 Blue Bay 18-06 Zhou Ying 11-23 14:30</translation>
    </message>
    <message>
        <source>全部存为预约</source>
        <translation>Pre-register all</translation>
    </message>
    <message>
        <source>已存 {n} 条预约</source>
        <translation>{n} expected visitors saved</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>一次最多导出 {limit} 行</source>
        <translation>At most {limit} rows at a time</translation>
    </message>
    <message>
        <source>列表有 {n} 行。请先筛选,或导出前 {limit} 行。</source>
        <translation>The list has {n} rows. Filter it first, or export the first {limit}.</translation>
    </message>
    <message>
        <source>导出前 {limit} 行</source>
        <translation>Export first {limit} rows</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>已导出到 {path}</source>
        <translation>Exported to {path}</translation>
    </message>
    <message>
        <source>没有导出</source>
        <translation>Not exported</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>请填写「{label}」。</source>
        <translation>Enter &quot;{label}&quot;.</translation>
    </message>
    <message>
        <source>Shift+Enter 换行</source>
        <translation>Shift+Enter for a new line</translation>
    </message>
    <message>
        <source>请选择「{label}」。</source>
        <translation>Choose &quot;{label}&quot;.</translation>
    </message>
    <message>
        <source>请确认「{label}」。</source>
        <translation>Tick &quot;{label}&quot; to confirm.</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>添加文件…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>添加文件</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>请填整数,例如 3。</source>
        <translation>Enter a whole number, for example 3.</translation>
    </message>
    <message>
        <source>金额请写成 12 或 12.50,最多两位小数。</source>
        <translation>Write an amount as 12 or 12.50, with two decimals at most.</translation>
    </message>
    <message>
        <source>日期请写成 11-22、1122 或 2026-11-22。</source>
        <translation>Write a date as 11-22, 1122 or 2026-11-22.</translation>
    </message>
    <message>
        <source>时间请写成 9:05、905 或 11-22 09:05。</source>
        <translation>Write a time as 9:05, 905 or 11-22 09:05.</translation>
    </message>
    <message>
        <source>加一行</source>
        <translation>Add a line</translation>
    </message>
    <message>
        <source>删本行</source>
        <translation>Delete line</translation>
    </message>
    <message>
        <source>Enter 下一格 · Ctrl+Delete 删行</source>
        <translation>Enter: next · Ctrl+Del: delete</translation>
    </message>
    <message>
        <source>第 {line} 行「{label}」:</source>
        <translation>Line {line}, &quot;{label}&quot;: </translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>草稿已保存 {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <source>返回 · {group}</source>
        <translation>Back · {group}</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>已恢复未保存的内容</source>
        <translation>Unsaved entries restored</translation>
    </message>
    <message>
        <source>请再看一下</source>
        <translation>Please check once more</translation>
    </message>
    <message>
        <source>无误,继续</source>
        <translation>It is right, go on</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>quick_guide.md</source>
        <translation>quick_guide_en.md</translation>
    </message>
    <message>
        <source>快速指南</source>
        <translation>Quick guide</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>没有打印机</source>
        <translation>No printer</translation>
    </message>
    <message>
        <source>请先连接并安装打印机,再打印快速指南。</source>
        <translation>Connect and install a printer first, then print the quick guide.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>查看 {no}</source>
        <translation>View {no}</translation>
    </message>
    <message>
        <source>修改记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>—— 修改记录 ——</source>
        <translation>—— History ——</translation>
    </message>
    <message>
        <source>关联记录</source>
        <translation>Linked records</translation>
    </message>
    <message>
        <source>Enter 或双击打开</source>
        <translation>Enter or a double-click opens it</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>单据 {no} 已存档,打印 {count} 次</source>
        <translation>Document {no} archived, printed {count} times</translation>
    </message>
    <message>
        <source>原因:{reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>{label}:{old} → {new}</source>
        <translation>{label}: {old} → {new}</translation>
    </message>
</context>
<context>
    <name>Holidays</name>
    <message>
        <source>放假</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>上班(调休)</source>
        <translation>Make-up workday</translation>
    </message>
    <message>
        <source>{year} 年放假安排未录全</source>
        <translation>Holidays of {year} not complete</translation>
    </message>
    <message>
        <source>{day} 不是工作日</source>
        <translation>{day} is not a working day</translation>
    </message>
    <message>
        <source>{day} 已在表中({kind})。要改请先删去那一行。</source>
        <translation>{day} is already listed ({kind}). To change it, delete that line first.</translation>
    </message>
    <message>
        <source>这天是周一至周五,本来就上班,不用登记调休。</source>
        <translation>This is a Monday to Friday, a working day anyway; no need to enter it.</translation>
    </message>
    <message>
        <source>{year} 年还没有任何一天,请先录入国务院的放假通知。</source>
        <translation>There is no day for {year} yet. Enter the State Council&apos;s holiday notice first.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>放假还是上班</source>
        <translation>Off or working</translation>
    </message>
    <message>
        <source>名称,例如:春节</source>
        <translation>Name, for example: Spring Festival</translation>
    </message>
    <message>
        <source>星期</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>节假日与调休</source>
        <translation>Holidays and working days</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>增加一天</source>
        <translation>Add a day</translation>
    </message>
    <message>
        <source>删去这一天</source>
        <translation>Delete this day</translation>
    </message>
    <message>
        <source>本年已录全 / 未录全</source>
        <translation>Year complete / incomplete</translation>
    </message>
    <message>
        <source>增加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>没有修改</source>
        <translation>Not changed</translation>
    </message>
    <message>
        <source>一 二 三 四 五 六 日</source>
        <translation>Mon Tue Wed Thu Fri Sat Sun</translation>
    </message>
    <message>
        <source>{year} 年已录全,工作日按此表计算。</source>
        <translation>{year} is complete; working days are counted by this table.</translation>
    </message>
    <message>
        <source>{year} 年未录全:落在这一年的工作日只按周末推算,到期时间会注明。请按国务院放假通知录入。</source>
        <translation>{year} is incomplete: its working days are counted by weekends only, and deadlines say so. Enter the State Council&apos;s notice.</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>居民身份证</source>
        <translation>Resident ID card</translation>
    </message>
    <message>
        <source>港澳台居民居住证</source>
        <translation>HK/Macao/Taiwan residence permit</translation>
    </message>
    <message>
        <source>外国人永久居留身份证</source>
        <translation>Foreign permanent resident ID card</translation>
    </message>
    <message>
        <source>外国人永久居留证(2017 版)</source>
        <translation>Foreign permanent resident permit (2017)</translation>
    </message>
    <message>
        <source>港澳居民来往内地通行证</source>
        <translation>Mainland travel permit (HK/Macao)</translation>
    </message>
    <message>
        <source>台湾居民来往大陆通行证</source>
        <translation>Mainland travel permit (Taiwan)</translation>
    </message>
    <message>
        <source>护照</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>军官证、警官证</source>
        <translation>Military or police ID</translation>
    </message>
    <message>
        <source>驾驶证</source>
        <translation>Driving licence</translation>
    </message>
    <message>
        <source>工作证</source>
        <translation>Work ID</translation>
    </message>
    <message>
        <source>请填写证件号码。</source>
        <translation>Enter the ID number.</translation>
    </message>
    <message>
        <source>15 位居民身份证已停用,请核对 18 位新证。</source>
        <translation>15-digit resident ID cards are no longer valid. Ask for the new 18-digit card.</translation>
    </message>
    <message>
        <source>证件号码应为 18 位,前 17 位为数字,末位为数字或 X。</source>
        <translation>An ID number has 18 characters: 17 digits, then a digit or X.</translation>
    </message>
    <message>
        <source>港澳台居民居住证应以 810000、820000 或 830000 开头。</source>
        <translation>A HK/Macao/Taiwan residence permit starts with 810000, 820000 or 830000.</translation>
    </message>
    <message>
        <source>这是港澳台居民居住证的号码,请改选证件类型。</source>
        <translation>This is the number of a HK/Macao/Taiwan residence permit. Choose that kind of ID.</translation>
    </message>
    <message>
        <source>9 开头是外国人永久居留身份证的号码,请改选证件类型。</source>
        <translation>A number starting with 9 is a foreign permanent resident ID card. Choose that kind of ID.</translation>
    </message>
    <message>
        <source>证件号码前两位不是省级代码,请核对。</source>
        <translation>The first two digits are no province code. Please check.</translation>
    </message>
    <message>
        <source>证件号码中的出生日期不存在,请核对。</source>
        <translation>The date of birth in the ID number does not exist. Please check.</translation>
    </message>
    <message>
        <source>证件号码中的出生日期晚于今天,请核对。</source>
        <translation>The date of birth in the ID number is after today. Please check.</translation>
    </message>
    <message>
        <source>证件号码校验不符,请核对;确实无误可填写原因后继续。</source>
        <translation>The check digit of the ID number does not fit. Please check; if it is right, give a reason and go on.</translation>
    </message>
    <message>
        <source>外国人永久居留身份证应为 18 位,以 9 开头。</source>
        <translation>A foreign permanent resident ID card has 18 digits, the first a 9.</translation>
    </message>
    <message>
        <source>2017 版永久居留证应为 3 位字母加 12 位数字。</source>
        <translation>A 2017 permanent resident permit has 3 letters and 12 digits.</translation>
    </message>
    <message>
        <source>港澳居民来往内地通行证应为 H 或 M 加 8 至 10 位数字。</source>
        <translation>A mainland travel permit (HK/Macao) is H or M and 8 to 10 digits.</translation>
    </message>
    <message>
        <source>台湾居民来往大陆通行证应为 8 位或 10 位数字。</source>
        <translation>A mainland travel permit (Taiwan) has 8 or 10 digits.</translation>
    </message>
    <message>
        <source>护照号码应为 5 至 15 位字母或数字。</source>
        <translation>A passport number has 5 to 15 letters or digits.</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>超过 {limit} 行不排序,请先筛选。</source>
        <translation>More than {limit} rows are not sorted. Filter first.</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>复制「{text}」</source>
        <translation>Copy &quot;{text}&quot;</translation>
    </message>
    <message>
        <source>这里现在没有记录。</source>
        <translation>Nothing here at the moment.</translation>
    </message>
    <message>
        <source>没有符合筛选的记录。</source>
        <translation>Nothing matches the filter.</translation>
    </message>
    <message>
        <source>还没有记录。</source>
        <translation>No records yet.</translation>
    </message>
    <message>
        <source>筛选  F3</source>
        <translation>Filter  F3</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>Machine</name>
    <message>
        <source>现在是「{state}」,不能{verb}。{rest}</source>
        <translation>Not possible while &quot;{state}&quot;: {verb}. {rest}</translation>
    </message>
    <message>
        <source>可以做的是:{possible}。</source>
        <translation>Possible now: {possible}.</translation>
    </message>
    <message>
        <source>这一单已经结束;如需再办请新开一单。</source>
        <translation>This one is finished; if needed, make a new one.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>楼宇与客户名册…</source>
        <translation>Building and customer roster…</translation>
    </message>
    <message>
        <source>交牌签离 (Ctrl+B)…</source>
        <translation>Sign out by badge (Ctrl+B)…</translation>
    </message>
    <message>
        <source>预约名单(粘贴)…</source>
        <translation>Expected visitors (paste)…</translation>
    </message>
    <message>
        <source>人员与岗位…</source>
        <translation>Staff and roles…</translation>
    </message>
    <message>
        <source>访客牌与工牌…</source>
        <translation>Badges…</translation>
    </message>
    <message>
        <source>节假日与调休…</source>
        <translation>Holidays and working days…</translation>
    </message>
    <message>
        <source>月报(Excel)…</source>
        <translation>Monthly report (Excel)…</translation>
    </message>
    <message>
        <source>备份与核对…</source>
        <translation>Backup and checks…</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>快速指南 (F1)</source>
        <translation>Quick guide (F1)</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>其他(请写明)</source>
        <translation>Other (please say)</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>补充说明</source>
        <translation>More about it</translation>
    </message>
    <message>
        <source>原因 *</source>
        <translation>Reason *</translation>
    </message>
    <message>
        <source>请写明原因。</source>
        <translation>Please give the reason.</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>金额应为数字,例如 1,000.00。</source>
        <translation>An amount is a number, for example 1,000.00.</translation>
    </message>
    <message>
        <source>金额最多两位小数,到分为止。</source>
        <translation>An amount has two decimals at most.</translation>
    </message>
    <message>
        <source>金额不能超过 {limit} 元。</source>
        <translation>An amount cannot exceed ¥{limit}.</translation>
    </message>
    <message>
        <source>金额不能为负数。</source>
        <translation>An amount cannot be negative.</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source>月报(Excel)</source>
        <translation>Monthly report (Excel)</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>写好后可直接发给经理:封面指标与图表,每个登记一页,个人信息已掩码。</source>
        <translation>Ready to send to the manager: a cover with figures and charts, a sheet for each register, personal data masked.</translation>
    </message>
    <message>
        <source>生成…</source>
        <translation>Create…</translation>
    </message>
    <message>
        <source>保存月报</source>
        <translation>Save the monthly report</translation>
    </message>
    <message>
        <source>没有写成</source>
        <translation>Not written</translation>
    </message>
    <message>
        <source>正在写月报</source>
        <translation>Writing the monthly report</translation>
    </message>
    <message>
        <source>月报已写好:{path}</source>
        <translation>Monthly report written: {path}</translation>
    </message>
    <message>
        <source>月报已写好</source>
        <translation>Monthly report written</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>读不到打印字体 {path}，不能生成单据。请重新安装程序。</source>
        <translation>Cannot read the print font {path}; no documents can be made. Please reinstall the program.</translation>
    </message>
    <message>
        <source>本次使用程序自带的表单。</source>
        <translation>The program&apos;s own form is used this time.</translation>
    </message>
    <message>
        <source>文件太大</source>
        <translation>the file is too large</translation>
    </message>
    <message>
        <source>读不到:{error}</source>
        <translation>cannot be read: {error}</translation>
    </message>
    <message>
        <source>不是 UTF-8 编码;用记事本另存时请选 UTF-8</source>
        <translation>not UTF-8; choose UTF-8 when saving with Notepad</translation>
    </message>
    <message>
        <source>写法有误({error})</source>
        <translation>is written wrongly ({error})</translation>
    </message>
    <message>
        <source>括号套得太深</source>
        <translation>brackets nested too deep</translation>
    </message>
    <message>
        <source>左右边距之间不到 10 毫米</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只能是 {allowed},或毫米数,如 85.6x54(宽x高)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>超出纸的右边</source>
        <translation>runs over the right edge of the paper</translation>
    </message>
    <message>
        <source>超出纸的下边</source>
        <translation>runs over the lower edge of the paper</translation>
    </message>
    <message>
        <source>四周各留 {mm:g} 毫米才能印裁切线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一张纸放不下:还差 {mm:.1f} 毫米</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各格 span 之和应为 {count}</source>
        <translation>the spans of the cells must add up to {count}</translation>
    </message>
    <message>
        <source>比文字还矮</source>
        <translation>lower than the text</translation>
    </message>
    <message>
        <source>圆圈比签字栏还高</source>
        <translation>the circle is higher than the signature block</translation>
    </message>
    <message>
        <source>联次名称重复:{name}</source>
        <translation>duplicate copy name: {name}</translation>
    </message>
    <message>
        <source>右边至少留 {mm:g} 毫米印联次名称</source>
        <translation>leave at least {mm:g} mm at the right for the copy&apos;s name</translation>
    </message>
    <message>
        <source>没有这一联:{name}</source>
        <translation>no such copy: {name}</translation>
    </message>
    <message>
        <source>没有这个字段:{name};可用:{known}</source>
        <translation>no such field: {name}; there are: {known}</translation>
    </message>
    <message>
        <source>字段重复:{name}</source>
        <translation>duplicate field: {name}</translation>
    </message>
    <message>
        <source>一张表单只能有一个清单表格</source>
        <translation>a form can have one list only</translation>
    </message>
    <message>
        <source>卡片上不能有清单表格</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标签太宽,填写的地方不够</source>
        <translation>the label is too wide; no room to fill in</translation>
    </message>
    <message>
        <source>太窄,签字的地方不够</source>
        <translation>too narrow to sign in</translation>
    </message>
    <message>
        <source>每一联至少要有一列</source>
        <translation>every copy needs at least one column</translation>
    </message>
    <message>
        <source>有的列太窄</source>
        <translation>some columns are too narrow</translation>
    </message>
    <message>
        <source>超出下边距</source>
        <translation>runs over the lower margin</translation>
    </message>
    <message>
        <source>版面放不下:还差 {mm:.1f} 毫米;请减小行高或间距</source>
        <translation>does not fit: {mm:.1f} mm short; make rows or gaps smaller</translation>
    </message>
    <message>
        <source>压在表格区域(body)上</source>
        <translation>covers the table area (body)</translation>
    </message>
    <message>
        <source>表单文件 {path} 有误:{key}:{reason}</source>
        <translation>The form file {path} is wrong: {key}: {reason}</translation>
    </message>
    <message>
        <source>应为一组设置</source>
        <translation>must be a group of settings</translation>
    </message>
    <message>
        <source>应为带引号的文字</source>
        <translation>must be text in quotes</translation>
    </message>
    <message>
        <source>不能为空</source>
        <translation>must not be empty</translation>
    </message>
    <message>
        <source>不能超过 {count} 个字</source>
        <translation>must not exceed {count} characters</translation>
    </message>
    <message>
        <source>应为数字,不加引号</source>
        <translation>must be a number without quotes</translation>
    </message>
    <message>
        <source>应在 {low:g} 到 {high:g} 之间</source>
        <translation>must be from {low:g} to {high:g}</translation>
    </message>
    <message>
        <source>应为整数</source>
        <translation>must be a whole number</translation>
    </message>
    <message>
        <source>只能写 true(是)或 false(否)</source>
        <translation>write true or false only</translation>
    </message>
    <message>
        <source>只能是 {allowed} 之一</source>
        <translation>must be one of {allowed}</translation>
    </message>
    <message>
        <source>应为方括号里的一列文字</source>
        <translation>must be a list of texts in square brackets</translation>
    </message>
    <message>
        <source>有重复</source>
        <translation>has duplicates</translation>
    </message>
    <message>
        <source>应为方括号里的一列数字</source>
        <translation>must be a list of numbers in square brackets</translation>
    </message>
    <message>
        <source>应为一列设置,写作 [[{name}]]</source>
        <translation>must be a list of settings, written [[{name}]]</translation>
    </message>
    <message>
        <source>应有 {least} 到 {most} 项</source>
        <translation>must have {least} to {most} items</translation>
    </message>
    <message>
        <source>应为若干行,每行是方括号里的一列 {…}</source>
        <translation>must be lines, each a list of {…} in square brackets</translation>
    </message>
    <message>
        <source>没有这个设置;这里可以写:{known}</source>
        <translation>no such setting; allowed here: {known}</translation>
    </message>
    <message>
        <source>缺少这个设置</source>
        <translation>this setting is missing</translation>
    </message>
</context>
<context>
    <name>Paths</name>
    <message>
        <source>无法写入数据文件夹 {path}({reason})。请换一个文件夹(--data-dir)或检查权限。</source>
        <translation>Cannot write to the data folder {path} ({reason}). Choose another folder (--data-dir) or check permissions.</translation>
    </message>
    <message>
        <source>设置文件 {path} 无法读取({reason})。请改正或删除它后再启动。</source>
        <translation>Cannot read the settings file {path} ({reason}). Correct or delete it, then start again.</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>前台客服</source>
        <translation>Front desk</translation>
    </message>
    <message>
        <source>当班负责人</source>
        <translation>Duty lead</translation>
    </message>
    <message>
        <source>客服主管</source>
        <translation>Customer service supervisor</translation>
    </message>
    <message>
        <source>经理</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>工程主管</source>
        <translation>Chief engineer</translation>
    </message>
    <message>
        <source>维修工</source>
        <translation>Technician</translation>
    </message>
    <message>
        <source>门岗</source>
        <translation>Gate guard</translation>
    </message>
    <message>
        <source>安保主管</source>
        <translation>Security lead</translation>
    </message>
    <message>
        <source>收费员</source>
        <translation>Cashier</translation>
    </message>
    <message>
        <source>文档管理员</source>
        <translation>Archivist</translation>
    </message>
    <message>
        <source>系统管理员</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>还没有选择值班人。请先点右上角选择当班人员。</source>
        <translation>Nobody is on duty yet. Click at the top right to choose who is.</translation>
    </message>
    <message>
        <source>{name} 没有这项权限,需由{roles}操作。请换人后再试。</source>
        <translation>{name} may not do this; it takes: {roles}. Change who is on duty and try again.</translation>
    </message>
    <message>
        <source>请填写姓名。</source>
        <translation>Enter the name.</translation>
    </message>
    <message>
        <source>请填写工号。</source>
        <translation>Enter the staff number.</translation>
    </message>
    <message>
        <source>请至少选择一个岗位。</source>
        <translation>Choose at least one role.</translation>
    </message>
    <message>
        <source>工号 {code} 已被使用,请换一个。</source>
        <translation>Staff number {code} is taken. Choose another.</translation>
    </message>
    <message>
        <source>请填写姓名并至少选择一个岗位。</source>
        <translation>Enter the name and choose at least one role.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>在职</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>人员与岗位</source>
        <translation>Staff and roles</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>新增人员</source>
        <translation>Add a member of staff</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>修改人员</source>
        <translation>Change a member of staff</translation>
    </message>
    <message>
        <source>离职</source>
        <translation>Left</translation>
    </message>
</context>
<context>
    <name>Phones</name>
    <message>
        <source>电话应为 11 位手机号,或区号-号码-分机,例如 0755-88886666-801,请核对。</source>
        <translation>A phone is an 11-digit mobile number, or area code-number-extension such as 0755-88886666-801. Please check.</translation>
    </message>
</context>
<context>
    <name>Plates</name>
    <message>
        <source>车牌应为 7 位,新能源 8 位;港澳、使领馆、警车可勾选「其他」后照录</source>
        <translation>A plate has 7 characters, new-energy ones 8; for Hong Kong, Macao, consular or police plates tick &quot;Other&quot; and copy it</translation>
    </message>
</context>
<context>
    <name>Premises</name>
    <message>
        <source>房号</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>楼层</source>
        <translation>Floor</translation>
    </message>
    <message>
        <source>使用人</source>
        <translation>Used by</translation>
    </message>
    <message>
        <source>业主</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>楼宇与客户名册</source>
        <translation>Building and customer roster</translation>
    </message>
    <message>
        <source>查找房号、单位、联系人、电话</source>
        <translation>Find room, company, contact, phone</translation>
    </message>
    <message>
        <source>查找房号、单位、联系人、电话,可用首字母</source>
        <translation>Find room, company, contact, phone; initials will do</translation>
    </message>
    <message>
        <source>房间详情</source>
        <translation>Room details</translation>
    </message>
    <message>
        <source>导入名册…</source>
        <translation>Import roster…</translation>
    </message>
    <message>
        <source>生成空白模板…</source>
        <translation>Blank template…</translation>
    </message>
    <message>
        <source>导出名册…</source>
        <translation>Export roster…</translation>
    </message>
    <message>
        <source>选择名册</source>
        <translation>Choose a roster</translation>
    </message>
    <message>
        <source>没有导入</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>请先选择值班人。</source>
        <translation>Choose who is on duty first.</translation>
    </message>
    <message>
        <source>正在导入名册</source>
        <translation>Importing the roster</translation>
    </message>
    <message>
        <source>名册模板.xlsx</source>
        <translation>Roster template.xlsx</translation>
    </message>
    <message>
        <source>名册.xlsx</source>
        <translation>Roster.xlsx</translation>
    </message>
    <message>
        <source>保存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>已保存到 {path}</source>
        <translation>Saved to {path}</translation>
    </message>
    <message>
        <source>导入已取消</source>
        <translation>Import cancelled</translation>
    </message>
    <message>
        <source>导入完成</source>
        <translation>Import finished</translation>
    </message>
    <message>
        <source>共 {total} 间,显示 {n} 间</source>
        <translation>{n} of {total} rooms shown</translation>
    </message>
    <message>
        <source>还没有房间。先「生成空白模板」,填好后「导入名册」;已有的 Excel 名册可直接导入。</source>
        <translation>No rooms yet. Make a &quot;Blank template&quot;, fill it in and &quot;Import roster&quot;; an Excel roster you have can be imported as it is.</translation>
    </message>
    <message>
        <source>租户</source>
        <translation>Tenant</translation>
    </message>
    <message>
        <source>提示:欠费 {amount} 元(只提示,不影响办理)</source>
        <translation>Note: ¥{amount} in arrears (for information only)</translation>
    </message>
    <message>
        <source>[授权签字人]</source>
        <translation>[authorised signatory]</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>预览 {number}</source>
        <translation>Preview {number}</translation>
    </message>
    <message>
        <source>可先「另存为 PDF」,接好打印机后再补打;单据已保存,不会丢失。</source>
        <translation>&quot;Save as PDF&quot; for now and reprint once a printer is connected; the document is saved and will not be lost.</translation>
    </message>
    <message>
        <source>没有找到打印机</source>
        <translation>No printer found</translation>
    </message>
    <message>
        <source>打印 {number}</source>
        <translation>Print {number}</translation>
    </message>
    <message>
        <source>重打</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>打印出来了</source>
        <translation>It came out</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>No</translation>
    </message>
    <message>
        <source>没有打印出来</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>请看一眼打印机:{number} 共 {count} 页。</source>
        <translation>Please look at the printer: {number}, {count} page(s).</translation>
    </message>
    <message>
        <source>打印出来了吗?</source>
        <translation>Did it come out?</translation>
    </message>
    <message>
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>单据预览</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>打印机没有接受任务,请检查电源、纸张和连接后重打。</source>
        <translation>The printer did not take the job. Check power, paper and cable, then print again.</translation>
    </message>
    <message>
        <source>打印机中途停下,请检查纸张后重打。</source>
        <translation>The printer stopped halfway. Check the paper and print again.</translation>
    </message>
    <message>
        <source>打印机报告出错,请检查后重打。</source>
        <translation>The printer reports an error. Check it and print again.</translation>
    </message>
    <message>
        <source>无法写入 {path}:{why}。请换一个文件夹,或检查磁盘空间和权限。</source>
        <translation>Cannot write to {path}: {why}. Choose another folder, or check disk space and permissions.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>还没有可打印的单据</source>
        <translation>Nothing to print yet</translation>
    </message>
    <message>
        <source>请先开具,再打印。</source>
        <translation>Issue it first, then print.</translation>
    </message>
    <message>
        <source>没有打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>{no} 已打印</source>
        <translation>{no} printed</translation>
    </message>
</context>
<context>
    <name>Punctuation</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>数量应为数字,例如 3 或 2.5。</source>
        <translation>A quantity is a number, for example 3 or 2.5.</translation>
    </message>
    <message>
        <source>数量应大于 0。</source>
        <translation>A quantity must be more than 0.</translation>
    </message>
    <message>
        <source>数量不能超过 {limit}。</source>
        <translation>A quantity cannot exceed {limit}.</translation>
    </message>
    <message>
        <source>数量最多 {decimals} 位小数。</source>
        <translation>A quantity has {decimals} decimals at most.</translation>
    </message>
</context>
<context>
    <name>ReleaseSlips</name>
    <message>
        <source>第 {n} 行:请填写物品名称。</source>
        <translation>Line {n}: enter the item.</translation>
    </message>
    <message>
        <source>第 {n} 行:请填写数量。</source>
        <translation>Line {n}: enter the quantity.</translation>
    </message>
    <message>
        <source>开具并打印</source>
        <translation>Issue and print</translation>
    </message>
    <message>
        <source>存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>认可方式</source>
        <translation>Consent given by</translation>
    </message>
    <message>
        <source>所拨的档案号码</source>
        <translation>Number on file dialled</translation>
    </message>
    <message>
        <source>认可人</source>
        <translation>Consent from</translation>
    </message>
    <message>
        <source>凭据(授权书、传真存放处)</source>
        <translation>Evidence, where kept</translation>
    </message>
    <message>
        <source>当班负责人</source>
        <translation>Duty lead</translation>
    </message>
    <message>
        <source>夜班一人值守原因</source>
        <translation>Why one person at night</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason for voiding</translation>
    </message>
    <message>
        <source>复核人</source>
        <translation>Reviewed by</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>三联都已收回</source>
        <translation>All copies taken back</translation>
    </message>
    <message>
        <source>拒放的门岗</source>
        <translation>Guard who refused</translation>
    </message>
    <message>
        <source>哪个门岗</source>
        <translation>Which gate</translation>
    </message>
    <message>
        <source>哪里不符</source>
        <translation>What does not match</translation>
    </message>
    <message>
        <source>开放行条</source>
        <translation>New release slip</translation>
    </message>
    <message>
        <source>已开具</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>已提交</source>
        <translation>submitted</translation>
    </message>
    <message>
        <source>放弃草稿</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>已放弃</source>
        <translation>discarded</translation>
    </message>
    <message>
        <source>过期未使用:联系结果</source>
        <translation>Expired unused: what they said</translation>
    </message>
    <message>
        <source>已登记未使用</source>
        <translation>noted as unused</translation>
    </message>
    <message>
        <source>已补审</source>
        <translation>reviewed</translation>
    </message>
    <message>
        <source>草稿已存</source>
        <translation>draft saved</translation>
    </message>
    <message>
        <source>继续办理这张草稿</source>
        <translation>Continue this draft</translation>
    </message>
    <message>
        <source>已撤回,可以修改</source>
        <translation>withdrawn; it can be changed</translation>
    </message>
    <message>
        <source>业主认可已登记</source>
        <translation>owner&apos;s consent recorded</translation>
    </message>
    <message>
        <source>业主认可(只拨档案登记的号码)</source>
        <translation>Owner&apos;s consent (call a number on file only)</translation>
    </message>
    <message>
        <source>{no} 已开具</source>
        <translation>{no} issued</translation>
    </message>
    <message>
        <source>当班负责人签章并开具</source>
        <translation>Duty lead signs and issues</translation>
    </message>
    <message>
        <source>{no} 已作废</source>
        <translation>{no} voided</translation>
    </message>
    <message>
        <source>作废 {no}</source>
        <translation>Void {no}</translation>
    </message>
    <message>
        <source>要复制重开一张吗?</source>
        <translation>Make a copy to issue anew?</translation>
    </message>
    <message>
        <source>{no} 门岗拒放,原单作废</source>
        <translation>{no} refused at the gate; the slip is void</translation>
    </message>
    <message>
        <source>门岗拒放(物单不符)</source>
        <translation>Refused at the gate (goods do not match)</translation>
    </message>
    <message>
        <source>已复制为草稿</source>
        <translation>copied as a draft</translation>
    </message>
    <message>
        <source>没有打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>须业主认可</source>
        <translation>Owner&apos;s consent needed</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>规格 / 颜色</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>业主认可</source>
        <translation>Owner&apos;s consent</translation>
    </message>
    <message>
        <source>搬运与时间</source>
        <translation>Moving and time</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>房号 / 搬出单位</source>
        <translation>Room / customer</translation>
    </message>
    <message>
        <source>放行类型</source>
        <translation>Kind of release</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>申请人身份</source>
        <translation>Applying as</translation>
    </message>
    <message>
        <source>已核验证件</source>
        <translation>ID checked</translation>
    </message>
    <message>
        <source>证件号码(只留后四位)</source>
        <translation>ID number (last 4 kept)</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>车运</source>
        <translation>By vehicle</translation>
    </message>
    <message>
        <source>用车运走,须填车牌</source>
        <translation>Yes, plate needed</translation>
    </message>
    <message>
        <source>车牌</source>
        <translation>Plate</translation>
    </message>
    <message>
        <source>物品清单</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>搬运人 / 单位</source>
        <translation>Carrier / company</translation>
    </message>
    <message>
        <source>通道</source>
        <translation>Way out</translation>
    </message>
    <message>
        <source>计划搬出</source>
        <translation>Planned from</translation>
    </message>
    <message>
        <source>不填即现在</source>
        <translation>Empty: now</translation>
    </message>
    <message>
        <source>至</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>不填即当日 24:00</source>
        <translation>Empty: until 24:00</translation>
    </message>
    <message>
        <source>货梯预约 / 门岗</source>
        <translation>Goods lift / gate</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>To return</translation>
    </message>
    <message>
        <source>物品须返回</source>
        <translation>The items must come back</translation>
    </message>
    <message>
        <source>预计返回日</source>
        <translation>Return by</translation>
    </message>
    <message>
        <source>装修许可证号</source>
        <translation>Fit-out permit no.</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>物品</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Pieces</translation>
    </message>
    <message>
        <source>申请身份</source>
        <translation>Applying as</translation>
    </message>
    <message>
        <source>业主认可方式</source>
        <translation>Owner&apos;s consent</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>门岗</source>
        <translation>Guard</translation>
    </message>
    <message>
        <source>放行时间</source>
        <translation>Released</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>回收日</source>
        <translation>Collected</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>过期与作废</source>
        <translation>Expired and void</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>业主认可…</source>
        <translation>Owner&apos;s consent…</translation>
    </message>
    <message>
        <source>签章开具…</source>
        <translation>Sign and issue…</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>撤回修改</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>门岗拒放…</source>
        <translation>Refused at gate…</translation>
    </message>
    <message>
        <source>作废…</source>
        <translation>Void…</translation>
    </message>
    <message>
        <source>复制重开</source>
        <translation>Copy as new</translation>
    </message>
    <message>
        <source>登记未使用…</source>
        <translation>Note as unused…</translation>
    </message>
    <message>
        <source>主管补审</source>
        <translation>Supervisor review</translation>
    </message>
    <message>
        <source>查看与修改记录</source>
        <translation>View and history</translation>
    </message>
    <message>
        <source>证件尾号</source>
        <translation>End of the ID number</translation>
    </message>
    <message>
        <source>核验说明</source>
        <translation>Note on the ID</translation>
    </message>
    <message>
        <source>认可时间</source>
        <translation>Consent at</translation>
    </message>
    <message>
        <source>核实认可的人</source>
        <translation>Consent checked by</translation>
    </message>
    <message>
        <source>负责人岗位</source>
        <translation>Role of the lead</translation>
    </message>
    <message>
        <source>一人值守</source>
        <translation>One person on duty</translation>
    </message>
    <message>
        <source>补审人</source>
        <translation>Reviewed by</translation>
    </message>
    <message>
        <source>补审时间</source>
        <translation>Reviewed at</translation>
    </message>
    <message>
        <source>开具时间</source>
        <translation>Issued at</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>未使用说明</source>
        <translation>Note on not being used</translation>
    </message>
    <message>
        <source>作废类别</source>
        <translation>Kind of voiding</translation>
    </message>
    <message>
        <source>作废复核人</source>
        <translation>Void reviewed by</translation>
    </message>
    <message>
        <source>有联次未收回</source>
        <translation>Copies not all back</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>当班负责人签章</source>
        <translation>Signed by duty lead</translation>
    </message>
    <message>
        <source>由来访起草</source>
        <translation>Drafted from a visit</translation>
    </message>
    <message>
        <source>由上门人员起草</source>
        <translation>Drafted from a contractor</translation>
    </message>
    <message>
        <source>放行条</source>
        <translation>Release slips</translation>
    </message>
    <message>
        <source>放行待办</source>
        <translation>Slips to do</translation>
    </message>
    <message>
        <source>放行条未用</source>
        <translation>Unused slips</translation>
    </message>
    <message>
        <source>还没有放行条。按 F2 开第一张,先填房号。</source>
        <translation>No release slips yet. Press F2 for the first one and start with the room.</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>待业主认可</source>
        <translation>Consent due</translation>
    </message>
    <message>
        <source>待负责人签章</source>
        <translation>Signature due</translation>
    </message>
    <message>
        <source>部分放行</source>
        <translation>Part released</translation>
    </message>
    <message>
        <source>已放行</source>
        <translation>Released</translation>
    </message>
    <message>
        <source>已回收</source>
        <translation>Collected</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>门岗拒放</source>
        <translation>Gate refused</translation>
    </message>
    <message>
        <source>登记业主认可</source>
        <translation>Record the owner&apos;s consent</translation>
    </message>
    <message>
        <source>登记负责人签章</source>
        <translation>Record the lead&apos;s signature</translation>
    </message>
    <message>
        <source>开具</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>登记门岗拒放</source>
        <translation>Record a refusal at the gate</translation>
    </message>
    <message>
        <source>分批放行</source>
        <translation>Release in part</translation>
    </message>
    <message>
        <source>放行</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>回收</source>
        <translation>Collect</translation>
    </message>
    <message>
        <source>核对关闭</source>
        <translation>Check and close</translation>
    </message>
    <message>
        <source>过期</source>
        <translation>Expire</translation>
    </message>
    <message>
        <source>草稿-{number:04d}</source>
        <translation>DRAFT-{number:04d}</translation>
    </message>
    <message>
        <source>请填写房号或搬出单位,可输入首字母。</source>
        <translation>Enter the room or the customer; initials will do.</translation>
    </message>
    <message>
        <source>请选择放行类型。</source>
        <translation>Choose the kind of release.</translation>
    </message>
    <message>
        <source>请填写申请人。</source>
        <translation>Enter the applicant.</translation>
    </message>
    <message>
        <source>请选择申请人的身份。</source>
        <translation>Choose who the applicant is.</translation>
    </message>
    <message>
        <source>申请人须到场核验:请选择看过的证件。</source>
        <translation>The applicant must show an ID here: choose the one you saw.</translation>
    </message>
    <message>
        <source>请填写申请人的联系电话。</source>
        <translation>Enter the applicant&apos;s phone.</translation>
    </message>
    <message>
        <source>请填写物品清单,至少一行。</source>
        <translation>Enter at least one item.</translation>
    </message>
    <message>
        <source>车运须填写车牌。</source>
        <translation>A vehicle needs its plate.</translation>
    </message>
    <message>
        <source>施工单位搬出材料工具,请填写装修许可证号。</source>
        <translation>For contractors&apos; materials and tools, enter the fit-out permit number.</translation>
    </message>
    <message>
        <source>须返回的物品请填写预计返回日。</source>
        <translation>For items that must come back, enter the date.</translation>
    </message>
    <message>
        <source>工作证只用于租户员工和授权签字人,请核验身份证件。</source>
        <translation>A work ID will do only for tenant staff and authorised signatories. Please check an identity document.</translation>
    </message>
    <message>
        <source>请填写计划搬出时间,例如 14:00。</source>
        <translation>Enter when the move is planned, for example 14:00.</translation>
    </message>
    <message>
        <source>结束时间应晚于开始时间。</source>
        <translation>The end must be after the start.</translation>
    </message>
    <message>
        <source>计划搬出时间已过,请撤回后改时间。</source>
        <translation>The planned time has passed. Withdraw the slip and change the time.</translation>
    </message>
    <message>
        <source>放行条当日有效,不能跨日;整租退场请选「搬家」。</source>
        <translation>A release slip is valid on its day only; for a tenant moving out choose &quot;Move-out&quot;.</translation>
    </message>
    <message>
        <source>搬家时段最长 {days} 天,请分开办理。</source>
        <translation>A move takes at most {days} days. Please divide it.</translation>
    </message>
    <message>
        <source>预计返回日已过,请核对。</source>
        <translation>The date of return has passed. Please check.</translation>
    </message>
    <message>
        <source>放行条当日有效,计划 {day:%m-%d} 搬出,请当天再开具。</source>
        <translation>A release slip is valid on its day; the move is planned for {day:%m-%d}. Please issue it on that day.</translation>
    </message>
    <message>
        <source>非业主搬出{kind}须经业主认可,请登记认可方式和认可人。</source>
        <translation>{kind} not taken out by the owner: the owner&apos;s consent is needed. Record how and by whom.</translation>
    </message>
    <message>
        <source>档案里没有业主的电话,不能电话确认;请改用其他方式。</source>
        <translation>There is no phone of the owner on file, so it cannot be confirmed by phone. Choose another way.</translation>
    </message>
    <message>
        <source>这一单不能用这种认可方式,请改选。</source>
        <translation>This slip cannot be consented to in this way. Choose another.</translation>
    </message>
    <message>
        <source>电话确认只能拨档案登记的号码,不能用来人提供的号码。请从列表中选择。</source>
        <translation>Call only a number on file, never one the caller gives. Choose from the list.</translation>
    </message>
    <message>
        <source>{name} 不在授权签字人名单里,请核对。</source>
        <translation>{name} is not among the authorised signatories. Please check.</translation>
    </message>
    <message>
        <source>请选择签章的当班负责人。</source>
        <translation>Choose the duty lead who signs.</translation>
    </message>
    <message>
        <source>{name} 不是当班负责人,请选当班负责人、主管或经理。</source>
        <translation>{name} is not a duty lead. Choose a duty lead, supervisor or manager.</translation>
    </message>
    <message>
        <source>跨日搬家须由客服主管或经理签章,请改选。</source>
        <translation>A move over several days is signed by the customer service supervisor or the manager. Choose one of them.</translation>
    </message>
    <message>
        <source>经办人与当班负责人不能是同一人,请改选。</source>
        <translation>Handler and duty lead cannot be the same person. Choose another.</translation>
    </message>
    <message>
        <source>夜班一人值守可由经办人兼任,请写明原因;次日由主管补审。</source>
        <translation>Alone at night the handler may sign too: say why; a supervisor reviews it the next day.</translation>
    </message>
    <message>
        <source>客梯只许带随身物品,请改走货梯;确需走客梯请写明原因。</source>
        <translation>Passenger lifts are for hand luggage only. Use the goods lift; if it must be the passenger lift, say why.</translation>
    </message>
    <message>
        <source>业主名册里没有「{name}」,请核对身份;确为业主请写明依据。</source>
        <translation>&quot;{name}&quot; is not in the roster of owners. Check who it is; if an owner, say on what grounds.</translation>
    </message>
    <message>
        <source>请选择作废原因。</source>
        <translation>Choose the reason for voiding.</translation>
    </message>
    <message>
        <source>原因选了「其他」,请写明。</source>
        <translation>The reason is &quot;Other&quot;: please say what.</translation>
    </message>
    <message>
        <source>请选择复核人。</source>
        <translation>Choose who reviews it.</translation>
    </message>
    <message>
        <source>{name} 不能复核:同班作废由当班负责人复核。</source>
        <translation>{name} cannot review this: within the shift, the duty lead reviews a void.</translation>
    </message>
    <message>
        <source>{name} 不能复核:跨班作废由客服主管或经理复核。</source>
        <translation>{name} cannot review this: in another shift, the customer service supervisor or the manager reviews a void.</translation>
    </message>
    <message>
        <source>作废须由另一人复核;夜班一人值守请写明说明。</source>
        <translation>Voiding must be reviewed by another person; alone at night, explain in the note.</translation>
    </message>
    <message>
        <source>请填写拒放的门岗是谁。</source>
        <translation>Enter which guard refused.</translation>
    </message>
    <message>
        <source>请写明哪里不符,例如「单上 3 台,实有 2 台」。</source>
        <translation>Say what does not match, for example &quot;3 on the slip, 2 here&quot;.</translation>
    </message>
    <message>
        <source>现在是「{state}」,不能复制重开;要改内容请先作废。</source>
        <translation>It is &quot;{state}&quot; now and cannot be copied; to change it, void it first.</translation>
    </message>
    <message>
        <source>{no} 已重开为 {later},请在那一张上办理。</source>
        <translation>{no} was already issued anew as {later}. Go on with that one.</translation>
    </message>
    <message>
        <source>只有过期的放行条才登记未使用。</source>
        <translation>Only an expired release slip is noted as unused.</translation>
    </message>
    <message>
        <source>请写明联系结果,例如「改周一搬,未使用」。</source>
        <translation>Say what they told you, for example &quot;moving on Monday, not used&quot;.</translation>
    </message>
    <message>
        <source>这一单不需要补审。</source>
        <translation>This slip needs no review.</translation>
    </message>
    <message>
        <source>补审须由经办人以外的主管或经理进行。</source>
        <translation>The review is made by a supervisor or manager other than the handler.</translation>
    </message>
    <message>
        <source>{no} 还没有开具,没有可打印的单。</source>
        <translation>{no} is not issued yet; there is nothing to print.</translation>
    </message>
    <message>
        <source>已补打 {count} 次,再补打须由当班负责人操作。</source>
        <translation>Already reprinted {count} times; the duty lead must do any more.</translation>
    </message>
    <message>
        <source>大件物品</source>
        <translation>Bulky items</translation>
    </message>
    <message>
        <source>搬家(整租退场)</source>
        <translation>Move-out (tenant leaving)</translation>
    </message>
    <message>
        <source>装修材料工具</source>
        <translation>Fit-out materials and tools</translation>
    </message>
    <message>
        <source>贵重小件(单位证明)</source>
        <translation>Small valuables (company letter)</translation>
    </message>
    <message>
        <source>维修外送(须返回)</source>
        <translation>Out for repair (to return)</translation>
    </message>
    <message>
        <source>内部部门物品</source>
        <translation>Our own departments&apos; items</translation>
    </message>
    <message>
        <source>废旧物资</source>
        <translation>Scrap</translation>
    </message>
    <message>
        <source>业主本人</source>
        <translation>Owner in person</translation>
    </message>
    <message>
        <source>租户授权签字人</source>
        <translation>Tenant&apos;s authorised signatory</translation>
    </message>
    <message>
        <source>租户员工</source>
        <translation>Tenant&apos;s staff</translation>
    </message>
    <message>
        <source>受托人</source>
        <translation>Authorised agent</translation>
    </message>
    <message>
        <source>搬家公司</source>
        <translation>Removal company</translation>
    </message>
    <message>
        <source>施工单位</source>
        <translation>Contractor</translation>
    </message>
    <message>
        <source>货梯</source>
        <translation>Goods lift</translation>
    </message>
    <message>
        <source>客梯</source>
        <translation>Passenger lift</translation>
    </message>
    <message>
        <source>楼梯</source>
        <translation>Stairs</translation>
    </message>
    <message>
        <source>地库出口</source>
        <translation>Basement exit</translation>
    </message>
    <message>
        <source>现场签字</source>
        <translation>Signed here</translation>
    </message>
    <message>
        <source>书面授权</source>
        <translation>Written authorisation</translation>
    </message>
    <message>
        <source>电话确认(档案号码)</source>
        <translation>By phone (number on file)</translation>
    </message>
    <message>
        <source>盖章传真</source>
        <translation>Stamped fax</translation>
    </message>
    <message>
        <source>微信书面</source>
        <translation>WeChat message</translation>
    </message>
    <message>
        <source>授权签字人签字盖章</source>
        <translation>Signed and stamped by signatory</translation>
    </message>
    <message>
        <source>填写错误</source>
        <translation>Filled in wrongly</translation>
    </message>
    <message>
        <source>客户取消</source>
        <translation>Cancelled by customer</translation>
    </message>
    <message>
        <source>物单不符</source>
        <translation>Goods do not match</translation>
    </message>
    <message>
        <source>重复开具</source>
        <translation>Issued twice</translation>
    </message>
    <message>
        <source>打印损坏</source>
        <translation>Print spoilt</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>{name} 有欠费 {amount} 元,只作提示,不影响放行。</source>
        <translation>{name} is ¥{amount} in arrears; for information only, the release goes on.</translation>
    </message>
    <message>
        <source>今晚到期未用</source>
        <translation>Unused, ends tonight</translation>
    </message>
    <message>
        <source>昨日过期,请核对是否已用</source>
        <translation>Expired: used or not?</translation>
    </message>
    <message>
        <source>待主管补审</source>
        <translation>For supervisor review</translation>
    </message>
</context>
<context>
    <name>Renovations</name>
    <message>
        <source>有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>停工</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>已失效</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>没有装修许可证 {no}。请从列表中选择,或先办装修许可证。</source>
        <translation>There is no renovation permit {no}. Choose one from the list, or issue it first.</translation>
    </message>
    <message>
        <source>装修许可证 {no} {state}({reason}),不能据此办证。</source>
        <translation>Renovation permit {no}: {state} ({reason}); nothing can be issued under it.</translation>
    </message>
    <message>
        <source>装修许可证 {no} 的期限是 {starts} 至 {ends},{day} 不在期内。</source>
        <translation>Renovation permit {no} runs from {starts} to {ends}; {day} is outside it.</translation>
    </message>
</context>
<context>
    <name>Reprint</name>
    <message>
        <source>没有单号为 {no} 的已开具单据,请核对单号。</source>
        <translation>There is no issued document numbered {no}. Please check the number.</translation>
    </message>
    <message>
        <source>首次打印</source>
        <translation>first print</translation>
    </message>
    <message>
        <source>{path}({told})</source>
        <translation>{path} ({told})</translation>
    </message>
    <message>
        <source>无法写入 {path}({reason})。请换一个位置再试。</source>
        <translation>Cannot write {path} ({reason}). Choose another place and try again.</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>同一房间前面写的面积不同,按前面的。</source>
        <translation>The room has another area above; that one is kept.</translation>
    </message>
    <message>
        <source>这一行没有业主和租户,联系人、欠费、备注没有导入。</source>
        <translation>This line has neither owner nor tenant; contacts, arrears and remarks were not imported.</translation>
    </message>
    <message>
        <source>{name} 各行欠费不同,已合计为 {total} 元。</source>
        <translation>{name} has different arrears in several lines; they add up to ¥{total}.</translation>
    </message>
    <message>
        <source>{name} 前面写的电话不同,按前面的 {phone}。</source>
        <translation>{name} has another phone above; {phone} is kept.</translation>
    </message>
    <message>
        <source>与前面的 {name} 同名不同电话,按两个人处理,记为 {new}。</source>
        <translation>Same name as {name} above with another phone: taken as two people, the second as {new}.</translation>
    </message>
    <message>
        <source>第 {row} 行「{column}」:{reason}(没有导入){sheet}</source>
        <translation>Line {row}, &quot;{column}&quot;: {reason} (not imported){sheet}</translation>
    </message>
    <message>
        <source>第 {row} 行「{column}」:{reason}{sheet}</source>
        <translation>Line {row}, &quot;{column}&quot;: {reason}{sheet}</translation>
    </message>
    <message>
        <source>共 {rows} 行,导入房间 {done} 间:新增 {new},有变化 {changed},其余不变。</source>
        <translation>{rows} lines, {done} rooms imported: {new} new, {changed} changed, the rest as before.</translation>
    </message>
    <message>
        <source>业户新增 {new},有变化 {changed};退租或换业主 {ended}。</source>
        <translation>Customers: {new} new, {changed} changed; {ended} moved out or sold.</translation>
    </message>
    <message>
        <source>{bad} 行有问题,没有导入。</source>
        <translation>{bad} lines had errors and were not imported.</translation>
    </message>
    <message>
        <source>没有标题行的工作表未读:{names}。</source>
        <translation>Sheets without a heading row were not read: {names}.</translation>
    </message>
    <message>
        <source>已取消:前 {done} 间(共 {total} 间)已保存,再导入一次可继续。</source>
        <translation>Cancelled: the first {done} rooms (of {total}) are saved; import again to go on.</translation>
    </message>
    <message>
        <source>到期早于起租,请核对。</source>
        <translation>The end is before the start. Please check.</translation>
    </message>
    <message>
        <source>租约已到期,按已退租处理;仍在租请改到期日。</source>
        <translation>The lease has ended, so the tenant counts as moved out; if not, correct the end date.</translation>
    </message>
    <message>
        <source>单元格是公式错误 {text},请改正。</source>
        <translation>The cell holds the formula error {text}. Please correct it.</translation>
    </message>
    <message>
        <source>房号被 Excel 变成了日期 {day}。请把这一列设为文本,重新填写。</source>
        <translation>Excel turned the room into the date {day}. Format the column as text and enter it again.</translation>
    </message>
    <message>
        <source>缺房号,请填写,例如 15-08。</source>
        <translation>The room is missing; enter it, for example 15-08.</translation>
    </message>
    <message>
        <source>看不懂房号「{text}」,请写成 15-08。</source>
        <translation>Cannot read the room &quot;{text}&quot;; write it as 15-08.</translation>
    </message>
    <message>
        <source>项目有几栋楼,请填写是哪一栋。</source>
        <translation>The project has several buildings; enter which one.</translation>
    </message>
    <message>
        <source>楼栋和房号合起来最多 40 个字,请缩短。</source>
        <translation>Building and room together have at most 40 characters. Please shorten.</translation>
    </message>
    <message>
        <source>楼层写的是 {given},房号在 {found} 层,按房号。</source>
        <translation>The floor says {given}, the room is on floor {found}; the room counts.</translation>
    </message>
    <message>
        <source>一格里有几个房间,面积无法分到各间,没有导入面积。</source>
        <translation>Several rooms in one cell: the area cannot be divided and was not imported.</translation>
    </message>
    <message>
        <source>面积应为数字,例如 128.50。</source>
        <translation>An area is a number, for example 128.50.</translation>
    </message>
    <message>
        <source>日期应写成 2026-11-21。</source>
        <translation>Write dates as 2026-11-21.</translation>
    </message>
    <message>
        <source>有电话没有姓名,电话没有导入。</source>
        <translation>A phone without a name; the phone was not imported.</translation>
    </message>
    <message>
        <source>读不到文件 {path}({reason})。请检查文件名,或关闭正在打开它的程序。</source>
        <translation>Cannot read {path} ({reason}). Check the name, or close the program that has it open.</translation>
    </message>
    <message>
        <source>无法写入 {path}({reason})。请换一个位置,或关闭正在打开它的程序。</source>
        <translation>Cannot write {path} ({reason}). Choose another place, or close the program that has it open.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>项目名称</source>
        <translation>Project name</translation>
    </message>
    <message>
        <source>前台位置</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>服务中心名称(印在单据上)</source>
        <translation>Service centre (printed on documents)</translation>
    </message>
    <message>
        <source>白班开始</source>
        <translation>Day shift starts</translation>
    </message>
    <message>
        <source>S2 值班二; S3-1</source>
        <translation>S2 Duty II; S3-1</translation>
    </message>
    <message>
        <source>夜班开始</source>
        <translation>Night shift starts</translation>
    </message>
    <message>
        <source>S2 值班二</source>
        <translation>S2 Duty II</translation>
    </message>
    <message>
        <source>夜班开始(夏令)</source>
        <translation>Night shift starts (summer)</translation>
    </message>
    <message>
        <source>夏令作息起止(月-日至月-日)</source>
        <translation>Summer hours (month-day to month-day)</translation>
    </message>
    <message>
        <source>S2 值班二[K]</source>
        <translation>S2 Duty II [K]</translation>
    </message>
    <message>
        <source>扫码枪前缀</source>
        <translation>Scanner prefix</translation>
    </message>
    <message>
        <source>扫码枪后缀</source>
        <translation>Scanner suffix</translation>
    </message>
    <message>
        <source>单次导出行数上限</source>
        <translation>Rows in one export, at most</translation>
    </message>
    <message>
        <source>审批人不能是经办人</source>
        <translation>Approver must not handle the record</translation>
    </message>
    <message>
        <source>{label}应在 {least} 到 {most} 之间。</source>
        <translation>{label} must be from {least} to {most}.</translation>
    </message>
    <message>
        <source>{label}没有这个选项。</source>
        <translation>{label} has no such choice.</translation>
    </message>
    <message>
        <source>{label}应写成 08:30 这样的时间。</source>
        <translation>{label} must be a time such as 08:30.</translation>
    </message>
    <message>
        <source>上门人员定时确认间隔</source>
        <translation>Contractors are checked every</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>定时确认超时宽限</source>
        <translation>Grace for an overdue check</translation>
    </message>
    <message>
        <source>定时确认提前提示</source>
        <translation>Remind before a check</translation>
    </message>
    <message>
        <source>可调出的历史上门人员</source>
        <translation>Past contractors offered for</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>非业主搬出大件须业主认可</source>
        <translation>Bulky items not by the owner: owner&apos;s consent</translation>
    </message>
    <message>
        <source>非业主搬家须业主认可</source>
        <translation>Move-out not by the owner: owner&apos;s consent</translation>
    </message>
    <message>
        <source>非业主搬出装修材料须业主认可</source>
        <translation>Fit-out materials not by the owner: owner&apos;s consent</translation>
    </message>
    <message>
        <source>非业主维修外送须业主认可</source>
        <translation>Out for repair not by the owner: owner&apos;s consent</translation>
    </message>
    <message>
        <source>租户日常搬出大件可由授权签字人签字盖章</source>
        <translation>Tenant&apos;s daily bulky items: signatory&apos;s signature and stamp will do</translation>
    </message>
    <message>
        <source>放行条经办人与负责人不得为同一人</source>
        <translation>Handler and duty lead of a release slip must be two people</translation>
    </message>
    <message>
        <source>租户员工可凭工作证办理</source>
        <translation>Tenant&apos;s staff may apply with a work ID</translation>
    </message>
    <message>
        <source>施工单位搬出材料须填装修许可证号</source>
        <translation>Contractors&apos; materials need the fit-out permit number</translation>
    </message>
    <message>
        <source>搬家放行条最长时段</source>
        <translation>Longest release slip for a move-out</translation>
    </message>
    <message>
        <source>保存放行条申请人证件号码</source>
        <translation>Keep ID numbers of release slip applicants</translation>
    </message>
    <message>
        <source>前台可自行补打次数</source>
        <translation>Reprints the desk may make</translation>
    </message>
    <message>
        <source>放行条未用提醒时间</source>
        <translation>Reminder of unused release slips at</translation>
    </message>
    <message>
        <source>保存访客证件号码</source>
        <translation>Keep visitors&apos; ID numbers</translation>
    </message>
    <message>
        <source>非办公时间必须核验证件</source>
        <translation>ID must be checked out of office hours</translation>
    </message>
    <message>
        <source>电话与证件至少一项</source>
        <translation>Phone or ID, at least one</translation>
    </message>
    <message>
        <source>默认停留时间</source>
        <translation>Expected stay</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>夜间清场提醒时间</source>
        <translation>Evening clearing reminder at</translation>
    </message>
    <message>
        <source>可调出的历史访客</source>
        <translation>Past visitors offered for</translation>
    </message>
    <message>
        <source>大件物品(带出须办放行条)</source>
        <translation>Bulky items (taking out needs a release slip)</translation>
    </message>
    <message>
        <source>办公时间开始</source>
        <translation>Office hours start</translation>
    </message>
    <message>
        <source>办公时间结束</source>
        <translation>Office hours end</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>超时提醒声音</source>
        <translation>Sound when overdue</translation>
    </message>
    <message>
        <source>开</source>
        <translation>On</translation>
    </message>
    <message>
        <source>关(静音)</source>
        <translation>Off (muted)</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>前台</source>
        <translation>Front desk</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>外观、字号和语言在下次启动时生效。</source>
        <translation>Appearance, text size and language change at the next start.</translation>
    </message>
    <message>
        <source>设置已保存</source>
        <translation>Settings saved</translation>
    </message>
    <message>
        <source>{label}({unit})</source>
        <translation>{label} ({unit})</translation>
    </message>
    <message>
        <source>默认 {default};依据 {clause}</source>
        <translation>Default {default}; source {clause}</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>没有找到标题行(至少要有「{wanted}」一列)。请用程序导出的模板,或改正列名后再导入。</source>
        <translation>No heading row found (at least a column &quot;{wanted}&quot; is needed). Use the exported template, or correct the headings, and import again.</translation>
    </message>
    <message>
        <source>这个文件打不开,可能已损坏。请用 Excel 或 WPS 打开,另存为 .xlsx 后再导入。</source>
        <translation>This file cannot be opened and may be damaged. Open it in Excel or WPS, save it as .xlsx and import it.</translation>
    </message>
    <message>
        <source>这是旧版 .xls 或加了密码的文件。请用 Excel 或 WPS 另存为不加密的 .xlsx 后再导入。</source>
        <translation>This is an old .xls file or has a password. Save it with Excel or WPS as .xlsx without a password, then import it.</translation>
    </message>
    <message>
        <source>这不是 .xlsx 表格文件。请用 Excel 或 WPS 另存为 .xlsx 后再导入。</source>
        <translation>This is no .xlsx file. Save it with Excel or WPS as .xlsx, then import it.</translation>
    </message>
    <message>
        <source>表格太大,无法导入。请删去多余的工作表和图片,或分成几个文件。</source>
        <translation>The workbook is too large to import. Delete sheets and pictures not needed, or divide it into several files.</translation>
    </message>
    <message>
        <source>工作表「{sheet}」超过 {most} 行,请分成几个文件导入。</source>
        <translation>Sheet &quot;{sheet}&quot; has more than {most} rows. Please divide it into several files.</translation>
    </message>
</context>
<context>
    <name>Shifts</name>
    <message>
        <source>白班</source>
        <translation>Day shift</translation>
    </message>
    <message>
        <source>夜班</source>
        <translation>Night shift</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>访客</source>
        <translation>Visitors</translation>
    </message>
    <message>
        <source>放行与证件</source>
        <translation>Passes</translation>
    </message>
    <message>
        <source>上门人员</source>
        <translation>Contractors</translation>
    </message>
    <message>
        <source>放行条</source>
        <translation>Release slips</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>内容有 {length} 个字,最多 {limit} 个字,请删减。</source>
        <translation>The text has {length} characters, at most {limit} are allowed. Please shorten it.</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>超时</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>What</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>现在没有待办。按 F2 登记访客,或用 Ctrl+K 查找。</source>
        <translation>Nothing to do now. Press F2 to register a visitor, or Ctrl+K to find something.</translation>
    </message>
    <message>
        <source>第一步:导入楼宇名册(房号、业主、租户、联系人),登记时就能按房号和首字母查找。</source>
        <translation>First step: import the building roster (rooms, owners, tenants, contacts); then you can find by room and initials.</translation>
    </message>
    <message>
        <source>导入名册…</source>
        <translation>Import roster…</translation>
    </message>
    <message>
        <source>待办(按时间)</source>
        <translation>To do, by time</translation>
    </message>
    <message>
        <source>{first};另有 {n} 项超时,见「今日」</source>
        <translation>{first}; {n} more overdue, see Today</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>开具</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>冻结</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>持牌人</source>
        <translation>Badge holder</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>班次</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>发出时间</source>
        <translation>Given out</translation>
    </message>
    <message>
        <source>收回时间</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>审批环节</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>审批人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>审批意见</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>审批时间</source>
        <translation>Decided at</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attached file</translation>
    </message>
    <message>
        <source>附件类别</source>
        <translation>Kind of file</translation>
    </message>
    <message>
        <source>大小(字节)</source>
        <translation>Size (bytes)</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason for voiding</translation>
    </message>
    <message>
        <source>作废人</source>
        <translation>Voided by</translation>
    </message>
    <message>
        <source>作废时间</source>
        <translation>Voided at</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>编号不连续,中间有记录被删除</source>
        <translation>numbers are missing; records in between were deleted</translation>
    </message>
    <message>
        <source>与前一条接不上</source>
        <translation>does not follow from the one before</translation>
    </message>
    <message>
        <source>内容被改动过</source>
        <translation>the content was altered</translation>
    </message>
    <message>
        <source>修改明细被改动过或丢失</source>
        <translation>the details of a change were altered or lost</translation>
    </message>
    <message>
        <source>核对无误:修改记录 {changes} 条首尾相接,存档单据 {papers} 份与开具时一致。</source>
        <translation>All is well: {changes} history entries follow from one another, {papers} archived documents are as issued.</translation>
    </message>
    <message>
        <source>数据文件有损坏:{wrong}。请先备份整个数据文件夹,再从备份恢复。</source>
        <translation>The data file is damaged: {wrong}. Copy the whole data folder first, then restore a backup.</translation>
    </message>
    <message>
        <source>修改记录第 {id} 条不符({told}):{why}。请保留现场并报告经理。</source>
        <translation>History entry {id} does not fit ({told}): {why}. Leave all as it is and tell the manager.</translation>
    </message>
</context>
<context>
    <name>Visitors</name>
    <message>
        <source>登记并发牌</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>打印访客单</source>
        <translation>Print slip</translation>
    </message>
    <message>
        <source>存为预约</source>
        <translation>Pre-register</translation>
    </message>
    <message>
        <source>在场人员</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>实际离开时间</source>
        <translation>Actually left at</translation>
    </message>
    <message>
        <source>访客牌没有收回(挂失)</source>
        <translation>Badge not returned (lost)</translation>
    </message>
    <message>
        <source>强制签离原因</source>
        <translation>Reason for forced sign-out</translation>
    </message>
    <message>
        <source>被访人确认</source>
        <translation>Host&apos;s answer</translation>
    </message>
    <message>
        <source>确认人</source>
        <translation>Confirmed by</translation>
    </message>
    <message>
        <source>访客牌</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>登记访客</source>
        <translation>Register a visitor</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>registered</translation>
    </message>
    <message>
        <source>登记拒访</source>
        <translation>Refuse visit</translation>
    </message>
    <message>
        <source>已登记拒访</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>已登记未到</source>
        <translation>noted as no-show</translation>
    </message>
    <message>
        <source>作废登记</source>
        <translation>Void entry</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>voided</translation>
    </message>
    <message>
        <source>请先在列表中选择要打印的访客。</source>
        <translation>Choose the visitor to print in the list first.</translation>
    </message>
    <message>
        <source>已存为预约</source>
        <translation>pre-registered</translation>
    </message>
    <message>
        <source>预约 {no} 到访</source>
        <translation>Arrival of {no}</translation>
    </message>
    <message>
        <source>{no} {name} 已签离</source>
        <translation>{no} {name} signed out</translation>
    </message>
    <message>
        <source>来访时携带:{things}</source>
        <translation>Brought in: {things}</translation>
    </message>
    <message>
        <source>请与带出的物品核对。大件带出须办放行条。</source>
        <translation>Compare with what is taken out. Bulky items need a release slip.</translation>
    </message>
    <message>
        <source>带出,开放行条</source>
        <translation>Taken out: release slip</translation>
    </message>
    <message>
        <source>已核对,没有大件带出</source>
        <translation>Checked, nothing bulky</translation>
    </message>
    <message>
        <source>请与带出的物品核对。</source>
        <translation>Please compare with what is taken out.</translation>
    </message>
    <message>
        <source>已起草放行条</source>
        <translation>release slip drafted</translation>
    </message>
    <message>
        <source>{no} 已补签离</source>
        <translation>{no} late sign-out recorded</translation>
    </message>
    <message>
        <source>补签离</source>
        <translation>Late sign-out</translation>
    </message>
    <message>
        <source>{no} 已强制签离</source>
        <translation>{no} forced sign-out recorded</translation>
    </message>
    <message>
        <source>强制签离</source>
        <translation>Forced out</translation>
    </message>
    <message>
        <source>名单是空的,请先粘贴名单,一行一人。</source>
        <translation>The list is empty. Paste it first, one visitor a line.</translation>
    </message>
    <message>
        <source>名单超过 {most} 行,请分几次粘贴。</source>
        <translation>The list has more than {most} lines. Paste it in parts.</translation>
    </message>
    <message>
        <source>第 {n} 行「{line}」:{text}</source>
        <translation>Line {n} &quot;{line}&quot;: {text}</translation>
    </message>
    <message>
        <source>缺少访客姓名。</source>
        <translation>The visitor&apos;s name is missing.</translation>
    </message>
    <message>
        <source>缺少被访房号或被访人,应为:姓名 电话 单位 房号 被访人 日期 时间。</source>
        <translation>Room or host is missing; write: name, phone, company, room, host, date, time.</translation>
    </message>
    <message>
        <source>看不出到访时间,应为 14:30 或 11-23 14:30。</source>
        <translation>Cannot read the time; write 14:30 or 11-23 14:30.</translation>
    </message>
    <message>
        <source>没有 {time} 这个时间。</source>
        <translation>There is no time {time}.</translation>
    </message>
    <message>
        <source>没有 {day} 这一天。</source>
        <translation>There is no day {day}.</translation>
    </message>
    <message>
        <source>{day} 已过,请改为今天或以后。</source>
        <translation>{day} has passed. Use today or later.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>访客姓名</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>电话(与证件二选一)</source>
        <translation>Phone (or an ID)</translation>
    </message>
    <message>
        <source>被访房号 / 单位</source>
        <translation>Room / company visited</translation>
    </message>
    <message>
        <source>被访人</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>来访事由</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>已核验证件</source>
        <translation>ID checked</translation>
    </message>
    <message>
        <source>证件号码(只核验,不保存)</source>
        <translation>ID number (checked, not kept)</translation>
    </message>
    <message>
        <source>车牌</source>
        <translation>Plate</translation>
    </message>
    <message>
        <source>预计离开</source>
        <translation>Expected out</translation>
    </message>
    <message>
        <source>携带物品</source>
        <translation>Belongings</translation>
    </message>
    <message>
        <source>随行名单</source>
        <translation>Party</translation>
    </message>
    <message>
        <source>预计到访(预约)</source>
        <translation>Expected at</translation>
    </message>
    <message>
        <source>允许楼层 / 区域</source>
        <translation>Floors / areas allowed</translation>
    </message>
    <message>
        <source>事由说明</source>
        <translation>About the purpose</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>隔夜未签离</source>
        <translation>Overnight</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>到访</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>访客</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>被访</source>
        <translation>Visiting</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>牌号</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>确认方式</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>实际离开</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>登记人</source>
        <translation>Registered by</translation>
    </message>
    <message>
        <source>在访</source>
        <translation>Inside</translation>
    </message>
    <message>
        <source>已预约</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>签离</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Admit</translation>
    </message>
    <message>
        <source>补签离(填时间)…</source>
        <translation>Late sign-out (set time)…</translation>
    </message>
    <message>
        <source>强制签离…</source>
        <translation>Forced sign-out…</translation>
    </message>
    <message>
        <source>拒访…</source>
        <translation>Refuse…</translation>
    </message>
    <message>
        <source>未到</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>开放行条…</source>
        <translation>Release slip…</translation>
    </message>
    <message>
        <source>更正…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>作废…</source>
        <translation>Void…</translation>
    </message>
    <message>
        <source>查看与修改记录</source>
        <translation>View and history</translation>
    </message>
    <message>
        <source>进入时间</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>核验说明</source>
        <translation>Note on the ID</translation>
    </message>
    <message>
        <source>牌遗失</source>
        <translation>Badge lost</translation>
    </message>
    <message>
        <source>确认时间</source>
        <translation>Confirmed at</translation>
    </message>
    <message>
        <source>结束原因</source>
        <translation>Reason of the end</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>按牌号签离</source>
        <translation>Signed out by badge</translation>
    </message>
    <message>
        <source>访客超时</source>
        <translation>Late visitors</translation>
    </message>
    <message>
        <source>还没有访客在访。按 F2 登记第一位访客。</source>
        <translation>No visitor is inside. Press F2 to register the first one.</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>已签离</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>拒访</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>登记到访</source>
        <translation>Record the arrival</translation>
    </message>
    <message>
        <source>放行入内</source>
        <translation>Admit</translation>
    </message>
    <message>
        <source>登记未到</source>
        <translation>Record a no-show</translation>
    </message>
    <message>
        <source>商务洽谈</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>面试</source>
        <translation>Interview</translation>
    </message>
    <message>
        <source>送货</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>施工维修</source>
        <translation>Repairs</translation>
    </message>
    <message>
        <source>快递外卖</source>
        <translation>Courier, food</translation>
    </message>
    <message>
        <source>看房</source>
        <translation>Viewing</translation>
    </message>
    <message>
        <source>政府检查</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>已电话确认</source>
        <translation>Confirmed by phone</translation>
    </message>
    <message>
        <source>已对讲确认</source>
        <translation>Confirmed by intercom</translation>
    </message>
    <message>
        <source>预约码</source>
        <translation>Booking code</translation>
    </message>
    <message>
        <source>被访人下楼接</source>
        <translation>Fetched by host</translation>
    </message>
    <message>
        <source>无人应答</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>Refused by host</translation>
    </message>
    <message>
        <source>填写错误</source>
        <translation>Filled in wrongly</translation>
    </message>
    <message>
        <source>访客取消</source>
        <translation>Visitor cancelled</translation>
    </message>
    <message>
        <source>重复登记</source>
        <translation>Registered twice</translation>
    </message>
    <message>
        <source>请填写访客姓名。</source>
        <translation>Enter the visitor&apos;s name.</translation>
    </message>
    <message>
        <source>请填写被访房号或单位,可输入首字母。</source>
        <translation>Enter the room or company visited; initials will do.</translation>
    </message>
    <message>
        <source>请填写被访人。</source>
        <translation>Enter the host.</translation>
    </message>
    <message>
        <source>请选择来访事由。</source>
        <translation>Choose the purpose.</translation>
    </message>
    <message>
        <source>事由选了「其他」,请写明是什么事。</source>
        <translation>The purpose is &quot;Other&quot;: please say what it is.</translation>
    </message>
    <message>
        <source>非办公时间须核验证件,请选择看过的证件。</source>
        <translation>Out of office hours an ID must be checked; choose the one you saw.</translation>
    </message>
    <message>
        <source>电话与证件至少一项:请填电话,或选择看过的证件。</source>
        <translation>Phone or ID: enter a phone, or choose the ID you saw.</translation>
    </message>
    <message>
        <source>人数应为 1 到 500。</source>
        <translation>People must be 1 to 500.</translation>
    </message>
    <message>
        <source>请填写预计到访时间,例如 14:30 或 11-23 09:00。</source>
        <translation>Enter when they are expected, for example 14:30 or 11-23 09:00.</translation>
    </message>
    <message>
        <source>预计到访时间已过,请改为今天或以后。</source>
        <translation>The expected time has passed. Use today or later.</translation>
    </message>
    <message>
        <source>请选择被访人怎样答复。</source>
        <translation>Choose what the host answered.</translation>
    </message>
    <message>
        <source>强制签离须写明原因,例如「昨晚离开未签离」。</source>
        <translation>Say why it is forced, for example &quot;left last night without signing out&quot;.</translation>
    </message>
    <message>
        <source>{code} 没有发给在访的访客,请核对牌号。</source>
        <translation>{code} is not held by a visitor inside. Check the badge number.</translation>
    </message>
    <message>
        <source>请写明拒访原因。</source>
        <translation>Say why the visit is refused.</translation>
    </message>
    <message>
        <source>作废须写明原因。</source>
        <translation>Say why it is void.</translation>
    </message>
    <message>
        <source>已作废的登记不能更正,请重新登记。</source>
        <translation>A void entry cannot be corrected; register anew.</translation>
    </message>
    <message>
        <source>携带物品的数量应为 1 以上的整数。</source>
        <translation>The quantity of belongings must be a whole number of 1 or more.</translation>
    </message>
    <message>
        <source>请填写是谁确认的(接电话的人)。</source>
        <translation>Enter who confirmed (who took the call).</translation>
    </message>
    <message>
        <source>预计离开时间早于到访时间,请改晚一些。</source>
        <translation>The expected departure is before the arrival. Choose a later time.</translation>
    </message>
    <message>
        <source>离开时间早于到访时间,请核对。</source>
        <translation>The departure is before the arrival. Please check.</translation>
    </message>
    <message>
        <source>离开时间还没到,请核对。</source>
        <translation>That departure time is still to come. Please check.</translation>
    </message>
    <message>
        <source>第 {n} 行:{text}</source>
        <translation>Line {n}: {text}</translation>
    </message>
    <message>
        <source>{name} 等{n}人</source>
        <translation>{name} ×{n}</translation>
    </message>
    <message>
        <source>清场:仍在访</source>
        <translation>Clearing: still inside</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>打开数据时出错。请重启程序;再出现请把日志交给管理员。</source>
        <translation>Opening the data failed. Start the program again; if it happens again, give the log to your administrator.</translation>
    </message>
    <message>
        <source>扫到 {code}。请先关闭对话框再扫。</source>
        <translation>Scanned {code}. Close the dialog first, then scan again.</translation>
    </message>
    <message>
        <source>扫到 {code},没有找到对应的记录。</source>
        <translation>Scanned {code}; no record found.</translation>
    </message>
    <message>
        <source>房间</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>在场人员</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>值班人</source>
        <translation>On duty</translation>
    </message>
    <message>
        <source>更换值班人 (Ctrl+D)</source>
        <translation>Change who is on duty (Ctrl+D)</translation>
    </message>
    <message>
        <source>菜单</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>更多:楼宇名册、月报、设置…(F10)</source>
        <translation>More: roster, monthly report, settings… (F10)</translation>
    </message>
    <message>
        <source>选择值班人</source>
        <translation>Who is on duty</translation>
    </message>
    <message>
        <source>物业前台</source>
        <translation>Front Desk</translation>
    </message>
    <message>
        <source>快速查找</source>
        <translation>Quick find</translation>
    </message>
    <message>
        <source>房号、姓名、拼音、单号,或直接扫码</source>
        <translation>Room, name, pinyin, number, or scan</translation>
    </message>
    <message>
        <source>周一 周二 周三 周四 周五 周六 周日</source>
        <translation>Mon Tue Wed Thu Fri Sat Sun</translation>
    </message>
    <message>
        <source>正在打开数据…</source>
        <translation>Opening the data…</translation>
    </message>
    <message>
        <source>在场人员清单</source>
        <translation>Evacuation list</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>没有办成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>更正 {no}</source>
        <translation>Correct {no}</translation>
    </message>
    <message>
        <source>保存更正</source>
        <translation>Save correction</translation>
    </message>
    <message>
        <source>Esc 放弃更正</source>
        <translation>Esc: give up correcting</translation>
    </message>
    <message>
        <source>为什么更正</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>{no} 已更正 {time},原内容可在修改记录中查看</source>
        <translation>{no} corrected {time}; the history keeps what it was</translation>
    </message>
    <message>
        <source>填写错误</source>
        <translation>Filled in wrongly</translation>
    </message>
    <message>
        <source>客户更改</source>
        <translation>Changed by customer</translation>
    </message>
    <message>
        <source>补充信息</source>
        <translation>More details</translation>
    </message>
    <message>
        <source>{no} {said} {time},已保存到本机</source>
        <translation>{no} {said} {time}, saved on this computer</translation>
    </message>
    <message>
        <source>请先在列表中选择一条。</source>
        <translation>Choose a record in the list first.</translation>
    </message>
    <message>
        <source>来自 {no},Esc 放弃</source>
        <translation>From {no}, Esc gives it up</translation>
    </message>
    <message>
        <source>已恢复 {time} 的草稿,可继续填写</source>
        <translation>Draft of {time} restored; you can go on</translation>
    </message>
    <message>
        <source>已恢复 {time} 的更正,Esc 放弃</source>
        <translation>Correction of {time} restored, Esc gives it up</translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message>
        <source>磁盘已满,没有导出 {path}。请清理磁盘后再导出一次。</source>
        <translation>The disk is full; {path} was not exported. Free some space and export again.</translation>
    </message>
    <message>
        <source>无法写入 {path}:文件可能正在 Excel 中打开,请关闭后再导出;或换一个文件夹。</source>
        <translation>Cannot write {path}: it may be open in Excel. Close it and export again, or choose another folder.</translation>
    </message>
    <message>
        <source>无法写入 {path}({reason})。请换一个文件夹再导出。</source>
        <translation>Cannot write {path} ({reason}). Choose another folder and export again.</translation>
    </message>
</context>
<context>
    <name>Workdays</name>
    <message>
        <source>{years} 年的放假安排尚未录全,暂按周一至周五推算;请在节假日表中补全后核对。</source>
        <translation>The holidays of {years} are not all entered yet; working days are taken as Monday to Friday. Complete the holiday table and check again.</translation>
    </message>
</context>
</TS>
