package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.arrayport.core.error.MemoryBudgetException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolTest {
    private static final long LARGE = 64L << 10;

    /** Gives numbers for addresses, and remembers. */
    private static final class Counting implements Allocator {
        private final List<Long> freed = new ArrayList<>();
        private final List<Long> cleared = new ArrayList<>();
        private long last;
        private int refusals;
        private int trims;

        @Override
        public long allocate(long bytes, boolean zeroed) {
            if (refusals > 0) {
                refusals--;
                throw new MemoryBudgetException("allocate: nothing left");
            }
            return ++last;
        }

        @Override
        public void free(long address, long bytes) {
            freed.add(address);
        }

        @Override
        public void clear(long address, long bytes) {
            cleared.add(address);
        }

        @Override
        public long trim() {
            trims++;
            return 0;
        }
    }

    private final Counting under = new Counting();
    private final Pool pool = new Pool(under);
    private final long pooledBefore = Budget.pooled();
    private final long liveBefore = Budget.live();

    @AfterEach
    void nothingIsCountedThatIsNotThere() {
        pool.trim();
        assertThat(Budget.pooled()).isEqualTo(pooledBefore);
    }

    @ParameterizedTest
    @ValueSource(longs = {1088, LARGE, 4L << 20, 80_000_000, 256L << 20})
    void aBlockIsGivenAgainForItsSizeAndSizesNear(long bytes) {
        long size = pool.capacity(bytes);
        assertThat(pool.capacity(size - 8)).isEqualTo(size);
        long first = pool.allocate(size, false);
        pool.free(first, size);
        long larger = pool.capacity(size + 1);
        assertThat(larger).isGreaterThan(size);
        long other = pool.allocate(larger, false);
        assertThat(other).isNotEqualTo(first);
        assertThat(pool.allocate(size, false)).isEqualTo(first);
        assertThat(under.freed).isEmpty();
        pool.free(first, size);
        pool.free(other, larger);
    }

    @Test
    void anyNumberIsKept() {
        for (long block = 1; block <= 1000; block++) {
            pool.allocate(LARGE, false);
        }
        for (long block = 1; block <= 1000; block++) {
            pool.free(block, LARGE);
        }
        assertThat(under.freed).isEmpty();
        assertThat(Budget.pooled() - pooledBefore).isEqualTo(1000 * LARGE);
        for (long block = 1000; block >= 1; block--) {
            assertThat(pool.allocate(LARGE, false)).isEqualTo(block);
        }
        assertThat(Budget.pooled()).isEqualTo(pooledBefore);
        for (long block = 1; block <= 1000; block++) {
            pool.free(block, LARGE);
        }
        assertThat(pool.trim()).isEqualTo(1000 * LARGE);
        assertThat(under.freed).hasSize(1000);
    }

    @Test
    void whatHasToBeZeroIsClearedIfItWasUsed() {
        long first = pool.allocate(LARGE, true);
        assertThat(under.cleared).as("the system's are zero").isEmpty();
        pool.free(first, LARGE);
        assertThat(pool.allocate(LARGE, true)).isEqualTo(first);
        assertThat(under.cleared).containsExactly(first);
        pool.free(first, LARGE);
    }

    @Test
    void smallBlocksAndOddSizesAreAnothersAffair() {
        for (long bytes : new long[]{64, 1024, LARGE + 64}) {
            pool.free(pool.allocate(bytes, false), bytes);
        }
        assertThat(under.freed).containsExactly(1L, 2L, 3L);
        assertThat(Budget.pooled()).isEqualTo(pooledBefore);
    }

    @Test
    void inUseAndKeptAreBothKnown() {
        long first = pool.allocate(1L << 20, false);
        assertThat(Budget.live() - liveBefore).isEqualTo(1L << 20);
        pool.free(first, 1L << 20);
        assertThat(Budget.live()).isEqualTo(liveBefore);
        assertThat(Budget.pooled() - pooledBefore).isEqualTo(1L << 20);
        assertThat(Budget.peak()).isGreaterThanOrEqualTo(liveBefore + (1L << 20));
    }

    @Test
    void whatNobodyUsesForAWhileGoesBack() {
        long old = pool.allocate(LARGE, false);
        long used = pool.allocate(LARGE, false);
        pool.free(old, LARGE);
        pool.free(used, LARGE);
        for (int i = 0; i < Pool.PATIENCE; i++) {
            pool.tick();
            assertThat(under.freed).isEmpty();
            assertThat(pool.allocate(LARGE, false)).isEqualTo(used);
            pool.free(used, LARGE);
        }
        assertThat(under.trims).isZero();
        pool.tick();
        assertThat(under.freed).containsExactly(old);
        assertThat(under.trims).isEqualTo(1);
        assertThat(pool.allocate(LARGE, false)).isEqualTo(used);
        pool.free(used, LARGE);
    }

    @Test
    void onlyAsMuchIsGivenUpAsIsNeeded() {
        long small = pool.allocate(LARGE, false);
        long[] large = {pool.allocate(4 * LARGE, false), pool.allocate(4 * LARGE, false)};
        pool.free(small, LARGE);
        for (long block : large) {
            pool.free(block, 4 * LARGE);
        }
        assertThat(pool.giveUp(2 * LARGE)).as("one that is large enough").isEqualTo(4 * LARGE);
        assertThat(under.freed).containsExactly(large[1]);
        assertThat(pool.giveUp(5 * LARGE)).as("all there is").isEqualTo(5 * LARGE);
        assertThat(pool.giveUp(64)).isZero();
    }

    @Test
    void whatIsKeptGoesBackBeforeTheSystemRefuses() {
        pool.free(pool.allocate(LARGE, false), LARGE);
        under.refusals = 1;
        assertThat(pool.allocate(2 * LARGE, false)).isEqualTo(2);
        assertThat(under.freed).containsExactly(1L);
        under.refusals = 1;
        long live = Budget.live();
        assertThatThrownBy(() -> pool.allocate(2 * LARGE, false)).isInstanceOf(MemoryBudgetException.class);
        assertThat(Budget.live()).isEqualTo(live);
        pool.free(2, 2 * LARGE);
    }

    /** Real memory under many threads, given back meanwhile: what one has written, no other has. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noBlockHasTwoOwners(boolean virtual) throws InterruptedException {
        Pool shared = new Pool(new NativeAllocator());
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int t = 1; t <= 8; t++) {
            long mark = t;
            Runnable work = () -> use(shared, mark, faults);
            threads.add(virtual ? Thread.ofVirtual().start(work) : Thread.ofPlatform().start(work));
        }
        for (int i = 0; i < 2 * Pool.PATIENCE; i++) {
            shared.tick();
            shared.giveUp(1 << 20);
            Thread.sleep(2);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        shared.trim();
        assertThat(faults).isEmpty();
    }

    private static void use(Pool pool, long mark, List<String> faults) {
        long[] sizes = {64, pool.capacity(2000), pool.capacity(100_000), pool.capacity(5 << 20)};
        for (int i = 0; i < 2_000; i++) {
            boolean zeroed = i % 3 == 0;
            long bytes = sizes[i % 50 == 49 ? 3 : i % 3];
            long block = pool.allocate(bytes, zeroed);
            MemorySegment segment = Memory.segment(block, bytes);
            if (zeroed && (segment.get(ValueLayout.JAVA_LONG, 0) != 0
                    || segment.get(ValueLayout.JAVA_LONG, bytes - 8) != 0)) {
                faults.add("not zero");
            }
            segment.set(ValueLayout.JAVA_LONG, 0, mark);
            segment.set(ValueLayout.JAVA_LONG, bytes - 8, mark);
            Thread.yield();
            if (segment.get(ValueLayout.JAVA_LONG, 0) != mark
                    || segment.get(ValueLayout.JAVA_LONG, bytes - 8) != mark) {
                faults.add("two owners");
            }
            pool.free(block, bytes);
        }
    }
}
