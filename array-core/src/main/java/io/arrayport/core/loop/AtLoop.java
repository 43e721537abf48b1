package io.arrayport.core.loop;

import java.lang.foreign.Arena;
import java.util.Arrays;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import org.jspecify.annotations.Nullable;

/** Computes in place at positions of the first axis, one after the other: one that comes twice is computed twice. */
final class AtLoop {
    /** Combines one row of an array, at an address, with one row of another. */
    private interface Row {
        void run(long target, long other);
    }

    private AtLoop() {}

    /** As {@link io.arrayport.core.backend.Backend#at}. */
    static void run(String operation, Op op, Signature signature, Operand a, Operand indices, @Nullable Operand b) {
        Layout row = row(a.layout());
        try (Arena arena = Arena.ofConfined()) {
            Row rows;
            if (b == null) {
                UnaryKernel kernel = Kernels.unary(op, Lanes.of("at", signature.input(0)));
                UnaryKernel any = Converted.unary(kernel, ElementLoop.types(a, a), ElementLoop.types(signature),
                        row.size(), arena);
                rows = (target, _) -> UnaryLoop.run(any, target, row, target, row);
            } else {
                Layout other = row(b.layout());
                BinaryKernel any = Converted.binary(kernel(op, signature), ElementLoop.types(a, b, a),
                        ElementLoop.types(signature), row.size(), arena);
                rows = (target, from) -> BinaryLoop.run(any, target, row, from, other, target, row);
            }
            long dim = a.layout().dim(0);
            long[] positions = Indices.read(operation, indices, -dim, dim, 0);
            for (int k = 0; k < positions.length; k++) {
                long position = positions[k] < 0 ? positions[k] + dim : positions[k];
                rows.run(base(a) + position * a.layout().stride(0), b == null ? 0 : base(b) + k * b.layout().stride(0));
            }
        }
    }

    /** What is there carries the results of all positions that are the same. */
    private static BinaryKernel kernel(Op op, Signature signature) {
        if (signature.input(0) instanceof ComplexType type) {
            Lane lane = Lanes.of("at", type);
            return Kernels.carried(op, lane, lane);
        }
        return ElementLoop.kernel(op, signature);
    }

    /** Returns the first row, of a layout that may have none. */
    private static Layout row(Layout layout) {
        long[] dims = layout.shape().toArray();
        long[] strides = layout.strides();
        return Layout.of(Shape.of(Arrays.copyOfRange(dims, 1, dims.length)),
                Arrays.copyOfRange(strides, 1, strides.length), layout.offset());
    }

    private static long base(Operand operand) {
        return operand.storage().address();
    }
}
