"""`python -m saksi` is the command `saksi`."""

from saksi.cli.app import main

if __name__ == "__main__":
    main()
