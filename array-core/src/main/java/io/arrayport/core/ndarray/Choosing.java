package io.arrayport.core.ndarray;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.index.IndexMode;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.selection.Choice;
import io.arrayport.core.selection.Masks;
import io.arrayport.core.selection.Take;
import org.jspecify.annotations.Nullable;

/** The functions that choose elements by number or by condition. */
public final class Choosing {
    private Choosing() {}

    /** {@code np.take}. */
    static NdArray take(NdArray a, NdArray indices, TakeOption... options) {
        Option.requireDistinct("take", options);
        Integer axis = null;
        NdArray out = null;
        IndexMode mode = IndexMode.RAISE;
        for (TakeOption option : options) {
            switch (option) {
                case Axis given -> axis = one("take", given);
                case Out(NdArray array) -> out = array;
                case TakeOption.Mode given -> mode = given.only("take");
            }
        }
        return result(out, Take.take("take", a.operand(), indices.operand(), axis, mode, operand(out)));
    }

    /** {@code np.put}. */
    static void put(NdArray a, NdArray indices, NdArray values, PutOption... options) {
        Take.put("put", a.operand(), indices.operand(), values.operand(), mode("put", options));
    }

    /** {@code np.put}. */
    static void put(NdArray a, NdArray indices, Number values, PutOption... options) {
        try (NdArray scalar = scalar("put", a, a.dtype(), values)) {
            put(a, indices, scalar, options);
        }
    }

    private static IndexMode mode(String operation, PutOption... options) {
        Option.requireDistinct(operation, options);
        return options.length == 0 ? IndexMode.RAISE : switch (options[0]) {
            case TakeOption.Mode given -> given.only(operation);
        };
    }

    /** {@code np.compress}. */
    public static NdArray compress(NdArray condition, NdArray a, CompressOption... options) {
        Option.requireDistinct("compress", options);
        Integer axis = null;
        NdArray out = null;
        for (CompressOption option : options) {
            switch (option) {
                case Axis given -> axis = one("compress", given);
                case Out(NdArray array) -> out = array;
            }
        }
        return result(out, Masks.compress("compress", condition.operand(), a.operand(), axis, operand(out)));
    }

    /** {@code np.extract}. */
    public static NdArray extract(NdArray condition, NdArray arr) {
        NdArray flat = condition.ravel();
        try {
            return Arithmetic.wrap(Masks.compress("extract", flat.operand(), arr.operand(), null, null));
        } finally {
            if (flat.storage() != condition.storage()) {
                flat.close();
            }
        }
    }

    /** {@code np.choose}. */
    static NdArray choose(NdArray which, List<?> choices, ChooseOption... options) {
        Option.requireDistinct("choose", options);
        NdArray out = null;
        IndexMode mode = IndexMode.RAISE;
        for (ChooseOption option : options) {
            switch (option) {
                case Out(NdArray array) -> out = array;
                case TakeOption.Mode given -> mode = given.only("choose");
            }
        }
        List<NdArray> arrays = new ArrayList<>();
        try {
            DType type = type(choices);
            for (Object choice : choices) {
                arrays.add(choice instanceof NdArray array ? array : scalar("choose", which, type, choice));
            }
            return result(out, Choice.of(which.operand(), arrays.stream().map(NdArray::operand).toList(), type, mode,
                    operand(out)));
        } finally {
            for (int i = 0; i < arrays.size(); i++) {
                closeUnless(choices.get(i), arrays.get(i));
            }
        }
    }

    /** The type that arrays and weak numbers promote to. */
    private static DType type(List<?> values) {
        List<DType> strong = new ArrayList<>();
        List<WeakKind> weak = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof NdArray array) {
                strong.add(array.dtype());
            } else {
                weak.add(WeakKind.of(value));
            }
        }
        return Promotion.resultType(strong, weak);
    }

    /** {@code np.putmask}. */
    public static void putmask(NdArray a, NdArray mask, NdArray values) {
        Masks.putmask("putmask", a.operand(), mask.operand(), values.operand());
    }

    /** {@code np.putmask}. */
    public static void putmask(NdArray a, NdArray mask, Number values) {
        try (NdArray scalar = scalar("putmask", a, a.dtype(), values)) {
            putmask(a, mask, scalar);
        }
    }

    /** {@code np.place}. */
    public static void place(NdArray arr, NdArray mask, NdArray vals) {
        Masks.place("place", arr.operand(), mask.operand(), vals.operand());
    }

    /** {@code np.place}. */
    public static void place(NdArray arr, NdArray mask, Number vals) {
        try (NdArray scalar = scalar("place", arr, arr.dtype(), vals)) {
            place(arr, mask, scalar);
        }
    }

    /**
     * {@code np.where}.
     *
     * @param x an NdArray, or a number that takes the width of the other one
     * @param y the same
     */
    public static NdArray where(NdArray condition, Object x, Object y) {
        DType type = type(List.of(x, y));
        NdArray left = x instanceof NdArray array ? array : scalar("where", condition, type, x);
        try {
            NdArray right = y instanceof NdArray array ? array : scalar("where", condition, type, y);
            try {
                return Arithmetic.wrap(Masks.where("where", condition.operand(), left.operand(), right.operand(),
                        type));
            } finally {
                closeUnless(y, right);
            }
        } finally {
            closeUnless(x, left);
        }
    }

    private static void closeUnless(Object own, NdArray array) {
        if (array != own) {
            array.close();
        }
    }

    /** {@code np.take_along_axis}. */
    public static NdArray takeAlongAxis(NdArray arr, NdArray indices, AlongOption... options) {
        Integer axis = along("takeAlongAxis", options);
        NdArray lines = lines(arr, axis);
        try {
            return Arithmetic.wrap(Take.along("takeAlongAxis", lines.operand(), indices.operand(),
                    axis == null ? 0 : Layout.axis("takeAlongAxis", axis, lines.ndim())));
        } finally {
            closeUnlessView(arr, lines);
        }
    }

    /** {@code np.put_along_axis}. */
    public static void putAlongAxis(NdArray arr, NdArray indices, NdArray values, AlongOption... options) {
        Integer axis = along("putAlongAxis", options);
        NdArray lines = lines(arr, axis);
        try {
            Take.putAlong("putAlongAxis", lines.operand(), indices.operand(), values.operand(),
                    axis == null ? 0 : Layout.axis("putAlongAxis", axis, lines.ndim()));
            if (lines.storage() != arr.storage()) {
                Assignment.assign("putAlongAxis", arr, lines.reshape(arr.shape().toArray()));
            }
        } finally {
            closeUnlessView(arr, lines);
        }
    }

    private static NdArray lines(NdArray arr, @Nullable Integer axis) {
        return axis == null ? arr.ravel() : arr;
    }

    private static void closeUnlessView(NdArray own, NdArray array) {
        if (array.storage() != own.storage()) {
            array.close();
        }
    }

    private static @Nullable Integer along(String operation, AlongOption... options) {
        Option.requireDistinct(operation, options);
        Integer axis = -1;
        for (AlongOption option : options) {
            axis = switch (option) {
                case Axis given -> one(operation, given);
            };
        }
        return axis;
    }

    private static @Nullable Integer one(String operation, Axis axis) {
        List<Integer> axes = axis.axes();
        if (axes != null && axes.size() != 1) {
            throw new AxisException(operation + ": " + axes.size() + " axes are named; it goes along one");
        }
        return axes == null ? null : axes.getFirst();
    }

    private static NdArray scalar(String operation, NdArray beside, DType type, Object value) {
        Layout layout = Layout.contiguous(Shape.of(), type.itemsize());
        NdArray scalar = NdArray.of(Backend.of(operation, beside.device()).allocate(beside.device(), type.itemsize()),
                type, layout);
        boolean done = false;
        try {
            Assignment.fill(operation, scalar, value instanceof Boolean truth ? (truth ? 1L : 0L) : value);
            done = true;
            return scalar;
        } finally {
            if (!done) {
                scalar.close();
            }
        }
    }

    private static @Nullable Operand operand(@Nullable NdArray array) {
        return array == null ? null : array.operand();
    }

    private static NdArray result(@Nullable NdArray out, Operand computed) {
        return out == null ? Arithmetic.wrap(computed) : out;
    }
}
