package io.arrayport.conformance.fuzz.cases;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

/** Sound columns of any type, of few rows, some nested. */
final class ArrowMaker {
    private static final String[] FLAT = {"b", "c", "C", "s", "S", "i", "I", "l", "L", "e", "f", "g", "tdD", "tdm",
            "tts", "ttm", "ttu", "ttn", "tss:", "tsu:UTC", "tDs", "tDn", "tiM", "tiD", "tin", "w:5", "d:9,2,32",
            "d:18,2,64", "d:20,3", "d:40,-2,256"};
    private static final String[] INDICES = {"c", "C", "s", "S", "i", "I", "l", "L"};
    private static final String[] NESTED = {"+s", "+l", "+L", "+vl", "+vL", "+w:3", "+m", "+ud:5,7", "+us:1,0", "+r",
            "dictionary"};
    private static final int DEEPEST = 2;
    private static final int VIEW = 16;

    private final SplittableRandom random;

    ArrowMaker(SplittableRandom random) {
        this.random = random;
    }

    /** A column of so many rows at least. */
    ArrowNode column(int least, int depth) {
        ArrowNode node = switch (random.nextInt(depth < DEEPEST ? 10 : 6)) {
            case 0, 1, 2 -> flat(one(FLAT), least);
            case 3 -> random.nextInt(4) == 0 ? rows("n", least) : text(one("z", "Z", "u", "U"), least);
            case 4 -> text(one("z", "Z", "u", "U"), least);
            case 5 -> views(one("vz", "vu"), least);
            default -> nested(one(NESTED), least, depth + 1);
        };
        node.name = one("", "x", "größe", "a name of some length").getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(6) == 0) {
            node.metadata = ArrowMetadata.sound(random);
        }
        return node;
    }

    String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private ArrowNode rows(String format, int least) {
        return new ArrowNode(format, least + random.nextInt(3), random.nextInt(3) == 0 ? random.nextInt(10) : 0);
    }

    private byte[] bytes(long count) {
        byte[] bytes = new byte[(int) count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Begins with the bitmap, if there is one, and says how many nulls it has. */
    private ArrowNode valid(ArrowNode node) {
        int rows = (int) node.rows();
        if (random.nextBoolean()) {
            return node.buffer((byte[]) null);
        }
        byte[] bitmap = bytes(Math.ceilDiv(rows, 8));
        for (long row = node.offset; row < rows; row++) {
            node.nullCount += 1 - (bitmap[(int) row / 8] >> row % 8 & 1);
        }
        if (random.nextBoolean()) {
            node.nullCount = -1;
        }
        return node.buffer(bitmap);
    }

    private ArrowNode flat(String format, int least) {
        ArrowNode node = valid(rows(format, least));
        ArrowWidths widths = ArrowWidths.of(format);
        return node.buffer(bytes(widths == null ? 0 : Math.ceilDiv(node.rows() * widths.bits(), 8L)));
    }

    /** Rising numbers from {@code first} on; one more than rows, but for no rows. */
    private long[] rising(long rows, int step) {
        long[] offsets = new long[(int) (rows == 0 ? 0 : rows + 1)];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + random.nextInt(step);
        }
        return offsets;
    }

    private static long last(long... offsets) {
        return offsets.length == 0 ? 0 : offsets[offsets.length - 1];
    }

    private ArrowNode text(String format, int least) {
        ArrowNode node = valid(rows(format, least));
        long[] offsets = rising(node.rows(), 7);
        int width = format.equals("z") || format.equals("u") ? 4 : 8;
        return node.buffer(ArrowNode.numbers(width, offsets)).buffer(letters((int) last(offsets)));
    }

    private byte[] letters(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(26));
        }
        return bytes;
    }

    private ArrowNode views(String format, int least) {
        ArrowNode node = valid(rows(format, least));
        int sides = random.nextInt(3);
        int[] lengths = new int[sides];
        for (int side = 0; side < sides; side++) {
            lengths[side] = 16 + random.nextInt(40);
        }
        java.nio.ByteBuffer views = java.nio.ByteBuffer.allocate((int) node.rows() * VIEW)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < node.rows(); row++) {
            int side = sides == 0 ? 0 : random.nextInt(sides);
            int size = sides == 0 ? random.nextInt(13) : random.nextInt(lengths[side] + 1);
            views.putInt(row * VIEW, size);
            if (size <= 12) {
                views.put(row * VIEW + 4, letters(12));
            } else {
                views.put(row * VIEW + 4, letters(4)).putInt(row * VIEW + 8, side).putInt(row * VIEW + 12,
                        random.nextInt(lengths[side] - size + 1));
            }
        }
        node.buffer(views.array());
        long[] said = new long[sides];
        for (int side = 0; side < sides; side++) {
            node.buffer(letters(lengths[side]));
            said[side] = lengths[side];
        }
        return node.buffer(ArrowNode.numbers(8, said));
    }

    private ArrowNode nested(String format, int least, int depth) {
        return switch (format) {
            case "+s" -> struct(least, depth);
            case "+l", "+L" -> list(format, least, depth);
            case "+vl", "+vL" -> listViews(format, least, depth);
            case "+w:3" -> {
                ArrowNode node = valid(rows(format, least));
                yield node.child(column((int) node.rows() * 3, depth));
            }
            case "+m" -> map(least);
            case "+ud:5,7", "+us:1,0" -> union(format, least, depth);
            case "+r" -> runs(least, depth);
            default -> dictionary(least, depth);
        };
    }

    private ArrowNode struct(int least, int depth) {
        ArrowNode node = valid(rows("+s", least));
        for (int i = random.nextInt(3); i > 0; i--) {
            node.child(column((int) node.rows(), depth));
        }
        return node;
    }

    private ArrowNode list(String format, int least, int depth) {
        ArrowNode node = valid(rows(format, least));
        long[] offsets = rising(node.rows(), 3);
        return node.buffer(ArrowNode.numbers(format.equals("+l") ? 4 : 8, offsets))
                .child(column((int) last(offsets), depth));
    }

    private ArrowNode listViews(String format, int least, int depth) {
        ArrowNode node = valid(rows(format, least));
        ArrowNode child = column(random.nextInt(6), depth);
        long[] offsets = new long[(int) node.rows()];
        long[] sizes = new long[offsets.length];
        for (int row = 0; row < offsets.length; row++) {
            offsets[row] = random.nextLong(child.length + 1);
            sizes[row] = random.nextLong(child.length - offsets[row] + 1);
        }
        int width = format.equals("+vl") ? 4 : 8;
        return node.buffer(ArrowNode.numbers(width, offsets)).buffer(ArrowNode.numbers(width, sizes)).child(child);
    }

    private ArrowNode map(int least) {
        ArrowNode node = valid(rows("+m", least));
        long[] offsets = rising(node.rows(), 3);
        ArrowNode entries = new ArrowNode("+s", last(offsets), 0).buffer((byte[]) null);
        entries.flags = 0;
        ArrowNode key = flat("i", (int) last(offsets));
        key.flags = 0;
        key.nullCount = 0;
        entries.child(key).child(flat("g", (int) last(offsets)));
        return node.buffer(ArrowNode.numbers(4, offsets)).child(entries);
    }

    private ArrowNode union(String format, int least, int depth) {
        ArrowNode node = rows(format, least);
        boolean dense = format.startsWith("+ud");
        int rows = (int) node.rows();
        ArrowNode[] both = {column(Math.max(1, rows), depth), column(Math.max(1, rows), depth)};
        long[] ids = new long[rows];
        long[] offsets = new long[rows];
        for (int row = 0; row < rows; row++) {
            int which = random.nextInt(2);
            ids[row] = dense ? 5 + 2 * which : 1 - which;
            offsets[row] = random.nextLong(both[which].length);
        }
        node.buffer(ArrowNode.numbers(1, ids));
        return (dense ? node.buffer(ArrowNode.numbers(4, offsets)) : node).child(both[0]).child(both[1]);
    }

    private ArrowNode runs(int least, int depth) {
        ArrowNode node = rows("+r", least);
        int count = node.rows() == 0 ? random.nextInt(2) : 1 + random.nextInt(3);
        long[] ends = new long[count];
        for (int i = 0; i < count; i++) {
            ends[i] = (i == 0 ? 0 : ends[i - 1]) + 1 + random.nextInt(4);
        }
        if (count > 0) {
            ends[count - 1] = Math.max(ends[count - 1], node.rows());
        }
        String format = one("s", "i", "l");
        ArrowNode child = new ArrowNode(format, count, 0).buffer((byte[]) null)
                .buffer(ArrowNode.numbers(format.equals("s") ? 2 : format.equals("i") ? 4 : 8, ends));
        child.flags = 0;
        return node.child(child).child(column(count, depth));
    }

    private ArrowNode dictionary(int least, int depth) {
        ArrowNode node = valid(rows(one(INDICES), least));
        ArrowNode values = column(1 + random.nextInt(4), depth);
        long[] indices = new long[(int) node.rows()];
        for (int row = 0; row < indices.length; row++) {
            indices[row] = random.nextLong(values.length);
        }
        @Nullable
        ArrowWidths widths = ArrowWidths.of(node.text());
        node.buffer(ArrowNode.numbers(widths == null ? 8 : widths.bits() / 8, indices));
        node.schemaDictionary = values;
        node.arrayDictionary = values;
        return node;
    }
}
