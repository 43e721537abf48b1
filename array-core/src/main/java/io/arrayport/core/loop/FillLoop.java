package io.arrayport.core.loop;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.element.Characters;
import io.arrayport.core.element.Element;
import io.arrayport.core.element.StringView;
import io.arrayport.core.kernel.Steps;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.threads.Split;

/** Writes one value to all elements. */
final class FillLoop {
    private FillLoop() {}

    /** As {@link io.arrayport.core.backend.Backend#fill}. */
    static void run(Operand out, Object value) {
        Layout layout = out.layout();
        if (layout.size() == 0) {
            return;
        }
        long base = out.storage().address();
        put(out.dtype(), base + layout.offset(), value);
        int itemsize = out.dtype().itemsize();
        if (layout.isCContiguous(itemsize) && !Split.isWorth(layout.size(), 1)) {
            long first = base + layout.offset();
            Steps.copy(itemsize, first, 0, first, itemsize, layout.size());
        } else if (layout.size() > 1) {
            // The first element is copied over all, itself included
            Layout repeated = Layout.of(Shape.of(), new long[0], layout.offset()).broadcastTo(layout.shape());
            CopyLoop.copy(base, repeated, base, layout, itemsize);
        }
    }

    /** Writes one element. */
    static void put(DType type, long at, Object value) {
        if (type instanceof TextType text) {
            Characters.set(text, at, (String) value);
        } else if (type instanceof StringType strings) {
            StringView.put(strings, at, (String) value);
        } else if (value instanceof Complex complex) {
            Element.set(type, at, complex);
        } else if (value instanceof Boolean truth) {
            Element.set(type, at, truth ? 1L : 0L);
        } else if (value instanceof Number number && (type instanceof IntegerType || type instanceof TimeType)
                && !(value instanceof Double)) {
            Element.put(type.itemsize(), type.order(), at, number.longValue());
        } else if (value instanceof Number number) {
            Element.set(type, at, number.doubleValue());
        } else {
            throw new IllegalArgumentException("fill: " + value + " is no number");
        }
    }
}
