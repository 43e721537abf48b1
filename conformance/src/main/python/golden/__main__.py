"""Writes the golden cases from NumPy 2.4.6: python3 conformance/src/main/python/golden [--only CATEGORY] [--check]"""

import argparse
import importlib
import pathlib
import sys
import time
import zlib

import runtime

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent.parent / "resources/io/arrayport/conformance/golden"
CATEGORIES = (
    """promotion can_cast casts ufunc ufunc_methods elementary indexing creation manipulation selecting reductions
    sorting sets statistics logic linear functional text strings printing records datetimes errors members modules
    iterators files fft polynomial""".split()
)


def build(category):
    import cases

    suite = cases.Suite(category)
    importlib.import_module("category_" + category).build(suite)
    return suite


def same(path, packed):
    import encode

    if not path.exists():
        return False
    committed = path.read_bytes()
    try:
        # Another zlib compresses to other bytes; what counts is what is in them
        return committed == packed or encode.unpack(committed) == encode.unpack(packed)
    except (OSError, EOFError, zlib.error):
        return False


def main():
    parser = argparse.ArgumentParser(prog="golden", description=__doc__.split(":")[0])
    parser.add_argument(
        "--only",
        metavar="CATEGORY",
        action="append",
        choices=CATEGORIES + ["names"],
        help="this category alone; may be repeated: " + ", ".join(CATEGORIES + ["names"]),
    )
    parser.add_argument("--check", action="store_true", help="write nothing; say which committed files differ")
    parser.add_argument(
        "--coverage",
        action="store_true",
        help="write nothing; list the names of the main module whose requirements the cases do not meet",
    )
    options = parser.parse_args()
    runtime.settle()
    runtime.check()
    wanted = options.only or (CATEGORIES if options.coverage else CATEGORIES + ["names"])
    differing, suites = [], []
    for category in wanted:
        start = time.monotonic()
        if category == "names":
            import names

            packed, about = names.packed(), "names"
        else:
            suites.append(build(category))
            packed, about = suites[-1].packed(), f"{len(suites[-1].lines)} cases"
        path = OUT / (category + (".json.gz" if category == "names" else ".jsonl.gz"))
        if not options.coverage and not same(path, packed):
            differing.append(path.name)
            if not options.check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(packed)
        print(f"{category:16} {about:>14} {len(packed):>9} bytes {time.monotonic() - start:6.1f} s", flush=True)
    if options.coverage:
        import coverage

        coverage.show(suites)
    for name in differing:
        print(("differs: " if options.check else "written: ") + name)
    return 1 if options.check and differing else 0


sys.exit(main())
