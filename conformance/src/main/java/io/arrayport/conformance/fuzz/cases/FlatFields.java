package io.arrayport.conformance.fuzz.cases;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where every field lies in the FlatBuffers of Arrow's format: walks messages and footers by the tables of Message.fbs,
 * Schema.fbs and File.fbs.
 */
final class FlatFields {
    /** What stands in a place. */
    enum Kind {
        /** A number. */
        SCALAR,
        /** Where something else lies. */
        OFFSET,
        /** How many entries a vector has, or bytes a text. */
        COUNT
    }

    /**
     * One place.
     *
     * @param field table and field: {@code RecordBatch.nodes.length}
     * @param at of the first byte in the file
     * @param bytes it takes
     */
    record Place(String field, int at, int bytes, Kind kind) {}

    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("Message", "version:2 header_type:1 header:union bodyLength:8 custom_metadata:[KeyValue]"),
            Map.entry("Footer", "version:2 schema:Schema dictionaries:[=Block] recordBatches:[=Block]"
                    + " custom_metadata:[KeyValue]"),
            Map.entry("Schema", "endianness:2 fields:[Field] custom_metadata:[KeyValue] features:[8]"),
            Map.entry("Field", "name:text nullable:1 type_type:1 type:union dictionary:DictionaryEncoding"
                    + " children:[Field] custom_metadata:[KeyValue]"),
            Map.entry("DictionaryEncoding", "id:8 indexType:Int isOrdered:1 dictionaryKind:2"),
            Map.entry("KeyValue", "key:text value:text"),
            Map.entry("RecordBatch", "length:8 nodes:[=FieldNode] buffers:[=Buffer] compression:BodyCompression"
                    + " variadicBufferCounts:[8]"),
            Map.entry("DictionaryBatch", "id:8 data:RecordBatch isDelta:1"),
            Map.entry("BodyCompression", "codec:1 method:1"), Map.entry("Int", "bitWidth:4 is_signed:1"),
            Map.entry("FloatingPoint", "precision:2"), Map.entry("Decimal", "precision:4 scale:4 bitWidth:4"),
            Map.entry("Date", "unit:2"), Map.entry("Time", "unit:2 bitWidth:4"),
            Map.entry("Timestamp", "unit:2 timezone:text"), Map.entry("Interval", "unit:2"),
            Map.entry("Duration", "unit:2"), Map.entry("FixedSizeBinary", "byteWidth:4"),
            Map.entry("FixedSizeList", "listSize:4"), Map.entry("Map", "keysSorted:1"),
            Map.entry("Union", "mode:2 typeIds:[4]"), Map.entry("Empty", ""));
    private static final Map<String, String> STRUCTS = Map.of("Block",
            "offset:8 metaDataLength:4 padding:4 bodyLength:8",
            "FieldNode", "length:8 null_count:8", "Buffer", "offset:8 length:8");
    private static final List<String> HEADERS = List.of("Empty", "Schema", "DictionaryBatch", "RecordBatch");
    private static final List<String> TYPES = List.of("Empty", "Empty", "Int", "FloatingPoint", "Empty", "Empty",
            "Empty", "Decimal", "Date", "Time", "Timestamp", "Interval", "Empty", "Empty", "Union", "FixedSizeBinary",
            "FixedSizeList", "Map", "Duration");

    private final ByteBuffer bytes;
    private final List<Place> places = new ArrayList<>();

    private FlatFields(byte... file) {
        bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All places of a file or stream. */
    static List<Place> of(byte... file) {
        FlatFields walk = new FlatFields(file);
        if (file[0] == 'A') {
            walk.places.add(new Place("magic", 0, 6, Kind.SCALAR));
            walk.places.add(new Place("magic", file.length - 6, 6, Kind.SCALAR));
            walk.places.add(new Place("footer length", file.length - 10, 4, Kind.SCALAR));
            int footer = file.length - 10 - walk.bytes.getInt(file.length - 10);
            walk.root("Footer", footer);
            walk.messages(8, footer);
        } else {
            walk.messages(0, file.length);
        }
        return walk.places;
    }

    private void messages(int from, int to) {
        int at = from;
        while (at < to - Integer.BYTES) {
            int prefix = bytes.getInt(at) == -1 ? 8 : 4;
            int length = bytes.getInt(at + prefix - 4);
            places.add(new Place("continuation", at, 4, Kind.SCALAR));
            places.add(new Place("metadata length", at + prefix - 4, 4, Kind.SCALAR));
            if (length == 0) {
                return;
            }
            int first = places.size();
            root("Message", at + prefix);
            long body = 0;
            for (Place place : places.subList(first, places.size())) {
                body = place.field.equals("Message.bodyLength") ? bytes.getLong(place.at) : body;
            }
            at += (int) (prefix + length + body);
        }
    }

    private void root(String table, int at) {
        places.add(new Place(table, at, 4, Kind.OFFSET));
        table(table, at + bytes.getInt(at));
    }

    private void table(String table, int at) {
        int fields = at - bytes.getInt(at);
        places.add(new Place(table, at, 4, Kind.OFFSET));
        places.add(new Place(table, fields, 2, Kind.OFFSET));
        int count = (bytes.getShort(fields) - 4) / 2;
        String definition = TABLES.getOrDefault(table, "");
        String[] known = definition.isEmpty() ? new String[0] : definition.split(" ", -1);
        int union = 0;
        for (int i = 0; i < Math.min(count, known.length); i++) {
            int offset = bytes.getShort(fields + 4 + 2 * i);
            String[] parts = known[i].split(":", 2);
            String name = table + "." + parts[0];
            places.add(new Place(name, fields + 4 + 2 * i, 2, Kind.OFFSET));
            if (offset == 0) {
                continue;
            }
            if (parts[0].endsWith("_type")) {
                union = bytes.get(at + offset);
            }
            field(name, parts[1].equals("union") ? of(table.equals("Message") ? HEADERS : TYPES, union) : parts[1],
                    at + offset);
        }
    }

    private static String of(List<String> tables, int union) {
        return union < tables.size() ? tables.get(union) : "Empty";
    }

    private void field(String name, String type, int at) {
        if (Character.isDigit(type.charAt(0))) {
            places.add(new Place(name, at, Integer.parseInt(type), Kind.SCALAR));
            return;
        }
        places.add(new Place(name, at, 4, Kind.OFFSET));
        int target = at + bytes.getInt(at);
        if (type.equals("text")) {
            places.add(new Place(name, target, 4, Kind.COUNT));
            for (int i = 0; i < bytes.getInt(target); i++) {
                places.add(new Place(name, target + 4 + i, 1, Kind.SCALAR));
            }
        } else if (type.startsWith("[")) {
            places.add(new Place(name, target, 4, Kind.COUNT));
            vector(name, type.substring(1, type.length() - 1), target + 4, bytes.getInt(target));
        } else {
            table(type, target);
        }
    }

    private void vector(String name, String type, int at, int count) {
        @Nullable
        String struct = type.startsWith("=") ? STRUCTS.get(type.substring(1)) : null;
        int next = at;
        for (int i = 0; i < count; i++) {
            if (struct != null) {
                for (String member : struct.split(" ", -1)) {
                    String[] parts = member.split(":", 2);
                    int width = Integer.parseInt(parts[1]);
                    places.add(new Place(name + "." + parts[0], next, width, Kind.SCALAR));
                    next += width;
                }
            } else {
                field(name, type, next);
                next += Character.isDigit(type.charAt(0)) ? Integer.parseInt(type) : 4;
            }
        }
    }
}
