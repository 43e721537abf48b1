package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.ref.Cleaner;

import io.arrayport.core.foreign.StackRoom;
import io.arrayport.core.foreign.SystemThread;
import io.arrayport.core.memory.Memory;

/** The one thing that is trusted in a managed tensor, ours or foreign: its deleter. */
final class Managed {
    /** Runs what a dropped capsule, or a thread at the end of its stack, left to do. */
    static final Cleaner LATER = Cleaner.create(Thread.ofPlatform().daemon().name("arrayport-dlpack-", 0).factory());

    private Managed() {}

    /**
     * Gives the tensor back to its producer. The field is read now, not on arrival: a producer that leaves, as this
     * library does at shutdown, sets it to NULL, and then there is nobody to call.
     */
    static void release(long address, Abi.Form form) {
        if (LiveExports.isDeleter(deleter(address, form))) {
            withStack(() -> callDeleter(address, form));
        } else {
            SystemThread.run(() -> withStack(() -> callDeleter(address, form)));
        }
    }

    private static void callDeleter(long address, Abi.Form form) {
        long deleter = deleter(address, form);
        if (deleter != 0) {
            Natives.callDeleter(deleter, address);
        }
    }

    private static long deleter(long address, Abi.Form form) {
        return Memory.RAW.get(JAVA_LONG_UNALIGNED, address + form.deleter);
    }

    /** Runs what may call back from C, on a thread that has the stack for it. */
    static void withStack(Runnable release) {
        if (StackRoom.isShort()) {
            // Whoever closes must not fail for it: the collector's thread has a stack of its own.
            LATER.register(new Object(), release);
            return;
        }
        release.run();
    }
}
