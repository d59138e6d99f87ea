"""Start Manshur: a command, or the window."""

import sys
from collections.abc import Sequence

from models.domain.errors import AppError


def main(arguments: Sequence[str]) -> int:
    """Carry out a command or show the window, and return the exit code."""
    from models import commands

    asked = commands.run(arguments)
    if isinstance(asked, int):
        return asked
    from ui import quick_start, system_libraries

    quick_start.begin()
    try:
        system_libraries.check()
    except AppError as error:
        print(error, file=sys.stderr)
        return commands.USERS_MISTAKE
    quick_start.import_plainly()
    from ui import launch

    return launch.run(asked)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
