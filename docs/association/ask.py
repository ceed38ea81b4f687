#!/usr/bin/env python3
"""Asks the five questions of questions.sql of the files in a folder, and prints the answers as CSV.

    pip install duckdb
    python3 ask.py 'checks/*.ndjson'

Reads the files that are named and writes nothing.
"""

import csv
import pathlib
import sys

import duckdb

here = pathlib.Path(__file__).resolve().parent


def statements(name):
    """The statements of a file, without the lines that say what they are for."""
    lines = (here / name).read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("--"))
    return [one.strip() for one in text.split(";") if one.strip()]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    database = duckdb.connect()
    database.execute("SET VARIABLE files = ?", [sys.argv[1]])
    out = csv.writer(sys.stdout, lineterminator="\n")
    number = 0
    for statement in statements("load.duckdb.sql") + statements("questions.sql"):
        try:
            answer = database.execute(statement)
        except duckdb.Error as error:
            # One file that cannot be read would make all counts too small.
            sys.exit(f"Nothing was counted. Mend or take out the file that is named here, then ask again.\n{error}")
        if not statement.startswith("SELECT"):
            continue
        number += 1
        out.writerow([f"question {number}"])
        out.writerow([column[0] for column in answer.description])
        out.writerows(answer.fetchall())


main()
