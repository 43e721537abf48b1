package io.arrayport.core.loop;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.TextKernels;
import io.arrayport.core.kernel.TextTests;
import io.arrayport.core.kernel.UnaryKernel;
import org.jspecify.annotations.Nullable;

/**
 * Runs an operation of ufuncs between elements: finds its kernel, and converts block by block what is of another type
 * than the kernel takes.
 */
final class ElementLoop {
    private ElementLoop() {}

    /** As {@link io.arrayport.core.backend.Backend#unary}. */
    static void unary(Op op, Signature signature, Operand in, Operand out, @Nullable Operand where) {
        UnaryKernel kernel = in.dtype() instanceof StringType strings ? StringTests.of(op, strings)
                : signature.input(0) instanceof TextType text ? TextTests.of(op, text.unit(), text.length())
                        : Kernels.unary(op, Lanes.of("unary", signature.input(0)));
        boolean direct = isSame(in.dtype(), signature.input(0)) && isSame(out.dtype(), signature.output());
        if (direct && where == null) {
            UnaryLoop.split(kernel, base(in), in.layout(), base(out), out.layout());
            return;
        }
        long size = out.layout().size();
        Supply<UnaryKernel> kernels = direct ? Supply.shared(kernel)
                : Supply.own(Converted.bytes(types(signature), size),
                        buffers -> Converted.unary(kernel, types(in, out), types(signature), size, buffers));
        if (where == null) {
            UnaryLoop.split(kernels, base(in), in.layout(), base(out), out.layout());
        } else {
            MaskedLoop.unary(kernels, new long[]{base(in), base(out), base(where)}, in.layout(), out.layout(),
                    where.layout());
        }
    }

    /** As {@link io.arrayport.core.backend.Backend#binary}; of other types than strings of any length. */
    static void binary(Op op, Signature signature, Operand a, Operand b, Operand out, @Nullable Operand where) {
        BinaryKernel kernel = kernel(op, signature);
        boolean direct = isSame(a.dtype(), signature.input(0)) && isSame(b.dtype(), signature.input(1))
                && isSame(out.dtype(), signature.output());
        if (direct && where == null) {
            BinaryLoop.split(kernel, base(a), a.layout(), base(b), b.layout(), base(out), out.layout());
            return;
        }
        long size = out.layout().size();
        Supply<BinaryKernel> kernels = direct ? Supply.shared(kernel)
                : Supply.own(Converted.bytes(types(signature), size),
                        buffers -> Converted.binary(kernel, types(a, b, out), types(signature), size, buffers));
        if (where == null) {
            BinaryLoop.split(kernels, base(a), a.layout(), base(b), b.layout(), base(out), out.layout());
        } else {
            MaskedLoop.binary(kernels, new long[]{base(a), base(b), base(out), base(where)}, a.layout(), b.layout(),
                    out.layout(), where.layout());
        }
    }

    /** Returns the kernel between elements of the signature's types. */
    static BinaryKernel kernel(Op op, Signature signature) {
        DType left = signature.input(0);
        if (!(left instanceof FlexibleType) && isSame(left, signature.input(1))) {
            return Kernels.binary(op, Lanes.of("binary", left));
        }
        if (left.kind() == 'V') {
            return new RecordEquality(left, op == Op.EQUAL);
        }
        if (left instanceof TextType a && signature.input(1) instanceof TextType b) {
            return op == Op.ADD ? TextKernels.join(a.unit(), a.length(), b.length())
                    : TextKernels.compare(op, a.unit(), a.length(), b.length());
        }
        return Mixed.of(op, signature);
    }

    /** Nearly always the same constant: asking it takes longer than a few elements. */
    @SuppressWarnings("ReferenceEquality") // a short cut
    private static boolean isSame(DType a, DType b) {
        return a == b || a.equals(b);
    }

    private static long base(Operand operand) {
        return operand.storage().address();
    }

    /** Returns the types of operands. */
    static DType[] types(Operand... operands) {
        DType[] types = new DType[operands.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = operands[i].dtype();
        }
        return types;
    }

    /** Returns the types of the inputs and of the output. */
    static DType[] types(Signature signature) {
        DType[] types = new DType[signature.inputs().size() + 1];
        signature.inputs().toArray(types);
        types[types.length - 1] = signature.output();
        return types;
    }
}
