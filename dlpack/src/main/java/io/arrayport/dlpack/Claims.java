package io.arrayport.dlpack;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.arrayport.core.error.ForeignDescriptorException;

/**
 * The managed tensors that Java owns at this moment, by address. One owner calls one deleter: adopting an address that
 * is owned already would free it twice.
 */
final class Claims {
    private static final Set<Long> OWNED = ConcurrentHashMap.newKeySet();

    private Claims() {}

    static void claim(String operation, long address) {
        checkNull(operation, address);
        if (!OWNED.add(address)) {
            throw owned(operation, address);
        }
    }

    /** Throws unless {@code address} could be claimed. */
    static void checkFree(String operation, long address) {
        checkNull(operation, address);
        if (OWNED.contains(address)) {
            throw owned(operation, address);
        }
    }

    private static void checkNull(String operation, long address) {
        if (address == 0) {
            throw new ForeignDescriptorException(
                    "dlpack " + operation + ": the address is NULL, expected a managed tensor");
        }
    }

    private static ForeignDescriptorException owned(String operation, long address) {
        return new ForeignDescriptorException("dlpack " + operation + ": the managed tensor at 0x"
                + Long.toHexString(address)
                + " is owned by a capsule or an array already, expected one that nobody owns; consume() the capsule to "
                + "pass it on");
    }

    static void drop(long address) {
        OWNED.remove(address);
    }
}
