package io.arrayport.core.memory;

/** Counts what another allocator gives, and keeps nothing. */
record Budgeted(Allocator under) implements Allocator {
    @Override
    public long allocate(long bytes, boolean zeroed) {
        Budget.reserve(bytes, Kept.NOTHING);
        long address = 0;
        try {
            address = under.allocate(bytes, zeroed);
            return address;
        } finally {
            if (address == 0) {
                Budget.release(bytes);
            }
        }
    }

    @Override
    public void free(long address, long bytes) {
        under.free(address, bytes);
        Budget.release(bytes);
    }
}
