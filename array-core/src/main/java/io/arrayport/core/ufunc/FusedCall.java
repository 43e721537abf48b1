package io.arrayport.core.ufunc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Fusion;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Program;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ufunc.Expression.Parameter;
import io.arrayport.core.ufunc.Expression.Reduce;
import io.arrayport.core.ufunc.Lowered.Stage;
import io.arrayport.core.ufunc.Reducible.Computed;
import io.arrayport.core.ufunc.Reducible.Stored;
import org.jspecify.annotations.Nullable;

/** One call of a fused function: its stages, each over arguments and what the stages before it have reduced. */
final class FusedCall implements AutoCloseable {
    private final Graph graph;
    private final Lowered lowered;
    private final List<Input> arguments;
    private final Backend backend;
    private final boolean streams;
    private final @Nullable Operand[] reduced;
    private final List<Storage> owned = new ArrayList<>();
    private @Nullable Geometry geometry;

    /** @param streams whether elements may be reduced while they are computed */
    FusedCall(Graph graph, Lowered lowered, List<Input> arguments, Backend backend, boolean streams) {
        this.graph = graph;
        this.lowered = lowered;
        this.arguments = arguments;
        this.backend = backend;
        this.streams = streams;
        this.reduced = new @Nullable Operand[graph.nodes().size()];
    }

    Operand run(@Nullable Operand out, @Nullable Operand where, Casting casting) {
        for (Stage stage : lowered.stages()) {
            if (stage.reduction < 0) {
                return elements(stage, out, where, casting);
            }
            boolean last = stage.reduction == graph.root();
            Operand result = reduce(stage, last ? out : null);
            if (last) {
                return result;
            }
            owned.add(result.storage());
            reduced[stage.reduction] = result;
        }
        throw new IllegalStateException("fuse: no stage gives the result");
    }

    private Operand reduce(Stage stage, @Nullable Operand out) {
        Reduce reduce = (Reduce) graph.nodes().get(stage.reduction);
        List<Operand> arrays = arrays(stage, null, null);
        if (stage.arrays.length == 1 && stage.arrays[0] == stage.node) {
            return fold(reduce, new Stored(arrays.getFirst()), keywords(reduce, out));
        }
        Layout layout = layout(stage, arrays);
        List<Operand> stretched = stretched(arrays, layout.shape());
        Fusion fusion = stage.fusion(backend);
        List<Object> numbers = numbers(stage);
        Reducing keywords = keywords(reduce, out);
        DType elements = stage.program.type();
        if (streams && !Reducing.FIRST.equals(keywords.initial())
                && (out == null || stretched.stream().noneMatch(array -> isNear(array, out)))) {
            return fold(reduce, new Computed(fusion, stretched, numbers, elements, layout), keywords);
        }
        try (Storage storage = backend.allocate(arrays.getFirst().device(), layout.endByte(elements.itemsize()))) {
            Operand all = Operand.of(elements, layout, storage);
            fusion.run(stretched, numbers, all);
            return fold(reduce, new Stored(all), keywords);
        }
    }

    private static Reducing keywords(Reduce reduce, @Nullable Operand out) {
        return new Reducing(reduce.keywords().dtype(), out, reduce.keywords().keepdims(), reduce.keywords().initial(),
                null);
    }

    private static boolean isNear(Operand a, Operand b) {
        return a.endAddress() > b.minAddress() && b.endAddress() > a.minAddress();
    }

    private static Operand fold(Reduce reduce, Reducible elements, Reducing keywords) {
        UFunc row = reduce.row();
        return row == null ? Reductions.mean(elements, reduce.axes(), keywords)
                : ReduceCall.reduce(row, reduce.operation(), elements, reduce.axes(), keywords);
    }

    private Operand elements(Stage stage, @Nullable Operand out, @Nullable Operand where, Casting casting) {
        DType own = lowered.types()[stage.node];
        if (out != null && own != null) {
            checkOut(own, out, casting);
        }
        List<Operand> arrays = arrays(stage, where, out);
        Layout layout = layout(stage, arrays);
        Shape shape = layout.shape();
        if (where != null) {
            shape = masked(shape, where.shape());
        }
        if (out != null) {
            if (!shape.equals(out.shape()) && !shape.stretchesTo(out.shape())) {
                throw new ShapeException(Fused.OPERATION + ": out has shape " + out.shape()
                        + ", the result " + shape + "; what is written to is never stretched");
            }
            out.requireWriteable(Fused.OPERATION, Elementwise.OUT);
            List<Operand> apart = apart(stage, stretched(arrays, out.shape()), out);
            stage.fusion(backend).run(apart, numbers(stage), out);
            return out;
        }
        DType type = stage.program.type();
        if (where != null) {
            Layout mask = where.layout();
            layout = Fresh.like(shape, type.itemsize(),
                    layout.shape().equals(shape) ? layout : layout.broadcastTo(shape),
                    mask.shape().equals(shape) ? mask : mask.broadcastTo(shape));
        }
        List<Operand> stretched = stretched(arrays, shape);
        List<Object> numbers = numbers(stage);
        Operand fresh = Operand.of(type, layout,
                backend.allocate(arrays.getFirst().device(), layout.endByte(type.itemsize())));
        try {
            stage.fusion(backend).run(stretched, numbers, fresh);
            return fresh;
        } catch (RuntimeException | Error failure) {
            fresh.storage().close();
            throw failure;
        }
    }

    private static void checkOut(DType from, Operand out, Casting casting) {
        if (!from.equals(out.dtype()) && !Promotion.canCast(from, out.dtype(), casting)) {
            throw new CastingException(Fused.OPERATION + ": the result is " + from + ", out is " + out.dtype()
                    + ", and casting " + casting + " does not allow that; give one of the result's type"
                    + (casting == Casting.UNSAFE ? "" : ", or allow more with casting(...)"));
        }
    }

    private static Shape masked(Shape shape, Shape where) {
        try {
            return Shape.broadcast(shape, where);
        } catch (ShapeException cause) {
            throw new ShapeException(Fused.OPERATION + ": where has shape " + where + ", the result " + shape
                    + ", and the two do not fit; give where a shape that stretches to that", cause);
        }
    }

    /** What writing to {@code out} would reach before it has been read is copied. */
    private List<Operand> apart(Stage stage, List<Operand> arrays, Operand out) {
        List<Program.Step> steps = stage.program.steps();
        List<Operand> apart = new ArrayList<>(arrays.size());
        for (int i = 0; i < arrays.size(); i++) {
            Operand array = arrays.get(i);
            if (stage.arrays[i] == Lowered.OUT) {
                apart.add(array);
                continue;
            }
            boolean moved = !(steps.getLast() instanceof Program.Apply) && steps.getLast().inputs().contains(i);
            Temporary temporary = moved ? Temporary.unlessDisjoint(backend, array, out)
                    : Temporary.unlessApart(backend, array, out);
            if (temporary.owned() != null) {
                owned.add(temporary.owned());
            }
            apart.add(temporary.operand());
        }
        return apart;
    }

    private List<Operand> arrays(Stage stage, @Nullable Operand where, @Nullable Operand out) {
        List<Operand> arrays = new ArrayList<>(stage.arrays.length);
        for (int node : stage.arrays) {
            Operand array = node == Lowered.MASK ? where : node == Lowered.OUT ? out
                    : graph.nodes().get(node) instanceof Parameter(int index)
                            && arguments.get(index) instanceof Input.Array(Operand operand) ? operand : reduced[node];
            if (array == null) {
                throw new IllegalStateException("fuse: part " + node + " is not there yet");
            }
            arrays.add(array);
        }
        return arrays;
    }

    private static List<Operand> stretched(List<Operand> arrays, Shape shape) {
        List<Operand> stretched = new ArrayList<>(arrays.size());
        for (Operand array : arrays) {
            stretched.add(Elementwise.stretched(array, shape));
        }
        return stretched;
    }

    private static List<Object> numbers(Stage stage, List<Input> arguments) {
        List<Object> values = new ArrayList<>(stage.numbers.size());
        for (Lowered.Scalar number : stage.numbers) {
            values.add(number.parameter() >= 0
                    && arguments.get(number.parameter()) instanceof Input.Weak(Object given)
                            ? Scalars.fit(number.operation(), given, number.type()) : number.value());
        }
        return values;
    }

    private List<Object> numbers(Stage stage) {
        return stage.numbers.isEmpty() ? List.of() : numbers(stage, arguments);
    }

    /** Where the elements of a stage lie, or would. */
    private Layout layout(Stage stage, List<Operand> arrays) {
        Shape plain = plain(stage, arrays);
        if (plain != null) {
            return Layout.contiguous(plain, stage.program.type().itemsize());
        }
        Geometry known = geometry;
        if (known == null) {
            known = new Geometry(graph, lowered.types());
            geometry = known;
        }
        for (int i = 0; i < arrays.size(); i++) {
            if (stage.arrays[i] >= 0) {
                known.set(stage.arrays[i], arrays.get(i).layout());
            }
        }
        Layout layout = known.of(stage.node);
        DType type = stage.program.type();
        return stage.arrays.length > 0 && stage.arrays[0] == stage.node // an array as it is, to be copied
                ? Orders.fresh(Order.K, layout.shape(), type.itemsize(), layout, arrays.getFirst().dtype().itemsize())
                : layout;
    }

    /** All arrays lie side by side in one shape: then so does what comes of them. */
    private static @Nullable Shape plain(Stage stage, List<Operand> arrays) {
        Shape shape = null;
        for (int i = 0; i < arrays.size(); i++) {
            Operand array = arrays.get(i);
            if (stage.arrays[i] >= 0 && array.layout().ndim() > 0) {
                if (shape == null) {
                    shape = array.shape();
                }
                if (!shape.equals(array.shape()) || !array.layout().isCContiguous(array.dtype().itemsize())) {
                    return null;
                }
            }
        }
        return shape;
    }

    @Override
    public void close() {
        owned.forEach(Storage::close);
    }

    @Override
    public String toString() {
        return "call of " + Arrays.toString(lowered.types());
    }
}
