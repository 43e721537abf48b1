package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.invoke.MethodHandles;

import io.arrayport.core.foreign.HandleTable;
import io.arrayport.core.foreign.NativeCode;
import io.arrayport.core.memory.Memory;

/**
 * What this process has exported and nobody has released yet, and the two C functions through which consumers release
 * it. A deleter may be called from any thread, at any time, also while the VM goes down.
 */
final class LiveExports {
    private static final HandleTable<Export> TABLE = new HandleTable<>();
    private static final long LEGACY_DELETER = Natives.deleterStub(MethodHandles.lookup(), "deleteLegacy");
    private static final long VERSIONED_DELETER = Natives.deleterStub(MethodHandles.lookup(), "deleteVersioned");

    /** Once set, no deleter may lead into this VM any more. */
    private static volatile boolean leaving;

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(LiveExports::disarm, "arrayport-dlpack-exit"));
        } catch (IllegalStateException e) {
            leaving = true; // the VM is going down already
        }
    }

    private LiveExports() {}

    /** Enters an export and arms its block: writes {@code manager_ctx} and {@code deleter}. */
    static void add(Export export) {
        long id = TABLE.put(export);
        Abi.Form form = export.form;
        Memory.RAW.set(JAVA_LONG_UNALIGNED, export.block + form.managerCtx, id);
        Memory.RAW.set(JAVA_LONG_UNALIGNED, export.block + form.deleter,
                form == Abi.Form.LEGACY ? LEGACY_DELETER : VERSIONED_DELETER);
        if (leaving) {
            // The hook may have passed this one by. It is ours still: nobody else knows the block before we return.
            Memory.RAW.set(JAVA_LONG_UNALIGNED, export.block + form.deleter, 0);
        }
    }

    /** Whether it is one of ours, or none: what waits for no lock of anybody's. */
    static boolean isDeleter(long function) {
        return function == VERSIONED_DELETER || function == LEGACY_DELETER || function == 0;
    }

    /** What {@code function}, which is one of ours or none, does when C calls it, without the way through C. */
    static void delete(long function, long self) {
        if (function != 0) {
            delete(self, function == LEGACY_DELETER ? Abi.Form.LEGACY : Abi.Form.VERSIONED);
        }
    }

    static long live() {
        return TABLE.counts().live();
    }

    static long released() {
        return TABLE.counts().removed();
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static void deleteLegacy(long self) {
        delete(self, Abi.Form.LEGACY);
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static void deleteVersioned(long self) {
        delete(self, Abi.Form.VERSIONED);
    }

    /** What escapes here ends the VM, so nothing does. A NULL, an id seen before and one never given are no-ops. */
    private static void delete(long self, Abi.Form form) {
        try {
            if (self != 0) {
                release(Memory.RAW.get(JAVA_LONG_UNALIGNED, self + form.managerCtx));
            }
        } catch (Throwable t) {
            report(t);
        }
    }

    private static void release(long id) {
        Export export = TABLE.remove(id);
        if (export == null) {
            return;
        }
        try {
            export.lease.close();
        } finally {
            // The block by our own record: a consumer may have moved the struct and pass us the copy.
            Memory.RAW.set(JAVA_LONG_UNALIGNED, export.block + export.form.managerCtx, 0);
            Memory.RAW.set(JAVA_LONG_UNALIGNED, export.block + export.form.deleter, 0);
            NativeCode.free(export.block);
        }
    }

    private static void report(Throwable t) {
        try {
            System.getLogger(LiveExports.class.getName()).log(System.Logger.Level.WARNING,
                    "dlpack: a deleter could not release its array", t);
        } catch (Throwable second) {
            // Nothing is left to say it with.
        }
    }

    /**
     * The shutdown hook: a consumer that clears up in C's {@code atexit} finds no deleter, where it would jump into a
     * dead VM. Taking the id first keeps a deleter that runs right now from freeing the block under this write; the
     * memory goes with the process.
     */
    private static void disarm() {
        leaving = true;
        TABLE.forEach(export -> {
            if (TABLE.remove(export.id()) != null) {
                Memory.RAW.set(JAVA_LONG_UNALIGNED, export.block + export.form.deleter, 0);
            }
        });
    }
}
