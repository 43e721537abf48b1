package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import java.util.stream.LongStream;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What functions ask of a backend beside other words, asked by itself, of both. */
class SortingWordsTest {
    private static final int ROWS = 6;
    private static final int LENGTH = 50;

    @BeforeAll
    static void aDevice() {
        assumeTrue(Emulator.get().isPresent() || CudaDriver.probe().available(),
                "neither g++ for the emulator nor a GPU is here");
    }

    private static Operand made(Device device, DType type, MemorySegment bytes, long... dims) {
        Backend backend = Backend.of("test", device);
        Operand made = Operand.of(type, Layout.contiguous(Shape.of(dims), Long.BYTES),
                backend.allocate(device, bytes.byteSize()));
        backend.upload(bytes.address(), made.storage(), 0, bytes.byteSize());
        return made;
    }

    private static long[] read(Operand operand, Arena arena) {
        MemorySegment bytes = arena.allocate(ValueLayout.JAVA_LONG, operand.layout().size());
        Backend.of("test", operand.device()).download(operand.storage(), 0, bytes.address(), bytes.byteSize());
        return bytes.toArray(ValueLayout.JAVA_LONG);
    }

    @Test
    void orderStatisticsAlongEitherAxis() {
        double[] values = new Random(5).doubles(ROWS * LENGTH, -9, 9).map(value -> Math.rint(value) + 0.0)
                .toArray(); // no -0: which of equal elements comes first is open
        values[7] = Double.NaN;
        for (int axis = 0; axis < 2; axis++) {
            assertThat(selected(Both.GPU, values, axis)).isEqualTo(selected(Device.CPU, values, axis));
        }
    }

    private static double[] selected(Device device, double[] values, int axis) {
        long[] ranks = {0, 2, 2, 5};
        try (Scope _ = np.scope(); Arena arena = Arena.ofConfined()) {
            Operand in = made(device, DType.FLOAT64, arena.allocateFrom(ValueLayout.JAVA_DOUBLE, values), ROWS, LENGTH);
            long[] dims = {ROWS, LENGTH};
            dims[axis] = ranks.length;
            Operand out = made(device, DType.FLOAT64, arena.allocate(dims[0] * dims[1] * Long.BYTES), dims);
            Backend.of("test", device).select(in, axis, ranks, out);
            return LongStream.of(read(out, arena)).mapToDouble(Double::longBitsToDouble).toArray();
        }
    }

    @Test
    void whereValuesBelongByTheOrderOfPositions() {
        long[] elements = new Random(6).longs(LENGTH, 0, 20).toArray();
        for (boolean right : new boolean[]{false, true}) {
            assertThat(found(Both.GPU, elements, right)).isEqualTo(found(Device.CPU, elements, right));
        }
    }

    private static long[] found(Device device, long[] elements, boolean right) {
        try (Scope _ = np.scope(); Arena arena = Arena.ofConfined()) {
            Backend backend = Backend.of("test", device);
            Operand in = made(device, DType.INT64, arena.allocateFrom(ValueLayout.JAVA_LONG, elements), LENGTH);
            Operand order = made(device, DType.INT64, arena.allocate(LENGTH * Long.BYTES), LENGTH);
            Operand values = made(device, DType.INT64, arena.allocateFrom(ValueLayout.JAVA_LONG, 0, 3, 19, -1, 20), 5);
            Operand out = made(device, DType.INT64, arena.allocate(5 * Long.BYTES), 5);
            backend.argsort(in, 0, order);
            backend.searchsorted(in, order, values, right, out);
            return read(out, arena);
        }
    }
}
