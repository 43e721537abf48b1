package io.arrayport.conformance.jmh;

import java.util.concurrent.TimeUnit;

import io.arrayport.core.memory.Lease;
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

/** Memory: allocating, and the holds that operations and neighbours take. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Blocks {
    /** Bytes. */
    @Param({"80", "8000", "800000", "8000000"})
    public long bytes;

    private Storage held;

    @Setup
    public void make() {
        held = Storage.allocate(bytes);
    }

    @TearDown
    public void close() {
        held.close();
    }

    @Benchmark
    public Storage allocateAndClose() {
        try (Storage storage = Storage.allocate(bytes)) {
            return storage;
        }
    }

    @Benchmark
    public Storage allocateZeroedAndClose() {
        try (Storage storage = Storage.allocateZeroed(bytes)) {
            return storage;
        }
    }

    /** What every operation does around its work. */
    @Benchmark
    public Storage acquireAndRelease() {
        held.acquire();
        held.release();
        return held;
    }

    /** What every export does. */
    @Benchmark
    public Lease leaseAndClose() {
        try (Lease lease = held.lease("jmh")) {
            return lease;
        }
    }
}
