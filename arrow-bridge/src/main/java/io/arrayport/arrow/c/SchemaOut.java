package io.arrayport.arrow.c;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.DTypeException;

/** Writes a field as an {@code ArrowSchema}. */
final class SchemaOut {
    private SchemaOut() {}

    /**
     * Fills the struct at {@code address}, which is the consumer's memory. Where it fails, nothing stays.
     *
     * @throws DTypeException where a type has no format, or a name or format is none in C
     */
    static void write(ArrowField field, long address) {
        Raw.clear(address, Struct.SCHEMA.size);
        byte[] format = text(field, "format", Formats.of(field.type()));
        byte[] name = text(field, "name", field.name());
        byte[] metadata = metadata(field.metadata());
        List<ArrowField> below = new ArrayList<>(field.children());
        if (field.type() instanceof ArrowType.Dictionary coded) {
            below.add(coded.values());
        }
        int children = field.children().size();
        long pointers = below.size() * Struct.SCHEMA.size;
        long strings = pointers + children * Struct.WORD;
        long block = Calls.malloc(strings + metadata.length + format.length + name.length);
        Raw.clear(block, pointers);
        Exported export = new Exported(Struct.SCHEMA, block, block, below.size());
        try {
            for (int i = 0; i < below.size(); i++) {
                write(below.get(i), export.child(i));
            }
            // Metadata first: its numbers like to be aligned
            long metadataAt = block + strings;
            long formatAt = metadataAt + metadata.length;
            long nameAt = formatAt + format.length;
            Raw.bytes(metadataAt, metadata);
            Raw.bytes(formatAt, format);
            Raw.bytes(nameAt, name);
            for (int i = 0; i < children; i++) {
                Raw.word(block + pointers + i * Struct.WORD, export.child(i));
            }
            Raw.word(address + Struct.FORMAT, formatAt);
            Raw.word(address + Struct.NAME, nameAt);
            Raw.word(address + Struct.METADATA, metadata.length == 0 ? 0 : metadataAt);
            Raw.word(address + Struct.FLAGS, flags(field));
            Raw.word(address + Struct.SCHEMA_N_CHILDREN, children);
            Raw.word(address + Struct.SCHEMA_CHILDREN, children == 0 ? 0 : block + pointers);
            Raw.word(address + Struct.SCHEMA_DICTIONARY, below.size() == children ? 0 : export.child(children));
            LiveExports.arm(export, address);
        } catch (RuntimeException | Error refused) {
            ArrayOut.undo(export);
            throw refused;
        }
    }

    private static long flags(ArrowField field) {
        long flags = field.nullable() ? Struct.NULLABLE : 0;
        return switch (field.type()) {
            case ArrowType.Maps map when map.sorted() -> flags | Struct.MAP_KEYS_SORTED;
            case ArrowType.Dictionary coded when coded.ordered() -> flags | Struct.DICTIONARY_ORDERED;
            default -> flags;
        };
    }

    /** As C has it, which ends it with a NUL: with another one the consumer would read less. */
    private static byte[] text(ArrowField field, String what, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new DTypeException("structs: the " + what + " of field '" + field.name().replace("\0", "\\0")
                    + "' has a NUL, where C ends it; give it another one");
        }
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text + "\0"));
            byte[] utf8 = new byte[bytes.remaining()];
            bytes.get(utf8);
            return utf8;
        } catch (CharacterCodingException surrogate) {
            throw new DTypeException("structs: the " + what + " of field '" + field.name()
                    + "' has half a surrogate pair, which is no character; give it another one", surrogate);
        }
    }

    private static byte[] metadata(Map<String, String> metadata) {
        if (metadata.isEmpty()) {
            return new byte[0];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(integer(metadata.size()));
        metadata.forEach((key, value) -> {
            for (String part : List.of(key, value)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                out.writeBytes(integer(bytes.length));
                out.writeBytes(bytes);
            }
        });
        return out.toByteArray();
    }

    private static byte[] integer(int value) {
        return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(value).array();
    }
}
