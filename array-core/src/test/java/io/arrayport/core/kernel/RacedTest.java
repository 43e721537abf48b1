package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.arrayport.core.backend.Op;
import org.junit.jupiter.api.Test;

/** Which of two kernels computes, and when. */
final class RacedTest {
    private static final long ENOUGH = Raced.ENOUGH;
    private static final long SAMPLE = Raced.SAMPLE_BYTES / Long.BYTES;

    /** Calls of a race that is won at once: three samples of 32. */
    private static final long COMPILED_AFTER = 96;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Object> left = new ArrayList<>();

    private static boolean isSample(long n) {
        return n == SAMPLE || n == SAMPLE / 2;
    }

    private UnaryKernel named(String name, long nanos) {
        return (_, _, _, _, n) -> {
            if (isSample(n)) {
                compute(nanos);
            } else {
                asked.add(name);
            }
        };
    }

    /** Leaves an object behind for every so many elements, as large as what the compiler makes and what holds it. */
    private UnaryKernel leaving(String name, long each, Supplier<Object> object) {
        UnaryKernel kernel = named(name, 0);
        return (in, inStride, out, outStride, n) -> {
            for (long i = 0; isSample(n) && i < n; i += each) {
                left.add(object.get());
            }
            left.clear();
            kernel.run(in, inStride, out, outStride, n);
        };
    }

    /** Takes time of this thread's own, as a race's patience is. */
    private static void compute(long nanos) {
        for (long begin = System.nanoTime(); System.nanoTime() - begin < nanos;) {
            Thread.onSpinWait();
        }
    }

    /** Of what another thread than the race's makes and runs. */
    private static class Contest extends Raced<UnaryKernel> implements UnaryKernel {
        private final Deque<UnaryKernel> vectors;
        private volatile boolean won;
        private long patience = 400_000_000;

        /** @param vectors what is made at first, and then; the last again and again */
        Contest(UnaryKernel twin, UnaryKernel... vectors) {
            this(1, twin, vectors);
        }

        Contest(int forms, UnaryKernel twin, UnaryKernel... vectors) {
            super("contest", twin, forms, ENOUGH);
            this.vectors = new ArrayDeque<>(List.of(vectors));
        }

        @Override
        UnaryKernel make(UnaryKernel beside) {
            return vectors.size() == 1 ? vectors.getFirst() : vectors.removeFirst();
        }

        @Override
        void sample(UnaryKernel kernel, int form, long a, long b, long out, int n) {
            kernel.run(a, Long.BYTES, out, (form + 1L) * Long.BYTES, n);
        }

        @Override
        Lane lane() {
            return Lane.I64;
        }

        @Override
        long patienceNanos() {
            return patience;
        }

        @Override
        void won(UnaryKernel kernel) {
            won = true;
        }

        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            faster(0, n).run(in, inStride, out, outStride, n);
        }
    }

    private static void awaitRace() throws InterruptedException {
        Thread[] all = new Thread[1000];
        for (int i = Thread.enumerate(all) - 1; i >= 0; i--) {
            if (all[i].getName().startsWith(RacedSort.THREAD)) {
                all[i].join();
            }
        }
    }

    private static boolean isRacing() {
        Thread[] all = new Thread[1000];
        return Arrays.stream(all, 0, Thread.enumerate(all))
                .anyMatch(thread -> thread.getName().startsWith(RacedSort.THREAD));
    }

    @Test
    void theTwinComputesUntilVectorsHaveWon() throws InterruptedException {
        Contest raced = new Contest(named("twin", 100_000), named("vectors", 0));
        raced.run(0, 0, 0, 0, ENOUGH - 1);
        awaitRace();
        raced.run(0, 0, 0, 0, 0);
        assertThat(asked).as("not computed enough for a race").containsExactly("twin", "twin");
        raced.run(0, 0, 0, 0, 1);
        awaitRace();
        asked.clear();
        raced.run(0, 0, 0, 0, 1);
        assertThat(asked).containsExactly("vectors");
        assertThat(raced.won).isTrue();
    }

    @Test
    void vectorsThatAreSlowerNeverCompute() throws InterruptedException {
        Contest raced = new Contest(named("twin", 0), named("vectors", 1_000_000));
        raced.run(0, 0, 0, 0, ENOUGH);
        awaitRace();
        asked.clear();
        raced.run(0, 0, 0, 0, ENOUGH);
        assertThat(asked).containsExactly("twin");
        assertThat(raced.won).isFalse();
    }

    @Test
    void aWinThatIsNotRepeatedIsTakenBack() throws InterruptedException {
        long[] calls = {0};
        UnaryKernel late = named("twin", 100_000);
        UnaryKernel fast = named("twin", 0);
        UnaryKernel twin = (in, inStride, out, outStride, n) -> {
            boolean compiled = n == SAMPLE && calls[0]++ >= COMPILED_AFTER;
            (compiled ? fast : late).run(in, inStride, out, outStride, n);
        };
        Contest raced = new Contest(twin, named("vectors", 50_000));
        raced.run(0, 0, 0, 0, ENOUGH);
        awaitRace();
        asked.clear();
        raced.run(0, 0, 0, 0, 1);
        assertThat(asked).containsExactly("twin");
        assertThat(raced.won).isFalse();
    }

    @Test
    void vectorsThatStayObjectsOrLoseAreMadeAnewAtOnce() throws InterruptedException {
        Contest raced = new Contest(named("twin", 10_000), leaving("boxed", 8, () -> new double[12]),
                named("slow", 1_000_000), named("clean", 0));
        raced.run(0, 0, 0, 0, ENOUGH);
        awaitRace();
        raced.run(0, 0, 0, 0, 1);
        assertThat(asked).last().isEqualTo("clean");
        assertThat(raced.won).isTrue();
    }

    @Test
    void vectorsThatStayObjectsEachTimeComputeAndAreMadeAnewLater() throws InterruptedException {
        UnaryKernel boxed = leaving("boxed", 8, () -> new double[12]);
        Contest raced = new Contest(named("twin", 10_000), boxed, boxed, boxed, named("clean", 0));
        raced.run(0, 0, 0, 0, ENOUGH);
        awaitRace();
        asked.clear();
        raced.run(0, 0, 0, 0, 1);
        assertThat(asked).containsExactly("boxed");
        assertThat(raced.won).isFalse();
        raced.run(0, 0, 0, 0, 3 * ENOUGH);
        awaitRace();
        asked.clear();
        raced.run(0, 0, 0, 0, 1);
        assertThat(asked).containsExactly("clean");
    }

    @Test
    void objectsThatHaveWonStayWhereThoseMadeAnewLose() throws InterruptedException {
        UnaryKernel boxed = leaving("boxed", 8, () -> new double[12]);
        UnaryKernel slow = named("slow", 1_000_000);
        Contest raced = new Contest(named("twin", 10_000), boxed, boxed, boxed, slow, slow, slow, named("clean", 0));
        long seen = 0;
        for (String faster : new String[]{"boxed", "boxed", "clean"}) {
            raced.run(0, 0, 0, 0, Math.max(ENOUGH, 4 * seen));
            seen += Math.max(ENOUGH, 4 * seen);
            awaitRace();
            asked.clear();
            raced.run(0, 0, 0, 0, 1);
            assertThat(asked).containsExactly(faster);
        }
    }

    @Test
    void aFormThatHasWonStaysWhereAnotherAndThoseMadeAnewLose() throws InterruptedException {
        UnaryKernel slow = named("slow", 1_000_000);
        UnaryKernel won = named("won", 0);
        Contest raced = new Contest(2, named("twin", 10_000),
                (in, inStride, out, outStride, n) -> (outStride == Long.BYTES
                        ? won
                        : slow).run(in, inStride, out, outStride, n),
                slow, slow);
        raced.run(0, 0, 0, Long.BYTES, ENOUGH);
        awaitRace();
        asked.clear();
        raced.run(0, 0, 0, Long.BYTES, 1);
        assertThat(asked).containsExactly("won");
    }

    @Test
    void masksThatStayObjectsAreSeen() throws InterruptedException {
        Contest raced = new Contest(named("twin", 10_000), leaving("boxed", 8, () -> new boolean[24]));
        raced.run(0, 0, 0, 0, ENOUGH);
        awaitRace();
        assertThat(raced.won).isFalse();
    }

    /** Such as constants, which the compiler makes objects once for a call. */
    @Test
    void whatIsLeftBehindOnceForACallIsNoReasonToWait() throws InterruptedException {
        Contest raced = new Contest(named("twin", 10_000), leaving("vectors", SAMPLE, () -> new double[1000]));
        raced.run(0, 0, 0, 0, ENOUGH);
        awaitRace();
        assertThat(raced.won).isTrue();
    }

    @Test
    void withoutVectorsTheTwinStays() throws InterruptedException {
        UnaryKernel twin = named("twin", 0);
        Contest raced = new Contest(twin, twin);
        raced.run(0, 0, 0, 0, ENOUGH);
        awaitRace();
        raced.run(0, 0, 0, 0, ENOUGH);
        assertThat(asked).containsExactly("twin", "twin");
        assertThat(raced.won).isFalse();
    }

    @Test
    void kernelsInsideOfARacingOneRunOnVectors() throws InterruptedException {
        Contest inner = new Contest(named("inner twin", 0), named("inner vectors", 0));
        UnaryKernel outer = (in, inStride, out, outStride, n) -> {
            if (isSample(n)) {
                inner.run(in, inStride, out, outStride, 1);
            }
        };
        Contest raced = new Contest(named("twin", 100_000), outer);
        raced.run(0, 0, 0, 0, ENOUGH);
        awaitRace();
        assertThat(asked).contains("inner vectors").doesNotContain("inner twin");
    }

    /** Longer than a race is patient with what stays as it is. */
    @Test
    void vectorsThatStillGetFasterAreWaitedFor() throws InterruptedException {
        long[] calls = {0};
        UnaryKernel slow = named("vectors", 9_000_000);
        UnaryKernel better = named("vectors", 2_300_000);
        UnaryKernel compiled = named("vectors", 0);
        Contest raced = new Contest(named("twin", 100_000), slow, slow, (in, inStride, out, outStride, n) -> {
            long call = n == SAMPLE ? calls[0]++ : Long.MAX_VALUE;
            (call < 160 ? slow : call < 160 + 640 ? better : compiled).run(in, inStride, out, outStride, n);
        });
        raced.patience = 2_000_000_000;
        raced.run(0, 0, 0, 0, ENOUGH);
        awaitRace();
        asked.clear();
        raced.run(0, 0, 0, 0, 1);
        assertThat(asked).containsExactly("vectors");
    }

    /** What a kernel has computed long before must not keep it from another race for as long again. */
    @Test
    void aRaceIsHeldAgainOnceItCostsAHundredth() throws InterruptedException {
        UnaryKernel slow = named("slow", 100_000);
        Contest raced = new Contest(named("twin", 50_000), slow, slow, slow, named("vectors", 0));
        raced.run(0, 0, 0, 0, 100 * ENOUGH);
        awaitRace();
        raced.run(0, 0, 0, 0, ENOUGH);
        awaitRace();
        asked.clear();
        raced.run(0, 0, 0, 0, 1);
        assertThat(asked).containsExactly("twin");
        raced.run(0, 0, 0, 0, 100 * ENOUGH);
        awaitRace();
        asked.clear();
        raced.run(0, 0, 0, 0, 1);
        assertThat(asked).containsExactly("vectors");
    }

    @Test
    void whoeverRacesForLongLetsOthersRace() throws InterruptedException {
        Contest lost = new Contest(named("twin", 0), named("vectors", 1_000_000));
        lost.run(0, 0, 0, 0, ENOUGH);
        Contest raced = new Contest(named("twin", 100_000), named("vectors", 0));
        raced.run(0, 0, 0, 0, ENOUGH);
        while (!raced.won) {
            Thread.sleep(1);
        }
        assertThat(isRacing()).as("the race that is lost goes on").isTrue();
        awaitRace();
    }

    /** Of sums: has been asked for neighbours, and for every other element. */
    private final class Sums implements ReduceKernel {
        private final boolean steps;
        private final Set<Long> sampled = new ConcurrentSkipListSet<>();

        Sums(boolean steps) {
            this.steps = steps;
        }

        @Override
        public boolean takesSteps() {
            return steps;
        }

        @Override
        public void run(long in, long stride, long n, long acc) {
            if (isSample(n * stride / Double.BYTES)) {
                sampled.add(stride);
            } else {
                asked.add("vectors by " + stride);
            }
        }

        RacedReduce raced() {
            return new RacedReduce(Op.ADD, Lane.F64, Lane.F64) {
                @Override
                ReduceKernel make(ReduceKernel beside) {
                    return Sums.this;
                }
            };
        }
    }

    @Test
    void sumsOfEveryOtherElementAreRacedByThemselves() throws InterruptedException {
        try (Arena arena = Arena.ofConfined()) {
            long at = arena.allocate(Double.BYTES, Double.BYTES).address();
            for (boolean steps : new boolean[]{true, false}) {
                Sums vectors = new Sums(steps);
                RacedReduce raced = vectors.raced();
                raced.each(at, Double.BYTES, 1, 0, at, 0, ENOUGH);
                awaitRace();
                asked.clear();
                raced.run(at, Double.BYTES, 1, at);
                raced.run(at, 2L * Double.BYTES, 1, at);
                assertThat(asked).containsExactly("vectors by 8", "vectors by 16");
                assertThat(vectors.sampled).as("takes steps: " + steps)
                        .isEqualTo(steps ? Set.of(8L, 16L) : Set.of(8L));
            }
        }
    }

    private final class OnArrays extends RacedOnArrays<String> {
        private final AtomicBoolean over = new AtomicBoolean();
        private final int scratch;

        /** @param scratch doubles that vectors leave behind for a sample */
        OnArrays(int scratch) {
            super("arrays", "twin", ENOUGH);
            this.scratch = scratch;
        }

        @Override
        protected String onVectors() {
            return "vectors";
        }

        @Override
        protected int elements() {
            return 1;
        }

        @Override
        protected void sample(String either, long room) {
            Raw.i64(room, 1); // may be written
            boolean isTwin = either.equals("twin");
            left.add(new double[isTwin ? 0 : scratch]);
            left.clear();
            compute(isTwin ? 100_000 : 0);
        }

        @Override
        protected void won() {
            over.set(true);
        }
    }

    @Test
    void whatComputesOnArraysIsToldOnceVectorsHaveWon() throws InterruptedException {
        OnArrays raced = new OnArrays(20);
        assertThat(raced.faster(ENOUGH)).isEqualTo("twin");
        awaitRace();
        assertThat(raced.over).isTrue();
        assertThat(raced.faster(1)).isEqualTo("vectors");
    }

    /** It has no half of a sample to compare with. */
    @Test
    void ofWhatComputesOnArraysAllThatIsLeftBehindCounts() throws InterruptedException {
        OnArrays raced = new OnArrays(100);
        raced.faster(ENOUGH);
        awaitRace();
        assertThat(raced.over).isFalse();
    }
}
