package io.arrayport.core.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;

import io.arrayport.core.backend.Op;

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
    private static final AtomicReferenceArray<ScanKernel> SCAN = new AtomicReferenceArray<>(OPS * LANES);
    private static final AtomicReferenceArray<ReduceKernel> REDUCE = new AtomicReferenceArray<>(OPS * LANES * LANES);

    private Kernels() {}

    /** Returns whether {@link #reduce} gives a kernel. */
    public static boolean hasReduce(Op op, Lane in, Lane acc) {
        if (op.inputs() != 2 || output(op, in) != in) {
            return false;
        }
        return acc == in || (op == Op.ADD || op == Op.MULTIPLY) && (acc == Lane.I64 || acc == Lane.U64)
                && (in.isInteger() || in == Lane.BOOL);
    }

    /** Returns the lane of results. */
    public static Lane output(Op op, Lane lane) {
        return switch (op.result()) {
            case SAME -> lane;
            case TRUTH -> Lane.BOOL;
            case PART -> lane.part();
            case EXPONENT -> Lane.I32;
            case COUNT -> Lane.U8;
        };
    }

    /** Returns the kernel of {@code op} on {@code lane}, into {@link #output}. */
    public static UnaryKernel unary(Op op, Lane lane) {
        int key = key(op, lane);
        UnaryKernel kernel = UNARY.getAcquire(key);
        if (kernel != null) {
            return kernel;
        }
        check(op.inputs() == 1, "unary kernel", op, lane);
        return keep(UNARY, key, Simd.provider().unary(op, lane));
    }

    /** Returns the kernel of {@code op} on {@code lane}, into {@link #output}. */
    public static BinaryKernel binary(Op op, Lane lane) {
        int key = key(op, lane);
        BinaryKernel kernel = BINARY.getAcquire(key);
        if (kernel != null) {
            return kernel;
        }
        check(op.inputs() == 2, "binary kernel", op, lane);
        BinaryKernel made = Simd.provider().binary(op, lane);
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
     * Returns the kernel that reduces {@code in} by {@code op} into {@code acc}: the same lane, or I64 or U64 where
     * integers or bools are added or multiplied.
     */
    public static ReduceKernel reduce(Op op, Lane in, Lane acc) {
        int key = key(op, in) * LANES + acc.ordinal();
        ReduceKernel kernel = REDUCE.getAcquire(key);
        if (kernel != null) {
            return kernel;
        }
        check(hasReduce(op, in, acc), "reduction into " + acc, op, in);
        return keep(REDUCE, key, Simd.provider().reduce(op, in, acc));
    }

    /** Returns the kernel that accumulates {@code lane} by {@code op}. */
    public static ScanKernel scan(Op op, Lane lane) {
        int key = key(op, lane);
        ScanKernel kernel = SCAN.getAcquire(key);
        if (kernel != null) {
            return kernel;
        }
        check(hasReduce(op, lane, lane), "scan", op, lane);
        return keep(SCAN, key, Simd.provider().scan(op, lane));
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
