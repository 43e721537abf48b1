package io.arrayport.conformance.matrix;

import io.arrayport.arrow.ArrowBridge;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;

/** Vectors that arrow-java has allocated; the one that is strided in others is a slice here. */
final class VectorOrigin implements Origin {
    @Override
    public String name() {
        return "Arrow vector";
    }

    @Override
    public Made make(DType dtype, Sample sample) {
        if (sample != Sample.CONTIGUOUS && sample != Sample.EMPTY && sample != Sample.READ_ONLY) {
            throw new NoSuchSource("a vector's values lie side by side along one axis");
        }
        BufferAllocator allocator = new RootAllocator();
        try {
            FieldVector vector = arrows(allocator, dtype, sample);
            return Made.opened(ArrowBridge.arrow(vector), vector.getDataBuffer().memoryAddress(), () -> {
                vector.close();
                allocator.close();
            });
        } catch (RuntimeException | Error e) {
            allocator.close();
            throw e;
        }
    }

    /** A copy that arrow-java makes, so that the bytes are its own. */
    private static FieldVector arrows(BufferAllocator allocator, DType dtype, Sample sample) {
        try (NdArray array = sample.array(dtype)) {
            ExchangePlan plan = ArrowBridge.vector(allocator, "x").plan(array);
            if (!plan.isZeroCopy()) {
                throw new NoSuchSource(plan.reason());
            }
            try (FieldVector ours = ArrowBridge.vector(allocator, "x").accept(array)) {
                FieldVector vector = ours.getField().createVector(allocator);
                for (int i = 0; i < ours.getValueCount(); i++) {
                    vector.copyFromSafe(i, i, ours);
                }
                vector.setValueCount(ours.getValueCount());
                return vector;
            }
        }
    }
}
