package io.arrayport.core.creation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.index.Index;
import io.arrayport.core.index.Span;
import io.arrayport.core.manipulation.Joins;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DtypeOption;

/**
 * How {@code np.r_} and {@code np.c_} join what they are given.
 *
 * @param axis along which
 * @param ndmin the least number of axes of what is joined
 * @param place where in a row's axes its own stand among those that it gets; -1 is behind them
 */
public record Rows(int axis, int ndmin, int place) {
    /** NumPy's {@code r_}: along the first axis. */
    public static final Rows ROWS = new Rows(0, 1, -1);
    /** NumPy's {@code c_}: as columns along the last axis. */
    public static final Rows COLUMNS = new Rows(-1, 2, 0);

    /**
     * Joins; what it makes on its way is its caller's to close.
     *
     * @param array makes an array of a number or a list
     */
    public NdArray join(Device device, List<?> key, Function<Object, NdArray> array) {
        if (!key.isEmpty() && key.getFirst() instanceof String directive) {
            return directed(directive).join(device, key.subList(1, key.size()), array);
        }
        List<DType> types = new ArrayList<>();
        List<WeakKind> weak = new ArrayList<>();
        List<NdArray> joined = new ArrayList<>();
        for (Object item : key) {
            switch (item) {
                case Number _,Boolean _,Complex _ -> {
                    weak.add(WeakKind.of(item));
                    joined.add(padded(array.apply(item), 0));
                }
                case Span span -> joined.add(spanned(Spans.row(device, span), types));
                case Index.Slice slice -> joined.add(spanned(Spans.row(device, Span.of(slice)), types));
                case NdArray given -> joined.add(padded(typed(given, types), given.ndim()));
                case List<?> list -> {
                    NdArray given = array.apply(list);
                    joined.add(padded(typed(given, types), given.ndim()));
                }
                case null, default -> throw new IllegalArgumentException(
                        "r_: it joins numbers, spans, arrays and lists, and a String may stand in front, not " + item);
            }
        }
        DType type = types.isEmpty() && weak.isEmpty() ? DType.FLOAT64 : Promotion.resultType(types, weak);
        return Joins.concatenate(joined, new Axis(List.of(axis)), new DtypeOption(type));
    }

    private Rows directed(String directive) {
        String[] numbers = directive.split(",", -1);
        try {
            int along = Integer.parseInt(numbers[0].strip());
            int least = numbers.length > 1 ? Integer.parseInt(numbers[1].strip()) : ndmin;
            return new Rows(along, least, numbers.length > 2 ? Integer.parseInt(numbers[2].strip()) : place);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("r_: \"" + directive + "\" says no axes; it is an axis, or axis,ndmin or"
                    + " axis,ndmin,place", malformed);
        }
    }

    private static NdArray typed(NdArray array, List<DType> types) {
        types.add(array.dtype());
        return array;
    }

    /** The numbers of a span go along the axis where a row's own would begin. */
    private NdArray spanned(NdArray row, List<DType> types) {
        NdArray padded = typed(row, types);
        for (int ndim = 1; ndim < ndmin; ndim++) {
            padded = padded.expandDims(0);
        }
        return ndmin > 1 && place != -1 ? padded.swapaxes(-1, place) : padded;
    }

    private NdArray padded(NdArray array, int ndim) {
        NdArray padded = array;
        for (int more = array.ndim(); more < ndmin; more++) {
            padded = padded.expandDims(0);
        }
        return ndim > 0 && ndim < ndmin && place != -1 ? padded.transpose(placed(ndim)) : padded;
    }

    /** The order that puts a row's own axes, the last ones, to their place. */
    private int[] placed(int ndim) {
        int added = ndmin - ndim;
        int first = place < 0 ? place + added + 1 : place;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < added; i++) {
            order.add(i);
        }
        for (int i = 0; i < ndim; i++) {
            order.add(Math.min(first, added) + i, added + i);
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
