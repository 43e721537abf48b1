"""The golden files' format: one value, and one file.

A file `<category>.jsonl.gz` holds a header line and one JSON object a line.

Header: {"category": "ufunc", "numpy": "2.4.6", "cases": N, "errors": {"AxisError": ["AxisError", "ValueError",
"IndexError", "Exception"], ...}}; "errors" gives each exception class that occurs with its ancestors up to Exception.

A case:
    id       unique within the category; "<category>:<id>" names it everywhere
    name     the public name it counts for, "numpy.add"
    call     what np.call is asked for: "add", "add.reduce", "ndarray.reshape" (its first argument is the array),
             "pi" and "float32" (no arguments: the value itself), "iinfo.max" (the arguments make the object that has
             the attribute), "ndindex", "ndenumerate", "nditer" (the list of what they go through), "vectorize" (the further
             arguments are those of what it makes of the first one, a function)
    args     positional arguments, a list of V
    kwargs   keyword arguments, {"axis": V}; absent where there are none
    within   [{"call": "printoptions", "kwargs": {...}}]: what holds during the call and is undone after it
             (printoptions, set_printoptions, errstate, seterr); absent = nothing
    covers   which of the name's requirements (names.json.gz) it meets
    result   V, or error: the Python exception class that NumPy raised
    ulp      tolerance of floating results in units in the last place of the expected value; absent = the same bits
             (any NaN equals any NaN, -0.0 differs from 0.0). It applies to every floating array in result and after
    complex  "norm", only with ulp, on complex results: |got - want| <= ulp * eps * |want|, eps that of a component;
             where a component of want is not finite, each component of got must equal it as without tolerance
    floor    only with ulp: an absolute error up to this number is allowed too (sums that cancel)
    shares   positions of arguments whose memory the result, or any array in it, shares; [] = a copy;
             absent = not compared
    after    what an argument holds afterwards where the call changed it: {"0": V} by position, {"out": V} by keyword
A reader that meets a field or a form of V which it does not know counts the case as missing.

V, a value:
    true, false, null, {"str": "text"}, {"bytes": base64}, [V...] a list, {"tuple": [V...]}, {"dict": {"key": V}}
    12, {"int": "18446744073709551616"} beyond 2**53, {"float": "0x1.8p+1"} or "nan" "inf" "-inf",
    {"complex": [hexfloat, hexfloat]}
    {"type": "float32"}          a dtype or a scalar type; ">f4" where the byte order is foreign; "|S3", "<U3", "|V3"
        "StringDType(na_object=nan)" is as NumPy writes it. A structured one, here and in arrays: {"fields": [[name, type, shape, offset, title or null], ...],
        "itemsize": 12, "aligned": false}. Bytes between fields are not compared.
    {"slice": [a, b, c]}, {"ellipsis": true}, {"newaxis": true}
    {"function": "add"}          NumPy's function of that name, passed as an argument
    {"same": 0}                  the very object that is positional argument 0
    {"file": {"name": "a.npy", "data": base64}}  the path of a file of this content in an empty folder; without data it
        is not there. "members": {name: base64} instead of data are those of an archive, packed if "packed" is true. In
        after it is what the folder then holds
    {"dtype": "<f8", "shape": [2, 3], "data": base64}                                   a C-contiguous array
    {"dtype": ..., "shape": ..., "strides": [..], "offset": 8, "data": base64}          an array in its storage
        As an argument it is built exactly so: data is the whole storage, strides and offset are bytes.
        "readonly": true closes it to writing, "scalar": true makes it a NumPy scalar (0-d here).
        {"over": 0, "dtype", "shape", "strides", "offset"} is an array over the storage of positional argument 0.
        As a result: data are the elements in C order and there is no offset; strides are compared (axes of length
        1 and arrays without elements excepted) and without strides the result is C-contiguous; "writeable": false
        is there for views that must not be written; without data the elements are not compared; "scalar": true marks
        a NumPy scalar (a 0-d array here).
        Strings of any length have "strings" in place of data, their texts in C order, null where one is missing: NumPy's
        scalars of them, which are Python's str and float, are 0-d arrays here.
"""

import base64
import ctypes
import gzip
import io
import json
import struct
import zipfile
import zlib

import numpy as np

VERSION = "2.4.6"
ABSTRACT = [
    np.generic,
    np.number,
    np.integer,
    np.signedinteger,
    np.unsignedinteger,
    np.inexact,
    np.floating,
    np.complexfloating,
    np.flexible,
    np.character,
]


class Same:
    """An argument that is the same object as an earlier positional argument."""

    def __init__(self, position):
        self.position = position


class File:
    """An argument that is the path of a file; without data, of one that is not there."""

    def __init__(self, name, data=None, members=None, packed=False):
        self.name, self.data = name, data.encode() if isinstance(data, str) else data
        self.members, self.packed = members, packed
        if members is not None:
            self.data = archive(members, zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED)

    def value(self):
        """V of it: not the bytes of an archive, because zlib's versions pack differently."""
        value = {"name": self.name}
        if self.members is not None:
            value |= {"members": {name: text(data) for name, data in self.members.items()}, "packed": self.packed}
        elif self.data is not None:
            value["data"] = text(self.data)
        return {"file": value}


def archive(members, compression=zipfile.ZIP_STORED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as zip:
        for name, data in members.items():
            zip.writestr(zipfile.ZipInfo(name), data, compression)
    return stream.getvalue()


def file(name, data):
    """What a file holds; an archive's members one by one, because zlib's versions pack differently."""
    if name.endswith(".npz") and data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as zip:
            members = {member: text(zip.read(member)) for member in zip.namelist()}
        return {"file": {"name": name, "members": members}}
    return {"file": {"name": name, "data": text(data)}}


def floating(number):
    number = float(number)
    if number != number:
        return "nan"
    return number.hex() if abs(number) != float("inf") else "inf" if number > 0 else "-inf"


def type_name(dtype):
    dtype = np.dtype(dtype)
    if dtype.names is not None or dtype.kind == "T":
        return element_type(dtype)
    return dtype.name if dtype.isnative and (dtype.kind not in "SUV" or dtype.itemsize == 0) else dtype.str


def contiguous_strides(shape, itemsize):
    strides = []
    for length in reversed(shape):
        strides.insert(0, itemsize)
        itemsize *= length
    return strides


def element_type(dtype):
    if dtype.kind == "T":
        return str(dtype)
    if dtype.kind == "O" or dtype.char in "gG":
        raise TypeError(f"{dtype} is no element type of this library")
    return dtype.str if dtype.names is None else struct_type(dtype)


def struct_type(dtype):
    fields = []
    for name in dtype.names:
        inner, offset, title = (*dtype.fields[name], None)[:3]
        fields.append([name, element_type(inner.base), list(inner.shape), offset, title])
    return {"fields": fields, "itemsize": dtype.itemsize, "aligned": dtype.isalignedstruct}


def text(data):
    return base64.b64encode(data).decode()


def storage(array):
    """The bytes from an array's lowest to its highest element, and the offset of its first."""
    if array.size == 0:
        return b"", 0
    low, high = np.lib.array_utils.byte_bounds(array)
    return ctypes.string_at(low, high - low), array.__array_interface__["data"][0] - low


def argument(array, others=()):
    """An array as it lies in memory; one that lies over an earlier argument's storage refers to it."""
    value = {"dtype": element_type(array.dtype), "shape": list(array.shape)}
    for position, other in enumerate(others):
        if isinstance(other, np.ndarray) and other is not array and np.may_share_memory(other, array):
            low, high = np.lib.array_utils.byte_bounds(other)
            offset = array.__array_interface__["data"][0] - low
            mine = np.lib.array_utils.byte_bounds(array)
            if mine[0] < low or mine[1] > high:
                raise ValueError("an argument that lies over another may not reach beyond it")
            return {"over": position, **value, "strides": list(array.strides), "offset": offset}
    plain = list(array.strides) == contiguous_strides(array.shape, array.itemsize) or array.size == 0
    if array.dtype.kind == "T":
        if not plain:
            reach = [min(0, stride * (length - 1)) for stride, length in zip(array.strides, array.shape)]
            value |= {"strides": list(array.strides), "offset": -sum(reach)}
        return value | {"strings": strings(array)} | ({} if array.flags.writeable else {"readonly": True})
    if plain and array.flags.aligned:
        value["data"] = text(plain_nan(array).tobytes())
    else:
        data, offset = storage(array)
        if not array.flags.aligned:
            data, offset = b"\0" + data, offset + 1
        value |= {"strides": list(array.strides), "offset": offset, "data": text(data)}
    if not array.flags.writeable:
        value["readonly"] = True
    return value


def plain_nan(array):
    """One NaN for all: which bits a NaN has differs from processor to processor."""
    if array.dtype.names is not None:
        return plain_records(array)
    if array.dtype.kind not in "fc" or not np.isnan(array).any():
        return array
    array = array.copy()
    for part in (array.real, array.imag) if array.dtype.kind == "c" else (array,):
        part[np.isnan(part)] = np.nan
    return array


def plain_records(array):
    """The same records with zeros between the fields."""
    plain = np.zeros(array.shape, array.dtype)
    for name in array.dtype.names:
        plain[name] = plain_nan(array[name])
    return plain


def result(array, layout=True):
    value = {"dtype": element_type(array.dtype), "shape": list(array.shape)}
    plain = contiguous_strides(array.shape, array.itemsize)
    differ = [a for a, b, length in zip(array.strides, plain, array.shape) if a != b and length != 1]
    if layout and array.size and differ:
        value["strides"] = list(array.strides)
    if array.dtype.kind == "T":
        return value | {"strings": strings(array)}
    value["data"] = text(plain_nan(array).tobytes())
    return value


def strings(array):
    """The elements in C order, null for those that are not there."""
    return [item if isinstance(item, str) else None for item in array.ravel().tolist()]


def encode(value, array=result):
    """V of a Python value; `array` encodes the arrays in it."""
    inner = lambda item: encode(item, array)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, File):
        return value.value()
    if isinstance(value, np.ndarray):
        return array(value)
    if isinstance(value, np.generic):
        return {**result(np.asarray(value)), "scalar": True}
    if isinstance(value, int):
        return value if abs(value) <= 2**53 else {"int": str(value)}
    if isinstance(value, float):
        return {"float": floating(value)}
    if isinstance(value, complex):
        return {"complex": [floating(value.real), floating(value.imag)]}
    if isinstance(value, str):
        return {"str": value}
    if isinstance(value, bytes):
        return {"bytes": text(value)}
    if isinstance(value, np.dtype) or (isinstance(value, type) and issubclass(value, np.generic)):
        return {"type": value.__name__ if value in ABSTRACT else type_name(value)}
    if isinstance(value, slice):
        return {"slice": [inner(value.start), inner(value.stop), inner(value.step)]}
    if value is Ellipsis:
        return {"ellipsis": True}
    if isinstance(value, Same):
        return {"same": value.position}
    if isinstance(value, tuple):
        return {"tuple": [inner(item) for item in value]}
    if isinstance(value, list):
        return [inner(item) for item in value]
    if isinstance(value, dict):
        return {"dict": {key: inner(item) for key, item in value.items()}}
    if isinstance(value, range):
        return [inner(item) for item in value]
    if callable(value) and getattr(np, getattr(value, "__name__", ""), None) is value:
        return {"function": value.__name__}
    raise TypeError(f"no form for {type(value).__name__}: {value!r}")


def line(fields):
    return json.dumps(fields, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def pack(text_lines):
    """A gzip file with no time, no name and the same header whatever the Python."""
    data = ("\n".join(text_lines) + "\n").encode()
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    body = deflate.compress(data) + deflate.flush()
    return b"\x1f\x8b\x08\0\0\0\0\0\x02\xff" + body + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def unpack(packed):
    return gzip.decompress(packed)
