package io.arrayport.core.loop;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.element.StringView;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.memory.Memory;
import org.jspecify.annotations.Nullable;

/** Joins all strings along the axes that are reduced, in C order, each result at once. */
final class StringSum {
    private final Operand in;
    private final Operand out;
    private final @Nullable Operand where;
    private final StringType from;
    private final StringType to;
    private final ByteArrayOutputStream joined = new ByteArrayOutputStream();
    private boolean isMissing;

    /**
     * @param out of {@code in}'s shape, with stride 0 along the axes that are reduced: what is joined is put behind
     *        what is there
     */
    StringSum(Operand in, Operand out, @Nullable Operand where) {
        this.in = in;
        this.out = out;
        this.where = where;
        from = (StringType) in.dtype();
        to = (StringType) out.dtype();
    }

    void run() {
        if (in.layout().size() > 0) {
            kept(0, 0, 0, 0);
        }
    }

    private boolean isReduced(int axis) {
        return out.layout().stride(axis) == 0;
    }

    /** Goes through the results; all places count from the first element. */
    private void kept(int axis, long at, long result, long truth) {
        if (axis == in.layout().ndim()) {
            joined.reset();
            isMissing = false;
            long target = out.storage().address() + out.layout().offset() + result;
            add(to, target);
            reduced(0, at, truth);
            if (isMissing) {
                StringView.putMissing(target);
            } else {
                StringView.put(to, target, joined.toByteArray());
            }
            return;
        }
        long count = isReduced(axis) ? 1 : in.layout().dim(axis);
        for (long i = 0; i < count; i++) {
            kept(axis + 1, at + i * in.layout().stride(axis), result + i * out.layout().stride(axis),
                    truth + i * stride(axis));
        }
    }

    private long stride(int axis) {
        return where == null ? 0 : where.layout().stride(axis);
    }

    private void reduced(int axis, long at, long truth) {
        if (axis == in.layout().ndim()) {
            if (where == null || Memory.RAW.get(ValueLayout.JAVA_BYTE,
                    where.storage().address() + where.layout().offset() + truth) != 0) {
                add(from, in.storage().address() + in.layout().offset() + at);
            }
            return;
        }
        long count = isReduced(axis) ? in.layout().dim(axis) : 1;
        for (long i = 0; i < count; i++) {
            reduced(axis + 1, at + i * in.layout().stride(axis), truth + i * stride(axis));
        }
    }

    private void add(StringType type, long at) {
        Missing missing = type.missing();
        byte[] bytes;
        if (missing == null || !StringView.isMissing(type, at)) {
            bytes = StringView.utf8(type, at);
        } else if (missing.isText()) {
            bytes = missing.asText().getBytes(StandardCharsets.UTF_8);
        } else if (Missing.isNan(missing)) {
            isMissing = true;
            return;
        } else {
            throw StringKernels.undefined("add.reduce", type);
        }
        if (bytes.length > Integer.MAX_VALUE - Long.BYTES - joined.size()) {
            throw new MemoryBudgetException("add.reduce: all strings together are longer than a string can be");
        }
        joined.writeBytes(bytes);
    }
}
