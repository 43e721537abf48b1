"""Files: .npy, .npz, bytes alone, text; what is wrong with them is an error of its kind."""

import io
import itertools
import zipfile

import numpy as np

import files_text
import layouts
import values
from encode import File

TYPES = values.NUMERIC + ["<M8[s]", "<m8[25ms]", ">M8[D]", "<M8", ">f4", ">i8", ">c16", ">u2"]


def npy(array, version=None):
    stream = io.BytesIO()
    np.lib.format.write_array(stream, array, version=version)
    return stream.getvalue()


def header(text, version=(1, 0), data=bytes(64)):
    """A file whose header is any text."""
    encoded = text.encode("latin1" if version < (3, 0) else "utf8") + b"\n"
    length = len(encoded).to_bytes(2 if version == (1, 0) else 4, "little")
    return b"\x93NUMPY" + bytes(version) + length + encoded + data


def npz(members, compression=zipfile.ZIP_STORED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def shapes(dtype):
    whole = values.plain(dtype, 12).reshape(3, 4)
    return {
        "matrix": whole,
        "columns": whole.T,
        "strided": whole[::2, ::-1],
        "0d": whole[1:2, 1].reshape(()),
        "empty": whole[:0],
        "cube": np.asfortranarray(values.plain(dtype, 8).reshape(2, 2, 2)),
        "middle": values.plain(dtype, 12).reshape(2, 3, 2).transpose(1, 0, 2),
    }


def build(suite):
    loading(suite)
    refused(suite)
    saving(suite)
    archives(suite)
    mapping(suite)
    raw(suite)
    format(suite)
    files_text.build(suite)


def loading(suite):
    for dtype in TYPES:
        for name, array in shapes(dtype).items():
            suite.add(f"load/{dtype}/{name}", "load", [File("a.npy", npy(array))])
    array = values.plain("f8", 6).reshape(2, 3)
    for version in ((1, 0), (2, 0), (3, 0)):
        suite.add("load/version/#", "load", [File("a.npy", npy(array, version))])
        suite.add("load/suffix/#", "load", [File("a.dat", npy(array, version))])
    for text in (
        "{'descr':'<f8','fortran_order':False,'shape':(2,3)}",
        '  {"shape": (2, 3), "descr": "float64", "fortran_order": True, }   ',
        "{'descr': u'<f8', 'fortran_order': False, 'shape': (2L, 3L), }",
        "{'descr': 'f8', 'fortran_order': False, 'shape': (4,)}",
        "{'descr': '|b1', 'fortran_order': False, 'shape': ()}",
        "{'descr': '\\x3ci4', 'fortran_order': False, 'shape': (0, 5)}",
        "{'descr': '>i2',\n 'fortran_order': (False), 'shape': ((2), 3,)}",
    ):
        suite.add("load/header/#", "load", [File("a.npy", header(text))])
    suite.add("load/trailing", "load", [File("a.npy", npy(array) + b"more")])
    suite.add("load/long header", "load", [File("a.npy", header(LONG))], {"max_header_size": 20000})


LONG = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3)}" + " " * 12000


def refused(suite):
    whole = npy(values.plain("f8", 6).reshape(2, 3))
    for length in list(range(0, 12)) + [100, 127, 128, 135, len(whole) - 1]:
        suite.add(f"load/cut/{length}", "load", [File("a.npy", whole[:length])], fails=True)
    fine = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3)}"
    for text in (
        "",
        "{",
        "{'descr': '<f8'",
        "[]",
        "1",
        fine[:-1],
        fine + " 1",
        fine.replace("shape", "shap"),
        fine.replace("}", ", 'more': 1}"),
        fine.replace("'fortran_order': False, ", ""),
        fine.replace("False", "0"),
        fine.replace("False", "None"),
        fine.replace("(2, 3)", "6"),
        fine.replace("(2, 3)", "[2, 3]"),
        fine.replace("(2, 3)", "('2', 3)"),
        fine.replace("(2, 3)", "(2.0, 3)"),
        fine.replace("(2, 3)", "(None,)"),
        fine.replace("(2, 3)", "(-2, 3)"),
        fine.replace("(2, 3)", "(1 << 40,)"),
        fine.replace("(2, 3)", "(1000, 1000)"),
        fine.replace("'<f8'", "'<f9'"),
        fine.replace("'<f8'", "''"),
        fine.replace("'<f8'", "8"),
        fine.replace("'<f8'", "None"),
        fine.replace("'<f8'", "'|O'"),
        fine.replace("'<f8'", "__import__('os')"),
        fine.replace("'<f8'", "'<f8"),
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3)",
        "(" * 60,
    ):
        suite.add("load/header refused/#", "load", [File("a.npy", header(text))], fails=True)
    suite.add("load/long header refused", "load", [File("a.npy", header(LONG))], fails=True)
    suite.add("load/max_header_size", "load", [File("a.npy", whole)], {"max_header_size": 10}, fails=True)
    for version in ((0, 0), (4, 0), (1, 1), (255, 255)):
        suite.add("load/version refused/#", "load", [File("a.npy", header(fine, version))], fails=True)
    import pickle

    suite.add("load/pickle", "load", [File("a.npy", pickle.dumps([1]))], fails=True)
    suite.add("load/text", "load", [File("a.txt", "1 2 3 4 5\n")], fails=True)
    suite.add("load/missing", "load", [File("a.npy")], fails=True)


def saving(suite):
    for dtype in TYPES:
        for name, array in shapes(dtype).items():
            suite.add(f"save/{dtype}/{name}", "save", [File("a.npy"), array])
    array = values.plain("i4", 6).reshape(2, 3)
    suite.add("save/suffix", "save", [File("a"), array])
    suite.add("save/other suffix", "save", [File("a.dat"), array])
    suite.add("save/over", "save", [File("a.npy", "old"), array])
    suite.add("save/list", "save", [File("a.npy"), [[1, 2], [3, 4]]])
    suite.add("save/axes", "save", [File("a.npy"), np.zeros((1,) * 40, "i1")])
    suite.add("save/no folder", "save", [File("none/a.npy"), array], fails=True)


def archives(suite):
    a, b = values.plain("f8", 6).reshape(2, 3), values.plain(">i4", 4)
    whole = lambda path: dict(np.load(path))
    for compression in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        for members in (
            {},
            {"a.npy": npy(a)},
            {"a.npy": npy(a), "b c.npy": npy(b), "d/e.npy": npy(a.T)},
            {"x.npy": npy(b, (2, 0)), "y": npy(a)},
        ):
            suite.add(
                "load/archive/#",
                "loadz",
                [File("a.npz", npz(members, compression))],
                name="numpy.load",
                covers=["value"],
                function=whole,
            )
    suite.add(
        "format/NpzFile",
        "lib.npyio.NpzFile",
        [File("a.npz", npz({"a.npy": npy(a)}))],
        name="numpy.lib.npyio.NpzFile",
        covers=["value"],
        function=lambda path: dict(np.lib.npyio.NpzFile(path)),
    )
    broken = npz({"a.npy": npy(a)}, zipfile.ZIP_DEFLATED)
    for data in (broken[:-1], broken[:40], broken[:4], npz({"a.npy": npy(a)[:100]})):
        suite.add(
            "load/archive refused/#",
            "loadz",
            [File("a.npz", data)],
            name="numpy.load",
            covers=["error"],
            function=whole,
            fails=True,
        )
    for call in ("savez", "savez_compressed"):
        suite.add(f"{call}/numbered", call, [File("a.npz"), a, b])
        suite.add(f"{call}/nothing", call, [File("a.npz")])
        suite.add(f"{call}/suffix", call, [File("a"), a.T])
        suite.add(f"{call}/strided", call, [File("a.npz"), layouts.lay(a, "strided"), a[:0], a[0, :1].reshape(())])
        suite.add(f"{call}/lists", call, [File("a.npz"), [1, 2], 3.5])
        suite.add(
            f"{call}/named",
            call,
            [File("a.npz"), {"x": a, "y z": b}],
            function=lambda path, named, save=getattr(np, call): save(path, **named),
            covers=["param:file", "value"],
        )
        suite.add(f"{call}/no folder", call, [File("none/a.npz"), a], fails=True)


def mapping(suite):
    array = values.plain("f8", 6).reshape(2, 3)
    for mode, name in itertools.product(("r", "r+", "c"), ("matrix", "columns", "0d", "empty")):
        for dtype in ("<f8", ">i2"):
            suite.add(
                f"load/mapped/{mode}/{dtype}/{name}",
                "load",
                [File("a.npy", npy(shapes(dtype)[name]))],
                {"mmap_mode": mode},
            )
    suite.add("load/mapped/mode", "load", [File("a.npy", npy(array))], {"mmap_mode": "x"}, fails=True)
    suite.add("load/mapped/cut", "load", [File("a.npy", npy(array)[:-1])], {"mmap_mode": "r"}, fails=True)
    data = bytes(range(48))
    for mode in ("r", "r+", "c", "readonly", "copyonwrite", "readwrite"):
        suite.add("memmap/#", "memmap", [File("a", data)], {"mode": mode})
        for keys in (
            {"dtype": np.dtype("<i4")},
            {"dtype": np.dtype(">i2"), "offset": 8},
            {"dtype": np.dtype("<i2"), "shape": (3, 4), "offset": 3},
            {"shape": (3, 4), "order": "F"},
            {"shape": 5},
            {"dtype": np.dtype("<f4"), "shape": ()},
        ):
            suite.add("memmap/#", "memmap", [File("a", data)], {"mode": mode, **keys})
    suite.add("memmap/usual", "memmap", [File("a", data)])
    suite.add("memmap/places", "memmap", [File("a", data), np.dtype("<i8"), "r", 16])
    for keys in ({"dtype": np.dtype("<i8"), "offset": 1}, {"mode": "w"}, {"mode": "w+"}):
        suite.add("memmap/refused/#", "memmap", [File("a", data)], {"mode": "r", **keys}, fails=True)
    suite.add("memmap/short", "memmap", [File("a", data)], {"mode": "r", "shape": (7, 7)}, fails=True)
    suite.add("memmap/missing", "memmap", [File("a")], {"mode": "r"}, fails=True)
    for shape, keys in itertools.product(((3, 4), (5,), ()), ({}, {"offset": 16}, {"dtype": np.dtype(">f8")})):
        suite.add("memmap/made/#", "memmap", [File("a")], {"mode": "w+", "shape": shape, **keys})
    suite.add("memmap/made anew", "memmap", [File("a", data)], {"mode": "w+", "shape": (4,)})
    suite.add("memmap/longer", "memmap", [File("a", data)], {"mode": "r+", "shape": (60,)})


def raw(suite):
    for dtype in TYPES:
        array = values.plain(dtype, 6)
        data = array.tobytes()
        suite.add(f"fromfile/{dtype}", "fromfile", [File("a", data), np.dtype(dtype)])
        for name, laid in shapes(dtype).items():
            suite.add(f"tofile/{dtype}/{name}", "ndarray.tofile", [laid, File("a")], name="numpy.ndarray")
    data = np.arange(6.0).tobytes()
    suite.add("fromfile/usual", "fromfile", [File("a", data)])
    for keys in (
        {"count": 2},
        {"count": 9},
        {"count": 0},
        {"offset": 8},
        {"offset": 3, "dtype": np.dtype("i2")},
        {"dtype": np.dtype("c16")},
        {"dtype": np.dtype("?"), "count": 5},
    ):
        suite.add("fromfile/#", "fromfile", [File("a", data)], keys)
    suite.add("fromfile/rest", "fromfile", [File("a", data[:-3])])
    suite.add("fromfile/empty", "fromfile", [File("a", b"")])
    suite.add("fromfile/behind", "fromfile", [File("a", data)], {"offset": 100}, fails=True)
    suite.add("fromfile/missing", "fromfile", [File("a")], fails=True)
    suite.add("fromfile/text offset", "fromfile", [File("a", "1 2")], {"sep": " ", "offset": 1}, fails=True)
    for text, sep in (
        ("1 2 3", " "),
        ("1,2,3", ","),
        ("1 , 2,3 ", ","),
        ("1;2;3\n", ";"),
        ("1\n2\n\n3\n", "\n"),
        ("", ","),
        ("1.5e3 -inf nan 0", " "),
        ("1, 2, 3", ", "),
    ):
        for keys in ({}, {"count": 2}, {"dtype": np.dtype("f4")}):
            suite.add("fromfile/text/#", "fromfile", [File("a", text)], {"sep": sep, **keys}, fails=None)
    for dtype in ("i4", "u1", "i8", "?", "e"):
        suite.add(f"fromfile/text/{dtype}", "fromfile", [File("a", "1 0 1")], {"sep": " ", "dtype": np.dtype(dtype)})
    for dtype, sep, form in itertools.product(
        ("f8", "f4", "i8", "u1", "?", "c16", "e"), (",", " ; ", "\n"), (None, "%s", "%d", "%.3f", "%6.2e|")
    ):
        keys = {"sep": sep} | ({} if form is None else {"format": form})
        array = values.plain(dtype, 6).reshape(2, 3)
        suite.add("tofile/text/#", "ndarray.tofile", [array.T, File("a")], keys, name="numpy.ndarray", fails=None)
    for form in ("%d %d", "none"):
        suite.add(
            "tofile/text refused/#",
            "ndarray.tofile",
            [array, File("a")],
            {"sep": ",", "format": form},
            name="numpy.ndarray",
            fails=True,
        )


def format(suite):
    """What is left to those who write files of their own."""
    module = "numpy.lib.format."
    for name in ("ARRAY_ALIGN", "GROWTH_AXIS_MAX_DIGITS", "MAGIC_LEN", "BUFFER_SIZE"):
        suite.add(
            f"format/{name}",
            f"lib.format.{name}",
            name=module + name,
            covers=["value"],
            function=lambda name=name: getattr(np.lib.format, name),
        )
    for dtype in ("<f8", ">i4", "?", "<M8[s]", "u1"):
        suite.add(
            "format/dtype_to_descr/#",
            "lib.format.dtype_to_descr",
            [np.dtype(dtype)],
            name=module + "dtype_to_descr",
            covers=["param:dtype"],
        )
        suite.add(
            "format/descr_to_dtype/#",
            "lib.format.descr_to_dtype",
            [np.dtype(dtype).str],
            name=module + "descr_to_dtype",
            covers=["param:descr"],
        )
    suite.add(
        "format/descr_to_dtype/refused",
        "lib.format.descr_to_dtype",
        ["<q9"],
        name=module + "descr_to_dtype",
        covers=["error"],
        fails=True,
    )
    opened = "lib.format.open_memmap"
    array = values.plain("f8", 6).reshape(2, 3)
    for mode in ("r", "r+", "c"):
        suite.add(
            "format/open_memmap/#",
            opened,
            [File("a.npy", npy(array.T))],
            {"mode": mode, "max_header_size": 500},
            name=module + "open_memmap",
        )
    for keys in ({}, {"fortran_order": True}, {"version": (2, 0)}):
        suite.add(
            "format/open_memmap/made/#",
            opened,
            [File("a.npy")],
            {"mode": "w+", "dtype": np.dtype("<i4"), "shape": (2, 3), **keys},
            name=module + "open_memmap",
        )
    suite.add(
        "format/open_memmap/refused",
        opened,
        [File("a.npy", npy(array)[:20])],
        {"mode": "r"},
        name=module + "open_memmap",
        fails=True,
    )
