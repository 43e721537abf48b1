#!/usr/bin/python3
"""Writes a big Arrow IPC file by repeating the rows of the flights file: input for memory and speed measurements.

The schema stays (delay int16, distance int16, time float32), eight bytes a row. Buffers start at multiples of 64 in the
file. No more than one record batch is in memory. Needs Debian's python3-numpy.
"""

import argparse
import os
import re
import shutil
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True

import numpy as np  # noqa: E402
from arrow_ipc import ArrowFormatError, ArrowReader, ArrowWriter  # noqa: E402

HERE = Path(__file__).resolve().parent
UNITS = {"": 1, "B": 1, "KIB": 2**10, "MIB": 2**20, "GIB": 2**30, "TIB": 2**40,
         "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}


def byte_count(text):
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([A-Za-z]*)", text)
    if not match or match[2].upper() not in UNITS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 4GiB, 16MiB or 1000000")
    return int(float(match[1]) * UNITS[match[2].upper()])


def positive(text):
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return int(text)


def repeated(columns, start, rows):
    """Rows start .. start + rows of the endless repetition of the columns."""
    period = len(next(iter(columns.values())))
    index = np.arange(start, start + rows) % period
    return {name: column[index] for name, column in columns.items()}


def write(file, columns, rows, rows_per_batch):
    writer = ArrowWriter(file, {name: column.dtype for name, column in columns.items()})
    row_bytes = sum(column.itemsize for column in columns.values())
    began = shown = time.monotonic()
    for start in range(0, rows, rows_per_batch):
        count = min(rows_per_batch, rows - start)
        writer.write(repeated(columns, start, count))
        now = time.monotonic()
        if now - shown > 1 or start + count == rows:
            done = (start + count) * row_bytes
            print(f"{100 * (start + count) // rows:3d} %  {done / 2**20:.0f} MiB  "
                  f"{done / 2**20 / max(now - began, 1e-9):.0f} MiB/s", flush=True)
            shown = now
    writer.finish()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bytes", type=byte_count, required=True, metavar="SIZE",
                        help="bytes of column data, such as 4GiB; rounded up to whole rows, the metadata come on top")
    parser.add_argument("--rows-per-batch", type=positive, default=2**20, metavar="N", help="default: %(default)s")
    parser.add_argument("--output", type=Path, required=True, metavar="PATH", help="written aside, then renamed")
    parser.add_argument("--input", type=Path, default=HERE / "flights-200k.arrow", help="default: %(default)s")
    options = parser.parse_args()

    if options.output.resolve() == options.input.resolve():
        parser.error(f"{options.output} is the input: name another output")
    try:
        columns = ArrowReader(options.input).columns()
    except (OSError, ArrowFormatError) as error:
        parser.error(str(error))
    if not columns or not len(next(iter(columns.values()))):
        parser.error(f"{options.input} has no rows to repeat")
    row_bytes = sum(column.itemsize for column in columns.values())
    rows = -(-options.bytes // row_bytes)
    aside = options.output.with_name(options.output.name + ".part")
    try:
        free = shutil.disk_usage(options.output.resolve().parent).free
        if free < rows * row_bytes:
            parser.error(f"{options.output}: {rows * row_bytes} bytes are needed, {free} are free")
        with open(aside, "wb") as file:
            write(file, columns, rows, options.rows_per_batch)
        os.replace(aside, options.output)
    except OSError as error:
        parser.error(str(error))
    finally:
        aside.unlink(missing_ok=True)
    batches = -(-rows // options.rows_per_batch)
    print(f"{options.output}: {rows} rows in {batches} record batches, {options.output.stat().st_size} bytes")


if __name__ == "__main__":
    main()
