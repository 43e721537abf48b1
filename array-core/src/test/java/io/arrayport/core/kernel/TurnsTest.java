package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose turn it is. */
@Timeout(60)
final class TurnsTest {
    private final Turns turns = new Turns();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final List<String> passed = new ArrayList<>(); // guarded by turns

    private final class One implements Turns.Waiting {
        private final String name;
        private volatile double urgency;

        One(String name, double urgency) {
            this.name = name;
            this.urgency = urgency;
        }

        @Override
        public double urgency() {
            return urgency;
        }

        @Override
        public void passed() {
            passed.add(name);
        }
    }

    /** Starts a thread that takes its turn and passes it on, and returns when it waits. */
    private Thread waiting(One one) throws InterruptedException {
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            turns.await(one);
            order.add(one.name + (Thread.currentThread().isInterrupted() ? " interrupted" : ""));
            turns.pass();
        });
        while (thread.getState() != Thread.State.WAITING) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return thread;
    }

    @Test
    void theMostUrgentIsNextWhoeverCameFirst() throws InterruptedException {
        turns.await(new One("holder", 0));
        One late = new One("late", 1);
        List<Thread> threads = List.of(waiting(new One("two", 2)), waiting(late), waiting(new One("three", 3)));
        late.urgency = Double.POSITIVE_INFINITY; // as it is now, not as it was when it came
        turns.pass();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(order).containsExactly("late", "three", "two");
        assertThat(passed).as("each, whenever another's turn came").containsExactly("two", "three", "two");
    }

    @Test
    void aTurnThatNobodyHasIsTakenAtOnce() {
        One one = new One("one", 0);
        turns.await(one);
        turns.pass();
        turns.await(one);
        assertThat(passed).isEmpty();
    }

    @Test
    void anInterruptWaitsForTheTurn() throws InterruptedException {
        turns.await(new One("holder", 0));
        Thread thread = waiting(new One("one", 1));
        thread.interrupt();
        thread.join(50);
        assertThat(order).as("the turn is still another's").isEmpty();
        turns.pass();
        thread.join();
        assertThat(order).containsExactly("one interrupted");
    }
}
