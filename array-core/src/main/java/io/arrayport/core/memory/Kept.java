package io.arrayport.core.memory;

/** What waits to be used again, and counts in the {@link Budget} until it is given back to the system. */
interface Kept {
    /** Of an allocator that keeps nothing. */
    Kept NOTHING = new Kept() {
        @Override
        public long take(long bytes) {
            return 0;
        }

        @Override
        public long giveUp(long bytes) {
            return 0;
        }
    };

    /** A block of that size, or 0. */
    long take(long bytes);

    /** Gives at least so many bytes to the system if it has them; returns how many. */
    long giveUp(long bytes);
}
