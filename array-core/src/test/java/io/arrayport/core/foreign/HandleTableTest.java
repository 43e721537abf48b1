package io.arrayport.core.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTableTest {
    private static final class Item extends HandleTable.Entry {}

    private final HandleTable<Item> table = new HandleTable<>();

    @Test
    void anIdFindsItsValueOnce() {
        Item item = new Item();
        long id = table.put(item);
        assertThat(id).isNotZero().isEqualTo(item.id());
        assertThat(table.remove(id)).isSameAs(item);
        assertThat(table.remove(id)).isNull();
    }

    @Test
    void aStaleIdDoesNotFindTheNextValueOfItsSlot() {
        long stale = table.put(new Item());
        table.remove(stale);
        Item next = new Item();
        long id = table.put(next);
        assertThat(id).isNotEqualTo(stale);
        assertThat(table.remove(stale)).isNull();
        assertThat(table.remove(id)).isSameAs(next);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE, 0x7f00_dead_beefL})
    void anIdThatWasNeverGivenFindsNothing(long id) {
        table.put(new Item());
        assertThat(table.remove(id)).isNull();
    }

    @Test
    void whatIsInItAndWhatWasTakenOutIsCounted() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            ids.add(table.put(new Item()));
        }
        ids.subList(0, 1000).forEach(table::remove);
        assertThat(table.remove(ids.getFirst())).as("taken out before").isNull();
        table.put(new Item());
        assertThat(table.counts()).isEqualTo(new HandleTable.Counts(2001, 1000));
    }

    @Test
    void tensOfThousandsMayBeLiveAtOnce() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            ids.add(table.put(new Item()));
        }
        assertThat(new HashSet<>(ids)).hasSize(50_000);
        AtomicInteger seen = new AtomicInteger();
        table.forEach(item -> seen.incrementAndGet());
        assertThat(seen).hasValue(50_000);
        assertThat(ids).allMatch(id -> table.remove(id) != null);
        table.forEach(item -> seen.incrementAndGet());
        assertThat(seen).hasValue(50_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachValueIsTakenByExactlyOneOfManyThreads(long seed) throws Exception {
        int threads = 8;
        int each = 20_000;
        long[] shared = new long[threads * each];
        AtomicInteger published = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        List<Callable<Void>> work = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            Random random = new Random(seed * 31 + t);
            work.add(() -> {
                for (int i = 0; i < each; i++) {
                    shared[published.getAndIncrement()] = table.put(new Item());
                    // Two attempts at random ids, so that several threads go for the same one.
                    for (int k = 0; k < 2; k++) {
                        if (table.remove(shared[random.nextInt(published.get())]) != null) {
                            taken.incrementAndGet();
                        }
                    }
                }
                return null;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> done : pool.invokeAll(work)) {
                done.get();
            }
        }
        Set<Long> left = new HashSet<>();
        table.forEach(item -> left.add(item.id()));
        assertThat(left.size() + taken.get()).as("seed %d", seed).isEqualTo(threads * each);
    }
}
