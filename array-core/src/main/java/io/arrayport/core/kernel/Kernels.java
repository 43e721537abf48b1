package io.arrayport.core.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;

import io.arrayport.core.backend.Op;
import org.jspecify.annotations.Nullable;

/**
 * The kernels of this machine, each made when it is first asked for and then kept. Any thread may ask; two that ask
 * at once may both make one, of which one stays.
 *
 * <p>Inputs of a kernel have one lane; {@link #output} is the lane of what it writes. Which operations there are on
 * which lanes, the loops of the ufuncs say; nothing else may be asked for.
 */
public final class Kernels {
    private static final int LANES = Lane.values().length;
    private static final int OPS = Op.values().length;
    private static final AtomicReferenceArray<UnaryKernel> UNARY = new AtomicReferenceArray<>(OPS * LANES);
    private static final AtomicReferenceArray<BinaryKernel> BINARY = new AtomicReferenceArray<>(OPS * LANES);
    private static final AtomicReferenceArray<BinaryKernel> SCALED = new AtomicReferenceArray<>(OPS * LANES);
    private static final AtomicReferenceArray<ScanKernel> SCAN = new AtomicReferenceArray<>(OPS * LANES * LANES);
    private static final AtomicReferenceArray<BinaryKernel> INTO = new AtomicReferenceArray<>(OPS * LANES * LANES);
    private static final AtomicReferenceArray<ArgKernel> ARG = new AtomicReferenceArray<>(OPS * LANES);
    private static final AtomicReferenceArray<CountKernel> COUNT = new AtomicReferenceArray<>(LANES);
    private static final AtomicReferenceArray<PositionKernel> POSITIONS = new AtomicReferenceArray<>(1);
    private static final AtomicReferenceArray<BitKernel> BITS = new AtomicReferenceArray<>(1);
    private static final AtomicReferenceArray<ReduceKernel> REDUCE = new AtomicReferenceArray<>(OPS * LANES * LANES);
    private static final AtomicReferenceArray<ClipKernel> CLIP = new AtomicReferenceArray<>(LANES);
    private static final AtomicReferenceArray<SelectKernel> SELECT = new AtomicReferenceArray<>(LANES);
    private static final AtomicReferenceArray<SortKernel> SORT = new AtomicReferenceArray<>(LANES);
    private static final AtomicReferenceArray<SearchKernel> SEARCH = new AtomicReferenceArray<>(LANES);

    private static final AtomicReferenceArray<ProductKernel> PRODUCT = new AtomicReferenceArray<>(2 * LANES);
    private static final AtomicReferenceArray<PanelProduct> PANELS = new AtomicReferenceArray<>(LANES);

    private Kernels() {}

    /** Returns whether {@link #reduce} gives a kernel. */
    public static boolean hasReduce(Op op, Lane in, Lane acc) {
        if (ScalarTest.isLogical(op)) {
            return acc == Lane.BOOL;
        }
        if (op.inputs() != 2 || output(op, in) != in) {
            return false;
        }
        return acc == in || widens(op, in, acc);
    }

    private static boolean widens(Op op, Lane in, Lane acc) {
        return (op == Op.ADD || op == Op.MULTIPLY) && (acc == Lane.I64 || acc == Lane.U64)
                && (in.isInteger() || in == Lane.BOOL);
    }

    /** Returns whether {@link #into} gives a kernel. */
    public static boolean hasInto(Op op, Lane in, Lane acc) {
        return acc == in && output(op, in) == in || widens(op, in, acc);
    }

    /** Returns whether a reduction into {@code acc} has the same bits in any order. */
    public static boolean isFree(Op op, Lane acc) {
        return ScalarTest.isLogical(op) || acc.isInteger() && Step.isFree(op);
    }

    /** Returns the lane of results. */
    public static Lane output(Op op, Lane lane) {
        return switch (op.result()) {
            case SAME -> lane.isTime() ? quotient(op) : lane;
            case TRUTH -> Lane.BOOL;
            case PART -> lane.part();
            case EXPONENT -> Lane.I32;
            case COUNT -> Lane.U8;
            case LENGTH -> Lane.I64;
        };
    }

    /** Quotients of times are numbers. */
    private static Lane quotient(Op op) {
        return op == Op.DIVIDE ? Lane.F64 : op == Op.FLOOR_DIVIDE ? Lane.I64 : Lane.TIME;
    }

    /**
     * Returns the kernel that multiplies or divides times by numbers, which stand second, into times.
     *
     * @param op MULTIPLY, DIVIDE or FLOOR_DIVIDE
     * @param number F64 or I64
     */
    public static BinaryKernel scaled(Op op, Lane number) {
        int key = key(op, number);
        BinaryKernel kernel = SCALED.getAcquire(key);
        return kernel != null ? kernel
                : keep(SCALED, key, Simd.scalar().scaled(op, number));
    }

    /** Takes the kernel that has won in the place of those that raced. */
    static void settle(Op op, Lane lane, UnaryKernel raced, UnaryKernel winner) {
        UNARY.compareAndSet(key(op, lane), raced, winner);
    }

    /** As {@link #settle(Op, Lane, UnaryKernel, UnaryKernel)}. */
    static void settle(Op op, Lane lane, BinaryKernel raced, BinaryKernel winner) {
        BINARY.compareAndSet(key(op, lane), raced, winner);
    }

    /** Returns the kernel of {@code op} on {@code lane}, into {@link #output}. */
    public static UnaryKernel unary(Op op, Lane lane) {
        int key = key(op, lane);
        UnaryKernel kernel = UNARY.getAcquire(key);
        if (kernel != null) {
            return kernel;
        }
        check(op.inputs() == 1, "unary kernel", op, lane);
        return keep(UNARY, key,
                Simd.isRaced() ? new RacedUnary.Function(op, lane) : Simd.provider().unary(op, lane));
    }

    /** Returns the kernel of {@code op} on {@code lane}, into {@link #output}. */
    public static BinaryKernel binary(Op op, Lane lane) {
        int key = key(op, lane);
        BinaryKernel kernel = BINARY.getAcquire(key);
        if (kernel != null) {
            return kernel;
        }
        check(op.inputs() == 2, "binary kernel", op, lane);
        BinaryKernel made = Simd.isRaced() ? new RacedBinary(op, lane) : Simd.provider().binary(op, lane);
        return keep(BINARY, key, op == Op.POWER ? PowerKernel.of(made, lane) : made);
    }

    /**
     * Returns the kernel that multiplies numbers of {@code lane} by powers of 2, rounded once: its second input is
     * exponents.
     *
     * @param wide whether these are int64, not int32
     */
    public static BinaryKernel scaling(Lane lane, boolean wide) {
        return new Scaling(lane, wide);
    }

    /**
     * Returns the kernel that reduces {@code in} by {@code op} into {@code acc}: the same lane, I64 or U64 where
     * integers or bools are added or multiplied, BOOL where truths are combined.
     */
    public static ReduceKernel reduce(Op op, Lane in, Lane acc) {
        int key = key(op, in) * LANES + acc.ordinal();
        ReduceKernel kernel = REDUCE.getAcquire(key);
        if (kernel != null) {
            return kernel;
        }
        check(hasReduce(op, in, acc), "reduction into " + acc, op, in);
        return keep(REDUCE, key,
                Simd.isRaced() ? new RacedReduce(op, in, acc) : Simd.provider().reduce(op, in, acc));
    }

    /**
     * Returns the kernel that combines {@code acc}, which stands first, with {@code in} into {@code acc}: for the same
     * lanes as {@link #reduce}, but for truths of other lanes.
     */
    public static BinaryKernel into(Op op, Lane in, Lane acc) {
        if (in == acc) {
            return binary(op, in);
        }
        int key = key(op, in) * LANES + acc.ordinal();
        BinaryKernel kernel = INTO.getAcquire(key);
        if (kernel != null) {
            return kernel;
        }
        check(hasInto(op, in, acc), "combination into " + acc, op, in);
        return keep(INTO, key, Simd.provider().into(op, in, acc));
    }

    /** As {@link #into}, to the bit what {@link #scan} gives: products of complex numbers are rounded at every step. */
    public static BinaryKernel carried(Op op, Lane in, Lane acc) {
        if (op != Op.MULTIPLY || !acc.isComplex()) {
            return into(op, in, acc);
        }
        int key = key(op, in) * LANES + acc.ordinal();
        BinaryKernel kernel = INTO.getAcquire(key);
        return kernel != null ? kernel : keep(INTO, key, Simd.scalar().carried(op, acc));
    }

    /** Returns the kernel that accumulates {@code in} by {@code op} into {@code acc}, as {@link #carried} does. */
    public static ScanKernel scan(Op op, Lane in, Lane acc) {
        int key = key(op, in) * LANES + acc.ordinal();
        ScanKernel kernel = SCAN.getAcquire(key);
        if (kernel != null) {
            return kernel;
        }
        check(hasInto(op, in, acc), "scan into " + acc, op, in);
        return keep(SCAN, key, Simd.provider().scan(op, in, acc));
    }

    /** Returns the kernel that finds order statistics of {@code lane}. */
    public static SelectKernel select(Lane lane) {
        SelectKernel kernel = SELECT.getAcquire(lane.ordinal());
        return kernel != null ? kernel : keep(SELECT, lane.ordinal(), Simd.provider().select(lane));
    }

    /** Returns the kernel that sorts elements of {@code lane}. */
    public static SortKernel sort(Lane lane) {
        SortKernel kernel = SORT.getAcquire(lane.ordinal());
        return kernel != null ? kernel : keep(SORT, lane.ordinal(), Simd.provider().sort(lane));
    }

    /** Returns the kernel that finds elements of {@code lane} among sorted ones. */
    public static SearchKernel search(Lane lane) {
        SearchKernel kernel = SEARCH.getAcquire(lane.ordinal());
        return kernel != null ? kernel : keep(SEARCH, lane.ordinal(), Simd.provider().search(lane));
    }

    /** Returns the kernel that finds the greatest element, by MAXIMUM, or the least, by MINIMUM. */
    public static ArgKernel arg(Op op, Lane lane) {
        int key = key(op, lane);
        ArgKernel kernel = ARG.getAcquire(key);
        if (kernel != null) {
            return kernel;
        }
        check(op == Op.MAXIMUM || op == Op.MINIMUM, "search", op, lane);
        return keep(ARG, key, Simd.provider().arg(op, lane));
    }

    /** Returns the kernel that brings elements of {@code lane}, which counts no time, between two bounds. */
    public static ClipKernel clip(Lane lane) {
        ClipKernel kernel = CLIP.getAcquire(lane.ordinal());
        return kernel != null ? kernel : keep(CLIP, lane.ordinal(), Simd.provider().clip(lane));
    }

    /** Returns the kernel that counts what is not 0. */
    public static CountKernel count(Lane lane) {
        CountKernel kernel = COUNT.getAcquire(lane.ordinal());
        return kernel != null ? kernel : keep(COUNT, lane.ordinal(), Simd.provider().count(lane));
    }

    /** Returns the kernel that writes down where bools are true. */
    public static PositionKernel positions() {
        PositionKernel kernel = POSITIONS.getAcquire(0);
        return kernel != null ? kernel : keep(POSITIONS, 0, Simd.provider().positions());
    }

    /** Returns the kernel that writes bools as bits, and bits as bools. */
    public static BitKernel packing() {
        BitKernel kernel = BITS.getAcquire(0);
        return kernel != null ? kernel : keep(BITS, 0, Simd.provider().packing());
    }

    /**
     * Returns the kernel that multiplies matrices of {@code lane}, which counts no time.
     *
     * @param conjugate whether complex elements of the first matrix are conjugated
     */
    public static ProductKernel product(Lane lane, boolean conjugate) {
        int key = lane.ordinal() + (conjugate && lane.isComplex() ? LANES : 0);
        ProductKernel kernel = PRODUCT.getAcquire(key);
        return kernel != null ? kernel : keep(PRODUCT, key, Simd.provider().product(lane, conjugate));
    }

    /** Returns what multiplies few rows of {@code lane} by a matrix; null where nothing does so faster than others. */
    public static @Nullable PanelProduct panels(Lane lane) {
        PanelProduct panels = PANELS.getAcquire(lane.ordinal());
        if (panels != null || lane != Lane.F32 && lane != Lane.F64) {
            return panels;
        }
        PanelProduct made = Simd.provider().panels(lane);
        return made == null ? null : keep(PANELS, lane.ordinal(), made);
    }

    private static int key(Op op, Lane lane) {
        return op.ordinal() * LANES + lane.ordinal();
    }

    private static void check(boolean there, String what, Op op, Lane lane) {
        if (!there) {
            throw new IllegalArgumentException("kernel: no " + what + " of " + op + " on " + lane);
        }
    }

    private static <K> K keep(AtomicReferenceArray<K> kept, int key, K made) {
        return kept.compareAndSet(key, null, made) ? made : kept.get(key);
    }
}
