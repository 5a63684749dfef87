"""The command line as `python -m newsie`, where the command `newsie` is not on the path."""

from newsie.cli import main

if __name__ == "__main__":
    main(prog_name="newsie")
