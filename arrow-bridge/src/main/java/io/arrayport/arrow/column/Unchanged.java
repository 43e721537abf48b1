package io.arrayport.arrow.column;

import java.util.List;

import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.element.StringView;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.SideBuffers;
import org.jspecify.annotations.Nullable;

/**
 * Whether strings are as they were when a column was made of their array, which may be written to until it leaves: the
 * column's buffers and its bitmap know nothing of what came since.
 */
final class Unchanged {
    private static final long NONE = -1;

    private Unchanged() {}

    /**
     * Looks at the column itself, not at those below it.
     *
     * @throws ZeroCopyException if a string names bytes that no buffer of the column has, if one is missing that the
     *     validity says is there, or one is there though the validity was made of those that are missing
     */
    static void require(ArrowColumn column) {
        if (column.layout() == BufferLayout.VIEW) {
            requireSides(column);
            require(column, 0, column.length());
        }
    }

    private static void requireSides(ArrowColumn column) {
        List<SideBuffers.Buffer> now = column.buffers().getFirst().storage().sideBuffers().buffers();
        int sides = column.buffers().size() - 1;
        boolean same = now.isEmpty()
                || now.size() == sides && now.getLast().bytes() == column.buffers().getLast().length();
        if (!same) {
            throw column.refusal("is of strings that were written to since it was made", "make the column anew");
        }
    }

    /** Looks at some rows of strings that may be missing. */
    static void require(ArrowColumn column, long from, long to) {
        StringType type = column.missable();
        if (type == null) {
            return;
        }
        ArrowBuffer views = column.buffers().getFirst();
        ArrowBuffer bits = column.validity().bitmap().orElse(null);
        long changed = views.held(() -> bits == null ? changed(column, type, views, null, from, to)
                : bits.held(() -> changed(column, type, views, bits, from, to)));
        if (changed != NONE) {
            throw column.refusal("has a string at row " + changed
                    + (column.validity().isNull(changed) ? " that its validity says is missing"
                            : " that is missing, which its validity does not say"),
                    "make the column anew: ArrowColumn.of(name, array, Validity.ofMissing(array))");
        }
    }

    private static long changed(ArrowColumn column, StringType type, ArrowBuffer views, @Nullable ArrowBuffer bits,
            long from, long to) {
        Validity validity = column.validity();
        boolean meant = validity.isOfMissing();
        for (long i = from; i < to; i++) {
            boolean missing = StringView.isMissing(type, views.address() + (column.offset() + i) * StringType.SIZE);
            if (missing || meant) {
                boolean none = bits != null && Bitmap.bit(bits.address(), validity.firstBit() + i) == 0;
                if (missing ? !none : none) {
                    return i;
                }
            }
        }
        return NONE;
    }
}
