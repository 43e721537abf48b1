package io.arrayport.core.creation;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.index.Span;
import io.arrayport.core.index.Span.Counted;
import io.arrayport.core.index.Span.Stepped;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Out;

/** The numbers of spans, along one axis or over a grid. */
public final class Spans {
    private Spans() {}

    /** The numbers of one span: shape (n,). */
    public static NdArray row(Device device, Span span) {
        return switch (span) {
            case Counted(Number start, Number stop, long count) -> Blank.filled(
                    Ranges.counted(device, requireCount(count), DType.FLOAT64),
                    made -> placed(made, start, step(span)));
            case Stepped(Number start, Number stop, Number step) -> Ranges.arange(device, start, stop, step);
        };
    }

    /** A grid: along the first axis of the result, the numbers of each span along its axis. */
    public static NdArray dense(Device device, List<? extends Span> spans) {
        Shape shape = Shape.of(spans.stream().mapToLong(Spans::count).toArray());
        return Blank.filled(Meshes.indices(device, shape, type(spans)), made -> {
            for (int axis = 0; axis < spans.size(); axis++) {
                placed(made.get(Index.at(axis)), start(spans.get(axis)), step(spans.get(axis)));
            }
        });
    }

    /** As {@link #dense}, an array for each span, its other axes of length 1. */
    public static List<NdArray> open(Device device, List<? extends Span> spans) {
        Shape shape = Shape.of(spans.stream().mapToLong(Spans::count).toArray());
        try (Scope scope = Scope.open()) {
            List<NdArray> rows = new ArrayList<>(Meshes.sparse(device, shape, type(spans)));
            for (int axis = 0; axis < rows.size(); axis++) {
                placed(rows.get(axis), start(spans.get(axis)), step(spans.get(axis)));
            }
            rows.forEach(scope::keep);
            return rows;
        }
    }

    private static void placed(NdArray positions, Number start, Number step) {
        Work.MULTIPLY.call(positions, step, new Out(positions));
        Work.ADD.call(positions, start, new Out(positions));
    }

    private static Number start(Span span) {
        return switch (span) {
            case Counted counted -> counted.start();
            case Stepped stepped -> stepped.start();
        };
    }

    private static Number step(Span span) {
        return switch (span) {
            case Counted(Number start, Number stop, long count) ->
                count == 1 ? 1.0 : (stop.doubleValue() - start.doubleValue()) / (count - 1.0);
            case Stepped stepped -> stepped.step();
        };
    }

    private static long count(Span span) {
        return switch (span) {
            case Counted counted -> requireCount(counted.count());
            case Stepped(Number start, Number stop, Number step) -> Ranges.count(start, stop, step);
        };
    }

    private static long requireCount(long count) {
        if (count < 0) {
            throw new ShapeException("grid: a span of " + count + " numbers; give at least 0");
        }
        return count;
    }

    /** Int64 as long as all numbers are integers, of which none need be worked out. */
    private static DType type(List<? extends Span> spans) {
        boolean whole = spans.stream().allMatch(span -> span instanceof Stepped(Number start, Number stop, Number step)
                && Ranges.areWhole(start, stop, step));
        return whole ? DType.INT64 : DType.FLOAT64;
    }
}
