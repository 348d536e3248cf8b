"""``python -m seriktes`` is the command ``seriktes``."""

from seriktes.cli import main

if __name__ == "__main__":
    main()
