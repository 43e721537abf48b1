package io.arrayport.arrow.c;

import java.lang.invoke.MethodHandles;
import java.util.ArrayDeque;
import java.util.Deque;

import io.arrayport.core.foreign.HandleTable;

/**
 * What this process has exported and nobody has released yet, and the C functions through which consumers release it.
 * {@code private_data} carries the id of the entry; no Java state lies in a struct. A release may come from any thread
 * at any time.
 */
final class LiveExports {
    private static final HandleTable<Exported> TABLE = new HandleTable<>();
    private static final long RELEASE_SCHEMA = Calls.releaseStub(MethodHandles.lookup(), "releaseSchema");
    private static final long RELEASE_ARRAY = Calls.releaseStub(MethodHandles.lookup(), "releaseArray");

    private LiveExports() {}

    /** Enters an export and arms the struct at {@code address}: writes {@code release} and {@code private_data}. */
    static void arm(Exported export, long address) {
        long id = TABLE.put(export);
        Raw.word(address + export.struct.privateData(), id);
        Raw.word(address + export.struct.release, export.struct == Struct.SCHEMA ? RELEASE_SCHEMA : RELEASE_ARRAY);
    }

    /** Structs, children counted, that consumers have and did not release. */
    static long live() {
        return TABLE.counts().live();
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static void releaseSchema(long self) {
        release(self, Struct.SCHEMA);
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static void releaseArray(long self) {
        release(self, Struct.ARRAY);
    }

    /** What escapes here ends the VM, so nothing does. A struct that is released already is left alone. */
    private static void release(long self, Struct struct) {
        try {
            if (self != 0 && Raw.word(self + struct.release) != 0) {
                releaseNow(self, struct);
            }
        } catch (Throwable t) {
            Reports.failed("a release callback could not release its struct", t);
        }
    }

    /**
     * Releases a struct of ours and the children that nobody moved out of it. Found by the id, because the struct may
     * be a copy that lies anywhere; children by our own record, because the consumer may have changed the struct's
     * pointers. Of any depth: the consumer's thread may have little stack, and what overflowed would stay for good.
     */
    static void releaseNow(long self, Struct struct) {
        Deque<Exported> open = new ArrayDeque<>();
        disarm(self, struct, open);
        while (!open.isEmpty()) {
            Exported export = open.pop();
            try {
                for (int i = 0; i < export.count; i++) {
                    if (Raw.word(export.child(i) + struct.release) != 0) {
                        disarm(export.child(i), struct, open);
                    }
                }
            } finally {
                export.free(); // the children's structs with it; what they hold is in blocks of their own
            }
        }
    }

    /** Marks a struct as released and takes its entry out, for the caller to free. */
    private static void disarm(long self, Struct struct, Deque<Exported> open) {
        long id = Raw.word(self + struct.privateData());
        Raw.word(self + struct.release, 0);
        Exported export = TABLE.remove(id);
        if (export != null && export.struct == struct) {
            open.push(export);
        }
    }
}
