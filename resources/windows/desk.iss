; The Windows installer, for Inno Setup 6.3 or newer on Windows: after `py -m tests.tools.build --work build`,
;     iscc /DVersion=0.6.2 /DBuilt=..\..\build\dist\desk resources\windows\desk.iss
; It installs for all users and leaves everybody's data where they are (%LOCALAPPDATA%\FrontDesk), also when it is
; removed. A newer version is installed over the older one; the running program is closed first.
; The wizard is Chinese where Inno Setup's folder Languages has ChineseSimplified.isl (from its page of
; translations; not every version brings it along), else English.

#ifndef Version
  #error Version is wanted: iscc /DVersion=x.y.z (the one of pyproject.toml)
#endif
#ifndef Built
  #define Built "..\..\dist\desk"
#endif
#define Name "物业前台"

[Setup]
; Never change AppId: it is how a newer version finds the older one.
AppId={{52D28B1E-7C0A-4F5B-9C1B-A4C0D0D3F2E6}
AppName={#Name}
AppVersion={#Version}
AppPublisher={#Name}
VersionInfoVersion={#Version}
DefaultDirName={autopf}\FrontDesk
DisableProgramGroupPage=yes
PrivilegesRequired=admin
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SetupIconFile=..\icons\app.ico
UninstallDisplayIcon={app}\desk.exe
UninstallDisplayName={#Name}
CloseApplications=force
RestartApplications=no
Compression=lzma2/max
SolidCompression=yes
OutputDir=..\..\dist
OutputBaseFilename=desk-{#Version}-setup
WizardStyle=modern
ShowLanguageDialog=auto

[Languages]
#if FileExists(AddBackslash(CompilerPath) + "Languages\ChineseSimplified.isl")
Name: "zh"; MessagesFile: "compiler:Languages\ChineseSimplified.isl"
#endif
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"

[InstallDelete]
; What an older version had and this one has not; nobody's data lie here.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Built}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
; File dialogs begin in the user's own folder: nobody may write beside the program.
Name: "{autoprograms}\{#Name}"; Filename: "{app}\desk.exe"; WorkingDir: "%USERPROFILE%"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\desk.exe"; WorkingDir: "%USERPROFILE%"; Tasks: desktopicon

[Run]
Filename: "{app}\desk.exe"; Description: "{cm:LaunchProgram,{#Name}}"; WorkingDir: "{%USERPROFILE}"; Flags: nowait postinstall skipifsilent runasoriginaluser
