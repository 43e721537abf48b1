package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link TextFilling} by 64 bytes at a time: all of a result is filled, and its string written over that. The
 * places of both in one vector take three masks for it, which are twice as many instructions.
 */
final class VectorFilling implements TextKernel {
    /** @param twin does the same */
    record Spec(TextOp.Spec text, TextKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Chars CHARS = SPEC.text().chars();
    private static final int UNIT = SPEC.text().unit();
    private static final boolean CENTER = SPEC.text().op() == TextOp.CENTER;
    private static final boolean BEHIND = SPEC.text().op() == TextOp.LJUST;
    private static final boolean SIGNED = SPEC.text().op() == TextOp.ZFILL;
    private static final TextKernel TWIN = SPEC.twin();
    private static final VectorSpecies<Byte> SPECIES = ByteVector.SPECIES_512;
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int STEP = 64;

    @Override
    public void look(long[] at, long[] strides, long[] widths, long n) {
        TWIN.look(at, strides, widths, n);
    }

    @Override
    public void run(long[] at, long[] strides, long[] widths, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long a = at[0];
        long wanted = at[1];
        long fill = at[2];
        long width = widths[3];
        for (long i = 0, to = at[3]; i < n; i++, to += strides[3]) {
            long most = Math.min(Raw.i64(wanted), width);
            long length = Math.min(CHARS.length(a, widths[0]), width);
            long room = Math.max(most, length) - length;
            long left = CENTER ? Math.min(room / 2 + (room & most & 1), room) : BEHIND ? 0 : room;
            int character = CHARS.get(fill, 0);
            fill(character, to, width * UNIT);
            copy(a, to + left * UNIT, length * UNIT);
            if (SIGNED && length > 0) {
                sign(CHARS.get(a, 0), to, left * UNIT, character);
            }
            CHARS.end(to + (length + room) * UNIT, to, width);
            a += strides[0];
            wanted += strides[1];
            fill += strides[2];
        }
    }

    private static void fill(int character, long to, long bytes) {
        long done = 0;
        for (; bytes - done > STEP; done += STEP) {
            put(each(character), to + done, -1);
        }
        put(each(character), to + done, first(bytes - done));
    }

    private static void copy(long from, long to, long bytes) {
        long done = 0;
        for (; bytes - done > STEP; done += STEP) {
            put(load(from + done, -1), to + done, -1);
        }
        put(load(from + done, first(bytes - done)), to + done, first(bytes - done));
    }

    /** So many bits, of 64. */
    private static long first(long n) {
        return n == STEP ? -1L : (1L << n) - 1;
    }

    /** Of what is not loaded nothing is looked at, be there memory or not. */
    private static ByteVector load(long at, long lanes) {
        return exact(ByteVector.fromMemorySegment(SPECIES, Raw.MEMORY, Raw.address(at), ByteOrder.nativeOrder(),
                VectorMask.fromLong(SPECIES, lanes)));
    }

    private static void put(ByteVector v, long to, long lanes) {
        v.intoMemorySegment(Raw.MEMORY, Raw.address(to), ByteOrder.nativeOrder(), VectorMask.fromLong(SPECIES, lanes));
    }

    private static ByteVector each(int character) {
        return exact(UNIT == 1 ? ByteVector.broadcast(SPECIES, (byte) character)
                : IntVector.broadcast(IntVector.SPECIES_512, character).reinterpretAsBytes());
    }

    /** A sign goes before what fills. */
    private static void sign(int character, long to, long left, int fill) {
        if (character == '+' || character == '-') {
            CHARS.put(to + left, fill);
            CHARS.put(to, character);
        }
    }

    /** The cast that {@link Template} tells of. */
    private static ByteVector exact(Vector<?> v) {
        return (ByteVector) VECTOR.cast(v);
    }
}
