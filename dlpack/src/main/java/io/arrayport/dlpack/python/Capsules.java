package io.arrayport.dlpack.python;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.dlpack.DlpackRaw;

/** DLPack capsules of Java as those of Python, and back. The caller holds the lock. */
final class Capsules {
    /** The names are part of the protocol; whoever takes the tensor out renames the capsule. */
    private static final long LEGACY = name("dltensor");
    private static final long VERSIONED = name("dltensor_versioned");
    private static final long USED_LEGACY = name("used_dltensor");
    private static final long USED_VERSIONED = name("used_dltensor_versioned");
    private static final long DESTRUCTOR = Upcalls.stub(Capsules.class, "destroy",
            FunctionDescriptor.ofVoid(JAVA_LONG));

    /** Objects that Python has not dropped yet, used or not. */
    private static final Set<Long> LIVE = ConcurrentHashMap.newKeySet();

    private Capsules() {}

    /** A C string that lives as long as the process. */
    static long name(String name) {
        return Arena.global().allocateFrom(name).address();
    }

    /** A capsule of Python that owns the tensor of this one, which is consumed. */
    static long giveNew(DlpackCapsule capsule) {
        long name = capsule.isVersioned() ? VERSIONED : LEGACY;
        long object = CPython.capsuleNew(capsule.address(), name, DESTRUCTOR);
        capsule.consume();
        LIVE.add(object);
        return object;
    }

    /**
     * Takes the tensor out of a capsule of Python, which is left as used.
     *
     * @throws ForeignDescriptorException if it is none, or was used before
     */
    static DlpackCapsule take(long object) {
        boolean versioned = CPython.isCapsule(object, VERSIONED);
        if (!versioned && !CPython.isCapsule(object, LEGACY)) {
            boolean used = CPython.isCapsule(object, USED_VERSIONED) || CPython.isCapsule(object, USED_LEGACY);
            throw new ForeignDescriptorException("python import: " + (used
                    ? "the capsule was used before, and holds its tensor once; ask the producer for another"
                    : "this is no DLPack capsule, expected one of the name dltensor or dltensor_versioned"));
        }
        long address = CPython.capsulePointer(object, versioned ? VERSIONED : LEGACY);
        DlpackCapsule capsule = DlpackCapsule.adopt(address, versioned);
        CPython.renameCapsule(object, versioned ? USED_VERSIONED : USED_LEGACY);
        return capsule;
    }

    /** From now on Python drops capsules without telling this VM. */
    static void disarm() {
        LIVE.forEach(object -> CPython.setDestructor(object, 0));
    }

    /** Target of an upcall: Python drops a capsule. If nobody took its tensor, that goes back to its producer. */
    @SuppressWarnings("unused") // found by name
    private static void destroy(long object) {
        try {
            LIVE.remove(object);
            boolean versioned = CPython.isCapsule(object, VERSIONED);
            if (versioned || CPython.isCapsule(object, LEGACY)) {
                DlpackRaw.release(CPython.capsulePointer(object, versioned ? VERSIONED : LEGACY), versioned);
            }
        } catch (Throwable t) {
            Upcalls.report("a capsule could not be dropped", t);
        }
    }
}
