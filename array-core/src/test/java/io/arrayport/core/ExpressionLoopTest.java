package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.dtype;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.MemoryInfo;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Temporaries of a loop, in a JVM of its own: once it is warm, each block is one that was used before. Page faults are
 * counted, not timed; a block of 2 MiB that is new costs 512 of them.
 */
class ExpressionLoopTest {
    private static final long BUDGET = 256L << 20;
    private static final int LENGTH = 1 << 18;
    private static final int ROUNDS = 400;
    /** What is dropped comes round less and less often, until the budget is in use: see Pressure. */
    private static final int WARM_UPS = 8;
    /** Of the two temporaries of each round, were they new. */
    private static final long FRESH = 2L * ROUNDS * LENGTH * Double.BYTES / 4096;

    static final class Loop {
        public static void main(String[] args) throws Exception {
            boolean closing = args[0].equals("closing");
            int threads = Integer.parseInt(args[1]);
            for (int i = 0; i < WARM_UPS; i++) {
                run(threads, closing);
            }
            long faults = faults();
            run(threads, closing);
            System.out.println("faults " + (faults() - faults));
            MemoryInfo info = np.memoryInfo();
            System.out.println("held " + (info.made().bytes() + info.pooled()));
        }

        private static void run(int threads, boolean closing) throws InterruptedException {
            List<Thread> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                all.add(Thread.ofPlatform().start(() -> rounds(ROUNDS / threads, closing)));
            }
            for (Thread thread : all) {
                thread.join();
            }
        }

        /** Sizes differ a little from round to round. */
        private static void rounds(int count, boolean closing) {
            try (NdArray a = np.ones(Shape.of(LENGTH), dtype(np.float64))) {
                double sum = 0;
                for (int i = 0; i < count; i++) {
                    NdArray x = a.get((i % 10) + ":");
                    if (closing) {
                        try (Scope _ = np.scope()) {
                            sum += x.multiply(x).add(x).get(0).toDouble();
                        }
                    } else {
                        sum += x.multiply(x).add(x).get(0).toDouble();
                    }
                }
                if (sum != 2.0 * count) {
                    throw new IllegalStateException("a block had two owners: " + sum);
                }
            }
        }

        /** Minor faults of this process until now. */
        private static long faults() throws IOException {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[7]);
        }
    }

    private static long figure(ForkedJvm.Result result, String name) {
        assertThat(result.exit()).as(result.toString()).isZero();
        return Long.parseLong(result.out().lines().filter(line -> line.startsWith(name)).findFirst().orElseThrow()
                .substring(name.length() + 1));
    }

    private static ForkedJvm child(long budget) {
        assumeThat(Path.of("/proc/self/stat")).exists();
        return ForkedJvm.with("-Dio.arrayport.memory.budget=" + budget, "-Dio.arrayport.allocator=native",
                "-Dio.arrayport.memory.trace=false", "-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void closedTemporariesFaultNothing(String threads) {
        ForkedJvm.Result result = child(BUDGET).start(Loop.class, "closing", threads);
        // The JVM itself touches some, as it compiles.
        assertThat(figure(result, "faults")).isLessThan(FRESH / 50);
        assertThat(figure(result, "held")).isLessThanOrEqualTo(32L << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void droppedTemporariesComeBackBeforeNewPagesAreFaultedIn(String threads) {
        ForkedJvm.Result result = child(BUDGET).start(Loop.class, "dropping", threads);
        assertThat(figure(result, "faults")).isLessThan(FRESH / 50);
        assertThat(figure(result, "held")).isLessThanOrEqualTo(BUDGET);
    }

    static final class Drops {
        public static void main(String[] args) {
            for (int i = 0; i < Integer.parseInt(args[0]); i++) {
                np.ones(Shape.of(1 << 17), dtype(np.float64));
            }
            System.out.println("peak " + np.memoryInfo().peak());
        }
    }

    /** The heap has no need of a collection. */
    @Test
    void theCollectorIsAskedLongBeforeTheBudgetIsFull() {
        int rounds = 2_000;
        ForkedJvm.Result result = child(1L << 40).start(Drops.class, Integer.toString(rounds));
        assertThat(figure(result, "peak")).isLessThan((rounds - 64L) << 20);
    }
}
