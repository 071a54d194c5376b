"""`python -m desk_app`: prepare the environment, then hand over to the command line."""

from __future__ import annotations

import sys

from desk_app import bootstrap

if __name__ == "__main__":
    bootstrap.ensure("runtime")

    from desk_app.cli import main

    sys.exit(main())
