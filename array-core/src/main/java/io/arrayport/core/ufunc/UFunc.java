package io.arrayport.core.ufunc;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.memory.Storage;

/**
 * An elementwise function as data: a row of {@link Ufuncs}.
 *
 * @param name NumPy's
 * @param nin how many inputs it takes
 * @param nout how many outputs it has
 * @param identity what leaves any operand as it is; the value of an empty reduction
 * @param op what backends are asked to compute
 * @param loops the signatures there are loops for, in the order in which they are tried
 */
public record UFunc(String name, int nin, int nout, OptionalLong identity, Op op, List<Loop> loops) {

    /** The types of one loop's inputs and outputs. */
    public record Loop(List<DType> inputs, List<DType> outputs) {}

    /**
     * Returns the loop for operands of these types, which must match exactly for now.
     *
     * @param operation named in the error
     * @throws DTypeException if there is none
     */
    Loop resolve(String operation, Operand a, Operand b) {
        for (Loop loop : loops) {
            if (loop.inputs().get(0).equals(a.dtype()) && loop.inputs().get(1).equals(b.dtype())) {
                return loop;
            }
        }
        throw noLoop(operation, List.of(a.dtype(), b.dtype()));
    }

    private DTypeException noLoop(String operation, List<DType> types) {
        for (DType type : types) {
            if (!type.isNative()) {
                return new DTypeException(operation + ": an operand is " + type.name()
                        + " in foreign byte order; bring it to native order with copyNative() or astype(...)");
            }
        }
        String known = loops.stream().map(loop -> loop.inputs().getFirst().name()).collect(Collectors.joining(", "));
        String asked = types.stream().map(DType::name).collect(Collectors.joining(", "));
        return new DTypeException(
                operation + ": no loop for (" + asked + "); operands must have the same dtype, one of " + known
                        + ": convert with astype(...)");
    }

    /**
     * Computes into a fresh array, laid out as NumPy lays it out: without gaps, its axes ordered as the inputs' are.
     *
     * @return owned by the caller, adopted by the ambient scope
     * @throws DTypeException if there is no loop for the operands' types
     * @throws io.arrayport.core.error.ShapeException if shapes do not broadcast
     * @throws io.arrayport.core.error.ClosedException if an operand is closed
     * @throws io.arrayport.core.error.ArrayportException if operands are on different devices
     */
    public Operand call(Operand a, Operand b) {
        return Elementwise.call(this, a, b);
    }

    /**
     * As {@link #call(Operand, Operand)} with a number that takes {@code a}'s type, as NEP 50's weak scalars do.
     *
     * @throws DTypeException also if the number would give the result another type
     * @throws io.arrayport.core.error.CastingException if {@code a}'s type cannot hold the integer
     */
    public Operand call(Operand a, Number b) {
        resolve(name, a, a);
        Operand scalar = Scalars.weak(name, b, a);
        try (Storage _ = scalar.storage()) {
            return call(a, scalar);
        }
    }

    /**
     * Computes into {@code out}, which may be or overlap an input: the result is as if inputs had been read first.
     *
     * @param out of the loop's output type and of the shape that all three broadcast to
     * @throws DTypeException if there is no loop for the operands' types, or {@code out} has another type
     * @throws io.arrayport.core.error.ShapeException if shapes do not broadcast, or {@code out} would have to be
     * stretched
     * @throws io.arrayport.core.error.ReadOnlyException if {@code out} may not be written
     * @throws io.arrayport.core.error.ClosedException if an operand is closed
     * @throws io.arrayport.core.error.ArrayportException if operands are on different devices
     */
    public void callInto(Operand a, Operand b, Operand out) {
        Elementwise.callInto(this, name, a, b, new Elementwise.Out("out", out));
    }

    /**
     * Computes into {@code a}, with the errors of {@link #callInto}, in which the operation is named as its caller
     * names it: {@code addi}.
     */
    public void inPlace(Operand a, Operand b) {
        Elementwise.callInto(this, inPlaceName(), a, b, new Elementwise.Out("this array", a));
    }

    /** As {@link #inPlace(Operand, Operand)} with a number that takes {@code a}'s type. */
    public void inPlace(Operand a, Number b) {
        resolve(inPlaceName(), a, a);
        Operand scalar = Scalars.weak(inPlaceName(), b, a);
        try (Storage _ = scalar.storage()) {
            inPlace(a, scalar);
        }
    }

    private String inPlaceName() {
        return name + "i";
    }

    @Override
    public String toString() {
        return "<ufunc '" + name + "'>";
    }
}
