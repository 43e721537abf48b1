package io.arrayport.arrow.c;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.foreign.HandleTable;
import io.arrayport.core.foreign.NativeCode;
import io.arrayport.core.memory.Lease;

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

    Exported(Struct struct, long block, long children, int count) {
        this.struct = struct;
        this.block = block;
        this.children = children;
        this.count = count;
    }

    long child(int index) {
        return children + index * struct.size;
    }

    /** Gives back what this entry holds, but not its children. */
    void free() {
        try {
            leases.forEach(Lease::close);
        } finally {
            NativeCode.free(block);
        }
    }
}
