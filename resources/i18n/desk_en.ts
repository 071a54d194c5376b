<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Access</name>
    <message>
        <source>查看明文</source>
        <translation>Shown in clear</translation>
    </message>
    <message>
        <source>查询</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>批量修改</source>
        <translation>Bulk change</translation>
    </message>
    <message>
        <source>冻结与解冻</source>
        <translation>Hold and release</translation>
    </message>
    <message>
        <source>权限变更</source>
        <translation>Rights changed</translation>
    </message>
    <message>
        <source>被拒绝的操作</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign-in</translation>
    </message>
    <message>
        <source>登录失败</source>
        <translation>Failed sign-in</translation>
    </message>
    <message>
        <source>锁屏与换人</source>
        <translation>Lock and change of person</translation>
    </message>
    <message>
        <source>调取登记</source>
        <translation>Request by an authority</translation>
    </message>
    <message>
        <source>本人请求</source>
        <translation>Request by the person</translation>
    </message>
    <message>
        <source>看访问日志</source>
        <translation>Access log read</translation>
    </message>
    <message>
        <source>请写明抽查结果,例如「未见异常」。</source>
        <translation>Please write what the check found, e.g. &quot;Nothing unusual&quot;.</translation>
    </message>
    <message>
        <source>这个月还没有结束,月初再抽查。</source>
        <translation>This month is not over; check it at the beginning of the next.</translation>
    </message>
    <message>
        <source>{month} 已经抽查过。</source>
        <translation>{month} was checked already.</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>条件与内容</source>
        <translation>Conditions and content</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>终端</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>抽查结果</source>
        <translation>What the check found</translation>
    </message>
    <message>
        <source>未见异常</source>
        <translation>Nothing unusual</translation>
    </message>
    <message>
        <source>例如:未见异常;/ 选常用语</source>
        <translation>e.g. nothing unusual; / for phrases</translation>
    </message>
    <message>
        <source>新增人员</source>
        <translation>Person added</translation>
    </message>
    <message>
        <source>改姓名、岗位或在职</source>
        <translation>Name, post or employment changed</translation>
    </message>
    <message>
        <source>改设置</source>
        <translation>Setting changed</translation>
    </message>
    <message>
        <source>设第一位管理员</source>
        <translation>First administrator set</translation>
    </message>
    <message>
        <source>发一次性代码</source>
        <translation>One-time code given</translation>
    </message>
    <message>
        <source>解锁账号</source>
        <translation>Account unlocked</translation>
    </message>
    <message>
        <source>设自己的密码</source>
        <translation>Own password set</translation>
    </message>
    <message>
        <source>设自己的 PIN</source>
        <translation>Own PIN set</translation>
    </message>
    <message>
        <source>用密码登录</source>
        <translation>Signed in with the password</translation>
    </message>
    <message>
        <source>凭恢复码重置</source>
        <translation>Reset with the recovery code</translation>
    </message>
    <message>
        <source>新的管理员恢复码</source>
        <translation>New recovery code for the administrator</translation>
    </message>
    <message>
        <source>代岗开始</source>
        <translation>Post lent</translation>
    </message>
    <message>
        <source>代岗结束</source>
        <translation>Lending of a post ended</translation>
    </message>
    <message>
        <source>导入名册</source>
        <translation>Roster imported</translation>
    </message>
    <message>
        <source>导入钥匙清单</source>
        <translation>List of keys imported</translation>
    </message>
    <message>
        <source>冻结</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>解冻</source>
        <translation>Hold ended</translation>
    </message>
    <message>
        <source>按期脱敏</source>
        <translation>De-identified by term</translation>
    </message>
    <message>
        <source>按期销毁</source>
        <translation>Destroyed by term</translation>
    </message>
    <message>
        <source>遇到限制来访</source>
        <translation>met a restricted visitor</translation>
    </message>
    <message>
        <source>按键锁屏</source>
        <translation>Locked by key</translation>
    </message>
    <message>
        <source>无人操作锁屏</source>
        <translation>Locked, nobody there</translation>
    </message>
    <message>
        <source>系统锁屏</source>
        <translation>Locked with the system</translation>
    </message>
    <message>
        <source>最小化时锁屏</source>
        <translation>Locked on minimising</translation>
    </message>
    <message>
        <source>电脑休眠后锁屏</source>
        <translation>Locked after sleep</translation>
    </message>
    <message>
        <source>登录到时锁屏</source>
        <translation>Locked, sign-in too long ago</translation>
    </message>
    <message>
        <source>访问日志</source>
        <translation>Access log</translation>
    </message>
    <message>
        <source>期间</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>月度抽查…</source>
        <translation>Monthly check…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>共 {total} 条,显示最近 {n} 条。只追加,不能修改;保存期限见「设置」。{check}</source>
        <translation>{total} lines, the newest {n} shown. Only added to, never changed; how long they are kept is in the settings.{check}</translation>
    </message>
    <message>
        <source>{month} 的访问日志已抽查,共 {n} 条</source>
        <translation>The access log of {month} was checked, {n} lines</translation>
    </message>
    <message>
        <source>抽查 {month} 的访问日志</source>
        <translation>Check the access log of {month}</translation>
    </message>
    <message>
        <source>已抽查</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>{month} 还没有抽查。</source>
        <translation>{month} has not been checked.</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>近 7 天</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>上月</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>所有类别</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>访问日志由经理查看。</source>
        <translation>The manager reads the access log.</translation>
    </message>
    <message>
        <source>访问日志.xlsx</source>
        <translation>access log.xlsx</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>已经有管理员了。其他人的账号请在「人员与岗位」里发一次性代码。</source>
        <translation>There is an administrator already. Give the others one-time codes under People and posts.</translation>
    </message>
    <message>
        <source>{name}已离职,不能登录。</source>
        <translation>{name} has left and cannot sign in.</translation>
    </message>
    <message>
        <source>这个账号没有被锁定。</source>
        <translation>This account is not locked.</translation>
    </message>
    <message>
        <source>这个密码已作废,解锁没有用。请发一次性代码。</source>
        <translation>This password is void; unlocking does not help. Please give a one-time code.</translation>
    </message>
    <message>
        <source>您还没有账号。请管理员发一次性代码。</source>
        <translation>You have no account yet. Please ask the administrator for a one-time code.</translation>
    </message>
    <message>
        <source>这是现在的密码(或一次性代码),请换一个。</source>
        <translation>That is the present password (or the one-time code). Please choose another.</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>累计输错太多次,这个 PIN 已作废。请用密码确认,并重新设置 PIN。</source>
        <translation>Too many wrong tries in all: this PIN is void. Confirm with the password and set a new PIN.</translation>
    </message>
    <message>
        <source>PIN 输错太多次,已停用。请用密码,或锁屏后用密码登录,再试。</source>
        <translation>Too many wrong PINs: it rests. Use the password, or lock and sign in with it, then try again.</translation>
    </message>
    <message>
        <source>累计输错太多次,这个密码已作废。请管理员发一次性代码;管理员、经理本人可用纸上的恢复码。</source>
        <translation>Too many wrong tries: this password is void. Ask the administrator for a one-time code; administrators and managers themselves may use the recovery code on paper.</translation>
    </message>
    <message>
        <source>输错太多次,已锁定。请管理员在「人员与岗位」里解锁;管理员、经理本人可用纸上的恢复码。</source>
        <translation>Too many wrong tries: locked. Ask the administrator to unlock under People and posts; administrators and managers themselves may use the recovery code on paper.</translation>
    </message>
    <message>
        <source>输错太多次,请等 {minutes} 分钟再试。</source>
        <translation>Too many wrong tries. Please wait {minutes} min.</translation>
    </message>
    <message>
        <source>请等 {seconds} 秒再试。</source>
        <translation>Please wait {seconds} s.</translation>
    </message>
    <message>
        <source>姓名(工号)或密码不对。</source>
        <translation>Wrong name (number) or password.</translation>
    </message>
    <message>
        <source>您还没有设置 PIN。</source>
        <translation>You have not set a PIN yet.</translation>
    </message>
    <message>
        <source>PIN 不对。</source>
        <translation>Wrong PIN.</translation>
    </message>
    <message>
        <source>凭恢复码,作证:{name}</source>
        <translation>With the recovery code; witness: {name}</translation>
    </message>
    <message>
        <source>这次授权已过期,请在窗口里再做一次。</source>
        <translation>This permission has expired. Please do it again in the window.</translation>
    </message>
    <message>
        <source>请填写系统管理员或经理的工号或姓名。</source>
        <translation>Please enter the number or name of an administrator or manager.</translation>
    </message>
    <message>
        <source>须由另一位已有密码的同事在场并登录作证。</source>
        <translation>Another colleague with a password must be present and sign in as witness.</translation>
    </message>
</context>
<context>
    <name>Approvals</name>
    <message>
        <source>各级审批都已完成,不需要再审。</source>
        <translation>Every approval has been given; nothing waits.</translation>
    </message>
    <message>
        <source>现在等「{stage}」:请选择由谁审批({roles})。</source>
        <translation>&quot;{stage}&quot; comes next: choose who approves ({roles}).</translation>
    </message>
    <message>
        <source>{name}不能作「{stage}」,须由{roles}审批。</source>
        <translation>{name} cannot give &quot;{stage}&quot;; it needs {roles}.</translation>
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
        <source>已补打 {count} 次,再补打须由当班负责人操作。</source>
        <translation>Reprinted {count} times already: any more is for the duty lead.</translation>
    </message>
    <message>
        <source>无法存档到 {path}({reason}),没有开具。请清理磁盘或检查权限后再试。</source>
        <translation>Cannot archive to {path} ({reason}); nothing was issued. Free some disk space or check the permissions and try again.</translation>
    </message>
    <message>
        <source>附件「{name}」读不到:{path}。请从备份找回。</source>
        <translation>Cannot read the attached file &quot;{name}&quot;: {path}. Get it back from a backup.</translation>
    </message>
    <message>
        <source>附件「{name}」与存入时不一致:{path}。请报告经理。</source>
        <translation>The attached file &quot;{name}&quot; differs from what was stored: {path}. Please tell the manager.</translation>
    </message>
    <message>
        <source>附件「{name}」是空的或超过 20 MB,请换一个文件。</source>
        <translation>The file &quot;{name}&quot; is empty or larger than 20 MB; choose another.</translation>
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
        <source>数据文件有损坏({wrong}),没有备份。请从以前的备份恢复。</source>
        <translation>The data file is damaged ({wrong}); no backup was made. Please restore an earlier backup.</translation>
    </message>
    <message>
        <source>无法备份到 {path}({reason})。请清理磁盘或检查权限后再备份。</source>
        <translation>Cannot write the backup to {path} ({reason}). Free some disk space or check permissions, then try again.</translation>
    </message>
    <message>
        <source>备份 {name}</source>
        <translation>backup {name}</translation>
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
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>恢复…</source>
        <translation>Restore…</translation>
    </message>
    <message>
        <source>恢复演练</source>
        <translation>Restore drill</translation>
    </message>
    <message>
        <source>核对记录未被改动</source>
        <translation>Check records</translation>
    </message>
    <message>
        <source>核对纸上的核对码…</source>
        <translation>Check a code…</translation>
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
        <source>正在演练恢复</source>
        <translation>Trying the restore</translation>
    </message>
    <message>
        <source>正在核对备份</source>
        <translation>Checking the backup</translation>
    </message>
    <message>
        <source>现在的数据先备份并另存,不会丢。恢复后程序重新启动。</source>
        <translation>The present data are backed up and kept aside first. The program starts anew afterwards.</translation>
    </message>
    <message>
        <source>恢复这份备份?</source>
        <translation>Restore this backup?</translation>
    </message>
    <message>
        <source>恢复并重新启动</source>
        <translation>Restore and start anew</translation>
    </message>
    <message>
        <source>不恢复</source>
        <translation>Do not restore</translation>
    </message>
    <message>
        <source>没有做成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>请先按「现在备份」。</source>
        <translation>Press &quot;Back up now&quot; first.</translation>
    </message>
    <message>
        <source>已备份:{name}</source>
        <translation>Backed up: {name}</translation>
    </message>
    <message>
        <source>第二备份位置没有备份</source>
        <translation>Nothing in the second place</translation>
    </message>
    <message>
        <source>有改动时每 {minutes} 分钟、退出时自动备份;每次核对后才算数。</source>
        <translation>Backed up by itself every {minutes} minutes after changes and at the end; each copy counts only once it is checked.</translation>
    </message>
    <message>
        <source>第二备份位置:{path}</source>
        <translation>Second place: {path}</translation>
    </message>
    <message>
        <source>未设置(设置 → 备份)</source>
        <translation>not set (Settings → Backups)</translation>
    </message>
    <message>
        <source>每月自动做一次恢复演练,还没有做过。</source>
        <translation>A restore is tried by itself every month; none has been yet.</translation>
    </message>
    <message>
        <source>还没有可用的备份。请立即备份;做不成时请联系管理员。</source>
        <translation>There is no good backup yet. Back up now; call the administrator if that fails.</translation>
    </message>
    <message>
        <source>已超过 {hours} 小时没有可用的备份(最近一次 {at})。请立即备份;做不成时请联系管理员。</source>
        <translation>No good backup for more than {hours} hours (the last one {at}). Back up now; call the administrator if that fails.</translation>
    </message>
    <message>
        <source>第二备份位置 {path} 不在(U 盘没插或文件夹不通)。备份只在本机;插好后会自动补上。</source>
        <translation>The second place {path} is not there (no USB drive, or the folder cannot be reached). Backups are on this computer only; the next one goes there once it is back.</translation>
    </message>
    <message>
        <source>恢复演练失败({at},{name}):{fault}。请立即备份并联系管理员。</source>
        <translation>The restore drill failed ({at}, {name}): {fault}. Back up now and call the administrator.</translation>
    </message>
    <message>
        <source>恢复演练成功({at}):{name} 恢复后 {rows} 行、修改记录 {changes} 条,与备份时一致。</source>
        <translation>The restore drill went well ({at}): {name} gave back {rows} rows and {changes} changes, as they were.</translation>
    </message>
    <message>
        <source>修改记录的末条与说明文件不符</source>
        <translation>the last change is not the one the manifest names</translation>
    </message>
    <message>
        <source>数据会回到 {at} 的样子。</source>
        <translation>The data go back to how they were at {at}.</translation>
    </message>
    <message>
        <source>现在的数据读不出来,或不是这份备份之后的数据,说不出会少哪些记录。</source>
        <translation>The present data cannot be read, or do not follow this backup: what would go cannot be told.</translation>
    </message>
    <message>
        <source>这份备份之后没有新的记录,什么也不会少。</source>
        <translation>There are no records newer than this backup: nothing goes.</translation>
    </message>
    <message>
        <source>{count} 条会消失(最后一条 {last})</source>
        <translation>{count} would go (the last is {last})</translation>
    </message>
    <message>
        <source>{count} 条会变回以前的内容</source>
        <translation>{count} go back to what they said before</translation>
    </message>
    <message>
        <source>其他(单据、审批、借还等):{rest} 条</source>
        <translation>Others (papers, approvals, loans …): {rest}</translation>
    </message>
    <message>
        <source>最后一次改动在 {at}。</source>
        <translation>The last change was at {at}.</translation>
    </message>
    <message>
        <source>备份…</source>
        <translation>Back up…</translation>
    </message>
    <message>
        <source>备份没有做完,所以没有处理。请再试一次。</source>
        <translation>The backup was not finished, so nothing was cleared. Try once more.</translation>
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
    <name>Banner</name>
    <message>
        <source>(另有 {count} 条)</source>
        <translation> ({count} more)</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
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
    <name>Claim</name>
    <message>
        <source>不知是谁</source>
        <translation>somebody unknown</translation>
    </message>
    <message>
        <source>这份数据已在另一个窗口打开:{holder}。接管会让那个窗口保留草稿后关闭,并记入修改记录;也可以再开一个窗口,两个一起用。</source>
        <translation>These data are open in another window: {holder}. If you take over, that window keeps its drafts and closes, and the history says so; or open one more window and use both.</translation>
    </message>
    <message>
        <source>接管</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>再开一个窗口</source>
        <translation>One more window</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>已有窗口打开</source>
        <translation>A window is open already</translation>
    </message>
    <message>
        <source>正在请另一个窗口退出…</source>
        <translation>Asking the other window to leave…</translation>
    </message>
    <message>
        <source>另一个窗口没有退出</source>
        <translation>The other window did not leave</translation>
    </message>
    <message>
        <source>它可能没有响应。现在再开一个窗口,两个一起用;稍后请关闭那个窗口。</source>
        <translation>It may not respond. One more window opens now; close the other one later.</translation>
    </message>
    <message>
        <source>上次没有正常关闭({holder})。没保存的内容在草稿里。</source>
        <translation>The program did not end properly last time ({holder}). What was not saved is among the drafts.</translation>
    </message>
    <message>
        <source>上次没有正常关闭({holder})。已核对 {rows} 条记录,数据完好;没保存的内容在草稿里。</source>
        <translation>The program did not end properly last time ({holder}). {rows} records were verified, the data are sound; what was not saved is among the drafts.</translation>
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
        <source>数据安全设计</source>
        <translation>data safety design</translation>
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
        <source>已中止。</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>数据文件夹(默认:本用户的数据文件夹)</source>
        <translation>data folder (default: that of this user)</translation>
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
        <source>命令:抢救 python3 -m desk_app salvage;恢复备份 python3 -m desk_app restore。</source>
        <translation> Commands: python3 -m desk_app salvage, python3 -m desk_app restore.</translation>
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
        <source>窗口里已登记的导出编号</source>
        <translation>number of an export begun in the window</translation>
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
        <source>导入钥匙清单(.xlsx)</source>
        <translation>Import a list of keys (.xlsx)</translation>
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
        <source>导出一个登记的列表(Excel)</source>
        <translation>Export the list of a register (Excel)</translation>
    </message>
    <message>
        <source>哪个登记,例如 visitors</source>
        <translation>which register, e.g. visitors</translation>
    </message>
    <message>
        <source>哪个视图(默认第一个)</source>
        <translation>which view (default: the first)</translation>
    </message>
    <message>
        <source>按什么查找</source>
        <translation>what to search for</translation>
    </message>
    <message>
        <source>最多几行(默认按设置)</source>
        <translation>at most this many rows (default: the setting)</translation>
    </message>
    <message>
        <source>只要这些记录:每行一个记录号,按此顺序</source>
        <translation>only these records: one id a line, in this order</translation>
    </message>
    <message>
        <source>整个列表有几条(写在表头)</source>
        <translation>how many records the whole list has (told in the heading)</translation>
    </message>
    <message>
        <source>用途,记入访问日志</source>
        <translation>what for; noted in the access log</translation>
    </message>
    <message>
        <source>以谁的名义(工号);密码在终端询问,或从标准输入的第一行读取</source>
        <translation>in whose name (staff number); the password is asked for, or the first line of standard input</translation>
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
        <source>只说会少哪些记录,不恢复</source>
        <translation>only say which records would go</translation>
    </message>
    <message>
        <source>抢救损坏的数据文件:逐行读出,读不出的用最近的备份补</source>
        <translation>salvage a damaged database: row by row, the rest from the newest backup</translation>
    </message>
    <message>
        <source>数据的密钥:列出、用恢复码打开、换新恢复码</source>
        <translation>the data&apos;s keys: list, open with the recovery code, make a new code</translation>
    </message>
    <message>
        <source>list 列出(默认);open 用恢复码或管理员密码打开;renew 换新恢复码</source>
        <translation>list (default); open with the recovery code or an administrator&apos;s password; renew the recovery code</translation>
    </message>
    <message>
        <source>核对数据文件、修改记录、存档单据和附件</source>
        <translation>check the data file, the history, the archived documents and the attached files</translation>
    </message>
    <message>
        <source>核对纸上页脚的记录核对码是否就是这份记录</source>
        <translation>check whether the record code at the foot of a paper is of this record</translation>
    </message>
    <message>
        <source>列出每个岗位能做什么</source>
        <translation>list what each post may do</translation>
    </message>
    <message>
        <source>已备份并核对:{path}(修改记录 {changes} 条,存档文件 {documents} 份)</source>
        <translation>Backed up and checked: {path} ({changes} changes, {documents} archived files)</translation>
    </message>
    <message>
        <source>请用 --as 工号 说明以谁的名义,再输入密码。</source>
        <translation>Please say in whose name with --as CODE, then give the password.</translation>
    </message>
    <message>
        <source>请先打开程序登录一次,设置自己的密码。</source>
        <translation>Please open the program once and set a password of your own first.</translation>
    </message>
    <message>
        <source>密码:</source>
        <translation>Password: </translation>
    </message>
    <message>
        <source>程序出错(编号 {number}),没有完成。请把编号和这个文件交给管理员:{path}</source>
        <translation>The program failed (number {number}) and did not finish. Please give the number and this file to the administrator: {path}</translation>
    </message>
    <message>
        <source>检查程序和数据文件夹是否正常</source>
        <translation>check that program and data folder are in order</translation>
    </message>
    <message>
        <source>用法不对:{message}。看用法:{program} --help</source>
        <translation>Wrong use: {message}. For help: {program} --help</translation>
    </message>
    <message>
        <source>物业前台:值班、访客、钥匙、放行与证件、月报。不带命令即打开窗口。</source>
        <translation>The front desk: duty log, visitors, keys, passes and permits, the month&apos;s workbook. Without a command the window opens.</translation>
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
        <source>名册模板.xlsx</source>
        <translation>Roster template.xlsx</translation>
    </message>
    <message>
        <source>名册.xlsx</source>
        <translation>Roster.xlsx</translation>
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
        <source>报告在 {path}</source>
        <translation>The report is {path}</translation>
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
        <source>数据在服务器上,这个命令只用于本机的数据文件。服务器的备份可恢复到另一个数据文件夹(--data-dir)查看,或用 server setup --move 搬进一个空的数据库;换恢复码请在窗口里做。</source>
        <translation>The data are on a server; this command is for a data file on this computer. A backup of the server can be restored into another data folder (--data-dir) to look at it, or moved into an empty database with server setup --move; renew the recovery code in the window.</translation>
    </message>
    <message>
        <source>{path} 还没有数据。请先打开一次程序或导入名册,或用 --data-dir 指明数据文件夹。</source>
        <translation>There is no data in {path} yet. Open the program once or import a roster first, or name the data folder with --data-dir.</translation>
    </message>
    <message>
        <source>账号名,例如 desk_1</source>
        <translation>name of the account, e.g. desk_1</translation>
    </message>
    <message>
        <source>数据放在 PostgreSQL 服务器上:建库、给前台开账号、存密码</source>
        <translation>the data on a PostgreSQL server: set up the database, make accounts for desks, keep a password</translation>
    </message>
    <message>
        <source>setup 在空数据库里建好;upgrade 升级到本程序的结构(先备份);desk 为一台前台建账号或换密码;password 把这台前台的密码存进本机</source>
        <translation>setup prepares an empty database; upgrade brings it to this program&apos;s structure (backup first); desk makes an account for a front desk or changes its password; password keeps this desk&apos;s password on this computer</translation>
    </message>
    <message>
        <source>地址,例如 postgresql://desk_1@server/desk(不写密码)</source>
        <translation>address, e.g. postgresql://desk_1@server/desk (without the password)</translation>
    </message>
    <message>
        <source>setup 时把这个数据文件夹里的数据搬过去(原文件不动)</source>
        <translation>with setup: move the data of this data folder there (the file stays as it is)</translation>
    </message>
    <message>
        <source>{path} 没有数据,或是旧版本的。请先用这个版本打开一次程序再搬。</source>
        <translation>{path} has no data, or an older version&apos;s. Open the program once with this version, then move.</translation>
    </message>
    <message>
        <source>{path} 里已有数据。要搬到服务器请加 --move,否则请另选 --data-dir。</source>
        <translation>There are data in {path} already. Add --move to move them to the server, or choose another --data-dir.</translation>
    </message>
    <message>
        <source>已搬到服务器:{rows} 行。原数据文件没有改动,请留作备份。</source>
        <translation>Moved to the server: {rows} rows. The data file was not changed; keep it as a backup.</translation>
    </message>
    <message>
        <source>服务器上的数据库建好了。下一步:每台前台一个账号(server desk)。</source>
        <translation>The database on the server is ready. Next: an account for each desk (server desk).</translation>
    </message>
    <message>
        <source>服务器上已经是这个版本的结构({own}),没有改动。</source>
        <translation>The server already has this version&apos;s structure ({own}); nothing was changed.</translation>
    </message>
    <message>
        <source>服务器上的 {rows} 行已升级到结构 {own}。升级前的备份:{path}</source>
        <translation>{rows} rows on the server were upgraded to structure {own}. Backup from before the upgrade: {path}</translation>
    </message>
    <message>
        <source>账号 {name} 的密码(只显示这一次):
{password}
请在那台前台运行 server password 存好。</source>
        <translation>Password of account {name} (shown only this once):
{password}
Run server password at that desk to keep it there.</translation>
    </message>
    <message>
        <source>已存进这台电脑的密钥库。</source>
        <translation>Kept in this computer&apos;s key store.</translation>
    </message>
    <message>
        <source>地址应以 postgresql:// 开头,例如 postgresql://desk_1@server/desk。</source>
        <translation>The address begins with postgresql://, e.g. postgresql://desk_1@server/desk.</translation>
    </message>
    <message>
        <source>服务器账号的密码(不显示):</source>
        <translation>Password of the account on the server (not shown):</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>电脑的时间是 {now},不对,所以没有保存。请校准电脑的日期和时间,再保存一次。</source>
        <translation>This computer&apos;s clock says {now}, which cannot be, so nothing was saved. Set its date and time, then save again.</translation>
    </message>
    <message>
        <source>电脑的时间被往回拨了约 {span}。请校准电脑时间;已有记录的先后不受影响。</source>
        <translation>The computer&apos;s clock was turned back by about {span}. Set it right; the order of what is recorded is not touched.</translation>
    </message>
    <message>
        <source>电脑的时间往前跳了约 {span}。请校准电脑时间;已有记录的先后不受影响。</source>
        <translation>The computer&apos;s clock jumped ahead by about {span}. Set it right; the order of what is recorded is not touched.</translation>
    </message>
    <message>
        <source>{number} 分钟</source>
        <translation>{number} min</translation>
    </message>
    <message>
        <source>{number} 小时</source>
        <translation>{number} h</translation>
    </message>
    <message>
        <source>{number} 天</source>
        <translation>{number} days</translation>
    </message>
    <message>
        <source>这台电脑的时区是 UTC{hours:+g},程序一律按北京时间(UTC+8)记录。请把电脑改回北京时间。</source>
        <translation>This computer is in UTC{hours:+g}; the program always records Beijing time (UTC+8). Set the computer to Beijing time.</translation>
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
        <translation>Qty</translation>
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
        <source>近期</source>
        <translation>Recent</translation>
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
        <source>办动火证…</source>
        <translation>Hot-work permit…</translation>
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
        <source>上次程序突然关闭。已保存的记录都在,没写完的内容会作为草稿恢复。请把编号和下面的文件交给管理员,文件里没有客人的资料。</source>
        <translation>The program closed suddenly last time. All saved records are there; what was not finished comes back as a draft. Please give the number and the file below to the administrator; it holds no visitor&apos;s data.</translation>
    </message>
    <message>
        <source>上次程序突然关闭</source>
        <translation>The program closed suddenly last time</translation>
    </message>
    <message>
        <source>程序又出错,编号 {number}</source>
        <translation>Another error, number {number}</translation>
    </message>
    <message>
        <source>没有办成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>出了一个没有料到的错。已填的内容已保留,可以继续工作;刚才那一步请看一下列表再决定要不要重做。
请把编号和下面的文件交给管理员,文件里没有客人的资料。</source>
        <translation>Something unexpected went wrong. What you typed is kept and you can go on; look at the list before you repeat the last step.
Please give the number and the file below to the administrator; it holds no visitor&apos;s data.</translation>
    </message>
    <message>
        <source>程序出错</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>继续工作</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>复制编号和位置</source>
        <translation>Copy number and place</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>编号 {number}</source>
        <translation>Number {number}</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>这一份已经保存过,没有重复保存。</source>
        <translation>This was saved before; it was not saved twice.</translation>
    </message>
    <message>
        <source>编号登记比修改记录旧,磁盘放回了旧内容</source>
        <translation>the numbering is older than the history: the disk put old contents back</translation>
    </message>
    <message>
        <source>上一步其实已经保存。为免重复,这一步没有做:请看一下列表,再做一次。</source>
        <translation>The step before was saved after all. So that nothing is done twice, this one was not done: look at the list, then do it again.</translation>
    </message>
    <message>
        <source>现在是只读查看,不能保存。请重启程序,恢复备份或抢救数据后再登记。</source>
        <translation>This is a copy to look at: nothing can be saved. Start anew and restore a backup or salvage the data first.</translation>
    </message>
    <message>
        <source>这条记录刚被别人改过。请重新打开后再修改。</source>
        <translation>Somebody has just changed this record. Open it again, then change it.</translation>
    </message>
    <message>
        <source>读数据文件时出了一次错,复查是完好的。请再试一次,已填内容还在。</source>
        <translation>Reading the data file failed once; looked at again it is whole. Please try again; what you entered is still there.</translation>
    </message>
    <message>
        <source>数据文件来自更新的程序(结构 {found},本程序 {own})。请升级本程序,数据没有改动。</source>
        <translation>The data comes from a newer version (structure {found}, this program {own}). Update this program; the data was not touched.</translation>
    </message>
    <message>
        <source>正在为新版本升级数据(先做备份)。数据多时要几分钟,请不要关机。</source>
        <translation>Upgrading the data for the new version (a copy is made first). With much data this takes minutes; do not switch off.</translation>
    </message>
    <message>
        <source>数据文件有损坏({wrong}),没有升级。请从备份恢复,或用上一版本打开。</source>
        <translation>The data file is damaged ({wrong}); it was not upgraded. Restore a backup, or open it with the version before.</translation>
    </message>
    <message>
        <source>升级前无法备份到 {path}({reason}),没有升级。请清理磁盘或检查权限后再启动。</source>
        <translation>Cannot back up to {path} before upgrading ({reason}); nothing was upgraded. Free some disk space or check the permissions and start again.</translation>
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
        <source>数据库组件没有加密功能,数据会以明文保存。请重新安装程序。</source>
        <translation>The database library cannot encrypt; the data would be kept in clear. Please install the program again.</translation>
    </message>
    <message>
        <source>数据库组件版本 {version} 过旧,请重新安装程序。</source>
        <translation>The database component {version} is too old. Please reinstall the program.</translation>
    </message>
    <message>
        <source>时间前后颠倒(结束早于开始),没有保存。请核对填写的时间和电脑时钟,再试一次。</source>
        <translation>The times are in the wrong order (an end before its beginning); nothing was saved. Please check the times entered and this computer&apos;s clock, and try again.</translation>
    </message>
    <message>
        <source>数据库设置 {name} 应为 {expected},实为 {found},程序不能安全保存。</source>
        <translation>The database setting {name} should be {expected} but is {found}; saving would not be safe.</translation>
    </message>
    <message>
        <source>打不开数据文件:文件夹不在、没有权限或磁盘只读。请检查,或把整个数据文件夹复制到可写的地方再打开。</source>
        <translation>The data file cannot be opened: the folder is gone, access is denied or the disk is read-only. Check that, or copy the whole data folder to a place that can be written and open it there.</translation>
    </message>
    <message>
        <source>数据文件正忙,请稍等几秒再试。</source>
        <translation>The data file is busy; wait some seconds and try again.</translation>
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
        <source>读不到数据文件 {path}({reason})。请检查权限和磁盘后重试。</source>
        <translation>The data file {path} cannot be read ({reason}). Check permissions and the disk and try again.</translation>
    </message>
    <message>
        <source>磁盘已满</source>
        <translation>disk full</translation>
    </message>
    <message>
        <source>这不是本程序的数据文件,或文件已损坏。请从备份恢复。</source>
        <translation>This is not a data file of this program, or it is damaged. Please restore a backup.</translation>
    </message>
    <message>
        <source>另一个窗口正用旧版本打开 {path}。请关闭所有前台窗口再启动,数据没有改动。</source>
        <translation>Another window of an older version has {path} open. Close all windows of the program and start again; the data were not changed.</translation>
    </message>
    <message>
        <source>数据文件可能已损坏。请停止登记,先把整个数据文件夹复制一份,再抢救数据或恢复备份。</source>
        <translation>The data file may be damaged. Stop entering, copy the whole data folder first, then salvage the data or restore a backup.</translation>
    </message>
    <message>
        <source>读写数据文件失败({name})。请重试;再失败请联系管理员。</source>
        <translation>Reading or writing the data failed ({name}). Try again; if it fails again, ask your administrator.</translation>
    </message>
    <message>
        <source>{path} 旁边还有没加密完的 {old}。请两个文件都不要删,联系管理员;数据没有改动。</source>
        <translation>Beside {path} lies {old}, whose encryption was not finished. Delete neither and call the administrator; the data were not changed.</translation>
    </message>
    <message>
        <source>加密后的数据与原来的不符({wrong}),没有升级,原来的数据没有改动。请联系管理员。</source>
        <translation>The encrypted data differ from the original ({wrong}): not upgraded, the original was not changed. Call the administrator.</translation>
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
    <name>Delegations</name>
    <message>
        <source>请写明授权原因。</source>
        <translation>Please say why.</translation>
    </message>
    <message>
        <source>这项授权已经结束。</source>
        <translation>This delegation has ended.</translation>
    </message>
    <message>
        <source>请从在职人员中选择授权人。</source>
        <translation>Please choose who lends, from those who work here.</translation>
    </message>
    <message>
        <source>请从在职人员中选择被授权人。</source>
        <translation>Please choose who receives, from those who work here.</translation>
    </message>
    <message>
        <source>授权人和被授权人不能是同一人。</source>
        <translation>The two must not be the same person.</translation>
    </message>
    <message>
        <source>请至少选择一个岗位。</source>
        <translation>Choose at least one role.</translation>
    </message>
    <message>
        <source>{name}没有这个岗位,不能授出。</source>
        <translation>{name} does not hold this post and cannot lend it.</translation>
    </message>
    <message>
        <source>系统管理员不能授权给别人,请另设管理员。</source>
        <translation>The administrator&apos;s post cannot be lent. Please appoint another administrator.</translation>
    </message>
    <message>
        <source>请填写起止日期。</source>
        <translation>Please fill in both days.</translation>
    </message>
    <message>
        <source>授权不能从过去开始。</source>
        <translation>It cannot begin in the past.</translation>
    </message>
    <message>
        <source>止日须在起日之后,一次最多 {days} 天。</source>
        <translation>The last day must follow the first; {days} days at most.</translation>
    </message>
    <message>
        <source>授权人</source>
        <translation>Lender</translation>
    </message>
    <message>
        <source>被授权人</source>
        <translation>Receiver</translation>
    </message>
    <message>
        <source>授出的岗位</source>
        <translation>Post lent</translation>
    </message>
    <message>
        <source>起日</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>止日(含当天)</source>
        <translation>Last day (included)</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>起止</source>
        <translation>From – to</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>Allowed by</translation>
    </message>
    <message>
        <source>未开始</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>岗位授权</source>
        <translation>Delegation of posts</translation>
    </message>
    <message>
        <source>授权…</source>
        <translation>Lend…</translation>
    </message>
    <message>
        <source>提前结束</source>
        <translation>End now</translation>
    </message>
    <message>
        <source>授权</source>
        <translation>Lend</translation>
    </message>
    <message>
        <source>没有办成</source>
        <translation>Not done</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>{path} 里已有数据,不能再放示例。请用 --data-dir 指定一个空文件夹。</source>
        <translation>There is data in {path} already; no sample was added. Name an empty folder with --data-dir.</translation>
    </message>
    <message>
        <source>示例数据已写入 {path}:{days} 天的工作,访客 {visits} 条。登录:工号 001(前台)、020(客服主管)、030(经理)、090(系统管理员)等,密码都是 {password}</source>
        <translation>Demo data written to {path}: {days} days of work, {visits} visits. Sign in as 001 (desk), 020 (supervisor), 030 (manager), 090 (administrator) and others; the password of all is {password}</translation>
    </message>
</context>
<context>
    <name>Deposits</name>
    <message>
        <source>现金</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>转账</source>
        <translation>Bank transfer</translation>
    </message>
    <message>
        <source>原路退回</source>
        <translation>Back the way it came</translation>
    </message>
    <message>
        <source>本系统外已退(补录)</source>
        <translation>Given back outside the program (entered later)</translation>
    </message>
    <message>
        <source>{label}已经退过,不能再退。</source>
        <translation>{label} was already refunded and cannot be refunded again.</translation>
    </message>
    <message>
        <source>{label} {day} 起可退,还没有到期。</source>
        <translation>{label} can be refunded from {day}; it is not due yet.</translation>
    </message>
    <message>
        <source>扣款须在 0 到 {amount} 元之间。</source>
        <translation>The deduction must be between 0 and {amount} yuan.</translation>
    </message>
    <message>
        <source>有扣款:请写明原因和依据。</source>
        <translation>There is a deduction: please say why and on what grounds.</translation>
    </message>
    <message>
        <source>有扣款:请写明何时、怎样通知了对方。</source>
        <translation>There is a deduction: please say when and how the other side was told.</translation>
    </message>
    <message>
        <source>请填写领款人。</source>
        <translation>Please enter who receives the money.</translation>
    </message>
    <message>
        <source>请选择付款方式。</source>
        <translation>Please choose how it is paid.</translation>
    </message>
    <message>
        <source>请选择付款人。</source>
        <translation>Please choose who pays it out.</translation>
    </message>
    <message>
        <source>请填写验收(复验)人:验收人签字后才退。</source>
        <translation>Please enter who accepted (re-inspected) the works: the refund follows that signature.</translation>
    </message>
    <message>
        <source>原收据没有收回:请写明遗失声明和证件核验。</source>
        <translation>The original receipt was not returned: please note the declaration of loss and the identity check.</translation>
    </message>
    <message>
        <source>请选择退款审批人。</source>
        <translation>Please choose who approves the refund.</translation>
    </message>
    <message>
        <source>{name} 不能审批:装修押金、有扣款或没有原收据的退款由经理审批。</source>
        <translation>{name} cannot approve this: renovation deposits, deductions and refunds without the original receipt are approved by the manager.</translation>
    </message>
    <message>
        <source>{name} 不能审批:退款由客服主管或经理审批。</source>
        <translation>{name} cannot approve this: refunds are approved by the supervisor or the manager.</translation>
    </message>
    <message>
        <source>{name} 是收款人,不能审批这笔退款,请改选。</source>
        <translation>{name} took the money and cannot approve its refund. Please choose somebody else.</translation>
    </message>
    <message>
        <source>{name} 是付款人,不能自己审批,请改选。</source>
        <translation>{name} pays it out and cannot approve it. Please choose somebody else.</translation>
    </message>
    <message>
        <source>{name} 正在经办这笔退款,不能自己审批,请改选。</source>
        <translation>{name} is handling this refund and cannot approve it. Please choose somebody else.</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
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
        <source>款项</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>没有付出,或已经全部收回</source>
        <translation>Nothing went out, or all of it came back</translation>
    </message>
    <message>
        <source>退款日期(纸质单据上的)</source>
        <translation>Day of the refund (on the paper)</translation>
    </message>
    <message>
        <source>纸质退款单 / 收据号</source>
        <translation>Number of the paper slip or receipt</translation>
    </message>
    <message>
        <source>由谁确认</source>
        <translation>Confirmed by</translation>
    </message>
    <message>
        <source>领款人</source>
        <translation>Paid to</translation>
    </message>
    <message>
        <source>扣款 元(没有留空)</source>
        <translation>Deduction, yuan (empty: none)</translation>
    </message>
    <message>
        <source>扣款原因和依据</source>
        <translation>Grounds of the deduction</translation>
    </message>
    <message>
        <source>请填写纸质单据上的退款日期。</source>
        <translation>Enter the day of the refund on the paper.</translation>
    </message>
    <message>
        <source>退款日期须在收款日 {first} 到今天之间。</source>
        <translation>The day must lie between {first}, when the money was taken, and today.</translation>
    </message>
    <message>
        <source>请填写纸质退款单或收据的号码。</source>
        <translation>Enter the number of the paper slip or receipt.</translation>
    </message>
    <message>
        <source>请写明由谁确认(谁付的款、谁保管纸质单据)。</source>
        <translation>Say who confirms it (who paid, who keeps the paper).</translation>
    </message>
    <message>
        <source>装修押金和有扣款的由经理登记。</source>
        <translation>Renovation deposits and deductions are entered by the manager.</translation>
    </message>
    <message>
        <source>您是这笔押金的收款人,请由另一位主管或经理登记。</source>
        <translation>You took this deposit: another supervisor or the manager enters it.</translation>
    </message>
    <message>
        <source>还没有退过押金,没有退款单;在本系统外退的见纸质单据。</source>
        <translation>No deposit was refunded, there is no slip; for one given back outside the program see its paper.</translation>
    </message>
    <message>
        <source>填写错误</source>
        <translation>Wrong entry</translation>
    </message>
    <message>
        <source>没有付出或转账退回</source>
        <translation>Not paid, or it came back</translation>
    </message>
    <message>
        <source>退错单据</source>
        <translation>Wrong record refunded</translation>
    </message>
    <message>
        <source>重复退款</source>
        <translation>Refunded twice</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>这笔押金没有退过,没有可作废的退款。</source>
        <translation>This deposit was not refunded; there is no refund to void.</translation>
    </message>
    <message>
        <source>请先收回已付出的款(或确认没有付出),再作废这张退款单。</source>
        <translation>Get the money back first (or make sure none went out), then void this refund.</translation>
    </message>
    <message>
        <source>{name} 不能复核:退款作废由客服主管或经理复核。</source>
        <translation>{name} cannot review this: a voided refund is reviewed by the supervisor or the manager.</translation>
    </message>
    <message>
        <source>{name} 审批或付过这笔退款,不能复核它的作废,请改选。</source>
        <translation>{name} approved or paid this refund and cannot review its voiding; choose somebody else.</translation>
    </message>
    <message>
        <source>哪一笔</source>
        <translation>Which one</translation>
    </message>
    <message>
        <source>{no} 已作废,押金重新待退</source>
        <translation>{no} is void, the deposit is to be refunded again</translation>
    </message>
    <message>
        <source>作废退款 {sums}</source>
        <translation>Void refund {sums}</translation>
    </message>
    <message>
        <source>{no} 已补录:押金在本系统外已退,不再待退</source>
        <translation>{no} entered: the deposit went back outside the program and is due no more</translation>
    </message>
    <message>
        <source>补录本系统外已退的押金(现在不付款) {sums}</source>
        <translation>Enter a deposit given back outside the program (no payment now) {sums}</translation>
    </message>
    <message>
        <source>打印哪一张退款单</source>
        <translation>Which refund slip to print</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>(作废)</source>
        <translation> (void)</translation>
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
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>{reason}。请检查磁盘和文件夹的权限。</source>
        <translation>{reason}. Check the disk and the rights of the folder.</translation>
    </message>
    <message>
        <source>服务器连得上:{url}</source>
        <translation>The server answers: {url}</translation>
    </message>
    <message>
        <source>还没有做过恢复演练(每月自动做一次)</source>
        <translation>no restore drill yet (one a month by itself)</translation>
    </message>
    <message>
        <source>{told};较大:{names}。旧备份可移到别的磁盘;desk.db 和 archive 要留着</source>
        <translation>{told}; large: {names}. Old backups can be moved to another disk; desk.db and archive must stay</translation>
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
    <message>
        <source>主窗口</source>
        <translation>Main window</translation>
    </message>
    <message>
        <source>本机速度</source>
        <translation>Speed of this computer</translation>
    </message>
    <message>
        <source>磁盘写入</source>
        <translation>Disk write</translation>
    </message>
    <message>
        <source>数据文件夹所在的磁盘慢(机械硬盘、网络盘或杀毒软件在逐个检查);请换到固态硬盘,并让杀毒软件不检查数据文件夹</source>
        <translation>the disk of the data folder is slow (a hard disk, a network drive, or a virus scanner checking every file); use an SSD and let the virus scanner leave the data folder out</translation>
    </message>
    <message>
        <source>保存一条</source>
        <translation>Saving a record</translation>
    </message>
    <message>
        <source>请先看磁盘写入;磁盘正常时,请关掉其他占用处理器的程序</source>
        <translation>look at the disk write first; if the disk is normal, close other programs that keep the processor busy</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>请关掉其他占用处理器或内存的程序;再慢请把本页交给管理员</source>
        <translation>close other programs that take the processor or memory; if it stays slow, give this page to the administrator</translation>
    </message>
    <message>
        <source>生成放行条</source>
        <translation>Drawing a release slip</translation>
    </message>
    <message>
        <source>处理器慢或正忙;请关掉其他程序</source>
        <translation>the processor is slow or busy; close other programs</translation>
    </message>
    <message>
        <source>{ms} 毫秒,正常</source>
        <translation>{ms} ms, normal</translation>
    </message>
    <message>
        <source>{ms} 毫秒,慢(正常不超过 {limit} 毫秒):{advice}</source>
        <translation>{ms} ms, slow (normal is at most {limit} ms): {advice}</translation>
    </message>
    <message>
        <source>图标、照片、输入法、打印的组件齐全</source>
        <translation>everything for icons, photos, input methods and printing is there</translation>
    </message>
    <message>
        <source>窗口组件</source>
        <translation>Parts of the window</translation>
    </message>
    <message>
        <source>窗口没有打开数据</source>
        <translation>the window did not open its data</translation>
    </message>
    <message>
        <source>{count} 个页签都画出来了,中文齐全</source>
        <translation>all {count} tabs are drawn, with all Chinese characters</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>重画窗口</source>
        <translation>Repainting the window</translation>
    </message>
    <message>
        <source>不认识的图片格式:{names}</source>
        <translation>unknown kinds of pictures: {names}</translation>
    </message>
    <message>
        <source>没有画出来的页签:{names}</source>
        <translation>tabs that were not drawn: {names}</translation>
    </message>
    <message>
        <source>不同的页签画得一样</source>
        <translation>different tabs look the same</translation>
    </message>
    <message>
        <source>有的中文字没有画出来</source>
        <translation>some Chinese characters were not drawn</translation>
    </message>
    <message>
        <source>页面是空白的</source>
        <translation>the page is blank</translation>
    </message>
    <message>
        <source>画出来了;没有找到打印机(可另存为 PDF)</source>
        <translation>drawn; no printer found (it can be saved as PDF)</translation>
    </message>
    <message>
        <source>画出来了;打印机:{names}</source>
        <translation>drawn; printers: {names}</translation>
    </message>
</context>
<context>
    <name>DocumentPrints</name>
    <message>
        <source>登记并打印申请单</source>
        <translation>Register and print the slip</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>已在申请单上签名</source>
        <translation>has signed the slip</translation>
    </message>
    <message>
        <source>审批主管</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>已同意并在申请单上签名</source>
        <translation>has agreed and signed the slip</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>打印人</source>
        <translation>Printed by</translation>
    </message>
    <message>
        <source>用印</source>
        <translation>Stamp</translation>
    </message>
    <message>
        <source>已盖章并登用印台账</source>
        <translation>stamped, in the seal register</translation>
    </message>
    <message>
        <source>领取人</source>
        <translation>Collected by</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason</translation>
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
        <source>申请打印</source>
        <translation>Ask for a print</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>registered</translation>
    </message>
    <message>
        <source>{name} 同意打印</source>
        <translation>{name} agrees to the print</translation>
    </message>
    <message>
        <source>主管同意已登记</source>
        <translation>consent noted</translation>
    </message>
    <message>
        <source>登记打印</source>
        <translation>Note the print</translation>
    </message>
    <message>
        <source>打印已登记</source>
        <translation>print noted</translation>
    </message>
    <message>
        <source>登记领取</source>
        <translation>Note the collection</translation>
    </message>
    <message>
        <source>领取已登记</source>
        <translation>collection noted</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>voided</translation>
    </message>
    <message>
        <source>文件名称</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>申请部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>页数(每份)</source>
        <translation>Pages a copy</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>单 / 双面</source>
        <translation>Sides</translation>
    </message>
    <message>
        <source>彩色 / 黑白</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>密级</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>要盖章(另登用印台账)</source>
        <translation>To be stamped (+ seal register)</translation>
    </message>
    <message>
        <source>用印份数</source>
        <translation>Copies to stamp</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
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
        <source>同意时间</source>
        <translation>Agreed at</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>总页数</source>
        <translation>Total pages</translation>
    </message>
    <message>
        <source>打印时间</source>
        <translation>Printed at</translation>
    </message>
    <message>
        <source>领取时间</source>
        <translation>Collected at</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>作废类别</source>
        <translation>Kind of voiding</translation>
    </message>
    <message>
        <source>待同意</source>
        <translation>To be agreed</translation>
    </message>
    <message>
        <source>待打印</source>
        <translation>To print</translation>
    </message>
    <message>
        <source>待领取</source>
        <translation>To collect</translation>
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
        <source>主管同意…</source>
        <translation>Consent…</translation>
    </message>
    <message>
        <source>已打印…</source>
        <translation>Printed…</translation>
    </message>
    <message>
        <source>领取…</source>
        <translation>Collected…</translation>
    </message>
    <message>
        <source>打印申请单</source>
        <translation>Print the slip</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
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
        <source>文件打印</source>
        <translation>Document prints</translation>
    </message>
    <message>
        <source>文件待打印</source>
        <translation>Documents to print</translation>
    </message>
    <message>
        <source>申请时间</source>
        <translation>Applied at</translation>
    </message>
    <message>
        <source>申请人已签名</source>
        <translation>Applicant signed</translation>
    </message>
    <message>
        <source>主管已签名</source>
        <translation>Supervisor signed</translation>
    </message>
    <message>
        <source>已用印</source>
        <translation>Stamped</translation>
    </message>
    <message>
        <source>领取人已签名</source>
        <translation>Collector signed</translation>
    </message>
    <message>
        <source>作废复核人</source>
        <translation>Voiding reviewed by</translation>
    </message>
    <message>
        <source>主管同意打印</source>
        <translation>Supervisor agrees to the print</translation>
    </message>
    <message>
        <source>登记申请</source>
        <translation>Register the application</translation>
    </message>
    <message>
        <source>打印 / 补打</source>
        <translation>Print / reprint</translation>
    </message>
    <message>
        <source>还没有文件打印申请。按 F2 登记,打印申请单请申请人和主管签名。</source>
        <translation>No prints asked for yet. F2 registers one; print the slip for the applicant and the supervisor to sign.</translation>
    </message>
    <message>
        <source>申请</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>主管同意</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>已打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>已领取</source>
        <translation>Collected</translation>
    </message>
    <message>
        <source>登记主管同意</source>
        <translation>note the consent</translation>
    </message>
    <message>
        <source>请填写文件名称。</source>
        <translation>Enter the document.</translation>
    </message>
    <message>
        <source>请选择申请部门。</source>
        <translation>Choose the department.</translation>
    </message>
    <message>
        <source>请填写申请人。</source>
        <translation>Enter who asks for it.</translation>
    </message>
    <message>
        <source>份数须为 1 至 {most}。</source>
        <translation>Copies must be 1 to {most}.</translation>
    </message>
    <message>
        <source>页数须为 1 至 {most}。</source>
        <translation>Pages must be 1 to {most}.</translation>
    </message>
    <message>
        <source>请选择审批主管:主管同意才可以打印,本部门也一样。</source>
        <translation>Choose the supervisor: nothing is printed without consent, for our own department either.</translation>
    </message>
    <message>
        <source>{name} 不能审批{department}的打印,须由{roles}审批。</source>
        <translation>{name} cannot agree to prints for: {department}. This is for: {roles}.</translation>
    </message>
    <message>
        <source>申请人不能审批自己的打印,请改选审批主管。</source>
        <translation>Nobody agrees to their own print; choose another supervisor.</translation>
    </message>
    <message>
        <source>{name} 是经办人,不能审批自己登记的打印,请改选或换人登记。</source>
        <translation>{name} registers this print and cannot agree to it; choose another supervisor, or let somebody else register it.</translation>
    </message>
    <message>
        <source>填了用印份数,请勾选用印。</source>
        <translation>Copies to stamp are given; tick the stamp.</translation>
    </message>
    <message>
        <source>用印份数须为 1 至打印份数。</source>
        <translation>Copies to stamp must be 1 to the copies printed.</translation>
    </message>
    <message>
        <source>{name} 还没有在申请单上签名,请签好再登记。</source>
        <translation>{name} has not signed the slip yet; have it signed first.</translation>
    </message>
    <message>
        <source>请选择打印人。</source>
        <translation>Choose who printed it.</translation>
    </message>
    <message>
        <source>有 {count} 份要用印:请先盖章、登用印台账,再登记打印。</source>
        <translation>{count} copies are to be stamped: stamp them and enter them in the seal register first.</translation>
    </message>
    <message>
        <source>请填写领取人。</source>
        <translation>Enter who collects it.</translation>
    </message>
    <message>
        <source>{name} 还没有同意,不能打印:请先在申请单上签名并登记主管同意。</source>
        <translation>{name} has not agreed yet, so nothing is printed: have the slip signed and note the consent first.</translation>
    </message>
    <message>
        <source>{no} 没有可打印的申请单。</source>
        <translation>{no} has no slip to print.</translation>
    </message>
    <message>
        <source>客服部(本部门)</source>
        <translation>Customer service</translation>
    </message>
    <message>
        <source>工程部</source>
        <translation>Engineering</translation>
    </message>
    <message>
        <source>安保部</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>保洁部</source>
        <translation>Cleaning</translation>
    </message>
    <message>
        <source>财务部</source>
        <translation>Finance</translation>
    </message>
    <message>
        <source>综合办公室</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>单面</source>
        <translation>One side</translation>
    </message>
    <message>
        <source>双面</source>
        <translation>Both sides</translation>
    </message>
    <message>
        <source>黑白</source>
        <translation>Black and white</translation>
    </message>
    <message>
        <source>彩色</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>普通</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>内部</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>保密</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>主管不同意</source>
        <translation>Supervisor did not agree</translation>
    </message>
    <message>
        <source>填写错误</source>
        <translation>Wrong entry</translation>
    </message>
    <message>
        <source>申请人取消</source>
        <translation>Cancelled by the applicant</translation>
    </message>
    <message>
        <source>重复登记</source>
        <translation>Registered twice</translation>
    </message>
    <message>
        <source>打印损坏</source>
        <translation>Misprint</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>待主管同意</source>
        <translation>Waits for the supervisor</translation>
    </message>
    <message>
        <source>主管已同意,待打印</source>
        <translation>Agreed, to be printed</translation>
    </message>
    <message>
        <source>已打印,待领取</source>
        <translation>Printed, to be collected</translation>
    </message>
    <message>
        <source>打印好超时未领</source>
        <translation>Printed and not collected in time</translation>
    </message>
</context>
<context>
    <name>Duties</name>
    <message>
        <source>经办</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>审批</source>
        <translation>Approving</translation>
    </message>
    <message>
        <source>申请打印</source>
        <translation>Asking for a print</translation>
    </message>
    <message>
        <source>复核作废</source>
        <translation>Reviewing the voiding</translation>
    </message>
    <message>
        <source>经办、作废</source>
        <translation>Handling, voiding</translation>
    </message>
    <message>
        <source>放行条经办</source>
        <translation>Handling a release slip</translation>
    </message>
    <message>
        <source>负责人签章、复核作废</source>
        <translation>Signing as lead, reviewing a voiding</translation>
    </message>
    <message>
        <source>放行条开具</source>
        <translation>Issuing a release slip</translation>
    </message>
    <message>
        <source>门岗核验</source>
        <translation>Checking at the gate</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>Taking the money</translation>
    </message>
    <message>
        <source>审批退款、复核已收款单据的作废</source>
        <translation>approves the refund, reviews the voiding of what was paid</translation>
    </message>
    <message>
        <source>审批退款、付退款</source>
        <translation>Approving or paying a refund</translation>
    </message>
    <message>
        <source>复核退款作废</source>
        <translation>Reviewing its voiding</translation>
    </message>
    <message>
        <source>钥匙保管</source>
        <translation>Keeping the keys</translation>
    </message>
    <message>
        <source>盘点、监盘</source>
        <translation>Counting, witnessing</translation>
    </message>
    <message>
        <source>审核盘点</source>
        <translation>Reviewing the stock-take</translation>
    </message>
    <message>
        <source>夜班一人兼任</source>
        <translation>Alone at night</translation>
    </message>
    <message>
        <source>次日补审</source>
        <translation>Reviewing next day</translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>服务中心名称(印在单据上)</source>
        <translation>Service centre (printed on documents)</translation>
    </message>
    <message>
        <source>前台位置,例如:A座大堂</source>
        <translation>Desk, for example: Tower A lobby</translation>
    </message>
    <message>
        <source>建立系统管理员</source>
        <translation>The administrator</translation>
    </message>
    <message>
        <source>建立</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>当班负责人姓名(签放行条)</source>
        <translation>Duty lead (signs release slips)</translation>
    </message>
    <message>
        <source>第一次使用</source>
        <translation>First use</translation>
    </message>
    <message>
        <source>开始使用</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>DutyLog</name>
    <message>
        <source>来电登记</source>
        <translation>Phone call</translation>
    </message>
    <message>
        <source>保存到日志</source>
        <translation>Save to log</translation>
    </message>
    <message>
        <source>{start} 来电 · 已通话 {minutes}:{seconds:02d}</source>
        <translation>Call at {start} · {minutes}:{seconds:02d}</translation>
    </message>
    <message>
        <source>这个房号最近的记录</source>
        <translation>Latest about this room</translation>
    </message>
    <message>
        <source>Enter 或双击查看</source>
        <translation>Enter or double-click to view</translation>
    </message>
    <message>
        <source>选好房号后,这里显示最近六条。</source>
        <translation>Choose a room: its latest six records show here.</translation>
    </message>
    <message>
        <source>{no} 来电已登记 {time}</source>
        <translation>{no} call logged {time}</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>来电 F6</source>
        <translation>Call F6</translation>
    </message>
    <message>
        <source>本班表头</source>
        <translation>Shift header</translation>
    </message>
    <message>
        <source>提交日志…</source>
        <translation>Hand in…</translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>已修好,客户确认</source>
        <translation>Repaired, customer confirmed</translation>
    </message>
    <message>
        <source>已回复客户,客户满意</source>
        <translation>Customer answered and satisfied</translation>
    </message>
    <message>
        <source>已转相关部门办结</source>
        <translation>Settled by the department concerned</translation>
    </message>
    <message>
        <source>完成时间</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>还没办完的、下一班要做的</source>
        <translation>What is left for the next shift</translation>
    </message>
    <message>
        <source>为什么转次日、谁来办</source>
        <translation>Why it is put off, and who will do it</translation>
    </message>
    <message>
        <source>转到哪一天</source>
        <translation>Put off to</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>追加内容(自动记下您的姓名和现在的时间)</source>
        <translation>Addition (your name and the time are noted)</translation>
    </message>
    <message>
        <source>登记事项</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>logged</translation>
    </message>
    <message>
        <source>作废登记</source>
        <translation>Void entry</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>本班还没有登记,没有可打印的日志。</source>
        <translation>Nothing logged on this shift yet, so there is no log to print.</translation>
    </message>
    <message>
        <source>{no} 所属班次的日志已提交,作为追加记在那一班</source>
        <translation>{no}: that shift is handed in; logged there as an addition</translation>
    </message>
    <message>
        <source>{no} 已登记,注明补记</source>
        <translation>{no} logged, marked as late</translation>
    </message>
    <message>
        <source>不能更正</source>
        <translation>Cannot be corrected</translation>
    </message>
    <message>
        <source>没有要提交的班次日志。</source>
        <translation>There is no shift log to hand in.</translation>
    </message>
    <message>
        <source>{no} 已完成</source>
        <translation>{no} finished</translation>
    </message>
    <message>
        <source>完成 {no}</source>
        <translation>Finish {no}</translation>
    </message>
    <message>
        <source>{no} 移交下班</source>
        <translation>{no} left to the next shift</translation>
    </message>
    <message>
        <source>移交下班 {no}</source>
        <translation>Hand over {no}</translation>
    </message>
    <message>
        <source>{no} 转次日</source>
        <translation>{no} put off</translation>
    </message>
    <message>
        <source>转次日 {no}</source>
        <translation>Put off {no}</translation>
    </message>
    <message>
        <source>{no} 已追加</source>
        <translation>{no} added to</translation>
    </message>
    <message>
        <source>追加 {no}</source>
        <translation>Add to {no}</translation>
    </message>
    <message>
        <source>{no} 的追加记录</source>
        <translation>Additions to {no}</translation>
    </message>
    <message>
        <source>还没有追加。</source>
        <translation>Nothing was added yet.</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>输入 / 调出短语,Shift+Enter 换行</source>
        <translation>/ for phrases, Shift+Enter for a new line</translation>
    </message>
    <message>
        <source>房号</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>房号、单位或首字母</source>
        <translation>room, company or initials</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Caller</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>事项类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>现在;可改早</source>
        <translation>now; may be earlier</translation>
    </message>
    <message>
        <source>空着就是现在。只能改早;隔得久的注明补记。</source>
        <translation>Empty means now. Only earlier is possible; long ago is marked as late.</translation>
    </message>
    <message>
        <source>内容摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>处理情况</source>
        <translation>Action taken</translation>
    </message>
    <message>
        <source>提交本班日志前须填写</source>
        <translation>Needed before the shift is handed in</translation>
    </message>
    <message>
        <source>通知何部门何人</source>
        <translation>Who was notified</translation>
    </message>
    <message>
        <source>完成状态</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>转次日逾期</source>
        <translation>Put off, overdue</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>值班日期</source>
        <translation>Duty day</translation>
    </message>
    <message>
        <source>班次</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>标记</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>通知何人</source>
        <translation>Notified</translation>
    </message>
    <message>
        <source>转到</source>
        <translation>Put off to</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>追加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>最近追加</source>
        <translation>Last addition</translation>
    </message>
    <message>
        <source>通话(分)</source>
        <translation>Call (min)</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>记录人</source>
        <translation>Logged by</translation>
    </message>
    <message>
        <source>未完成</source>
        <translation>Unfinished</translation>
    </message>
    <message>
        <source>本班</source>
        <translation>This shift</translation>
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
        <source>完成…</source>
        <translation>Finish…</translation>
    </message>
    <message>
        <source>移交下班…</source>
        <translation>Hand over…</translation>
    </message>
    <message>
        <source>转次日…</source>
        <translation>Put off…</translation>
    </message>
    <message>
        <source>追加…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>登记访客…</source>
        <translation>Register visitor…</translation>
    </message>
    <message>
        <source>借钥匙…</source>
        <translation>Lend key…</translation>
    </message>
    <message>
        <source>开放行条…</source>
        <translation>Release slip…</translation>
    </message>
    <message>
        <source>追加记录</source>
        <translation>Additions</translation>
    </message>
    <message>
        <source>打印这一班</source>
        <translation>Print this shift</translation>
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
        <source>补记</source>
        <translation>late</translation>
    </message>
    <message>
        <source>提交后追加</source>
        <translation>Added after hand-in</translation>
    </message>
    <message>
        <source>通话(秒)</source>
        <translation>Call (s)</translation>
    </message>
    <message>
        <source>核验说明</source>
        <translation>Reason given</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>From</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>天气</source>
        <translation>Weather</translation>
    </message>
    <message>
        <source>值班人</source>
        <translation>On duty</translation>
    </message>
    <message>
        <source>当班负责人</source>
        <translation>Duty lead</translation>
    </message>
    <message>
        <source>提交时间</source>
        <translation>Handed in</translation>
    </message>
    <message>
        <source>提交人</source>
        <translation>By</translation>
    </message>
    <message>
        <source>离岗</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>谁离岗</source>
        <translation>Who left</translation>
    </message>
    <message>
        <source>代值人</source>
        <translation>Stand-in</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>追加方式</source>
        <translation>Kind of addition</translation>
    </message>
    <message>
        <source>追加内容</source>
        <translation>Addition</translation>
    </message>
    <message>
        <source>填写表头</source>
        <translation>Fill header</translation>
    </message>
    <message>
        <source>提交日志</source>
        <translation>Hand in</translation>
    </message>
    <message>
        <source>值班日志</source>
        <translation>Duty log</translation>
    </message>
    <message>
        <source>值班未完成</source>
        <translation>Unfinished</translation>
    </message>
    <message>
        <source>没有未完成的事项。来电按 F6,其他事项按 F2 登记。</source>
        <translation>Nothing is unfinished. F6 for a call, F2 for anything else.</translation>
    </message>
    <message>
        <source>处理中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>移交下班</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>转次日</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>填写中</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已提交</source>
        <translation>Handed in</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Hand in</translation>
    </message>
    <message>
        <source>来电</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>来访</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>来函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>传真</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>巡视</source>
        <translation>Patrol</translation>
    </message>
    <message>
        <source>内部</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>上级</source>
        <translation>Superior</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Enquiry</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>报修</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>意见建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>放行</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>钥匙</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>装修</source>
        <translation>Fit-out</translation>
    </message>
    <message>
        <source>动火</source>
        <translation>Hot work</translation>
    </message>
    <message>
        <source>访客</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>收发</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>晴</source>
        <translation>Sunny</translation>
    </message>
    <message>
        <source>阴</source>
        <translation>Cloudy</translation>
    </message>
    <message>
        <source>雨</source>
        <translation>Rain</translation>
    </message>
    <message>
        <source>雪</source>
        <translation>Snow</translation>
    </message>
    <message>
        <source>大风</source>
        <translation>Wind</translation>
    </message>
    <message>
        <source>雾</source>
        <translation>Fog</translation>
    </message>
    <message>
        <source>时间只能改早,不能晚于现在。</source>
        <translation>The time may be earlier, never later than now.</translation>
    </message>
    <message>
        <source>只能补记 {days} 天以内的事项,请核对日期。</source>
        <translation>Only the last {days} days can be logged late. Check the date.</translation>
    </message>
    <message>
        <source>请选择来源,例如来电。</source>
        <translation>Choose the channel, e.g. phone.</translation>
    </message>
    <message>
        <source>请选择事项类别。</source>
        <translation>Choose the category.</translation>
    </message>
    <message>
        <source>内容摘要至少写 {count} 个字:谁、什么事。</source>
        <translation>The summary needs at least {count} characters: who, and what.</translation>
    </message>
    <message>
        <source>请选择完成状态。</source>
        <translation>Choose the outcome.</translation>
    </message>
    <message>
        <source>那一班的日志已提交,追加的事项之后不能再改,请现在填写{missing}。</source>
        <translation>That shift&apos;s log is handed in: what is added to it cannot be changed later, so fill in {missing} now.</translation>
    </message>
    <message>
        <source>本班日志已提交,原文不能再改,只能追加(写明自己的时间和姓名)。</source>
        <translation>This shift is handed in: its words cannot be changed, only added to (with your own time and name).</translation>
    </message>
    <message>
        <source>投诉须另立投诉单并回填单号:请先写明通知了何部门何人。</source>
        <translation>A complaint needs a complaint slip: first say which department and who was told.</translation>
    </message>
    <message>
        <source>报修须转维修工作单:请写明房号、联系人和通知了谁。</source>
        <translation>A repair needs a work order: give room, caller and who was told.</translation>
    </message>
    <message>
        <source>紧急事项须立即报当班负责人,并填紧急事件处理记录。</source>
        <translation>Report an emergency to the duty lead at once and fill in the incident report.</translation>
    </message>
    <message>
        <source>雨雪天气:托管房雨前、雨后各巡查一次。</source>
        <translation>Rain or snow: check the units in custody before and after.</translation>
    </message>
    <message>
        <source>那一班的日志已提交,不能改到那一班。</source>
        <translation>That shift is handed in; the entry cannot be moved there.</translation>
    </message>
    <message>
        <source>完成时间还没到,请核对。</source>
        <translation>The finishing time has not come yet. Check it.</translation>
    </message>
    <message>
        <source>完成时间早于事项时间,请核对。</source>
        <translation>Finished before it happened? Check the time.</translation>
    </message>
    <message>
        <source>请写明处理结果。</source>
        <translation>Say what came of it.</translation>
    </message>
    <message>
        <source>请写明还有什么没办完、下一班要做什么。</source>
        <translation>Say what is left and what the next shift must do.</translation>
    </message>
    <message>
        <source>请写明为什么转次日、谁来办。</source>
        <translation>Say why it is put off and who will do it.</translation>
    </message>
    <message>
        <source>转到哪一天应晚于今天。</source>
        <translation>The day must be later than today.</translation>
    </message>
    <message>
        <source>请写明追加的内容。</source>
        <translation>Write what is to be added.</translation>
    </message>
    <message>
        <source>作废须写明原因。</source>
        <translation>Voiding needs a reason.</translation>
    </message>
    <message>
        <source>请写明已通知何部门何人。</source>
        <translation>Say which department and who was told.</translation>
    </message>
    <message>
        <source>没有提交</source>
        <translation>Not handed in</translation>
    </message>
    <message>
        <source>提交这一班的日志?</source>
        <translation>Hand in the log of this shift?</translation>
    </message>
    <message>
        <source>{no} 已提交 {time},以后只能追加</source>
        <translation>{no} handed in {time}; from now on only additions</translation>
    </message>
    <message>
        <source>确定提交</source>
        <translation>Hand in</translation>
    </message>
    <message>
        <source>请再看一下</source>
        <translation>Please check</translation>
    </message>
    <message>
        <source>{day} {shift},共 {count} 项,未完成 {open} 项。提交以后原文不能再改,只能追加。</source>
        <translation>{day} {shift}: {count} entries, {open} unfinished. After hand-in nothing can be changed, only added.</translation>
    </message>
    <message>
        <source>提交以后没有追加</source>
        <translation>Nothing was added after the hand-in</translation>
    </message>
    <message>
        <source>没有任何登记,请补填表头并提交</source>
        <translation>Nothing logged: fill in the header and hand in</translation>
    </message>
    <message>
        <source>值班人未填</source>
        <translation>nobody named on duty</translation>
    </message>
    <message>
        <source>日志未提交</source>
        <translation>Log not handed in</translation>
    </message>
    <message>
        <source>本班 {end} 才结束。提交以后只能追加,确定现在提交吗?</source>
        <translation>The shift ends at {end}. After hand-in only additions are possible. Hand in now?</translation>
    </message>
    <message>
        <source>这一班还没有开始,不能先填。</source>
        <translation>This shift has not begun yet.</translation>
    </message>
    <message>
        <source>{day} {shift} 还不能提交,请先补齐:
{missing}</source>
        <translation>{day} {shift} cannot be handed in yet. Still missing:
{missing}</translation>
    </message>
    <message>
        <source>表头:天气</source>
        <translation>Header: weather</translation>
    </message>
    <message>
        <source>表头:值班人</source>
        <translation>Header: on duty</translation>
    </message>
    <message>
        <source>表头:当班负责人</source>
        <translation>Header: duty lead</translation>
    </message>
    <message>
        <source>代值:{who} 的返回时间</source>
        <translation>Relief: when {who} came back</translation>
    </message>
    <message>
        <source>{no}({time}):{missing}</source>
        <translation>{no} ({time}): {missing}</translation>
    </message>
    <message>
        <source>另有 {count} 条事项未填齐</source>
        <translation>{count} more entries are incomplete</translation>
    </message>
    <message>
        <source>请选择班次。</source>
        <translation>Choose the shift.</translation>
    </message>
    <message>
        <source>当班负责人须是在职的当班负责人、主管或经理,请从列表中选择。</source>
        <translation>The duty lead must be a duty lead, supervisor or manager on the staff. Choose from the list.</translation>
    </message>
    <message>
        <source>代值须写明离岗时间、谁离岗、谁代值。</source>
        <translation>Relief needs when, who left and who stood in.</translation>
    </message>
    <message>
        <source>代值人不能是离岗的人:任何时候至少一人值守。</source>
        <translation>The stand-in cannot be who left: somebody is always on post.</translation>
    </message>
    <message>
        <source>离岗时间不在本班之内,或还没到。</source>
        <translation>Leaving is outside this shift, or has not come yet.</translation>
    </message>
    <message>
        <source>返回时间应晚于离岗时间,不晚于现在。</source>
        <translation>Coming back must be after leaving and not later than now.</translation>
    </message>
    <message>
        <source>工程部</source>
        <translation>Engineering</translation>
    </message>
    <message>
        <source>安保部</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>保洁</source>
        <translation>Cleaning</translation>
    </message>
    <message>
        <source>财务</source>
        <translation>Finance</translation>
    </message>
    <message>
        <source>指挥中心</source>
        <translation>Control room</translation>
    </message>
    <message>
        <source>保存表头</source>
        <translation>Save header</translation>
    </message>
    <message>
        <source>班次表头</source>
        <translation>Shift header</translation>
    </message>
    <message>
        <source>表头已保存</source>
        <translation>header saved</translation>
    </message>
    <message>
        <source>这一班没有任何登记,没有可打印的日志:请先补填表头。</source>
        <translation>Nothing was written in this shift, so there is no log to print: fill in its header first.</translation>
    </message>
    <message>
        <source>正在填写这一班的表头</source>
        <translation>Filling in this shift</translation>
    </message>
    <message>
        <source>这一班没有任何登记:请先补填表头,再提交。</source>
        <translation>Nothing was written in this shift: fill in its header first, then hand it in.</translation>
    </message>
    <message>
        <source>提交日志前须填写</source>
        <translation>Needed before hand-in</translation>
    </message>
    <message>
        <source>几个人用顿号隔开</source>
        <translation>names, parted by commas</translation>
    </message>
    <message>
        <source>注意事项</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>代值记录</source>
        <translation>Relief</translation>
    </message>
    <message>
        <source>代值</source>
        <translation>Relief</translation>
    </message>
    <message>
        <source>待提交</source>
        <translation>To hand in</translation>
    </message>
    <message>
        <source>逾期未提交</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>未填写</source>
        <translation>Never opened</translation>
    </message>
    <message>
        <source>应填班次</source>
        <translation>Shifts due</translation>
    </message>
    <message>
        <source>已提交班次</source>
        <translation>Handed in</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>提交…</source>
        <translation>Hand in…</translation>
    </message>
    <message>
        <source>补填…</source>
        <translation>Fill in…</translation>
    </message>
    <message>
        <source>打印日志</source>
        <translation>Print log</translation>
    </message>
    <message>
        <source>打印追加页</source>
        <translation>Print additions</translation>
    </message>
    <message>
        <source>值班登记汇总</source>
        <translation>Shift logs</translation>
    </message>
    <message>
        <source>没有等待提交的班次日志。表头在右边填写,写第一条事项时也会自动建好。</source>
        <translation>No log waits to be handed in. Fill in the header on the right; the first entry opens it too.</translation>
    </message>
</context>
<context>
    <name>EntryPasses</name>
    <message>
        <source>审批人</source>
        <translation>Approver</translation>
    </message>
    <message>
        <source>收据号</source>
        <translation>Receipt no.</translation>
    </message>
    <message>
        <source>收款人</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>驳回理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>发证</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>收费后马上发证并打印</source>
        <translation>Issue and print at once</translation>
    </message>
    <message>
        <source>新的有效期至</source>
        <translation>New last day</translation>
    </message>
    <message>
        <source>证件情况</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>交回人</source>
        <translation>Returned by</translation>
    </message>
    <message>
        <source>谁报失、怎样遗失</source>
        <translation>Who reported it, how it was lost</translation>
    </message>
    <message>
        <source>没收原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>领款人</source>
        <translation>Paid to</translation>
    </message>
    <message>
        <source>付款方式</source>
        <translation>Paid by way of</translation>
    </message>
    <message>
        <source>原收据已收回</source>
        <translation>Original receipt returned</translation>
    </message>
    <message>
        <source>扣款 元(没有留空)</source>
        <translation>Deduction, yuan (empty: none)</translation>
    </message>
    <message>
        <source>扣款原因和依据</source>
        <translation>Grounds of the deduction</translation>
    </message>
    <message>
        <source>扣款通知(何时、怎样通知)</source>
        <translation>Told about it (when, how)</translation>
    </message>
    <message>
        <source>付款人</source>
        <translation>Paid out by</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>复核人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>证已收回</source>
        <translation>Card taken back</translation>
    </message>
    <message>
        <source>卡片排版</source>
        <translation>Card sheet</translation>
    </message>
    <message>
        <source>有效的出入证</source>
        <translation>Valid passes</translation>
    </message>
    <message>
        <source>没有打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>{count} 张卡片</source>
        <translation>{count} cards</translation>
    </message>
    <message>
        <source>已打印 {count} 张卡片</source>
        <translation>{count} cards printed</translation>
    </message>
    <message>
        <source>预览并打印</source>
        <translation>Preview and print</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>空格键勾选;一张 A4 排 8 张,不足的空着。</source>
        <translation>Space ticks a pass; eight cards to an A4 sheet, the rest stays empty.</translation>
    </message>
    <message>
        <source>已选 {count} 张,印 {sheets} 页 A4</source>
        <translation>{count} chosen, {sheets} A4 sheets</translation>
    </message>
    <message>
        <source>请选择退回的证是否完好。</source>
        <translation>Say in what condition the card came back.</translation>
    </message>
    <message>
        <source>这张证正在补办,请先放弃补办的申请,再登记退证。</source>
        <translation>This pass is being replaced: discard the replacement first, then note the return.</translation>
    </message>
    <message>
        <source>请写明谁报失、怎样遗失的。</source>
        <translation>Say who reported the loss and how it happened.</translation>
    </message>
    <message>
        <source>原证有效期已到 {day},不能补证;请重新办证。</source>
        <translation>The lost pass ended on {day} and cannot be replaced; apply for a new one.</translation>
    </message>
    <message>
        <source>请选择没收原因。</source>
        <translation>Choose why the card was taken away.</translation>
    </message>
    <message>
        <source>请写明经过,例如「在 15-09 施工,证上为 15-08」。</source>
        <translation>Say what happened, for example &quot;worked in 15-09, pass is for 15-08&quot;.</translation>
    </message>
    <message>
        <source>日期应在发证日 {starts} 到今天之间。</source>
        <translation>The date must lie between the day of issue ({starts}) and today.</translation>
    </message>
    <message>
        <source>发证并打印</source>
        <translation>Issue and print</translation>
    </message>
    <message>
        <source>提交审批</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>办出入证</source>
        <translation>Entry pass</translation>
    </message>
    <message>
        <source>已办理</source>
        <translation>saved</translation>
    </message>
    <message>
        <source>放弃申请</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>已放弃</source>
        <translation>Discarded</translation>
    </message>
    <message>
        <source>已抽查</source>
        <translation>Spot check noted</translation>
    </message>
    <message>
        <source>草稿已存</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>继续办理这份申请</source>
        <translation>Going on with this application</translation>
    </message>
    <message>
        <source>已撤回,可以修改</source>
        <translation>Taken back: it can be changed</translation>
    </message>
    <message>
        <source>审批 {name}({agreed})</source>
        <translation>Approve {name} ({agreed})</translation>
    </message>
    <message>
        <source>{no} 已批准</source>
        <translation>{no} approved</translation>
    </message>
    <message>
        <source>驳回 {name}</source>
        <translation>Send back {name}</translation>
    </message>
    <message>
        <source>{no} 已驳回,可修改后再提交</source>
        <translation>{no} sent back: change it and submit again</translation>
    </message>
    <message>
        <source>{no} 已发证</source>
        <translation>{no} issued</translation>
    </message>
    <message>
        <source>{no} 已收费</source>
        <translation>{no} paid</translation>
    </message>
    <message>
        <source>{no} 已延期至 {day}</source>
        <translation>{no} extended to {day}</translation>
    </message>
    <message>
        <source>延期 {no},最晚至 {day}</source>
        <translation>Extend {no}, until {day} at most</translation>
    </message>
    <message>
        <source>退证 {no} {name}</source>
        <translation>Return {no} {name}</translation>
    </message>
    <message>
        <source>{no} 已退证</source>
        <translation>{no} returned</translation>
    </message>
    <message>
        <source>挂失 {no} {name}</source>
        <translation>Lost: {no} {name}</translation>
    </message>
    <message>
        <source>{no} 已挂失</source>
        <translation>{no} reported lost</translation>
    </message>
    <message>
        <source>现在补证吗?</source>
        <translation>Replace it now?</translation>
    </message>
    <message>
        <source>已开补证申请</source>
        <translation>Replacement begun</translation>
    </message>
    <message>
        <source>没收 {no} {name}</source>
        <translation>Confiscate {no} {name}</translation>
    </message>
    <message>
        <source>{no} 已没收</source>
        <translation>{no} confiscated</translation>
    </message>
    <message>
        <source>扣款须经经理审批、写明原因并通知持证人;没有审批的照常退还。</source>
        <translation>Keeping it needs the manager&apos;s approval, a reason and a notice to the holder; without approval it is paid back as usual.</translation>
    </message>
    <message>
        <source>押金不自动没收</source>
        <translation>The deposit is not kept automatically</translation>
    </message>
    <message>
        <source>作废 {no}</source>
        <translation>Void {no}</translation>
    </message>
    <message>
        <source>{no} 已作废</source>
        <translation>{no} voided</translation>
    </message>
    <message>
        <source>要复制重办一张吗?</source>
        <translation>Copy it into a new application?</translation>
    </message>
    <message>
        <source>{no} 已退押金 {paid} 元</source>
        <translation>{no}: deposit of {paid} yuan refunded</translation>
    </message>
    <message>
        <source>退押金 {no} {amount} 元</source>
        <translation>Refund the deposit of {no}, {amount} yuan</translation>
    </message>
    <message>
        <source>已复制为申请</source>
        <translation>Copied into an application</translation>
    </message>
    <message>
        <source>读不到照片「{name}」,请确认文件还在,再添加一次。</source>
        <translation>The photo &quot;{name}&quot; cannot be read: see that the file is there and add it again.</translation>
    </message>
    <message>
        <source>「{name}」不是 jpg 或 png 照片,请换一个文件。</source>
        <translation>&quot;{name}&quot; is no jpg or png picture: choose another file.</translation>
    </message>
    <message>
        <source>照片「{name}」有 {size} KB,最大 {most} KB;请缩小后再添加。</source>
        <translation>The photo &quot;{name}&quot; has {size} KB, {most} KB at most: make it smaller and add it again.</translation>
    </message>
    <message>
        <source>照片「{name}」打不开(文件损坏),请换一个文件。</source>
        <translation>The photo &quot;{name}&quot; cannot be opened (damaged file); choose another file.</translation>
    </message>
    <message>
        <source>照片与证件</source>
        <translation>Photo, papers</translation>
    </message>
    <message>
        <source>特种作业证</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>期限与区域</source>
        <translation>Validity, zone</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>持证人</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>已核验证件</source>
        <translation>Document seen</translation>
    </message>
    <message>
        <source>证件号码(只留掩码)</source>
        <translation>ID no. (mask is kept)</translation>
    </message>
    <message>
        <source>装修许可证号</source>
        <translation>Fit-out permit no.</translation>
    </message>
    <message>
        <source>房号 / 作业地点</source>
        <translation>Room / place</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>工种</source>
        <translation>Trade</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>装修施工</source>
        <translation>Fit-out works</translation>
    </message>
    <message>
        <source>送货搬运</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>设备安装</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>保洁服务</source>
        <translation>Cleaning</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>担保人</source>
        <translation>Guarantor</translation>
    </message>
    <message>
        <source>业主或施工负责人</source>
        <translation>owner or foreman</translation>
    </message>
    <message>
        <source>照片(jpg、png)</source>
        <translation>Photo (jpg, png)</translation>
    </message>
    <message>
        <source>施工许可证</source>
        <translation>Works permit</translation>
    </message>
    <message>
        <source>原件已核对</source>
        <translation>original seen</translation>
    </message>
    <message>
        <source>身份证</source>
        <translation>ID card</translation>
    </message>
    <message>
        <source>原件已核对,不留复印件</source>
        <translation>original seen, no copy kept</translation>
    </message>
    <message>
        <source>居住证</source>
        <translation>Residence permit</translation>
    </message>
    <message>
        <source>居住证号(可不填)</source>
        <translation>Residence permit no. (optional)</translation>
    </message>
    <message>
        <source>操作证号(电工、焊工)</source>
        <translation>Certificate no. (electr., welder)</translation>
    </message>
    <message>
        <source>操作证有效期至</source>
        <translation>Certificate valid to</translation>
    </message>
    <message>
        <source>查询日期</source>
        <translation>Checked on</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid to</translation>
    </message>
    <message>
        <source>不填即最长</source>
        <translation>empty: as long as possible</translation>
    </message>
    <message>
        <source>允许时段</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>允许区域</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>实体卡号</source>
        <translation>Card no.</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>证号</source>
        <translation>Pass no.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name (masked)</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID no.</translation>
    </message>
    <message>
        <source>房号</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>许可证</source>
        <translation>Permit</translation>
    </message>
    <message>
        <source>自</source>
        <translation>From</translation>
    </message>
    <message>
        <source>延期次数</source>
        <translation>Extensions</translation>
    </message>
    <message>
        <source>工本费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>押金</source>
        <translation>Deposit</translation>
    </message>
    <message>
        <source>退款单号</source>
        <translation>Refund no.</translation>
    </message>
    <message>
        <source>退款日</source>
        <translation>Refunded on</translation>
    </message>
    <message>
        <source>扣款</source>
        <translation>Deduction</translation>
    </message>
    <message>
        <source>实退押金</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>发证人</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>退证日</source>
        <translation>Returned on</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>应收回</source>
        <translation>To collect</translation>
    </message>
    <message>
        <source>逾期未退</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>继续办理</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>审批…</source>
        <translation>Approve…</translation>
    </message>
    <message>
        <source>收费发证…</source>
        <translation>Pay, issue…</translation>
    </message>
    <message>
        <source>退证…</source>
        <translation>Return…</translation>
    </message>
    <message>
        <source>补证…</source>
        <translation>Replace…</translation>
    </message>
    <message>
        <source>延期…</source>
        <translation>Extend…</translation>
    </message>
    <message>
        <source>挂失…</source>
        <translation>Lost…</translation>
    </message>
    <message>
        <source>没收…</source>
        <translation>Confiscate…</translation>
    </message>
    <message>
        <source>打印 A6</source>
        <translation>Print A6</translation>
    </message>
    <message>
        <source>打印卡片</source>
        <translation>Print card</translation>
    </message>
    <message>
        <source>驳回…</source>
        <translation>Send back…</translation>
    </message>
    <message>
        <source>撤回修改</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>作废…</source>
        <translation>Void…</translation>
    </message>
    <message>
        <source>复制重办</source>
        <translation>Copy as new</translation>
    </message>
    <message>
        <source>退押金…</source>
        <translation>Refund deposit…</translation>
    </message>
    <message>
        <source>补录系统外已退押金…</source>
        <translation>Enter refund made on paper…</translation>
    </message>
    <message>
        <source>作废退款…</source>
        <translation>Void refund…</translation>
    </message>
    <message>
        <source>打印退款单</source>
        <translation>Print refund slip</translation>
    </message>
    <message>
        <source>负责人抽查</source>
        <translation>Lead&apos;s spot check</translation>
    </message>
    <message>
        <source>补审同意</source>
        <translation>Approve afterwards</translation>
    </message>
    <message>
        <source>补审异议…</source>
        <translation>Object afterwards…</translation>
    </message>
    <message>
        <source>查看与修改记录</source>
        <translation>View and history</translation>
    </message>
    <message>
        <source>证件尾号</source>
        <translation>Document ends in</translation>
    </message>
    <message>
        <source>核验说明</source>
        <translation>Why accepted</translation>
    </message>
    <message>
        <source>作业地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>不晚于原证</source>
        <translation>Not later than the lost pass</translation>
    </message>
    <message>
        <source>驳回意见</source>
        <translation>Sent back because</translation>
    </message>
    <message>
        <source>收款日</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>发证时间</source>
        <translation>Issued at</translation>
    </message>
    <message>
        <source>抽查人</source>
        <translation>Spot check by</translation>
    </message>
    <message>
        <source>抽查时间</source>
        <translation>Spot check at</translation>
    </message>
    <message>
        <source>停用日</source>
        <translation>Stopped on</translation>
    </message>
    <message>
        <source>停用原因</source>
        <translation>Stopped because</translation>
    </message>
    <message>
        <source>挂失日</source>
        <translation>Lost on</translation>
    </message>
    <message>
        <source>挂失说明</source>
        <translation>How it was lost</translation>
    </message>
    <message>
        <source>退证情况</source>
        <translation>Returned as</translation>
    </message>
    <message>
        <source>退证说明</source>
        <translation>Note on return</translation>
    </message>
    <message>
        <source>作废类别</source>
        <translation>Kind of voiding</translation>
    </message>
    <message>
        <source>作废复核人</source>
        <translation>Voiding reviewed by</translation>
    </message>
    <message>
        <source>证没有收回</source>
        <translation>Card not taken back</translation>
    </message>
    <message>
        <source>押金已退</source>
        <translation>Deposit refunded</translation>
    </message>
    <message>
        <source>第几次延期</source>
        <translation>Extension no.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>发临时证</source>
        <translation>Issue temporary pass</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>随许可证停用</source>
        <translation>Stopped with its permit</translation>
    </message>
    <message>
        <source>随许可证恢复</source>
        <translation>Resumed with its permit</translation>
    </message>
    <message>
        <source>过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>出入证</source>
        <translation>Entry pass</translation>
    </message>
    <message>
        <source>有效出入证</source>
        <translation>Valid passes</translation>
    </message>
    <message>
        <source>出入证逾期未退</source>
        <translation>Passes overdue</translation>
    </message>
    <message>
        <source>证件押金可退</source>
        <translation>Pass deposits due</translation>
    </message>
    <message>
        <source>还没有出入证。按 F2 办第一张,先选种类。</source>
        <translation>No passes yet. Press F2 for the first one: choose its kind.</translation>
    </message>
    <message>
        <source>前台初审</source>
        <translation>First check</translation>
    </message>
    <message>
        <source>客服主管审批</source>
        <translation>Supervisor&apos;s approval</translation>
    </message>
    <message>
        <source>申请</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>待审批</source>
        <translation>To approve</translation>
    </message>
    <message>
        <source>待缴费</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>待发证</source>
        <translation>To issue</translation>
    </message>
    <message>
        <source>已发证</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>冻结</source>
        <translation>Frozen</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>过期未退</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>挂失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>已补证</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>没收</source>
        <translation>Confiscated</translation>
    </message>
    <message>
        <source>已退证</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>驳回</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>登记收费</source>
        <translation>Record payment</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>解冻</source>
        <translation>Unfreeze</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>退证</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>补证</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>草稿-{number:04d}</source>
        <translation>Draft-{number:04d}</translation>
    </message>
    <message>
        <source>请选择办出入证还是临时出入证。</source>
        <translation>Choose an entry pass or a temporary pass.</translation>
    </message>
    <message>
        <source>请填写持证人姓名。</source>
        <translation>Enter the holder&apos;s name.</translation>
    </message>
    <message>
        <source>请选择看过的身份证件。</source>
        <translation>Choose the document that was seen.</translation>
    </message>
    <message>
        <source>请填写证件号码,只用来核对,只留掩码。</source>
        <translation>Enter the document&apos;s number: it is checked, only its mask is kept.</translation>
    </message>
    <message>
        <source>请填写房号或作业地点,可输入首字母。</source>
        <translation>Enter the room or place; initials will do.</translation>
    </message>
    <message>
        <source>请填写进入的事由,例如送货、搬运。</source>
        <translation>Enter the reason, for example delivery.</translation>
    </message>
    <message>
        <source>请选择持证人的性别。</source>
        <translation>Choose the holder&apos;s sex.</translation>
    </message>
    <message>
        <source>请填写持证人的联系电话。</source>
        <translation>Enter the holder&apos;s telephone.</translation>
    </message>
    <message>
        <source>请填写持证人的单位(施工单位)。</source>
        <translation>Enter the holder&apos;s company (the contractor).</translation>
    </message>
    <message>
        <source>请选择工种。</source>
        <translation>Choose the trade.</translation>
    </message>
    <message>
        <source>请填写担保人:业主或施工负责人。</source>
        <translation>Enter the guarantor: the owner or the foreman.</translation>
    </message>
    <message>
        <source>办出入证须出示装修许可证,请填写许可证号(XK-…)。</source>
        <translation>A pass needs a fit-out permit: enter its number (XK-…).</translation>
    </message>
    <message>
        <source>出入证须有照片,请添加一寸照的文件(jpg 或 png)。</source>
        <translation>A pass needs a photo: add its file (jpg or png).</translation>
    </message>
    <message>
        <source>请核对施工许可证原件后勾选。</source>
        <translation>See the original works permit, then tick.</translation>
    </message>
    <message>
        <source>请核对身份证原件后勾选。</source>
        <translation>See the original ID card, then tick.</translation>
    </message>
    <message>
        <source>{trade}须持特种作业操作证,请填写证号。</source>
        <translation>This trade ({trade}) needs a special-operation certificate: enter its number.</translation>
    </message>
    <message>
        <source>请填写{trade}操作证的有效期至。</source>
        <translation>Enter until when the certificate ({trade}) is valid.</translation>
    </message>
    <message>
        <source>请填写查询{trade}操作证真伪的日期。</source>
        <translation>Enter when the certificate ({trade}) was checked.</translation>
    </message>
    <message>
        <source>{trade}操作证已于 {day} 到期,过期 {days} 天,不能发证;请出示有效的操作证。</source>
        <translation>The certificate ({trade}) expired on {day}, {days} days ago: no pass; ask for a valid certificate.</translation>
    </message>
    <message>
        <source>查询日期晚于今天,请核对。</source>
        <translation>The day of the check is after today.</translation>
    </message>
    <message>
        <source>有效期至早于今天,请改晚一些或留空。</source>
        <translation>The last day is before today: choose a later one or leave it empty.</translation>
    </message>
    <message>
        <source>有效期最晚到 {day}({why}),请改早一些或留空。</source>
        <translation>Valid until {day} at most ({why}): choose an earlier day or leave it empty.</translation>
    </message>
    <message>
        <source>补证不晚于原证</source>
        <translation>no later than the lost pass</translation>
    </message>
    <message>
        <source>{name} 已持有 {no},一人一证;确需再办请写明原因。</source>
        <translation>{name} already holds {no}; one person, one pass. If another one is needed, say why.</translation>
    </message>
    <message>
        <source>请填写收据号。</source>
        <translation>Enter the receipt&apos;s number.</translation>
    </message>
    <message>
        <source>请选择收款人。</source>
        <translation>Choose who took the money.</translation>
    </message>
    <message>
        <source>临时出入证不办延期,请重新办一张。</source>
        <translation>A temporary pass is not extended: issue a new one.</translation>
    </message>
    <message>
        <source>请填写新的有效期至。</source>
        <translation>Enter the new last day.</translation>
    </message>
    <message>
        <source>新的有效期至应晚于现在的 {day}。</source>
        <translation>The new last day must be after {day}.</translation>
    </message>
    <message>
        <source>最晚只能延到 {day}({why})。</source>
        <translation>It can be extended until {day} at most ({why}).</translation>
    </message>
    <message>
        <source>请选择审批人:客服主管或经理。</source>
        <translation>Choose who approves: the supervisor or the manager.</translation>
    </message>
    <message>
        <source>{name} 不能审批:出入证由客服主管或经理审批。</source>
        <translation>{name} cannot approve: passes are approved by the supervisor or the manager.</translation>
    </message>
    <message>
        <source>经办人与审批人不能是同一人,请改选。</source>
        <translation>Whoever handles it cannot approve it: choose somebody else.</translation>
    </message>
    <message>
        <source>{name} 不能复核:已收费的证作废由经理复核。</source>
        <translation>{name} cannot review: a paid pass is voided with the manager&apos;s review.</translation>
    </message>
    <message>
        <source>临时出入证不需要审批,请直接发证。</source>
        <translation>A temporary pass needs no approval: issue it.</translation>
    </message>
    <message>
        <source>出入证须先审批、收费,再发证。</source>
        <translation>An entry pass is approved and paid before it is issued.</translation>
    </message>
    <message>
        <source>现在是「{state}」,不能复制重办;要改内容请先作废。</source>
        <translation>It is &quot;{state}&quot; and cannot be copied; to change it, void it first.</translation>
    </message>
    <message>
        <source>抽查只用于已发、还没有抽查过的临时出入证。</source>
        <translation>The spot check is for issued temporary passes, once each.</translation>
    </message>
    <message>
        <source>抽查须由经办人以外的人进行。</source>
        <translation>Somebody else than the handler makes the spot check.</translation>
    </message>
    <message>
        <source>{no} 现在是「{state}」,不能补打;挂失的请办补证。</source>
        <translation>{no} is &quot;{state}&quot; and is not printed; a lost one is replaced.</translation>
    </message>
    <message>
        <source>{no} 还没有发证,没有可打印的证。</source>
        <translation>{no} is not issued yet: there is nothing to print.</translation>
    </message>
    <message>
        <source>临时出入证</source>
        <translation>Temporary pass</translation>
    </message>
    <message>
        <source>男</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>女</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>水工</source>
        <translation>Plumber</translation>
    </message>
    <message>
        <source>电工</source>
        <translation>Electrician</translation>
    </message>
    <message>
        <source>木工</source>
        <translation>Carpenter</translation>
    </message>
    <message>
        <source>瓦工</source>
        <translation>Mason</translation>
    </message>
    <message>
        <source>油工</source>
        <translation>Painter</translation>
    </message>
    <message>
        <source>焊工</source>
        <translation>Welder</translation>
    </message>
    <message>
        <source>空调</source>
        <translation>Air-con</translation>
    </message>
    <message>
        <source>消防</source>
        <translation>Fire safety</translation>
    </message>
    <message>
        <source>保洁</source>
        <translation>Cleaner</translation>
    </message>
    <message>
        <source>送货</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>家政</source>
        <translation>Domestic</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>完好</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>破损(照片脱落、折断)</source>
        <translation>Damaged (photo off, broken)</translation>
    </message>
    <message>
        <source>涂改</source>
        <translation>Altered</translation>
    </message>
    <message>
        <source>转借</source>
        <translation>Lent</translation>
    </message>
    <message>
        <source>串房</source>
        <translation>Another room</translation>
    </message>
    <message>
        <source>违规</source>
        <translation>Violation</translation>
    </message>
    <message>
        <source>填写错误</source>
        <translation>Wrong entry</translation>
    </message>
    <message>
        <source>客户取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>证件与本人不符</source>
        <translation>Not the holder</translation>
    </message>
    <message>
        <source>重复开具</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>打印损坏</source>
        <translation>Misprint</translation>
    </message>
    <message>
        <source>装修许可证 {day} 到期</source>
        <translation>the fit-out permit ends on {day}</translation>
    </message>
    <message>
        <source>出入证不跨年</source>
        <translation>not into the next year</translation>
    </message>
    <message>
        <source>出入证最长 {months} 个月</source>
        <translation>{months} months at most</translation>
    </message>
    <message>
        <source>临时出入证 {days} 天</source>
        <translation>temporary pass, {days} days</translation>
    </message>
    <message>
        <source>工本费 {fee} 元,押金 {deposit} 元,合计 {total} 元</source>
        <translation>Fee {fee} yuan, deposit {deposit} yuan, together {total} yuan</translation>
    </message>
    <message>
        <source>已驳回:{words}</source>
        <translation>Sent back: {words}</translation>
    </message>
    <message>
        <source>有效期至 {day}({why})</source>
        <translation>Valid to {day} ({why})</translation>
    </message>
    <message>
        <source>逾期未退,请催还</source>
        <translation>overdue, ask for it</translation>
    </message>
    <message>
        <source>今日到期</source>
        <translation>ends today</translation>
    </message>
    <message>
        <source>即将到期</source>
        <translation>ends soon</translation>
    </message>
    <message>
        <source>{state},待收回</source>
        <translation>{state}, to collect</translation>
    </message>
    <message>
        <source>{no} 没有收过押金。</source>
        <translation>No deposit was taken for {no}.</translation>
    </message>
    <message>
        <source>现在是「{state}」:退证(没收、补证、作废)之后才退押金。</source>
        <translation>It is now &quot;{state}&quot;: the deposit goes back once the pass is returned (confiscated, replaced, void).</translation>
    </message>
    <message>
        <source>出入证押金</source>
        <translation>Entry pass deposit</translation>
    </message>
    <message>
        <source>押金超期未退</source>
        <translation>Refund overdue</translation>
    </message>
    <message>
        <source>押金可退</source>
        <translation>To refund</translation>
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
        <source>用途</source>
        <translation>What for</translation>
    </message>
    <message>
        <source>交物业经理核对</source>
        <translation>For the manager to check</translation>
    </message>
    <message>
        <source>交接存档</source>
        <translation>For the hand-over file</translation>
    </message>
    <message>
        <source>给谁、做什么用;记入访问日志</source>
        <translation>For whom, what for; noted in the access log</translation>
    </message>
    <message>
        <source>导出完整的电话和证件号(须经理当面批准)</source>
        <translation>Whole telephones and ID numbers (the manager agrees here)</translation>
    </message>
    <message>
        <source>批准人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>批准人的密码</source>
        <translation>The approver&apos;s password</translation>
    </message>
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
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>批准导出</source>
        <translation>Agree to an export</translation>
    </message>
    <message>
        <source>超过 {n} 行,须主管或经理当面同意。</source>
        <translation>More than {n} rows: a supervisor or the manager must agree at this desk.</translation>
    </message>
    <message>
        <source>请选择批准人。</source>
        <translation>Please choose the approver.</translation>
    </message>
    <message>
        <source>{what}。共 {n} 行;电话、证件号掩码;文件名和页脚带导出编号。</source>
        <translation>{what}. {n} rows; telephones and document numbers masked; the file&apos;s name and foot bear the export&apos;s number.</translation>
    </message>
    <message>
        <source>请写明用途,例如「交物业经理核对」。</source>
        <translation>Please say what for, e.g. &quot;For the manager to check&quot;.</translation>
    </message>
    <message>
        <source>一次最多导出 {limit} 行,现有 {n} 行。请先筛选。</source>
        <translation>At most {limit} rows at once, there are {n}. Please filter first.</translation>
    </message>
    <message>
        <source>申请人和批准人不能是同一个人。</source>
        <translation>Whoever asks cannot approve.</translation>
    </message>
    <message>
        <source>明文导出由经理批准。</source>
        <translation>The manager approves exports in clear.</translation>
    </message>
    <message>
        <source>{no} 不需要批准。</source>
        <translation>{no} needs no approval.</translation>
    </message>
    <message>
        <source>导出编号 {no} 已用过或已过期,请重新导出。</source>
        <translation>Export {no} was used or is too old; please export anew.</translation>
    </message>
    <message>
        <source>明文导出须经理当面批准。</source>
        <translation>An export in clear needs the manager&apos;s approval.</translation>
    </message>
    <message>
        <source>超过 {n} 行,须主管或经理当面同意。请在窗口里导出,或减少行数。</source>
        <translation>More than {n} rows: a supervisor or the manager must agree at the desk. Please export from the window, or fewer rows.</translation>
    </message>
    <message>
        <source>读不到刚导出的文件 {path}({reason})。</source>
        <translation>The exported file {path} cannot be read ({reason}).</translation>
    </message>
    <message>
        <source>明文</source>
        <translation>In clear</translation>
    </message>
    <message>
        <source>掩码</source>
        <translation>Masked</translation>
    </message>
    <message>
        <source>列:{columns}</source>
        <translation>Columns: {columns}</translation>
    </message>
    <message>
        <source>没有导出编号 {no}。</source>
        <translation>There is no export {no}.</translation>
    </message>
    <message>
        <source>明文导出由客服主管申请、经理批准。</source>
        <translation>An export in clear is asked for by the supervisor and approved by the manager.</translation>
    </message>
    <message>
        <source>月报和访问日志没有明文。</source>
        <translation>Month reports and the access log are never in clear.</translation>
    </message>
    <message>
        <source>禁止整库导出证件号码。请先筛选出要用的几条。</source>
        <translation>Document numbers of a whole register are never exported. Please filter the few you need.</translation>
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
        <source>{label}最多 {most} 个文件,请先去掉几个。</source>
        <translation>{label}: at most {most} files, please take some off first.</translation>
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
    <name>Files</name>
    <message>
        <source>位置:</source>
        <translation>Place:</translation>
    </message>
    <message>
        <source>文件类型:</source>
        <translation>Type of file:</translation>
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
    <message>
        <source>已经保存过</source>
        <translation>Saved already</translation>
    </message>
</context>
<context>
    <name>Heads</name>
    <message>
        <source>核对码应像 12345-XXXXX-XXXXX-XXXXX-XXXXX-X。请照纸上页脚逐组输入。</source>
        <translation>A record code looks like 12345-XXXXX-XXXXX-XXXXX-XXXXX-X. Type it group by group as it stands at the foot of the paper.</translation>
    </message>
    <message>
        <source>核对码有一处不对(校验位不符)。请逐组核对后再输入。</source>
        <translation>One symbol of the code is wrong (its check symbol does not fit). Compare it group by group and type it again.</translation>
    </message>
    <message>
        <source>纸上页脚的记录核对码</source>
        <translation>Record code at the foot of the paper</translation>
    </message>
    <message>
        <source>核对纸上的核对码</source>
        <translation>Check a code on paper</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>核对码相符</source>
        <translation>The Code Fits</translation>
    </message>
    <message>
        <source>核对码不符</source>
        <translation>The Code Does Not Fit</translation>
    </message>
    <message>
        <source>记录没有核对成:{reason}程序会再试。</source>
        <translation>The record could not be verified: {reason} The program will try again.</translation>
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
        <source>状态与步骤</source>
        <translation>States and steps</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>请求在 {days} 个工作日内答复。</source>
        <translation>Requests are answered within {days} working days.</translation>
    </message>
    <message>
        <source>个人信息告知</source>
        <translation>Privacy notice</translation>
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
        <source>关联记录与附件</source>
        <translation>Linked records and files</translation>
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
        <source>打不开附件</source>
        <translation>The file was not opened</translation>
    </message>
    <message>
        <source>「{name}」不能在这里打开。文件存放在 {path}</source>
        <translation>&quot;{name}&quot; cannot be opened here. The file is kept at {path}</translation>
    </message>
    <message>
        <source>附件 {name}({size} KB)</source>
        <translation>File {name} ({size} KB)</translation>
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
    <name>HotWork</name>
    <message>
        <source>意见 / 情况</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>现场照片</source>
        <translation>Photos of the place</translation>
    </message>
    <message>
        <source>到场的人</source>
        <translation>Who went there</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>无异常(有异常请取消并写明)</source>
        <translation>All in order (if not, untick)</translation>
    </message>
    <message>
        <source>情况和处理</source>
        <translation>What was found, what was done</translation>
    </message>
    <message>
        <source>看火人本人签到</source>
        <translation>Fire watch signs in</translation>
    </message>
    <message>
        <source>现在风力(级)</source>
        <translation>Wind now (force)</translation>
    </message>
    <message>
        <source>余火</source>
        <translation>Embers</translation>
    </message>
    <message>
        <source>已到现场看过,余火清理完毕</source>
        <translation>Seen on the spot, embers cleared</translation>
    </message>
    <message>
        <source>中止原因</source>
        <translation>Why it is stopped</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>到现场确认的人</source>
        <translation>Who checked on the spot</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason</translation>
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
        <translation>All three copies are back</translation>
    </message>
    <message>
        <source>由谁同意</source>
        <translation>Agreed by</translation>
    </message>
    <message>
        <source>安全措施</source>
        <translation>Safety measures</translation>
    </message>
    <message>
        <source>回答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Enter 是,到下一项 · 1 是 · 2 否 · 3 不适用 · ↑↓ 选行 · Alt+A 其余都是</source>
        <translation>Enter Yes and on · 1 Yes · 2 No · 3 N/A · ↑↓ line · Alt+A the rest Yes</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>其余都是</source>
        <translation>The rest: Yes</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>第 {n} 项说明</source>
        <translation>Note on {n}</translation>
    </message>
    <message>
        <source>已答 {n} / {all},否 {no}</source>
        <translation>{n} of {all} answered, {no} No</translation>
    </message>
    <message>
        <source>请填写动火的楼层或房号。</source>
        <translation>Enter the room or floor of the hot work.</translation>
    </message>
    <message>
        <source>请写明具体点位,例如「茶水间北墙管井」:一点一证。</source>
        <translation>Name the exact point, for example &quot;pipe shaft, pantry north wall&quot;: one point, one permit.</translation>
    </message>
    <message>
        <source>请填写申请(施工)单位。</source>
        <translation>Enter the applying (works) company.</translation>
    </message>
    <message>
        <source>请填写施工负责人。</source>
        <translation>Enter the site lead.</translation>
    </message>
    <message>
        <source>请填写施工负责人的电话。</source>
        <translation>Enter the site lead&apos;s telephone.</translation>
    </message>
    <message>
        <source>请填写作业内容。</source>
        <translation>Say what work is done.</translation>
    </message>
    <message>
        <source>请填写动火方式,例如「电焊、砂轮切割打磨」。</source>
        <translation>Enter the methods, for example &quot;Arc welding, Grinding&quot;.</translation>
    </message>
    <message>
        <source>请填写动火人。</source>
        <translation>Enter the welder.</translation>
    </message>
    <message>
        <source>请填写看火人:每个动火点须有 1 名。</source>
        <translation>Enter the fire watch: every point needs one.</translation>
    </message>
    <message>
        <source>请填写看火人的电话。</source>
        <translation>Enter the fire watch&apos;s telephone.</translation>
    </message>
    <message>
        <source>请选择物业监督人(工程或安保)。</source>
        <translation>Choose who supervises for the house (engineering or security).</translation>
    </message>
    <message>
        <source>还没有公告:请在主入口和作业现场张贴后勾选。</source>
        <translation>No notice yet: post it at the main entrance and at the place, then tick.</translation>
    </message>
    <message>
        <source>看火人和动火人都是「{name}」:看火人须是另一个人。</source>
        <translation>{name} is named as welder and as fire watch: the fire watch must be somebody else.</translation>
    </message>
    <message>
        <source>{name}同时在 {no} 看火;每个动火点须有 1 名看火人,请换人。</source>
        <translation>{name} watches over {no} at the same time; every point needs its own fire watch.</translation>
    </message>
    <message>
        <source>{name} 不是工程主管或安保主管,不能作物业监督人,请改选。</source>
        <translation>{name} is neither chief engineer nor security lead and cannot supervise. Choose another.</translation>
    </message>
    <message>
        <source>这个点位在同一时间已有 {no},一点一证,请先收回那一张。</source>
        <translation>{no} covers this point at the same time: one point, one permit. Take that one back first.</translation>
    </message>
    <message>
        <source>动火人须持焊接与热切割作业操作证或建筑焊工证:请选择证件类别。</source>
        <translation>The welder needs a welding and cutting certificate or a building welder&apos;s: choose the kind.</translation>
    </message>
    <message>
        <source>请填写操作证号。</source>
        <translation>Enter the certificate number.</translation>
    </message>
    <message>
        <source>请填写操作证的有效期。</source>
        <translation>Enter until when the certificate is valid.</translation>
    </message>
    <message>
        <source>请登记操作证的查询结果。</source>
        <translation>Note what the certificate check found.</translation>
    </message>
    <message>
        <source>请填写操作证的查询日期。</source>
        <translation>Enter the date of the certificate check.</translation>
    </message>
    <message>
        <source>{name}的操作证 {until} 到期,不能签发;请换持有效证的人。</source>
        <translation>{name}&apos;s certificate ended on {until}: no permit. Somebody with a valid one must do it.</translation>
    </message>
    <message>
        <source>{name}的操作证应于 {day} 前复审,复审日已过,不能签发。</source>
        <translation>{name}&apos;s certificate was to be reviewed by {day}, which is over: no permit.</translation>
    </message>
    <message>
        <source>{name}的操作证查询结果是「{result}」,不能签发;请换持有效证的人。</source>
        <translation>{name}&apos;s certificate check says &quot;{result}&quot;: no permit. Somebody with a valid one must do it.</translation>
    </message>
    <message>
        <source>查询日期在今天之后,请核对。</source>
        <translation>The check date lies after today. Please check.</translation>
    </message>
    <message>
        <source>没有灭火器,不能签发:每个动火点至少 {n} 具。</source>
        <translation>No extinguishers, no permit: at least {n} at each point.</translation>
    </message>
    <message>
        <source>灭火器只有 {have} 具,每个动火点至少 {n} 具。</source>
        <translation>Only {have} extinguishers: at least {n} at each point.</translation>
    </message>
    <message>
        <source>请选择灭火器类型。</source>
        <translation>Choose the kind of extinguisher.</translation>
    </message>
    <message>
        <source>请填写灭火器的有效期。</source>
        <translation>Enter until when the extinguishers are valid.</translation>
    </message>
    <message>
        <source>灭火器 {day} 到期,请更换后再签发。</source>
        <translation>The extinguishers expire on {day}: replace them first.</translation>
    </message>
    <message>
        <source>室外或高处动火须填写风力(级)。</source>
        <translation>Outdoors or at height the wind force must be entered.</translation>
    </message>
    <message>
        <source>风力 {wind} 级:达到 {most} 级停止室外动火,不能签发。</source>
        <translation>Wind force {wind}: outdoor hot work stops at {most}. No permit.</translation>
    </message>
    <message>
        <source>请写明关停哪些消防设施。</source>
        <translation>Say which fire systems are switched off.</translation>
    </message>
    <message>
        <source>关停消防设施须安保主管批准,请选择批准人。</source>
        <translation>Switching fire systems off needs a security lead: choose who approves.</translation>
    </message>
    <message>
        <source>请填写消防设施的恢复时间。</source>
        <translation>Enter when the fire systems are back on.</translation>
    </message>
    <message>
        <source>{name} 不是安保主管,不能批准关停消防设施。</source>
        <translation>{name} is not a security lead and cannot approve switching fire systems off.</translation>
    </message>
    <message>
        <source>恢复时间应晚于动火开始。</source>
        <translation>The restoring time must be after the start.</translation>
    </message>
    <message>
        <source>这个等级不属于现行的等级制,请改选。</source>
        <translation>This level is not of the scheme in force. Choose another.</translation>
    </message>
    <message>
        <source>{level}动火须有专项方案,请填写方案编号或存放处。</source>
        <translation>{level} needs a written plan: give its number or where it is kept.</translation>
    </message>
    <message>
        <source>请填写动火的起止时间。</source>
        <translation>Enter from when until when.</translation>
    </message>
    <message>
        <source>结束时间应晚于开始时间。</source>
        <translation>The end must be after the start.</translation>
    </message>
    <message>
        <source>动火时间已过,请撤回后改时间。</source>
        <translation>The time is over. Withdraw it and change the time.</translation>
    </message>
    <message>
        <source>{level}当日当班有效,最长 {hours} 小时,结束不得晚于 {at}。</source>
        <translation>{level} is valid for one shift of one day, {hours} hours at most: it must end by {at}.</translation>
    </message>
    <message>
        <source>{level}最长 {hours} 小时,结束不得晚于 {at}。</source>
        <translation>{level} lasts {hours} hours at most: it must end by {at}.</translation>
    </message>
    <message>
        <source>安全措施还没有回答:{items}。</source>
        <translation>Safety measures not answered yet: {items}.</translation>
    </message>
    <message>
        <source>安全措施没有落实,不能签发:{items}。请整改后再查。</source>
        <translation>Safety measures not met, no permit: {items}. Put them right and look again.</translation>
    </message>
    <message>
        <source>答「不适用」须写说明:{items}。</source>
        <translation>&quot;N/A&quot; needs a note: {items}.</translation>
    </message>
    <message>
        <source>全部 {n} 项</source>
        <translation>all {n}</translation>
    </message>
    <message>
        <source>安保主管还没有到现场查验,不能发证。</source>
        <translation>The security lead has not inspected the place yet: no permit.</translation>
    </message>
    <message>
        <source>看起来写了几个点位:一点一证,请每个点位各办一张;确是一个点请说明。</source>
        <translation>This looks like several points: one point, one permit. Make one for each; if it is one point, say so.</translation>
    </message>
    <message>
        <source>没有「{word}」这种动火方式,可以填:{offered}。</source>
        <translation>There is no method &quot;{word}&quot;. Possible: {offered}.</translation>
    </message>
    <message>
        <source>一般动火(升级)</source>
        <translation>General (raised)</translation>
    </message>
    <message>
        <source>一般动火</source>
        <translation>General</translation>
    </message>
    <message>
        <source>特级(A)</source>
        <translation>Special (A)</translation>
    </message>
    <message>
        <source>一级(A)</source>
        <translation>First (A)</translation>
    </message>
    <message>
        <source>二级(A)</source>
        <translation>Second (A)</translation>
    </message>
    <message>
        <source>一级(B)</source>
        <translation>First (B)</translation>
    </message>
    <message>
        <source>二级(B)</source>
        <translation>Second (B)</translation>
    </message>
    <message>
        <source>三级(B)</source>
        <translation>Third (B)</translation>
    </message>
    <message>
        <source>夜间</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>公休日</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>法定节假日</source>
        <translation>Public holiday</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>申请动火</source>
        <translation>Apply for hot work</translation>
    </message>
    <message>
        <source>已收件</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>工程主管审核</source>
        <translation>Chief engineer&apos;s review</translation>
    </message>
    <message>
        <source>驳回申请</source>
        <translation>Reject the application</translation>
    </message>
    <message>
        <source>已驳回</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>放弃申请</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>已放弃</source>
        <translation>Given up</translation>
    </message>
    <message>
        <source>登记巡查</source>
        <translation>Note a patrol</translation>
    </message>
    <message>
        <source>巡查已登记</source>
        <translation>patrol noted</translation>
    </message>
    <message>
        <source>暂停作业</source>
        <translation>Interrupt the work</translation>
    </message>
    <message>
        <source>已暂停</source>
        <translation>Interrupted</translation>
    </message>
    <message>
        <source>已复工</source>
        <translation>Resumed</translation>
    </message>
    <message>
        <source>完工</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>已完工,等待复查</source>
        <translation>finished, waiting for the re-check</translation>
    </message>
    <message>
        <source>中止作业</source>
        <translation>Stop the work</translation>
    </message>
    <message>
        <source>已中止,等待复查</source>
        <translation>stopped, waiting for the re-check</translation>
    </message>
    <message>
        <source>完工复查</source>
        <translation>Re-check</translation>
    </message>
    <message>
        <source>复查已登记</source>
        <translation>re-check noted</translation>
    </message>
    <message>
        <source>消防设施恢复</source>
        <translation>Fire systems back on</translation>
    </message>
    <message>
        <source>恢复已登记</source>
        <translation>restoring noted</translation>
    </message>
    <message>
        <source>已收证</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>草稿已存</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>继续办理这张申请</source>
        <translation>Going on with this application</translation>
    </message>
    <message>
        <source>已撤回,可以修改</source>
        <translation>Withdrawn, it can be changed</translation>
    </message>
    <message>
        <source>{what}已登记</source>
        <translation>{what} noted</translation>
    </message>
    <message>
        <source>安保主管现场查验</source>
        <translation>Security lead&apos;s inspection</translation>
    </message>
    <message>
        <source>消防安全责任人批准</source>
        <translation>Approval by who answers for fire safety</translation>
    </message>
    <message>
        <source>{no} 安全措施已存</source>
        <translation>{no} safety measures saved</translation>
    </message>
    <message>
        <source>安全措施 {place}</source>
        <translation>Safety measures {place}</translation>
    </message>
    <message>
        <source>{no} 已发证</source>
        <translation>{no} issued</translation>
    </message>
    <message>
        <source>看火人签到开工</source>
        <translation>Fire watch signs in, work starts</translation>
    </message>
    <message>
        <source>已开工</source>
        <translation>started</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>void</translation>
    </message>
    <message>
        <source>要重办一张新证吗?</source>
        <translation>Make a new permit of it?</translation>
    </message>
    <message>
        <source>已存为新的草稿,时间、措施和审批须重新办理</source>
        <translation>Saved as a new draft; time, measures and approvals are asked anew</translation>
    </message>
    <message>
        <source>动火人证件</source>
        <translation>Welder</translation>
    </message>
    <message>
        <source>灭火器</source>
        <translation>Guards</translation>
    </message>
    <message>
        <source>物业监督</source>
        <translation>House</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>装修许可证 / 工作单号</source>
        <translation>Permit / work order no.</translation>
    </message>
    <message>
        <source>没有可不填</source>
        <translation>May be empty</translation>
    </message>
    <message>
        <source>申请单位</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>施工负责人</source>
        <translation>Site lead</translation>
    </message>
    <message>
        <source>负责人电话</source>
        <translation>Site lead&apos;s phone</translation>
    </message>
    <message>
        <source>动火房号 / 楼层</source>
        <translation>Room / floor</translation>
    </message>
    <message>
        <source>具体点位(一点一证)</source>
        <translation>Point (one permit each)</translation>
    </message>
    <message>
        <source>如:茶水间北墙管井</source>
        <translation>e.g. pantry, north shaft</translation>
    </message>
    <message>
        <source>作业内容</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>空调水管支架焊接</source>
        <translation>Welding brackets of cooling pipes</translation>
    </message>
    <message>
        <source>消防管道焊接</source>
        <translation>Welding fire pipes</translation>
    </message>
    <message>
        <source>钢结构切割</source>
        <translation>Cutting steelwork</translation>
    </message>
    <message>
        <source>防水卷材热熔</source>
        <translation>Torching waterproof membrane</translation>
    </message>
    <message>
        <source>墙面打孔、打磨</source>
        <translation>Drilling and grinding walls</translation>
    </message>
    <message>
        <source>动火方式(可多个)</source>
        <translation>Methods</translation>
    </message>
    <message>
        <source>如:电焊、砂轮切割打磨</source>
        <translation>e.g. Arc welding, Grinding</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>From</translation>
    </message>
    <message>
        <source>不填即现在</source>
        <translation>Empty: now</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>不填即本班结束</source>
        <translation>Empty: end of shift</translation>
    </message>
    <message>
        <source>看火人</source>
        <translation>Fire watch</translation>
    </message>
    <message>
        <source>看火人电话</source>
        <translation>Fire watch&apos;s phone</translation>
    </message>
    <message>
        <source>动火人</source>
        <translation>Welder</translation>
    </message>
    <message>
        <source>证件类别</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>操作证号</source>
        <translation>Certificate number</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>下次复审</source>
        <translation>Next review</translation>
    </message>
    <message>
        <source>查询结果</source>
        <translation>Check result</translation>
    </message>
    <message>
        <source>查询日期</source>
        <translation>Checked on</translation>
    </message>
    <message>
        <source>不填即今天</source>
        <translation>Empty: today</translation>
    </message>
    <message>
        <source>灭火器类型</source>
        <translation>Extinguisher kind</translation>
    </message>
    <message>
        <source>灭火器数量(具)</source>
        <translation>Extinguishers</translation>
    </message>
    <message>
        <source>灭火器有效期至</source>
        <translation>Extinguishers valid until</translation>
    </message>
    <message>
        <source>公告</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>主入口和现场已公告</source>
        <translation>Posted at entrance and place</translation>
    </message>
    <message>
        <source>室外 / 高处</source>
        <translation>Outdoors / at height</translation>
    </message>
    <message>
        <source>在室外或高处动火</source>
        <translation>Outdoors or at height</translation>
    </message>
    <message>
        <source>风力(级)</source>
        <translation>Wind (force)</translation>
    </message>
    <message>
        <source>物业监督人</source>
        <translation>Supervisor (house)</translation>
    </message>
    <message>
        <source>关停</source>
        <translation>Switched off</translation>
    </message>
    <message>
        <source>须关停烟感或喷淋</source>
        <translation>Detectors or sprinklers go off</translation>
    </message>
    <message>
        <source>关停什么</source>
        <translation>What is off</translation>
    </message>
    <message>
        <source>批准人(安保主管)</source>
        <translation>Approved by (security)</translation>
    </message>
    <message>
        <source>恢复时间</source>
        <translation>Back on at</translation>
    </message>
    <message>
        <source>等级(不填为最低一级)</source>
        <translation>Level (empty: the lowest)</translation>
    </message>
    <message>
        <source>专项方案</source>
        <translation>Written plan</translation>
    </message>
    <message>
        <source>编号或存放处</source>
        <translation>Number, or where it is kept</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>审批等级</source>
        <translation>Level that counts</translation>
    </message>
    <message>
        <source>作废类别</source>
        <translation>Kind of voiding</translation>
    </message>
    <message>
        <source>证号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>部位</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>剩余时间</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>操作证有效</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>现场查验人</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>批准人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>完工时间</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>复查时间</source>
        <translation>Re-checked</translation>
    </message>
    <message>
        <source>收证时间</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>在办</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>申请中</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>待开工</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>动火中</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>待复查</source>
        <translation>Re-check</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>工程审…</source>
        <translation>Review…</translation>
    </message>
    <message>
        <source>现场查验…</source>
        <translation>Inspect…</translation>
    </message>
    <message>
        <source>批准…</source>
        <translation>Approve…</translation>
    </message>
    <message>
        <source>发证</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>开工…</source>
        <translation>Start…</translation>
    </message>
    <message>
        <source>完工…</source>
        <translation>Finish…</translation>
    </message>
    <message>
        <source>复查…</source>
        <translation>Re-check…</translation>
    </message>
    <message>
        <source>收证</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>收回三联</source>
        <translation>Collect copies</translation>
    </message>
    <message>
        <source>安全措施…</source>
        <translation>Checklist…</translation>
    </message>
    <message>
        <source>登记巡查…</source>
        <translation>Patrol…</translation>
    </message>
    <message>
        <source>暂停…</source>
        <translation>Interrupt…</translation>
    </message>
    <message>
        <source>复工</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>中止…</source>
        <translation>Stop…</translation>
    </message>
    <message>
        <source>消防恢复…</source>
        <translation>Restored…</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>重办(新证)</source>
        <translation>New permit</translation>
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
        <source>驳回…</source>
        <translation>Reject…</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>作废…</source>
        <translation>Void…</translation>
    </message>
    <message>
        <source>补审同意</source>
        <translation>Approve afterwards</translation>
    </message>
    <message>
        <source>补审异议…</source>
        <translation>Object afterwards…</translation>
    </message>
    <message>
        <source>查看与修改记录</source>
        <translation>View and history</translation>
    </message>
    <message>
        <source>等级制</source>
        <translation>Scheme of levels</translation>
    </message>
    <message>
        <source>升级原因</source>
        <translation>Raised by</translation>
    </message>
    <message>
        <source>消防恢复时间</source>
        <translation>Systems restored</translation>
    </message>
    <message>
        <source>确认恢复的人</source>
        <translation>Restoring checked by</translation>
    </message>
    <message>
        <source>现场查验时间</source>
        <translation>Inspected</translation>
    </message>
    <message>
        <source>现场情况</source>
        <translation>Found on the spot</translation>
    </message>
    <message>
        <source>批准时间</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>发证时间</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>开工时间</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>上次到场</source>
        <translation>Last seen</translation>
    </message>
    <message>
        <source>中止时间</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>中止情况</source>
        <translation>Why stopped</translation>
    </message>
    <message>
        <source>复查起算</source>
        <translation>Re-check counted from</translation>
    </message>
    <message>
        <source>复查人</source>
        <translation>Re-checked by</translation>
    </message>
    <message>
        <source>复查情况</source>
        <translation>Re-check found</translation>
    </message>
    <message>
        <source>按时复查</source>
        <translation>Re-checked in time</translation>
    </message>
    <message>
        <source>收证人</source>
        <translation>Taken back by</translation>
    </message>
    <message>
        <source>作废复核人</source>
        <translation>Voiding reviewed by</translation>
    </message>
    <message>
        <source>有联次未收回</source>
        <translation>Copies missing</translation>
    </message>
    <message>
        <source>核验说明</source>
        <translation>Notes on checks</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>到场人</source>
        <translation>Who came</translation>
    </message>
    <message>
        <source>无异常</source>
        <translation>In order</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Expire</translation>
    </message>
    <message>
        <source>随装修许可证停止</source>
        <translation>Stop with renovation permit</translation>
    </message>
    <message>
        <source>动火</source>
        <translation>Hot work</translation>
    </message>
    <message>
        <source>动火超期</source>
        <translation>Hot work overdue</translation>
    </message>
    <message>
        <source>还没有动火证。按 F2 登记第一张申请,再答安全措施、查验、批准、发证。</source>
        <translation>No hot-work permits yet. Press F2 for the first application, then checklist, inspection, approval, issue.</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>工程已审</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>已现场查验</source>
        <translation>Inspected</translation>
    </message>
    <message>
        <source>已批准</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>作业中</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Interrupted</translation>
    </message>
    <message>
        <source>超期作业</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>完工待复查</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>中止待复查</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>已复查待收证</source>
        <translation>Re-checked</translation>
    </message>
    <message>
        <source>已收证关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>登记工程主管审核</source>
        <translation>note the chief engineer&apos;s review</translation>
    </message>
    <message>
        <source>登记安保现场查验</source>
        <translation>note the security inspection</translation>
    </message>
    <message>
        <source>登记消防安全责任人批准</source>
        <translation>note the fire-safety approval</translation>
    </message>
    <message>
        <source>驳回</source>
        <translation>reject</translation>
    </message>
    <message>
        <source>巡查</source>
        <translation>Patrol</translation>
    </message>
    <message>
        <source>中止</source>
        <translation>stop</translation>
    </message>
    <message>
        <source>复查</source>
        <translation>Re-check</translation>
    </message>
    <message>
        <source>收证关闭</source>
        <translation>take back and close</translation>
    </message>
    <message>
        <source>过期</source>
        <translation>expire</translation>
    </message>
    <message>
        <source>到点未停工</source>
        <translation>overrun</translation>
    </message>
    <message>
        <source>草稿-{number:04d}</source>
        <translation>Draft-{number:04d}</translation>
    </message>
    <message>
        <source>完工后须等 {n} 分钟才能复查,最早 {at};现在还差 {left}。</source>
        <translation>The re-check must wait {n} minutes after the end, until {at}; {left} to go.</translation>
    </message>
    <message>
        <source>{d} 天 {h} 小时</source>
        <translation>{d} d {h} h</translation>
    </message>
    <message>
        <source>{h} 小时 {m} 分</source>
        <translation>{h} h {m} min</translation>
    </message>
    <message>
        <source>{h} 小时</source>
        <translation>{h} h</translation>
    </message>
    <message>
        <source>{m} 分</source>
        <translation>{m} min</translation>
    </message>
    <message>
        <source>剩余 {span}</source>
        <translation>{span} left</translation>
    </message>
    <message>
        <source>超期 {span}</source>
        <translation>{span} over</translation>
    </message>
    <message>
        <source>现在是「{state}」,安全措施不能再改;要改请先撤回修改。</source>
        <translation>It is &quot;{state}&quot;: the checklist is fixed. Withdraw it to change anything.</translation>
    </message>
    <message>
        <source>审批没有完成,不能发证;请撤回后重新审批。</source>
        <translation>The approvals are not complete: withdraw it and ask again.</translation>
    </message>
    <message>
        <source>请写明驳回的原因。</source>
        <translation>Say why it is rejected.</translation>
    </message>
    <message>
        <source>动火证过期作废,严禁延期:{no} 不能改时间,也不能沿用原号。请点「重办」,另办一张新证。</source>
        <translation>A hot-work permit is never extended: {no} keeps its time, and its number is not used again. Choose &quot;New permit&quot;.</translation>
    </message>
    <message>
        <source>现在是「{state}」,不需要重办;要改内容请撤回修改或先作废。</source>
        <translation>It is &quot;{state}&quot;: no new permit is needed. To change it, withdraw or void it.</translation>
    </message>
    <message>
        <source>{no} 还没有发证,没有可打印的证。</source>
        <translation>{no} has not been issued: nothing to print.</translation>
    </message>
    <message>
        <source>{no} 还没有安保主管到场查验的记录:签发前必须到现场查验,请先登记。</source>
        <translation>{no} has no inspection by the security lead: it must come before the approval. Note it first.</translation>
    </message>
    <message>
        <source>动火证 {at} 起有效,还没有到时间,不能开工。</source>
        <translation>The permit counts from {at}: too early to start.</translation>
    </message>
    <message>
        <source>开工须由证上的看火人{name}本人签到;换人请作废重办。</source>
        <translation>{name}, the fire watch on the permit, must sign in; for another person void it and make a new one.</translation>
    </message>
    <message>
        <source>完工须清理余火并确认:请到现场看过后勾选。</source>
        <translation>Embers must be cleared: tick it when seen on the spot.</translation>
    </message>
    <message>
        <source>请选择中止的原因。</source>
        <translation>Choose why it is stopped.</translation>
    </message>
    <message>
        <source>请写明中止的情况。</source>
        <translation>Say what happened.</translation>
    </message>
    <message>
        <source>这张动火证没有关停消防设施。</source>
        <translation>No fire systems were switched off for this permit.</translation>
    </message>
    <message>
        <source>请填写谁到现场确认消防设施已恢复。</source>
        <translation>Enter who checked on the spot that the fire systems are back on.</translation>
    </message>
    <message>
        <source>关停的消防设施({what})还没有确认恢复,请先登记「消防恢复」。</source>
        <translation>The fire systems that were off ({what}) are not confirmed back on: note &quot;Restored&quot; first.</translation>
    </message>
    <message>
        <source>还没有做完工后 {n} 分钟的复查,不能收证;{at} 起可以登记复查。</source>
        <translation>Not yet re-checked {n} minutes after the end: it cannot be taken back. The re-check may be noted from {at}.</translation>
    </message>
    <message>
        <source>请填写到现场的是谁。</source>
        <translation>Enter who went there.</translation>
    </message>
    <message>
        <source>请写明暂停的原因。</source>
        <translation>Say why the work is interrupted.</translation>
    </message>
    <message>
        <source>发现异常,请写明情况和处理。</source>
        <translation>Something was found: say what, and what was done.</translation>
    </message>
    <message>
        <source>电焊</source>
        <translation>Arc welding</translation>
    </message>
    <message>
        <source>气焊气割</source>
        <translation>Gas welding</translation>
    </message>
    <message>
        <source>氩弧焊</source>
        <translation>Argon welding</translation>
    </message>
    <message>
        <source>喷灯</source>
        <translation>Blowtorch</translation>
    </message>
    <message>
        <source>砂轮切割打磨</source>
        <translation>Grinding</translation>
    </message>
    <message>
        <source>热熔</source>
        <translation>Hot melting</translation>
    </message>
    <message>
        <source>明火熬炼</source>
        <translation>Open-fire heating</translation>
    </message>
    <message>
        <source>电钻</source>
        <translation>Drilling</translation>
    </message>
    <message>
        <source>其他动火</source>
        <translation>Other hot work</translation>
    </message>
    <message>
        <source>焊接与热切割作业(应急管理)</source>
        <translation>Welding and cutting (emergency mgmt.)</translation>
    </message>
    <message>
        <source>建筑焊工(住建)</source>
        <translation>Building welder (housing)</translation>
    </message>
    <message>
        <source>无须持证(打磨、电钻等)</source>
        <translation>None needed (grinding, drilling)</translation>
    </message>
    <message>
        <source>查到有效</source>
        <translation>Found, valid</translation>
    </message>
    <message>
        <source>未查到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>查到已过期</source>
        <translation>Found, expired</translation>
    </message>
    <message>
        <source>查到已注销、撤销</source>
        <translation>Found, revoked</translation>
    </message>
    <message>
        <source>人证不符</source>
        <translation>Not the same person</translation>
    </message>
    <message>
        <source>干粉</source>
        <translation>Powder</translation>
    </message>
    <message>
        <source>二氧化碳</source>
        <translation>CO2</translation>
    </message>
    <message>
        <source>水基型</source>
        <translation>Water-based</translation>
    </message>
    <message>
        <source>填写错误</source>
        <translation>Wrong entry</translation>
    </message>
    <message>
        <source>取消作业</source>
        <translation>Work cancelled</translation>
    </message>
    <message>
        <source>重复开具</source>
        <translation>Issued twice</translation>
    </message>
    <message>
        <source>打印损坏</source>
        <translation>Misprint</translation>
    </message>
    <message>
        <source>装修许可证停止</source>
        <translation>Renovation permit stopped</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>违章作业</source>
        <translation>Violation</translation>
    </message>
    <message>
        <source>风力超限</source>
        <translation>Too much wind</translation>
    </message>
    <message>
        <source>火警、险情</source>
        <translation>Fire alarm, danger</translation>
    </message>
    <message>
        <source>看火人离岗</source>
        <translation>Fire watch left</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>N/A</translation>
    </message>
    <message>
        <source>已提前 1 个工作日申请</source>
        <translation>Applied one working day ahead</translation>
    </message>
    <message>
        <source>周边 10 m 内可燃物已清除或覆盖隔离,墙地洞口已封堵</source>
        <translation>Combustibles within 10 m cleared or covered, holes shut</translation>
    </message>
    <message>
        <source>下方及隔层有人看护,已设接火斗</source>
        <translation>Watched below and next door, spark tray in place</translation>
    </message>
    <message>
        <source>与使用区已防火分隔</source>
        <translation>Fire-separated from areas in use</translation>
    </message>
    <message>
        <source>灭火器压力正常,备有水桶或沙</source>
        <translation>Extinguisher pressure right, bucket or sand at hand</translation>
    </message>
    <message>
        <source>焊机接地、线路完好</source>
        <translation>Welder earthed, cables sound</translation>
    </message>
    <message>
        <source>气瓶直立防倾,乙炔与氧气间距≥5 m、距火点≥10 m</source>
        <translation>Cylinders upright, acetylene-oxygen 5 m, to flame 10 m</translation>
    </message>
    <message>
        <source>无油漆、稀料等交叉作业</source>
        <translation>No paint or thinner work at the same time</translation>
    </message>
    <message>
        <source>通风良好</source>
        <translation>Well ventilated</translation>
    </message>
    <message>
        <source>烟感、喷淋已采取措施并定恢复人</source>
        <translation>Detectors and sprinklers handled, who restores them named</translation>
    </message>
    <message>
        <source>人证相符</source>
        <translation>Person and certificate match</translation>
    </message>
    <message>
        <source>看火人到位并知道报警电话</source>
        <translation>Fire watch in place, knows the alarm number</translation>
    </message>
    <message>
        <source>已在主入口和作业现场公告</source>
        <translation>Notice at main entrance and place</translation>
    </message>
    <message>
        <source>应急通道畅通</source>
        <translation>Escape ways clear</translation>
    </message>
    <message>
        <source>待工程主管审核</source>
        <translation>Awaits engineer</translation>
    </message>
    <message>
        <source>待安保现场查验</source>
        <translation>Awaits inspection</translation>
    </message>
    <message>
        <source>待责任人批准</source>
        <translation>Awaits approval</translation>
    </message>
    <message>
        <source>待发证</source>
        <translation>To be issued</translation>
    </message>
    <message>
        <source>{at} 起复查</source>
        <translation>Re-check {at}</translation>
    </message>
    <message>
        <source>可以复查</source>
        <translation>Re-check now</translation>
    </message>
    <message>
        <source>无须持证</source>
        <translation>None needed</translation>
    </message>
    <message>
        <source>至 {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>{level},最晚 {latest},由{role}批准</source>
        <translation>{level}, until {latest} at most, approved by {role}</translation>
    </message>
    <message>
        <source>{why}升一级:{said}</source>
        <translation>Raised ({why}): {said}</translation>
    </message>
    <message>
        <source>{left},立即停工</source>
        <translation>{left}: stop now</translation>
    </message>
    <message>
        <source>看火 {watch} · 请通知安保主管、经理</source>
        <translation>watch {watch} · tell security and the manager</translation>
    </message>
    <message>
        <source>过期未用,请收回三联</source>
        <translation>Unused: collect copies</translation>
    </message>
    <message>
        <source>该巡查了,上次 {at}</source>
        <translation>Patrol due, last at {at}</translation>
    </message>
    <message>
        <source>复查超时</source>
        <translation>Re-check late</translation>
    </message>
    <message>
        <source>动火 {welder} · 看火 {watch}</source>
        <translation>welder {welder} · watch {watch}</translation>
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
        <translation>HK/Macao/Taiwan resident</translation>
    </message>
    <message>
        <source>外国人永久居留身份证</source>
        <translation>Foreign resident ID card</translation>
    </message>
    <message>
        <source>外国人永久居留证(2017 版)</source>
        <translation>Foreign resident (2017)</translation>
    </message>
    <message>
        <source>港澳居民来往内地通行证</source>
        <translation>Travel permit (HK/Macao)</translation>
    </message>
    <message>
        <source>台湾居民来往大陆通行证</source>
        <translation>Travel permit (Taiwan)</translation>
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
        <source>填了证件号码,请选择是哪种证件。</source>
        <translation>A document number is given: choose what document it is.</translation>
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
    <name>KeyCounts</name>
    <message>
        <source>钥匙盘点</source>
        <translation>Key stock-take</translation>
    </message>
    <message>
        <source>扫标签或输入编号,Enter</source>
        <translation>Scan a tag or type a hook, Enter</translation>
    </message>
    <message>
        <source>扫标签或输入编号</source>
        <translation>Scan a tag or type a hook</translation>
    </message>
    <message>
        <source>空格 / Enter 在柜 · - 缺失 · + 多余 · J 借出 · Delete 重点</source>
        <translation>Space / Enter there · - missing · + surplus · J lent · Delete again</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>房号 / 设备</source>
        <translation>Room / plant</translation>
    </message>
    <message>
        <source>应在</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>借出</source>
        <translation>Lent</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>实点</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>点完提交…</source>
        <translation>Hand in…</translation>
    </message>
    <message>
        <source>其余都在柜</source>
        <translation>The rest is there</translation>
    </message>
    <message>
        <source>稍后继续</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>账面 {book} 把 · 实点 {counted} · 借出 {lent} · 差异 {difference} · 未点 {open}</source>
        <translation>Book {book} · counted {counted} · lent {lent} · difference {difference} · open {open}</translation>
    </message>
    <message>
        <source>盘点中借出</source>
        <translation>Lent while counting</translation>
    </message>
    <message>
        <source>盘点中归还,请点</source>
        <translation>Back meanwhile, count it</translation>
    </message>
    <message>
        <source>未点</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{count} 把</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{code} 应在 {count} 把,实点几把?</source>
        <translation>{code}: {count} expected. How many are there?</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{code} 在柜</source>
        <translation>{code} is there</translation>
    </message>
    <message>
        <source>其余 {count} 把都看过,都在柜里?</source>
        <translation>Have you seen the other {count}, and are they there?</translation>
    </message>
    <message>
        <source>还有 {count} 把没有点。</source>
        <translation>{count} not counted yet.</translation>
    </message>
    <message>
        <source>开始盘点</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>差异原因(账实不符时必填)</source>
        <translation>Reason (when it differs)</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>已报失,安排换锁</source>
        <translation>Reported lost, lock to be changed</translation>
    </message>
    <message>
        <source>已找回挂回原位</source>
        <translation>Found, back on its hook</translation>
    </message>
    <message>
        <source>更正账面把数</source>
        <translation>Book corrected</translation>
    </message>
    <message>
        <source>审核意见</source>
        <translation>Remark of the reviewer</translation>
    </message>
    <message>
        <source>盘点开始</source>
        <translation>stock-take begun</translation>
    </message>
    <message>
        <source>退回重点</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>已退回,请重点</source>
        <translation>Sent back to be counted again</translation>
    </message>
    <message>
        <source>放弃盘点</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>已放弃</source>
        <translation>Given up</translation>
    </message>
    <message>
        <source>{no} 已提交,待主管审核</source>
        <translation>{no} handed in, waits for the supervisor</translation>
    </message>
    <message>
        <source>提交:账面 {book},实点 {counted},差异 {difference}</source>
        <translation>Hand in: book {book}, counted {counted}, difference {difference}</translation>
    </message>
    <message>
        <source>{no} 已审核</source>
        <translation>{no} reviewed</translation>
    </message>
    <message>
        <source>审核 {no}:差异 {difference}</source>
        <translation>Review {no}: difference {difference}</translation>
    </message>
    <message>
        <source>盘点范围(柜号)</source>
        <translation>Scope (cabinet)</translation>
    </message>
    <message>
        <source>不填即全部钥匙柜</source>
        <translation>Empty = all cabinets</translation>
    </message>
    <message>
        <source>监盘人</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>盘点日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>账面</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Diff.</translation>
    </message>
    <message>
        <source>缺失</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>多余</source>
        <translation>Surplus</translation>
    </message>
    <message>
        <source>相符把数</source>
        <translation>Agreeing</translation>
    </message>
    <message>
        <source>盘点人</source>
        <translation>Counted by</translation>
    </message>
    <message>
        <source>保管人</source>
        <translation>Keeper</translation>
    </message>
    <message>
        <source>差异原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Reviewed by</translation>
    </message>
    <message>
        <source>提交时间</source>
        <translation>Handed in</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>盘点中</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>待审核</source>
        <translation>To be reviewed</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>盘点…</source>
        <translation>Count…</translation>
    </message>
    <message>
        <source>提交审核…</source>
        <translation>Hand in…</translation>
    </message>
    <message>
        <source>审核…</source>
        <translation>Review…</translation>
    </message>
    <message>
        <source>退回重点…</source>
        <translation>Send back…</translation>
    </message>
    <message>
        <source>打印盘点表</source>
        <translation>Print sheet</translation>
    </message>
    <message>
        <source>放弃盘点…</source>
        <translation>Give up…</translation>
    </message>
    <message>
        <source>查看与修改记录</source>
        <translation>Details and history</translation>
    </message>
    <message>
        <source>盘点待审核</source>
        <translation>Stock-takes to review</translation>
    </message>
    <message>
        <source>开始时间</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>审核时间</source>
        <translation>Reviewed at</translation>
    </message>
    <message>
        <source>标签码</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind of key</translation>
    </message>
    <message>
        <source>借用人</source>
        <translation>Borrower</translation>
    </message>
    <message>
        <source>逐把登记</source>
        <translation>Count a key</translation>
    </message>
    <message>
        <source>重点</source>
        <translation>Count again</translation>
    </message>
    <message>
        <source>还没有盘点。按 F2 选范围和监盘人,开始盘点。</source>
        <translation>No stock-take yet. Press F2, choose scope and witness, and begin.</translation>
    </message>
    <message>
        <source>已审核</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Given up</translation>
    </message>
    <message>
        <source>提交审核</source>
        <translation>Hand in</translation>
    </message>
    <message>
        <source>主管审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>在柜</source>
        <translation>There</translation>
    </message>
    <message>
        <source>{name} 是这些钥匙的保管人,不能盘点:请换人值班登记盘点,或改选范围。</source>
        <translation>{name} keeps these keys and may not count them: let somebody else begin, or choose another cabinet.</translation>
    </message>
    <message>
        <source>请选择监盘人:盘点须两人在场。</source>
        <translation>Choose the witness: two people count.</translation>
    </message>
    <message>
        <source>监盘人不能是盘点人自己,请改选。</source>
        <translation>The witness cannot be who counts; choose somebody else.</translation>
    </message>
    <message>
        <source>{name} 是这些钥匙的保管人,不能监盘,请改选。</source>
        <translation>{name} keeps these keys and cannot be the witness; choose somebody else.</translation>
    </message>
    <message>
        <source>请选择结果:在柜、借出、缺失、多余。</source>
        <translation>Choose the result: there, lent, missing, surplus.</translation>
    </message>
    <message>
        <source>{code} 账上没有借出:不在柜里请记「缺失」。</source>
        <translation>{code} is not lent by the book: if it is not there, mark it missing.</translation>
    </message>
    <message>
        <source>{code} 只借出 {away} 把,柜里应有 {count} 把:请点在柜的,少了请记「缺失」。</source>
        <translation>{away} of {code} are lent, {count} must hang there: count those, and mark what is short as missing.</translation>
    </message>
    <message>
        <source>{code} 账上还借着:已挂回的请先在「借还」登记归还,再点一次。</source>
        <translation>{code} is lent in the book: if it hangs there, note its return under Loans first, then count it again.</translation>
    </message>
    <message>
        <source>实点把数应为 0 以上。</source>
        <translation>The number counted must be 0 or more.</translation>
    </message>
    <message>
        <source>{code} 应在 {count} 把,缺失时实点应少于 {count}。</source>
        <translation>{code}: {count} expected; missing means fewer than {count}.</translation>
    </message>
    <message>
        <source>{code} 应在 {count} 把,多余时实点应多于 {count}。</source>
        <translation>{code}: {count} expected; surplus means more than {count}.</translation>
    </message>
    <message>
        <source>{code} 应在 {count} 把:不符请记「缺失」或「多余」。</source>
        <translation>{code}: {count} expected; if that is not so, mark it missing or surplus.</translation>
    </message>
    <message>
        <source>还有 {count} 把没有点:{codes}。点完再提交。</source>
        <translation>{count} not counted yet: {codes}. Count them, then hand in.</translation>
    </message>
    <message>
        <source>{codes} 账实不符,请写明差异原因。</source>
        <translation>{codes} differ from the book: say why.</translation>
    </message>
    <message>
        <source>{codes} 账实不符,请写明怎么处理。</source>
        <translation>{codes} differ from the book: say what is done about it.</translation>
    </message>
    <message>
        <source>这个范围里没有钥匙,请改选。</source>
        <translation>There are no keys in this scope; choose another.</translation>
    </message>
    <message>
        <source>{name} 的盘点还没有提交,请先点完或放弃那一次。</source>
        <translation>{name}&apos;s stock-take is not handed in yet; finish it or give it up first.</translation>
    </message>
    <message>
        <source>审核须由盘点人、监盘人以外的主管进行。</source>
        <translation>A supervisor who neither counted nor watched must review it.</translation>
    </message>
    <message>
        <source>请写明要重点哪里。</source>
        <translation>Say what is to be counted again.</translation>
    </message>
    <message>
        <source>「{code}」不在这次盘点的范围里,请核对;柜里多出来的钥匙请先登记。</source>
        <translation>&quot;{code}&quot; is not in this stock-take; please check. A key too many in the cabinet must be registered first.</translation>
    </message>
    <message>
        <source>全部钥匙柜</source>
        <translation>All cabinets</translation>
    </message>
    <message>
        <source>{count} 串钥匙</source>
        <translation>{count} rings</translation>
    </message>
    <message>
        <source>钥匙盘点 {name}</source>
        <translation>Stock-take {name}</translation>
    </message>
    <message>
        <source>逾期未盘点</source>
        <translation>Not counted, late</translation>
    </message>
    <message>
        <source>本月未盘点</source>
        <translation>Not counted this month</translation>
    </message>
    <message>
        <source>{cabinets} 柜</source>
        <translation>Cabinet {cabinets}</translation>
    </message>
    <message>
        <source>钥匙每月盘点</source>
        <translation>Monthly key stock-take</translation>
    </message>
</context>
<context>
    <name>KeyLoans</name>
    <message>
        <source>钥匙编号</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>把数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>完好</source>
        <translation>Intact</translation>
    </message>
    <message>
        <source>归还人</source>
        <translation>Brought by</translation>
    </message>
    <message>
        <source>门已锁</source>
        <translation>Door locked</translation>
    </message>
    <message>
        <source>已确认门锁好</source>
        <translation>The door is locked</translation>
    </message>
    <message>
        <source>还了哪些(没还的改成 0)</source>
        <translation>What came back (0 = not)</translation>
    </message>
    <message>
        <source>说明(损坏等)</source>
        <translation>Note (damage …)</translation>
    </message>
    <message>
        <source>打给了谁</source>
        <translation>Whom was called</translation>
    </message>
    <message>
        <source>上报</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>怎么说的</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>马上送还</source>
        <translation>Bringing it now</translation>
    </message>
    <message>
        <source>无人接听</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>还在使用,请求续借</source>
        <translation>Still in use, asks for longer</translation>
    </message>
    <message>
        <source>新的应还时间</source>
        <translation>New due time</translation>
    </message>
    <message>
        <source>同意的主管(过夜必填)</source>
        <translation>Supervisor (over night)</translation>
    </message>
    <message>
        <source>同意方式</source>
        <translation>How</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Answerable</translation>
    </message>
    <message>
        <source>报失时间</source>
        <translation>Reported at</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>换锁时间</source>
        <translation>Lock changed at</translation>
    </message>
    <message>
        <source>同意的主管</source>
        <translation>Supervisor who agreed</translation>
    </message>
    <message>
        <source>费用(元)</source>
        <translation>Cost (yuan)</translation>
    </message>
    <message>
        <source>费用承担</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>新钥匙把数</source>
        <translation>New keys</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>在哪里、由谁找回</source>
        <translation>Where and by whom it was found</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Why void</translation>
    </message>
    <message>
        <source>复核人</source>
        <translation>Reviewed by</translation>
    </message>
    <message>
        <source>两联都已收回</source>
        <translation>Both copies are back</translation>
    </message>
    <message>
        <source>哪一把</source>
        <translation>Which key</translation>
    </message>
    <message>
        <source>工程主管同意</source>
        <translation>Chief engineer agrees</translation>
    </message>
    <message>
        <source>安保主管随同</source>
        <translation>Security lead goes along</translation>
    </message>
    <message>
        <source>客服主管同意</source>
        <translation>Supervisor agrees</translation>
    </message>
    <message>
        <source>应还时间在今天以后(过夜),须客服主管同意:请填写同意的主管。</source>
        <translation>Due after today (over night): a supervisor must agree; name who did.</translation>
    </message>
    <message>
        <source>业主名册里 {codes} 的业主不是「{name}」,按其他人办理:须客服主管同意,请填写同意的主管。</source>
        <translation>The roster does not name &quot;{name}&quot; as the owner for {codes}, so this counts as somebody else: a supervisor must agree; name who did.</translation>
    </message>
    <message>
        <source>{who}借用 {codes} 须客服主管同意,请填写同意的主管。</source>
        <translation>{who} borrowing {codes} needs a supervisor&apos;s consent; name the supervisor who agreed.</translation>
    </message>
    <message>
        <source>{name} 不能作这项同意:须{stage}。请改选。</source>
        <translation>{name} cannot give this consent: needed is &quot;{stage}&quot;. Choose again.</translation>
    </message>
    <message>
        <source>{name} 是本单经办人,不能自己审批,请由另一人同意。</source>
        <translation>{name} handles this loan and cannot approve it; somebody else must agree.</translation>
    </message>
    <message>
        <source>请选择同意方式:当面或电话。</source>
        <translation>Choose how they agreed: in person or by telephone.</translation>
    </message>
    <message>
        <source>{codes} 是设备房钥匙,须工程主管同意才能借出,请填写同意的工程主管。</source>
        <translation>{codes} opens a plant room: it is lent only with the chief engineer&apos;s consent. Name the chief engineer who agreed.</translation>
    </message>
    <message>
        <source>{codes} 是消防备用钥匙,须安保主管随同,请填写随同的安保主管。</source>
        <translation>{codes} is a fire spare key: the security lead must go along. Name the security lead.</translation>
    </message>
    <message>
        <source>{codes} 是业主托管钥匙,档案里没有业主的电话:请业主本人到场办理。</source>
        <translation>{codes} is in custody for the owner, and no telephone of his is on file: the owner must come himself.</translation>
    </message>
    <message>
        <source>{codes} 是业主托管钥匙,须拨档案登记的号码征得业主同意,请从列表中选择所拨号码。</source>
        <translation>{codes} is in custody for the owner: ring the number on file for his consent, and choose the number from the list.</translation>
    </message>
    <message>
        <source>请填写电话里同意的业主是谁。</source>
        <translation>Say which owner agreed on the telephone.</translation>
    </message>
    <message>
        <source>业主电话同意</source>
        <translation>the owner by telephone</translation>
    </message>
    <message>
        <source>须{who}</source>
        <translation>Needed: {who}</translation>
    </message>
    <message>
        <source>登记签名即可,免审批</source>
        <translation>Signs only; no consent needed</translation>
    </message>
    <message>
        <source>{code} {place} 共 {count} 把</source>
        <translation>{code} {place}, {count} keys</translation>
    </message>
    <message>
        <source>(同房还有 {codes})</source>
        <translation> (same room: {codes})</translation>
    </message>
    <message>
        <source>此人还借着 {code},已逾期(应还 {time})</source>
        <translation>Still has {code}, overdue (due {time})</translation>
    </message>
    <message>
        <source>此人还借着 {code},应还 {time}</source>
        <translation>Still has {code}, due {time}</translation>
    </message>
    <message>
        <source>在库 {count} 把</source>
        <translation>{count} in the cabinet</translation>
    </message>
    <message>
        <source>{holder} 借着</source>
        <translation>{holder} has it</translation>
    </message>
    <message>
        <source>不在柜里</source>
        <translation>Not in the cabinet</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>遗失待处理</source>
        <translation>Lost, open</translation>
    </message>
    <message>
        <source>遗失已处理</source>
        <translation>Loss settled</translation>
    </message>
    <message>
        <source>未还 {count} 把</source>
        <translation>{count} still out</translation>
    </message>
    <message>
        <source>晚还 {time}</source>
        <translation>{time} late</translation>
    </message>
    <message>
        <source>已归还</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>登记并打印</source>
        <translation>Save and print</translation>
    </message>
    <message>
        <source>未还清单</source>
        <translation>Still out</translation>
    </message>
    <message>
        <source>借还钥匙</source>
        <translation>Lend keys</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>saved</translation>
    </message>
    <message>
        <source>交钥匙前请当面告知</source>
        <translation>Tell this before you hand over the keys</translation>
    </message>
    <message>
        <source>{no} 没有未还的钥匙。</source>
        <translation>{no} has no keys out.</translation>
    </message>
    <message>
        <source>{no} 已销项</source>
        <translation>{no} is struck off</translation>
    </message>
    <message>
        <source>{no} 已还一部分,还差 {left} 把</source>
        <translation>{no} partly returned, {left} still out</translation>
    </message>
    <message>
        <source>归还 {codes}</source>
        <translation>Return {codes}</translation>
    </message>
    <message>
        <source>{no} 已登记催还</source>
        <translation>{no}: the call is noted</translation>
    </message>
    <message>
        <source>电话已显示,已记入访问日志</source>
        <translation>The telephone is shown; the access log notes it</translation>
    </message>
    <message>
        <source>催还 {codes}</source>
        <translation>Call for {codes}</translation>
    </message>
    <message>
        <source>{no} 已续借</source>
        <translation>{no} is extended</translation>
    </message>
    <message>
        <source>续借 {codes}</source>
        <translation>Extend {codes}</translation>
    </message>
    <message>
        <source>{no} 已报失,请尽快换锁</source>
        <translation>{no}: reported lost; have the lock changed soon</translation>
    </message>
    <message>
        <source>登记遗失 {no}</source>
        <translation>Lost: {no}</translation>
    </message>
    <message>
        <source>{no} 已登记换锁</source>
        <translation>{no}: the changed lock is noted</translation>
    </message>
    <message>
        <source>换锁 {no}</source>
        <translation>Lock changed: {no}</translation>
    </message>
    <message>
        <source>同一把锁的其他钥匙也已失效:{codes}。请在钥匙清单登记换锁。</source>
        <translation>Other keys of the same lock fit no more: {codes}. Note the changed lock for them in the key list.</translation>
    </message>
    <message>
        <source>还有旧钥匙</source>
        <translation>Old keys remain</translation>
    </message>
    <message>
        <source>{no} 新钥匙已挂回,请打印新标签</source>
        <translation>{no}: the new key hangs; print its new label</translation>
    </message>
    <message>
        <source>补配 {no}</source>
        <translation>New key: {no}</translation>
    </message>
    <message>
        <source>{no} 已找回,挂回原位</source>
        <translation>{no}: found, back on its hook</translation>
    </message>
    <message>
        <source>找回 {no}</source>
        <translation>Found: {no}</translation>
    </message>
    <message>
        <source>这一单没有待处理的遗失钥匙。</source>
        <translation>No lost key of this loan waits.</translation>
    </message>
    <message>
        <source>{name} 的借用记录</source>
        <translation>What {name} took</translation>
    </message>
    <message>
        <source>看哪一把的流水?</source>
        <translation>Whose history?</translation>
    </message>
    <message>
        <source>{code} 的流水</source>
        <translation>History of {code}</translation>
    </message>
    <message>
        <source>{no} 已作废,钥匙已挂回</source>
        <translation>{no} is void, its keys hang again</translation>
    </message>
    <message>
        <source>作废 {no}</source>
        <translation>Void {no}</translation>
    </message>
    <message>
        <source>钥匙未还清单</source>
        <translation>Keys still out</translation>
    </message>
    <message>
        <source>审批</source>
        <translation>Consents</translation>
    </message>
    <message>
        <source>再加几串</source>
        <translation>More keys</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>钥匙(编号、房号或扫标签)</source>
        <translation>Key (hook, room or scan)</translation>
    </message>
    <message>
        <source>不填即整串</source>
        <translation>Empty = whole ring</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>借用人身份</source>
        <translation>Borrower is</translation>
    </message>
    <message>
        <source>借用人</source>
        <translation>Borrower</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>单位 / 部门</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>已核验证件</source>
        <translation>ID seen</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>应还时间</source>
        <translation>Due back</translation>
    </message>
    <message>
        <source>留存收条号(收回)</source>
        <translation>Receipt no. (taken in)</translation>
    </message>
    <message>
        <source>验房单号 / 日期</source>
        <translation>Inspection no. / date</translation>
    </message>
    <message>
        <source>委托书编号 / 日期</source>
        <translation>Authority no. / date</translation>
    </message>
    <message>
        <source>业主同意留存</source>
        <translation>Owner agrees to keep</translation>
    </message>
    <message>
        <source>业主同意留存,出收条</source>
        <translation>Yes, a receipt is made</translation>
    </message>
    <message>
        <source>所拨业主档案号码</source>
        <translation>Owner&apos;s number on file</translation>
    </message>
    <message>
        <source>电话里同意的业主</source>
        <translation>Owner who agreed</translation>
    </message>
    <message>
        <source>随同的安保主管</source>
        <translation>Security lead with them</translation>
    </message>
    <message>
        <source>事由说明</source>
        <translation>Reason in words</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>快到应还</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>逾期未还</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>钥匙号</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind of key</translation>
    </message>
    <message>
        <source>房号 / 设备</source>
        <translation>Room / plant</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>借出</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>应还</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>实还</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>逾期分钟</source>
        <translation>Minutes late</translation>
    </message>
    <message>
        <source>未还</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>审批人</source>
        <translation>Agreed by</translation>
    </message>
    <message>
        <source>催还</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>销项人</source>
        <translation>Struck off by</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>收条号</source>
        <translation>Receipt no.</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>今日应还</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>遗失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>留存</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>归还…</source>
        <translation>Return…</translation>
    </message>
    <message>
        <source>催还…</source>
        <translation>Call for it…</translation>
    </message>
    <message>
        <source>续借…</source>
        <translation>Extend…</translation>
    </message>
    <message>
        <source>登记遗失…</source>
        <translation>Lost…</translation>
    </message>
    <message>
        <source>换锁…</source>
        <translation>Lock changed…</translation>
    </message>
    <message>
        <source>补配新匙…</source>
        <translation>New key…</translation>
    </message>
    <message>
        <source>找回…</source>
        <translation>Found…</translation>
    </message>
    <message>
        <source>凭收条领取</source>
        <translation>Collect with receipt</translation>
    </message>
    <message>
        <source>留存登记</source>
        <translation>Keep for owner</translation>
    </message>
    <message>
        <source>此人的借用记录</source>
        <translation>What this person took</translation>
    </message>
    <message>
        <source>这把钥匙的流水</source>
        <translation>History of this key</translation>
    </message>
    <message>
        <source>打印 / 补打</source>
        <translation>Print / reprint</translation>
    </message>
    <message>
        <source>复制重开</source>
        <translation>Copy as new</translation>
    </message>
    <message>
        <source>作废…</source>
        <translation>Void…</translation>
    </message>
    <message>
        <source>查看与修改记录</source>
        <translation>Details and history</translation>
    </message>
    <message>
        <source>钥匙借还</source>
        <translation>Key loans</translation>
    </message>
    <message>
        <source>钥匙未还</source>
        <translation>Keys out</translation>
    </message>
    <message>
        <source>钥匙逾期</source>
        <translation>Keys overdue</translation>
    </message>
    <message>
        <source>已还把数</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>遗失把数</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>未还清</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>须知</source>
        <translation>Instructions</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>归还人 / 登记人</source>
        <translation>Brought / noted by</translation>
    </message>
    <message>
        <source>补配时间</source>
        <translation>New key at</translation>
    </message>
    <message>
        <source>核验说明</source>
        <translation>Why it was accepted</translation>
    </message>
    <message>
        <source>作废类别</source>
        <translation>Kind of voiding</translation>
    </message>
    <message>
        <source>作废复核人</source>
        <translation>Voiding reviewed by</translation>
    </message>
    <message>
        <source>有联次未收回</source>
        <translation>A copy is missing</translation>
    </message>
    <message>
        <source>找回时间</source>
        <translation>Found at</translation>
    </message>
    <message>
        <source>登记借出</source>
        <translation>Lend</translation>
    </message>
    <message>
        <source>看催还电话</source>
        <translation>Telephone shown for a reminder</translation>
    </message>
    <message>
        <source>按钥匙清单更新</source>
        <translation>Updated from the key list</translation>
    </message>
    <message>
        <source>没有借出的钥匙。按 F2 登记,先填钥匙编号或扫标签。</source>
        <translation>No keys are out. Press F2 and start with the key&apos;s hook, or scan its tag.</translation>
    </message>
    <message>
        <source>请填写归还人。</source>
        <translation>Say who brought the keys back.</translation>
    </message>
    <message>
        <source>还没有确认门已锁:请问清或派安保去看,并写明结果。</source>
        <translation>Nobody has made sure the door is locked: ask, or send security, and say what they found.</translation>
    </message>
    <message>
        <source>{no} 没有借出 {code},请核对。</source>
        <translation>{no} does not have {code} out; please check.</translation>
    </message>
    <message>
        <source>{code} 还有 {count} 把未还,归还把数应为 1 到 {count}。</source>
        <translation>{code}: {count} still out; the number must be 1 to {count}.</translation>
    </message>
    <message>
        <source>请填写这次还了哪些钥匙、几把。</source>
        <translation>Say which keys came back, and how many.</translation>
    </message>
    <message>
        <source>归还时损坏</source>
        <translation>Damaged when returned</translation>
    </message>
    <message>
        <source>请选择遗失的是哪一把:{codes}。</source>
        <translation>Choose which key is lost: {codes}.</translation>
    </message>
    <message>
        <source>请填写责任人。</source>
        <translation>Say who is answerable.</translation>
    </message>
    <message>
        <source>报失时间早于借出时间,请核对。</source>
        <translation>The loss is earlier than the loan; please check.</translation>
    </message>
    <message>
        <source>{no} 没有待处理的遗失钥匙 {code}。</source>
        <translation>{no} has no lost key {code} that waits.</translation>
    </message>
    <message>
        <source>部分归还</source>
        <translation>Partly returned</translation>
    </message>
    <message>
        <source>已发放</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>留存中</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>收条已核销</source>
        <translation>Receipt redeemed</translation>
    </message>
    <message>
        <source>归还消项</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>归还其余</source>
        <translation>Return the rest</translation>
    </message>
    <message>
        <source>登记催还</source>
        <translation>Note the call</translation>
    </message>
    <message>
        <source>登记遗失</source>
        <translation>Report lost</translation>
    </message>
    <message>
        <source>登记换锁</source>
        <translation>Note the changed lock</translation>
    </message>
    <message>
        <source>登记补配</source>
        <translation>Note the new key</translation>
    </message>
    <message>
        <source>登记找回</source>
        <translation>Note that it was found</translation>
    </message>
    <message>
        <source>处理完毕</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>核销收条</source>
        <translation>Redeem the receipt</translation>
    </message>
    <message>
        <source>退回收条</source>
        <translation>Give receipt back</translation>
    </message>
    <message>
        <source>续借</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>请选择业务类型。</source>
        <translation>Choose the kind of movement.</translation>
    </message>
    <message>
        <source>请填写借用人(领取人)姓名。</source>
        <translation>Give the name of who takes the key.</translation>
    </message>
    <message>
        <source>请选择借用人的身份。</source>
        <translation>Choose who the borrower is.</translation>
    </message>
    <message>
        <source>请填写联系电话,催还时要用。</source>
        <translation>Give a telephone; it is needed to call for the keys.</translation>
    </message>
    <message>
        <source>先核身份再借钥匙:请选择看过的证件。</source>
        <translation>Check the identity before lending: choose the document you saw.</translation>
    </message>
    <message>
        <source>请填写钥匙编号,或扫钥匙标签。</source>
        <translation>Give the key&apos;s hook, or scan its tag.</translation>
    </message>
    <message>
        <source>请填写所属单位。</source>
        <translation>Give the company.</translation>
    </message>
    <message>
        <source>请选择事由。</source>
        <translation>Choose the reason.</translation>
    </message>
    <message>
        <source>事由选了「其他」,请写明。</source>
        <translation>The reason is &quot;other&quot;: say which.</translation>
    </message>
    <message>
        <source>发放和留存只能由业主本人或其受托人办理。</source>
        <translation>Only the owner or somebody he authorised can take over keys or leave them here.</translation>
    </message>
    <message>
        <source>受托人须有委托书,请填写委托书编号或日期。</source>
        <translation>A trustee needs a written authority: give its number or date.</translation>
    </message>
    <message>
        <source>验房完毕才发放钥匙:请填写验房单号或验房日期。</source>
        <translation>Keys are handed over after the inspection: give its number or date.</translation>
    </message>
    <message>
        <source>留存须经业主同意:请当面征得同意后勾选。</source>
        <translation>Keeping a key needs the owner&apos;s consent: ask, then tick.</translation>
    </message>
    <message>
        <source>{code} 不是户内钥匙,不能发放业主,也不作留存。</source>
        <translation>{code} is no key of an owner&apos;s room; it is neither handed over nor kept for one.</translation>
    </message>
    <message>
        <source>{code} 已出留存收条,请收回收条并填写收条号。</source>
        <translation>A receipt is out for {code}: take it in and give its number.</translation>
    </message>
    <message>
        <source>{code} 共 {count} 把:请整串发放,或经业主同意留存其余(勾选后出收条)。</source>
        <translation>{code} has {count} keys: hand over all, or keep the rest with the owner&apos;s consent (tick; a receipt is made).</translation>
    </message>
    <message>
        <source>{code} 是托管钥匙,凭托管委托书,不出留存收条。</source>
        <translation>{code} is in custody under its agreement; no receipt is made for it.</translation>
    </message>
    <message>
        <source>{code} 已有留存收条 {no},不能重复出收条。</source>
        <translation>{code} already has receipt {no}; a second one cannot be made.</translation>
    </message>
    <message>
        <source>{code} 共 {count} 把:留存一部分请选「发放业主」,其余勾选留存。</source>
        <translation>{code} has {count} keys: to keep some, choose &quot;hand over&quot; and tick that the rest is kept.</translation>
    </message>
    <message>
        <source>施工领取须凭盖章的留存收条,请填写收条号。</source>
        <translation>Contractors collect keys against the stamped receipt: give its number.</translation>
    </message>
    <message>
        <source>{codes} 没有留存收条,或收条已核销,不能凭收条领取。</source>
        <translation>No receipt is out for {codes}, or it was redeemed: they cannot be collected with one.</translation>
    </message>
    <message>
        <source>{codes} 的留存收条不是 {no},请核对钥匙和收条。</source>
        <translation>The receipt for {codes} is not {no}; compare keys and receipt.</translation>
    </message>
    <message>
        <source>没有「{text}」这把钥匙,请核对编号或扫标签。</source>
        <translation>There is no key &quot;{text}&quot;; check the hook or scan the tag.</translation>
    </message>
    <message>
        <source>{code} 填了两次,请合成一行。</source>
        <translation>{code} is named twice; put it in one line.</translation>
    </message>
    <message>
        <source>{code} 共 {count} 把,把数应为 1 到 {count}。</source>
        <translation>{code} has {count} keys; the number must be 1 to {count}.</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>open</translation>
    </message>
    <message>
        <source>{code} 的 {count} 把还在 {holder} 手里(应还 {due}):还齐才能再借。常分开借的钥匙请分两个挂钩登记。</source>
        <translation>{holder} still has {count} of {code} (due {due}): it is lent again once all are back. Keys often lent apart belong on two hooks.</translation>
    </message>
    <message>
        <source>{code} 不在柜里:{holder} 借着,应还 {due}。同一把钥匙不能借两次。</source>
        <translation>{code} is not in the cabinet: {holder} has it, due {due}. A key cannot be lent twice.</translation>
    </message>
    <message>
        <source>{code} 现在不在柜里(遗失、损坏、已发放或已注销),不能办理。</source>
        <translation>{code} is not in the cabinet now (lost, damaged, handed over or retired); this cannot be done.</translation>
    </message>
    <message>
        <source>请填写应还时间,例如 17:30。</source>
        <translation>Say when it is due back, e.g. 17:30.</translation>
    </message>
    <message>
        <source>应还时间早于现在,请改晚一些。</source>
        <translation>The due time has passed; choose a later one.</translation>
    </message>
    <message>
        <source>{name} 还有逾期未还的钥匙:{keys}。请先催还;确需再借请写明原因。</source>
        <translation>{name} still has overdue keys: {keys}. Call for them first; if another is needed all the same, say why.</translation>
    </message>
    <message>
        <source>业主名册里 {codes} 的业主不是「{name}」,请核对身份;确为业主请写明依据。</source>
        <translation>The roster does not name &quot;{name}&quot; as the owner for {codes}. Check who it is; if it is the owner, say how you know.</translation>
    </message>
    <message>
        <source>收条 {no} 上还有 {count} 串没有领取,核销后须重新留存;确实只领这些请写明。</source>
        <translation>Receipt {no} has {count} more keys that are not collected; once redeemed they need a new receipt. If only these are taken, say why.</translation>
    </message>
    <message>
        <source>{n} 分钟</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} 小时</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} 天</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>催还钥匙</source>
        <translation>Reminder for keys</translation>
    </message>
    <message>
        <source>请填写打给了谁。</source>
        <translation>Say who was called.</translation>
    </message>
    <message>
        <source>收条已交给业主:请先收回收条,再作废。</source>
        <translation>The owner has the receipt: take it back first, then void it.</translation>
    </message>
    <message>
        <source>这次发放另出了收条 {no}:请先收回并作废收条,再作废发放单。</source>
        <translation>This hand-over left receipt {no}: take that back and void it first, then void the hand-over.</translation>
    </message>
    <message>
        <source>{no} 没有可打印的单。</source>
        <translation>{no} has no paper to print.</translation>
    </message>
    <message>
        <source>共 {count} 条,最近的在前;Enter 打开这一条</source>
        <translation>{count} entries, newest first; Enter opens one</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>借用</source>
        <translation>Loan</translation>
    </message>
    <message>
        <source>施工领取(凭收条)</source>
        <translation>Collection (receipt)</translation>
    </message>
    <message>
        <source>发放业主</source>
        <translation>Hand-over to owner</translation>
    </message>
    <message>
        <source>留存登记(出收条)</source>
        <translation>Kept for owner (receipt)</translation>
    </message>
    <message>
        <source>业主本人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>业主受托人</source>
        <translation>Owner&apos;s trustee</translation>
    </message>
    <message>
        <source>地产销售</source>
        <translation>Property sales</translation>
    </message>
    <message>
        <source>工程</source>
        <translation>Engineering</translation>
    </message>
    <message>
        <source>安保</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>保洁</source>
        <translation>Cleaning</translation>
    </message>
    <message>
        <source>施工方</source>
        <translation>Contractor</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>看房</source>
        <translation>Viewing</translation>
    </message>
    <message>
        <source>整改</source>
        <translation>Defects</translation>
    </message>
    <message>
        <source>维修</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>巡查</source>
        <translation>Patrol</translation>
    </message>
    <message>
        <source>装修</source>
        <translation>Fit-out</translation>
    </message>
    <message>
        <source>应急</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>其他(写明)</source>
        <translation>Other (say which)</translation>
    </message>
    <message>
        <source>当面</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>损坏</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>只催还</source>
        <translation>Called only</translation>
    </message>
    <message>
        <source>已报客服主管</source>
        <translation>Supervisor told</translation>
    </message>
    <message>
        <source>已报经理</source>
        <translation>Manager told</translation>
    </message>
    <message>
        <source>填写错误</source>
        <translation>Wrong entry</translation>
    </message>
    <message>
        <source>客户取消</source>
        <translation>Customer cancelled</translation>
    </message>
    <message>
        <source>物单不符</source>
        <translation>Does not match</translation>
    </message>
    <message>
        <source>重复开具</source>
        <translation>Made twice</translation>
    </message>
    <message>
        <source>打印损坏</source>
        <translation>Spoilt in printing</translation>
    </message>
    <message>
        <source>逾期 {time},电话催还</source>
        <translation>{time} overdue: call</translation>
    </message>
    <message>
        <source>当班结束仍未还,报客服主管</source>
        <translation>Out past the shift: tell the supervisor</translation>
    </message>
    <message>
        <source>隔日未还,报经理</source>
        <translation>Out since yesterday: tell the manager</translation>
    </message>
    <message>
        <source>{code} 遗失,未换锁</source>
        <translation>{code} lost, lock not changed</translation>
    </message>
    <message>
        <source>{code} 已换锁,未补配</source>
        <translation>{code}: lock changed, no new key</translation>
    </message>
    <message>
        <source>今日应还钥匙</source>
        <translation>Keys due today</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>责任人(谁遗失、最后由谁使用)</source>
        <translation>Responsible (lost or last used it)</translation>
    </message>
    <message>
        <source>报告时间</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>换锁时间</source>
        <translation>Lock changed</translation>
    </message>
    <message>
        <source>同意的主管</source>
        <translation>Agreed by supervisor</translation>
    </message>
    <message>
        <source>费用(元)</source>
        <translation>Cost (yuan)</translation>
    </message>
    <message>
        <source>费用承担</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>新钥匙把数</source>
        <translation>New keys</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>注销原因</source>
        <translation>Reason to retire</translation>
    </message>
    <message>
        <source>锁已拆除</source>
        <translation>Lock removed</translation>
    </message>
    <message>
        <source>业主收回托管</source>
        <translation>Owner ended custody</translation>
    </message>
    <message>
        <source>旧匙作废</source>
        <translation>Old key void</translation>
    </message>
    <message>
        <source>为什么更正</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>须知</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>家中有犬</source>
        <translation>Dog inside</translation>
    </message>
    <message>
        <source>只可由工程陪同</source>
        <translation>Only with engineering</translation>
    </message>
    <message>
        <source>入户前先电话联系业主</source>
        <translation>Call the owner before entering</translation>
    </message>
    <message>
        <source>入户须两人同行</source>
        <translation>Two people must enter together</translation>
    </message>
    <message>
        <source>到期日(留空为长期)</source>
        <translation>Until (empty = always)</translation>
    </message>
    <message>
        <source>谁要求的</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>用于这间房的所有钥匙</source>
        <translation>For all keys of this room</translation>
    </message>
    <message>
        <source>打印哪些</source>
        <translation>Which keys</translation>
    </message>
    <message>
        <source>选中的一串</source>
        <translation>The chosen ring</translation>
    </message>
    <message>
        <source>列表里的全部</source>
        <translation>All in the list</translation>
    </message>
    <message>
        <source>跳过几枚(标签纸已用掉的)</source>
        <translation>Skip labels (already used)</translation>
    </message>
    <message>
        <source>撤销哪一条</source>
        <translation>Which note to end</translation>
    </message>
    <message>
        <source>空</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>钥匙柜:方向键移动,回车选中</source>
        <translation>Key cabinet: arrows move, Enter chooses</translation>
    </message>
    <message>
        <source>请从在岗人员中选择保管人。</source>
        <translation>Please choose the keeper from the staff on duty.</translation>
    </message>
    <message>
        <source>{code} 已挂着 {place} 的钥匙,请换一个位置。</source>
        <translation>The key of {place} hangs on {code} already; please choose another hook.</translation>
    </message>
    <message>
        <source>标签码不能含房号,捡到的人会知道开哪扇门,请换一个。</source>
        <translation>A tag must not hold the room number: a finder would know the door. Please choose another.</translation>
    </message>
    <message>
        <source>标签码 {tag} 已用于 {code},请换一个。</source>
        <translation>Tag {tag} belongs to {code} already; please choose another.</translation>
    </message>
    <message>
        <source>把数是 {pieces},明细合计 {named} 把,请核对。</source>
        <translation>{pieces} keys, but the list adds up to {named}; please check.</translation>
    </message>
    <message>
        <source>已借出 {count} 把,把数不能更少。</source>
        <translation>{count} keys are out; the ring cannot have fewer.</translation>
    </message>
    <message>
        <source>共 {rows} 行:新增 {new} 串,有变化 {changed} 串,其余不变。</source>
        <translation>{rows} rows: {new} new rings, {changed} changed, the rest as before.</translation>
    </message>
    <message>
        <source>{bad} 行有问题,没有导入。</source>
        <translation> {bad} rows have problems and were not imported.</translation>
    </message>
    <message>
        <source>已取消:前面的已保存,再导入一次可继续。</source>
        <translation> Cancelled: what was done is kept; import again to go on.</translation>
    </message>
    <message>
        <source>编号 {code} 与第 {row} 行重复</source>
        <translation>hook {code} is the same as in row {row}</translation>
    </message>
    <message>
        <source>在岗人员里没有「{name}」,保管人没有改</source>
        <translation>&quot;{name}&quot; is not on the staff; the keeper was not changed</translation>
    </message>
    <message>
        <source>没有写房号或设备</source>
        <translation>no room or device</translation>
    </message>
    <message>
        <source>看不懂「{text}」:{reason}</source>
        <translation>&quot;{text}&quot; is not understood: {reason}</translation>
    </message>
    <message>
        <source>看不懂类别「{text}」,请写成模板里的类别</source>
        <translation>kind &quot;{text}&quot; is not understood; please write one of the template&apos;s</translation>
    </message>
    <message>
        <source>看不懂来源「{text}」,请写开发商移交、业主交存或配制</source>
        <translation>source &quot;{text}&quot; is not understood; please use one of the words of the template</translation>
    </message>
    <message>
        <source>把数「{text}」不是整数</source>
        <translation>&quot;{text}&quot; is not a whole number</translation>
    </message>
    <message>
        <source>只有业主留存、托管的钥匙才有委托书。</source>
        <translation>Only keys retained or in custody for an owner have an agreement.</translation>
    </message>
    <message>
        <source>请先更正:填写同意的业主,再打印委托书。</source>
        <translation>Please correct the key first: fill in the owner who agreed, then print.</translation>
    </message>
    <message>
        <source>请先更正:填写收条号,再打印委托书。</source>
        <translation>Please correct the key first: fill in the receipt number, then print.</translation>
    </message>
    <message>
        <source>还没有在册的钥匙。</source>
        <translation>There are no keys yet.</translation>
    </message>
    <message>
        <source>登记钥匙</source>
        <translation>Add key</translation>
    </message>
    <message>
        <source>钥匙柜</source>
        <translation>Cabinet</translation>
    </message>
    <message>
        <source>标签…</source>
        <translation>Labels…</translation>
    </message>
    <message>
        <source>代码表</source>
        <translation>Code list</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>added</translation>
    </message>
    <message>
        <source>在哪里、由谁找回</source>
        <translation>Found where and by whom</translation>
    </message>
    <message>
        <source>已找回,挂回原位</source>
        <translation>found, back on its hook</translation>
    </message>
    <message>
        <source>哪里损坏</source>
        <translation>What is damaged</translation>
    </message>
    <message>
        <source>已报损</source>
        <translation>reported damaged</translation>
    </message>
    <message>
        <source>已修复,挂回原位</source>
        <translation>repaired, back on its hook</translation>
    </message>
    <message>
        <source>{code} 已登记,标签码 {tag}</source>
        <translation>{code} added, tag {tag}</translation>
    </message>
    <message>
        <source>此房已有 {codes}</source>
        <translation>This room has {codes}</translation>
    </message>
    <message>
        <source>须填「业主同意」</source>
        <translation>Fill in &quot;Owner&apos;s consent&quot;</translation>
    </message>
    <message>
        <source>选一把钥匙,这里显示标签码、保管人和须知。</source>
        <translation>Choose a key: tag, keeper and notes are shown here.</translation>
    </message>
    <message>
        <source>{code} 是空位</source>
        <translation>{code} is empty</translation>
    </message>
    <message>
        <source>{code} 须知已登记,取钥匙时提示</source>
        <translation>Note for {code} saved; it is shown when the key is taken</translation>
    </message>
    <message>
        <source>{code} 的须知</source>
        <translation>Note for {code}</translation>
    </message>
    <message>
        <source>{code} 现在没有须知</source>
        <translation>{code} has no notes now</translation>
    </message>
    <message>
        <source>须知已撤销</source>
        <translation>Note ended</translation>
    </message>
    <message>
        <source>撤销须知</source>
        <translation>End a note</translation>
    </message>
    <message>
        <source>{code} 报失</source>
        <translation>Report {code} lost</translation>
    </message>
    <message>
        <source>请立即报告经理并安排换锁;换锁后登记「换锁」和「补配」。</source>
        <translation>Report to the manager at once and have the lock changed; then record the new lock and the new key.</translation>
    </message>
    <message>
        <source>{code} 已报失</source>
        <translation>{code} reported lost</translation>
    </message>
    <message>
        <source>{code} 已登记换锁,等新钥匙</source>
        <translation>Lock of {code} changed; waiting for the new key</translation>
    </message>
    <message>
        <source>{code} 登记换锁</source>
        <translation>Lock changed: {code}</translation>
    </message>
    <message>
        <source>同一把锁的 {codes} 也打不开了,请逐一登记换锁或注销。</source>
        <translation>{codes} no longer fit this lock either; please record the change or retire each.</translation>
    </message>
    <message>
        <source>还有同锁的钥匙</source>
        <translation>Other keys of the same lock</translation>
    </message>
    <message>
        <source>{code} 新钥匙已入柜,标签码 {tag},请换标签</source>
        <translation>New key of {code} in the cabinet, tag {tag}: change the label</translation>
    </message>
    <message>
        <source>{code} 补配</source>
        <translation>New key for {code}</translation>
    </message>
    <message>
        <source>{code} 已注销,位置空出</source>
        <translation>{code} retired; its hook is free</translation>
    </message>
    <message>
        <source>注销 {code}</source>
        <translation>Retire {code}</translation>
    </message>
    <message>
        <source>{code} 的人名已更正</source>
        <translation>{code}: names corrected</translation>
    </message>
    <message>
        <source>更正人名 {code}</source>
        <translation>Correct names of {code}</translation>
    </message>
    <message>
        <source>没有打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>还没有选中钥匙,请选「列表里的全部」。</source>
        <translation>No key is chosen; please take &quot;All in the list&quot;.</translation>
    </message>
    <message>
        <source>一张纸 24 枚,最多跳过 23 枚。</source>
        <translation>A sheet has 24 labels; skip at most 23.</translation>
    </message>
    <message>
        <source>打印标签(不含房号)</source>
        <translation>Print labels (no room numbers)</translation>
    </message>
    <message>
        <source>预览并打印</source>
        <translation>Preview and print</translation>
    </message>
    <message>
        <source>钥匙标签</source>
        <translation>Key labels</translation>
    </message>
    <message>
        <source>代码表写明每个标签开哪扇门。打印后立即放入保险柜,旧表当场粉碎。打印会记入修改记录。</source>
        <translation>The code list says which door every tag opens. Put it into the safe at once and shred the old one. Printing is put on record.</translation>
    </message>
    <message>
        <source>上次打印或导出:{time} {name}</source>
        <translation>Last printed or exported: {time} {name}</translation>
    </message>
    <message>
        <source>打印钥匙代码表?</source>
        <translation>Print the code list?</translation>
    </message>
    <message>
        <source>已记录:打印代码表</source>
        <translation>On record: code list printed</translation>
    </message>
    <message>
        <source>钥匙代码表</source>
        <translation>Key code list</translation>
    </message>
    <message>
        <source>主钥匙</source>
        <translation>Main</translation>
    </message>
    <message>
        <source>备用</source>
        <translation>Spare</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>把数</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>业主同意</source>
        <translation>Owner&apos;s consent</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>钥匙编号</source>
        <translation>Hook</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>房号或设备</source>
        <translation>Room or device</translation>
    </message>
    <message>
        <source>门或锁</source>
        <translation>Door or lock</translation>
    </message>
    <message>
        <source>保管人</source>
        <translation>Keeper</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>主/备</source>
        <translation>Main/spare</translation>
    </message>
    <message>
        <source>钥匙明细</source>
        <translation>Keys on the ring</translation>
    </message>
    <message>
        <source>同意留存或托管的业主</source>
        <translation>Owner who agreed</translation>
    </message>
    <message>
        <source>收条号</source>
        <translation>Receipt no.</translation>
    </message>
    <message>
        <source>标签码</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>留空自动生成</source>
        <translation>Empty: made for you</translation>
    </message>
    <message>
        <source>存放位置</source>
        <translation>Kept at</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Hook</translation>
    </message>
    <message>
        <source>借出</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>在谁手里</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>应还</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>同意留存的业主</source>
        <translation>Owner who agreed</translation>
    </message>
    <message>
        <source>未写同意的原因</source>
        <translation>Why no consent</translation>
    </message>
    <message>
        <source>遗失报告</source>
        <translation>Reported lost</translation>
    </message>
    <message>
        <source>遗失责任人</source>
        <translation>Lost by</translation>
    </message>
    <message>
        <source>遗失经过</source>
        <translation>How it was lost</translation>
    </message>
    <message>
        <source>换锁费用</source>
        <translation>Lock cost</translation>
    </message>
    <message>
        <source>换锁同意人</source>
        <translation>Lock agreed by</translation>
    </message>
    <message>
        <source>发放或注销</source>
        <translation>Handed over / retired</translation>
    </message>
    <message>
        <source>注销同意人</source>
        <translation>Retiring agreed by</translation>
    </message>
    <message>
        <source>在册</source>
        <translation>On file</translation>
    </message>
    <message>
        <source>在库</source>
        <translation>In cabinet</translation>
    </message>
    <message>
        <source>在外</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>遗失待配</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>损坏</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>发放注销</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>借出…</source>
        <translation>Lend…</translation>
    </message>
    <message>
        <source>借还单</source>
        <translation>Loan</translation>
    </message>
    <message>
        <source>加须知…</source>
        <translation>Add note…</translation>
    </message>
    <message>
        <source>撤销须知…</source>
        <translation>End note…</translation>
    </message>
    <message>
        <source>报失…</source>
        <translation>Report lost…</translation>
    </message>
    <message>
        <source>找回…</source>
        <translation>Found…</translation>
    </message>
    <message>
        <source>登记换锁…</source>
        <translation>Lock changed…</translation>
    </message>
    <message>
        <source>补配…</source>
        <translation>New key…</translation>
    </message>
    <message>
        <source>报损…</source>
        <translation>Damaged…</translation>
    </message>
    <message>
        <source>已修复</source>
        <translation>Repaired</translation>
    </message>
    <message>
        <source>打印托管(留存)委托书</source>
        <translation>Print custody agreement</translation>
    </message>
    <message>
        <source>更正…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>更正人名…</source>
        <translation>Correct names…</translation>
    </message>
    <message>
        <source>注销…</source>
        <translation>Retire…</translation>
    </message>
    <message>
        <source>查看与修改记录</source>
        <translation>Details and history</translation>
    </message>
    <message>
        <source>柜</source>
        <translation>Cabinet</translation>
    </message>
    <message>
        <source>排</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>位</source>
        <translation>Hook</translation>
    </message>
    <message>
        <source>同意时间</source>
        <translation>Agreed at</translation>
    </message>
    <message>
        <source>生效日</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>打印人</source>
        <translation>Printed by</translation>
    </message>
    <message>
        <source>串数</source>
        <translation>Rings</translation>
    </message>
    <message>
        <source>哪些柜</source>
        <translation>Cabinets</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>交出</source>
        <translation>Handed out</translation>
    </message>
    <message>
        <source>收回</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>留存登记</source>
        <translation>Retained</translation>
    </message>
    <message>
        <source>作废收条</source>
        <translation>Void receipt</translation>
    </message>
    <message>
        <source>续借</source>
        <translation>Extended</translation>
    </message>
    <message>
        <source>导出钥匙清单</source>
        <translation>Export key list</translation>
    </message>
    <message>
        <source>打印代码表</source>
        <translation>Code list printed</translation>
    </message>
    <message>
        <source>导入钥匙清单…</source>
        <translation>Import keys…</translation>
    </message>
    <message>
        <source>钥匙清单</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>钥匙遗失待配</source>
        <translation>Keys lost</translation>
    </message>
    <message>
        <source>还没有钥匙。在右边登记,或在菜单(右上角)点「导入钥匙清单…」读入 Excel。</source>
        <translation>No keys yet. Add one on the right, or import an Excel list from the menu (top right).</translation>
    </message>
    <message>
        <source>施工领取</source>
        <translation>Collected</translation>
    </message>
    <message>
        <source>遗失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>待补配</source>
        <translation>Needs key</translation>
    </message>
    <message>
        <source>已发放业主</source>
        <translation>With owner</translation>
    </message>
    <message>
        <source>注销</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>发放业主</source>
        <translation>Hand to owner</translation>
    </message>
    <message>
        <source>作废发放</source>
        <translation>Undo hand-over</translation>
    </message>
    <message>
        <source>部分归还</source>
        <translation>Part returned</translation>
    </message>
    <message>
        <source>归还</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>报失</source>
        <translation>Report lost</translation>
    </message>
    <message>
        <source>找回</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>报损</source>
        <translation>Report damaged</translation>
    </message>
    <message>
        <source>修复</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>登记换锁</source>
        <translation>Change lock</translation>
    </message>
    <message>
        <source>补配</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>业主留存(整改)</source>
        <translation>Owner&apos;s, for repairs</translation>
    </message>
    <message>
        <source>业主托管</source>
        <translation>Owner&apos;s custody</translation>
    </message>
    <message>
        <source>空置房</source>
        <translation>Vacant</translation>
    </message>
    <message>
        <source>公共区域</source>
        <translation>Common area</translation>
    </message>
    <message>
        <source>设备房</source>
        <translation>Plant room</translation>
    </message>
    <message>
        <source>消防备用</source>
        <translation>Fire spare</translation>
    </message>
    <message>
        <source>前台柜/办公</source>
        <translation>Desk/office</translation>
    </message>
    <message>
        <source>门禁卡</source>
        <translation>Access card</translation>
    </message>
    <message>
        <source>开发商移交</source>
        <translation>From developer</translation>
    </message>
    <message>
        <source>业主交存</source>
        <translation>From owner</translation>
    </message>
    <message>
        <source>配制</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>遗失人</source>
        <translation>Loser</translation>
    </message>
    <message>
        <source>物业公司</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>业主</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>钥匙编号由柜、排、位组成,例如 A-03-12,请核对。</source>
        <translation>A hook is cabinet, row and place, e.g. A-03-12; please check.</translation>
    </message>
    <message>
        <source>标签码是 4 到 12 位字母或数字,请核对。</source>
        <translation>A tag has 4 to 12 letters or digits; please check.</translation>
    </message>
    <message>
        <source>请填写钥匙编号(柜-排-位),例如 A-03-12。</source>
        <translation>Please fill in the hook (cabinet-row-place), e.g. A-03-12.</translation>
    </message>
    <message>
        <source>请选择钥匙类别。</source>
        <translation>Please choose the kind of key.</translation>
    </message>
    <message>
        <source>请填写房号或设备,可输入首字母。</source>
        <translation>Please fill in the room or device; initials will do.</translation>
    </message>
    <message>
        <source>请选择钥匙来源。</source>
        <translation>Please choose where the key comes from.</translation>
    </message>
    <message>
        <source>请选择保管人。</source>
        <translation>Please choose the keeper.</translation>
    </message>
    <message>
        <source>把数应为 1 到 99。</source>
        <translation>A ring has 1 to 99 keys.</translation>
    </message>
    <message>
        <source>明细的数量应为 1 以上的整数。</source>
        <translation>The numbers in the list must be whole, 1 or more.</translation>
    </message>
    <message>
        <source>留存或托管业主的钥匙须经业主同意,还没有写是谁同意的。</source>
        <translation>An owner&apos;s key is kept only with his consent; nobody is named yet.</translation>
    </message>
    <message>
        <source>把数应为 1 到 {count}。</source>
        <translation>Please give 1 to {count} keys.</translation>
    </message>
    <message>
        <source>{code} 已是「{state}」,不能再更正。</source>
        <translation>{code} is &quot;{state}&quot; and cannot be corrected any more.</translation>
    </message>
    <message>
        <source>{code} 的人名不在这里更正:在册的用「更正…」,已脱敏的不再有姓名。</source>
        <translation>The names of {code} are not corrected here: use Correct… for a key in use; a de-identified one has none.</translation>
    </message>
    <message>
        <source>请写明为什么更正。</source>
        <translation>Say why it is corrected.</translation>
    </message>
    <message>
        <source>发放业主应交出整串 {count} 把;业主同意留下的,请填留存把数和收条号。</source>
        <translation>The owner gets the whole ring of {count}; for keys he leaves, fill in how many and the receipt number.</translation>
    </message>
    <message>
        <source>留存钥匙须经业主同意:请填写谁同意的。</source>
        <translation>Keys are retained only with the owner&apos;s consent: please say who agreed.</translation>
    </message>
    <message>
        <source>请填写给业主的收条号,领取时凭收条核销。</source>
        <translation>Please fill in the number of the receipt given to the owner; keys are collected against it.</translation>
    </message>
    <message>
        <source>{code} 的登记已按保存期限清除,不能再作废发放;钥匙收回的,请重新登记。</source>
        <translation>{code} was cleared at the end of its term: its hand-over can no longer be undone. If the key came back, register it anew.</translation>
    </message>
    <message>
        <source>{code} 没有借出,不用续借。</source>
        <translation>{code} is not out; there is nothing to extend.</translation>
    </message>
    <message>
        <source>请填写责任人:谁遗失的,或最后由谁使用。</source>
        <translation>Please say who is responsible: who lost it, or used it last.</translation>
    </message>
    <message>
        <source>请写明在哪里、由谁找回。</source>
        <translation>Please say where it was found and by whom.</translation>
    </message>
    <message>
        <source>换锁时间早于遗失时间,请核对。</source>
        <translation>The lock was changed before the loss; please check.</translation>
    </message>
    <message>
        <source>有费用时请选择由谁承担。</source>
        <translation>Please choose who pays the cost.</translation>
    </message>
    <message>
        <source>遗失后须先换锁:请先登记换锁,再登记补配的新钥匙。</source>
        <translation>After a loss the lock comes first: record the new lock, then the new key.</translation>
    </message>
    <message>
        <source>请写明哪里损坏,例如「齿断,芯片失灵」。</source>
        <translation>Please say what is damaged, e.g. &quot;tooth broken, chip dead&quot;.</translation>
    </message>
    <message>
        <source>注销须写明原因。</source>
        <translation>Please say why it is retired.</translation>
    </message>
    <message>
        <source>请填写须知,例如「家中有犬」。</source>
        <translation>Please fill in the note, e.g. &quot;dog inside&quot;.</translation>
    </message>
    <message>
        <source>到期日已过,请改晚一些,或留空表示长期。</source>
        <translation>The last day is past; choose a later one, or leave it empty for always.</translation>
    </message>
    <message>
        <source>这把钥匙没有对应房号,须知只能用于这把钥匙。</source>
        <translation>This key has no room on the roster; the note can only be for this key.</translation>
    </message>
    <message>
        <source>须经客服主管同意:请选择同意的主管或经理。</source>
        <translation>A supervisor must agree: please choose the supervisor or manager.</translation>
    </message>
    <message>
        <source>时间还没到,请核对。</source>
        <translation>That time is still to come; please check.</translation>
    </message>
    <message>
        <source>锁已换,等新钥匙</source>
        <translation>Lock changed, waiting for the key</translation>
    </message>
    <message>
        <source>责任人 {name}</source>
        <translation>Responsible: {name}</translation>
    </message>
    <message>
        <source>遗失待补配</source>
        <translation>Lost, needs a new one</translation>
    </message>
    <message>
        <source>换锁超时</source>
        <translation>Lock change overdue</translation>
    </message>
    <message>
        <source>遗失待换锁</source>
        <translation>Lost: change the lock</translation>
    </message>
    <message>
        <source>须知将到期</source>
        <translation>Note runs out</translation>
    </message>
    <message>
        <source>空位</source>
        <translation>Empty hook</translation>
    </message>
    <message>
        <source>{text}(至 {until},{by})</source>
        <translation>{text} (until {until}, {by})</translation>
    </message>
    <message>
        <source>{text}({by})</source>
        <translation>{text} ({by})</translation>
    </message>
    <message>
        <source>在 {name} 手里 {count} 把,应还 {due}</source>
        <translation>{count} with {name}, due {due}</translation>
    </message>
    <message>
        <source>标签 {tag}</source>
        <translation>Tag {tag}</translation>
    </message>
    <message>
        <source>保管 {name}</source>
        <translation>Keeper {name}</translation>
    </message>
    <message>
        <source>须知:{told}</source>
        <translation>Note: {told}</translation>
    </message>
    <message>
        <source>备注:{text}</source>
        <translation>Remark: {text}</translation>
    </message>
</context>
<context>
    <name>KeysImport</name>
    <message>
        <source>导入钥匙清单</source>
        <translation>Import keys</translation>
    </message>
    <message>
        <source>已有的 Excel 钥匙清单可直接导入;再导入一次不会重复,有变化的才改。有问题的行在下面列出。</source>
        <translation>Your own Excel list can be imported as it is. Importing it again changes only what differs. Rows with problems are listed below.</translation>
    </message>
    <message>
        <source>导入结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>还没有导入。</source>
        <translation>Nothing imported yet.</translation>
    </message>
    <message>
        <source>选择文件导入…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>生成空白模板…</source>
        <translation>Make template…</translation>
    </message>
    <message>
        <source>导出钥匙清单…</source>
        <translation>Export keys…</translation>
    </message>
    <message>
        <source>选择钥匙清单</source>
        <translation>Choose the list of keys</translation>
    </message>
    <message>
        <source>请先选择值班人。</source>
        <translation>Please choose who is on duty first.</translation>
    </message>
    <message>
        <source>正在导入钥匙清单</source>
        <translation>Importing keys</translation>
    </message>
    <message>
        <source>钥匙清单模板.xlsx</source>
        <translation>keys-template.xlsx</translation>
    </message>
    <message>
        <source>钥匙清单.xlsx</source>
        <translation>keys.xlsx</translation>
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
        <source>导入完成</source>
        <translation>Import done</translation>
    </message>
    <message>
        <source>导入已取消</source>
        <translation>Import cancelled</translation>
    </message>
    <message>
        <source>没有导入</source>
        <translation>Not imported</translation>
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
    <name>Lock</name>
    <message>
        <source>物业前台 · 已锁定</source>
        <translation>Front desk · locked</translation>
    </message>
    <message>
        <source>物业前台</source>
        <translation>Front Desk</translation>
    </message>
    <message>
        <source>您的姓名</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff number</translation>
    </message>
    <message>
        <source>项目名称,例如:中盛国际中心</source>
        <translation>Project name, for example: Zhongsheng Centre</translation>
    </message>
    <message>
        <source>新密码(一句只有您知道的话)</source>
        <translation>New password (a sentence only you know)</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>设置您自己的密码</source>
        <translation>Set a password of your own</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>密码已更换。</source>
        <translation>Password changed.</translation>
    </message>
    <message>
        <source>更换我的密码</source>
        <translation>Change my password</translation>
    </message>
    <message>
        <source>更换</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>PIN(4 到 8 位数字)</source>
        <translation>PIN (4 to 8 digits)</translation>
    </message>
    <message>
        <source>PIN 已设置。</source>
        <translation>PIN set.</translation>
    </message>
    <message>
        <source>设置我的 PIN</source>
        <translation>Set my PIN</translation>
    </message>
    <message>
        <source>纸上的恢复码</source>
        <translation>Recovery code on paper</translation>
    </message>
    <message>
        <source>谁要重新登录(管理员或经理)</source>
        <translation>Who (administrator or manager)</translation>
    </message>
    <message>
        <source>在场作证的同事(工号或姓名)</source>
        <translation>Witness present (number or name)</translation>
    </message>
    <message>
        <source>作证同事的密码</source>
        <translation>The witness&apos;s password</translation>
    </message>
    <message>
        <source>请当面交给{name}。只显示这一次;用它登录后须马上设置自己的密码,别人(包括管理员)都不会知道。</source>
        <translation>Hand it to {name} in person. Shown only this once; after signing in with it a password must be set that nobody else knows, the administrator included.</translation>
    </message>
    <message>
        <source>一次性代码</source>
        <translation>One-time code</translation>
    </message>
    <message>
        <source>用恢复码重新进入</source>
        <translation>Back in with the recovery code</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>请登录。</source>
        <translation>Please sign in.</translation>
    </message>
    <message>
        <source>输入密码继续;换人请用 ↑ ↓ 或输入工号、姓名。</source>
        <translation>Password to go on; ↑ ↓ or a number or name for another person.</translation>
    </message>
    <message>
        <source>有一会儿没人操作,已锁定。填到一半的内容都在。</source>
        <translation>Nobody did anything for a while: locked. What is half typed is kept.</translation>
    </message>
    <message>
        <source>电脑休眠过或时钟变动,已锁定。填到一半的内容都在。</source>
        <translation>The computer slept or its clock was set: locked. What is half typed is kept.</translation>
    </message>
    <message>
        <source>登录已满最长时间,请重新登录。填到一半的内容都在。</source>
        <translation>Signed in for as long as may be: please sign in again. What is half typed is kept.</translation>
    </message>
    <message>
        <source>系统锁屏,已一起锁定。填到一半的内容都在。</source>
        <translation>The system locked its screen: locked as well. What is half typed is kept.</translation>
    </message>
    <message>
        <source>窗口最小化过,已锁定。填到一半的内容都在。</source>
        <translation>The window was minimised and is locked. What was half typed is all there.</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>已锁定 · {name}</source>
        <translation>Locked · {name}</translation>
    </message>
    <message>
        <source>工号、姓名或首字母</source>
        <translation>Number, name or initials</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>恢复码…</source>
        <translation>Recovery code…</translation>
    </message>
    <message>
        <source>退出程序</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>现在可以再试。</source>
        <translation>You can try again now.</translation>
    </message>
</context>
<context>
    <name>Lone</name>
    <message>
        <source>超过一天未补审</source>
        <translation>Not reviewed for a day</translation>
    </message>
    <message>
        <source>待主管补审</source>
        <translation>For supervisor review</translation>
    </message>
    <message>
        <source>夜班一人兼任,主管或经理同意或提出异议</source>
        <translation>One person alone at night: supervisor or manager approves or objects</translation>
    </message>
    <message>
        <source>请写明有什么异议、怎样处理。</source>
        <translation>Say what you object to and what is to be done.</translation>
    </message>
    <message>
        <source>这一单不需要补审。</source>
        <translation>This record needs no review.</translation>
    </message>
    <message>
        <source>补审须由经办人以外的主管或经理进行。</source>
        <translation>The review is made by a supervisor or manager other than the handler.</translation>
    </message>
    <message>
        <source>已补审</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>补审异议:有什么不妥、怎样处理</source>
        <translation>Objection: what was wrong, what is to be done</translation>
    </message>
    <message>
        <source>异议已登记</source>
        <translation>Objection noted</translation>
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
        <source>保存与销毁…</source>
        <translation>Retention and destruction…</translation>
    </message>
    <message>
        <source>访问日志…</source>
        <translation>Access log…</translation>
    </message>
    <message>
        <source>告知牌与调取登记…</source>
        <translation>Privacy notice, requests of authorities…</translation>
    </message>
    <message>
        <source>个人信息请求…</source>
        <translation>Personal data requests…</translation>
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
        <source>恢复码…</source>
        <translation>Recovery code…</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>快速指南 (F1)</source>
        <translation>Quick guide (F1)</translation>
    </message>
    <message>
        <source>更换我的密码…</source>
        <translation>Change my password…</translation>
    </message>
    <message>
        <source>设置我的 PIN…</source>
        <translation>Set my PIN…</translation>
    </message>
    <message>
        <source>锁屏、换人 (F9)</source>
        <translation>Lock, change person (F9)</translation>
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
    <name>Notices</name>
    <message>
        <source>请填写,公函上写的是什么就填什么。</source>
        <translation>Please fill this in as the letter says it.</translation>
    </message>
    <message>
        <source>请选择审批的经理。</source>
        <translation>Please choose the manager who agrees.</translation>
    </message>
    <message>
        <source>经办人不能自己审批。</source>
        <translation>The handler cannot approve.</translation>
    </message>
    <message>
        <source>调取机关</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>公函(文书)号</source>
        <translation>Number of the letter</translation>
    </message>
    <message>
        <source>经办人员(两名)</source>
        <translation>Officers (two)</translation>
    </message>
    <message>
        <source>工作证号</source>
        <translation>Their card numbers</translation>
    </message>
    <message>
        <source>调取范围</source>
        <translation>What is asked for</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>提供方式</source>
        <translation>How it is given</translation>
    </message>
    <message>
        <source>打印并盖章</source>
        <translation>Printed and stamped</translation>
    </message>
    <message>
        <source>审批人(经理)</source>
        <translation>Approver (manager)</translation>
    </message>
    <message>
        <source>告知牌与调取登记</source>
        <translation>Privacy notice, requests of authorities</translation>
    </message>
    <message>
        <source>告知牌张贴在前台,来访人登记前能看到:谁、为什么、登记什么、存多久、找谁。文字在「设置 → 告知牌」里改。</source>
        <translation>The notice hangs at the desk where visitors see it first: who, why, what, how long, whom to ask. Its words are in Settings → Privacy notice.</translation>
    </message>
    <message>
        <source>公安、司法机关凭公函调取登记时,先在这里登记、打印,经理签字后再提供;登记进访问日志。</source>
        <translation>When police or courts ask for records with a letter: register and print it here first; give them after the manager signed. It is noted in the access log.</translation>
    </message>
    <message>
        <source>打印告知牌…</source>
        <translation>Print the notice…</translation>
    </message>
    <message>
        <source>调取登记…</source>
        <translation>Register a request…</translation>
    </message>
    <message>
        <source>告知牌</source>
        <translation>Privacy notice</translation>
    </message>
    <message>
        <source>调取登记</source>
        <translation>Request by an authority</translation>
    </message>
    <message>
        <source>登记并打印</source>
        <translation>Save and print</translation>
    </message>
    <message>
        <source>没有打印</source>
        <translation>Not printed</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>读不到打印字体 {path}，不能生成单据。请重新安装程序。</source>
        <translation>Cannot read the print font {path}; no documents can be made. Please reinstall the program.</translation>
    </message>
    <message>
        <source>修改过的表单用不了,本次用程序自带的,请告诉管理员。</source>
        <translation>The changed form cannot be used; this time the one that came with the program is. Please tell the administrator.</translation>
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
        <source>括号套得太深</source>
        <translation>brackets nested too deep</translation>
    </message>
    <message>
        <source>示例的写法有误</source>
        <translation>the sample is not written rightly</translation>
    </message>
    <message>
        <source>左右边距之间不到 10 毫米</source>
        <translation>less than 10 mm between the left and right margins</translation>
    </message>
    <message>
        <source>只能是 {allowed},或毫米数,如 85.6x54(宽x高)</source>
        <translation>must be {allowed}, or millimetres like 85.6x54 (width x height)</translation>
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
        <translation>cutting marks need {mm:g} mm free on every side</translation>
    </message>
    <message>
        <source>一张纸放不下:还差 {mm:.1f} 毫米</source>
        <translation>does not fit on one sheet: {mm:.1f} mm too much</translation>
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
        <source>卡片上不能有会变长的块(table、checks、clauses)</source>
        <translation>a card cannot have blocks that grow (table, checks, clauses)</translation>
    </message>
    <message>
        <source>一张表单只能有一个清单表格;要几个时,请在 [body] 里写 flow = true</source>
        <translation>a form can have only one list table; for several write flow = true under [body]</translation>
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
        <source>太宽,项目的文字放不下</source>
        <translation>too wide: no room for the words of the items</translation>
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
    <name>Passwords</name>
    <message>
        <source>密码至少 {least} 个字符(现有 {found} 个)。可用一句好记的话,空格也算。</source>
        <translation>At least {least} characters (there are {found}). A sentence you remember will do; spaces count.</translation>
    </message>
    <message>
        <source>密码最多 {most} 个字符。</source>
        <translation>At most {most} characters.</translation>
    </message>
    <message>
        <source>密码里有看不见的控制字符,请重新输入。</source>
        <translation>There are invisible control characters in it. Please type it again.</translation>
    </message>
    <message>
        <source>这是很多人用的密码,一猜就中。请换一句只有您知道的话。</source>
        <translation>Many people use this one; it is the first guess. Please choose a sentence only you know.</translation>
    </message>
    <message>
        <source>密码主要由本楼的名称、人名或工号组成,容易猜中。请换一句别的话。</source>
        <translation>It is mostly names or numbers of this building, easy to guess. Please choose another sentence.</translation>
    </message>
    <message>
        <source>两次输入的密码不一样。</source>
        <translation>The two passwords differ.</translation>
    </message>
    <message>
        <source>PIN 应为 4 到 8 位数字。</source>
        <translation>A PIN has 4 to 8 digits.</translation>
    </message>
    <message>
        <source>这个 PIN 太容易猜。请换一个。</source>
        <translation>This PIN is too easy to guess. Please choose another.</translation>
    </message>
    <message>
        <source>两次输入的 PIN 不一样。</source>
        <translation>The two PINs differ.</translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>核对投诉或纠纷</source>
        <translation>Complaint or dispute</translation>
    </message>
    <message>
        <source>找回遗失物品</source>
        <translation>Lost property</translation>
    </message>
    <message>
        <source>紧急事件调查</source>
        <translation>Inquiry into an incident</translation>
    </message>
    <message>
        <source>本人请求查阅或更正</source>
        <translation>the person asks to see or correct it</translation>
    </message>
    <message>
        <source>请写明为什么要查更早的记录。</source>
        <translation>Say why older records are needed.</translation>
    </message>
    <message>
        <source>系统管理员不看个人信息,请由客服主管查询。</source>
        <translation>An administrator sees no personal data; ask the supervisor.</translation>
    </message>
    <message>
        <source>请填写起日。</source>
        <translation>Enter the first day.</translation>
    </message>
    <message>
        <source>止日不能早于起日,也不能晚于今天。</source>
        <translation>The last day cannot be before the first nor after today.</translation>
    </message>
    <message>
        <source>一次最多查 {days} 天。请缩短时间范围。</source>
        <translation>At most {days} days at a time. Choose fewer days.</translation>
    </message>
    <message>
        <source>起日</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>止日(含当天)</source>
        <translation>Last day (included)</translation>
    </message>
    <message>
        <source>为什么查</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>记入访问日志;按 / 选常用原因</source>
        <translation>Goes into the access log; / offers reasons</translation>
    </message>
    <message>
        <source>查更早的记录 · {register}</source>
        <translation>Older records · {register}</translation>
    </message>
    <message>
        <source>查询</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>近 {days} 天的记录不用写理由;更早的按日期查,谁查了哪几天、为什么,都会记下。</source>
        <translation>The last {days} days need no reason. Older ones are found by days; who looked at which days and why is noted.</translation>
    </message>
    <message>
        <source>更早 {days}</source>
        <translation>Older {days}</translation>
    </message>
    <message>
        <source>更早…</source>
        <translation>Older…</translation>
    </message>
    <message>
        <source>{no} 不在近期的记录里,请用「更早…」按日期和理由查。</source>
        <translation>{no} is not among the last days; use &quot;Older…&quot; with days and a reason.</translation>
    </message>
</context>
<context>
    <name>Paths</name>
    <message>
        <source>无法写入数据文件夹 {path}({reason})。请换一个文件夹(--data-dir)或检查权限。</source>
        <translation>Cannot write to the data folder {path} ({reason}). Choose another folder (--data-dir) or check permissions.</translation>
    </message>
    <message>
        <source>设置文件 {path} 无法读取({reason})。它写着数据放在哪里:请管理员改正后再启动,不要删除。</source>
        <translation>The settings file {path} cannot be read ({reason}). It says where the data are: ask the administrator to correct it and start again; do not delete it.</translation>
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
        <source>还没有人登录。请先按 F9 登录。</source>
        <translation>Nobody is signed in. Please press F9 and sign in.</translation>
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
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>没有账号</source>
        <translation>None</translation>
    </message>
    <message>
        <source>待设密码</source>
        <translation>Code given</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>In order</translation>
    </message>
    <message>
        <source>输错,等待中</source>
        <translation>Wrong, waiting</translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>密码作废</source>
        <translation>Password void</translation>
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
        <source>一次性代码…</source>
        <translation>One-time code…</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>岗位授权…</source>
        <translation>Lend posts…</translation>
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
        <source>{name}现在的密码会马上失效。</source>
        <translation>{name}&apos;s present password stops working at once.</translation>
    </message>
    <message>
        <source>发一次性代码</source>
        <translation>Give a one-time code</translation>
    </message>
    <message>
        <source>没有办成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>离职</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>{role}(代)</source>
        <translation>{role} (lent)</translation>
    </message>
</context>
<context>
    <name>PersonData</name>
    <message>
        <source>请填写姓名、电话或证件号码。</source>
        <translation>Please enter a name, a telephone or a document&apos;s number.</translation>
    </message>
    <message>
        <source>请写明怎样核验了本人身份(或委托书、公函)。</source>
        <translation>Please say how the person&apos;s identity was checked (or the mandate or letter).</translation>
    </message>
    <message>
        <source>请写明本人的要求。</source>
        <translation>Please say what the person asks for.</translation>
    </message>
    <message>
        <source>{no} 现在不能删除:{why}。</source>
        <translation>{no} cannot be removed now: {why}.</translation>
    </message>
    <message>
        <source>已经脱敏</source>
        <translation>already de-identified</translation>
    </message>
    <message>
        <source>已冻结(涉诉、警方调取或未结投诉)</source>
        <translation>held (lawsuit, police request or open complaint)</translation>
    </message>
    <message>
        <source>还没有办结</source>
        <translation>not finished yet</translation>
    </message>
    <message>
        <source>{ground},须保存 {years} 年</source>
        <translation>{ground}; to be kept for {years} years</translation>
    </message>
    <message>
        <source>{ground},须长期保存</source>
        <translation>{ground}; to be kept for good</translation>
    </message>
    <message>
        <source>别人的登记里提到:请打开那一份,更正那一句</source>
        <translation>named in somebody else&apos;s record: open it and correct the line</translation>
    </message>
    <message>
        <source>名册联系人:请在「楼宇与客户名册」里更正或停用</source>
        <translation>a contact of the roster: correct or end it there</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>相符</source>
        <translation>Fits</translation>
    </message>
    <message>
        <source>能否删除</source>
        <translation>Can it be removed</translation>
    </message>
    <message>
        <source>姓名(全名)</source>
        <translation>Name (whole)</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>证件</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>证件号码(只用来比对)</source>
        <translation>Document number (only compared)</translation>
    </message>
    <message>
        <source>怎样核验本人</source>
        <translation>How their identity was checked</translation>
    </message>
    <message>
        <source>本人的要求</source>
        <translation>What they ask for</translation>
    </message>
    <message>
        <source>个人信息请求</source>
        <translation>Personal data requests</translation>
    </message>
    <message>
        <source>本人可以查阅、复制、更正、删除自己的信息。只有姓名相符的可能是同名的人,核实后再选;随行名单和文字里提到的,打开那一份更正。更正请打开那一份登记,用它自己的「更正」。每一步都记入访问日志。</source>
        <translation>People may read, copy, correct and remove their data. Where only the name fits it may be somebody else: check before choosing. What names them among companions or in a text is corrected there. Corrections: open the record and use its own &quot;Correct&quot;. Every step goes into the access log.</translation>
    </message>
    <message>
        <source>查找…</source>
        <translation>Find…</translation>
    </message>
    <message>
        <source>打开登记</source>
        <translation>Open record</translation>
    </message>
    <message>
        <source>打印选中的</source>
        <translation>Print chosen</translation>
    </message>
    <message>
        <source>删除选中的…</source>
        <translation>Remove chosen…</translation>
    </message>
    <message>
        <source>请按「查找…」,说明是谁的信息、怎样核验了本人。</source>
        <translation>Press &quot;Find…&quot; and say whose data it is and how you checked who is asking.</translation>
    </message>
    <message>
        <source>查找一个人的信息</source>
        <translation>Find a person&apos;s data</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>没有打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>个人信息查阅单</source>
        <translation>Personal data of one person</translation>
    </message>
    <message>
        <source>删除(脱敏)选中的 {count} 份</source>
        <translation>Remove (de-identify) {count} chosen records</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>在列表里用 ↑ ↓ 和空格键(或鼠标)选中核实过的登记,再办。</source>
        <translation>In the list choose the records that were verified, with ↑ ↓ and the space bar or the mouse, then go on.</translation>
    </message>
    <message>
        <source>还没有选中登记</source>
        <translation>No record is chosen yet</translation>
    </message>
    <message>
        <source>没有找到这个人的信息。姓名须是全名,电话、证件号码须完整;请核对后再查。</source>
        <translation>No data of this person was found. Names, telephone and document numbers must be whole; check them and look again.</translation>
    </message>
    <message>
        <source>{no} {why}。请不要选它。</source>
        <translation>{no}: {why}. Do not choose it.</translation>
    </message>
    <message>
        <source>已删除 {count} 份登记里的个人信息。</source>
        <translation>The personal data in {count} records were removed.</translation>
    </message>
    <message>
        <source>找到的都已处理,没有剩下的。</source>
        <translation>All that was found is dealt with; nothing is left.</translation>
    </message>
    <message>
        <source>名册</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>仅姓名相符</source>
        <translation>only the name</translation>
    </message>
    <message>
        <source>提到:{words}</source>
        <translation>Mentioned: {words}</translation>
    </message>
    <message>
        <source>可以</source>
        <translation>yes</translation>
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
    <name>Place</name>
    <message>
        <source>数据文件 {path} 不见了(可能被移走、改名或误删)。请放回原处,或从备份恢复。</source>
        <translation>The database {path} is gone (moved, renamed or deleted). Put it back, or restore a backup.</translation>
    </message>
    <message>
        <source>数据文件 {path} 是空的(0 字节),不会当作新的使用。请从备份恢复。</source>
        <translation>The database {path} is empty (0 bytes) and is not taken for a new one. Restore a backup.</translation>
    </message>
    <message>
        <source>{path} 是另一处的数据文件,不是这里原来的那一个,没有打开。请把原来的放回来,或从备份恢复;有意换上时请先移走 {mark}。</source>
        <translation>{path} is another site&apos;s database, not the one that was here, and was not opened. Put the old one back or restore a backup; if you mean it, move {mark} away first.</translation>
    </message>
    <message>
        <source>读不到数据文件 {path}({reason})。请检查磁盘和权限后再启动。</source>
        <translation>The database {path} cannot be read ({reason}). Check the disk and the rights, then start again.</translation>
    </message>
    <message>
        <source>数据文件夹 {path} 在网络盘上({kind}),多台电脑同时写会损坏数据,程序不在这里打开。请用本机硬盘上的文件夹(--data-dir,或 desk.toml 的 database);网络盘可设为第二备份位置。</source>
        <translation>The data folder {path} is on a network drive ({kind}); several computers writing at once would damage the data, so the program does not open here. Please use a folder on this computer&apos;s own disk (--data-dir, or database in desk.toml); a network drive can be the second place for backups.</translation>
    </message>
    <message>
        <source>磁盘只剩 {left} MB,不能再登记新的。请清理磁盘后再按一次保存,已填内容还在;签离、归还和打印不受影响。</source>
        <translation>Only {left} MB are left on the disk: nothing new can be recorded. Clear the disk and save again, what you typed is kept; sign-outs, returns and prints go on.</translation>
    </message>
    <message>
        <source>磁盘只剩 {left} MB。请清理磁盘;少于 200 MB 时不能再登记新的。</source>
        <translation>Only {left} MB are left on the disk. Clear it; below 200 MB nothing new can be recorded.</translation>
    </message>
    <message>
        <source>数据文件 {path} 不见了,这一条没有保存。请不要关闭窗口,把文件放回原处再按一次保存;找不到时请重启程序,从备份恢复。</source>
        <translation>The database {path} is gone; this was not saved. Leave the window open, put the file back and save again; if it cannot be found, start anew and restore a backup.</translation>
    </message>
    <message>
        <source>数据文件 {path} 被换成了另一个文件,这一条没有保存。请重启程序;换上的不是想要的,请从备份恢复。</source>
        <translation>The database {path} was replaced by another file; this was not saved. Start anew; if the new file is not wanted, restore a backup.</translation>
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
        <source>查看电话…</source>
        <translation>Show telephones…</translation>
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
        <source>楼宇与客户名册;掩码的名册只能看,明文的才能改后再导入</source>
        <translation>Roster of premises; a masked one is only for reading, one in clear can be edited and imported</translation>
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
    <name>Presence</name>
    <message>
        <source>本人在前台,已用 PIN 或密码确认</source>
        <translation>Here at the desk, confirmed by PIN or password</translation>
    </message>
    <message>
        <source>本人不在前台,纸上已签字</source>
        <translation>Not at the desk, signed on paper</translation>
    </message>
    <message>
        <source>本人不在前台,电话同意</source>
        <translation>Not at the desk, agreed by telephone</translation>
    </message>
    <message>
        <source>{name} 还没有确认:请本人输入 PIN 或密码。</source>
        <translation>{name} has not confirmed yet: let them enter their own PIN or password.</translation>
    </message>
    <message>
        <source>本人的 PIN 或密码</source>
        <translation>Their own PIN or password</translation>
    </message>
    <message>
        <source>怎样同意</source>
        <translation>How they agreed</translation>
    </message>
    <message>
        <source>请 {name} 本人确认</source>
        <translation>{name}, please confirm yourself</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>预览 {number}</source>
        <translation>Preview {number}</translation>
    </message>
    <message>
        <source>正在出单…</source>
        <translation>Drawing the paper…</translation>
    </message>
    <message>
        <source>可先「另存为 PDF」,接好打印机后再补打;单据已保存,不会丢失。</source>
        <translation>&quot;Save as PDF&quot; for now and reprint once a printer is connected; the document is saved and will not be lost.</translation>
    </message>
    <message>
        <source>这张纸不存成文件:请接好打印机再打印,或关闭预览后手抄。</source>
        <translation>This paper is never saved to a file: connect a printer and print again, or close the preview and copy it by hand.</translation>
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
    <name>Privacy</name>
    <message>
        <source>需联系本人</source>
        <translation>To contact the person</translation>
    </message>
    <message>
        <source>核对证件</source>
        <translation>To check a document</translation>
    </message>
    <message>
        <source>紧急事件</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>请写明为什么要看,例如「需联系本人」。</source>
        <translation>Please say why you need to see it, e.g. &quot;To contact the person&quot;.</translation>
    </message>
    <message>
        <source>系统管理员不看个人信息,请由客服主管查看。</source>
        <translation>The system administrator sees no personal data; please ask the supervisor.</translation>
    </message>
</context>
<context>
    <name>Punctuation</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{name}:{value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>{first}{then}</source>
        <translation>{first} {then}</translation>
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
    <name>Reasons</name>
    <message>
        <source>另一个程序正在使用</source>
        <translation>another program is using it</translation>
    </message>
    <message>
        <source>磁盘已满</source>
        <translation>disk full</translation>
    </message>
    <message>
        <source>没有权限</source>
        <translation>access denied</translation>
    </message>
    <message>
        <source>磁盘读写出错</source>
        <translation>the disk failed to read or write</translation>
    </message>
    <message>
        <source>打开的文件太多</source>
        <translation>too many open files</translation>
    </message>
    <message>
        <source>网络盘或 U 盘已断开</source>
        <translation>the network drive or USB stick is gone</translation>
    </message>
    <message>
        <source>文件或文件夹不存在</source>
        <translation>no such file or folder</translation>
    </message>
    <message>
        <source>磁盘是只读的</source>
        <translation>the disk is read-only</translation>
    </message>
    <message>
        <source>同名的文件已存在</source>
        <translation>a file of that name exists</translation>
    </message>
    <message>
        <source>那是一个文件夹</source>
        <translation>that is a folder</translation>
    </message>
    <message>
        <source>路径中有一段不是文件夹</source>
        <translation>a part of the path is no folder</translation>
    </message>
    <message>
        <source>文件夹不是空的</source>
        <translation>the folder is not empty</translation>
    </message>
    <message>
        <source>文件名太长</source>
        <translation>the file name is too long</translation>
    </message>
    <message>
        <source>名称或位置不能用</source>
        <translation>the name or place cannot be used</translation>
    </message>
    <message>
        <source>第 {0} 页校验不符</source>
        <translation>the checksum of page {0} does not fit</translation>
    </message>
    <message>
        <source>第 {0} 页结构有误</source>
        <translation>the structure of page {0} is wrong</translation>
    </message>
    <message>
        <source>第 {0} 页有误</source>
        <translation>page {0} is wrong</translation>
    </message>
    <message>
        <source>索引与记录不符</source>
        <translation>an index does not match the records</translation>
    </message>
    <message>
        <source>有记录指向不存在的记录</source>
        <translation>a record refers to one that is not there</translation>
    </message>
    <message>
        <source>有记录的内容不合规定</source>
        <translation>a record holds what it may not</translation>
    </message>
    <message>
        <source>文件开头已损坏,或不是本程序的数据文件</source>
        <translation>the beginning of the file is damaged, or it is none of this program&apos;s</translation>
    </message>
    <message>
        <source>第 {0} 行第 {1} 个字附近写法有误</source>
        <translation>not written rightly near line {0}, character {1}</translation>
    </message>
    <message>
        <source>不是 UTF-8 编码;用记事本另存时请选 UTF-8</source>
        <translation>not UTF-8; choose UTF-8 when saving with Notepad</translation>
    </message>
    <message>
        <source>出了一个没有料到的错,请看弹出的错误编号</source>
        <translation>something unexpected went wrong; see the error number that is shown</translation>
    </message>
    <message>
        <source>写出的内容与原来的不符</source>
        <translation>what was written does not match what was copied</translation>
    </message>
    <message>
        <source>系统错误 {number}</source>
        <translation>system error {number}</translation>
    </message>
    <message>
        <source>文件结构有误</source>
        <translation>the structure of the file is wrong</translation>
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
        <translation>Qty</translation>
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
        <source>补审同意</source>
        <translation>Approve afterwards</translation>
    </message>
    <message>
        <source>补审异议…</source>
        <translation>Object afterwards…</translation>
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
        <source>请填写拒放的门岗是谁。</source>
        <translation>Enter which guard refused.</translation>
    </message>
    <message>
        <source>{name} 开具或签了这张放行条,不能作门岗核验,请填写当值门岗。</source>
        <translation>{name} issued or signed this slip and cannot check it at the gate. Enter the guard on duty.</translation>
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
        <source>{no} 还没有开具,没有可打印的单。</source>
        <translation>{no} is not issued yet; there is nothing to print.</translation>
    </message>
    <message>
        <source>大件物品</source>
        <translation>Bulky items</translation>
    </message>
    <message>
        <source>搬家(整租退场)</source>
        <translation>Move-out (tenant leaves)</translation>
    </message>
    <message>
        <source>装修材料工具</source>
        <translation>Fit-out material, tools</translation>
    </message>
    <message>
        <source>贵重小件(单位证明)</source>
        <translation>Valuables (company letter)</translation>
    </message>
    <message>
        <source>维修外送(须返回)</source>
        <translation>Out for repair (to return)</translation>
    </message>
    <message>
        <source>内部部门物品</source>
        <translation>Our own items</translation>
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
        <translation>Tenant&apos;s signatory</translation>
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
        <translation>Signatory signed, stamped</translation>
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
    <message>
        <source>装修申请表(签字盖章)</source>
        <translation>Application form (signed, stamped)</translation>
    </message>
    <message>
        <source>平面图(业主签名)</source>
        <translation>Floor plan (signed by owner)</translation>
    </message>
    <message>
        <source>天花图</source>
        <translation>Ceiling plan</translation>
    </message>
    <message>
        <source>电气图</source>
        <translation>Electrical plan</translation>
    </message>
    <message>
        <source>给排水图</source>
        <translation>Plumbing plan</translation>
    </message>
    <message>
        <source>消防点位图</source>
        <translation>Fire-safety plan</translation>
    </message>
    <message>
        <source>空调图</source>
        <translation>Air-conditioning plan</translation>
    </message>
    <message>
        <source>施工单位营业执照</source>
        <translation>Contractor&apos;s business licence</translation>
    </message>
    <message>
        <source>施工资质证书</source>
        <translation>Contractor&apos;s qualification</translation>
    </message>
    <message>
        <source>电工证</source>
        <translation>Electrician&apos;s certificate</translation>
    </message>
    <message>
        <source>负责人证件(核验不留存)</source>
        <translation>Foreman&apos;s ID (looked at, not kept)</translation>
    </message>
    <message>
        <source>委托书</source>
        <translation>Authorisation</translation>
    </message>
    <message>
        <source>业主书面同意书</source>
        <translation>Owner&apos;s written consent</translation>
    </message>
    <message>
        <source>公众责任险保单</source>
        <translation>Public liability policy</translation>
    </message>
    <message>
        <source>装修管理服务协议</source>
        <translation>Renovation agreement</translation>
    </message>
    <message>
        <source>防火责任书</source>
        <translation>Fire-safety pledge</translation>
    </message>
    <message>
        <source>政府批文</source>
        <translation>Government papers</translation>
    </message>
    <message>
        <source>资料还缺 {count} 项:{names}。请收齐并勾选后再受理。</source>
        <translation>{count} papers are missing: {names}. Collect and tick them, then accept.</translation>
    </message>
    <message>
        <source>「{name}」没有填有效期,请看着原件填写。</source>
        <translation>&quot;{name}&quot; has no expiry date; fill it in from the original.</translation>
    </message>
    <message>
        <source>「{name}」有效期至 {day},已过期,不能受理和发证;请换有效的证件。</source>
        <translation>&quot;{name}&quot; ran out on {day}: nothing can be accepted or issued; ask for a valid one.</translation>
    </message>
    <message>
        <source>附件(图纸、扫描件)</source>
        <translation>Files (drawings, scans)</translation>
    </message>
    <message>
        <source>{name}(不要求)</source>
        <translation>{name} (not asked)</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Good until</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>required</translation>
    </message>
    <message>
        <source>长期可空</source>
        <translation>empty: no end</translation>
    </message>
    <message>
        <source>只核验</source>
        <translation>Seen only</translation>
    </message>
    <message>
        <source>附件 {count}</source>
        <translation>Files {count}</translation>
    </message>
    <message>
        <source>附件…</source>
        <translation>Files…</translation>
    </message>
    <message>
        <source>资料(空格勾选)</source>
        <translation>Paper (space ticks)</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>资料齐全,受理</source>
        <translation>Complete, accept</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>空格 勾选 · Enter 下一项 · Tab 编号、日期 · Ctrl+S 保存</source>
        <translation>Space ticks · Enter next · Tab number, date · Ctrl+S save</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>竣工日期早于开工日期,请核对。</source>
        <translation>The end is before the start; please check.</translation>
    </message>
    <message>
        <source>施工人数应为 1 到 {most}。</source>
        <translation>The number of workers must be 1 to {most}.</translation>
    </message>
    <message>
        <source>第 {n} 行:请填写部位。</source>
        <translation>Line {n}: fill in the part.</translation>
    </message>
    <message>
        <source>第 {n} 行:请填写装修内容。</source>
        <translation>Line {n}: fill in the work.</translation>
    </message>
    <message>
        <source>第 {n} 行:请选择材料的燃烧等级。</source>
        <translation>Line {n}: choose the material&apos;s fire class.</translation>
    </message>
    <message>
        <source>「{text}」看不懂:涉及请写{known},可连写,例如「水电」。</source>
        <translation>&quot;{text}&quot; is not understood: write {known}; several may be joined.</translation>
    </message>
    <message>
        <source>第 {n} 行:请选择批的是哪一项。</source>
        <translation>Line {n}: choose what the paper allows.</translation>
    </message>
    <message>
        <source>第 {n} 行:请填写批文文号。</source>
        <translation>Line {n}: fill in the paper&apos;s number.</translation>
    </message>
    <message>
        <source>第 {n} 行:请填写批文日期。</source>
        <translation>Line {n}: fill in the paper&apos;s date.</translation>
    </message>
    <message>
        <source>资料与闭水打压</source>
        <translation>Papers and tests</translation>
    </message>
    <message>
        <source>吊扣中</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>许可证到期</source>
        <translation>Permit ends</translation>
    </message>
    <message>
        <source>{name}到期</source>
        <translation>{name} runs out</translation>
    </message>
    <message>
        <source>提交申请</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>存草稿</source>
        <translation>Keep draft</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>不同意(驳回)</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>审批人</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>说明(不同意必填)</source>
        <translation>Note (required when refused)</translation>
    </message>
    <message>
        <source>业主签字(谁)</source>
        <translation>Signed by the owner (who)</translation>
    </message>
    <message>
        <source>试验区域</source>
        <translation>Zone tested</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>End</translation>
    </message>
    <message>
        <source>水深 毫米</source>
        <translation>Depth mm</translation>
    </message>
    <message>
        <source>楼下确认人</source>
        <translation>Confirmed downstairs by</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>免做原因</source>
        <translation>Why excused</translation>
    </message>
    <message>
        <source>介质</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>压力 MPa</source>
        <translation>Pressure MPa</translation>
    </message>
    <message>
        <source>保压 分钟</source>
        <translation>Held, minutes</translation>
    </message>
    <message>
        <source>压降 MPa</source>
        <translation>Drop MPa</translation>
    </message>
    <message>
        <source>收据号</source>
        <translation>Receipt no.</translation>
    </message>
    <message>
        <source>开工</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>截止(含当日)</source>
        <translation>Last day (included)</translation>
    </message>
    <message>
        <source>施工时段</source>
        <translation>Working hours</translation>
    </message>
    <message>
        <source>延至(含当日)</source>
        <translation>New last day (included)</translation>
    </message>
    <message>
        <source>批准人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>延期原因</source>
        <translation>Why it is extended</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason</translation>
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
        <source>退哪一笔</source>
        <translation>Which deposit</translation>
    </message>
    <message>
        <source>验收(复验)人</source>
        <translation>Accepted (re-inspected) by</translation>
    </message>
    <message>
        <source>领款人</source>
        <translation>Paid to</translation>
    </message>
    <message>
        <source>付款方式</source>
        <translation>Paid by way of</translation>
    </message>
    <message>
        <source>原收据已收回</source>
        <translation>Original receipt returned</translation>
    </message>
    <message>
        <source>扣款 元(没有留空)</source>
        <translation>Deduction, yuan (empty: none)</translation>
    </message>
    <message>
        <source>扣款原因和依据</source>
        <translation>Grounds of the deduction</translation>
    </message>
    <message>
        <source>扣款通知(何时、怎样通知)</source>
        <translation>Told about it (when, how)</translation>
    </message>
    <message>
        <source>付款人</source>
        <translation>Paid out by</translation>
    </message>
    <message>
        <source>审批人(经理)</source>
        <translation>Approver (manager)</translation>
    </message>
    <message>
        <source>装修申请</source>
        <translation>Renovation</translation>
    </message>
    <message>
        <source>已提交</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>草稿已存</source>
        <translation>Draft kept</translation>
    </message>
    <message>
        <source>已受理,开始计时</source>
        <translation>Accepted, the term runs</translation>
    </message>
    <message>
        <source>退补什么(计时暂停)</source>
        <translation>What must be corrected (the term stands)</translation>
    </message>
    <message>
        <source>已退补,暂停计时</source>
        <translation>Sent back, the term stands</translation>
    </message>
    <message>
        <source>已补齐,继续计时</source>
        <translation>Papers are back, the term goes on</translation>
    </message>
    <message>
        <source>已重新提交</source>
        <translation>Submitted again</translation>
    </message>
    <message>
        <source>撤销申请</source>
        <translation>Withdraw application</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>吊扣许可证</source>
        <translation>Suspend permit</translation>
    </message>
    <message>
        <source>已吊扣</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>恢复施工:整改结果</source>
        <translation>Lift the suspension: what was put right</translation>
    </message>
    <message>
        <source>已恢复施工</source>
        <translation>Suspension lifted</translation>
    </message>
    <message>
        <source>注销许可证</source>
        <translation>Cancel permit</translation>
    </message>
    <message>
        <source>已注销</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>继续办理这份申请</source>
        <translation>Going on with this application</translation>
    </message>
    <message>
        <source>{no} 资料齐全,已受理</source>
        <translation>{no}: papers complete, accepted</translation>
    </message>
    <message>
        <source>{no} 资料已登记</source>
        <translation>{no}: papers noted</translation>
    </message>
    <message>
        <source>资料核对 {no}</source>
        <translation>Papers of {no}</translation>
    </message>
    <message>
        <source>{no} 审批已登记:{state}</source>
        <translation>{no}: decision noted, {state}</translation>
    </message>
    <message>
        <source>{stage} {no}</source>
        <translation>{stage} {no}</translation>
    </message>
    <message>
        <source>{no} 试验已登记</source>
        <translation>{no}: test noted</translation>
    </message>
    <message>
        <source>{no} 业主已签字确认</source>
        <translation>{no}: signed by the owner</translation>
    </message>
    <message>
        <source>业主签字确认试验</source>
        <translation>Owner signs the tests</translation>
    </message>
    <message>
        <source>{no} 费用已登记</source>
        <translation>{no}: fees recorded</translation>
    </message>
    <message>
        <source>费用与收据 {no}</source>
        <translation>Fees and receipts {no}</translation>
    </message>
    <message>
        <source>{no} 已发证</source>
        <translation>{no} issued</translation>
    </message>
    <message>
        <source>发许可证</source>
        <translation>Issue permit</translation>
    </message>
    <message>
        <source>{no} 已延期</source>
        <translation>{no} extended</translation>
    </message>
    <message>
        <source>延期(另起一行记录)</source>
        <translation>Extension (a new row)</translation>
    </message>
    <message>
        <source>装修已竣工?许可证随即失效。</source>
        <translation>Are the works done? The permit ends with them.</translation>
    </message>
    <message>
        <source>已竣工</source>
        <translation>Works done</translation>
    </message>
    <message>
        <source>这份装修没有还没退的押金。</source>
        <translation>This renovation has no deposit left to refund.</translation>
    </message>
    <message>
        <source>不用退押金</source>
        <translation>Nothing to refund</translation>
    </message>
    <message>
        <source>{no} 已退押金 {paid} 元</source>
        <translation>{no}: deposit of {paid} yuan refunded</translation>
    </message>
    <message>
        <source>退押金:{sums}</source>
        <translation>Refund: {sums}</translation>
    </message>
    <message>
        <source>{no} 已作废</source>
        <translation>{no} void</translation>
    </message>
    <message>
        <source>作废 {no}</source>
        <translation>Void {no}</translation>
    </message>
    <message>
        <source>收缴清单</source>
        <translation>Collect list</translation>
    </message>
    <message>
        <source>须业主书面同意书</source>
        <translation>Owner&apos;s written consent needed</translation>
    </message>
    <message>
        <source>须附委托书</source>
        <translation>Authorisation needed</translation>
    </message>
    <message>
        <source>动水:须闭水、打压</source>
        <translation>Touches water: tests needed</translation>
    </message>
    <message>
        <source>延期须由另一人批准,请改选。</source>
        <translation>Somebody else must approve the extension.</translation>
    </message>
    <message>
        <source>请写明吊扣的原因,例如违章项目。</source>
        <translation>Say why it is suspended, e.g. what broke the rules.</translation>
    </message>
    <message>
        <source>请写明整改结果。</source>
        <translation>Say what was put right.</translation>
    </message>
    <message>
        <source>请写明注销的原因。</source>
        <translation>Say why it is cancelled.</translation>
    </message>
    <message>
        <source>请选择作废原因。</source>
        <translation>Choose why it is void.</translation>
    </message>
    <message>
        <source>原因选了「其他」,请写明。</source>
        <translation>The reason is &quot;Other&quot;: say which.</translation>
    </message>
    <message>
        <source>作废须由客服主管或经理复核,请选择。</source>
        <translation>A supervisor or manager must review the voiding; choose one.</translation>
    </message>
    <message>
        <source>作废须由另一人复核,请改选。</source>
        <translation>Somebody else must review the voiding.</translation>
    </message>
    <message>
        <source>{name} 是收款人,不能复核已收款单据的作废,请改选。</source>
        <translation>{name} took the money and cannot review the voiding of what was paid. Choose somebody else.</translation>
    </message>
    <message>
        <source>许可证吊扣中,不能打印;恢复施工后再打印。</source>
        <translation>The permit is suspended and cannot be printed; lift the suspension first.</translation>
    </message>
    <message>
        <source>{no} 还没有发许可证,没有可打印的证。</source>
        <translation>{no} has no permit yet, so there is nothing to print.</translation>
    </message>
    <message>
        <source>部位</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Uses</translation>
    </message>
    <message>
        <source>燃烧级</source>
        <translation>Fire cl.</translation>
    </message>
    <message>
        <source>涉及</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>批准事项</source>
        <translation>For</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>批文日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>业主与委托</source>
        <translation>Owner and agent</translation>
    </message>
    <message>
        <source>施工单位资料</source>
        <translation>Contractor&apos;s details</translation>
    </message>
    <message>
        <source>装修项目</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>自查事项</source>
        <translation>Self-check</translation>
    </message>
    <message>
        <source>房号</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>装修类别</source>
        <translation>Kind of renovation</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>施工单位</source>
        <translation>Contractor</translation>
    </message>
    <message>
        <source>施工负责人</source>
        <translation>Foreman</translation>
    </message>
    <message>
        <source>负责人电话</source>
        <translation>Foreman&apos;s telephone</translation>
    </message>
    <message>
        <source>计划开工</source>
        <translation>Planned start</translation>
    </message>
    <message>
        <source>计划竣工</source>
        <translation>Planned end</translation>
    </message>
    <message>
        <source>产权 / 租赁</source>
        <translation>Owner / tenant</translation>
    </message>
    <message>
        <source>代办</source>
        <translation>By an agent</translation>
    </message>
    <message>
        <source>代办须附委托书</source>
        <translation>with their authorisation</translation>
    </message>
    <message>
        <source>业主</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>租户</source>
        <translation>Tenant</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Social credit code</translation>
    </message>
    <message>
        <source>资质证号</source>
        <translation>Qualification no.</translation>
    </message>
    <message>
        <source>资质等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>资质有效期至</source>
        <translation>Qualified until</translation>
    </message>
    <message>
        <source>防火负责人</source>
        <translation>Fire-safety lead</translation>
    </message>
    <message>
        <source>防火负责人电话</source>
        <translation>Fire lead&apos;s telephone</translation>
    </message>
    <message>
        <source>施工人数</source>
        <translation>Workers</translation>
    </message>
    <message>
        <source>装修面积 ㎡</source>
        <translation>Area m²</translation>
    </message>
    <message>
        <source>工程造价 元</source>
        <translation>Cost, yuan</translation>
    </message>
    <message>
        <source>装修项目明细</source>
        <translation>Works in detail</translation>
    </message>
    <message>
        <source>政府批文(答「是」的须批事项)</source>
        <translation>Government papers (for matters answered yes)</translation>
    </message>
    <message>
        <source>及时</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>申请号</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>许可证号</source>
        <translation>Permit</translation>
    </message>
    <message>
        <source>申请日</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Foreman</translation>
    </message>
    <message>
        <source>齐件日</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>应批日</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>Waits for</translation>
    </message>
    <message>
        <source>批结日</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>用工作日</source>
        <translation>Workdays used</translation>
    </message>
    <message>
        <source>退补次数</source>
        <translation>Times sent back</translation>
    </message>
    <message>
        <source>审批及时</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>止</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>延期次数</source>
        <translation>Extensions</translation>
    </message>
    <message>
        <source>押金</source>
        <translation>Deposits</translation>
    </message>
    <message>
        <source>退款单号</source>
        <translation>Refund no.</translation>
    </message>
    <message>
        <source>退款日</source>
        <translation>Refunded on</translation>
    </message>
    <message>
        <source>扣款</source>
        <translation>Deduction</translation>
    </message>
    <message>
        <source>实退押金</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>时限计算</source>
        <translation>How the term is counted</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>审批中</source>
        <translation>Under review</translation>
    </message>
    <message>
        <source>在建</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>押金可退</source>
        <translation>To refund</translation>
    </message>
    <message>
        <source>押金超期未退</source>
        <translation>Refund overdue</translation>
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
        <source>资料核对…</source>
        <translation>Papers…</translation>
    </message>
    <message>
        <source>资料齐全受理</source>
        <translation>Accept complete papers</translation>
    </message>
    <message>
        <source>审批…</source>
        <translation>Approve…</translation>
    </message>
    <message>
        <source>退补…</source>
        <translation>Send back…</translation>
    </message>
    <message>
        <source>补齐收回</source>
        <translation>Papers are back</translation>
    </message>
    <message>
        <source>重新提交</source>
        <translation>Submit again</translation>
    </message>
    <message>
        <source>登记闭水试验…</source>
        <translation>Water test…</translation>
    </message>
    <message>
        <source>登记打压试验…</source>
        <translation>Pressure test…</translation>
    </message>
    <message>
        <source>业主签字确认试验…</source>
        <translation>Owner signs the tests…</translation>
    </message>
    <message>
        <source>登记费用…</source>
        <translation>Fees…</translation>
    </message>
    <message>
        <source>发许可证…</source>
        <translation>Issue permit…</translation>
    </message>
    <message>
        <source>办出入证…</source>
        <translation>Entry pass…</translation>
    </message>
    <message>
        <source>办动火证…</source>
        <translation>Hot-work permit…</translation>
    </message>
    <message>
        <source>修改申请</source>
        <translation>Change application</translation>
    </message>
    <message>
        <source>打印申请表</source>
        <translation>Print application</translation>
    </message>
    <message>
        <source>打印许可证</source>
        <translation>Print permit</translation>
    </message>
    <message>
        <source>延期…</source>
        <translation>Extend…</translation>
    </message>
    <message>
        <source>吊扣…</source>
        <translation>Suspend…</translation>
    </message>
    <message>
        <source>恢复施工…</source>
        <translation>Lift suspension…</translation>
    </message>
    <message>
        <source>竣工…</source>
        <translation>Works done…</translation>
    </message>
    <message>
        <source>注销…</source>
        <translation>Cancel permit…</translation>
    </message>
    <message>
        <source>退押金…</source>
        <translation>Refund deposit…</translation>
    </message>
    <message>
        <source>补录系统外已退押金…</source>
        <translation>Enter refund made on paper…</translation>
    </message>
    <message>
        <source>作废退款…</source>
        <translation>Void refund…</translation>
    </message>
    <message>
        <source>打印退款单</source>
        <translation>Print refund slip</translation>
    </message>
    <message>
        <source>作废…</source>
        <translation>Void…</translation>
    </message>
    <message>
        <source>撤销申请…</source>
        <translation>Withdraw application…</translation>
    </message>
    <message>
        <source>查看与修改记录</source>
        <translation>View and history</translation>
    </message>
    <message>
        <source>提交时间</source>
        <translation>Submitted at</translation>
    </message>
    <message>
        <source>修改时间</source>
        <translation>Changed at</translation>
    </message>
    <message>
        <source>发证时间</source>
        <translation>Issued at</translation>
    </message>
    <message>
        <source>发证人</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>许可施工时段</source>
        <translation>Permitted hours</translation>
    </message>
    <message>
        <source>停止原因</source>
        <translation>Why it stopped</translation>
    </message>
    <message>
        <source>结束时间</source>
        <translation>Ended at</translation>
    </message>
    <message>
        <source>核验说明</source>
        <translation>Verification note</translation>
    </message>
    <message>
        <source>作废类别</source>
        <translation>Kind of voiding</translation>
    </message>
    <message>
        <source>作废复核人</source>
        <translation>Voiding reviewed by</translation>
    </message>
    <message>
        <source>答案</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>已交</source>
        <translation>Handed in</translation>
    </message>
    <message>
        <source>交来时间</source>
        <translation>Handed in at</translation>
    </message>
    <message>
        <source>退补时间</source>
        <translation>Sent back at</translation>
    </message>
    <message>
        <source>补齐时间</source>
        <translation>Came again at</translation>
    </message>
    <message>
        <source>登记人</source>
        <translation>Entered by</translation>
    </message>
    <message>
        <source>上一轮</source>
        <translation>Former round</translation>
    </message>
    <message>
        <source>压力 kPa</source>
        <translation>Pressure kPa</translation>
    </message>
    <message>
        <source>压降 kPa</source>
        <translation>Drop kPa</translation>
    </message>
    <message>
        <source>业主签字</source>
        <translation>Owner&apos;s signature</translation>
    </message>
    <message>
        <source>金额(分)</source>
        <translation>Amount (fen)</translation>
    </message>
    <message>
        <source>原截止日</source>
        <translation>Former end</translation>
    </message>
    <message>
        <source>延至</source>
        <translation>Extended to</translation>
    </message>
    <message>
        <source>登记闭水打压</source>
        <translation>Note a test</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Expire</translation>
    </message>
    <message>
        <source>装修</source>
        <translation>Renovations</translation>
    </message>
    <message>
        <source>装修审批中</source>
        <translation>Renovations under review</translation>
    </message>
    <message>
        <source>装修在建</source>
        <translation>Renovations under way</translation>
    </message>
    <message>
        <source>还没有装修申请。按 F2 登记第一份,先填房号。</source>
        <translation>No renovation yet. Press F2 for the first application; start with the room.</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>待资料</source>
        <translation>Papers missing</translation>
    </message>
    <message>
        <source>退补</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>已驳回</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>待缴费发证</source>
        <translation>Fees, then permit</translation>
    </message>
    <message>
        <source>吊扣</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>已到期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>资料核对</source>
        <translation>Check papers</translation>
    </message>
    <message>
        <source>登记费用</source>
        <translation>Record fees</translation>
    </message>
    <message>
        <source>登记审批</source>
        <translation>Note an approval</translation>
    </message>
    <message>
        <source>驳回</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>恢复施工</source>
        <translation>Lift suspension</translation>
    </message>
    <message>
        <source>竣工</source>
        <translation>Works done</translation>
    </message>
    <message>
        <source>注销</source>
        <translation>Cancel permit</translation>
    </message>
    <message>
        <source>前台初审</source>
        <translation>Front desk check</translation>
    </message>
    <message>
        <source>工程审核</source>
        <translation>Engineering</translation>
    </message>
    <message>
        <source>消防审核</source>
        <translation>Fire safety</translation>
    </message>
    <message>
        <source>客服主管审核</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>经理批准</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>草稿-{number:04d}</source>
        <translation>Draft-{number:04d}</translation>
    </message>
    <message>
        <source>请填写装修的房号,可输入首字母。</source>
        <translation>Fill in the room; initials will do.</translation>
    </message>
    <message>
        <source>请选择装修类别。</source>
        <translation>Choose the kind of renovation.</translation>
    </message>
    <message>
        <source>请选择是业主自用还是租户承租。</source>
        <translation>Choose owner or tenant.</translation>
    </message>
    <message>
        <source>请填写业主。</source>
        <translation>Fill in the owner.</translation>
    </message>
    <message>
        <source>租户装修请填写租户名称。</source>
        <translation>A tenant renovates: fill in the tenant.</translation>
    </message>
    <message>
        <source>请填写申请人。</source>
        <translation>Fill in the applicant.</translation>
    </message>
    <message>
        <source>请填写申请人的联系电话。</source>
        <translation>Fill in the applicant&apos;s telephone.</translation>
    </message>
    <message>
        <source>请填写施工单位。</source>
        <translation>Fill in the contractor.</translation>
    </message>
    <message>
        <source>请填写施工单位的统一社会信用代码。</source>
        <translation>Fill in the contractor&apos;s social credit code.</translation>
    </message>
    <message>
        <source>请填写施工负责人。</source>
        <translation>Fill in the foreman.</translation>
    </message>
    <message>
        <source>请填写施工负责人的电话。</source>
        <translation>Fill in the foreman&apos;s telephone.</translation>
    </message>
    <message>
        <source>请填写防火负责人。</source>
        <translation>Fill in the fire-safety lead.</translation>
    </message>
    <message>
        <source>请填写防火负责人的电话。</source>
        <translation>Fill in the fire-safety lead&apos;s telephone.</translation>
    </message>
    <message>
        <source>请选择施工时段。</source>
        <translation>Choose the working hours.</translation>
    </message>
    <message>
        <source>请填写装修项目明细,至少一行。</source>
        <translation>Fill in the works, at least one line.</translation>
    </message>
    <message>
        <source>请填写计划开工和竣工日期。</source>
        <translation>Fill in the planned start and end.</translation>
    </message>
    <message>
        <source>竣工日期已过,请核对。</source>
        <translation>The end is in the past; please check.</translation>
    </message>
    <message>
        <source>请回答「{name}」:是或否。</source>
        <translation>Answer &quot;{name}&quot;: yes or no.</translation>
    </message>
    <message>
        <source>「{name}」属于禁止行为,不能受理;请改方案后再报。</source>
        <translation>&quot;{name}&quot; is forbidden and cannot be accepted; change the plan and apply again.</translation>
    </message>
    <message>
        <source>「{name}」须有政府批文:请在「政府批文」填写文号和日期,没有就不能受理。</source>
        <translation>&quot;{name}&quot; needs a government paper: enter its number and date under &quot;Government papers&quot;; without one it cannot be accepted.</translation>
    </message>
    <message>
        <source>施工资质有效期至 {day},早于竣工日期;请写明如何换证。</source>
        <translation>The qualification ends on {day}, before the works do; say how it will be renewed.</translation>
    </message>
    <message>
        <source>统一社会信用代码应为 18 位数字和大写字母(没有 I、O、S、V、Z)。</source>
        <translation>A social credit code has 18 digits and capital letters (no I, O, S, V, Z).</translation>
    </message>
    <message>
        <source>统一社会信用代码校验不符,请对照营业执照;确实无误可写明原因后继续。</source>
        <translation>The social credit code&apos;s check sign is wrong: compare the licence; if it is right, say why and go on.</translation>
    </message>
    <message>
        <source>施工资质有效期至 {day},已过期,不能受理和发证;请换有效的证件。</source>
        <translation>The contractor&apos;s qualification ran out on {day}: nothing can be accepted or issued; ask for a valid one.</translation>
    </message>
    <message>
        <source>还没有登记{name}{amount}:请收款后登记金额和收据号。</source>
        <translation>{name} {amount} is not recorded: take it, then enter amount and receipt number.</translation>
    </message>
    <message>
        <source>({yuan} 元)</source>
        <translation>({yuan} yuan)</translation>
    </message>
    <message>
        <source>{name}没有收据号,请补登记。</source>
        <translation>{name} has no receipt number; enter it.</translation>
    </message>
    <message>
        <source>{name}应为 {asked} 元,现登记 {paid} 元;请核对,确需如此请写明原因。</source>
        <translation>{name} should be {asked} yuan, entered {paid}; check, or say why.</translation>
    </message>
    <message>
        <source>请填写延到哪一天。</source>
        <translation>Fill in the new last day.</translation>
    </message>
    <message>
        <source>许可证原来到 {day},延期应晚于这一天。</source>
        <translation>The permit ends on {day}; an extension must be later.</translation>
    </message>
    <message>
        <source>请写明延期原因。</source>
        <translation>Say why it is extended.</translation>
    </message>
    <message>
        <source>延期须客服主管或经理同意,请选择。</source>
        <translation>A supervisor or manager must agree; choose one.</translation>
    </message>
    <message>
        <source>{name} 不能批准延期:须客服主管或经理。</source>
        <translation>{name} cannot approve an extension: a supervisor or manager must.</translation>
    </message>
    <message>
        <source>「{name}」只核验、不留影像,请去掉附件。</source>
        <translation>&quot;{name}&quot; is only looked at, no copy is kept; take the file off.</translation>
    </message>
    <message>
        <source>请写明退补什么。</source>
        <translation>Say what must be corrected.</translation>
    </message>
    <message>
        <source>请填写签字的业主。</source>
        <translation>Fill in the owner who signed.</translation>
    </message>
    <message>
        <source>没有等业主签字的合格试验。</source>
        <translation>No passed test waits for the owner&apos;s signature.</translation>
    </message>
    <message>
        <source>有收据号,请填写金额。</source>
        <translation>There is a receipt number: fill in the amount.</translation>
    </message>
    <message>
        <source>收了款请填写收据号。</source>
        <translation>Money was taken: fill in the receipt number.</translation>
    </message>
    <message>
        <source>请写明撤销的原因。</source>
        <translation>Say why it is withdrawn.</translation>
    </message>
    <message>
        <source>草稿还没有单号,请先提交再打印。</source>
        <translation>A draft has no number; submit it before printing.</translation>
    </message>
    <message>
        <source>首次装修</source>
        <translation>First fit-out</translation>
    </message>
    <message>
        <source>改造</source>
        <translation>Alteration</translation>
    </message>
    <message>
        <source>拆除还原</source>
        <translation>Strip out</translation>
    </message>
    <message>
        <source>局部维修</source>
        <translation>Partial repair</translation>
    </message>
    <message>
        <source>退租恢复</source>
        <translation>Restoring at lease end</translation>
    </message>
    <message>
        <source>业主自用</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>租户承租</source>
        <translation>Tenant</translation>
    </message>
    <message>
        <source>只做无噪音无异味</source>
        <translation>Quiet, odourless work only</translation>
    </message>
    <message>
        <source>只做有噪音或异味</source>
        <translation>Noisy or smelly work only</translation>
    </message>
    <message>
        <source>两类都有</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>A 不燃</source>
        <translation>A non-combustible</translation>
    </message>
    <message>
        <source>B1 难燃</source>
        <translation>B1 hardly flammable</translation>
    </message>
    <message>
        <source>B2 可燃</source>
        <translation>B2 combustible</translation>
    </message>
    <message>
        <source>水</source>
        <translation>Water</translation>
    </message>
    <message>
        <source>电</source>
        <translation>Electricity</translation>
    </message>
    <message>
        <source>消防</source>
        <translation>Fire safety</translation>
    </message>
    <message>
        <source>空调</source>
        <translation>Air conditioning</translation>
    </message>
    <message>
        <source>外立面</source>
        <translation>Facade</translation>
    </message>
    <message>
        <source>荷载</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>变动主体、承重结构</source>
        <translation>Alters main structure</translation>
    </message>
    <message>
        <source>没有设计方案变动建筑主体和承重结构</source>
        <translation>Alters the building&apos;s main or load-bearing structure without a design</translation>
    </message>
    <message>
        <source>改成卫生间、厨房</source>
        <translation>New toilet or kitchen</translation>
    </message>
    <message>
        <source>把没有防水要求的房间改为卫生间、厨房</source>
        <translation>Turns a room that is not waterproof into a toilet or kitchen</translation>
    </message>
    <message>
        <source>扩大承重墙门窗</source>
        <translation>Wider openings in walls</translation>
    </message>
    <message>
        <source>扩大承重墙上原有门窗、拆除连接阳台的墙体</source>
        <translation>Widens openings in load-bearing walls or removes the wall to a balcony</translation>
    </message>
    <message>
        <source>损坏节能设施</source>
        <translation>Damages insulation</translation>
    </message>
    <message>
        <source>损坏原有节能设施、降低节能效果</source>
        <translation>Damages energy-saving installations</translation>
    </message>
    <message>
        <source>其他影响结构安全</source>
        <translation>Endangers structure</translation>
    </message>
    <message>
        <source>其他影响建筑结构和使用安全的行为</source>
        <translation>Anything else that endangers the structure or its use</translation>
    </message>
    <message>
        <source>改动幕墙</source>
        <translation>Alters curtain wall</translation>
    </message>
    <message>
        <source>改动、开凿玻璃幕墙</source>
        <translation>Alters or pierces the curtain wall</translation>
    </message>
    <message>
        <source>封堵检修口、通道</source>
        <translation>Blocks hatches, exits</translation>
    </message>
    <message>
        <source>封堵检修口、疏散通道和安全出口</source>
        <translation>Blocks service hatches, escape routes or exits</translation>
    </message>
    <message>
        <source>占用公共区域</source>
        <translation>Uses public areas</translation>
    </message>
    <message>
        <source>占用走廊、电梯厅等公共区域</source>
        <translation>Occupies corridors, lift lobbies or other public areas</translation>
    </message>
    <message>
        <source>搭建建筑物</source>
        <translation>Adds structures</translation>
    </message>
    <message>
        <source>搭建建筑物、构筑物</source>
        <translation>Adds buildings or structures</translation>
    </message>
    <message>
        <source>改外立面</source>
        <translation>Alters facade</translation>
    </message>
    <message>
        <source>改变外立面、在非承重外墙开门窗</source>
        <translation>Alters the facade or opens doors or windows in outer walls</translation>
    </message>
    <message>
        <source>拆改供暖</source>
        <translation>Alters heating</translation>
    </message>
    <message>
        <source>拆改供暖管道和设施</source>
        <translation>Alters heating pipes and installations</translation>
    </message>
    <message>
        <source>拆改燃气</source>
        <translation>Alters gas</translation>
    </message>
    <message>
        <source>拆改燃气管道和设施</source>
        <translation>Alters gas pipes and installations</translation>
    </message>
    <message>
        <source>明显加大荷载</source>
        <translation>Adds much load</translation>
    </message>
    <message>
        <source>超过设计标准或规范增加楼面荷载</source>
        <translation>Loads floors beyond design or code</translation>
    </message>
    <message>
        <source>改喷淋、烟感</source>
        <translation>Alters sprinklers</translation>
    </message>
    <message>
        <source>改动喷淋、烟感等消防设施</source>
        <translation>Alters sprinklers, smoke detectors or other fire-safety installations</translation>
    </message>
    <message>
        <source>闭水试验</source>
        <translation>Water test</translation>
    </message>
    <message>
        <source>打压试验</source>
        <translation>Pressure test</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>渗漏 / 不合格</source>
        <translation>Leaks / failed</translation>
    </message>
    <message>
        <source>供暖期,暖气免打压</source>
        <translation>Heating season, excused</translation>
    </message>
    <message>
        <source>空气</source>
        <translation>Air</translation>
    </message>
    <message>
        <source>业主押金</source>
        <translation>Owner&apos;s deposit</translation>
    </message>
    <message>
        <source>施工押金</source>
        <translation>Contractor&apos;s deposit</translation>
    </message>
    <message>
        <source>垃圾清运费</source>
        <translation>Rubbish fee</translation>
    </message>
    <message>
        <source>管理费</source>
        <translation>Management fee</translation>
    </message>
    <message>
        <source>填写错误</source>
        <translation>Wrong entry</translation>
    </message>
    <message>
        <source>重复开具</source>
        <translation>Issued twice</translation>
    </message>
    <message>
        <source>打印损坏</source>
        <translation>Spoilt print</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>{day} 资料齐,当日不计</source>
        <translation>papers complete {day}, that day not counted</translation>
    </message>
    <message>
        <source>{day} 起退补,暂停计时</source>
        <translation>sent back since {day}, the term stands</translation>
    </message>
    <message>
        <source>计 {days}</source>
        <translation>counted: {days}</translation>
    </message>
    <message>
        <source>退补 {spans} 不计</source>
        <translation>sent back {spans}, not counted</translation>
    </message>
    <message>
        <source>依据 {clause}</source>
        <translation>by {clause}</translation>
    </message>
    <message>
        <source>;</source>
        <translation>; </translation>
    </message>
    <message>
        <source>压力应为 MPa 的数字,例如 0.8。</source>
        <translation>Write the pressure in MPa, e.g. 0.8.</translation>
    </message>
    <message>
        <source>闭水试验不能免做。</source>
        <translation>The water test cannot be excused.</translation>
    </message>
    <message>
        <source>请填写试验区域,例如「茶水间」。</source>
        <translation>Fill in the zone tested, e.g. the pantry.</translation>
    </message>
    <message>
        <source>请选择试验结果。</source>
        <translation>Choose the result.</translation>
    </message>
    <message>
        <source>请填写闭水开始和结束时间。</source>
        <translation>Fill in when the water test began and ended.</translation>
    </message>
    <message>
        <source>结束时间应晚于开始时间。</source>
        <translation>The end must be after the start.</translation>
    </message>
    <message>
        <source>结束时间还没到,试验做完再登记。</source>
        <translation>The end has not come yet; note the test when it is done.</translation>
    </message>
    <message>
        <source>闭水水深须 {least} 毫米以上,现为 {depth};不够不能算合格。</source>
        <translation>The water must stand at least {least} mm deep, it is {depth}; so it has not passed.</translation>
    </message>
    <message>
        <source>闭水须满 {least} 小时,现为 {hours:.1f} 小时;不够不能算合格。</source>
        <translation>The water must stand {least} hours, it was {hours:.1f}; so it has not passed.</translation>
    </message>
    <message>
        <source>请填写楼下是谁确认没有渗漏的。</source>
        <translation>Fill in who downstairs confirmed that nothing leaks.</translation>
    </message>
    <message>
        <source>打压压力须 {least:.2f} MPa 以上,现为 {given:.2f};不够不能算合格。</source>
        <translation>The pressure must be at least {least:.2f} MPa, it is {given:.2f}; so it has not passed.</translation>
    </message>
    <message>
        <source>保压须 {least} 分钟以上,现为 {given};不够不能算合格。</source>
        <translation>The pressure must be held {least} minutes, it was {given}; so it has not passed.</translation>
    </message>
    <message>
        <source>请填写压降,没有下降填 0。</source>
        <translation>Fill in the drop, 0 for none.</translation>
    </message>
    <message>
        <source>压降不得超过 {most:.2f} MPa,现为 {given:.2f};应判为不合格。</source>
        <translation>The drop may be {most:.2f} MPa at most, it is {given:.2f}; it has failed.</translation>
    </message>
    <message>
        <source>动水的装修须先做{name},合格并经业主签字后才能工程审核。</source>
        <translation>Works that touch water need the {name} first, passed and signed by the owner; then engineering can agree.</translation>
    </message>
    <message>
        <source>{name}不合格({zones}),整改后重做,合格才能工程审核。</source>
        <translation>The {name} failed ({zones}); put it right and repeat it before engineering can agree.</translation>
    </message>
    <message>
        <source>{name}业主还没有签字({zones}),请签字后登记。</source>
        <translation>The owner has not signed the {name} ({zones}); enter the signature.</translation>
    </message>
    <message>
        <source>可受理</source>
        <translation>Can be accepted</translation>
    </message>
    <message>
        <source>闭水打压</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>待缴费</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>可发证</source>
        <translation>Can be issued</translation>
    </message>
    <message>
        <source>没有收过这笔押金,请核对。</source>
        <translation>This deposit was not taken; please check.</translation>
    </message>
    <message>
        <source>现在是「{state}」:竣工验收合格(注销、撤销)之后才退押金。</source>
        <translation>It is now &quot;{state}&quot;: deposits go back after completion and acceptance (or cancellation, withdrawal).</translation>
    </message>
    <message>
        <source>{label}超期未退</source>
        <translation>{label} overdue for refund</translation>
    </message>
    <message>
        <source>{label}可退</source>
        <translation>{label} to refund</translation>
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
    <name>Rescue</name>
    <message>
        <source>没有可用的备份,不能抢救。请把整个数据文件夹复制一份,联系管理员。</source>
        <translation>There is no good backup to salvage with. Copy the whole data folder and call the administrator.</translation>
    </message>
    <message>
        <source>抢救时写不了 {path}({reason})。请清理磁盘或检查权限后再试;原文件没有改动。</source>
        <translation>Cannot write to {path} ({reason}). Clear the disk or check the rights and try again; the file was not touched.</translation>
    </message>
    <message>
        <source>抢救报告 {at}</source>
        <translation>Salvage report {at}</translation>
    </message>
    <message>
        <source>损坏的文件另存为 {path},没有改动。</source>
        <translation>The damaged file is kept as {path}, unchanged.</translation>
    </message>
    <message>
        <source>参照的备份:{name}({at})</source>
        <translation>Backup used: {name} ({at})</translation>
    </message>
    <message>
        <source>从损坏的文件读出 {read} 行,从备份补 {taken} 行。</source>
        <translation>{read} rows were read from the damaged file, {taken} came from the backup.</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>校验不符的页:{count} 页({pages})</source>
        <translation>Pages whose checksum does not fit: {count} ({pages})</translation>
    </message>
    <message>
        <source>第 1 页已损坏,按备份补回。</source>
        <translation>Page 1 was damaged and put back from the backup.</translation>
    </message>
    <message>
        <source>仍有问题:{line}</source>
        <translation>Still wrong: {line}</translation>
    </message>
    <message>
        <source>{table}:第 {range}读不出,其中备份里有的已补。</source>
        <translation>{table}: {range} cannot be read; those that the backup has were filled in.</translation>
    </message>
    <message>
        <source>{first} 行起到末尾</source>
        <translation>rows from {first} to the end</translation>
    </message>
    <message>
        <source>{first} 行</source>
        <translation>row {first}</translation>
    </message>
    <message>
        <source>{first}–{last} 行</source>
        <translation>rows {first}–{last}</translation>
    </message>
    <message>
        <source>修改记录 第 {number} 条({no} · {at}):明细丢失,链在此中断。</source>
        <translation>History link {number} ({no} · {at}): its details are lost, the chain breaks here.</translation>
    </message>
    <message>
        <source>{table} {no}:按修改记录补到最新({count} 项)</source>
        <translation>{table} {no}: brought up to date from the history ({count} fields)</translation>
    </message>
    <message>
        <source>修改记录 第 {number} 条:丢失,链在此中断。</source>
        <translation>History, link {number}: lost; the chain is broken here.</translation>
    </message>
    <message>
        <source>修改记录的末尾读不出,最后几条可能也已丢失。</source>
        <translation>The end of the history cannot be read; its last links may be lost as well.</translation>
    </message>
    <message>
        <source>{table} {no}:只在修改记录里,原记录丢失,请按修改记录补登。</source>
        <translation>{table} {no}: only in the history, the record is lost; enter it again by the history.</translation>
    </message>
    <message>
        <source>正在恢复</source>
        <translation>Restoring</translation>
    </message>
    <message>
        <source>损坏的地方正好是打开时要读的,不能只读查看。请抢救数据或恢复备份。</source>
        <translation>The damage is in what is read at the opening: the file cannot be looked at only. Please salvage the data or restore a backup.</translation>
    </message>
    <message>
        <source>数据文件有损坏。做完后程序会重新启动。</source>
        <translation>The database is damaged. The program starts anew afterwards.</translation>
    </message>
    <message>
        <source>数据打不开</source>
        <translation>The data cannot be opened</translation>
    </message>
    <message>
        <source>数据有损坏</source>
        <translation>The data are damaged</translation>
    </message>
    <message>
        <source>抢救数据</source>
        <translation>Salvage</translation>
    </message>
    <message>
        <source>恢复最近的备份</source>
        <translation>Restore the last backup</translation>
    </message>
    <message>
        <source>只读查看</source>
        <translation>Only look</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>正在逐行抢救</source>
        <translation>Salvaging row by row</translation>
    </message>
    <message>
        <source>正在准备只读查看</source>
        <translation>Preparing the copy to look at</translation>
    </message>
    <message>
        <source>没有可用的备份。可以只读查看;请把整个数据文件夹复制一份,联系管理员。</source>
        <translation>There is no good backup. You may look at the data; copy the whole data folder and call the administrator.</translation>
    </message>
    <message>
        <source>最近的可用备份:{at}。
抢救:从损坏的文件逐行读出,读不出的用备份补上,逐条列出来源和缺失(推荐)。
恢复:回到备份时的样子,之后的记录不要了。
无论选哪样,现在的文件都另存,不会删除。</source>
        <translation>Last good backup: {at}.
Salvage: read row by row, the rest from the backup, with a report of what came from where and what is missing (recommended).
Restore: back to how it was then, without what came later.
Either way the present file is kept aside, not deleted.</translation>
    </message>
    <message>
        <source>没有做成。请把整个数据文件夹复制一份,联系管理员。</source>
        <translation>That did not work. Copy the whole data folder and call the administrator.</translation>
    </message>
    <message>
        <source>抢救完成</source>
        <translation>Salvaged</translation>
    </message>
    <message>
        <source>抢救报告</source>
        <translation>Salvage report</translation>
    </message>
    <message>
        <source>读出 {read} 行,从备份补 {taken} 行。报告在 {path};请按报告核对并补登缺失的记录。</source>
        <translation>{read} rows were read, {taken} came from the backup. The report is {path}; check by it and enter what is missing.</translation>
    </message>
    <message>
        <source>只读查看:这里的改动都不会保存。要登记,请重启程序并恢复备份或抢救数据。</source>
        <translation>Only looking: no change made here is kept. To record, start anew and restore a backup or salvage the data.</translation>
    </message>
    <message>
        <source>数据文件有损坏({wrong})。请停止登记,按「处理」恢复备份或抢救数据。</source>
        <translation>The database is damaged ({wrong}). Stop recording and press &quot;Mend&quot; to restore a backup or salvage the data.</translation>
    </message>
    <message>
        <source>处理…</source>
        <translation>Mend…</translation>
    </message>
</context>
<context>
    <name>Restricted</name>
    <message>
        <source>待批准</source>
        <translation>to approve</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>未批准</source>
        <translation>not approved</translation>
    </message>
    <message>
        <source>已解除</source>
        <translation>ended</translation>
    </message>
    <message>
        <source>已到期</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>请填写姓名全名。</source>
        <translation>Please enter the whole name.</translation>
    </message>
    <message>
        <source>同名的人很多:请填证件号码,或填单位全称。</source>
        <translation>Many people have the same name: enter the document&apos;s number, or the whole name of the organisation.</translation>
    </message>
    <message>
        <source>请写明事实与理由。</source>
        <translation>Please state facts and reason.</translation>
    </message>
    <message>
        <source>请写明依据(法规、公函、业户书面要求)。</source>
        <translation>Please state the basis (law, official letter, a customer&apos;s written request).</translation>
    </message>
    <message>
        <source>请填写到期日,最长 {days} 天。</source>
        <translation>Please enter the last day, {days} days at most.</translation>
    </message>
    <message>
        <source>{name}是申请人,不能自己批准。</source>
        <translation>{name} asked for it and cannot approve it.</translation>
    </message>
    <message>
        <source>请写明申诉内容与答复。</source>
        <translation>Please note the appeal and the answer.</translation>
    </message>
    <message>
        <source>请写明为什么解除。</source>
        <translation>Please say why it ends.</translation>
    </message>
    <message>
        <source>限制来访 {no}(依据:{basis};至 {ends},{approver}批准):请礼貌告知,本人可以申诉;通知当班负责人到场,不要拦阻争执。请写明通知了谁、怎样处理,再保存。</source>
        <translation>Restricted visitor {no} (basis: {basis}; until {ends}, approved by {approver}): tell the visitor politely, they may appeal; call the duty lead, do not block or argue. Say whom you told and what was done, then save.</translation>
    </message>
    <message>
        <source>{no} 现在是「{state}」,不能这样办。</source>
        <translation>{no} is &quot;{state}&quot; now; this cannot be done.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>至</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>申诉</source>
        <translation>Appeal</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>批准人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>姓名(全名)</source>
        <translation>Name (whole)</translation>
    </message>
    <message>
        <source>单位(全称)</source>
        <translation>Organisation (whole)</translation>
    </message>
    <message>
        <source>证件</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>证件号码(只留比对标记)</source>
        <translation>Document number (kept as a mark)</translation>
    </message>
    <message>
        <source>事实与理由</source>
        <translation>Facts and reason</translation>
    </message>
    <message>
        <source>依据(法规、公函、业户书面要求)</source>
        <translation>Basis (law, letter, written request)</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>申诉内容与答复</source>
        <translation>Appeal and answer</translation>
    </message>
    <message>
        <source>解除原因</source>
        <translation>Why it ends</translation>
    </message>
    <message>
        <source>限制来访</source>
        <translation>Restricted visitors</translation>
    </message>
    <message>
        <source>不是黑名单:每一条写明依据和到期日,由经理批准(不能是申请人),本人可以申诉;到期自动失效并脱敏。登记时按证件号码或「姓名+单位」全字相符提示,由前台告知并请当班负责人处理。</source>
        <translation>Not a blacklist: each states its basis and last day, is approved by the manager (not by who asked), and can be appealed; it ends by itself and is de-identified. At registration a whole document number, or whole name and organisation, is matched; the desk tells the visitor and calls the duty lead.</translation>
    </message>
    <message>
        <source>申请…</source>
        <translation>Ask for one…</translation>
    </message>
    <message>
        <source>不批准</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>申诉…</source>
        <translation>Appeal…</translation>
    </message>
    <message>
        <source>解除…</source>
        <translation>End…</translation>
    </message>
    <message>
        <source>打印决定</source>
        <translation>Print decision</translation>
    </message>
    <message>
        <source>申请限制来访</source>
        <translation>Ask for a restriction</translation>
    </message>
    <message>
        <source>提交申请</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>批准这条限制?</source>
        <translation>Approve this restriction?</translation>
    </message>
    <message>
        <source>不批准这条限制?</source>
        <translation>Refuse this restriction?</translation>
    </message>
    <message>
        <source>没有批准</source>
        <translation>Not approved</translation>
    </message>
    <message>
        <source>解除限制</source>
        <translation>End the restriction</translation>
    </message>
    <message>
        <source>还没有批准,不能打印决定。</source>
        <translation>It is not approved yet; there is no decision to print.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>这条记录已按保存期限清除,不能再改。</source>
        <translation>This record was cleared at the end of its term and cannot be changed any more.</translation>
    </message>
    <message>
        <source>涉诉</source>
        <translation>Lawsuit</translation>
    </message>
    <message>
        <source>警方调取</source>
        <translation>Police request</translation>
    </message>
    <message>
        <source>未结投诉</source>
        <translation>Open complaint</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>{no} 已经销毁,不能冻结。</source>
        <translation>{no} is already destroyed and cannot be held.</translation>
    </message>
    <message>
        <source>请选择冻结原因并写明依据(案号、公函号、投诉单号)。</source>
        <translation>Please choose why it is held and give the reference (case, letter or complaint number).</translation>
    </message>
    <message>
        <source>请写明为什么解冻。</source>
        <translation>Please say why the hold ends.</translation>
    </message>
    <message>
        <source>这一条已经解冻。</source>
        <translation>This hold has ended already.</translation>
    </message>
    <message>
        <source>{no} 正在处理这些登记,没有再开一次。请等它做完。</source>
        <translation>{no} is clearing these records already; no second order was made. Wait until it has ended.</translation>
    </message>
    <message>
        <source>请选择监销人。</source>
        <translation>Please choose the witness.</translation>
    </message>
    <message>
        <source>监销人不能是审批人本人,请选另一人。</source>
        <translation>The witness cannot be the approver; please choose somebody else.</translation>
    </message>
    <message>
        <source>这次清理已经结束。</source>
        <translation>This run has ended.</translation>
    </message>
    <message>
        <source>{no} 不止一份,请写得更明确(钥匙写标签码)。</source>
        <translation>More than one is called {no}; be more precise (for a key: its tag).</translation>
    </message>
    <message>
        <source>脱敏</source>
        <translation>De-identify</translation>
    </message>
    <message>
        <source>销毁</source>
        <translation>Destroy</translation>
    </message>
    <message>
        <source>值班与交接记录按档案规定保存</source>
        <translation>duty and hand-over records are kept under the filing rules</translation>
    </message>
    <message>
        <source>出入证办理属装修管理档案</source>
        <translation>passes belong to the renovation files</translation>
    </message>
    <message>
        <source>动火审批是消防安全管理记录</source>
        <translation>hot-work approvals are fire-safety records</translation>
    </message>
    <message>
        <source>钥匙借还是物业责任的凭据</source>
        <translation>key loans prove who answered for the keys</translation>
    </message>
    <message>
        <source>物资放行凭证,涉及业户财产</source>
        <translation>release slips concern the customers&apos; property</translation>
    </message>
    <message>
        <source>装修审批属装修管理档案</source>
        <translation>renovation approvals belong to the renovation files</translation>
    </message>
    <message>
        <source>已按保存期限脱敏 {count} 份登记。</source>
        <translation>{count} records were de-identified at their terms.</translation>
    </message>
    <message>
        <source>到期的登记还没有脱敏:{reason}程序会再试。</source>
        <translation>What has reached its term is not de-identified yet: {reason} The program will try again.</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>What is done</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>冻结</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>最早</source>
        <translation>Oldest</translation>
    </message>
    <message>
        <source>最晚</source>
        <translation>Newest</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>冻结人</source>
        <translation>Held by</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>清册</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>审批人</source>
        <translation>Approver</translation>
    </message>
    <message>
        <source>监销人</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>清理记录</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>今天没有到期要处理的登记。</source>
        <translation>No records have reached their term today.</translation>
    </message>
    <message>
        <source>没有冻结的登记,都按保存期限处理。</source>
        <translation>No records are held; all follow their retention periods.</translation>
    </message>
    <message>
        <source>还没有清理过。到期的登记脱敏或销毁后,清册列在这里。</source>
        <translation>Nothing was cleared yet. When records at their term are de-identified or destroyed, the lists stand here.</translation>
    </message>
    <message>
        <source>编号(名册写全称)</source>
        <translation>Number (of the roster: the full name)</translation>
    </message>
    <message>
        <source>依据(案号、公函号、投诉单号)</source>
        <translation>Reference (case, letter, complaint)</translation>
    </message>
    <message>
        <source>解冻说明</source>
        <translation>Why the hold ends</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>保存与销毁</source>
        <translation>Retention and destruction</translation>
    </message>
    <message>
        <source>脱敏每晚自动进行;销毁须经理批准、另一人监销,完成后打印清册签字。期限在「设置」各登记页。</source>
        <translation>De-identifying happens by itself each night; destroying needs the manager&apos;s approval and a second person as witness, and a printed record to sign. The terms stand in the settings of each register.</translation>
    </message>
    <message>
        <source>处理选中的…</source>
        <translation>Do the chosen…</translation>
    </message>
    <message>
        <source>冻结…</source>
        <translation>Hold…</translation>
    </message>
    <message>
        <source>解冻…</source>
        <translation>End hold…</translation>
    </message>
    <message>
        <source>打印清册</source>
        <translation>Print record</translation>
    </message>
    <message>
        <source>到期的都已冻结,没有可处理的。先解冻才能处理。</source>
        <translation>All that is due is held: there is nothing to clear. Release it first.</translation>
    </message>
    <message>
        <source>批准销毁</source>
        <translation>Approve and destroy</translation>
    </message>
    <message>
        <source>姓名、号码、电话、照片等将清空,不能恢复。</source>
        <translation>Names, numbers, telephones, photos will be cleared and cannot come back.</translation>
    </message>
    <message>
        <source>不处理</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>冻结一份登记</source>
        <translation>Hold a record</translation>
    </message>
    <message>
        <source>登记冻结</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>解冻</source>
        <translation>Hold ended</translation>
    </message>
    <message>
        <source>这次清理还没有结束,今晚会接着做。</source>
        <translation>This run has not ended; it goes on tonight.</translation>
    </message>
    <message>
        <source>{register}:{level} {count} 份(到 {until} 为止)</source>
        <translation>{register}: {level}, {count} records (up to {until})</translation>
    </message>
    <message>
        <source>正在清理</source>
        <translation>Clearing</translation>
    </message>
    <message>
        <source>{no} 已完成,请打印清册签字。</source>
        <translation>{no} is done; please print the record and have it signed.</translation>
    </message>
    <message>
        <source>{no} 没有做完,今晚会接着做。{reason}</source>
        <translation>{no} has not ended; it goes on tonight. {reason}</translation>
    </message>
    <message>
        <source>没有做完</source>
        <translation>Not finished</translation>
    </message>
    <message>
        <source>没有编号为 {no} 的登记。</source>
        <translation>There is no record numbered {no}.</translation>
    </message>
    <message>
        <source>没有处理</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>未完成</source>
        <translation>unfinished</translation>
    </message>
    <message>
        <source>业主同意留存、托管和领回钥匙的凭据</source>
        <translation>it proves that the owner agreed to the key being kept, and got it back</translation>
    </message>
</context>
<context>
    <name>Reveal</name>
    <message>
        <source>查看明文 {no}</source>
        <translation>Show {no} in clear</translation>
    </message>
    <message>
        <source>每次查看都会记入访问日志:谁、什么时候、看了什么、为什么。</source>
        <translation>Every look is noted in the access log: who, when, what and why.</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>遮盖({seconds} 秒后自动)  Ctrl+E</source>
        <translation>Hide (by itself in {seconds} s)  Ctrl+E</translation>
    </message>
    <message>
        <source>查看明文…  Ctrl+E</source>
        <translation>Show in clear…  Ctrl+E</translation>
    </message>
    <message>
        <source>遮盖的个人信息</source>
        <translation>Masked personal data</translation>
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
        <source>这份名册里的电话是掩码(带 *),不能导入。请用明文导出的名册修改。</source>
        <translation>The telephones of this roster are masks (with *); it cannot be imported. Please edit one exported in clear.</translation>
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
    <name>Server</name>
    <message>
        <source>与服务器的连接必须校验证书(sslmode=verify-full)。请改正 desk.toml。</source>
        <translation>The connection to the server must check its certificate (sslmode=verify-full). Correct desk.toml.</translation>
    </message>
    <message>
        <source>服务器上还没有建好数据库。请由数据库的所有者运行 server setup。</source>
        <translation>No database has been set up on the server yet. Its owner should run server setup.</translation>
    </message>
    <message>
        <source>服务器上的数据已由更新的程序升级(结构 {found},本程序 {own})。请升级这台前台的程序,数据没有改动。</source>
        <translation>The data on the server were upgraded by a newer program (structure {found}, this program {own}). Please upgrade the program at this desk; the data were not changed.</translation>
    </message>
    <message>
        <source>服务器上的数据结构是 {found},本程序是 {own}。请由数据库的所有者运行 server upgrade;数据没有改动。</source>
        <translation>The data on the server have structure {found}, this program {own}. The database&apos;s owner should run server upgrade; the data were not changed.</translation>
    </message>
    <message>
        <source>服务器版本 {version} 过旧,需要 PostgreSQL 14 或更新。</source>
        <translation>The server&apos;s version {version} is too old; PostgreSQL 14 or newer is needed.</translation>
    </message>
    <message>
        <source>服务器地址里不能写密码。请从 desk.toml 里去掉,用命令 server password 存到本机的密钥库。</source>
        <translation>The server&apos;s address must not hold a password. Take it out of desk.toml and keep it in this computer&apos;s key store with the command server password.</translation>
    </message>
    <message>
        <source>服务器上的数据库应为 UTF8 编码、C 排序、fsync=on,实为 {found}。请重新建库(server setup)。</source>
        <translation>The database on the server should have encoding UTF8, collation C and fsync=on; it has {found}. Make it anew (server setup).</translation>
    </message>
    <message>
        <source>服务器的证书不对(不是它的、过期或签发者不认识),没有连接。请联系管理员核对 {name}。</source>
        <translation>The server&apos;s certificate is wrong (not its own, expired, or signed by somebody unknown); no connection was made. Ask the administrator to check {name}.</translation>
    </message>
    <message>
        <source>两台前台同时改了同一处,这一条没有保存。请再按一次保存,已填内容还在。</source>
        <translation>Two desks changed the same thing at once; this one was not saved. Press save again; what you filled in is still there.</translation>
    </message>
    <message>
        <source>另一台前台刚登记了同一份,这一条没有保存。请刷新列表看一下再保存。</source>
        <translation>Another desk has just registered the same; this one was not saved. Refresh the list and look before saving.</translation>
    </message>
    <message>
        <source>服务器的磁盘或连接已满,这一条没有保存。请联系管理员,已填内容还在。</source>
        <translation>The server&apos;s disk or connections are full; this one was not saved. Tell the administrator; what you filled in is still there.</translation>
    </message>
    <message>
        <source>服务器现在只读(备用机或维护中),不能保存。请联系管理员,已填内容还在。</source>
        <translation>The server is read-only now (standby or maintenance); nothing can be saved. Tell the administrator; what you filled in is still there.</translation>
    </message>
    <message>
        <source>这台前台的服务器账号没有所需的权限或密码不对。请联系管理员。</source>
        <translation>This desk&apos;s account on the server lacks a right or its password is wrong. Tell the administrator.</translation>
    </message>
    <message>
        <source>服务器连不上,这一条没有保存,已填内容还在。请检查网线和服务器;连上后再按一次保存。</source>
        <translation>The server does not answer; this was not saved, what you filled in is still there. Check the cable and the server; press save again once it is back.</translation>
    </message>
    <message>
        <source>服务器连不上:屏幕上已有的还能看,现在不能保存。请检查网线和服务器;连上后这一行会自己消失。</source>
        <translation>The server does not answer: what is on the screen can be read, nothing can be saved now. Check the cable and the server; this line goes by itself once it is back.</translation>
    </message>
    <message>
        <source>{path} 属于另一份数据,与服务器上的不是一套。请换一个数据文件夹(--data-dir);数据没有改动。</source>
        <translation>{path} belongs to other data than the server&apos;s. Choose another data folder (--data-dir); no data were changed.</translation>
    </message>
    <message>
        <source>这台电脑的密钥打不开服务器上的数据,没有打开。请联系管理员。</source>
        <translation>This computer&apos;s keys do not open the data on the server; they were not opened. Tell the administrator.</translation>
    </message>
    <message>
        <source>服务器上的这个数据库里已经有数据,没有改动。请另建一个空的数据库。</source>
        <translation>This database on the server has data already; nothing was changed. Make another, empty one.</translation>
    </message>
    <message>
        <source>账号名只能用小写字母、数字和下划线,以字母开头。</source>
        <translation>The name of an account is made of small letters, digits and underscores and begins with a letter.</translation>
    </message>
    <message>
        <source>升级前的备份与服务器上的数据不一致,没有升级。请再试一次。</source>
        <translation>The backup before the upgrade does not match the data on the server; nothing was upgraded. Please try again.</translation>
    </message>
    <message>
        <source>升级后的行数与升级前不同,已退回原样。请联系管理员。</source>
        <translation>The number of rows differs after the upgrade; everything was put back. Please tell the administrator.</translation>
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
        <source>一人可导出的行数(更多须另一人当面同意)</source>
        <translation>Rows one person may export (for more, somebody else must agree at the desk)</translation>
    </message>
    <message>
        <source>审批人不能是经办人</source>
        <translation>Approver must not handle the record</translation>
    </message>
    <message>
        <source>放行条开具人不能作门岗核验</source>
        <translation>Whoever issued a release slip does not check it at the gate</translation>
    </message>
    <message>
        <source>收款人不能审批退款、不能复核已收款单据的作废</source>
        <translation>Who took money does not approve its refund or review the voiding of what was paid</translation>
    </message>
    <message>
        <source>被选为审批人、负责人时须本人确认</source>
        <translation>Whoever is named as approver or lead confirms in person</translation>
    </message>
    <message>
        <source>设了 PIN 的人</source>
        <translation>Who has set a PIN</translation>
    </message>
    <message>
        <source>有账号的人</source>
        <translation>Who has an account</translation>
    </message>
    <message>
        <source>不须确认</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>夜班一人值守可由经办人兼任负责人</source>
        <translation>One person alone at night may also sign as lead</translation>
    </message>
    <message>
        <source>夜班,且本班只有其一人登录</source>
        <translation>At night, when nobody else signed in on the shift</translation>
    </message>
    <message>
        <source>夜班</source>
        <translation>At night</translation>
    </message>
    <message>
        <source>不允许</source>
        <translation>Never</translation>
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
        <source>NIST SP 800-63B-4;safety.md D8</source>
        <translation>NIST SP 800-63B-4; safety.md D8</translation>
    </message>
    <message>
        <source>密码至少几个字符</source>
        <translation>Least characters of a password</translation>
    </message>
    <message>
        <source>输错几次后开始等待(1、2、4…秒)</source>
        <translation>Wrong tries before waiting (1, 2, 4 … s)</translation>
    </message>
    <message>
        <source>每次最多等待</source>
        <translation>Longest wait</translation>
    </message>
    <message>
        <source>domain.md §4.3、§4.4</source>
        <translation>domain.md §4.3, §4.4</translation>
    </message>
    <message>
        <source>访问日志保存</source>
        <translation>Access log kept</translation>
    </message>
    <message>
        <source>一人一天查看明文超过几次提醒经理</source>
        <translation>Tell the manager when one person shows more than so many values a day</translation>
    </message>
    <message>
        <source>次</source>
        <translation>times</translation>
    </message>
    <message>
        <source>明文显示几秒后自动遮盖</source>
        <translation>Seconds until a value shown in clear hides</translation>
    </message>
    <message>
        <source>秒</source>
        <translation>s</translation>
    </message>
    <message>
        <source>复制的号码几秒后从剪贴板清除</source>
        <translation>Seconds until a copied number leaves the clipboard</translation>
    </message>
    <message>
        <source>safety.md D7</source>
        <translation>safety.md D7</translation>
    </message>
    <message>
        <source>输错几次后暂停登录</source>
        <translation>Wrong tries before a pause</translation>
    </message>
    <message>
        <source>暂停登录多久</source>
        <translation>Length of the pause</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>输错几次后须管理员解锁</source>
        <translation>Wrong tries before an administrator must unlock</translation>
    </message>
    <message>
        <source>累计输错几次后密码作废</source>
        <translation>Wrong tries in all before the password is void</translation>
    </message>
    <message>
        <source>PIN 输错几次后停用(下次登录恢复)</source>
        <translation>Wrong PINs before it rests (until the next sign-in)</translation>
    </message>
    <message>
        <source>一次性代码有效</source>
        <translation>A one-time code is valid for</translation>
    </message>
    <message>
        <source>OWASP ASVS 5 6.4.1</source>
        <translation>OWASP ASVS 5 6.4.1</translation>
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
        <source>不写理由可查几天内的上门人员</source>
        <translation>Days of contractors listed without a reason</translation>
    </message>
    <message>
        <source>一次授权最多</source>
        <translation>Longest delegation</translation>
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
        <source>钥匙遗失后换锁时限</source>
        <translation>Change the lock after a loss within</translation>
    </message>
    <message>
        <source>打印好的文件须在几小时内领取</source>
        <translation>Prints are to be collected within</translation>
    </message>
    <message>
        <source>无人操作几分钟后锁屏</source>
        <translation>Lock after so many idle minutes</translation>
    </message>
    <message>
        <source>safety.md D10;等保二级</source>
        <translation>safety.md D10; MLPS level 2</translation>
    </message>
    <message>
        <source>登录最长几小时</source>
        <translation>Longest time signed in</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>NIST SP 800-63B-4 AAL2;safety.md D10</source>
        <translation>NIST SP 800-63B-4 AAL2; safety.md D10</translation>
    </message>
    <message>
        <source>系统锁屏时一起锁屏</source>
        <translation>Lock with the system&apos;s screen</translation>
    </message>
    <message>
        <source>safety.md D10</source>
        <translation>safety.md D10</translation>
    </message>
    <message>
        <source>窗口最小化时锁屏</source>
        <translation>Lock the screen when the window is minimised</translation>
    </message>
    <message>
        <source>打印申请单前台可自行补打次数</source>
        <translation>Reprints of a print slip the desk may make</translation>
    </message>
    <message>
        <source>钥匙使用须知到期提前提示</source>
        <translation>Tell of key notes running out before</translation>
    </message>
    <message>
        <source>钥匙柜至少画几排</source>
        <translation>Rows shown in a key cabinet, at least</translation>
    </message>
    <message>
        <source>钥匙柜每排至少画几位</source>
        <translation>Hooks shown in a row, at least</translation>
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
        <source>不写理由可查几天内的访客</source>
        <translation>Visitors found without a reason for</translation>
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
        <source>限制来访最长期限</source>
        <translation>Longest restriction of a visitor</translation>
    </message>
    <message>
        <source>限制来访到期后脱敏</source>
        <translation>Restrictions de-identified after their end</translation>
    </message>
    <message>
        <source>限制来访决定保存(0 = 长期)</source>
        <translation>Decisions of restrictions kept for (0 = for good)</translation>
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
        <source>筛选设置</source>
        <translation>Filter settings</translation>
    </message>
    <message>
        <source>筛选 F3</source>
        <translation>Filter F3</translation>
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
        <source>账号与权限</source>
        <translation>Accounts and rights</translation>
    </message>
    <message>
        <source>告知牌</source>
        <translation>Privacy notice</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
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
    <message>
        <source>值班事项超过多久补登须注明补记</source>
        <translation>Log entries are marked late after</translation>
    </message>
    <message>
        <source>值班事项最多可补记几天前的</source>
        <translation>Log entries may be made late for</translation>
    </message>
    <message>
        <source>班次结束后多久未提交日志变红</source>
        <translation>Log not handed in turns red after</translation>
    </message>
    <message>
        <source>提前多久提交日志须说明原因</source>
        <translation>Handing in early needs a reason from</translation>
    </message>
    <message>
        <source>S2 值班八 [K]</source>
        <translation>S2 duty 8 [K]</translation>
    </message>
    <message>
        <source>值班日志内容短语(用分号隔开)</source>
        <translation>Duty log: phrases for the summary (parted by ;)</translation>
    </message>
    <message>
        <source>咨询办公区空调开放时间;咨询停车收费与月卡;反映洗手间漏水;反映空调不制冷;反映电梯异响;反映楼上装修噪声;请求协助开门;领取快递邮件;设备运行正常,无异常</source>
        <translation>asks for air-conditioning hours;asks for parking fees;reports a leak in the washroom;reports the air conditioning not cooling;reports a noise in the lift;reports fit-out noise above;asks to have a door opened;collects parcels and mail;all equipment normal</translation>
    </message>
    <message>
        <source>值班日志处理情况短语(用分号隔开)</source>
        <translation>Duty log: phrases for the action taken (parted by ;)</translation>
    </message>
    <message>
        <source>已当场解答;已通知工程部派人到场;已通知安保到场查看;已通知保洁处理;已报客服主管;已回复客户;已约次日上门;客户表示满意</source>
        <translation>answered at once;engineering sent for;security sent to look;cleaning told;supervisor told;customer answered;visit arranged for tomorrow;customer satisfied</translation>
    </message>
    <message>
        <source>A6 单张</source>
        <translation>A6 sheet</translation>
    </message>
    <message>
        <source>卡片 85.6×54</source>
        <translation>Card 85.6×54</translation>
    </message>
    <message>
        <source>出入证最长有效期</source>
        <translation>Longest validity of an entry pass</translation>
    </message>
    <message>
        <source>个月</source>
        <translation>months</translation>
    </message>
    <message>
        <source>出入证不跨年</source>
        <translation>Entry passes end with the year</translation>
    </message>
    <message>
        <source>临时出入证有效天数</source>
        <translation>Days of a temporary pass</translation>
    </message>
    <message>
        <source>临时出入证天数含发证当日</source>
        <translation>The day of issue counts as a temporary pass&apos;s first</translation>
    </message>
    <message>
        <source>出入证工本费</source>
        <translation>Fee of an entry pass</translation>
    </message>
    <message>
        <source>分</source>
        <translation>fen</translation>
    </message>
    <message>
        <source>出入证押金</source>
        <translation>Deposit for an entry pass</translation>
    </message>
    <message>
        <source>出入证延期工本费</source>
        <translation>Fee of an extension</translation>
    </message>
    <message>
        <source>补证再收工本费</source>
        <translation>A replacement costs the fee again</translation>
    </message>
    <message>
        <source>补证再收押金</source>
        <translation>A replacement takes the deposit again</translation>
    </message>
    <message>
        <source>出入证须有照片</source>
        <translation>Entry passes need a photo</translation>
    </message>
    <message>
        <source>出入证照片最大</source>
        <translation>Largest photo</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>KB</translation>
    </message>
    <message>
        <source>出入证到期后退证宽限</source>
        <translation>Days to return a pass after its end</translation>
    </message>
    <message>
        <source>出入证到期前提醒</source>
        <translation>Remind before a pass ends</translation>
    </message>
    <message>
        <source>保存出入证持证人证件号码</source>
        <translation>Keep the ID numbers of pass holders</translation>
    </message>
    <message>
        <source>出入证可自行补打次数</source>
        <translation>Reprints the desk may make by itself</translation>
    </message>
    <message>
        <source>发证时打印</source>
        <translation>Printed at issue</translation>
    </message>
    <message>
        <source>出入证押金应在几天内退还</source>
        <translation>Entry pass deposit to be refunded within</translation>
    </message>
    <message>
        <source>动火等级制</source>
        <translation>Scheme of hot-work levels</translation>
    </message>
    <message>
        <source>写字楼:一般动火,当日当班</source>
        <translation>Office tower: general, one shift of one day</translation>
    </message>
    <message>
        <source>A:特级、一级、二级</source>
        <translation>A: special, first, second</translation>
    </message>
    <message>
        <source>B:一级、二级、三级</source>
        <translation>B: first, second, third</translation>
    </message>
    <message>
        <source>每个动火点灭火器至少</source>
        <translation>Extinguishers at each hot-work point, at least</translation>
    </message>
    <message>
        <source>具</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>室外动火停止的风力</source>
        <translation>Wind that stops outdoor hot work</translation>
    </message>
    <message>
        <source>级</source>
        <translation>force</translation>
    </message>
    <message>
        <source>动火巡查间隔</source>
        <translation>Between patrols of hot work</translation>
    </message>
    <message>
        <source>动火证到期前提醒</source>
        <translation>Remind before a hot-work permit ends</translation>
    </message>
    <message>
        <source>完工后复查须等</source>
        <translation>Wait before the re-check</translation>
    </message>
    <message>
        <source>到点后多久内复查算按时</source>
        <translation>A re-check is in time within</translation>
    </message>
    <message>
        <source>动火证前台可自行补打次数</source>
        <translation>Hot-work reprints the desk may make</translation>
    </message>
    <message>
        <source>装修审批时限(资料齐全起)</source>
        <translation>Term of renovation approval (from complete papers)</translation>
    </message>
    <message>
        <source>个工作日</source>
        <translation>working days</translation>
    </message>
    <message>
        <source>报批后联系闭水、打压时限</source>
        <translation>Days to arrange water and pressure tests</translation>
    </message>
    <message>
        <source>不动水的装修也做闭水、打压</source>
        <translation>Tests also for works that do not touch water</translation>
    </message>
    <message>
        <source>闭水试验最小水深</source>
        <translation>Least depth of a water test</translation>
    </message>
    <message>
        <source>毫米</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>闭水试验最短时长</source>
        <translation>Least time of a water test</translation>
    </message>
    <message>
        <source>打压试验最低压力</source>
        <translation>Least pressure of a pressure test</translation>
    </message>
    <message>
        <source>kPa</source>
        <translation>kPa</translation>
    </message>
    <message>
        <source>打压试验保压时间</source>
        <translation>Holding time of a pressure test</translation>
    </message>
    <message>
        <source>打压试验最大压降</source>
        <translation>Greatest drop of a pressure test</translation>
    </message>
    <message>
        <source>装修须交公众责任险保单</source>
        <translation>Renovations need a public liability policy</translation>
    </message>
    <message>
        <source>装修业主押金</source>
        <translation>Owner&apos;s renovation deposit</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>装修施工押金</source>
        <translation>Contractor&apos;s renovation deposit</translation>
    </message>
    <message>
        <source>发证前须收垃圾清运费</source>
        <translation>Rubbish fee before the permit is issued</translation>
    </message>
    <message>
        <source>S2 装修</source>
        <translation>S2 Renovation</translation>
    </message>
    <message>
        <source>无噪音无异味施工时段</source>
        <translation>Hours of quiet, odourless work</translation>
    </message>
    <message>
        <source>有噪音或异味施工时段</source>
        <translation>Hours of noisy or smelly work</translation>
    </message>
    <message>
        <source>装修监督电话(印在许可证上)</source>
        <translation>Renovation hotline (printed on the permit)</translation>
    </message>
    <message>
        <source>装修许可到期提醒</source>
        <translation>Remind before a renovation permit ends</translation>
    </message>
    <message>
        <source>施工单位证件到期提醒</source>
        <translation>Remind before a contractor&apos;s paper runs out</translation>
    </message>
    <message>
        <source>装修许可证可自行补打次数</source>
        <translation>Reprints of a renovation permit without a lead</translation>
    </message>
    <message>
        <source>施工押金验收后满几个月退</source>
        <translation>Contractor&apos;s deposit refunded after acceptance and</translation>
    </message>
    <message>
        <source>装修押金到期后应在几天内退还</source>
        <translation>Renovation deposits, once due, to be refunded within</translation>
    </message>
    <message>
        <source>钥匙每月盘点提醒</source>
        <translation>Remind of the monthly key stock-take</translation>
    </message>
    <message>
        <source>钥匙盘点须在每月几日前完成</source>
        <translation>Key stock-take due by day of month</translation>
    </message>
    <message>
        <source>日</source>
        <translation>day</translation>
    </message>
    <message>
        <source>盘点人、监盘人不能是钥匙保管人</source>
        <translation>Counter and witness must not keep the keys</translation>
    </message>
    <message>
        <source>钥匙默认应还时间</source>
        <translation>Keys are due back by default</translation>
    </message>
    <message>
        <source>当日下班前</source>
        <translation>the same day</translation>
    </message>
    <message>
        <source>当班结束</source>
        <translation>end of the shift</translation>
    </message>
    <message>
        <source>钥匙当日应还时刻</source>
        <translation>Time of day keys are due</translation>
    </message>
    <message>
        <source>钥匙到期提前提示</source>
        <translation>Warn before keys are due</translation>
    </message>
    <message>
        <source>钥匙过夜须主管同意</source>
        <translation>Keys over night need a supervisor</translation>
    </message>
    <message>
        <source>还钥匙须确认门已锁</source>
        <translation>Ask whether the door is locked on return</translation>
    </message>
    <message>
        <source>钥匙单前台可自行补打次数</source>
        <translation>Reprints of key slips without the lead</translation>
    </message>
    <message>
        <source>可调出的历史借用人</source>
        <translation>Former borrowers offered</translation>
    </message>
    <message>
        <source>每隔几小时核对新增的修改记录</source>
        <translation>Hours between checks of what is new in the history</translation>
    </message>
    <message>
        <source>每隔几天核对全部记录、单据和附件</source>
        <translation>Days between checks of all records, papers and files</translation>
    </message>
    <message>
        <source>个人信息脱敏(0 = 不脱敏)</source>
        <translation>Personal data de-identified after (0 = never)</translation>
    </message>
    <message>
        <source>记录保存期限(0 = 长期)</source>
        <translation>Records kept for (0 = for good)</translation>
    </message>
    <message>
        <source>年</source>
        <translation>years</translation>
    </message>
    <message>
        <source>备份最长保存(超过即删)</source>
        <translation>Backups kept at most (then removed)</translation>
    </message>
    <message>
        <source>没有保存的草稿保存</source>
        <translation>Unsaved drafts kept for</translation>
    </message>
    <message>
        <source>名册:客户退出、联系人停用后脱敏(0 = 不脱敏)</source>
        <translation>Roster: de-identified after a customer left or a contact was struck (0 = never)</translation>
    </message>
    <message>
        <source>导出记录的用途和条件保存(0 = 长期)</source>
        <translation>Purpose and conditions of exports kept (0 = for good)</translation>
    </message>
    <message>
        <source>个人信息保护法 17 条</source>
        <translation>PIPL art. 17</translation>
    </message>
    <message>
        <source>告知牌:处理者(空着用服务中心名称)</source>
        <translation>Notice: who processes (empty: the service centre&apos;s name)</translation>
    </message>
    <message>
        <source>告知牌:目的和方式</source>
        <translation>Notice: purpose and manner</translation>
    </message>
    <message>
        <source>告知牌:登记哪些信息</source>
        <translation>Notice: kinds of data</translation>
    </message>
    <message>
        <source>告知牌:保存期限({days} 是设置的访客脱敏天数)</source>
        <translation>Notice: how long it is kept ({days} is the visitors&apos; term in the settings)</translation>
    </message>
    <message>
        <source>告知牌:行使权利的联系方式</source>
        <translation>Notice: whom to ask</translation>
    </message>
    <message>
        <source>告知牌:几个工作日内答复</source>
        <translation>Notice: working days until the answer</translation>
    </message>
    <message>
        <source>自动备份间隔(有改动时)</source>
        <translation>Back up every so often (after changes)</translation>
    </message>
    <message>
        <source>多久没有可用备份就报警</source>
        <translation>Red after so long without a good backup</translation>
    </message>
    <message>
        <source>第二备份位置(U 盘或服务器文件夹)</source>
        <translation>Second place for backups (USB drive or server folder)</translation>
    </message>
    <message>
        <source>domain.md §4.2-7</source>
        <translation>domain.md §4.2-7</translation>
    </message>
    <message>
        <source>查询更早记录一次最多几天</source>
        <translation>Older records: most days at a time</translation>
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
    <name>States</name>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>What is done</translation>
    </message>
    <message>
        <source>变为</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>状态与步骤</source>
        <translation>States and steps</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>访问日志</source>
        <translation>Access log</translation>
    </message>
    <message>
        <source>访问日志的查看</source>
        <translation>Reviews of the access log</translation>
    </message>
    <message>
        <source>登录账号</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>审批</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>登录尝试</source>
        <translation>Sign-in attempts</translation>
    </message>
    <message>
        <source>访客牌与工牌</source>
        <translation>Badges</translation>
    </message>
    <message>
        <source>发牌与收牌</source>
        <translation>Badges given and returned</translation>
    </message>
    <message>
        <source>楼宇</source>
        <translation>Buildings</translation>
    </message>
    <message>
        <source>记录核对</source>
        <translation>Checks of the record</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>上门人员</source>
        <translation>Contractors</translation>
    </message>
    <message>
        <source>上门确认</source>
        <translation>Contractor confirmations</translation>
    </message>
    <message>
        <source>上门携带工具</source>
        <translation>Contractors&apos; tools</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>岗位代理</source>
        <translation>Posts lent</translation>
    </message>
    <message>
        <source>押金退款</source>
        <translation>Deposit refunds</translation>
    </message>
    <message>
        <source>文件打印</source>
        <translation>Document prints</translation>
    </message>
    <message>
        <source>待删文件</source>
        <translation>Files to be removed</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>值班补记</source>
        <translation>Duty log additions</translation>
    </message>
    <message>
        <source>值班记录</source>
        <translation>Duty log entries</translation>
    </message>
    <message>
        <source>顶岗</source>
        <translation>Reliefs</translation>
    </message>
    <message>
        <source>值班日志</source>
        <translation>Duty log</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attached files</translation>
    </message>
    <message>
        <source>出入证</source>
        <translation>Entry passes</translation>
    </message>
    <message>
        <source>导出登记</source>
        <translation>Exports</translation>
    </message>
    <message>
        <source>修改记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>修改明细</source>
        <translation>History details</translation>
    </message>
    <message>
        <source>节假日</source>
        <translation>Holidays</translation>
    </message>
    <message>
        <source>节假日年份</source>
        <translation>Years of holidays</translation>
    </message>
    <message>
        <source>动火措施检查</source>
        <translation>Hot-work safety answers</translation>
    </message>
    <message>
        <source>动火记事</source>
        <translation>Hot-work notes</translation>
    </message>
    <message>
        <source>动火证</source>
        <translation>Hot-work permits</translation>
    </message>
    <message>
        <source>钥匙</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>钥匙催还</source>
        <translation>Calls for overdue keys</translation>
    </message>
    <message>
        <source>钥匙代码表</source>
        <translation>Key code lists</translation>
    </message>
    <message>
        <source>钥匙盘点</source>
        <translation>Key stock-takes</translation>
    </message>
    <message>
        <source>盘点明细</source>
        <translation>Stock-take lines</translation>
    </message>
    <message>
        <source>钥匙注意事项</source>
        <translation>Key instructions</translation>
    </message>
    <message>
        <source>钥匙借还</source>
        <translation>Key loans</translation>
    </message>
    <message>
        <source>借还明细</source>
        <translation>Key loan lines</translation>
    </message>
    <message>
        <source>钥匙遗失</source>
        <translation>Key losses</translation>
    </message>
    <message>
        <source>钥匙组成</source>
        <translation>Pieces of key rings</translation>
    </message>
    <message>
        <source>钥匙归还</source>
        <translation>Key returns</translation>
    </message>
    <message>
        <source>记录关联</source>
        <translation>Links between records</translation>
    </message>
    <message>
        <source>入驻</source>
        <translation>Occupancies</translation>
    </message>
    <message>
        <source>存档单据</source>
        <translation>Archived papers</translation>
    </message>
    <message>
        <source>出入证延期</source>
        <translation>Pass extensions</translation>
    </message>
    <message>
        <source>打印记录</source>
        <translation>Prints</translation>
    </message>
    <message>
        <source>冻结</source>
        <translation>Holds</translation>
    </message>
    <message>
        <source>脱敏与销毁</source>
        <translation>De-identifying and destruction</translation>
    </message>
    <message>
        <source>放行物品</source>
        <translation>Released items</translation>
    </message>
    <message>
        <source>放行条</source>
        <translation>Release slips</translation>
    </message>
    <message>
        <source>装修登记</source>
        <translation>Renovations</translation>
    </message>
    <message>
        <source>装修自检</source>
        <translation>Renovation self-checks</translation>
    </message>
    <message>
        <source>装修延期</source>
        <translation>Renovation extensions</translation>
    </message>
    <message>
        <source>装修费用</source>
        <translation>Renovation fees</translation>
    </message>
    <message>
        <source>装修收件</source>
        <translation>Renovation papers handed in</translation>
    </message>
    <message>
        <source>装修退回补正</source>
        <translation>Renovation papers sent back</translation>
    </message>
    <message>
        <source>政府许可</source>
        <translation>Government permissions</translation>
    </message>
    <message>
        <source>装修许可证</source>
        <translation>Renovation permits</translation>
    </message>
    <message>
        <source>装修试验</source>
        <translation>Renovation tests</translation>
    </message>
    <message>
        <source>装修内容</source>
        <translation>Renovation works</translation>
    </message>
    <message>
        <source>房间</source>
        <translation>Rooms</translation>
    </message>
    <message>
        <source>查找索引</source>
        <translation>Search index</translation>
    </message>
    <message>
        <source>编号登记</source>
        <translation>Numbers given</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>一次性通行码</source>
        <translation>One-time tickets</translation>
    </message>
    <message>
        <source>保存凭据</source>
        <translation>Receipts of saves</translation>
    </message>
    <message>
        <source>访客</source>
        <translation>Visitors</translation>
    </message>
    <message>
        <source>访客携带物品</source>
        <translation>Visitors&apos; belongings</translation>
    </message>
    <message>
        <source>访客随行</source>
        <translation>Visitors&apos; companions</translation>
    </message>
    <message>
        <source>限制来访</source>
        <translation>Restricted visitors</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>值班日志</source>
        <translation>Duty log</translation>
    </message>
    <message>
        <source>访客</source>
        <translation>Visitors</translation>
    </message>
    <message>
        <source>钥匙</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>放行与证件</source>
        <translation>Passes</translation>
    </message>
    <message>
        <source>班次日志</source>
        <translation>Shifts</translation>
    </message>
    <message>
        <source>文件打印</source>
        <translation>Document prints</translation>
    </message>
    <message>
        <source>上门人员</source>
        <translation>Contractors</translation>
    </message>
    <message>
        <source>钥匙清单</source>
        <translation>Key list</translation>
    </message>
    <message>
        <source>借还</source>
        <translation>Loans</translation>
    </message>
    <message>
        <source>盘点</source>
        <translation>Stock-take</translation>
    </message>
    <message>
        <source>放行条</source>
        <translation>Release slips</translation>
    </message>
    <message>
        <source>出入证</source>
        <translation>Entry passes</translation>
    </message>
    <message>
        <source>动火证</source>
        <translation>Hot work</translation>
    </message>
    <message>
        <source>装修</source>
        <translation>Renovations</translation>
    </message>
    <message>
        <source>限制来访</source>
        <translation>Restricted visitors</translation>
    </message>
    <message>
        <source>名册联系人</source>
        <translation>Roster contacts</translation>
    </message>
    <message>
        <source>名册客户</source>
        <translation>Roster customers</translation>
    </message>
    <message>
        <source>导出记录</source>
        <translation>Exports</translation>
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
        <source>剩余</source>
        <translation>Left</translation>
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
        <source>{name} {n} 次</source>
        <translation>{name} {n} times</translation>
    </message>
    <message>
        <source>今天查看明文较多:{who}。请看「访问日志」。</source>
        <translation>Many values shown in clear today: {who}. Please see the access log.</translation>
    </message>
    <message>
        <source>{month} 的访问日志还没有抽查:菜单 → 访问日志 → 月度抽查。</source>
        <translation>The access log of {month} has not been checked: menu → Access log → Monthly check.</translation>
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
        <source>{days} 天 {hours} 小时</source>
        <translation>{days} d {hours} h</translation>
    </message>
    <message>
        <source>{hours} 小时 {minutes} 分</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} 分钟</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>已过 {time}</source>
        <translation>{time} ago</translation>
    </message>
    <message>
        <source>还有 {time}</source>
        <translation>in {time}</translation>
    </message>
    <message>
        <source>{first};另有 {n} 项超时,见「今日」</source>
        <translation>{first}; {n} more overdue, see Today</translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>恢复码(纸质)</source>
        <translation>recovery code (paper)</translation>
    </message>
    <message>
        <source>管理员密码</source>
        <translation>administrator&apos;s password</translation>
    </message>
    <message>
        <source>{folder} 里没有可读的 {name}。</source>
        <translation>There is no readable {name} in {folder}.</translation>
    </message>
    <message>
        <source>数据的密钥编号:{site}</source>
        <translation>Key number of the data: {site}</translation>
    </message>
    <message>
        <source>能打开</source>
        <translation>opens it</translation>
    </message>
    <message>
        <source>不能打开</source>
        <translation>does not open it</translation>
    </message>
    <message>
        <source>本机:{state}</source>
        <translation>This computer: {state}</translation>
    </message>
    <message>
        <source>还没有恢复码:电脑坏了就打不开数据。请运行 keys renew 并抄在纸上。</source>
        <translation>There is no recovery code yet: if this computer breaks, the data cannot be opened. Run keys renew and write it on paper.</translation>
    </message>
    <message>
        <source>密钥正确,这台电脑以后能自己打开数据。</source>
        <translation>The key is right; from now on this computer opens the data by itself.</translation>
    </message>
    <message>
        <source>新的恢复码(只显示这一次,请抄在纸上锁好,旧的作废):</source>
        <translation>New recovery code (shown this once; write it on paper and lock it away; the old one is void):</translation>
    </message>
    <message>
        <source>恢复码或管理员密码(不显示):</source>
        <translation>Recovery code or administrator&apos;s password (not shown): </translation>
    </message>
    <message>
        <source>命令行:python3 -m desk_app keys open。</source>
        <translation> Command: python3 -m desk_app keys open.</translation>
    </message>
    <message>
        <source>数据是加密的,这台电脑还没有打开它的密钥(换了电脑、重装过系统或换了用户)。请输入恢复码或管理员密码;数据没有改动。</source>
        <translation>The data are encrypted and this computer has no key for them yet (another computer, a new installation or another user). Enter the recovery code or an administrator&apos;s password; the data were not changed.</translation>
    </message>
    <message>
        <source>数据文件是加密的(或已损坏),这台电脑没有它的密钥,旁边也没有可用的 {name}。请把备份文件夹里的 {name} 复制到 {folder} 再启动;数据没有改动。</source>
        <translation>The data file is encrypted (or damaged), this computer has no key for it, and there is no usable {name} beside it. Copy {name} from a backup folder to {folder} and start again; the data were not changed.</translation>
    </message>
    <message>
        <source>密钥文件 {path} 已损坏,或其中没有恢复码和管理员密码。请用备份文件夹里的同名文件替换它再启动;这里从来没有数据时,可把它移走。</source>
        <translation>The key file {path} is damaged, or holds no recovery code and no administrator&apos;s password. Replace it by the one in a backup folder and start again; if there were never any data here, move it away.</translation>
    </message>
    <message>
        <source>这个恢复码打不开这份数据:它属于别的数据,或后来换过新的恢复码。</source>
        <translation>This recovery code does not open these data: it belongs to other data, or was replaced by a new one.</translation>
    </message>
    <message>
        <source>恢复码或管理员密码不对,请再输入一次。</source>
        <translation>The recovery code or administrator&apos;s password is wrong. Enter it again.</translation>
    </message>
    <message>
        <source>这台电脑存不了密钥({path}:{reason})。请检查该文件夹的权限;数据没有改动。</source>
        <translation>This computer cannot keep the key ({path}: {reason}). Check the folder&apos;s permissions; the data were not changed.</translation>
    </message>
    <message>
        <source>无法写入密钥文件 {path}({reason})。请检查权限或清理磁盘后再试。</source>
        <translation>The key file {path} cannot be written ({reason}). Check permissions or free some disk space and try again.</translation>
    </message>
    <message>
        <source>读不到这台电脑的密钥({path}:{reason})。请检查权限和磁盘后重试。</source>
        <translation>This computer&apos;s key cannot be read ({path}: {reason}). Check permissions and the disk and try again.</translation>
    </message>
    <message>
        <source>{path} 与旁边的 {name} 不是一套(或文件开头已损坏)。请把属于这份数据的 {name} 放回来,或从备份恢复;数据没有改动。</source>
        <translation>{path} and the {name} beside it do not belong together (or the file&apos;s beginning is damaged). Put back the {name} that belongs to these data, or restore a backup; nothing was changed.</translation>
    </message>
    <message>
        <source>恢复码应为 {length} 位字母和数字,现在是 {found} 位。请逐组核对。</source>
        <translation>The recovery code has {length} letters and digits, this has {found}. Check it group by group.</translation>
    </message>
    <message>
        <source>恢复码有一处不对(校验位不符)。请逐组核对后再输入。</source>
        <translation>Something in the recovery code is wrong (its check symbol does not fit). Check it group by group and enter it again.</translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>数据是加密的,平时由这台电脑自己打开。电脑坏了、换新或重装系统后,要用印在纸上的恢复码(或管理员密码)才能打开数据和备份;没有它,谁也打不开。
每次打印都是新码:确认打印出来后启用,原来那张纸作废。恢复码不存成文件,请封好放进保险柜,不要拍照。</source>
        <translation>The data are encrypted; this computer opens them by itself. When it breaks, is replaced or set up anew, only the recovery code on paper (or an administrator&apos;s password) opens the data and the backups; without it nobody can.
Every print is a new code: it works once you say that it came out, and the old paper is void. The code is never kept in a file; seal it and put it into the safe, take no pictures.</translation>
    </message>
    <message>
        <source>打印新的恢复码…</source>
        <translation>Print a new code…</translation>
    </message>
    <message>
        <source>没有打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>没有启用</source>
        <translation>Not put to use</translation>
    </message>
    <message>
        <source>正在启用新的恢复码</source>
        <translation>Putting the new code to use</translation>
    </message>
    <message>
        <source>没有打印,手抄也可以</source>
        <translation>Not printed; you may copy it by hand</translation>
    </message>
    <message>
        <source>{code}
抄在纸上并核对后启用;不启用时,原来的恢复码照旧。</source>
        <translation>{code}
Copy it on paper, compare, then put it to use; otherwise the old code stays.</translation>
    </message>
    <message>
        <source>已抄好,启用</source>
        <translation>Copied, use it</translation>
    </message>
    <message>
        <source>不启用</source>
        <translation>Do not use it</translation>
    </message>
    <message>
        <source>还没有恢复码:这台电脑一坏,数据就打不开了。请现在打印。</source>
        <translation>There is no recovery code yet: if this computer breaks, the data cannot be opened. Print it now.</translation>
    </message>
    <message>
        <source>现在的恢复码:{date} 启用。</source>
        <translation>Recovery code in use since {date}.</translation>
    </message>
    <message>
        <source>还没有恢复码:请系统管理员或经理登录后打印(F10 → 恢复码)。</source>
        <translation>There is no recovery code yet: an administrator or manager should sign in and print it (F10 → Recovery code).</translation>
    </message>
    <message>
        <source>还没有恢复码:请打印并封好(F10 → 恢复码)。</source>
        <translation>There is no recovery code yet: print it and seal it (F10 → Recovery code).</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>请打印恢复码</source>
        <translation>Print the recovery code</translation>
    </message>
    <message>
        <source>数据是加密的。电脑坏了或重装系统后,要用印在纸上的恢复码才能打开。</source>
        <translation>The data are encrypted. When the computer breaks or is set up anew, only the recovery code on paper opens them.</translation>
    </message>
    <message>
        <source>现在打印</source>
        <translation>Print now</translation>
    </message>
    <message>
        <source>打开加密的数据</source>
        <translation>Open encrypted data</translation>
    </message>
    <message>
        <source>恢复码或管理员密码</source>
        <translation>Recovery code or administrator&apos;s password</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
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
        <source>补审同意</source>
        <translation>Approve afterwards</translation>
    </message>
    <message>
        <source>补审异议</source>
        <translation>Objection</translation>
    </message>
    <message>
        <source>冻结(不脱敏、不销毁)</source>
        <translation>Held (not cleared)</translation>
    </message>
    <message>
        <source>解冻</source>
        <translation>Hold ended</translation>
    </message>
    <message>
        <source>按保存期限脱敏</source>
        <translation>De-identified at its term</translation>
    </message>
    <message>
        <source>按保存期限销毁</source>
        <translation>Destroyed at its term</translation>
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
        <source>登记时间</source>
        <translation>Recorded at</translation>
    </message>
    <message>
        <source>夜班一人兼任</source>
        <translation>Alone at night</translation>
    </message>
    <message>
        <source>一人兼任时间</source>
        <translation>Alone at</translation>
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
        <source>有异议</source>
        <translation>Objected to</translation>
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
        <source>退款单号</source>
        <translation>Refund no.</translation>
    </message>
    <message>
        <source>押金类别</source>
        <translation>Kind of deposit</translation>
    </message>
    <message>
        <source>应退(分)</source>
        <translation>Due (fen)</translation>
    </message>
    <message>
        <source>扣款(分)</source>
        <translation>Deduction (fen)</translation>
    </message>
    <message>
        <source>扣款原因</source>
        <translation>Reason of the deduction</translation>
    </message>
    <message>
        <source>扣款通知</source>
        <translation>Told about the deduction</translation>
    </message>
    <message>
        <source>原收据号</source>
        <translation>Original receipt no.</translation>
    </message>
    <message>
        <source>原收据已收回</source>
        <translation>Original receipt returned</translation>
    </message>
    <message>
        <source>收款人</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>验收人</source>
        <translation>Accepted by</translation>
    </message>
    <message>
        <source>领款人</source>
        <translation>Paid to</translation>
    </message>
    <message>
        <source>付款方式</source>
        <translation>Paid by way of</translation>
    </message>
    <message>
        <source>付款人</source>
        <translation>Paid out by</translation>
    </message>
    <message>
        <source>退款审批人</source>
        <translation>Refund approved by</translation>
    </message>
    <message>
        <source>退款说明</source>
        <translation>Note on the refund</translation>
    </message>
    <message>
        <source>退款日</source>
        <translation>Refunded on</translation>
    </message>
    <message>
        <source>退款时间</source>
        <translation>Refunded at</translation>
    </message>
    <message>
        <source>纸质单据号</source>
        <translation>Paper&apos;s number</translation>
    </message>
    <message>
        <source>由谁确认</source>
        <translation>Confirmed by</translation>
    </message>
    <message>
        <source>退款作废类别</source>
        <translation>Kind of voiding</translation>
    </message>
    <message>
        <source>退款作废复核人</source>
        <translation>Voiding reviewed by</translation>
    </message>
    <message>
        <source>冻结类别</source>
        <translation>Kind of hold</translation>
    </message>
    <message>
        <source>冻结依据</source>
        <translation>Reason of the hold</translation>
    </message>
    <message>
        <source>冻结人</source>
        <translation>Held by</translation>
    </message>
    <message>
        <source>解冻时间</source>
        <translation>Hold ended at</translation>
    </message>
    <message>
        <source>解冻人</source>
        <translation>Hold ended by</translation>
    </message>
    <message>
        <source>解冻说明</source>
        <translation>Why the hold ended</translation>
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
        <source>(另有 {count} 处不符)</source>
        <translation> (and {count} more)</translation>
    </message>
    <message>
        <source>只列出前 {count} 处。</source>
        <translation>Only the first {count} are listed.</translation>
    </message>
    <message>
        <source>核对无误:修改记录 {changes} 条首尾相接,存档单据 {papers} 份与开具时一致,附件 {files} 个与存入时一致。</source>
        <translation>All is as it was written: {changes} changes in an unbroken chain, {papers} documents as issued, {files} attached files as stored.</translation>
    </message>
    <message>
        <source>其中 {count} 条的明细已按保存期限清除,链上有记录。</source>
        <translation> The details of {count} of them were cleared at the end of their terms; the chain records it.</translation>
    </message>
    <message>
        <source>等 {count} 处</source>
        <translation>, {count} in all</translation>
    </message>
    <message>
        <source>数据文件有损坏:{wrong}。请停止登记,先把整个数据文件夹复制一份,再抢救数据(推荐)或恢复备份。</source>
        <translation>The data file is damaged: {wrong}. Stop entering, copy the whole data folder first, then salvage the data (the better way) or restore a backup.</translation>
    </message>
    <message>
        <source>修改记录与「{name}」不符:那时的第 {number} 条现在没有了或被重写过,末尾可能被删去。请保留现场并报告经理。</source>
        <translation>The history does not fit &quot;{name}&quot;: what was change {number} then is gone or was written anew; its end may have been cut off. Leave everything as it is and tell the manager.</translation>
    </message>
    <message>
        <source>核对码 {code} 与修改记录不符:打印以后,第 {number} 条或它以前的记录被改动、删去或重写过。请保留现场并报告经理。</source>
        <translation>The code {code} does not fit the history: since it was printed, change {number} or one before it was altered, removed or written anew. Leave everything as it is and tell the manager.</translation>
    </message>
    <message>
        <source>核对码相符:纸上的内容就是当时的记录(截至 {at} 的 {number} 条修改),以后没有改动过。</source>
        <translation>The code fits: the paper is of the record as it was then ({number} changes up to {at}), and nothing of it was altered since.</translation>
    </message>
    <message>
        <source>{what}的内容与修改记录不符({count} 项):可能被绕过程序改过,或磁盘放回了旧内容。请保留现场并报告经理。</source>
        <translation>{what} says something else than its history ({count} fields): it may have been altered past the program, or the disk put back an older state. Leave everything as it is and tell the manager.</translation>
    </message>
    <message>
        <source>修改记录第 {id} 条不符({told}):{why}。请保留现场并报告经理。</source>
        <translation>History entry {id} does not fit ({told}): {why}. Leave all as it is and tell the manager.</translation>
    </message>
    <message>
        <source>记录核对发现异常</source>
        <translation>The Check Found Something Wrong</translation>
    </message>
    <message>
        <source>{at} 记录核对发现异常:{fault}</source>
        <translation>{at}: a check of the record found something wrong: {fault}</translation>
    </message>
    <message>
        <source>查清以后,在「备份与核对」里再核对一次。</source>
        <translation>Once it is cleared up, check again under &quot;Backup and checks&quot;.</translation>
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
        <translation>Qty</translation>
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
        <translation>ID no. (seen, not kept)</translation>
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
        <source>近期</source>
        <translation>Recent</translation>
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
        <source>预约名单(粘贴)…</source>
        <translation>Expected visitors (paste)…</translation>
    </message>
    <message>
        <source>限制来访…</source>
        <translation>Restricted visitors…</translation>
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
        <source>申请限制来访</source>
        <translation>Ask for a restriction</translation>
    </message>
    <message>
        <source>批准限制来访</source>
        <translation>restriction approved</translation>
    </message>
    <message>
        <source>登记申诉</source>
        <translation>appeal noted</translation>
    </message>
    <message>
        <source>解除限制来访</source>
        <translation>restriction ended</translation>
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
    <name>Voiding</name>
    <message>
        <source>请选择作废原因。</source>
        <translation>Choose why it is voided.</translation>
    </message>
    <message>
        <source>原因选了「其他」,请写明。</source>
        <translation>The reason is &quot;other&quot;: say which.</translation>
    </message>
    <message>
        <source>请选择复核人。</source>
        <translation>Choose who reviews it.</translation>
    </message>
    <message>
        <source>{name} 不能复核:同班作废由当班负责人复核。</source>
        <translation>{name} cannot review this: within the shift the duty lead does.</translation>
    </message>
    <message>
        <source>{name} 不能复核:跨班作废由客服主管或经理复核。</source>
        <translation>{name} cannot review this: after the shift a supervisor or the manager does.</translation>
    </message>
    <message>
        <source>{name} 是收款人,不能复核已收款单据的作废,请改选。</source>
        <translation>{name} took the money and cannot review the voiding of what was paid. Choose somebody else.</translation>
    </message>
    <message>
        <source>作废须由另一人复核,请改选。</source>
        <translation>Somebody else must review a voiding; choose again.</translation>
    </message>
    <message>
        <source>作废须由另一人复核;夜班一人值守请写明说明。</source>
        <translation>Somebody else must review a voiding; alone on the night shift, add a note.</translation>
    </message>
    <message>
        <source>{name} 是本单经办人,不能复核它的作废,请改选。</source>
        <translation>{name} handled this record and may not review its voiding; please choose somebody else.</translation>
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
        <source>来电</source>
        <translation>Call</translation>
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
        <source>锁屏、换人 (F9)</source>
        <translation>Lock, change person (F9)</translation>
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
        <source>未登录</source>
        <translation>Not signed in</translation>
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
    <message>
        <source>还有 {count} 项</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>界面组件版本 {version} 与 Python 3.11 不合,会中途退出。请重新安装程序。</source>
        <translation>Version {version} of the window library does not fit Python 3.11 and would end in the middle of the work. Please install the program again.</translation>
    </message>
    <message>
        <source>程序打不开</source>
        <translation>The program cannot start</translation>
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
        <source>您的岗位没有这项权限。</source>
        <translation>Your post does not have this right.</translation>
    </message>
    <message>
        <source>请先在列表中选择一条。</source>
        <translation>Choose a record in the list first.</translation>
    </message>
    <message>
        <source>上次填写的内容已经保存,没有再恢复草稿。</source>
        <translation>What you had filled in was saved; its draft was not restored.</translation>
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
