package io.arrayport.arrow;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Memory;

/**
 * Sound structs with something wrong in them: any member of any struct of a tree, but for pointers, which are made NULL
 * and no other address, and counts of bytes that nobody could check, which are made impossible and not just too large.
 */
final class HostileStructs {
    static final int SCHEMA_BYTES = 72;
    static final int ARRAY_BYTES = 80;
    private static final String[] FORMATS = {"", "q", "cc", "b8", "w", "w:", "w:-1", "w:99999999999", "+w", "+w:1,2",
            "+w:-3", "d", "d:", "d:5", "d:0,1", "d:5,1,33", "d:5,1,32,4", "t", "td", "tdx", "tdDD", "ts", "tss", "tsx:",
            "ttq", "tD", "tiQ", "+", "+x", "+ud", "+ud:1,1", "+us:-1", "+us:300", "+m:1", "v", "vx", "+v", "+vx", "l ",
            " l", "d:+5,1", "+ud:a"};

    private HostileStructs() {}

    static long word(long address) {
        return Memory.RAW.get(JAVA_LONG_UNALIGNED, address);
    }

    static void word(long address, long value) {
        Memory.RAW.set(JAVA_LONG_UNALIGNED, address, value);
    }

    /** All structs of a tree, itself first. */
    static List<Long> tree(long address, boolean schema) {
        List<Long> all = new ArrayList<>(List.of(address));
        long count = word(address + 32);
        long children = word(address + (schema ? 40 : 48));
        for (int i = 0; i < count; i++) {
            all.addAll(tree(word(children + i * 8L), schema));
        }
        long dictionary = word(address + (schema ? 48 : 56));
        if (dictionary != 0) {
            all.addAll(tree(dictionary, schema));
        }
        return all;
    }

    private static long oneOf(Random random, long... values) {
        return values[random.nextInt(values.length)];
    }

    /** Puts one wrong thing into an array's struct. */
    static void spoilArray(long at, Random random) {
        long length = word(at);
        switch (random.nextInt(9)) {
            case 0 -> word(at, oneOf(random, -1, Long.MIN_VALUE, Long.MAX_VALUE, length / 2, 0));
            case 1 -> word(at + 8, oneOf(random, -2, Long.MIN_VALUE, Long.MAX_VALUE, length + 1, -1, length));
            case 2 -> word(at + 16, oneOf(random, -1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - length));
            case 3 -> word(at + 24, oneOf(random, -1, 0, 1, word(at + 24) - 1, Long.MAX_VALUE));
            case 4 -> word(at + 32, oneOf(random, -1, 0, 1, word(at + 32) - 1, Long.MAX_VALUE));
            case 5 -> word(at + 40, 0);
            case 6 -> word(at + 48, 0);
            case 7 -> word(at + 56, 0);
            default -> {
                long buffers = word(at + 24);
                if (buffers > 0 && word(at + 40) != 0) {
                    word(word(at + 40) + random.nextInt((int) Math.min(buffers, 5)) * 8L, 0);
                }
            }
        }
    }

    /** Puts one wrong thing into a schema's struct. */
    static void spoilSchema(long at, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> word(at, 0);
            case 1 -> {
                byte[] format = (FORMATS[random.nextInt(FORMATS.length)] + "\0")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                word(at, Zoo.bytes(format).storage().address());
            }
            case 2 -> word(at + 24, random.nextLong());
            case 3 -> word(at + 32, oneOf(random, -1, Long.MAX_VALUE, Integer.MAX_VALUE, word(at + 32) - 1));
            case 4 -> word(at + 40, 0);
            case 5 -> word(at + 48, 0);
            case 6 -> {
                if (word(at + 16) != 0) {
                    Memory.RAW.set(JAVA_INT_UNALIGNED, word(at + 16) + random.nextInt(2) * 4L,
                            (int) oneOf(random, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 27));
                }
            }
            default -> {
                if (word(at + 8) != 0) {
                    Memory.RAW.set(JAVA_BYTE, word(at + 8), (byte) 0xff);
                }
            }
        }
    }

    /** A JVM of its own: whatever is wrong, the process lives, and every struct is released. */
    static final class Main {
        public static void main(String[] args) {
            Random random = new Random(Long.parseLong(args[0]));
            int rounds = Integer.parseInt(args[1]);
            List<ArrowColumn> columns = Zoo.columns().toList();
            int refused = 0;
            for (int round = 0; round < rounds; round++) {
                ArrowColumn column = columns.get(round % columns.size());
                try (CStructs structs = ArrowC.structs(column)) {
                    boolean schema = random.nextBoolean();
                    List<Long> tree = tree(schema ? structs.schema() : structs.array(), schema);
                    long at = tree.get(random.nextInt(tree.size()));
                    if (schema) {
                        spoilSchema(at, random);
                    } else {
                        spoilArray(at, random);
                    }
                    try (ArrowColumn found = ArrowC.column(structs.schema(), structs.array())) {
                        // A format of more bytes than there are is a wild pointer; what is said to be alike is read
                        if (found.length() <= Zoo.ROWS && found.field().holdsAs(column.field())) {
                            AllRows.read(found);
                        }
                    } catch (ForeignDescriptorException | ZeroCopyException expected) {
                        refused++;
                    }
                }
            }
            System.out.println("refused " + refused + " live " + ArrowC.liveExports());
        }
    }
}
