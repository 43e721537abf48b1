package io.arrayport.core.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;

class SystemThreadTest {
    @Test
    void aThreadOfTheSystemRunsItself() {
        assertThat(SystemThread.call(Thread::currentThread)).isSameAs(Thread.currentThread());
    }

    @Test
    void aVirtualThreadLeavesItsCarrier() throws Exception {
        FutureTask<Thread> asked = new FutureTask<>(() -> SystemThread.call(Thread::currentThread));
        Thread.ofVirtual().start(asked);
        assertThat(asked.get().isVirtual()).isFalse();
    }

    @Test
    void whatIsThrownThereIsThrownHere() throws Exception {
        FutureTask<Boolean> asked = new FutureTask<>(() -> {
            assertThatThrownBy(() -> SystemThread.run(() -> {
                throw new IllegalStateException("there");
            })).isInstanceOf(IllegalStateException.class).hasMessage("there");
            assertThatThrownBy(() -> SystemThread.run(() -> {
                throw new StackOverflowError("there");
            })).isInstanceOf(StackOverflowError.class).hasMessage("there");
            return true;
        });
        Thread.ofVirtual().start(asked);
        assertThat(asked.get()).isTrue();
    }

    @Test
    void anInterruptIsKeptUntilTheEnd() throws Exception {
        FutureTask<Boolean> asked = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            assertThat(SystemThread.call(() -> 42)).isEqualTo(42);
            return Thread.currentThread().isInterrupted();
        });
        Thread.ofVirtual().start(asked);
        assertThat(asked.get()).isTrue();
    }
}
