package io.arrayport.core.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.DiffOption;
import io.arrayport.core.ndarray.Ediff1dOption;
import io.arrayport.core.ndarray.ExtremumOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Append;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.N;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Option.Prepend;
import io.arrayport.core.ndarray.Option.ToBegin;
import io.arrayport.core.ndarray.Option.ToEnd;
import io.arrayport.core.ndarray.PtpOption;
import io.arrayport.core.ndarray.UfuncOption;
import org.jspecify.annotations.Nullable;

/** Differences of elements. */
public final class Differencing {
    private static final UfuncOption[] NONE = {};

    private Differencing() {}

    /** {@code np.diff}. */
    public static NdArray diff(NdArray a, DiffOption... options) {
        Option.requireDistinct("diff", options);
        int times = 1;
        Axis axis = new Axis(List.of(-1));
        Object before = null;
        Object behind = null;
        for (DiffOption option : options) {
            switch (option) {
                case N(int given) -> times = given;
                case Axis given -> axis = given;
                case Prepend(Object end) -> before = end;
                case Append(Object end) -> behind = end;
            }
        }
        if (times == 0) {
            return a;
        }
        if (times < 0) {
            throw new IllegalArgumentException("diff: n is " + times + ", it must be at least 0");
        }
        if (a.ndim() == 0) {
            throw new ShapeException("diff: an array of shape () has no axis along which to take differences");
        }
        int along = Lanes.one("diff", axis, a.ndim());
        NdArray all = before == null && behind == null ? a : joined(a, along, before, behind);
        try {
            return diff(all, times, along);
        } finally {
            Compute.closeUnless(a, all);
        }
    }

    private static NdArray diff(NdArray a, int times, int axis) {
        NdArray differences = step(a, axis);
        // What is left of no elements stays that, however often.
        for (int time = 1; time < times && differences.shape().dim(axis) > 0; time++) {
            try (NdArray before = differences) {
                differences = step(before, axis);
            }
        }
        return differences;
    }

    private static NdArray step(NdArray a, int axis) {
        BinaryUfunc step = a.dtype().equals(DType.BOOL) ? Compute.NOT_EQUAL : Compute.SUBTRACT;
        NdArray left = Lanes.slice(a, axis, null, -1L);
        NdArray right = Lanes.slice(a, axis, 1L, null);
        return step.call(right, left, NONE);
    }

    private static NdArray joined(NdArray a, int axis, @Nullable Object before, @Nullable Object behind) {
        long first = before == null ? 0 : length(a, axis, before);
        long last = behind == null ? 0 : length(a, axis, behind);
        DType type = Promotion.nativeOf(a.dtype());
        for (Object end : ends(before, behind)) {
            type = Promotion.promoteTypes(type,
                    end instanceof NdArray array ? array.dtype() : Compute.typeOf((Number) end));
        }
        long[] dims = a.shape().toArray();
        long own = dims[axis];
        dims[axis] = first + own + last;
        return Compute.finished(Compute.empty(a, type, Shape.of(dims)), result -> {
            if (before != null) {
                set(Lanes.slice(result, axis, 0L, first), before);
            }
            Lanes.slice(result, axis, first, first + own).set(a);
            if (behind != null) {
                set(Lanes.slice(result, axis, first + own, null), behind);
            }
        });
    }

    private static List<Object> ends(@Nullable Object before, @Nullable Object behind) {
        List<Object> ends = new ArrayList<>();
        if (before != null) {
            ends.add(before);
        }
        if (behind != null) {
            ends.add(behind);
        }
        return ends;
    }

    private static void set(NdArray part, Object end) {
        if (end instanceof NdArray array) {
            part.set(array);
        } else {
            part.fill((Number) end);
        }
    }

    /** What stands before or behind is as long as it says; a number is one for each row. */
    private static long length(NdArray a, int axis, Object end) {
        if (!(end instanceof NdArray array) || array.ndim() == 0) {
            return 1;
        }
        if (array.ndim() != a.ndim()) {
            throw new AxisException("diff: what is put before or behind has shape " + array.shape()
                    + ", the array " + a.shape() + "; they must have as many axes");
        }
        boolean fits = true;
        for (int i = 0; fits && i < a.ndim(); i++) {
            fits = i == axis || array.shape().dim(i) == a.shape().dim(i);
        }
        if (!fits) {
            throw new ShapeException("diff: what is put before or behind has shape " + array.shape() + ", the array "
                    + a.shape() + "; they may differ along axis " + axis + " only");
        }
        return array.shape().dim(axis);
    }

    /** {@code np.ediff1d}. */
    public static NdArray ediff1d(NdArray ary, Ediff1dOption... options) {
        Option.requireDistinct("ediff1d", options);
        NdArray begin = null;
        NdArray end = null;
        List<NdArray> made = new ArrayList<>();
        NdArray flat = ary.reshape(-1);
        try {
            for (Ediff1dOption option : options) {
                switch (option) {
                    case ToBegin(Object values) -> begin = end("toBegin", ary, values, made);
                    case ToEnd(Object values) -> end = end("toEnd", ary, values, made);
                }
            }
            NdArray left = flat.get(Index.slice(null, -1));
            NdArray right = flat.get(Index.slice(1, null));
            if (begin == null && end == null) {
                return Compute.SUBTRACT.call(right, left, NONE);
            }
            long first = begin == null ? 0 : begin.size();
            long count = left.size();
            NdArray before = begin;
            NdArray behind = end;
            return Compute.finished(Compute.empty(ary, ary.dtype(),
                    Shape.of(first + count + (end == null ? 0 : end.size()))), result -> {
                        if (before != null) {
                            result.get(Index.slice(null, first)).set(before);
                        }
                        if (behind != null) {
                            result.get(Index.slice(first + count, null)).set(behind);
                        }
                        Compute.SUBTRACT.call(right, left, new Out(result.get(Index.slice(first, first + count))));
                    });
        } finally {
            Compute.closeUnless(ary, flat);
            made.forEach(NdArray::close);
        }
    }

    /** What stands before or behind, as one row. */
    private static NdArray end(String role, NdArray ary, Object values, List<NdArray> made) {
        NdArray array;
        if (values instanceof NdArray given) {
            array = given;
        } else {
            Number number = (Number) values;
            array = Compute.scalar(ary, Compute.typeOf(number), number);
            made.add(array);
        }
        if (!Promotion.canCast(array.dtype(), ary.dtype(), Casting.SAME_KIND)) {
            throw new CastingException("ediff1d: " + role + " is " + array.dtype() + ", which " + ary.dtype()
                    + " elements cannot be of the same kind; convert it with astype(...)");
        }
        NdArray row = array.reshape(-1);
        if (row.storage() != array.storage()) {
            made.add(row);
        }
        return row;
    }

    /** {@code np.ptp}. */
    public static NdArray ptp(NdArray a, PtpOption... options) {
        Option.requireDistinct("ptp", options);
        ExtremumOption[] all = Compute.options(ExtremumOption.class, options).toArray(ExtremumOption[]::new);
        ExtremumOption[] others = Stream.of(all).filter(option -> !(option instanceof Out))
                .toArray(ExtremumOption[]::new);
        if (all.length > others.length) {
            NdArray out = a.max(all);
            try (NdArray least = a.min(others)) {
                return Compute.SUBTRACT.call(out, least, new Out(out));
            }
        }
        try (NdArray greatest = a.max(all); NdArray least = a.min(all)) {
            return Compute.SUBTRACT.call(greatest, least, NONE);
        }
    }
}
