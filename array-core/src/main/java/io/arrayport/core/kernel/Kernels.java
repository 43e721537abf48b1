package io.arrayport.core.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;

import io.arrayport.core.backend.Op;

/**
 * The kernels of this machine, each made when it is first asked for and then kept. Any thread may ask; two that ask
 * at once may both make one, of which one stays.
 */
public final class Kernels {
    private static final int LANES = Lane.values().length;
    private static final int OPS = Op.values().length;
    private static final AtomicReferenceArray<BinaryKernel> BINARY = new AtomicReferenceArray<>(OPS * LANES);
    private static final AtomicReferenceArray<ReduceKernel> REDUCE = new AtomicReferenceArray<>(OPS * LANES * LANES);

    private Kernels() {}

    /** Returns the kernel of {@code op} in {@code lane}; DIVIDE has float lanes only. */
    public static BinaryKernel binary(Op op, Lane lane) {
        int key = op.ordinal() * LANES + lane.ordinal();
        BinaryKernel kernel = BINARY.getAcquire(key);
        if (kernel != null) {
            return kernel;
        }
        if (op == Op.DIVIDE && !lane.isFloat()) {
            throw new IllegalArgumentException("kernel: DIVIDE is for floats, not " + lane);
        }
        return keep(BINARY, key, Simd.provider().binary(op, lane));
    }

    /**
     * Returns the kernel that reduces {@code in} by {@code op} into {@code acc}, which is the same lane or, for I32,
     * always I64. The order of floats is right for ADD; no other operation may be asked for yet.
     */
    public static ReduceKernel reduce(Op op, Lane in, Lane acc) {
        int key = (op.ordinal() * LANES + in.ordinal()) * LANES + acc.ordinal();
        ReduceKernel kernel = REDUCE.getAcquire(key);
        if (kernel != null) {
            return kernel;
        }
        if (op != Op.ADD || acc == Lane.I32 || in != acc && !(in == Lane.I32 && acc == Lane.I64)) {
            throw new IllegalArgumentException("kernel: no reduction by " + op + " of " + in + " into " + acc);
        }
        return keep(REDUCE, key, Simd.provider().reduce(op, in, acc));
    }

    private static <K> K keep(AtomicReferenceArray<K> kept, int key, K made) {
        return kept.compareAndSet(key, null, made) ? made : kept.get(key);
    }
}
