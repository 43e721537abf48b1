package io.arrayport.core.numeric;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.ArrayFunction;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Returned;
import io.arrayport.core.ndarray.Temporaries;
import io.arrayport.core.ndarray.UfuncOption;

/** Elements that are chosen by conditions. */
public final class Choices {
    private static final UfuncOption[] NONE = {};

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
            NdArray result = Temporaries.empty(condlist.getFirst(), type, shape);
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
     * @param funclist Numbers, arrays without axes and {@link ArrayFunction}s; one more than conditions counts where
     *        none holds
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
            NdArray rest = everywhere(x);
            for (int i = 0; i < n; i++) {
                NdArray condition = condlist.get(i).astype(DType.BOOL);
                write(result, x, condition, funclist.get(i));
                rest = Steps.GREATER.call(rest, condition, NONE);
            }
            if (funclist.size() > n) {
                write(result, x, rest, funclist.getLast());
            }
            return scope.keep(result);
        }
    }

    private static void write(NdArray result, NdArray x, NdArray condition, Object function) {
        if (!(function instanceof ArrayFunction of)) {
            Steps.put(result, function, condition);
            return;
        }
        NdArray selected = x.get(condition);
        if (selected.size() > 0) {
            result.set(Returned.of("piecewise", of.apply(selected), selected), condition);
        }
    }

    private static NdArray everywhere(NdArray x) {
        NdArray all = Temporaries.empty(x, DType.BOOL, x.shape());
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
