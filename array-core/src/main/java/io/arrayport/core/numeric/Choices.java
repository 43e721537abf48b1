package io.arrayport.core.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;

/** Elements that are chosen by conditions. */
public final class Choices {
    private Choices() {}

    /**
     * {@code np.select}.
     *
     * @param choicelist arrays and Numbers
     * @param otherwise an array or a Number
     */
    public static NdArray select(List<NdArray> condlist, List<?> choicelist, Object otherwise) {
        if (condlist.size() != choicelist.size() || condlist.isEmpty()) {
            throw new ShapeException("select: there are " + condlist.size() + " conditions and " + choicelist.size()
                    + " choices; there must be as many, and at least one");
        }
        List<Object> choices = new ArrayList<>(choicelist);
        choices.add(otherwise);
        DType type = type(choices);
        Shape shape = Shape.of();
        for (NdArray condition : condlist) {
            if (!condition.dtype().equals(DType.BOOL)) {
                throw new DTypeException("select: a condition is " + condition.dtype() + ", it must be of bools");
            }
            shape = Shape.broadcast(shape, condition.shape());
        }
        for (Object choice : choices) {
            shape = choice instanceof NdArray array ? Shape.broadcast(shape, array.shape()) : shape;
        }
        try (Scope scope = Scope.open()) {
            NdArray result = Steps.empty(condlist.getFirst(), type, shape);
            if (otherwise instanceof NdArray array) {
                result.set(array);
            } else {
                result.fill((Number) otherwise);
            }
            // The first condition that holds decides, so it is the last to be written.
            for (int i = condlist.size() - 1; i >= 0; i--) {
                Steps.put(result, choices.get(i), condlist.get(i));
            }
            return scope.keep(result);
        }
    }

    /**
     * {@code np.piecewise}.
     *
     * @param funclist Numbers, arrays without axes, and UnaryOperators of arrays; one more than conditions counts where
     *         none holds
     */
    public static NdArray piecewise(NdArray x, List<NdArray> condlist, List<?> funclist) {
        int n = condlist.size();
        if (funclist.size() != n && funclist.size() != n + 1) {
            throw new ShapeException("piecewise: there are " + n + " conditions and " + funclist.size()
                    + " functions; there must be as many, or one more for everything else");
        }
        try (Scope scope = Scope.open()) {
            NdArray result = Steps.emptyLike(x, x.dtype());
            result.fill(0);
            if (funclist.size() > n) {
                put(result, x, funclist.getLast(), everywhere(x));
            }
            for (int i = 0; i < n; i++) {
                put(result, x, funclist.get(i), condlist.get(i).astype(DType.BOOL));
            }
            return scope.keep(result);
        }
    }

    @SuppressWarnings("unchecked") // its documentation says which functions
    private static void put(NdArray result, NdArray x, Object piece, NdArray where) {
        if (piece instanceof UnaryOperator<?> function) {
            result.set(((UnaryOperator<NdArray>) function).apply(x.get(where)), where);
        } else {
            Steps.put(result, piece, where);
        }
    }

    private static NdArray everywhere(NdArray x) {
        NdArray all = Steps.empty(x, DType.BOOL, Shape.of());
        all.fill(1);
        return all;
    }

    private static DType type(List<Object> choices) {
        List<DType> types = new ArrayList<>();
        List<WeakKind> weak = new ArrayList<>();
        for (Object choice : choices) {
            if (choice instanceof NdArray array) {
                types.add(array.dtype());
            } else {
                weak.add(WeakKind.of(choice));
            }
        }
        return Promotion.nativeOf(Promotion.resultType(types, weak));
    }
}
