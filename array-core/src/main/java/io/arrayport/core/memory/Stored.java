package io.arrayport.core.memory;

/** Something whose bytes lie in a storage: what a {@link Scope} can keep. */
public interface Stored {
    /** The owner of the bytes. */
    Storage storage();
}
