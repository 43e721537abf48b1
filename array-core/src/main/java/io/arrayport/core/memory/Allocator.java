package io.arrayport.core.memory;

import java.util.Locale;

import io.arrayport.core.error.ArrayportException;
import org.jspecify.annotations.Nullable;

/**
 * Where native blocks come from. The system property {@value #PROPERTY} chooses: {@code native} (the default) or
 * {@code checked}, which finds writes outside a block and after its release.
 */
interface Allocator {
    /** Name of the system property. */
    String PROPERTY = "io.arrayport.allocator";

    /**
     * How many bytes a block has in which there is room for {@code bytes}.
     *
     * @throws io.arrayport.core.error.MemoryBudgetException if that can never be
     */
    default long capacity(long bytes) {
        return Budget.checkedPadding(bytes);
    }

    /**
     * @param bytes a multiple of 64, at least 64
     * @return a 64-byte aligned address, never 0
     */
    long allocate(long bytes, boolean zeroed);

    /** Takes back what {@link #allocate} gave, with the same {@code bytes}. */
    void free(long address, long bytes);

    /** Whether freed blocks of at most {@link SizeClass#SMALL} bytes may be used again without its knowing. */
    default boolean lendsSmall() {
        return false;
    }

    /**
     * Lets the system give the first pages of a fresh block now, so that it is seen how long that takes.
     *
     * @return of how many bytes
     */
    default long touch(long address, long bytes) {
        return bytes;
    }

    /** Makes a block that is in use zero. */
    default void clear(long address, long bytes) {
        Memory.segment(address, bytes).fill((byte) 0);
    }

    /** Gives to the system what is kept for later; returns how many bytes. */
    default long trim() {
        return 0;
    }

    /** Called from time to time, about each second. */
    default void tick() {}

    /** The one in use, which counts in the {@link Budget}. */
    static Allocator current() {
        Allocator current = Holder.CURRENT;
        if (current == null) {
            throw new ArrayportException(
                    PROPERTY + ": '" + System.getProperty(PROPERTY) + "' is not an allocator; use native or checked");
        }
        return current;
    }

    /** Initialised at the first allocation; nothing where the property names none. */
    final class Holder {
        static final @Nullable Allocator CURRENT = choose(System.getProperty(PROPERTY, "native"));

        private Holder() {}

        private static @Nullable Allocator choose(String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "native" -> new Pool(new NativeAllocator());
                case "checked" -> new Budgeted(new CheckedAllocator(new NativeAllocator()));
                default -> null;
            };
        }
    }
}
