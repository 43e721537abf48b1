package io.arrayport.core.backend;

import java.util.List;

import io.arrayport.core.dtype.DType;
import org.jspecify.annotations.Nullable;

/**
 * The element types in which an operation is computed, in native byte order: of its inputs and of its outputs.
 * Operands may have others; they are converted.
 */
public final class Signature {
    private final List<DType> inputs;
    private final List<DType> outputs;
    // Every operation reads them, on ten elements too, and a list is one of several classes.
    private final DType first;
    private final DType last;
    private final DType output;

    /** The signature of so many inputs and outputs, one of each at least. */
    public Signature(List<DType> inputs, List<DType> outputs) {
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        this.first = inputs.getFirst();
        this.last = inputs.getLast();
        this.output = outputs.getFirst();
    }

    /** Returns the types of the inputs. */
    public List<DType> inputs() {
        return inputs;
    }

    /** Returns the types of the outputs. */
    public List<DType> outputs() {
        return outputs;
    }

    /** Returns the type of the i-th input; there are at most two. */
    public DType input(int i) {
        return i == 0 ? first : last;
    }

    /** Returns the type of the first output. */
    public DType output() {
        return output;
    }

    /** Returns the signature of what computes only the k-th output. */
    public Signature giving(int k) {
        return outputs.size() == 1 ? this : new Signature(inputs, outputs.subList(k, k + 1));
    }

    /** Returns whether all inputs and outputs have one type: what can be reduced. */
    public boolean isUniform() {
        for (DType input : inputs) {
            if (!input.equals(output)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Signature that && inputs.equals(that.inputs) && outputs.equals(that.outputs);
    }

    @Override
    public int hashCode() {
        return 31 * inputs.hashCode() + outputs.hashCode();
    }

    @Override
    public String toString() {
        return inputs + " -> " + outputs;
    }
}
