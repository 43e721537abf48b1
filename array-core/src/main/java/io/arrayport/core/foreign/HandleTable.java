package io.arrayport.core.foreign;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Java objects by 64-bit id, so that native memory never holds Java state: a struct's {@code manager_ctx} or
 * {@code private_data} carries the id, the table keeps the object alive. Lock-free; a release callback may call it from
 * any thread.
 *
 * <p>An id is a slot number in its low 28 bits and the slot's generation above. A slot is used again, a generation is
 * not, so an id that was removed before, or that was never handed out, finds nothing.
 *
 * @param <T> what the ids stand for; a value is put once and never again
 */
public final class HandleTable<T extends HandleTable.Entry> {
    private static final int INDEX_BITS = 28;
    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;
    private static final int FIRST_CHUNK_BITS = 10;
    private static final int FIRST_CHUNK = 1 << FIRST_CHUNK_BITS;
    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(Slot.class, "value", Entry.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Chunk k holds 1024 &lt;&lt; k slots, so slots never move while the table grows. */
    private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable Slot>> chunks;
    private final AtomicInteger fresh = new AtomicInteger();
    /** Stack of free slots: slot + 1 in the low half, a tag in the high half that changes with every step (no ABA). */
    private final AtomicLong free = new AtomicLong();

    /** An empty table. */
    public HandleTable() {
        chunks = new AtomicReferenceArray<>(INDEX_BITS - FIRST_CHUNK_BITS);
    }

    /** What can be put into a table: it carries its own id. */
    public abstract static class Entry {
        private long id;

        /** For what is put into a table. */
        protected Entry() {}

        /** Returns the id that the table gave; never 0. */
        public final long id() {
            return id;
        }
    }

    private static final class Slot {
        final int index;
        /**
         * One more than values that were taken out. Written only by who has taken one and not yet given the slot back.
         */
        long generation = 1;
        volatile @Nullable Entry value;
        /** Read and written beside an exchange of the stack's head. */
        int nextFree;

        Slot(int index) {
            this.index = index;
        }
    }

    /**
     * Takes a value in and gives it its id.
     *
     * @throws IllegalStateException when 2^28 - 1024 values are live
     */
    public long put(T value) {
        Slot slot = takeSlot();
        long id = slot.generation << INDEX_BITS | slot.index;
        ((Entry) value).id = id;
        slot.value = value;
        return id;
    }

    /** Takes the value of {@code id} out, for exactly one caller; null when the id is stale or was never given. */
    @Nullable
    public T remove(long id) {
        Slot slot = slotAt((int) (id & INDEX_MASK));
        if (slot == null) {
            return null;
        }
        Entry value = slot.value;
        if (value == null || value.id != id || !VALUE.compareAndSet(slot, value, null)) {
            return null;
        }
        slot.generation++;
        freeSlot(slot);
        return cast(value);
    }

    /** The value of {@code id}, which stays in the table; null when the id is stale or was never given. */
    @Nullable
    public T get(long id) {
        Slot slot = slotAt((int) (id & INDEX_MASK));
        Entry value = slot == null ? null : slot.value;
        return value == null || value.id != id ? null : cast(value);
    }

    /** Visits what is live; values put or removed meanwhile may or may not be seen. */
    public void forEach(Consumer<? super T> action) {
        int end = Math.min(fresh.get(), capacity());
        for (int i = 0; i < end; i++) {
            Slot slot = slotAt(i);
            Entry value = slot == null ? null : slot.value;
            if (value != null) {
                action.accept(cast(value));
            }
        }
    }

    /**
     * Values that were put since the start.
     *
     * @param live in the table now
     * @param removed taken out again
     */
    public record Counts(long live, long removed) {}

    /** Counts by looking at each slot; exact while nobody puts or removes any. */
    public Counts counts() {
        long live = 0;
        long removed = 0;
        int end = Math.min(fresh.get(), capacity());
        for (int i = 0; i < end; i++) {
            Slot slot = slotAt(i);
            if (slot != null) {
                live += slot.value == null ? 0 : 1;
                removed += slot.generation - 1;
            }
        }
        return new Counts(live, removed);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private T cast(Entry value) {
        return (T) value;
    }

    private static int capacity() {
        return (1 << INDEX_BITS) - FIRST_CHUNK;
    }

    private Slot takeSlot() {
        for (;;) {
            long head = free.get();
            int top = (int) head;
            if (top == 0) {
                return freshSlot();
            }
            Slot slot = slotAt(top - 1);
            if (slot != null && free.compareAndSet(head, nextTag(head) | slot.nextFree)) {
                return slot;
            }
        }
    }

    private void freeSlot(Slot slot) {
        for (;;) {
            long head = free.get();
            slot.nextFree = (int) head;
            if (free.compareAndSet(head, nextTag(head) | (slot.index + 1))) {
                return;
            }
        }
    }

    private static long nextTag(long head) {
        return ((head >>> 32) + 1) << 32;
    }

    private Slot freshSlot() {
        int index = fresh.getAndUpdate(i -> Math.min(i + 1, capacity()));
        if (index >= capacity()) {
            throw new IllegalStateException("handle table: " + capacity() + " handles are live, which is its limit");
        }
        Slot slot = new Slot(index);
        int chunk = chunkOf(index);
        AtomicReferenceArray<@Nullable Slot> slots = chunks.get(chunk);
        if (slots == null) {
            chunks.compareAndSet(chunk, null, new AtomicReferenceArray<>(FIRST_CHUNK << chunk));
            slots = chunks.get(chunk);
        }
        if (slots == null) {
            throw new AssertionError("a chunk, once set, stays");
        }
        slots.set(positionIn(chunk, index), slot);
        return slot;
    }

    private @Nullable Slot slotAt(int index) {
        if (index >= capacity()) {
            return null;
        }
        int chunk = chunkOf(index);
        AtomicReferenceArray<@Nullable Slot> slots = chunks.get(chunk);
        return slots == null ? null : slots.get(positionIn(chunk, index));
    }

    private static int chunkOf(int index) {
        return 31 - Integer.numberOfLeadingZeros(index + FIRST_CHUNK) - FIRST_CHUNK_BITS;
    }

    private static int positionIn(int chunk, int index) {
        return index + FIRST_CHUNK - (FIRST_CHUNK << chunk);
    }
}
