package io.arrayport.core.ufunc;

import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.BinaryLoop;
import io.arrayport.core.memory.Storage;

/** Runs a ufunc: checks once, leases each operand once, and hands over to the backend. */
final class Elementwise {
    private Elementwise() {}

    /**
     * Where a result goes.
     *
     * @param role how errors call it
     */
    record Out(String role, Operand operand) {}

    private static DType resolve(UFunc ufunc, String operation, Operand a, Operand b) {
        var signature = ufunc.loops().exact(a.dtype(), b.dtype());
        if (signature == null) {
            throw new DTypeException(operation + ": no loop for (" + a.dtype() + ", " + b.dtype() + ")");
        }
        return signature.output();
    }

    static Operand call(UFunc ufunc, Operand a, Operand b) {
        DType type = resolve(ufunc, ufunc.name(), a, b);
        Backend backend = Backend.of(ufunc.name(), List.of(a, b));
        Shape shape = broadcast(a, b);
        Operand left = stretched(a, shape);
        Operand right = stretched(b, shape);
        Layout layout = BinaryLoop.fresh(shape, type.itemsize(), left.layout(), right.layout());
        a.storage().acquire();
        try {
            b.storage().acquire();
            try {
                Storage storage = backend.allocate(a.device(), layout.endByte(type.itemsize()));
                Operand out = Operand.of(type, layout, storage);
                backend.binary(ufunc.op(), left, right, out);
                return out;
            } finally {
                b.storage().release();
            }
        } finally {
            a.storage().release();
        }
    }

    /** @param operation named in errors */
    static void callInto(UFunc ufunc, String operation, Operand a, Operand b, Out target) {
        DType type = resolve(ufunc, operation, a, b);
        Operand out = target.operand();
        if (!out.dtype().equals(type)) {
            throw new DTypeException(operation + ": " + target.role() + " is " + out.dtype().name()
                    + (out.dtype().isNative() ? "" : " in foreign byte order") + ", the result is " + type.name()
                    + "; give one of that type, and convert afterwards with astype(...)");
        }
        Backend backend = Backend.of(operation, List.of(a, b, out));
        Shape shape = out.shape();
        Shape inputs = broadcast(a, b);
        if (!inputs.equals(shape) && !Shape.broadcast(inputs, shape).equals(shape)) {
            throw new ShapeException(operation + ": " + target.role() + " has shape " + shape
                    + ", operands broadcast to " + inputs + "; what is written to is never stretched");
        }
        out.requireWriteable(operation, target.role());
        a.storage().acquire();
        try {
            b.storage().acquire();
            try {
                out.storage().acquire();
                try {
                    compute(ufunc, backend, stretched(a, shape), stretched(b, shape), out);
                } finally {
                    out.storage().release();
                }
            } finally {
                b.storage().release();
            }
        } finally {
            a.storage().release();
        }
    }

    private static void compute(UFunc ufunc, Backend backend, Operand a, Operand b, Operand out) {
        try (Temporary left = Temporary.unlessApart(backend, a, out);
                Temporary right = Temporary.unlessApart(backend, b, out)) {
            backend.binary(ufunc.op(), left.operand(), right.operand(), out);
        }
    }

    private static Shape broadcast(Operand a, Operand b) {
        return a.shape().equals(b.shape()) ? a.shape() : Shape.broadcast(a.shape(), b.shape());
    }

    private static Operand stretched(Operand operand, Shape shape) {
        return operand.shape().equals(shape) ? operand : operand.with(operand.layout().broadcastTo(shape));
    }
}
