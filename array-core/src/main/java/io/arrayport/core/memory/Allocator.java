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
     * @param bytes a multiple of 64, at least 64
     * @return a 64-byte aligned address, never 0
     */
    long allocate(long bytes, boolean zeroed);

    /** Takes back what {@link #allocate} gave, with the same {@code bytes}. */
    void free(long address, long bytes);

    /** The one in use. */
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
                case "native" -> new Recycler(new NativeAllocator());
                case "checked" -> new CheckedAllocator(new NativeAllocator());
                default -> null;
            };
        }
    }
}
