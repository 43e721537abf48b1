package io.arrayport.conformance.fuzz.cases;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

import io.arrayport.conformance.fuzz.cases.ArrowNode.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Damages members of nodes, and remembers what a refusal may name for it: the member, or one that does not agree with
 * it any more.
 */
final class ArrowDamage {
    private static final String[] FORMATS = {"", "q", "cc", "b8", "w", "w:", "w:-1", "w:99999999999", "+w", "+w:1,2",
            "+w:-3", "d", "d:", "d:5", "d:0,1", "d:5,1,33", "d:5,1,32,4", "t", "td", "tdx", "tdDD", "ts", "tss", "tsx:",
            "ttq", "tD", "tiQ", "+", "+x", "+ud", "+ud:1,1", "+us:-1", "+us:300", "+m:1", "v", "vx", "+v", "+vx", "l ",
            " l", "d:+5,1", "+ud:a", "w:0", "+w:0", "+w:2147483647", "+w:2", "n", "b", "c", "i", "l", "g", "z", "U",
            "vu", "+l", "+L", "+vl", "+s", "+m", "+r", "+ud:5,7", "+us:0", "+us:", "tdD", "tiM", "d:20,3"};
    private static final long[] IMPOSSIBLE = {-1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE + 1, -7};
    private static final int LONGEST_FORMAT = 1025;

    private final SplittableRandom random;
    private final List<ArrowNode> nodes = new ArrayList<>();
    private final TreeSet<String> names = new TreeSet<>();
    private final List<String> done = new ArrayList<>();
    private boolean fatal;
    private boolean readable = true;

    ArrowDamage(SplittableRandom random, ArrowNode root) {
        this.random = random;
        collect(root);
    }

    private void collect(ArrowNode node) {
        nodes.add(node);
        for (ArrowNode child : node.children) {
            if (child != null) {
                collect(child);
            }
        }
        if (node.schemaDictionary != null) {
            collect(node.schemaDictionary);
        }
    }

    /** What a refusal may name. */
    Set<String> names() {
        return names;
    }

    /** Whether it has to be refused. */
    boolean isFatal() {
        return fatal && done.size() == 1;
    }

    boolean isNone() {
        return done.isEmpty();
    }

    /** Makes buffers fit what is said now; returns whether all that is said may be read. */
    boolean fit() {
        boolean whole = readable;
        for (ArrowNode node : nodes) {
            whole &= node.fit();
        }
        return whole;
    }

    /** Damages one member of one node. */
    void one() {
        ArrowNode node = nodes.get(random.nextInt(nodes.size()));
        if (random.nextInt(5) < 2) {
            schema(node);
        } else {
            array(node);
        }
    }

    private void did(String what, boolean refused, String... named) {
        done.add(what);
        fatal |= refused;
        names.addAll(List.of(named));
    }

    private long impossible() {
        return IMPOSSIBLE[random.nextInt(IMPOSSIBLE.length)];
    }

    private void schema(ArrowNode node) {
        switch (random.nextInt(10)) {
            case 0, 1 -> format(node);
            case 2 -> {
                node.name = random.nextBoolean() ? null : new byte[]{'a', (byte) 0xff, 'b'};
                did("name", node.name != null, "name");
            }
            case 3, 4 -> {
                byte[] sound = node.metadata == null ? ArrowMetadata.sound(random) : node.metadata;
                byte[] damaged = ArrowMetadata.damaged(random, sound);
                node.metadata = ArrowMetadata.ends(damaged) ? damaged : null;
                did("metadata", false, "metadata");
            }
            case 5 -> {
                node.flags = random.nextLong();
                did("flags", false);
            }
            case 6 -> {
                node.fields = random.nextBoolean() ? impossible() : random.nextInt(4);
                did("schema n_children", node.fields < 0 || node.fields > 4, "n_children", "children", "format");
            }
            case 7 -> pointer(node, Pointer.values()[random.nextInt(Pointer.BUFFERS.ordinal())]);
            case 8 -> dictionary(node);
            default -> below(node, true);
        }
    }

    private void format(ArrowNode node) {
        byte[] old = node.format == null ? new byte[0] : node.format;
        switch (random.nextInt(8)) {
            case 0 -> node.format = null;
            case 1 -> {
                node.format = new byte[LONGEST_FORMAT];
                java.util.Arrays.fill(node.format, (byte) 'w');
            }
            case 2 -> {
                node.format = old.clone();
                if (old.length > 0) {
                    node.format[random.nextInt(old.length)] = (byte) random.nextInt(1, 256);
                }
            }
            default -> node.format = FORMATS[random.nextInt(FORMATS.length)].getBytes(StandardCharsets.UTF_8);
        }
        // Another type has other buffers, children, and a dictionary or none
        did("format", node.format == null, "format", "n_buffers", "n_children", "dictionary", "buffers", "children",
                "length", "offset", "null_count", "type id", "run ends", "view");
    }

    private void dictionary(ArrowNode node) {
        ArrowNode found = node.schemaDictionary;
        switch (random.nextInt(3)) {
            case 0 -> node.schemaDictionary = null;
            case 1 -> node.arrayDictionary = null;
            default -> {
                if (found == null && node.arrayDictionary == null) { // of another type, it would be read as that
                    node.schemaDictionary = new ArrowMaker(random).column(2, 2);
                }
            }
        }
        // Indices of 4 bytes may count in any dictionary, one that is too short among them
        did("dictionary", node.schemaDictionary == null != (node.arrayDictionary == null), "dictionary", "format");
    }

    private void below(ArrowNode node, boolean schema) {
        int place = node.children.isEmpty() ? -1 : random.nextInt(node.children.size());
        ArrowNode child = place < 0 ? null : node.children.get(place);
        if (child == null) {
            node.flags = random.nextLong();
            did("flags", false);
        } else if (random.nextBoolean()) {
            child.schemaReleased = schema;
            child.arrayReleased = !schema;
            did("child " + place + " released", true, "children[" + place + "]");
        } else if (schema && random.nextInt(50) == 0) {
            node.children.set(place, nodes.get(0)); // a field that is its own descendant
            did("cycle", true, "children", "n_children", "dictionary", "n_buffers", "format", "length");
        } else {
            node.children.set(place, null);
            did("child " + place + " NULL", true, "children[" + place + "]");
        }
    }

    private void array(ArrowNode node) {
        switch (random.nextInt(14)) {
            case 0, 1 -> {
                node.length = random.nextInt(3) == 0 ? impossible() : random.nextInt(24);
                did("length " + node.length, node.length < 0, "length", "offset", "null_count", "run ends",
                        "dictionary", "type id", "buffers");
            }
            case 2, 3 -> {
                node.nullCount = random.nextInt(3) == 0 ? impossible() : node.length + random.nextInt(3) - 1;
                did("null_count " + node.nullCount, node.nullCount < -1 || node.nullCount > node.length,
                        "null_count");
            }
            case 4, 5 -> {
                node.offset = random.nextInt(3) == 0 ? impossible() : random.nextInt(24);
                did("offset " + node.offset, node.offset < 0, "offset", "length", "run ends", "dictionary", "type id",
                        "buffers");
            }
            case 6 -> {
                boolean views = node.text().startsWith("v");
                long count = random.nextInt(3) == 0 ? impossible() : node.count + random.nextInt(5) - 2;
                did("n_buffers " + count, count != node.count && !views || count < 0, "n_buffers", "buffers");
                // Another buffer than it was then says how long the side buffers are
                readable &= !views || count == node.count;
                node.count = views && count < node.count && count > 3 ? 3 : count;
            }
            case 7 -> {
                long count = random.nextInt(3) == 0 ? impossible() : node.parts + random.nextInt(3) - 1;
                did("n_children " + count, count != node.parts, "n_children");
                node.parts = count;
            }
            case 8, 9 -> pointer(node, Pointer.values()[random.nextInt(Pointer.BUFFERS.ordinal(),
                    Pointer.values().length)]);
            case 10 -> {
                boolean coded = node.arrayDictionary != null || node.schemaDictionary != null;
                node.arrayDictionary = coded ? null : new ArrowMaker(random).column(2, 2);
                did("array dictionary", true, "dictionary");
            }
            case 11 -> pointer(node);
            case 12 -> below(node, false);
            default -> contents(node);
        }
    }

    /** NULL, or what is no address of a process: others may be one. */
    private long noAddress() {
        return random.nextInt(3) == 0 ? 0 : random.nextBoolean() ? random.nextLong() | Long.MIN_VALUE
                : Long.MAX_VALUE;
    }

    private void pointer(ArrowNode node, Pointer which) {
        long wild = noAddress();
        boolean coded = node.schemaDictionary != null || node.arrayDictionary != null;
        boolean refused = switch (which) {
            case FORMAT -> true;
            case NAME, METADATA -> wild != 0;
            case SCHEMA_CHILDREN -> node.fields > 0;
            case BUFFERS -> node.count > 0;
            case CHILDREN -> node.parts > 0;
            case SCHEMA_DICTIONARY, DICTIONARY -> wild != 0 || coded;
        };
        node.instead.put(which, wild);
        String name = which.name().toLowerCase(Locale.ROOT).replace("schema_", "");
        did(which + " = " + wild, refused, name, name.equals("dictionary") ? "format" : name);
    }

    private void pointer(ArrowNode node) {
        if (node.buffers.isEmpty()) {
            return;
        }
        int place = random.nextInt(node.buffers.size());
        long wild = noAddress();
        node.pointers.set(place, wild);
        // Nobody follows one to no bytes: nor may the checks that this is about
        did("buffers[" + place + "] = " + wild, false, "buffers[" + place + "]", "null_count", "buffers");
    }

    /** What lies in buffers: offsets, views, type ids, indices, run ends, bitmaps, text. */
    private void contents(ArrowNode node) {
        int place = node.buffers.isEmpty() ? -1 : random.nextInt(node.buffers.size());
        byte @Nullable [] bytes = place < 0 ? null : node.buffers.get(place);
        if (bytes == null || bytes.length == 0) {
            return;
        }
        byte[] changed = bytes.clone();
        ByteBuffer words = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        int width = Math.min(changed.length, random.nextBoolean() ? 4 : 8);
        int at = random.nextInt(changed.length / width) * width;
        if (width == 8) {
            words.putLong(at, random.nextInt(3) == 0 ? impossible() : random.nextInt(40) - 8);
        } else if (width == 4) {
            words.putInt(at, random.nextInt(3) == 0 ? (int) impossible() : random.nextInt(40) - 8);
        } else {
            changed[at] = (byte) random.nextInt(256);
        }
        boolean lengths = node.text().startsWith("v") && place == node.buffers.size() - 1;
        if (lengths) {
            // Longer than they are nobody can see; negative, or shorter, is seen
            for (int side = 0; side * 8 + 8 <= changed.length; side++) {
                long said = words.getLong(side * 8);
                words.putLong(side * 8, Math.min(said, side + 2 < node.buffers.size() - 1
                        ? lengthOf(node, side + 2) : 0));
            }
        }
        node.buffers.set(place, changed);
        did("contents of buffers[" + place + "]", false, "offset", "size", "view", "type id", "index", "dictionary",
                "run ends", "UTF-8", "buffers", "length", "null_count");
    }

    private static long lengthOf(ArrowNode node, int place) {
        byte[] bytes = node.buffers.get(place);
        return bytes == null ? 0 : bytes.length;
    }

    @Override
    public String toString() {
        return done + " in " + nodes;
    }
}
