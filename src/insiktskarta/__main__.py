"""`python -m insiktskarta` is the command `insikt`."""

from insiktskarta.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
