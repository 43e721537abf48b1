package io.arrayport.core.backend;

import java.util.List;

import io.arrayport.core.dtype.DType;

/**
 * The element types in which an operation is computed, in native byte order: of its inputs and of its outputs.
 * Operands may have others; they are converted.
 */
public record Signature(List<DType> inputs, List<DType> outputs) {
    public Signature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Returns the type of the i-th input. */
    public DType input(int i) {
        return inputs.get(i);
    }

    /** Returns the type of the first output. */
    public DType output() {
        return outputs.getFirst();
    }

    /** Returns the signature of what computes only the k-th output. */
    public Signature giving(int k) {
        return outputs.size() == 1 ? this : new Signature(inputs, outputs.subList(k, k + 1));
    }

    /** Returns whether all inputs and outputs have one type: what can be reduced. */
    public boolean isUniform() {
        DType type = output();
        for (DType input : inputs) {
            if (!input.equals(type)) {
                return false;
            }
        }
        return true;
    }
}
