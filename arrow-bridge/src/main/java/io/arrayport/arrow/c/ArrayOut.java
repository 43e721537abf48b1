package io.arrayport.arrow.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.FlatColumn;
import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.arrow.type.TypeLayout;

/** Writes a column as an {@code ArrowArray}, its offset 0: arrow-java, for one, does not look at it. */
final class ArrayOut {
    private static final String HOLDER = "Arrow C array";

    private ArrayOut() {}

    /** Fills the struct at {@code address}, which is the consumer's memory. Where it fails, nothing stays. */
    static void write(ArrowColumn column, long address) {
        try (FlatColumn flat = FlatColumn.of(column)) {
            write(flat, address);
        }
    }

    /** As {@link #write(ArrowColumn, long)}, wherever the column lies; returns what is at the consumer now. */
    static Exported write(FlatColumn column, long address) {
        Raw.clear(address, Struct.ARRAY.size);
        List<FlatColumn> below = new ArrayList<>(column.children());
        column.dictionary().ifPresent(below::add);
        List<Optional<ArrowBuffer>> buffers = column.buffers();
        boolean views = TypeLayout.buffers(column.field().type()) == BufferLayout.VIEW;
        int side = views ? buffers.size() - BufferLayout.VIEW.buffers() : 0;
        int count = buffers.size() + (views ? 1 : 0);
        int children = column.children().size();
        long bufferPointers = below.size() * Struct.ARRAY.size;
        long childPointers = bufferPointers + count * Struct.WORD;
        long lengths = childPointers + children * Struct.WORD;
        long block = Calls.malloc(Math.max(Struct.WORD, lengths + side * Struct.WORD));
        Raw.clear(block, bufferPointers);
        Exported export = new Exported(Struct.ARRAY, block, block, below.size());
        try {
            for (int i = 0; i < below.size(); i++) {
                write(below.get(i), export.child(i));
            }
            for (int i = 0; i < buffers.size(); i++) {
                Raw.word(block + bufferPointers + i * Struct.WORD, held(export, buffers.get(i)));
            }
            column.requireCurrent();
            for (int i = 0; i < side; i++) {
                Raw.word(block + lengths + i * Struct.WORD, buffers.get(i + 2).orElseThrow().length());
            }
            if (views) {
                Raw.word(block + bufferPointers + buffers.size() * Struct.WORD, block + lengths);
            }
            for (int i = 0; i < children; i++) {
                Raw.word(block + childPointers + i * Struct.WORD, export.child(i));
            }
            Raw.word(address + Struct.LENGTH, column.length());
            Raw.word(address + Struct.NULL_COUNT, column.nullCount());
            Raw.word(address + Struct.N_BUFFERS, count);
            Raw.word(address + Struct.N_CHILDREN, children);
            Raw.word(address + Struct.BUFFERS, count == 0 ? 0 : block + bufferPointers);
            Raw.word(address + Struct.CHILDREN, children == 0 ? 0 : block + childPointers);
            Raw.word(address + Struct.DICTIONARY, below.size() == children ? 0 : export.child(children));
            LiveExports.arm(export, address);
            return export;
        } catch (RuntimeException | Error refused) {
            undo(export);
            throw refused;
        }
    }

    /** The buffer's address, with a lease that keeps it; NULL for a bitmap that is not needed. */
    private static long held(Exported export, Optional<ArrowBuffer> buffer) {
        if (buffer.isEmpty()) {
            return 0;
        }
        export.leases.add(buffer.get().storage().freeze(HOLDER));
        return buffer.get().address();
    }

    /** Takes back an export that nobody has seen. */
    static void undo(Exported export) {
        for (int i = 0; i < export.count; i++) {
            if (Raw.word(export.child(i) + export.struct.release) != 0) {
                LiveExports.releaseNow(export.child(i), export.struct);
            }
        }
        export.free();
    }
}
