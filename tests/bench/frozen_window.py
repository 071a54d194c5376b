"""What is packed for S5: the bare window of S1, as a program of its own."""

import sys

from tests.bench.bare_window import main

sys.exit(main())
