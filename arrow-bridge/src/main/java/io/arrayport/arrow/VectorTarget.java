package io.arrayport.arrow;

import io.arrayport.arrow.column.ArrayForm;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.vector.VectorExport;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;

/** A vector over an array's memory; of lists of a fixed size where the array has more than one axis. */
record VectorTarget(BufferAllocator allocator, String field) implements Target<FieldVector> {
    @Override
    public String name() {
        return "Arrow vector \"" + field + "\"";
    }

    @Override
    public ExchangePlan plan(NdArray array) {
        if (array.size() > Integer.MAX_VALUE) {
            return ExchangePlan.refused(name(), "arrow-java counts rows in an int, the array has " + array.size(),
                    "export slices of it");
        }
        return ArrayForm.plan(name(), array,
                ExchangePlan.Writers.NEIGHBOUR.with("the array cannot be written until the vector is released, whoever"
                        + " calls the vector's setters can; a validity bitmap of "
                        + Math.ceilDiv(array.size(), Byte.SIZE) + " bytes is made"));
    }

    @Override
    public FieldVector accept(NdArray array) {
        if (!ArrayForm.isColumn(array) || array.size() > Integer.MAX_VALUE) {
            plan(array).requireZeroCopy();
        }
        return VectorExport.vector(allocator, ArrowColumn.of(field, array));
    }
}
