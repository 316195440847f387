"""Let tests import `tasks` and `workbench`, which stand beside the program, not installed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
