package io.arrayport.core.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.DType;

/** The scalar kernels, for tests outside of this package: one element at a time. */
public final class Twins {
    private static final List<Lane> LANES = List.of(Lane.BOOL, Lane.I8, Lane.I16, Lane.I32, Lane.I64, Lane.U8, Lane.U16,
            Lane.U32, Lane.U64, Lane.F16, Lane.BF16, Lane.F32, Lane.F64, Lane.C64, Lane.C128);

    private static final Map<List<Object>, Object> MADE = new HashMap<>();

    private Twins() {}

    /** Making a kernel takes as long as thousands of elements. */
    @SuppressWarnings("unchecked") // the shape is part of the key
    private static synchronized <K> K kept(String shape, Op op, DType type, BiFunction<Op, Lane, K> make) {
        return (K) MADE.computeIfAbsent(List.of(shape, op, type), _ -> make.apply(op, lane(type)));
    }

    private static Lane lane(DType type) {
        return LANES.get(DType.ALL.indexOf(type));
    }

    /** Computes {@code out = op(in)}. */
    public static void unary(Op op, DType type, long in, long out) {
        kept("unary", op, type, Simd.scalar()::unary).run(in, 0, out, 0, 1);
    }

    /** Computes {@code out = op(a, b)}. */
    public static void binary(Op op, DType type, long a, long b, long out) {
        kept("binary", op, type, Simd.scalar()::binary).run(a, 0, b, 0, out, 0, 1);
    }

    /** Computes {@code carried = op(carried, in)}, as a running result does. */
    public static void carry(Op op, DType type, long carried, long in) {
        kept("scan", op, type, (o, lane) -> Simd.scalar().scan(o, lane, lane)).run(in, 0, carried, 0, 1);
    }
}
