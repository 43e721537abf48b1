package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

/** Which of two sorts is asked, and when. */
final class RacedSortTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final StripSort slow = (from, at, n, room) -> LockSupport.parkNanos(20_000_000);

    /** Says who was asked for as many elements as only this test asks for. */
    private StripSort named(String name, StripSort sort) {
        return (from, at, n, room) -> {
            if (n <= 1000) {
                asked.add(name);
            } else {
                sort.run(from, at, n, room);
            }
        };
    }

    private static void sort(StripSort raced, long n, int times) {
        for (int i = 0; i < times; i++) {
            raced.run(0, 0, n, 0);
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

    @Test
    void theTwinSortsUntilVectorsHaveWon() throws InterruptedException {
        StripSort raced = new RacedSort(named("vectors", (from, at, n, room) -> {}), named("twin", slow), Whole.I64, 8);
        sort(raced, 1000, 1000);
        awaitRace();
        assertThat(asked).as("not sorted enough for a race").hasSize(1000).containsOnly("twin");
        sort(raced, 1000, 49);
        awaitRace();
        asked.clear();
        raced.run(0, 0, 10, 0);
        raced.part(0, 0, 10, new long[]{5}, 0);
        assertThat(asked).containsExactly("vectors", "vectors");
    }

    @Test
    void vectorsThatLoseRaceAgainLater() throws InterruptedException {
        long[] calls = {0};
        StripSort slowAtFirst = (from, at, n, room) -> {
            if (n > 1000 && calls[0]++ == 0) {
                throw new IllegalStateException("a race that is lost");
            }
            asked.add("vectors");
        };
        StripSort raced = new RacedSort(slowAtFirst, named("twin", slow), Whole.I64, 8);
        sort(raced, 1000, 1049);
        awaitRace();
        asked.clear();
        sort(raced, 1000, 1);
        assertThat(asked).containsExactly("twin");
        sort(raced, 1 << 23, 2);
        awaitRace();
        asked.clear();
        sort(raced, 1000, 1);
        assertThat(asked).containsExactly("vectors");
    }

    @Test
    void whatIsLongInSortingIsForVectorsAtOnce() {
        StripSort raced = new RacedSort((from, at, n, room) -> asked.add("vectors"), slow, Whole.I32, 4);
        raced.run(0, 0, 1L << 24, 0);
        assertThat(asked).containsExactly("vectors");
    }

    @Test
    void aRaceSortsMemoryOfItsOwn() throws InterruptedException {
        StripSort raced = new RacedSort(ScalarSort.INTS, slow, Whole.I32, 4);
        try (Arena arena = Arena.ofConfined()) {
            long at = arena.allocate(40, 4).address();
            sort(raced, 1 << 20, 1);
            awaitRace();
            for (int i = 0; i < 10; i++) {
                Raw.i32(at + i * 4L, -i);
            }
            raced.run(at, at, 10, 0);
            assertThat(Raw.i32(at)).isEqualTo(-9);
        }
    }
}
