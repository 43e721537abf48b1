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

/**
 * What is reduced and accumulated one element after the other: a kernel for each loop whose result may go in again. Not
 * for powers of integers: a kernel that goes on by itself cannot refuse a negative one.
 */
final class ChainRows implements KernelRows {
    /** Those that are reduced and accumulated by kernels of {@link FoldRows} and {@link PartialRows}. */
    private static final Set<Op> USUAL = EnumSet.of(Op.ADD, Op.MULTIPLY, Op.MAXIMUM, Op.MINIMUM, Op.LOGICAL_AND,
            Op.LOGICAL_OR);
    private static final List<String> OF_TIMES = List.of("subtract", "remainder", "fmax", "fmin");

    /** Returns the name of the kernel that takes elements of a type one after the other. */
    static String chain(String name, DType type) {
        return "chain_" + name + "_" + KernelTable.name(type);
    }

    @Override
    public void forEach(BiConsumer<String, String> row) {
        for (UFunc ufunc : Ufuncs.ALL) {
            for (Signature all : ufunc.loops().list()) {
                for (int k = 0; k < ufunc.ops().size(); k++) {
                    of(ufunc.ops().get(k), all.giving(k), row);
                }
            }
        }
        for (String name : OF_TIMES) {
            row.accept("chain_time", "CHAIN(time_" + name + ", int64)");
        }
    }

    private static void of(Op op, Signature signature, BiConsumer<String, String> row) {
        DType type = signature.output();
        if (op == Op.POWER && type.kind() == 'i') {
            return;
        }
        if (op.inputs() != 2 || USUAL.contains(op) || !DType.ALL.contains(type)
                || !signature.inputs().equals(List.of(type, type))) {
            return;
        }
        String family = ElementwiseRows.family(op, signature);
        String name = op.name().toLowerCase(Locale.ROOT);
        row.accept((family.equals("COMPLEX_") ? "chaincomplex_" : "chain_") + name,
                family + "CHAIN(" + name + ", " + KernelTable.name(type) + ")");
    }
}
