package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Template: {@link BinaryKernel} a vector at a time where the result and at least one input are contiguous and the
 * other input is contiguous or one repeated element, or where elements of inputs lie two apart or backwards; its scalar
 * twin has the rest.
 */
final class VectorBinary<E> implements BinaryKernel {
    /** How two vectors become one. */
    enum Kind {
        /** By a vector operation. */
        LANEWISE,
        /** The first where it compares so or is nan, else the second. */
        SELECT,
        /** The first where it compares so or the second is nan, else the second. */
        SELECT_NUMBER,
        /** 1 where the first compares so, else 0: of bytes only, which bools are too. */
        TEST
    }

    /**
     * @param op for LANEWISE
     * @param comparison for the others
     * @param bool whether inputs have to be made 0 or 1
     * @param far the same on shorter vectors, for two arrays that no cache holds
     */
    record Spec(Kind kind, VectorOperators.Binary op, VectorOperators.Comparison comparison, boolean bool,
            VectorSpecies<?> species, BinaryKernel twin, @Nullable BinaryKernel far) {

        static Spec lanewise(VectorOperators.Binary op, boolean bool, VectorSpecies<?> species, BinaryKernel twin) {
            return new Spec(Kind.LANEWISE, op, VectorOperators.EQ, bool, species, twin, null);
        }

        static Spec comparing(Kind kind, VectorOperators.Comparison comparison, boolean bool,
                VectorSpecies<?> species, BinaryKernel twin) {
            return new Spec(kind, VectorOperators.ADD, comparison, bool, species, twin, null);
        }

        Spec on(VectorSpecies<?> shorter) {
            return new Spec(kind, op, comparison, bool, shorter, twin, null);
        }

        Spec with(BinaryKernel kernel) {
            return new Spec(kind, op, comparison, bool, species, twin, kernel);
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Kind KIND = SPEC.kind();
    private static final VectorOperators.Binary OP = SPEC.op();
    private static final VectorOperators.Comparison COMPARISON = SPEC.comparison();
    private static final boolean BOOL = SPEC.bool();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final VectorSpecies<?> WHOLE = Repeated.whole(SPECIES);
    private static final BinaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = SPECIES.elementSize() / Byte.SIZE;
    private static final int STEP = LENGTH * ELEMENT;
    private static final long PART = Template.PART * LENGTH;
    /** Of parts that begin with their last vector, which may be far away: short ones take up to a seventh longer. */
    private static final long LONG_PART = 64 * PART;
    private static final int ROWS = 4;
    private static final @Nullable BinaryKernel FAR = SPEC.far();
    /** Whether lanes are chosen from two vectors by one instruction: inputs two apart or backwards are brought so. */
    private static final boolean STEPS = STEP == 64 && ELEMENT >= Integer.BYTES;
    private static final Class<?> WHOLE_VECTOR = WHOLE.vectorType();
    private static final Vector<?> ALL = lanes(0, 1);
    private static final Vector<?> EVEN = lanes(0, 2);
    private static final Vector<?> BACKWARDS = lanes(LENGTH - 1, -1);

    private static Vector<?> lanes(int first, int step) {
        return STEPS ? WHOLE.broadcast(first).addIndex(step) : WHOLE.zero();
    }

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        if (n < LENGTH || outStride != ELEMENT || !(aStride == ELEMENT && (bStride == ELEMENT || bStride == 0)
                || aStride == 0 && bStride == ELEMENT)) {
            if (n > LENGTH && outStride == ELEMENT && takesSteps(aStride, bStride)) {
                steps(a, aStride, b, bStride, out, n);
            } else {
                TWIN.run(a, aStride, b, bStride, out, outStride, n);
            }
            return;
        }
        if (FAR != null && n * ELEMENT >= FAR_BYTES && aStride == bStride) {
            FAR.run(a, aStride, b, bStride, out, outStride, n);
            return;
        }
        long done = 0;
        for (; n - done >= 2 * LONG_PART; done += LONG_PART) {
            part(a + done * aStride, aStride, b + done * bStride, bStride, out + done * outStride, LONG_PART);
        }
        part(a + done * aStride, aStride, b + done * bStride, bStride, out + done * outStride, n - done);
    }

    @Override
    public int element() {
        return ELEMENT;
    }

    @Override
    public BinaryKernel far() {
        return FAR == null ? this : FAR;
    }

    @Override
    public boolean takesSteps(long aStride, long bStride) {
        return STEPS && isStep(aStride) && isStep(bStride);
    }

    private static boolean isStep(long stride) {
        return stride == ELEMENT || stride == 2L * ELEMENT || stride == -ELEMENT;
    }

    /** The element behind the last of every other one must not be read: the twin has the last few. */
    private void steps(long a, long aStride, long b, long bStride, long out, long n) {
        long whole = (n - 1) / LENGTH * LENGTH;
        for (long done = 0; done < whole; done += PART) {
            stepped(a + done * aStride, aStride, b + done * bStride, bStride, out + done * ELEMENT,
                    Math.min(PART, whole - done));
        }
        TWIN.run(a + whole * aStride, aStride, b + whole * bStride, bStride, out + whole * ELEMENT, ELEMENT,
                n - whole);
    }

    /** Both inputs are read in one loop: brought together one after the other, they wait twice for memory. */
    private void stepped(long a, long aStride, long b, long bStride, long out, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<Object> aLanes = whole(order(aStride));
        Vector<Object> bLanes = whole(order(bStride));
        long p = Raw.address(a + start(aStride));
        long q = Raw.address(b + start(bStride));
        long to = Raw.address(out);
        int aNext = aStride > ELEMENT ? STEP : 0;
        int bNext = bStride > ELEMENT ? STEP : 0;
        int aStep = (int) aStride * LENGTH;
        int bStep = (int) bStride * LENGTH;
        int aAt = 0;
        int bAt = 0;
        for (int i = 0; i < (int) n * ELEMENT; i += STEP) {
            store(op(chosen(aLanes, p + aAt, p + aAt + aNext), chosen(bLanes, q + bAt, q + bAt + bNext)), to + i);
            aAt += aStep;
            bAt += bStep;
        }
    }

    private static Vector<?> order(long stride) {
        return stride == ELEMENT ? ALL : stride < 0 ? BACKWARDS : EVEN;
    }

    /** Bytes between the first element and where its vector begins. */
    private static int start(long stride) {
        return stride < 0 ? ELEMENT - STEP : 0;
    }

    private Vector<E> chosen(Vector<Object> lanes, long address, long next) {
        return exact(whole(lanes.selectFrom(word(address), word(next))).reinterpretShape(SPECIES, 0));
    }

    private static Vector<Object> word(long address) {
        return whole(WHOLE.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }

    @SuppressWarnings("unchecked") // ints or longs
    private static Vector<Object> whole(Vector<?> v) {
        return (Vector<Object>) WHOLE_VECTOR.cast(v);
    }

    private void part(long a, long aStride, long b, long bStride, long out, long n) {
        if (bStride == 0) {
            right(a, b, out, n);
        } else if (aStride == 0) {
            left(a, b, out, n);
        } else {
            both(a, b, out, n);
        }
    }

    // Parts are counted by ints from known addresses (Raw.address), or short rows would cost what is before their loop.
    // The last vector ends with the last element and overlaps its neighbour. It is computed first, because in place the
    // loop will have overwritten its inputs; where the two overlap both store the same values.

    private void both(long a, long b, long out, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long p = Raw.address(a);
        long q = Raw.address(b);
        long to = Raw.address(out);
        int last = (int) (n - LENGTH) * ELEMENT;
        Vector<E> end = op(load(p + last), load(q + last));
        for (int i = 0; i < last; i += STEP) {
            store(op(load(p + i), load(q + i)), to + i);
        }
        store(end, to + last);
    }

    @Override
    public long fold(long acc, long accStride, long in, long inStride, long step, long rows, long n) {
        if (accStride != ELEMENT || inStride != ELEMENT || n < LENGTH || KIND == Kind.TEST) {
            return 0;
        }
        long done = 0;
        for (; rows - done >= ROWS; done += ROWS) {
            long from = in + done * step;
            long at = 0;
            for (; n - at >= 2 * PART; at += PART) {
                four(acc + at * ELEMENT, from + at * ELEMENT, step, PART);
            }
            four(acc + at * ELEMENT, from + at * ELEMENT, step, n - at);
        }
        return done;
    }

    /** Four rows, so that results are read and written once for them. */
    private void four(long acc, long in, long step, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long sums = Raw.address(acc);
        long first = Raw.address(in);
        long second = Raw.address(in + step);
        long third = Raw.address(in + 2 * step);
        long fourth = Raw.address(in + 3 * step);
        int last = (int) (n - LENGTH) * ELEMENT;
        Vector<E> end = op(op(op(op(load(sums + last), load(first + last)), load(second + last)), load(third + last)),
                load(fourth + last));
        for (int i = 0; i < last; i += STEP) {
            store(op(op(op(op(load(sums + i), load(first + i)), load(second + i)), load(third + i)), load(fourth + i)),
                    sums + i);
        }
        store(end, sums + last);
    }

    private void right(long a, long b, long out, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long p = Raw.address(a);
        long to = Raw.address(out);
        int last = (int) (n - LENGTH) * ELEMENT;
        Vector<E> repeated = repeat(b);
        Vector<E> end = op(load(p + last), repeated);
        for (int i = 0; i < last; i += STEP) {
            store(op(load(p + i), repeated), to + i);
        }
        store(end, to + last);
    }

    private void left(long a, long b, long out, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long p = Raw.address(b);
        long to = Raw.address(out);
        int last = (int) (n - LENGTH) * ELEMENT;
        Vector<E> repeated = repeat(a);
        Vector<E> end = op(repeated, load(p + last));
        for (int i = 0; i < last; i += STEP) {
            store(op(repeated, load(p + i)), to + i);
        }
        store(end, to + last);
    }

    private Vector<E> op(Vector<E> a, Vector<E> b) {
        return exact(KIND == Kind.LANEWISE ? a.lanewise(OP, b) : compared(a, b));
    }

    private Vector<E> compared(Vector<E> a, Vector<E> b) {
        return KIND != Kind.TEST ? b.blend(a, wins(a, b)) : ones(a.compare(COMPARISON, b));
    }

    private VectorMask<E> wins(Vector<E> a, Vector<E> b) {
        Vector<E> suspect = KIND == Kind.SELECT ? a : b;
        return a.compare(COMPARISON, b).or(suspect.compare(VectorOperators.NE, suspect));
    }

    @SuppressWarnings("unchecked") // as exact
    private Vector<E> ones(VectorMask<E> mask) {
        return ((Vector<E>) SPECIES.zero()).blend(1, mask);
    }

    private static void store(Vector<?> vector, long address) {
        vector.intoMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }

    private Vector<E> load(long address) {
        return truth(exact(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder())));
    }

    private Vector<E> repeat(long address) {
        return exact(Exact.of(WHOLE, WHOLE.broadcast(bits(address))).reinterpretShape(SPECIES, 0));
    }

    private static long bits(long address) {
        long bits = Repeated.bits(ELEMENT, address);
        return BOOL ? Math.min(bits & 0xFF, 1) : bits;
    }

    private Vector<E> truth(Vector<E> v) {
        return BOOL ? exact(v.lanewise(VectorOperators.UMIN, 1)) : v;
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
