package io.arrayport.core.manipulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Joined;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Lengths;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.AlongOption;
import io.arrayport.core.ndarray.JoinOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.StackOption;
import io.arrayport.core.ndarray.Temporaries;

/** Arrays one behind the other. */
public final class Joins {
    private Joins() {}

    /** {@code np.concatenate}. */
    public static NdArray concatenate(List<NdArray> arrays, JoinOption... options) {
        return join(Joint.of("concatenate", options), there("concatenate", arrays));
    }

    /** {@code np.stack}. */
    public static NdArray stack(List<NdArray> arrays, JoinOption... options) {
        Joint joint = Joint.of("stack", options);
        if (arrays.isEmpty()) {
            throw new ShapeException("stack: there is no array to stack; give at least one");
        }
        Shape shape = there("stack", arrays).getFirst().shape();
        for (int i = 1; i < arrays.size(); i++) {
            if (!arrays.get(i).shape().equals(shape)) {
                throw new ShapeException("stack: operand " + i + " has shape " + arrays.get(i).shape()
                        + ", operand 0 has " + shape + "; all must have the same");
            }
        }
        int axis = joint.required();
        return join(joint, arrays.stream().map(array -> array.expandDims(axis)).toList());
    }

    /** {@code np.vstack}. */
    public static NdArray vstack(String operation, List<NdArray> arrays, StackOption... options) {
        return join(Joint.of(operation, 0, options), there(operation, arrays).stream().map(Ranks::atleast2d).toList());
    }

    /** {@code np.hstack}. */
    public static NdArray hstack(List<NdArray> arrays, StackOption... options) {
        List<NdArray> rows = there("hstack", arrays).stream().map(Ranks::atleast1d).toList();
        int axis = !rows.isEmpty() && rows.getFirst().ndim() == 1 ? 0 : 1;
        return join(Joint.of("hstack", axis, options), rows);
    }

    /** {@code np.dstack}. */
    public static NdArray dstack(List<NdArray> arrays) {
        return join(Joint.along("dstack", 2), there("dstack", arrays).stream().map(Ranks::atleast3d).toList());
    }

    /** {@code np.column_stack}. */
    public static NdArray columnStack(List<NdArray> arrays) {
        return join(Joint.along("columnStack", 1),
                there("columnStack", arrays).stream()
                        .map(array -> array.ndim() < 2 ? Ranks.atleast2d(array).T() : array).toList());
    }

    /** {@code np.append}. */
    public static NdArray append(NdArray array, NdArray values, AlongOption... options) {
        return join(Joint.along("append", Along.axis("append", null, options)), List.of(array, values));
    }

    private static List<NdArray> there(String operation, List<NdArray> arrays) {
        for (int i = 0; i < arrays.size(); i++) {
            if (arrays.get(i) == null) {
                throw new IllegalArgumentException(operation + ": operand " + i + " is null; give arrays only");
            }
        }
        return arrays;
    }

    private static NdArray join(Joint joint, List<NdArray> arrays) {
        if (joint.axis() == null) {
            return flattened(joint, arrays);
        }
        List<Shape> shapes = new ArrayList<>(arrays.size());
        List<Layout> layouts = new ArrayList<>(arrays.size());
        for (NdArray array : arrays) {
            shapes.add(array.shape());
            layouts.add(array.layout());
        }
        int axis = Joined.axis(joint.operation(), shapes, joint.axis());
        Shape shape = Joined.shape(joint.operation(), shapes, axis);
        joint.requireFits(shape);
        DType type = joint.type(arrays);
        NdArray out = joint.out();
        if (out != null) {
            return written(out, arrays, parts -> write(out, axis, parts));
        }
        Layout layout = Joined.layout(layouts, shape, type.itemsize());
        return Temporaries.finished(Temporaries.empty(arrays.getFirst(), type, layout),
                fresh -> write(fresh, axis, arrays));
    }

    /** All elements of all arrays in one row. */
    private static NdArray flattened(Joint joint, List<NdArray> arrays) {
        if (arrays.isEmpty()) {
            throw new ShapeException(joint.operation() + ": there is no array to join; give at least one");
        }
        long size = 0;
        for (NdArray array : arrays) {
            size = Lengths.sum(joint.operation(), size, array.size());
        }
        Shape shape = Shape.of(size);
        joint.requireFits(shape);
        DType type = joint.type(arrays);
        NdArray out = joint.out();
        if (out != null) {
            return written(out, arrays, parts -> writeFlat(out, parts));
        }
        return Temporaries.finished(Temporaries.empty(arrays.getFirst(), type, shape),
                fresh -> writeFlat(fresh, arrays));
    }

    /** Writes as if all arrays had been read before. */
    private static NdArray written(NdArray out, List<NdArray> arrays, Consumer<List<NdArray>> write) {
        List<NdArray> made = new ArrayList<>();
        try {
            List<NdArray> apart = new ArrayList<>();
            for (NdArray array : arrays) {
                if (Sharing.inBounds(array, out)) {
                    made.add(array.copy());
                    apart.add(made.getLast());
                } else {
                    apart.add(array);
                }
            }
            write.accept(apart);
            return out;
        } finally {
            made.forEach(NdArray::close);
        }
    }

    private static void write(NdArray result, int axis, List<NdArray> arrays) {
        long at = 0;
        for (NdArray array : arrays) {
            long next = at + array.shape().dim(axis);
            Along.slice(result, axis, at, next).set(array);
            at = next;
        }
    }

    private static void writeFlat(NdArray result, List<NdArray> arrays) {
        long at = 0;
        for (NdArray array : arrays) {
            long next = at + array.size();
            Along.slice(result, 0, at, next).asShape(array.shape().toArray()).set(array);
            at = next;
        }
    }
}
