package io.arrayport.core.loop;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.shape;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.ForkedJvm;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matrices that are multiplied by again and again: packed once, the same bits, and never out of date. */
class PackedMatricesTest {
    private static final int SIDE = 130;

    private static NdArray random(DType type, long rows, long columns, int seed) {
        NdArray mixed = np.remainder(np.arange(rows * columns).add(seed).multiply(7919), 10_007);
        return mixed.divide(10_007).subtract(0.5).astype(type).reshape(rows, columns);
    }

    private static List<Long> bits(NdArray array) {
        NdArray whole = array.view(array.dtype().itemsize() == 4 ? np.int32 : np.int64);
        return LongStream.range(0, whole.size()).mapToObj(i -> ((Number) whole.item(i)).longValue()).toList();
    }

    private static double apart(NdArray a, NdArray b) {
        return np.max(np.abs(a.subtract(b))).toDouble();
    }

    private static boolean packs() {
        return Kernels.panels(Lane.F32) != null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float64"})
    void everyCallGivesTheSameBits(String name) {
        DType type = DType.of(name);
        for (long k : new long[]{16, 127, 300}) {
            for (long n : new long[]{64, 65, 200}) {
                for (long m : new long[]{1, 2, 5, 8, 9, 64, 128, 129}) {
                    try (var _ = np.scope()) {
                        NdArray x = random(type, m, k, 1);
                        NdArray w = random(type, k, n, 2);
                        NdArray first = np.matmul(x, w);
                        String what = m + " by " + k + " by " + n;
                        for (int call = 0; call < 3; call++) {
                            assertThat(bits(np.matmul(x, w))).as(what).isEqualTo(bits(first));
                        }
                        NdArray exact = np.matmul(x.astype(np.float64), w.astype(np.float64));
                        assertThat(apart(exact, first)).as(what).isLessThan(name.equals("float32") ? 2e-5 : 1e-12);
                    }
                }
            }
        }
    }

    @Test
    void aTransposedMatrixGivesTheBitsOfTheOneThatLiesAsItIsRead() {
        assumeThat(packs()).isTrue(); // OpenBLAS reads the two by different kernels
        try (var _ = np.scope()) {
            NdArray x = random(np.float32, 6, SIDE, 1);
            NdArray w = random(np.float32, SIDE, SIDE, 2);
            NdArray turned = w.T().copy().T();
            for (int call = 0; call < 3; call++) {
                assertThat(bits(np.matmul(x, turned))).isEqualTo(bits(np.matmul(x, w)));
            }
        }
    }

    @Test
    void whatIsNoNumberGoesWhereItBelongs() {
        try (var _ = np.scope()) {
            NdArray x = np.ones(shape(3, SIDE), np.float64);
            NdArray w = np.ones(shape(SIDE, SIDE), np.float64);
            w.setDouble(Double.NaN, 3, 5);
            w.setDouble(Double.POSITIVE_INFINITY, 4, 129);
            for (int call = 0; call < 3; call++) {
                NdArray product = np.matmul(x, w);
                assertThat(product.getDouble(2, 5)).isNaN();
                assertThat(product.getDouble(1, 129)).isInfinite();
                assertThat(np.sum(np.isfinite(product)).toLong()).isEqualTo(3L * (SIDE - 2));
            }
        }
    }

    @Test
    void aStackOfLeftMatricesIsOne() {
        try (var _ = np.scope()) {
            NdArray x = random(np.float32, 12, SIDE, 1);
            NdArray w = random(np.float32, SIDE, SIDE, 2);
            NdArray rows = np.matmul(x, w);
            for (int call = 0; call < 3; call++) {
                assertThat(bits(np.matmul(x.reshape(2, 3, 2, SIDE), w))).isEqualTo(bits(rows));
            }
            NdArray gaps = np.repeat(x.reshape(3, 4, SIDE), 2, axis(0)).get("::2");
            assertThat(np.allclose(np.matmul(gaps, w).reshape(12, SIDE), rows)).isTrue();
            NdArray large = random(np.float32, 300, SIDE, 3);
            assertThat(np.allclose(np.matmul(large.reshape(3, 100, SIDE), w).reshape(300, SIDE),
                    np.matmul(large, w))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"float16", "bfloat16"})
    void halvesAreRoundedOnce(String name) {
        DType type = DType.of(name);
        for (long m : new long[]{1, 2, 9, 140}) {
            try (var _ = np.scope()) {
                NdArray x = random(np.float32, m, SIDE, 1).astype(type);
                NdArray w = random(np.float32, SIDE, SIDE, 2).astype(type);
                NdArray wanted = np.matmul(x.astype(np.float32), w.astype(np.float32)).astype(type);
                for (int call = 0; call < 3; call++) {
                    assertThat(np.arrayEqual(np.matmul(x, w), wanted)).isTrue();
                    assertThat(np.arrayEqual(np.matmul(x, w.T().copy().T()), wanted)).isTrue();
                }
                w.setDouble(8, 3, 3);
                assertThat(np.arrayEqual(np.matmul(x, w), np.matmul(x, w.copy()))).isTrue();
                NdArray stack = np.broadcastTo(x, shape(2, m, SIDE));
                assertThat(np.allclose(np.matmul(stack, w).get(1).astype(np.float32),
                        np.matmul(x, w).astype(np.float32))).isTrue();
                NdArray matrices = np.stack(List.of(w, w.T()));
                assertThat(np.allclose(np.matmul(x, matrices).get(0).astype(np.float32),
                        np.matmul(x, w).astype(np.float32))).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float64"})
    void aMatrixByItsTransposeIsSymmetric(String name) {
        for (int side : new int[]{63, 64, 129, 200, 300}) {
            try (var _ = np.scope()) {
                NdArray a = random(DType.of(name), side, 70, 1);
                for (NdArray each : List.of(a, a.T().copy().T(), a.get(":, 1:-1"))) {
                    NdArray product = np.matmul(each, each.T());
                    assertThat(apart(product, np.matmul(each, each.T().copy()))).isLessThan(1e-4);
                    assertThat(np.arrayEqual(product, product.T()) || side <= 128).isTrue();
                    assertThat(apart(np.matmul(each.T(), each), np.matmul(each.T().copy(), each))).isLessThan(1e-4);
                }
            }
        }
    }

    /** Each changes a matrix in place, in its own way. */
    static Stream<Consumer<NdArray>> writers() {
        return Stream.of(
                w -> w.setDouble(9, 3, 3),
                w -> w.addi(1),
                w -> w.fill(2),
                w -> w.get("5:9, ::2").fill(7),
                w -> w.T().get(4).multiplyi(3),
                w -> np.copyto(w, np.full(shape(SIDE, SIDE), 4, w.dtype())),
                w -> np.add(w, 1, out(w)),
                w -> np.matmul(w.copy(), w.copy(), out(w)),
                w -> w.sort(axis(0)),
                w -> np.put(w, np.array(new long[]{7, 8}), np.array(new float[]{5, 5})),
                w -> w.set(3, np.array(new long[]{1, 2}), np.array(new long[]{3, 4})),
                w -> np.bitwiseXor(w.view(np.int32), 1 << 22, out(w.view(np.int32))),
                w -> {
                    try (Lease _ = w.storage().lease("a neighbour")) {
                        Memory.RAW.set(JAVA_FLOAT, w.address() + 400, 6);
                    }
                },
                w -> {
                    w.storage().acquire();
                    Memory.RAW.set(JAVA_FLOAT, w.address() + 400, 8);
                    w.storage().release();
                });
    }

    @ParameterizedTest
    @MethodSource("writers")
    void whoeverWritesIsSeen(Consumer<NdArray> writer) {
        try (var _ = np.scope()) {
            NdArray x = random(np.float32, 3, SIDE, 1);
            NdArray w = random(np.float32, SIDE, SIDE, 2);
            for (int calls = 1; calls <= 3; calls++) {
                NdArray before = np.matmul(x, w);
                for (int call = 1; call < calls; call++) {
                    before = np.matmul(x, w);
                }
                writer.accept(w);
                List<Long> wanted = bits(np.matmul(x, w.copy()));
                assertThat(bits(np.matmul(x, w))).isEqualTo(wanted).isNotEqualTo(bits(before));
                assertThat(bits(np.matmul(x, w))).isEqualTo(wanted);
                w.setDouble(calls, 0, 0); // what is written once more is a change again
                np.copyto(w, random(np.float32, SIDE, SIDE, 2 + calls));
            }
        }
    }

    @Test
    void whoeverHoldsTheBytesMayWriteAtAnyTime() {
        try (var _ = np.scope()) {
            NdArray x = random(np.float32, 3, SIDE, 1);
            NdArray w = random(np.float32, SIDE, SIDE, 2);
            np.matmul(x, w);
            np.matmul(x, w);
            try (Lease _ = w.storage().lease("a neighbour")) {
                for (int turn = 1; turn < 5; turn++) {
                    Memory.RAW.set(JAVA_FLOAT, w.address(), turn);
                    assertThat(bits(np.matmul(x, w))).isEqualTo(bits(np.matmul(x, w.copy())));
                }
            }
        }
    }

    @Test
    void aNeighboursMemoryIsNeverKept() {
        try (var _ = np.scope(); Arena arena = Arena.ofConfined()) {
            long address = arena.allocate(4L * SIDE * SIDE, 64).address();
            NdArray x = random(np.float32, 3, SIDE, 1);
            NdArray w = NdArray.of(Storage.foreign("a neighbour", address, 4L * SIDE * SIDE, Device.CPU,
                    Access.IMMUTABLE, () -> {}), np.float32, Layout.contiguous(Shape.of(SIDE, SIDE), 4));
            for (int turn = 1; turn < 5; turn++) {
                Memory.RAW.set(JAVA_FLOAT, address + 4L * turn, turn);
                assertThat(bits(np.matmul(x, w))).isEqualTo(bits(np.matmul(x, w.copy())));
            }
        }
    }

    @Test
    void whatIsPackedGoesWithTheArrayOrWhenItChanges() {
        assumeThat(packs()).isTrue();
        try (var _ = np.scope()) {
            NdArray x = random(np.float32, 3, SIDE, 1);
            NdArray result = np.empty(shape(3, SIDE), np.float32);
            NdArray w = random(np.float32, SIDE, SIDE, 2);
            long before = Settled.counts().nativeBlocks();
            np.matmul(x, w, out(result));
            assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before);
            // A scope that ends takes no pack along
            try (Scope _ = Scope.open()) {
                np.matmul(x, w, out(result));
            }
            assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before + 1);
            assertThat(Ledger.report()).anyMatch(line -> line.contains("packed matrix"));
            w.setDouble(1, 0, 0);
            assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before);
            np.matmul(x, w, out(result));
            np.matmul(x, w, out(result));
            np.matmul(x, w.T(), out(result));
            np.matmul(x, w.T(), out(result));
            assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before + 2);
            w.close();
            assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before - 1);
        }
    }

    @Test
    void whatIsPackedOfADroppedArrayIsCollected() {
        assumeThat(packs()).isTrue();
        long before = Settled.counts().nativeBlocks();
        dropped();
        assertThat(Settled.counts().nativeBlocks()).isEqualTo(before);
    }

    private static void dropped() {
        NdArray x = random(np.float32, 3, SIDE, 1);
        NdArray w = random(np.float32, SIDE, SIDE, 2);
        for (int call = 0; call < 4; call++) {
            np.matmul(x, w);
        }
    }

    @Test
    void readersAndAWriterInTurnSeeEachOther() throws Exception {
        ReentrantReadWriteLock turns = new ReentrantReadWriteLock();
        try (var _ = np.scope(); ExecutorService pool = Executors.newFixedThreadPool(4)) {
            NdArray x = np.ones(shape(4, SIDE), np.float32);
            NdArray w = np.zeros(shape(SIDE, SIDE), np.float32);
            List<Future<?>> readers = new ArrayList<>();
            for (int reader = 0; reader < 3; reader++) {
                readers.add(pool.submit(() -> {
                    for (int turn = 0; turn < 400; turn++) {
                        turns.readLock().lock();
                        try (NdArray product = np.matmul(x, w)) {
                            float wanted = Memory.RAW.get(JAVA_FLOAT, w.address()) * SIDE;
                            assertThat(product.getDouble(0, 0)).isEqualTo(wanted);
                            assertThat(product.getDouble(3, SIDE - 1)).isEqualTo(wanted);
                        } finally {
                            turns.readLock().unlock();
                        }
                    }
                }));
            }
            Supplier<Boolean> running = () -> readers.stream().anyMatch(each -> !each.isDone());
            while (running.get()) {
                turns.writeLock().lock();
                try {
                    np.add(w, 1, out(w));
                    np.remainder(w, 1000, out(w));
                } finally {
                    turns.writeLock().unlock();
                }
                Thread.sleep(1);
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
    }

    @Test
    void whereMemoryIsShortWhatIsPackedGoesFirst() throws Exception {
        assumeThat(packs()).isTrue();
        ForkedJvm.Result result = ForkedJvm.with("-Dio.arrayport.memory.budget=64MiB",
                "-Dio.arrayport.allocator=native").start(Short.class);
        assertThat(result.out()).as(result.err()).contains("fits");
        assertThat(result.exit()).isZero();
    }

    /** 8 MB that are packed into as many leave no room for 50, unless these go. */
    static final class Short {
        private Short() {}

        public static void main(String[] args) {
            NdArray x = np.ones(shape(2, 2048), np.float32);
            NdArray w = np.ones(shape(2048, 1024), np.float32);
            np.matmul(x, w).close();
            np.matmul(x, w).close();
            long packed = Ledger.counts().nativeBytes();
            Storage.allocate(50L << 20).close();
            System.out.println(packed > 16 << 20 ? "fits" : "nothing was packed");
        }
    }

    @Test
    void threadsThatPackNearTheBudgetDoNotWaitForEachOther() throws Exception {
        ForkedJvm.Result result = ForkedJvm.with("-Dio.arrayport.memory.budget=64MiB",
                "-Dio.arrayport.allocator=native", "--add-modules", "jdk.incubator.vector").start(Crowd.class);
        assertThat(result.out()).as(result.err()).contains("all done");
        assertThat(result.exit()).isZero();
    }

    /** Each multiplies by matrices of its own, which come and go, and by as much else as there is room for. */
    static final class Crowd {
        private Crowd() {}

        public static void main(String[] args) throws Exception {
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Future<?>> running = new ArrayList<>();
                for (int seed = 0; seed < 4; seed++) {
                    Random random = new Random(seed);
                    running.add(threads.submit(() -> crowd(random)));
                }
                for (Future<?> one : running) {
                    one.get();
                }
            }
            System.out.println("all done");
        }

        private static void crowd(Random random) {
            NdArray x = np.ones(shape(2, 512), np.float32);
            NdArray[] matrices = new NdArray[4];
            for (int i = 0; i < 600; i++) {
                int k = random.nextInt(matrices.length);
                if (matrices[k] == null || random.nextInt(20) == 0) {
                    if (matrices[k] != null) {
                        matrices[k].close();
                    }
                    matrices[k] = np.ones(shape(512, 300 + random.nextInt(300)), np.float32);
                }
                np.matmul(x, matrices[k]).close();
                if (random.nextInt(4) == 0) {
                    np.empty(shape(random.nextInt(6 << 20)), np.int8).close();
                }
            }
        }
    }
}
