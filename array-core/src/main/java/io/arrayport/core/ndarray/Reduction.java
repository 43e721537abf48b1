package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Initial;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Where;
import io.arrayport.core.ufunc.ReduceAxes;
import io.arrayport.core.ufunc.Reducing;
import io.arrayport.core.ufunc.Reductions;
import io.arrayport.core.ufunc.UFunc;
import org.jspecify.annotations.Nullable;

/** What the options of a reduction say together. */
final class Reduction {
    /** What a ufunc reduces unless told. */
    static final Axis FIRST_AXIS = new Axis(List.of(0));

    /** What functions reduce unless told. */
    static final Axis ALL_AXES = new Axis(null);

    private final String operation;
    private final Axis axis;
    private @Nullable DType dtype;
    private @Nullable NdArray out;
    private boolean keepdims;
    private @Nullable Object initial;
    private @Nullable Where where;

    private Reduction(String operation, Axis axis) {
        this.operation = operation;
        this.axis = axis;
    }

    /**
     * @param operation named in errors
     * @param usual the axes where no option names them
     * @param options of any family of reductions
     */
    static Reduction of(String operation, Axis usual, Option... options) {
        Option.requireDistinct(operation, options);
        Axis axis = usual;
        for (Option option : options) {
            axis = option instanceof Axis given ? given : axis;
        }
        Reduction reduction = new Reduction(operation, axis);
        for (Option option : options) {
            reduction.take(option);
        }
        return reduction;
    }

    /** As {@link #of}, of bools and of all axes unless told. */
    static Reduction truth(String operation, TruthOption... options) {
        Reduction reduction = of(operation, ALL_AXES, options);
        reduction.dtype = DType.BOOL;
        return reduction;
    }

    private void take(Option option) {
        switch (option) {
            case DtypeOption(DType type) -> dtype = type;
            case Out(NdArray array) -> out = array;
            case Keepdims(boolean keep) -> keepdims = keep;
            case Initial(Number value) -> initial = value == null ? Reducing.FIRST : value;
            case Where given -> where = given;
            default -> {
                // The axis was looked for first.
            }
        }
    }

    /** The axes, of whatever has some. */
    ReduceAxes reduceAxes() {
        return axes(1);
    }

    /**
     * What else has been said, where elements are computed on the way.
     *
     * @throws IllegalArgumentException if that is {@code out} or {@code where}
     */
    Reducing keywords() {
        if (out != null || where != null) {
            throw new IllegalArgumentException(operation + ": out and where are no options inside of a fused function;"
                    + " give them to its call, or leave elements out by np.where(...)");
        }
        return new Reducing(dtype, null, keepdims, initial, null);
    }

    NdArray reduce(UFunc row, NdArray array) {
        return run(array, (in, axes, keywords) -> row.reduce(operation, in, axes, keywords));
    }

    NdArray mean(NdArray array) {
        return run(array, Reductions::mean);
    }

    interface Step {
        Operand run(Operand in, ReduceAxes axes, Reducing keywords);
    }

    NdArray run(NdArray array, Step step) {
        try (Mask mask = Mask.of(where, array.device())) {
            Operand result = step.run(array.operand(), axes(array.ndim()),
                    new Reducing(dtype, out == null ? null : out.operand(), keepdims, initial, mask.operand()));
            return out == null ? Arithmetic.wrap(result) : out;
        }
    }

    /** A 0-d array has no first axis, and is reduced to itself all the same, as in NumPy. */
    private ReduceAxes axes(int ndim) {
        List<Integer> named = axis.axes();
        if (named == null || ndim == 0 && axis.equals(FIRST_AXIS)) {
            return ReduceAxes.all();
        }
        int[] axes = new int[named.size()];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = named.get(i);
        }
        return ReduceAxes.of(axes);
    }
}
