package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeListTest {
    private final FreeList list = new FreeList();

    @Test
    void theLastIsTheFirst() {
        assertThat(list.pop()).isZero();
        list.push(64, 0);
        list.push(128, 0);
        assertThat(list.pop()).isEqualTo(128);
        assertThat(list.pop()).isEqualTo(64);
        assertThat(list.pop()).isZero();
    }

    @Test
    void dropsWhatIsOldAndKeepsTheOthersInOrder() {
        for (int i = 1; i <= 6; i++) {
            list.push(64L * i, i);
        }
        List<Long> dropped = new ArrayList<>();
        list.drop(1, dropped::add);
        assertThat(dropped).isEmpty();
        list.drop(4, dropped::add);
        assertThat(dropped).containsExactlyInAnyOrder(64L, 128L, 192L);
        assertThat(List.of(list.pop(), list.pop(), list.pop(), list.pop())).containsExactly(384L, 320L, 256L, 0L);
    }

    @Test
    void timeMayWrap() {
        list.push(64, Integer.MAX_VALUE);
        List<Long> dropped = new ArrayList<>();
        list.drop(Integer.MAX_VALUE, dropped::add);
        assertThat(dropped).isEmpty();
        list.drop(Integer.MIN_VALUE, dropped::add);
        assertThat(dropped).containsExactly(64L);
    }

    /** Each block has one owner at a time, whoever drops, takes or gives back meanwhile. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noBlockIsGivenTwiceNorLost(boolean virtual) throws InterruptedException {
        int blocks = 50;
        AtomicIntegerArray owners = new AtomicIntegerArray(blocks + 1);
        for (int i = 1; i <= blocks; i++) {
            list.push(i, 0);
        }
        List<Thread> threads = new ArrayList<>();
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        for (int t = 0; t < 8; t++) {
            boolean drops = t == 0;
            Runnable work = () -> {
                for (int i = 0; i < 20_000; i++) {
                    if (drops && i % 100 == 0) {
                        List<Long> old = new ArrayList<>();
                        list.drop(i % 200 == 0 ? 1 : 0, old::add);
                        old.forEach(block -> own(owners, block, faults));
                        old.forEach(block -> giveBack(owners, block, 0));
                        continue;
                    }
                    long block = list.pop();
                    if (block != 0) {
                        own(owners, block, faults);
                        giveBack(owners, block, i & 1);
                    }
                }
            };
            threads.add(virtual ? Thread.ofVirtual().start(work) : Thread.ofPlatform().start(work));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(faults).isEmpty();
        List<Long> left = new ArrayList<>();
        for (long block = list.pop(); block != 0; block = list.pop()) {
            left.add(block);
        }
        assertThat(left).hasSize(blocks).doesNotHaveDuplicates();
    }

    private static void own(AtomicIntegerArray owners, long block, List<String> faults) {
        if (owners.incrementAndGet((int) block) != 1) {
            faults.add("block " + block + " has two owners");
        }
    }

    private void giveBack(AtomicIntegerArray owners, long block, int since) {
        owners.decrementAndGet((int) block);
        list.push(block, since);
    }
}
