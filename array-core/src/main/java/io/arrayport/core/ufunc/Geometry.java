package io.arrayport.core.ufunc;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.ufunc.Expression.Apply;
import io.arrayport.core.ufunc.Expression.Convert;
import io.arrayport.core.ufunc.Expression.Where;
import org.jspecify.annotations.Nullable;

/**
 * Where the results of an expression's parts would lie if each were computed alone: that is where the result lies, and
 * the order of sums follows from it.
 */
final class Geometry {
    private static final Layout POINT = Layout.contiguous(Shape.of(), 1);

    private final Graph graph;
    private final @Nullable DType[] types;
    private final @Nullable Layout[] layouts;

    Geometry(Graph graph, @Nullable DType[] types) {
        this.graph = graph;
        this.types = types;
        this.layouts = new @Nullable Layout[types.length];
    }

    /** Says where a part lies that is there. */
    void set(int node, Layout layout) {
        layouts[node] = layout;
    }

    /** @throws io.arrayport.core.error.ShapeException if inputs of a part do not broadcast: called as that part is */
    Layout of(int node) {
        for (int part = 0; part <= node; part++) {
            DType type = types[part];
            if (layouts[part] == null && type != null && isReady(part)) {
                layouts[part] = computed(part, type);
            }
        }
        return layout(node);
    }

    private boolean isReady(int part) {
        for (int input : graph.inputs().get(part)) {
            if (types[input] != null && layouts[input] == null) {
                return false;
            }
        }
        return !(graph.nodes().get(part) instanceof Expression.Reduce)
                && !(graph.nodes().get(part) instanceof Expression.Parameter);
    }

    private Layout layout(int node) {
        Layout layout = layouts[node];
        return layout == null ? POINT : layout;
    }

    private @Nullable Layout computed(int part, DType type) {
        int[] inputs = graph.inputs().get(part);
        return switch (graph.nodes().get(part)) {
            case Apply apply when inputs.length == 1 -> Fresh.like(layout(inputs[0]).shape(), type.itemsize(),
                    layout(inputs[0]));
            case Apply apply -> together(apply.row().method(), type.itemsize(), inputs, null);
            case Where _ -> together("where", type.itemsize(), inputs, type);
            case Convert _ -> Orders.fresh(Order.K, layout(inputs[0]).shape(), type.itemsize(), layout(inputs[0]),
                    itemsize(inputs[0]));
            default -> null;
        };
    }

    private int itemsize(int node) {
        DType type = types[node];
        return type == null ? 1 : type.itemsize();
    }

    /** @param converted the type that all but the first are copied to, in C order, if they have another */
    private Layout together(String operation, int itemsize, int[] inputs, @Nullable DType converted) {
        Shape[] shapes = new Shape[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            shapes[i] = layout(inputs[i]).shape();
        }
        Shape shape = shapes.length == 2 && shapes[0].equals(shapes[1]) ? shapes[0]
                : Shape.broadcast(operation, shapes);
        Layout[] stretched = new Layout[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            Layout own = layout(inputs[i]);
            DType type = types[inputs[i]];
            if (converted != null && i > 0 && type != null && !type.equals(converted)) {
                own = Layout.contiguous(own.shape(), itemsize);
            }
            stretched[i] = own.shape().equals(shape) ? own : own.broadcastTo(shape);
        }
        return Fresh.like(shape, itemsize, stretched);
    }
}
