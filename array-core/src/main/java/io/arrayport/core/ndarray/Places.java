package io.arrayport.core.ndarray;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ufunc.Searches;
import io.arrayport.core.ufunc.UFunc;
import org.jspecify.annotations.Nullable;

/**
 * What the options of a search for a position say together.
 *
 * @param operation named in errors
 * @param axis null is all elements in C order
 */
record Places(String operation, @Nullable Integer axis, @Nullable NdArray out, boolean keepdims) {

    static Places of(String operation, PositionOption... options) {
        Option.requireDistinct(operation, options);
        Integer axis = null;
        NdArray out = null;
        boolean keepdims = false;
        for (PositionOption option : options) {
            switch (option) {
                case Axis(List<Integer> axes) -> axis = axes == null ? null : one(operation, axes);
                case Out(NdArray array) -> out = array;
                case Keepdims(boolean keep) -> keepdims = keep;
            }
        }
        return new Places(operation, axis, out, keepdims);
    }

    private static int one(String operation, List<Integer> axes) {
        if (axes.size() != 1) {
            throw new AxisException(operation + ": " + axes.size() + " axes are named; it goes along one");
        }
        return axes.getFirst();
    }

    /** @param extremum what is looked for */
    NdArray find(UFunc extremum, NdArray array) {
        boolean all = axis == null || array.ndim() == 0 && (axis == 0 || axis == -1);
        NdArray rows = all ? array.reshape(-1) : array;
        try {
            int along = axis == null || all ? 0 : Layout.axis(operation, axis, array.ndim());
            long[] kept = array.shape().toArray();
            Arrays.fill(kept, all ? 0 : along, all ? kept.length : along + 1, 1);
            Operand target = out == null ? null : target(out, kept, rows.operand().layout().index(along, 0)).operand();
            Operand found = Searches.position(operation, extremum, rows.operand(), along, target);
            if (out != null) {
                return out;
            }
            NdArray positions = Arithmetic.wrap(found);
            return keepdims ? positions.reshape(kept) : positions;
        } finally {
            if (rows.storage() != array.storage()) {
                rows.close();
            }
        }
    }

    /** Axes that are kept with length 1 are in out as well: it is written without them. */
    private NdArray target(NdArray array, long[] kept, Layout row) {
        return keepdims && Arrays.equals(array.shape().toArray(), kept) ? array.asShape(row.shape().toArray()) : array;
    }
}
