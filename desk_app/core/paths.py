"""Where the program keeps its data, and which database it opens."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from desk_app.core import files, reasons
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate

PROGRAM = Path(__file__).resolve().parents[2]
RESOURCES = PROGRAM / "resources"
FORMS = PROGRAM / "forms"


class Paths(NamedTuple):
    """The folders under one data folder; all are made when first asked for by `prepare`."""

    data: Path

    @property
    def database(self) -> Path:
        """The default database file."""
        return self.data / "desk.db"

    @property
    def archive(self) -> Path:
        """Issued documents, written once: `archive = "…"` in desk.toml, where several desks share them."""
        configured = self.configured("archive")
        return Path(configured) if configured else self.data / "archive"

    @property
    def backups(self) -> Path:
        """Verified copies of the database."""
        return self.data / "backups"

    @property
    def forms(self) -> Path:
        """Printed forms that the administrator changed; a form not here is the shipped one."""
        return self.data / "forms"

    @property
    def reports(self) -> Path:
        """Month workbooks and exported lists."""
        return self.data / "reports"

    @property
    def temporary(self) -> Path:
        """What only lives as long as the process that made it (core/temporary.py)."""
        return self.data / "tmp"

    @property
    def log(self) -> Path:
        """The program's own log."""
        return self.data / "log"

    @property
    def config(self) -> Path:
        """The one file that is read before the database: which database to open."""
        return self.data / "desk.toml"

    def prepare(self) -> None:
        """Make the folders, closed to other users; KnownError when the place cannot be written."""
        try:
            for folder in (
                self.data,
                self.archive,
                self.backups,
                self.forms,
                self.reports,
                self.temporary,
                self.log,
            ):
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                files.close_to_others(folder)
            for folder in (self.data, self.temporary, self.log):
                files.assert_takes_files(folder)
        except OSError as error:
            text = translate(
                "Paths", "无法写入数据文件夹 {path}({reason})。请换一个文件夹(--data-dir)或检查权限。"
            )
            raise KnownError(text.format(path=self.data, reason=reasons.system(error))) from error

    def url(self) -> str:
        """Return the database URL: `database = "…"` in desk.toml, else the file in the data folder."""
        from desk_app.core import store

        return self.configured("database") or store.url_of(self.database)

    def configured(self, name: str) -> str:
        """Return what desk.toml says under a name, "" when it says nothing; KnownError when it cannot be read."""
        if not self.config.is_file():
            return ""
        import tomllib

        try:
            return str(tomllib.loads(self.config.read_text("utf-8")).get(name) or "")
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            text = translate(
                "Paths",
                "设置文件 {path} 无法读取({reason})。它写着数据放在哪里:请管理员改正后再启动,不要删除。",
            )
            raise KnownError(text.format(path=self.config, reason=reasons.of(error))) from error

    def file(self) -> Path:
        """Return the database file that the URL names; where it names a server, the place a file would have.

        Keys and backups lie beside it in both cases. KnownError for any other address.
        """
        from desk_app.core import server, store

        url = self.url()
        return self.database if server.is_url(url) else store.file_of(url)

    def is_on_server(self) -> bool:
        """Say whether the records lie on a server."""
        from desk_app.core import server

        return server.is_url(self.url())


def default_data_dir() -> Path:
    """Return the platform's user data folder for this program."""
    from platformdirs import user_data_path

    return user_data_path("FrontDesk", appauthor=False)


TICKET = "DESK_APP_TICKET"
"""The variable in which the window hands a process that it starts the right to act as who is signed in."""
