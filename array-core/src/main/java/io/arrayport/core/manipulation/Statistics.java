package io.arrayport.core.manipulation;

import java.util.List;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.PadMode;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.statistics.Medians;
import io.arrayport.core.ufunc.Ufuncs;
import org.jspecify.annotations.Nullable;

/** Borders that are a statistic of the elements next to them. */
final class Statistics {
    private static final UnaryUfunc RINT = new UnaryUfunc(Ufuncs.RINT);

    private Statistics() {}

    static void fill(Edge edge, PadMode mode, @Nullable Object lengths) {
        long front = edge.length();
        long back = front;
        if (lengths != null) {
            Widths wanted = Widths.of("statLength", edge.region().ndim(), lengths);
            front = Math.min(front, wanted.before(edge.axis()));
            back = Math.min(back, wanted.behind(edge.axis()));
        }
        if ((front == 0 || back == 0) && (mode == PadMode.MAXIMUM || mode == PadMode.MINIMUM)) {
            throw new ShapeException("pad: the " + mode + " of statLength 0 elements is no number; give at least 1");
        }
        set(edge.front(), edge.inside(0, front), mode, edge.axis());
        set(edge.back(), edge.inside(edge.length() - back, edge.length()), mode, edge.axis());
    }

    private static void set(NdArray border, NdArray elements, PadMode mode, int axis) {
        try (NdArray statistic = of(elements, mode, new Axis(List.of(axis)), new Keepdims(true))) {
            if (border.dtype() instanceof IntegerType && statistic.dtype().kind() == 'f') {
                RINT.call(statistic, new Out(statistic), new CastingOption(Casting.UNSAFE));
            }
            border.set(statistic);
        }
    }

    private static NdArray of(NdArray elements, PadMode mode, Axis axis, Keepdims kept) {
        return switch (mode) {
            case MAXIMUM -> elements.max(axis, kept);
            case MINIMUM -> elements.min(axis, kept);
            case MEAN -> elements.mean(axis, kept);
            default -> Medians.median(elements, axis, kept);
        };
    }
}
