package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.error.MemoryBudgetException;
import org.junit.jupiter.api.Test;

class RecyclerTest {
    private static final long LARGE = 64L << 10;

    /** Gives numbers for addresses, and remembers. */
    private static final class Counting implements Allocator {
        private final List<Long> freed = new ArrayList<>();
        private long last;
        private int refusals;

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
    }

    private final Counting under = new Counting();
    private final Recycler recycler = new Recycler(under);

    @Test
    void aLargeBlockIsGivenAgainForItsSize() {
        long first = recycler.allocate(LARGE, false);
        recycler.free(first, LARGE);
        assertThat(recycler.allocate(LARGE + 64, false)).isNotEqualTo(first);
        assertThat(recycler.allocate(LARGE, false)).isEqualTo(first);
        assertThat(recycler.allocate(LARGE, false)).isNotEqualTo(first);
        assertThat(under.freed).isEmpty();
    }

    @Test
    void whatHasToBeZeroIsNeverAnOldBlock() {
        long first = recycler.allocate(LARGE, false);
        recycler.free(first, LARGE);
        assertThat(recycler.allocate(LARGE, true)).isNotEqualTo(first);
    }

    @Test
    void smallBlocksGoBackAtOnce() {
        recycler.free(recycler.allocate(LARGE - 64, false), LARGE - 64);
        assertThat(under.freed).containsExactly(1L);
    }

    @Test
    void theOldestGoesWhenTooMuchIsKept() {
        long half = 128L << 20;
        for (long block = 1; block <= 3; block++) {
            recycler.allocate(half, false);
        }
        for (long block = 1; block <= 3; block++) {
            recycler.free(block, half);
        }
        assertThat(under.freed).containsExactly(1L);
        assertThat(recycler.allocate(half, false)).isEqualTo(3);
    }

    @Test
    void theOldestGoesWhenTooManyAreKept() {
        for (long block = 1; block <= 65; block++) {
            recycler.allocate(LARGE, false);
        }
        for (long block = 1; block <= 65; block++) {
            recycler.free(block, LARGE);
        }
        assertThat(under.freed).containsExactly(1L);
    }

    @Test
    void whatIsKeptGoesBackBeforeTheSystemRefuses() {
        recycler.free(recycler.allocate(LARGE, false), LARGE);
        under.refusals = 1;
        assertThat(recycler.allocate(2 * LARGE, false)).isEqualTo(2);
        assertThat(under.freed).containsExactly(1L);
        under.refusals = 1;
        assertThatThrownBy(() -> recycler.allocate(2 * LARGE, false)).isInstanceOf(MemoryBudgetException.class);
    }
}
