package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.ndarray.Option.Axes;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ufunc.Keywords;
import io.arrayport.core.ufunc.Product;
import org.jspecify.annotations.Nullable;

/** A product with its options. */
record Multiplication(Product product, @Nullable NdArray out, Keywords keywords, @Nullable List<int[]> axes,
        boolean keepdims) {

    static Multiplication of(Product product, Option... options) {
        String operation = product.name();
        Option.requireDistinct(operation, options);
        NdArray out = null;
        DType dtype = null;
        Casting casting = Keywords.NONE.casting();
        Order order = Keywords.NONE.order();
        List<int[]> axes = null;
        Integer axis = null;
        boolean keepdims = false;
        for (Option option : options) {
            switch (option) {
                case Out(NdArray array) -> out = array;
                case DtypeOption(DType type) -> dtype = type;
                case CastingOption(Casting rule) -> casting = rule;
                case OrderOption(Order given) -> order = given;
                case Axes(List<List<Integer>> given) -> axes = given.stream()
                        .map(each -> each.stream().mapToInt(Integer::intValue).toArray()).toList();
                case Axis(List<Integer> given) -> axis = single(operation, given);
                case Keepdims(boolean keep) -> keepdims = keep;
                default -> throw new IllegalArgumentException(operation + ": no option " + option.keyword());
            }
        }
        if (axis != null) {
            if (axes != null) {
                throw new ArrayportException(operation + ": axis and axes say the same; give one of them");
            }
            int[] one = {axis};
            axes = List.of(one, one, keepdims ? one : new int[0]);
        }
        return new Multiplication(product, out, new Keywords(out == null ? null : out.operand(), null, dtype, casting,
                order), axes, keepdims);
    }

    private static int single(String operation, @Nullable List<Integer> axes) {
        if (axes == null || axes.size() != 1) {
            throw new AxisException(operation + ": axis names " + (axes == null ? "all axes" : axes.size() + " axes")
                    + ", it must name one");
        }
        return axes.getFirst();
    }

    NdArray run(NdArray a, NdArray b) {
        NdArray result = Arithmetic.wrap(product.call(a.operand(), b.operand(), keywords, axes, keepdims));
        return out == null ? result : out;
    }
}
