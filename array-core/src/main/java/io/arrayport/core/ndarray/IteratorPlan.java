package io.arrayport.core.ndarray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.loop.Walk;
import io.arrayport.core.ndarray.NditerOption.Flag;
import io.arrayport.core.ndarray.NditerOption.Flags;
import io.arrayport.core.ndarray.NditerOption.OpDtypes;
import io.arrayport.core.ndarray.NditerOption.OpFlag;
import io.arrayport.core.ndarray.NditerOption.OpFlags;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import org.jspecify.annotations.Nullable;

/**
 * What is iterated over, and how.
 *
 * @param operation named in errors
 * @param strips whether rows are gone through, not elements
 * @param maybeNone whether there may be no element
 */
record IteratorPlan(String operation, IteratorOperands operands, Order order, boolean strips, boolean maybeNone) {
    /** Where there is no element, there is none to stand at for any of several iterators. */
    private static final Layout NOTHING = Layout.contiguous(Shape.of(0), 1);

    /**
     * What the options say.
     *
     * @throws ShapeException if there is no array
     */
    static IteratorPlan of(String operation, List<NdArray> arrays, NditerOption... options) {
        Option.requireDistinct(operation, options);
        Order order = Order.K;
        Casting casting = Casting.SAFE;
        Set<Flag> flags = Set.of();
        List<Set<OpFlag>> opFlags = List.of();
        List<DType> types = List.of();
        for (NditerOption option : options) {
            switch (option) {
                case OrderOption(Order given) -> order = given;
                case CastingOption(Casting rule) -> casting = rule;
                case Flags(Set<Flag> given) -> flags = given;
                case OpFlags(List<Set<OpFlag>> given) -> opFlags = given;
                case OpDtypes(List<DType> given) -> types = given;
            }
        }
        IteratorOperands operands = IteratorOperands.of(operation, arrays, opFlags, types, casting,
                flags.contains(Flag.BUFFERED));
        return new IteratorPlan(operation, operands, order, flags.contains(Flag.EXTERNAL_LOOP),
                flags.contains(Flag.ZEROSIZE_OK));
    }

    private Shape shape() {
        if (operands.seen().isEmpty()) {
            throw new ShapeException(operation + ": there is no array; give at least one");
        }
        Shape shape = Shape.broadcast(operation, operands.seen().stream().map(NdArray::shape).toArray(Shape[]::new));
        if (shape.size() == 0 && !maybeNone) {
            throw new ShapeException(operation + ": there is no element in shape " + shape
                    + "; allow that with flags(ZEROSIZE_OK)");
        }
        return shape;
    }

    /** One iterator over all axes. */
    NdIterator iterator() {
        return orClosed(() -> {
            Shape shape = shape();
            return NdIterator.over(operands, walk(layouts(shape), strips), strips, null);
        });
    }

    /**
     * Iterators within one another, the outermost first.
     *
     * @param axes of the shape that all broadcast to, for each iterator
     * @throws AxisException if there is no such axis, or one is named twice
     * @throws ShapeException if there are fewer than two iterators
     */
    List<NdIterator> nested(int[]... axes) {
        return orClosed(() -> {
            Shape shape = shape();
            requireAxes(shape, axes);
            Layout[] layouts = layouts(shape);
            List<NdIterator> iterators = new ArrayList<>();
            NdIterator inner = null;
            for (int level = axes.length - 1; level >= 0; level--) {
                int[] own = axes[level];
                boolean outermost = level == 0;
                boolean rows = strips && inner == null;
                Layout[] parts = Arrays.stream(layouts).map(layout -> shape.size() == 0 ? NOTHING
                        : part(layout, own, outermost)).toArray(Layout[]::new);
                inner = NdIterator.over(operands, walk(parts, rows), rows, inner);
                iterators.addFirst(inner);
            }
            return List.copyOf(iterators);
        });
    }

    private void requireAxes(Shape shape, int[]... axes) {
        if (axes.length < 2) {
            throw new ShapeException(operation + ": axes are named for " + axes.length
                    + " iterators, give them for at least two");
        }
        int[] all = Arrays.stream(axes).flatMapToInt(Arrays::stream).toArray();
        for (int axis : all) {
            if (axis < 0 || axis >= shape.ndim()) {
                throw new AxisException(operation + ": axis " + axis + " is none of shape " + shape
                        + "; axes are counted from 0");
            }
        }
        if (Arrays.stream(all).distinct().count() < all.length) {
            throw new AxisException(operation + ": " + Arrays.deepToString(axes) + " names an axis twice");
        }
    }

    /** Some of the axes; where the array begins says the outermost iterator alone. */
    private static Layout part(Layout layout, int[] axes, boolean outermost) {
        return Layout.of(Shape.of(Arrays.stream(axes).mapToLong(layout::dim).toArray()),
                Arrays.stream(axes).mapToLong(layout::stride).toArray(), outermost ? layout.offset() : 0);
    }

    private Layout[] layouts(Shape shape) {
        return operands.seen().stream().map(array -> array.layout().broadcastTo(shape)).toArray(Layout[]::new);
    }

    private Walk walk(Layout[] layouts, boolean rows) {
        boolean columns = order == Order.A && operands.seen().stream()
                .allMatch(array -> Orders.isColumns(Order.A, array.layout(), array.itemsize()));
        return Walk.of(order == Order.A ? columns ? Order.F : Order.C : order, rows, layouts);
    }

    private interface Making<T> {
        T make();
    }

    /** Closes what was converted if there is nothing to iterate over it. */
    private <T> T orClosed(Making<T> making) {
        @Nullable
        T made = null;
        try {
            made = making.make();
            return made;
        } finally {
            if (made == null) {
                operands.close();
            }
        }
    }
}
