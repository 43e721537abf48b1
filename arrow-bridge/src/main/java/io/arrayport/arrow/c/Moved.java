package io.arrayport.arrow.c;

import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.foreign.NativeCode;

/**
 * A struct that was moved out of a producer's memory, which is what the interfaces call taking it: a copy of our own
 * with the release callback, the original marked as released. Whoever has it calls {@link #run} once.
 *
 * <p>A callback of the struct may come to {@link #run}, or another thread may while one is under way; the producer
 * then still works with the struct. So callbacks lie between {@link #enter} and {@link #exit}, and the last of them to
 * end gives back.
 */
final class Moved implements Runnable {
    final Struct struct;
    /** Of the copy. */
    final long address;
    /** Calls under way. */
    private int uses;
    private boolean gone;

    private Moved(Struct struct, long address) {
        this.struct = struct;
        this.address = address;
    }

    /**
     * Says whether a struct can be taken at all; looks at its release callback only.
     *
     * @throws ForeignDescriptorException where the address is NULL or no struct's, or the struct was released or moved
     */
    static void check(String operation, Struct struct, long address) {
        requireAddress(operation, struct, address);
        if (Raw.word(address + struct.release) == 0) {
            throw released(operation, struct, address);
        }
    }

    private static void requireAddress(String operation, Struct struct, long address) {
        if (address <= 0 || address % Struct.WORD != 0) {
            throw new ForeignDescriptorException("arrow " + operation + ": " + struct.title + ": expected an address "
                    + "that is a multiple of 8, found 0x" + Long.toHexString(address));
        }
    }

    private static ForeignDescriptorException released(String operation, Struct struct, long address) {
        return new ForeignDescriptorException("arrow " + operation + ": " + struct.title + " at 0x"
                + Long.toHexString(address) + ": release is NULL: it was released, or moved to another consumer; a "
                + "struct is taken once, export again");
    }

    /**
     * Takes a struct, for exactly one of all that try at once.
     *
     * @throws ForeignDescriptorException as {@link #check}
     */
    static Moved take(String operation, Struct struct, long address) {
        requireAddress(operation, struct, address);
        long copy = Calls.malloc(struct.size);
        for (long at = 0; at < struct.size; at += Struct.WORD) {
            Raw.word(copy + at, Raw.word(address + at));
        }
        long release = Raw.take(address + struct.release);
        if (release == 0) {
            NativeCode.free(copy);
            throw released(operation, struct, address);
        }
        Raw.word(copy + struct.release, release);
        return new Moved(struct, copy);
    }

    /** Memory for a struct that a producer's function will fill; marked as released until then. */
    static Moved empty(Struct struct) {
        long address = Calls.malloc(struct.size);
        Raw.clear(address, struct.size);
        return new Moved(struct, address);
    }

    /** Whether the producer left it marked as released: the end of a stream. */
    boolean isEmpty() {
        return Raw.word(address + struct.release) == 0;
    }

    /** Announces a call of the struct's callbacks, which {@link #exit} ends; false if {@link #run} was called. */
    synchronized boolean enter() {
        if (gone) {
            return false;
        }
        uses++;
        return true;
    }

    /** Ends a call; gives back if {@link #run} was called meanwhile and no other call is under way. */
    void exit() {
        if (isLastToLeave()) {
            Calls.releasing(release(), this::give);
        }
    }

    private synchronized boolean isLastToLeave() {
        uses--;
        return gone && uses == 0;
    }

    /**
     * Calls the producer's release callback and frees the copy, now or when no call is under way any more; the second
     * time nothing. Never throws but for bugs.
     */
    @Override
    public void run() {
        if (isGivenUpNow()) {
            Calls.releasing(release(), this::give);
        }
    }

    private synchronized boolean isGivenUpNow() {
        boolean first = !gone;
        gone = true;
        return first && uses == 0;
    }

    /** The field is read now, not on arrival: what fills the struct may come later, or never. */
    private void give() {
        try {
            long release = release();
            if (release != 0) {
                Calls.release(release, address);
            }
        } finally {
            NativeCode.free(address);
        }
    }

    private long release() {
        return Raw.word(address + struct.release);
    }
}
