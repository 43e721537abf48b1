package io.arrayport.gpu.kernel;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;

/** Reductions: a kernel for each type of what is usually reduced by, a second one where order is free. */
public final class FoldRows implements KernelRows {
    private static final Set<Op> LOGICAL = EnumSet.of(Op.LOGICAL_AND, Op.LOGICAL_OR, Op.LOGICAL_XOR);
    private static final Set<Op> EXTREMES = EnumSet.of(Op.MAXIMUM, Op.MINIMUM, Op.FMAX, Op.FMIN);
    /** What there are kernels for: whose results do not hang on which element came first. */
    private static final Set<Op> REDUCED = EnumSet.of(Op.ADD, Op.MULTIPLY, Op.MAXIMUM, Op.MINIMUM, Op.FMAX, Op.FMIN,
            Op.BITWISE_AND, Op.BITWISE_OR, Op.BITWISE_XOR, Op.LOGICAL_AND, Op.LOGICAL_OR, Op.LOGICAL_XOR);
    private static final Set<Op> FREE_OF_WHOLE = EnumSet.of(Op.ADD, Op.MULTIPLY, Op.BITWISE_AND, Op.BITWISE_OR,
            Op.BITWISE_XOR);
    private static final List<Op> OF_TIMES = List.of(Op.ADD, Op.MAXIMUM, Op.MINIMUM, Op.FMAX, Op.FMIN);
    private static final List<DType> HALVES = List.of(DType.FLOAT16, DType.BFLOAT16);

    /** Returns the name of an operation as these kernels have it. */
    public static String name(Op op, DType type, boolean time) {
        String name = op.name().toLowerCase(Locale.ROOT);
        return time ? "time_" + name : op == Op.MULTIPLY && type.kind() == 'c' ? "carried_" + name : name;
    }

    /** Returns the name of the kernel that reduces elements of one type to another; there may be none. */
    public static String fold(String name, DType from, DType to) {
        String fold = "fold_" + name + "_" + KernelTable.name(from) + "_" + KernelTable.name(to);
        String chain = ChainRows.chain(name, to);
        return from.equals(to) && !KernelTable.has(fold) && KernelTable.has(chain) ? chain : fold;
    }

    /** Returns whether elements may be taken in any order: results have the same bits, or any of several NaNs. */
    public static boolean isFree(Op op, DType type, boolean time) {
        return LOGICAL.contains(op) || EXTREMES.contains(op)
                || !time && "biu".indexOf(type.kind()) >= 0 && FREE_OF_WHOLE.contains(op);
    }

    @Override
    public void forEach(BiConsumer<String, String> row) {
        for (UFunc ufunc : Ufuncs.ALL) {
            for (Op op : ufunc.ops()) {
                if (REDUCED.contains(op)) {
                    ufunc.loops().list().forEach(signature -> of(op, signature, row));
                }
            }
        }
        for (DType type : DType.ALL) {
            both("count", "count", type, DType.INT64, row);
            if ("biu".indexOf(type.kind()) >= 0 && type.itemsize() < Long.BYTES) {
                DType wide = type.kind() == 'u' ? DType.UINT64 : DType.INT64;
                both("add", "add", type, wide, row);
                both("multiply", "multiply", type, wide, row);
            }
        }
        for (DType half : HALVES) {
            row.accept("fold_add", "FOLD(add, float32, " + KernelTable.name(half) + ")");
        }
        for (Op op : OF_TIMES) {
            String name = name(op, DType.INT64, true);
            row.accept("fold_time", "FOLD(" + name + ", int64, int64)");
            if (isFree(op, DType.INT64, true)) {
                row.accept("fold_time", "TEAM(" + name + ", int64, int64)");
            }
        }
        for (DType type : DType.ALL) {
            if ("fc".indexOf(type.kind()) >= 0) {
                row.accept("pairwise", "SUMS(" + KernelTable.name(type) + ")");
                if (type.itemsize() > 2) {
                    row.accept("pairwise", "TREE(" + KernelTable.name(type) + ")");
                }
            }
        }
    }

    private static void of(Op op, Signature signature, BiConsumer<String, String> row) {
        DType in = signature.input(0);
        DType out = signature.output();
        boolean carries = LOGICAL.contains(op) ? out.equals(DType.BOOL) : in.equals(out);
        if (!in.equals(signature.input(1)) || !carries || !ElementwiseRows.isComputed(op, signature)) {
            return;
        }
        String name = name(op, in, false);
        String module = op.name().toLowerCase(Locale.ROOT);
        if (isFree(op, out, false)) {
            both(module, name, in, out, row);
        } else {
            row.accept("fold_" + module, line("FOLD", name, in, out));
        }
    }

    private static void both(String module, String name, DType in, DType out, BiConsumer<String, String> row) {
        row.accept("fold_" + module, line("FOLD", name, in, out));
        row.accept("fold_" + module, line("TEAM", name, in, out));
    }

    private static String line(String macro, String name, DType in, DType out) {
        return macro + "(" + name + ", " + KernelTable.name(in) + ", " + KernelTable.name(out) + ")";
    }
}
