package io.arrayport.conformance.matrix;

import java.lang.foreign.ValueLayout;

import io.arrayport.arrow.ArrowC;
import io.arrayport.arrow.CStructs;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;

/** Arrays out of the structs of Arrow's C data interface. What is in them is ours, but who takes them does not know. */
final class StructsOrigin implements Origin {
    private static final long CHILD_COUNT = 32;
    private static final long BUFFERS = 40;
    private static final long CHILDREN = 48;

    @Override
    public String name() {
        return "Arrow C structs";
    }

    @Override
    public Made make(DType dtype, Sample sample) {
        NdArray inside = sample.array(dtype);
        ExchangePlan plan = ArrowC.structs("x").plan(inside);
        if (!plan.isZeroCopy() || inside.ndim() != 1) {
            inside.close();
            throw new NoSuchSource(plan.isZeroCopy() ? "the array of a column is of one axis" : plan.reason());
        }
        try (CStructs structs = ArrowC.structs("x").accept(inside)) {
            long address = values(structs.array());
            return Made.opened(ArrowC.source(structs.schema(), structs.array()), address, inside::close);
        }
    }

    /** Read from the struct itself, by the offsets of the C data interface: the second buffer, or the child's. */
    static long values(long array) {
        if (word(array + CHILD_COUNT) > 0) {
            return values(word(word(array + CHILDREN)));
        }
        return word(word(array + BUFFERS) + Long.BYTES);
    }

    private static long word(long address) {
        return Memory.RAW.get(ValueLayout.JAVA_LONG, address);
    }
}
