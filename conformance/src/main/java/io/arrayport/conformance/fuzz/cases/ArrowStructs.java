package io.arrayport.conformance.fuzz.cases;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

import io.arrayport.conformance.fuzz.cases.ArrowNode.Pointer;
import io.arrayport.core.foreign.NativeCode;
import io.arrayport.core.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Writes nodes down as the structs of the C data interface, each struct, array of pointers, text and buffer between
 * guards, and counts what is released.
 */
final class ArrowStructs {
    static final int SCHEMA_BYTES = 72;
    static final int ARRAY_BYTES = 80;
    static final int DEVICE_BYTES = 128;
    static final int SCHEMA_RELEASE = 56;
    static final int ARRAY_RELEASE = 64;
    private static final int MOST_POINTERS = 64;
    private static final FunctionDescriptor RELEASE = FunctionDescriptor.ofVoid(JAVA_LONG);
    private static final long SCHEMA = NativeCode.stub(MethodHandles.lookup(), "schemaReleased", RELEASE);
    private static final long ARRAY = NativeCode.stub(MethodHandles.lookup(), "arrayReleased", RELEASE);
    private static final long CHILD = NativeCode.stub(MethodHandles.lookup(), "childReleased", RELEASE);
    private static int schemas;
    private static int arrays;
    private static int parts;

    private final Guarded memory;
    private final IdentityHashMap<ArrowNode, Long> written = new IdentityHashMap<>();

    ArrowStructs(Guarded memory) {
        this.memory = memory;
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static void schemaReleased(long self) {
        schemas++;
        word(self + SCHEMA_RELEASE, 0);
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static void arrayReleased(long self) {
        arrays++;
        word(self + ARRAY_RELEASE, 0);
    }

    /** Target of an upcall: those of children nobody calls who did not move them. */
    @SuppressWarnings("unused") // found by name
    private static void childReleased(long self) {
        parts++;
    }

    static void forgetReleases() {
        schemas = 0;
        arrays = 0;
        parts = 0;
    }

    /** Each struct that was taken is released once, and no child on its own. */
    static void checkReleases(int expectedSchemas, int expectedArrays) {
        Wrong.unless(schemas == expectedSchemas && arrays == expectedArrays && parts == 0, "released " + schemas
                + " of " + expectedSchemas + " schemas, " + arrays + " of " + expectedArrays + " arrays, and " + parts
                + " children");
    }

    static void word(long address, long value) {
        Memory.RAW.set(JAVA_LONG_UNALIGNED, address, value);
    }

    static void integer(long address, int value) {
        Memory.RAW.set(JAVA_INT_UNALIGNED, address, value);
    }

    /** Writes an {@code ArrowSchema}; returns its address. */
    long schema(ArrowNode root) {
        written.clear();
        long address = memory.before(SCHEMA_BYTES);
        schema(root, address, SCHEMA);
        return address;
    }

    /** Fills the 72 bytes of a schema. */
    void schema(ArrowNode root, long address) {
        written.clear();
        schema(root, address, SCHEMA);
    }

    private void schema(ArrowNode node, long at, long release) {
        written.put(node, at);
        put(at, node, Pointer.FORMAT, text(node.format));
        put(at + 8, node, Pointer.NAME, text(node.name));
        put(at + 16, node, Pointer.METADATA, node.metadata == null ? 0 : memory.holding(node.metadata));
        word(at + 24, node.flags);
        word(at + 32, node.fields);
        put(at + 40, node, Pointer.SCHEMA_CHILDREN, pointers(node.fields, node.children, true));
        put(at + 48, node, Pointer.SCHEMA_DICTIONARY,
                node.schemaDictionary == null ? 0 : below(node.schemaDictionary, true));
        word(at + SCHEMA_RELEASE, node.schemaReleased ? 0 : release);
        word(at + 64, node.flags * 31);
    }

    private static void put(long at, ArrowNode node, Pointer which, long pointer) {
        word(at, node.instead.getOrDefault(which, pointer));
    }

    private long text(byte @Nullable [] text) {
        return text == null ? 0 : memory.holding(Arrays.copyOf(text, text.length + 1));
    }

    private long below(ArrowNode node, boolean schema) {
        Long there = written.get(node);
        if (there != null) {
            return there;
        }
        long address = memory.before(schema ? SCHEMA_BYTES : ARRAY_BYTES);
        if (schema) {
            schema(node, address, CHILD);
        } else {
            array(node, address, CHILD);
        }
        return address;
    }

    /** As many pointers as are said to be; NULL for those that there are not. */
    private long pointers(long said, List<@Nullable ArrowNode> nodes, boolean schema) {
        int count = (int) (said < 0 || said > MOST_POINTERS ? 0 : said);
        long address = memory.before((long) count * Long.BYTES);
        for (int i = 0; i < count; i++) {
            ArrowNode node = i < nodes.size() ? nodes.get(i) : null;
            word(address + (long) i * Long.BYTES, node == null ? 0 : below(node, schema));
        }
        return address;
    }

    /** Writes an {@code ArrowArray} at the beginning of that many bytes; returns its address. */
    long array(ArrowNode root, long bytes) {
        long address = memory.before(bytes);
        fill(root, address);
        return address;
    }

    /** Fills the 80 bytes of an array. */
    void fill(ArrowNode root, long address) {
        written.clear();
        array(root, address, ARRAY);
    }

    private void array(ArrowNode node, long at, long release) {
        written.put(node, at);
        word(at, node.length);
        word(at + 8, node.nullCount);
        word(at + 16, node.offset);
        word(at + 24, node.count);
        word(at + 32, node.parts);
        put(at + 40, node, Pointer.BUFFERS, buffers(node));
        put(at + 48, node, Pointer.CHILDREN, pointers(node.parts, node.children, false));
        put(at + 56, node, Pointer.DICTIONARY,
                node.arrayDictionary == null ? 0 : below(node.arrayDictionary, false));
        word(at + ARRAY_RELEASE, node.arrayReleased ? 0 : release);
        word(at + 72, node.length * 31);
    }

    private long buffers(ArrowNode node) {
        int count = (int) (node.count < 0 || node.count > MOST_POINTERS ? 0 : node.count);
        long address = memory.before((long) count * Long.BYTES);
        for (int i = 0; i < count; i++) {
            long pointer = 0;
            if (i < node.buffers.size()) {
                byte[] bytes = node.buffers.get(i);
                Long other = node.pointers.get(i);
                pointer = other != null ? other : bytes == null ? 0 : buffer(bytes, node.flags);
            }
            word(address + (long) i * Long.BYTES, pointer);
        }
        return address;
    }

    /** Most end at a guard, some begin at one. */
    private long buffer(byte[] bytes, long which) {
        if (which % 3 != 0 || bytes.length == 0) {
            return memory.holding(bytes);
        }
        long address = memory.behind(bytes.length);
        Guarded.write(address, bytes);
        return address;
    }
}
