package io.arrayport.conformance.jmh;

import static io.arrayport.core.Np.np;

import java.util.concurrent.TimeUnit;

import io.arrayport.core.index.Index;
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

/** Single elements, and views: no bytes move. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ElementsAndViews {
    private NdArray matrix;

    @Setup
    public void make() {
        matrix = np.full(Shape.of(100, 200), 1.5, np.float64);
    }

    @TearDown
    public void close() {
        matrix.close();
    }

    @Benchmark
    public double read() {
        return matrix.getDouble(3, 7);
    }

    @Benchmark
    public NdArray write() {
        matrix.setDouble(2.5, 3, 7);
        return matrix;
    }

    @Benchmark
    public Object item() {
        return matrix.item(3, 7);
    }

    @Benchmark
    public NdArray sliceByBuilder() {
        return matrix.get(Index.slice(1, 50), Index.slice(null, null, -1));
    }

    @Benchmark
    public NdArray sliceByText() {
        return matrix.get("1:50, ::-1");
    }

    @Benchmark
    public NdArray transpose() {
        return matrix.transpose();
    }

    @Benchmark
    public NdArray reshape() {
        return matrix.reshape(200, -1);
    }
}
