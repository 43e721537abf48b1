package io.arrayport.gpu.kernel;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;

/** A kernel for each loop of each ufunc. */
final class ElementwiseRows implements KernelRows {
    /** Operations on complex numbers that take a function of many steps. */
    private static final Set<Op> LONG = EnumSet.of(Op.SQRT, Op.EXP, Op.EXP2, Op.EXPM1, Op.LOG, Op.LOG2, Op.LOG10,
            Op.LOG1P, Op.SIN, Op.COS, Op.TAN, Op.ARCSIN, Op.ARCCOS, Op.ARCTAN, Op.SINH, Op.COSH, Op.TANH, Op.ARCSINH,
            Op.ARCCOSH, Op.ARCTANH, Op.POWER, Op.SIGN);
    /** Operations on the bits of a number, which 16-bit ones have others of than the float they are computed in. */
    private static final Set<Op> OWN_BITS = EnumSet.of(Op.NEXTAFTER, Op.SPACING);

    @Override
    public void forEach(BiConsumer<String, String> row) {
        for (UFunc ufunc : Ufuncs.ALL) {
            for (Signature all : ufunc.loops().list()) {
                for (int k = 0; k < ufunc.ops().size(); k++) {
                    Op op = ufunc.ops().get(k);
                    Signature signature = all.giving(k);
                    row.accept(module(op, signature), line(op, signature));
                }
            }
        }
    }

    /** Counts of time, long functions of complex numbers, and bits of 16-bit floats have sources of their own. */
    private static String module(Op op, Signature signature) {
        return switch (family(op, signature)) {
            case "TIME_" -> "times";
            case "HALF_" -> "halves";
            case "COMPLEX_" -> "complex_" + op.name().toLowerCase(Locale.ROOT);
            default -> KernelTable.module(op);
        };
    }

    /** What the names of macros begin with that have an operation in these types. */
    static String family(Op op, Signature signature) {
        DType first = signature.input(0);
        if (first instanceof TimeType || signature.inputs().getLast() instanceof TimeType) {
            return "TIME_";
        }
        if (first.kind() == 'c' && LONG.contains(op)) {
            return "COMPLEX_";
        }
        return first.itemsize() == 2 && OWN_BITS.contains(op) ? "HALF_" : "";
    }

    /** Whether there is a kernel of that form, of the ordinary kind. */
    static boolean isComputed(Op op, Signature signature) {
        return DType.ALL.containsAll(signature.inputs()) && DType.ALL.containsAll(signature.outputs())
                && family(op, signature).isEmpty();
    }

    private static String line(Op op, Signature signature) {
        List<String> arguments = new ArrayList<>();
        arguments.add(op.name().toLowerCase(Locale.ROOT));
        signature.inputs().forEach(type -> arguments.add(KernelTable.name(type)));
        arguments.add(KernelTable.name(signature.output()));
        return family(op, signature) + (op.inputs() == 1 ? "UNARY(" : "BINARY(") + String.join(", ", arguments) + ")";
    }
}
