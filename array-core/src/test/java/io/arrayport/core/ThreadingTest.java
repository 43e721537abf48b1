package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.all;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.arrayport.core.backend.FloatErrors.Action;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.FloatingPointException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.ForkedJvm;
import io.arrayport.core.testing.Settled;
import io.arrayport.core.threads.Eager;
import org.junit.jupiter.api.Test;

/** How many threads operations may use, and what must be the same at any number. {@link SameBitsTest} compares bits. */
final class ThreadingTest {
    private static final int N = 60_001;

    @Test
    void theNumberIsTheProcesss() {
        int before = np.threads(3);
        try {
            assertThat(np.threads()).isEqualTo(3);
            assertThat(CompletableFuture.supplyAsync(() -> np.threads()).join()).isEqualTo(3);
            assertThat(np.call("threads", List.of(2L), Map.of())).isEqualTo(3L);
            assertThat(np.threads()).isEqualTo(2);
        } finally {
            np.threads(before);
        }
        assertThatThrownBy(() -> np.threads(0)).isInstanceOf(ArrayportException.class)
                .hasMessageContaining("from 1 to 1024");
    }

    @Test
    void theLimitIsTheThreads() {
        try (ThreadLimit limit = np.threadLimit(1)) {
            assertThatThrownBy(() -> CompletableFuture.runAsync(limit::close).join())
                    .hasRootCauseInstanceOf(IllegalStateException.class).hasMessageContaining("close it there");
        }
    }

    @Test
    void floatingPointErrorsAreFoundAsOnOneThread() {
        NdArray ones = np.ones(shape(N));
        NdArray zeros = np.ones(shape(N));
        zeros.set(0, "" + (N - 3));
        zeros.set(0, "" + N / 2);
        try (Eager _ = Eager.threads(5); Errstate _ = np.errstate(all(Action.RAISE))) {
            assertThatThrownBy(() -> np.divide(ones, zeros)).isInstanceOf(FloatingPointException.class)
                    .hasMessageContaining("element " + N / 2 + " is Infinity, computed from 1.0 and 0.0");
            assertThatThrownBy(() -> np.reciprocal(zeros)).isInstanceOf(FloatingPointException.class);
        }
    }

    @Test
    void nothingIsLeftOfOperationsThatFail() {
        NdArray positions = np.full(shape(N), 2);
        positions.set(7, "-2");
        NdArray few = np.array(1.0, 2.0, 3.0);
        Ledger.Counts before = Settled.counts();
        try (Eager _ = Eager.threads(3)) {
            assertThatThrownBy(() -> np.take(few, positions)).hasMessageContaining("index 7 is out of bounds");
        }
        assertThat(Settled.counts()).isEqualTo(before);
    }

    @Test
    void aProcessEndsThoughHelpersSleep() {
        ForkedJvm.Result result = ForkedJvm.with("-Dio.arrayport.threads=3").start(Ends.class);
        assertThat(result.out()).contains("3 threads, sum 3.0E7");
        assertThat(result.exit()).as(result.err()).isZero();
    }

    /** Leaves the pool as it is. */
    static final class Ends {
        public static void main(String[] args) {
            NdArray many = np.ones(shape(3_000_000));
            double sum = np.sum(np.multiply(many, 10)).getDouble();
            boolean helped = Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().startsWith("arrayport-") && thread.isDaemon());
            System.out.println(np.threads() + " threads, sum " + sum + (helped ? "" : ", but no helper"));
        }
    }

    @Test
    void arraysMayBeClosedWhileOthersComputeWithThem() {
        ForkedJvm.Result result = ForkedJvm.with("-Dio.arrayport.threads=4").start(Closes.class);
        assertThat(result.crashed()).as(result.err()).isFalse();
        assertThat(result.out()).as(result.err()).contains("all ended");
    }

    /** Many callers, some of which close what the others read. */
    static final class Closes {
        public static void main(String[] args) throws Exception {
            try (Eager _ = Eager.threads(4); ExecutorService callers = Executors.newFixedThreadPool(8)) {
                for (int round = 0; round < 60; round++) {
                    NdArray shared = np.ones(shape(200_000));
                    List<Future<?>> calls = new ArrayList<>();
                    for (int call = 0; call < 6; call++) {
                        calls.add(callers.submit(() -> {
                            try (NdArray sum = np.add(shared, shared); NdArray sorted = np.sort(sum)) {
                                if (np.sum(sorted).getDouble() != 400_000) {
                                    throw new IllegalStateException("a wrong sum");
                                }
                            } catch (ClosedException late) {
                                // it was closed before this call took hold of it
                            }
                        }));
                    }
                    calls.add(callers.submit(shared::close));
                    for (Future<?> call : calls) {
                        call.get();
                    }
                }
            }
            System.out.println("all ended");
        }
    }
}
