package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link TextSearch} for one string, from the front, and counts of one character, by 64 bytes at a time: all
 * places of the first character at once, as which one it is cannot be foreseen.
 */
final class VectorSearch implements TextKernel {
    /** @param twin does the same */
    record Spec(TextOp.Spec text, TextKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Chars CHARS = SPEC.text().chars();
    private static final int UNIT = SPEC.text().unit();
    private static final boolean COUNT = SPEC.text().op() == TextOp.COUNT;
    private static final TextKernel TWIN = SPEC.twin();
    private static final VectorSpecies<Byte> SPECIES = ByteVector.SPECIES_512;
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int STEP = 64 / UNIT;

    @Override
    public void run(long[] at, long[] strides, long[] widths, long n) {
        int length = strides[1] == 0 && n > 0 ? CHARS.length(at[1], widths[1]) : 0;
        if (COUNT ? length == 1 : length > 0) {
            search(at, strides, widths[0], length, n);
        } else {
            TWIN.run(at, strides, widths, n);
        }
    }

    private static void search(long[] at, long[] strides, long width, int subLength, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long a = at[0];
        long first = at[2];
        long last = at[3];
        long out = at[4];
        int character = CHARS.get(at[1], 0);
        for (long i = 0; i < n; i++) {
            int length = TextKernels.isWhole(first, last, width) ? (int) width : CHARS.length(a, width);
            int start = TextKernels.bound(Raw.i64(first), length);
            int places = Math.min(TextKernels.bound(Raw.i64(last), length), length) - subLength + 1;
            Raw.i64(out, COUNT ? count(a, character, start, places)
                    : find(a, character, at[1], subLength, start, places));
            a += strides[0];
            first += strides[2];
            last += strides[3];
            out += strides[4];
        }
    }

    private static int count(long a, int character, int start, int places) {
        int count = 0;
        for (int i = start; places - i > 0; i += STEP) {
            count += Long.bitCount(equal(a + (long) i * UNIT, places - i, character));
        }
        return count;
    }

    private static int find(long a, int character, long sub, int n, int start, int places) {
        for (int i = start; places - i > 0; i += STEP) {
            long there = equal(a + (long) i * UNIT, places - i, character);
            while (n > 1 && there != 0 && !isAt(a, i, there, sub, n)) {
                there &= there - 1;
            }
            int place = there == 0 ? -1 : i + Long.numberOfTrailingZeros(there);
            if (places - i <= STEP || place >= 0) { // mostly there is one step, and nothing to be foreseen
                return place;
            }
        }
        return -1;
    }

    private static boolean isAt(long a, int i, long there, long sub, int n) {
        return CHARS.same(a + (i + (long) Long.numberOfTrailingZeros(there)) * UNIT, sub, n);
    }

    /** Which of the next characters are equal. */
    private static long equal(long at, int n, int character) {
        long lanes = n >= STEP ? -1L >>> Long.SIZE - STEP : (1L << n) - 1;
        return (UNIT == 1 ? bytes(load(at, lanes), character) : ints(load(at, bytes(n)), character)) & lanes;
    }

    private static long bytes(int n) {
        return n >= STEP ? -1L : (1L << n * UNIT) - 1;
    }

    /** Of what is not loaded nothing is looked at, be there memory or not. */
    private static ByteVector load(long at, long lanes) {
        return exact(ByteVector.fromMemorySegment(SPECIES, Raw.MEMORY, Raw.address(at), ByteOrder.nativeOrder(),
                VectorMask.fromLong(SPECIES, lanes)));
    }

    private static long bytes(ByteVector v, int character) {
        return v.compare(VectorOperators.EQ, (byte) character).toLong();
    }

    private static long ints(ByteVector v, int character) {
        return Exact.ints(v).compare(VectorOperators.EQ, character).toLong();
    }

    /** The cast that {@link Template} tells of. */
    private static ByteVector exact(Vector<?> v) {
        return (ByteVector) VECTOR.cast(v);
    }
}
