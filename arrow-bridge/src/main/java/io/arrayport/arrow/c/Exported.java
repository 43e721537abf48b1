package io.arrayport.arrow.c;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Streams;
import io.arrayport.core.foreign.HandleTable;
import io.arrayport.core.foreign.NativeCode;
import io.arrayport.core.memory.Lease;
import org.jspecify.annotations.Nullable;

/**
 * One struct at a consumer: the leases that keep its buffers, and one block of C heap with all it points to. Children
 * are structs in the block with entries of their own, because a consumer may move one out and keep it after its parent.
 */
final class Exported extends HandleTable.Entry {
    final Struct struct;
    final long block;
    /** Where the structs of the children begin, in the block. */
    final long children;
    final int count;
    final List<Lease> leases = new ArrayList<>();
    /** Of a device array: what its consumer waits for, and the word where it is. Another thread may release. */
    private volatile Streams.@Nullable Event event;
    private volatile long word;

    Exported(Struct struct, long block, long children, int count) {
        this.struct = struct;
        this.block = block;
        this.children = children;
        this.count = count;
    }

    long child(int index) {
        return children + index * struct.size;
    }

    /** Keeps an event as long as the struct is at its consumer; returns the address of its handle. Takes the event. */
    long keep(Streams.Event made) {
        event = made;
        word = Calls.malloc(Struct.WORD);
        Raw.word(word, made.handle());
        return word;
    }

    /** Gives back what this entry holds, but not its children. */
    void free() {
        try {
            leases.forEach(Lease::close);
        } finally {
            NativeCode.free(block);
            Streams.Event kept = event;
            if (kept != null) {
                kept.close();
                NativeCode.free(word);
            }
        }
    }
}
