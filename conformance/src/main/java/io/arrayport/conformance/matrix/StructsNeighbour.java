package io.arrayport.conformance.matrix;

import static io.arrayport.core.Np.np;

import java.util.List;

import io.arrayport.arrow.ArrowC;
import io.arrayport.arrow.CStructs;
import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.FixedShapeTensor;
import io.arrayport.arrow.column.TextColumn;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;

/** Who takes the structs of Arrow's C data interface. Arrow's memory is not to be written, and it obeys. */
record StructsNeighbour() implements Neighbour<CStructs> {
    @Override
    public String name() {
        return "Arrow C structs";
    }

    @Override
    public Target<CStructs> target() {
        return ArrowC.structs("x");
    }

    @Override
    public View view(CStructs taken) {
        long address = StructsOrigin.values(taken.array());
        try (taken) {
            return new ColumnView(address, ArrowC.column(taken.schema(), taken.array()));
        }
    }

    @Override
    public Expected expected(DType dtype, Sample sample, boolean writeable) {
        return VectorNeighbour.column(dtype, sample);
    }

    private record ColumnView(long address, ArrowColumn column) implements View {
        @Override
        public List<Long> sides() {
            return column.type() instanceof ArrowType.View
                    ? column.buffers().stream().skip(1).map(ArrowBuffer::address).toList()
                    : List.of();
        }

        @Override
        public boolean sees(NdArray expected) {
            if (column.type() instanceof ArrowType.View) {
                return TextColumn.of(column).toList().equals(Elements.texts(expected));
            }
            NdArray array = expected.ndim() == 1 ? column.asNdArray() : FixedShapeTensor.of(column).array();
            return array.dtype().equals(expected.dtype().withOrder(array.dtype().order()))
                    && np.arrayEqual(array, expected);
        }

        @Override
        public boolean zero() {
            return false;
        }

        @Override
        public void close() {
            column.close();
        }
    }
}
