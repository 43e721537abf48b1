"""A small reader and writer of Arrow IPC files, for the example scripts only: numpy and the standard library.

It knows what the examples need and refuses the rest by name: uncompressed files of fixed-width numbers without nulls,
dictionaries or nesting. Metadata is FlatBuffers; both directions go by Arrow's field numbers (Schema.fbs, Message.fbs,
File.fbs), never by offsets seen in one particular file.
"""

import mmap
import os
import struct

import numpy as np

MAGIC = b"ARROW1"
ALIGNMENT = 64
_CONTINUATION = 0xFFFFFFFF
_SCHEMA, _RECORD_BATCH = 1, 3  # union MessageHeader
_INT, _FLOATING_POINT = 2, 3  # union Type
_FLOAT_WIDTHS = {0: 2, 1: 4, 2: 8}  # enum Precision -> bytes
_V5 = 4  # enum MetadataVersion


class ArrowFormatError(ValueError):
    """The file is not an Arrow IPC file, is damaged, or uses what this reader does not know."""


class Table:
    """A read-only view of one FlatBuffers table; fields are named by their number in Arrow's schemas."""

    def __init__(self, data, position):
        self._data, self._position = data, position
        self._vtable = position - _unpack("<i", data, position)
        self._vtable_size = _unpack("<H", data, self._vtable)

    @classmethod
    def root(cls, data):
        return cls(data, _unpack("<I", data, 0))

    def _field(self, number):
        slot = 4 + 2 * number
        if slot + 2 > self._vtable_size:
            return None
        offset = _unpack("<H", self._data, self._vtable + slot)
        return self._position + offset if offset else None

    def _follow(self, number):
        at = self._field(number)
        return None if at is None else at + _unpack("<I", self._data, at)

    def scalar(self, number, code, default=0):
        at = self._field(number)
        return default if at is None else _unpack("<" + code, self._data, at)

    def has(self, number):
        return self._field(number) is not None

    def table(self, number):
        at = self._follow(number)
        if at is None:
            raise ArrowFormatError(f"damaged metadata: table field {number} is missing")
        return Table(self._data, at)

    def string(self, number):
        at = self._follow(number)
        if at is None:
            return ""
        size = _unpack("<I", self._data, at)
        return bytes(self._data[at + 4:at + 4 + size]).decode(errors="replace")

    def tables(self, number):
        slots = self._vector(number, 4)
        return [Table(self._data, slot + _unpack("<I", self._data, slot)) for slot in slots]

    def structs(self, number, layout):
        slots = self._vector(number, struct.calcsize(layout))
        return [struct.unpack_from(layout, self._data, slot) for slot in slots]

    def _vector(self, number, size):
        """The positions of a vector's elements; checked, because a damaged count could ask for any amount of memory."""
        at = self._follow(number)
        if at is None:
            return range(0)
        count = _unpack("<I", self._data, at)
        if at + 4 + size * count > len(self._data):
            raise ArrowFormatError(f"damaged metadata: a vector of {count} elements in {len(self._data)} bytes")
        return range(at + 4, at + 4 + size * count, size)


class ArrowReader:
    """An Arrow IPC file, mapped; ``batches()`` gives read-only views of it, one dict of columns per record batch."""

    def __init__(self, path):
        size = os.path.getsize(path)
        if size < 2 * len(MAGIC) + 6:
            raise ArrowFormatError(f"{path}: {size} bytes are too few for an Arrow IPC file")
        with open(path, "rb") as file:
            self._data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        self._path = path
        if bytes(self._data[:6]) != MAGIC or bytes(self._data[-6:]) != MAGIC:
            raise ArrowFormatError(f"{path}: does not begin and end with ARROW1: not an Arrow IPC file, or truncated")
        footer_size = _unpack("<i", self._data, size - 10)
        if not 0 < footer_size <= size - 18:
            raise ArrowFormatError(f"{path}: a footer of {footer_size} bytes does not fit into {size} bytes")
        footer = Table.root(self._data[size - 10 - footer_size:size - 10])
        if footer.structs(2, "<qi4xq"):
            raise ArrowFormatError(f"{path}: dictionaries are not read")
        schema = footer.table(1)
        if schema.scalar(0, "h") != 0:
            raise ArrowFormatError(f"{path}: big-endian data are not read")
        self.schema = {field.string(0): _dtype(field) for field in schema.tables(1)}
        self._blocks = footer.structs(3, "<qi4xq")

    def batches(self):
        for number in range(len(self._blocks)):
            yield self._batch(number)

    def columns(self):
        """All batches as one dict of whole columns (a copy where there is more than one batch)."""
        parts = list(self.batches())
        if len(parts) == 1:
            return parts[0]
        empty = [np.empty(0, dtype) for dtype in self.schema.values()]
        return {name: np.concatenate([none] + [part[name] for part in parts])
                for name, none in zip(self.schema, empty)}

    def _batch(self, number):
        offset, metadata_size, body_size = self._blocks[number]
        where = f"{self._path}: record batch {number}"
        body = offset + metadata_size
        if min(offset, metadata_size, body_size) < 0 or body + body_size > len(self._data):
            raise ArrowFormatError(f"{where} lies outside the file")
        # Files written before Arrow 0.15 have no continuation marker in front of the metadata's length.
        prefix = 8 if _unpack("<I", self._data, offset) == _CONTINUATION else 4
        message = Table.root(self._data[offset + prefix:body])
        if message.scalar(1, "B") != _RECORD_BATCH:
            raise ArrowFormatError(f"{where}: the message is of another kind")
        header = message.table(2)
        if header.has(3):
            raise ArrowFormatError(f"{where}: compressed buffers are not read")
        rows = header.scalar(0, "q")
        if rows < 0:
            raise ArrowFormatError(f"{where} has {rows} rows")
        nodes, buffers = header.structs(1, "<qq"), header.structs(2, "<qq")
        if len(nodes) != len(self.schema) or len(buffers) != 2 * len(self.schema):
            raise ArrowFormatError(f"{where}: {len(nodes)} nodes and {len(buffers)} buffers for "
                                   f"{len(self.schema)} columns")
        columns = {}
        for (name, dtype), (length, nulls), (start, size) in zip(self.schema.items(), nodes, buffers[1::2]):
            if nulls or length != rows:
                raise ArrowFormatError(f"{where}, column {name}: {nulls} nulls, {length} of {rows} rows")
            if start < 0 or size < rows * dtype.itemsize or start + size > body_size:
                raise ArrowFormatError(f"{where}, column {name}: its buffer lies outside the body")
            columns[name] = np.frombuffer(self._data, dtype, rows, body + start)
        return columns


class ArrowWriter:
    """Writes record batches one by one into a binary file; every buffer starts at a multiple of 64 in the file."""

    def __init__(self, file, schema):
        self._file, self._blocks = file, []
        self._schema = {name: np.dtype(dtype) for name, dtype in schema.items()}
        self._file.write(MAGIC + b"\0\0")
        self._position = 8
        self._message(_SCHEMA, _schema_table(self._schema), 0)

    def write(self, columns):
        nodes, buffers, parts, body_size = [], [], [], 0
        for name, dtype in self._schema.items():
            column = np.ascontiguousarray(columns[name])
            if column.dtype != dtype:
                raise ValueError(f"column {name}: expected {dtype}, got {column.dtype}")
            padding = -column.nbytes % ALIGNMENT
            nodes.append(struct.pack("<qq", len(column), 0))
            buffers += [struct.pack("<qq", body_size, 0), struct.pack("<qq", body_size, column.nbytes)]
            parts += [column, bytes(padding)]
            body_size += column.nbytes + padding
        batch = [("q", len(column)), ("structs", nodes), ("structs", buffers)]
        offset, metadata_size = self._message(_RECORD_BATCH, batch, body_size)
        self._blocks.append(struct.pack("<qi4xq", offset, metadata_size, body_size))
        for part in parts:
            self._file.write(part)
        self._position += body_size

    def finish(self):
        footer = flatbuffer([("h", _V5), ("table", _schema_table(self._schema)), ("structs", []),
                             ("structs", self._blocks)])
        self._file.write(struct.pack("<II", _CONTINUATION, 0) + footer + struct.pack("<i", len(footer)) + MAGIC)

    def _message(self, kind, header, body_size):
        message = flatbuffer([("h", _V5), ("B", kind), ("table", header), ("q", body_size)])
        start = self._position
        # The padding belongs to the metadata, so that the body that follows starts at a multiple of 64.
        message += bytes(-(start + 8 + len(message)) % ALIGNMENT)
        self._file.write(struct.pack("<Ii", _CONTINUATION, len(message)) + message)
        self._position += 8 + len(message)
        return start, 8 + len(message)


def flatbuffer(root):
    """A FlatBuffer of one root table: a list of (kind, value) by field number, None where a field is absent.

    Kinds are a struct code for a scalar, "string", "table" (a list like the root), "tables" (a list of such lists) or
    "structs" (a list of packed structs). Children are written after their parent, so that offsets point forward.
    """
    out = bytearray(8)
    struct.pack_into("<I", out, 0, _write_table(out, root))
    out += bytes(-len(out) % 8)
    return bytes(out)


def _write_table(out, fields):
    # Every field gets a slot of eight bytes: a little wasteful, and aligned for every scalar there is.
    slots = [8 + 8 * number if field else 0 for number, field in enumerate(fields)]
    vtable_size = 4 + 2 * len(fields)
    out += bytes(-(len(out) + vtable_size) % 8)
    vtable = len(out)
    out += struct.pack(f"<HH{len(fields)}H", vtable_size, 8 + 8 * len(fields), *slots)
    table = len(out)
    out += struct.pack("<i", table - vtable) + bytes(4 + 8 * len(fields))
    for slot, field in zip(slots, fields):
        if field is None:
            continue
        kind, value = field
        if len(kind) == 1:
            struct.pack_into("<" + kind, out, table + slot, value)
        else:
            target = _write_child(out, kind, value)
            struct.pack_into("<I", out, table + slot, target - (table + slot))
    return table


def _write_child(out, kind, value):
    if kind == "table":
        return _write_table(out, value)
    if kind == "string":
        text = value.encode()
        out += bytes(-len(out) % 4)
        at = len(out)
        out += struct.pack("<I", len(text)) + text + b"\0"
        return at
    out += bytes((4 - len(out)) % 8)  # the count takes four bytes, the elements after it are aligned to eight
    at = len(out)
    out += struct.pack("<I", len(value))
    if kind == "structs":
        out += b"".join(value)
        return at
    out += bytes(4 * len(value))
    for number, fields in enumerate(value):
        slot = at + 4 + 4 * number
        target = _write_table(out, fields)
        struct.pack_into("<I", out, slot, target - slot)
    return at


def _schema_table(schema):
    fields = []
    for name, dtype in schema.items():
        if dtype.kind == "f":
            kind, details = _FLOATING_POINT, [("h", {2: 0, 4: 1, 8: 2}[dtype.itemsize])]
        else:
            kind, details = _INT, [("i", 8 * dtype.itemsize), ("?", dtype.kind == "i")]
        fields.append([("string", name), ("?", True), ("B", kind), ("table", details), None, ("tables", [])])
    return [("h", 0), ("tables", fields)]


def _dtype(field):
    name, kind, details = field.string(0), field.scalar(2, "B"), field.table(3)
    if kind == _INT and details.scalar(0, "i") in (8, 16, 32, 64):
        return np.dtype(f"<{'i' if details.scalar(1, '?') else 'u'}{details.scalar(0, 'i') // 8}")
    if kind == _FLOATING_POINT and details.scalar(0, "h") in _FLOAT_WIDTHS:
        return np.dtype(f"<f{_FLOAT_WIDTHS[details.scalar(0, 'h')]}")
    raise ArrowFormatError(f"column {name}: Arrow type number {kind} is not read")


def _unpack(layout, data, position):
    # struct counts negative offsets from the end, which in a damaged file would read something unrelated.
    if position < 0 or position + struct.calcsize(layout) > len(data):
        raise ArrowFormatError(f"damaged metadata: an offset of {position} in {len(data)} bytes")
    return struct.unpack_from(layout, data, position)[0]
