package io.arrayport.core.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

import io.arrayport.core.error.ArrayportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class SplitTest {
    private static final int UNITS = 40_001;

    /** Runs a loop and returns which threads ran it; each unit must have been computed once. */
    private static Set<Thread> threads(int units, long weight) {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        AtomicIntegerArray done = new AtomicIntegerArray(units);
        Split.run(units, weight, (from, to) -> {
            assertThat(from).isLessThan(to);
            threads.add(Thread.currentThread());
            for (long unit = from; unit < to; unit++) {
                done.incrementAndGet((int) unit);
            }
        });
        for (int unit = 0; unit < units; unit++) {
            assertThat(done.get(unit)).as("unit %d", unit).isOne();
        }
        return threads;
    }

    /** What every thread that may take part waits for at its first range. */
    private static Split.Range meeting(CountDownLatch all, Runnable then) {
        return (_, _) -> {
            all.countDown();
            await(all);
            then.run();
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void everyUnitIsComputedOnce(int threads) {
        try (Eager _ = Eager.threads(threads)) {
            for (long weight : new long[]{1, 1000, 1 << 20}) {
                for (int units : new int[]{0, 1, 2, 3, 5, 4097, UNITS}) {
                    assertThat(threads(units, weight)).hasSizeLessThanOrEqualTo(threads);
                }
            }
        }
    }

    @Test
    void littleWorkStaysWhereItIs() {
        try (Eager _ = Eager.threads(4)) {
            assertThat(Split.isWorth(10, 1)).isFalse();
            assertThat(Split.isWorth(Split.LEAST, 1)).isTrue();
            assertThat(Split.isWorth(1, Long.MAX_VALUE)).as("one unit").isFalse();
            assertThat(Split.isWorth(Long.MAX_VALUE, Long.MAX_VALUE)).as("more than a long counts").isTrue();
        }
        AtomicInteger ranges = new AtomicInteger();
        Split.run(10, 1, (_, _) -> ranges.incrementAndGet());
        assertThat(ranges).hasValue(1);
        assertThat(threads(10, 1)).containsExactly(Thread.currentThread());
    }

    @Test
    void helpersAreDaemonsThatInheritNothing() {
        try (Eager _ = Eager.threads(3)) {
            Set<Thread> helpers = ConcurrentHashMap.newKeySet();
            Split.run(3, 1 << 20, meeting(new CountDownLatch(3), () -> helpers.add(Thread.currentThread())));
            helpers.remove(Thread.currentThread());
            assertThat(helpers).hasSize(2).allSatisfy(helper -> {
                assertThat(helper.isDaemon()).isTrue();
                assertThat(helper.isVirtual()).isFalse();
                assertThat(helper.getContextClassLoader()).isNull();
                assertThat(helper.getName()).startsWith("arrayport-");
            });
        }
    }

    @Test
    void whatTheFirstRangeThrowsComesOutWhenAllHaveEnded() {
        try (Eager _ = Eager.threads(3)) {
            AtomicInteger inside = new AtomicInteger();
            CountDownLatch all = new CountDownLatch(3);
            assertThatThrownBy(() -> Split.run(3000, 1 << 20, (from, _) -> {
                inside.incrementAndGet();
                all.countDown();
                await(all);
                inside.decrementAndGet();
                throw new IllegalStateException("from " + from);
            })).isInstanceOf(IllegalStateException.class).hasMessage("from 0")
                    .satisfies(thrown -> assertThat(thrown.getStackTrace())
                            .as("whoever called is there, whichever thread it was thrown on")
                            .anyMatch(frame -> frame.getMethodName()
                                    .equals("whatTheFirstRangeThrowsComesOutWhenAllHaveEnded")));
            assertThat(inside).hasValue(0);
            assertThat(all.getCount()).isZero();
            assertThatThrownBy(() -> Split.run(3000, 1 << 20, (_, _) -> {
                throw new AssertionError("an error");
            })).isInstanceOf(AssertionError.class).hasMessage("an error");
            assertThat(threads(UNITS, 1)).as("as if nothing had been").isNotEmpty();
        }
    }

    @Test
    void anInterruptIsKeptForTheCaller() {
        try (Eager _ = Eager.threads(3)) {
            CountDownLatch all = new CountDownLatch(3);
            AtomicInteger ranges = new AtomicInteger();
            Thread caller = Thread.currentThread();
            Split.run(3, 1 << 20, meeting(all, () -> {
                if (Thread.currentThread().equals(caller)) {
                    caller.interrupt();
                } else {
                    pause();
                }
                ranges.incrementAndGet();
            }));
            assertThat(ranges).hasValue(3);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void virtualThreadsCallToo() throws Exception {
        try (Eager _ = Eager.threads(3); ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                calls.add(callers.submit(() -> threads(4097, 1000).size()));
            }
            for (Future<Integer> call : calls) {
                assertThat(call.get()).isPositive();
            }
        }
    }

    @Test
    void loopsInsideStayOnTheirThread() {
        try (Eager _ = Eager.threads(3)) {
            Split.run(3, 1 << 20, meeting(new CountDownLatch(3), () -> {
                assertThat(Threads.allowed()).isOne();
                assertThat(threads(UNITS, 1000)).containsExactly(Thread.currentThread());
            }));
            assertThat(Threads.allowed()).isEqualTo(3);
        }
    }

    @Test
    void aThreadMayAllowItselfLess() {
        try (Eager _ = Eager.threads(3)) {
            int before = Threads.setLimit(1);
            try {
                assertThat(threads(UNITS, 1000)).containsExactly(Thread.currentThread());
                assertThat(CompletableFuture.supplyAsync(Threads::allowed).join()).isEqualTo(3);
            } finally {
                Threads.setLimit(before);
            }
        }
    }

    @Test
    void nobodyWaitsForAStrangersRange() {
        try (Eager _ = Eager.threads(2)) {
            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch both = new CountDownLatch(2);
            CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> Split.run(2, 1 << 20, (_, _) -> {
                both.countDown();
                await(held);
            }));
            await(both); // the only helper is in there
            try {
                assertThat(threads(UNITS, 1000)).containsExactly(Thread.currentThread());
            } finally {
                held.countDown();
            }
            slow.join();
        }
    }

    @Test
    void manyCallersShareAFewHelpers() throws Exception {
        Set<Thread> computing = ConcurrentHashMap.newKeySet();
        try (Eager _ = Eager.threads(4); ExecutorService callers = Executors.newFixedThreadPool(12)) {
            List<Future<Long>> sums = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int call = i;
                sums.add(callers.submit(() -> {
                    AtomicLong sum = new AtomicLong();
                    Split.run(1000, 1 + call % 3 * 5000L, (from, to) -> {
                        computing.add(Thread.currentThread());
                        for (long unit = from; unit < to; unit++) {
                            sum.addAndGet(unit);
                        }
                        if (call % 7 == 0 && from == 0) {
                            throw new ArrayportException("call " + call);
                        }
                    });
                    return sum.get();
                }));
            }
            for (int i = 0; i < sums.size(); i++) {
                Future<Long> sum = sums.get(i);
                if (i % 7 == 0) {
                    int call = i;
                    assertThat(sum).failsWithin(Duration.ofSeconds(30)).withThrowableThat().havingCause()
                            .withMessage("call " + call);
                } else {
                    assertThat(sum.get()).isEqualTo(999L * 1000 / 2);
                }
            }
        }
        assertThat(computing.stream().filter(thread -> thread.getName().startsWith("arrayport-")).count())
                .isLessThanOrEqualTo(3 + 6); // of tests before, which had more
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Threads.setCount(0)).isInstanceOf(ArrayportException.class)
                .hasMessage("threads: 0 threads, from 1 to 1024 are possible");
        assertThatThrownBy(() -> Threads.setCount(1025)).isInstanceOf(ArrayportException.class);
        assertThatThrownBy(() -> Threads.setLimit(-1)).isInstanceOf(ArrayportException.class)
                .hasMessageStartingWith("threadLimit: -1");
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(Threads.configured(null)).isEqualTo(processors);
        assertThat(Threads.configured(" 3 ")).isEqualTo(3);
        assertThat(Threads.configured("many")).isEqualTo(processors);
        assertThat(Threads.configured("0")).isEqualTo(processors);
    }
}
