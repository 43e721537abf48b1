package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.arrayport.core.foreign.Releases;
import io.arrayport.core.memory.Memory;

/** The one thing that is trusted in a managed tensor, ours or foreign: its deleter. */
final class Managed {
    private Managed() {}

    /**
     * Gives the tensor back to its producer. The field is read now, not on arrival: a producer that leaves, as this
     * library does at shutdown, sets it to NULL, and then there is nobody to call.
     */
    static void release(long address, Abi.Form form) {
        long deleter = deleter(address, form);
        if (LiveExports.isDeleter(deleter)) {
            Releases.withStack(() -> LiveExports.delete(deleter, address));
        } else {
            Releases.foreign(() -> callDeleter(address, form));
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
}
