package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.arrayport.core.testing.Events;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;

class MemoryEventsTest {

    @Test
    void tellTheWholeLifeOfABlock() throws Exception {
        long[] address = new long[1];
        List<RecordedEvent> events = Events.during(() -> {
            Storage storage = Storage.allocate(777);
            address[0] = storage.address();
            Storage.foreign("torch", 4096, 64, Device.CPU, Access.WRITEABLE, () -> {}).close();
            storage.lease("Arrow vector").close();
            storage.close();
            return null;
        });
        RecordedEvent allocated = only(Events.named("Allocate", events));
        assertFields(allocated, "native", address[0], 777);
        assertThat(allocated.getStackTrace().getFrames())
                .anyMatch(frame -> frame.getMethod().getType().getName().contains("MemoryEventsTest"));
        assertFields(only(Events.named("Import", events)), "torch", 4096, 64);
        RecordedEvent exported = only(Events.named("Export", events));
        assertThat(exported.getString("holder")).isEqualTo("Arrow vector");
        assertThat(exported.getLong("bytes")).isEqualTo(777);
        List<RecordedEvent> released = Events.named("Release", events);
        assertThat(released).hasSize(2);
        assertFields(released.get(0), "torch", 4096, 64);
        assertFields(released.get(1), "native", address[0], 777);
        assertThat(Events.named("Leak", events)).isEmpty();
    }

    @Test
    void onlyADroppedImportIsALeak() throws Exception {
        AtomicInteger released = new AtomicInteger();
        List<RecordedEvent> events = Events.byDefault(() -> {
            drop(released);
            for (int attempt = 0; attempt < 100 && released.get() == 0; attempt++) {
                System.gc();
                Thread.sleep(5);
                Ledger.drain();
            }
            // The event follows the release, perhaps on the reaper's thread.
            Thread.sleep(50);
            return null;
        });
        assertThat(released).hasValue(1);
        assertFields(only(events), "leaky neighbour", 8192, 32);
        assertThat(events.getFirst().getEventType().getName()).isEqualTo("io.arrayport.Leak");
    }

    private static void drop(AtomicInteger released) {
        Storage.allocate(64);
        Storage.foreign("leaky neighbour", 8192, 32, Device.CPU, Access.WRITEABLE, released::incrementAndGet);
    }

    @Test
    void cheapEventsAreOffUntilAskedFor() throws Exception {
        assertThat(Events.byDefault(() -> {
            Storage storage = Storage.allocate(8);
            storage.lease("anyone").close();
            storage.close();
            new StorageTest.Hook().storage(8).close();
            return null;
        })).isEmpty();
    }

    private static RecordedEvent only(List<RecordedEvent> events) {
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static void assertFields(RecordedEvent event, String origin, long address, long bytes) {
        assertThat(event.getString("origin")).isEqualTo(origin);
        assertThat(event.getLong("address")).isEqualTo(address);
        assertThat(event.getLong("bytes")).isEqualTo(bytes);
    }
}
