package io.arrayport.conformance.fuzz.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.arrayport.conformance.fuzz.cases.FlatFields.Kind;
import io.arrayport.conformance.fuzz.cases.FlatFields.Place;

/**
 * What a refusal may name when a field of a file's metadata is damaged: the field, in the words of the format, or one
 * that does not agree with it any more.
 */
final class FileWords {
    /** Any byte of a file. */
    static final Place ANYWHERE = new Place("anywhere", 0, 0, Kind.OFFSET);
    /** Each is a field of the format, or a part of a file that it names. */
    private static final List<String> ALL = List.of("ARROW1", "footer", "version", "schema", "fields", "endian", "name",
            "type", "children", "custom_metadata", "dictionar", "recordBatches", "offset", "metaDataLength",
            "bodyLength",
            "header", "length", "nodes", "null_count", "buffer", "variadicBufferCounts", "compress", "byteWidth",
            "listSize", "typeIds", "Message", "metadata length", "index", "view", "size", "UTF-8", "run ends", "child");
    /** A file that is cut off says where, and what should have been there. */
    static final Set<String> OF_CUTS = Set.of("truncated", "bodyLength", "the end of the file at byte",
            "the end of the stream",
            "found an empty file", "begins with ARROW1");
    /** Bytes that are taken for others: what lies in buffers is wrong then. */
    private static final List<String> CONTENTS = List.of("offset", "view", "type id", "index", "run ends", "UTF-8",
            "size", "buffer");
    private static final List<String> OF_TYPES = List.of("type", "buffer", "child", "dictionary", "offset", "run ends",
            "index", "nodes", "view", "UTF-8", "size", "length");
    private static final Map<String, List<String>> BY_FIELD = Map.ofEntries(Map.entry("magic", List.of("ARROW1",
            "FEA1", "PAR1")), Map.entry("footer length", List.of("footer")),
            Map.entry("Message.version", List.of("version", "nodes and buffers")),
            Map.entry("Footer.version", List.of("version")),
            Map.entry("Schema.endianness", List.of("endian")), Map.entry("RecordBatch.length", List.of("length")),
            Map.entry("RecordBatch.nodes.length", List.of("length", "null_count", "rows", "offset", "index")),
            Map.entry("RecordBatch.nodes.null_count", List.of("null_count")),
            Map.entry("BodyCompression.codec", List.of("compress")),
            Map.entry("FixedSizeBinary.byteWidth", List.of("byteWidth", "values buffer")),
            Map.entry("FixedSizeList.listSize", List.of("listSize", "length")),
            Map.entry("Union.mode", OF_TYPES), Map.entry("Union.typeIds", List.of("typeIds", "type id")),
            Map.entry("DictionaryEncoding.id", List.of("dictionary")),
            Map.entry("DictionaryBatch.id", List.of("dictionary")),
            Map.entry("DictionaryBatch.isDelta", List.of("delta")),
            Map.entry("RecordBatch.variadicBufferCounts", List.of("variadicBufferCounts", "buffers", "buffer")));

    private FileWords() {}

    /** What may be named for these places together. */
    static Set<String> of(List<Place> places) {
        Set<String> words = new TreeSet<>();
        for (Place place : places) {
            words.addAll(of(place));
        }
        return words;
    }

    private static List<String> of(Place place) {
        String field = place.field();
        if (place.kind() != Kind.SCALAR) {
            return ALL;
        }
        List<String> own = BY_FIELD.get(field);
        if (own != null) {
            return own;
        }
        if (field.startsWith("RecordBatch.buffers.")) {
            return CONTENTS;
        }
        if (field.startsWith("Footer.recordBatches.") || field.startsWith("Footer.dictionaries.")
                || field.equals("Message.bodyLength") || field.equals("Message.header_type")
                || field.endsWith(" length") || field.equals("continuation")) {
            return ALL; // another place is read then, as what it is not
        }
        return field.equals("Field.type_type") || isType(field) ? OF_TYPES
                : List.of(field.substring(field.indexOf('.') + 1), "UTF-8", "valid text");
    }

    private static boolean isType(String field) {
        return field.startsWith("Int.") || field.startsWith("FloatingPoint.") || field.startsWith("Decimal.")
                || field.startsWith("Date.") || field.startsWith("Time.") || field.startsWith("Interval.")
                || field.endsWith(".unit");
    }
}
