package io.arrayport.conformance.jmh;

import java.util.concurrent.TimeUnit;

import io.arrayport.core.backend.Op;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.ReduceKernel;
import io.arrayport.core.memory.Storage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Kernels on one strip from the first-level cache: no array, no dispatch, no checks around them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Strips {
    private static final long N = 1_000;

    @Param({"F32", "F64", "I32", "I64"})
    public Lane lane;

    private Storage memory;
    private BinaryKernel add;
    private ReduceKernel sum;

    @Setup
    public void make() {
        memory = Storage.allocateZeroed(4 * N * Long.BYTES);
        add = Kernels.binary(Op.ADD, lane);
        sum = Kernels.reduce(Op.ADD, lane, lane == Lane.I32 ? Lane.I64 : lane);
    }

    @TearDown
    public void close() {
        memory.close();
    }

    @Benchmark
    public Storage addContiguous() {
        add(lane.bytes());
        return memory;
    }

    @Benchmark
    public Storage addEveryOther() {
        add(2 * lane.bytes());
        return memory;
    }

    @Benchmark
    public Storage sum() {
        sum.run(memory.address(), lane.bytes(), N, memory.address() + 2 * N * Long.BYTES);
        return memory;
    }

    private void add(long stride) {
        long a = memory.address();
        add.run(a, stride, a, stride, a + 2 * N * Long.BYTES, lane.bytes(), N);
    }
}
