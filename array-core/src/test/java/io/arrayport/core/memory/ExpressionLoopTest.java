package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Temporaries of a loop, in a JVM of its own: once it is warm, each block is one that was used before. Page faults are
 * counted, not timed; a block of 2 MiB that is new costs 512 of them.
 */
class ExpressionLoopTest {
    private static final long BYTES = 2L << 20;
    private static final int ROUNDS = 1_500;
    private static final long PAGES = BYTES / 4096;

    static final class Loop {
        public static void main(String[] args) throws Exception {
            boolean closing = args[0].equals("closing");
            int threads = Integer.parseInt(args[1]);
            run(threads, closing, ROUNDS);
            long faults = faults();
            MemoryInfo before = MemoryInfo.now();
            run(threads, closing, ROUNDS);
            System.out.println("faults " + (faults() - faults));
            System.out.println("held " + (before.made().bytes() + before.pooled()));
        }

        private static void run(int threads, boolean closing, int rounds) throws InterruptedException {
            List<Thread> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                all.add(Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < rounds / threads; i++) {
                        round(closing, i);
                    }
                }));
            }
            for (Thread thread : all) {
                thread.join();
            }
        }

        /** Two temporaries, all of their pages written; sizes that differ a little. */
        private static void round(boolean closing, int i) {
            Storage first = Storage.allocate(BYTES - 64L * (i % 10));
            Storage second = i % 3 == 0 ? Storage.allocateZeroed(BYTES) : Storage.allocate(BYTES - 8);
            Memory.segment(first.address(), first.byteSize()).fill((byte) i);
            Memory.segment(second.address(), second.byteSize()).fill((byte) i);
            if (closing) {
                first.close();
                second.close();
            }
            Reference.reachabilityFence(first);
            Reference.reachabilityFence(second);
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

    private static ForkedJvm.Result loop(String... args) {
        assumeThat(Path.of("/proc/self/stat")).exists();
        return ForkedJvm.with("-D" + Budget.PROPERTY + "=256MiB", "-D" + Allocator.PROPERTY + "=native",
                "-D" + Ledger.PROPERTY + "=false", "-Xms48m", "-Xmx48m", "-XX:+AlwaysPreTouch")
                .start(Loop.class, args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void closedTemporariesFaultNothing(String threads) {
        ForkedJvm.Result result = loop("closing", threads);
        // The JVM itself touches some; the blocks alone would be 1.5 million.
        assertThat(figure(result, "faults")).isLessThan(5 * PAGES);
        assertThat(figure(result, "held")).isLessThanOrEqualTo(8 * BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void droppedTemporariesComeBackBeforeNewPagesAreFaultedIn(String threads) {
        ForkedJvm.Result result = loop("dropping", threads);
        assertThat(figure(result, "faults")).isLessThan(2 * ROUNDS * PAGES / 50);
        assertThat(figure(result, "held")).isLessThanOrEqualTo(256L << 20);
    }

    static final class Drops {
        public static void main(String[] args) {
            long most = 0;
            for (int i = 0; i < 20_000; i++) {
                Storage dropped = Storage.allocate(1 << 20);
                Memory.segment(dropped.address(), 1 << 20).fill((byte) i);
                Reference.reachabilityFence(dropped);
                most = Math.max(most, MemoryInfo.now().made().bytes());
            }
            System.out.println("most " + most);
        }
    }

    /** Of 20 GB that are dropped most come back long before a budget of 16 GB is full. */
    @Test
    void theCollectorIsAskedLongBeforeTheBudgetIsFull() {
        ForkedJvm.Result result = ForkedJvm.with("-D" + Budget.PROPERTY + "=16GiB", "-D" + Allocator.PROPERTY + "=native",
                "-D" + Ledger.PROPERTY + "=false", "-Xms256m", "-Xmx256m").start(Drops.class);
        assertThat(figure(result, "most")).isLessThan(8L << 30);
    }
}
