package io.arrayport.arrow.column;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;

/**
 * The storages that the columns of one import, or of one file, lie in. They live and end together: closing any of these
 * columns ends Java's access through all of them, as closing an array ends it for all views of its storage.
 *
 * <p>Filled while the columns are made, by one thread, and not afterwards.
 */
public final class Owner implements AutoCloseable {
    private final List<Storage> storages;

    /** Of these; more can be added. */
    public Owner(List<Storage> storages) {
        this.storages = new ArrayList<>(storages);
    }

    /** Of none yet; closes those that are added. */
    public Owner() {
        this(List.of());
    }

    /** Takes a storage, and returns it. */
    public Storage add(Storage storage) {
        storages.add(storage);
        return storage;
    }

    /** The storages, still this owner's, in the order in which they were added. */
    public List<Storage> storages() {
        return List.copyOf(storages);
    }

    /** Where they lie, all of a column on one device; main memory where there are none. */
    Device device() {
        return storages.isEmpty() ? Device.CPU : storages.getFirst().device();
    }

    /** Closes all but {@code kept}: what is left of a column that was taken as one array. */
    public void closeAllBut(Storage kept) {
        for (Storage storage : storages) {
            if (storage != kept) {
                storage.close();
            }
        }
    }

    /** Ends Java's access; the memory goes when the last neighbour that uses it lets go. Idempotent. */
    @Override
    public void close() {
        storages.forEach(Storage::close);
    }
}
