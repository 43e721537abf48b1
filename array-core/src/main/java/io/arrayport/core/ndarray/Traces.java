package io.arrayport.core.ndarray;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.layout.Diagonal;
import io.arrayport.core.ndarray.DiagonalOption.Axis1;
import io.arrayport.core.ndarray.DiagonalOption.Axis2;
import io.arrayport.core.ndarray.DiagonalOption.Offset;
import io.arrayport.core.ndarray.Option.Axis;

/**
 * Which diagonals options name.
 *
 * @param operation named in errors
 */
record Traces(String operation, long offset, int axis1, int axis2) {

    /** @param options of the families of the two functions */
    static Traces of(String operation, Option... options) {
        Option.requireDistinct(operation, options);
        Traces traces = new Traces(operation, 0, 0, 1);
        for (Option option : options) {
            traces = switch (option) {
                case Offset(long diagonal) -> new Traces(operation, diagonal, traces.axis1, traces.axis2);
                case Axis1(int axis) -> new Traces(operation, traces.offset, axis, traces.axis2);
                case Axis2(int axis) -> new Traces(operation, traces.offset, traces.axis1, axis);
                default -> traces;
            };
        }
        return traces;
    }

    /** A view. */
    NdArray diagonal(NdArray array) {
        return array.view(Diagonal.of(operation, array.layout(), offset, axis1, axis2));
    }

    NdArray sum(NdArray array, TraceOption... options) {
        List<ReduceOption> reduced = new ArrayList<>(List.of(new Axis(List.of(-1))));
        for (TraceOption option : options) {
            if (option instanceof ReduceOption also) {
                reduced.add(also);
            }
        }
        return diagonal(array).sum(reduced.toArray(ReduceOption[]::new));
    }
}
