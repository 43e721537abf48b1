package io.arrayport.conformance.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.arrayport.arrow.ArrowBridge;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;

/** arrow-java; its allocator complains of what was not given back. */
record VectorNeighbour(BufferAllocator allocator) implements Neighbour<FieldVector> {
    static final Set<DType> ARROW_KNOWS = Set.of(DType.BOOL, DType.INT8, DType.INT16, DType.INT32, DType.INT64,
            DType.UINT8, DType.UINT16, DType.UINT32, DType.UINT64, DType.FLOAT16, DType.FLOAT32, DType.FLOAT64,
            DType.of("datetime64[us]"), DType.of("timedelta64[ns]"), DType.of("V6"), DType.STRING);

    VectorNeighbour() {
        this(new RootAllocator());
    }

    @Override
    public String name() {
        return "Arrow vector";
    }

    @Override
    public Target<FieldVector> target() {
        return ArrowBridge.vector(allocator, "x");
    }

    @Override
    public View view(FieldVector taken) {
        return new VectorView(taken);
    }

    @Override
    public Expected expected(DType dtype, Sample sample, boolean writeable) {
        return column(dtype, sample);
    }

    /** What has to come of an array that is to be an Arrow column. */
    static Expected column(DType dtype, Sample sample) {
        if (!ARROW_KNOWS.contains(dtype)) {
            return Expected.refused("no plain values");
        }
        if (dtype.equals(DType.STRING) && (sample == Sample.MATRIX || sample == Sample.TRANSPOSED)) {
            return Expected.refused("one axis");
        }
        return switch (sample) {
            case SCALAR -> Expected.refused("a column has rows");
            case SWAPPED -> Expected.copy("foreign byte order");
            case STRIDED, NEGATIVE, BROADCAST, TRANSPOSED -> Expected.copy("side by side");
            case EMPTY, CONTIGUOUS, MISALIGNED, READ_ONLY, MATRIX -> Expected.SHARED;
        };
    }

    @Override
    public void close() {
        allocator.close();
    }

    private record VectorView(FieldVector vector) implements View {
        @Override
        public long address() {
            return values().memoryAddress();
        }

        @Override
        public List<Long> sides() {
            return vector instanceof ViewVarCharVector views
                    ? views.getDataBuffers().stream().map(ArrowBuf::memoryAddress).toList()
                    : List.of();
        }

        @Override
        public boolean sees(NdArray expected) {
            if (vector instanceof ViewVarCharVector views) {
                return IntStream.range(0, views.getValueCount()).mapToObj(i -> views.getObject(i).toString()).toList()
                        .equals(Elements.texts(expected));
            }
            byte[] bytes = new byte[Math.toIntExact(expected.nbytes())];
            values().getBytes(0, bytes);
            return vector.getValueCount() == expected.shape().dim(0) && Arrays.equals(bytes, Elements.bytes(expected));
        }

        @Override
        public boolean zero() {
            ArrowBuf values = values();
            values.setZero(0, values.capacity());
            return true;
        }

        /** Of an array of more axes, those of the lists. */
        private ArrowBuf values() {
            return vector instanceof FixedSizeListVector lists ? lists.getDataVector().getDataBuffer()
                    : vector.getDataBuffer();
        }

        @Override
        public void close() {
            vector.close();
        }
    }
}
