package io.arrayport.conformance.jmh;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.out;

import java.util.concurrent.TimeUnit;

import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One operation on ten elements: what is left when there is next to nothing to compute. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SmallArrays {
    private NdArray a;
    private NdArray b;
    private NdArray out;

    @Setup
    public void make() {
        Shape ten = Shape.of(10);
        a = np.full(ten, 1.5, np.float64);
        b = np.full(ten, 2.5, np.float64);
        out = np.zeros(ten, np.float64);
    }

    @TearDown
    public void close() {
        a.close();
        b.close();
        out.close();
    }

    @Benchmark
    public NdArray addInto() {
        return np.add(a, b, out(out));
    }

    @Benchmark
    public NdArray addFreshAndClose() {
        try (NdArray sum = a.add(b)) {
            return sum;
        }
    }

    @Benchmark
    public NdArray addNumberAndClose() {
        try (NdArray sum = a.add(3)) {
            return sum;
        }
    }

    @Benchmark
    public double sum() {
        try (NdArray sum = a.sum()) {
            return sum.toDouble();
        }
    }

    @Benchmark
    public NdArray fourTemporariesInAScope() {
        try (io.arrayport.core.memory.Scope _ = np.scope()) {
            return a.add(b).multiply(a).subtract(b).add(a);
        }
    }
}
