package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    private static final long LIMIT = 64L << 20;

    static final class DropsTemporaries {
        public static void main(String[] args) throws InterruptedException {
            // Interrupted or not: a thread that is must not fail where others pass.
            if (args.length > 0) {
                Thread.currentThread().interrupt();
            }
            long most = 0;
            AtomicInteger here = new AtomicInteger();
            Thread me = Thread.currentThread();
            for (int round = 0; round < 3_000; round++) {
                Storage storage = Storage.allocate(1 << 20);
                Memory.segment(storage.address(), 4096).fill((byte) round);
                // A neighbour's hook may wait for locks that an allocating thread holds: it belongs on another.
                Storage.foreign("test", 4096, 8, Device.CPU, Access.WRITEABLE,
                        () -> here.addAndGet(Thread.currentThread() == me ? 1 : 0));
                most = Math.max(most, Ledger.counts().nativeBytes());
            }
            System.out.println("most " + most);
            System.out.println("hooks on this thread " + here);
            System.out.println("interrupted " + Thread.interrupted());
        }
    }

    static final class KeepsEverything {
        public static void main(String[] args) {
            List<Storage> kept = new ArrayList<>();
            try {
                while (true) {
                    kept.add(Storage.allocate(1 << 20));
                }
            } catch (MemoryBudgetException e) {
                System.out.println("kept " + kept.size());
                System.out.println(e.getMessage());
            }
            kept.removeLast().close();
            kept.add(Storage.allocate(1 << 20));
            System.out.println("again " + kept.size());
        }
    }

    static final class AllocatesOnce {
        public static void main(String[] args) {
            try {
                Storage.allocate(Long.parseLong(args[0])).close();
                System.out.println("allocated");
            } catch (RuntimeException e) {
                System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
            try {
                Storage.allocate(Long.parseLong(args[0])).close();
            } catch (RuntimeException e) {
                System.out.println("and " + e.getClass().getSimpleName());
            }
        }
    }

    private static ForkedJvm child(String budget) {
        return ForkedJvm.with("-D" + Budget.PROPERTY + "=" + budget, "-D" + Allocator.PROPERTY + "=native", "-Xmx64m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "interrupted"})
    void aLoopOfDroppedTemporariesGoesOnForThousandsOfRounds(String argument) {
        String[] args = argument.isEmpty() ? new String[0] : new String[]{argument};
        ForkedJvm.Result result = child("64MiB").start(DropsTemporaries.class, args);
        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.out()).contains("interrupted " + !argument.isEmpty())
                .contains("hooks on this thread 0");
        long most = Long.parseLong(result.out().lines().filter(line -> line.startsWith("most")).findFirst()
                .orElseThrow().substring(5));
        assertThat(most).isGreaterThan(LIMIT / 2).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void whoKeepsEverythingIsToldWhatWasAskedHeldAndAllowed() {
        ForkedJvm.Result result = child("64m").start(KeepsEverything.class);
        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.out()).contains("kept 64")
                .contains("allocate: 1048576 bytes were asked, 67108864 bytes are held of 67108864 allowed"
                        + " (io.arrayport.memory.budget); close arrays, use a scope, or raise the budget")
                .contains("again 64");
    }

    @Test
    void aRequestBeyondTheLimitFailsAtOnce() {
        ForkedJvm.Result result = child("1048576").start(AllocatesOnce.class, "1048577");
        assertThat(result.out()).contains("MemoryBudgetException: allocate: 1048577 bytes were asked, 0 bytes are held"
                + " of 1048576 allowed").contains("and MemoryBudgetException");
        assertThat(child("1048576").start(AllocatesOnce.class, "1048576").out()).contains("allocated");
    }

    @Test
    void withoutALimitTheSystemItselfRefuses() {
        ForkedJvm.Result result = child(Long.toString(Long.MAX_VALUE)).start(AllocatesOnce.class,
                Long.toString(Long.MAX_VALUE - 4096));
        assertThat(result.out()).contains("MemoryBudgetException: allocate: the system refused")
                .contains("and MemoryBudgetException");
        result = child(Long.toString(Long.MAX_VALUE)).start(AllocatesOnce.class, Long.toString(Long.MAX_VALUE));
        assertThat(result.out()).contains("MemoryBudgetException: allocate: " + Long.MAX_VALUE + " bytes were asked");
    }

    @Test
    void aPropertyThatMakesNoSenseIsEveryAllocationsError() {
        ForkedJvm.Result result = child("plenty").start(AllocatesOnce.class, "8");
        assertThat(result.out()).contains("ArrayportException: io.arrayport.memory.budget: 'plenty' is not a number of"
                + " bytes; give one such as 4294967296, 4g or 4GiB").contains("and ArrayportException");
        result = ForkedJvm.with("-D" + Allocator.PROPERTY + "=jemalloc").start(AllocatesOnce.class, "8");
        assertThat(result.out()).contains("ArrayportException: io.arrayport.allocator: 'jemalloc' is not an allocator;"
                + " use native or checked").contains("and ArrayportException");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "123,123", "1k,1024", "1KiB,1024", "2m,2097152", "2 MiB,2097152", "3g,3221225472",
            "1TiB,1099511627776", "9223372036854775807,9223372036854775807", "9223372036854775808,9223372036854775807",
            "99999999999999t,9223372036854775807"})
    void takesBytesOrAUnit(String text, long bytes) {
        assertThat(Budget.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5g", "g", "1x", "1 2", "0x10", "1e9", "10%", "1iB"})
    void refusesWhatIsNoNumberOfBytes(String text) {
        assertThat(Budget.parse(text)).isNegative();
    }

    @Test
    void refusedBytesAreNotHeld() {
        long before = Ledger.counts().nativeBytes();
        assertThatThrownBy(() -> Storage.allocate(1L << 60)).isInstanceOf(MemoryBudgetException.class);
        assertThat(Ledger.counts().nativeBytes()).isEqualTo(before);
    }
}
