package io.arrayport.core.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ufunc.Held;
import io.arrayport.core.ufunc.Searches;

/**
 * What an index with arrays selects, as rows of one axis: any number of arrays is one array of positions along an axis,
 * of bytes if need be.
 *
 * @param rows the array, that axis first, then those that stay whole
 * @param axis of the array that was indexed, which errors name
 * @param positions int64, 1-d; negative ones count from the end
 * @param found the shape that the positions have in the result
 * @param place before how many of the whole axes that shape stands in the result
 * @param owned what was made on the way, closed with this
 */
public record Picked(Operand rows, int axis, Operand positions, Shape found, int place, List<Storage> owned)
        implements AutoCloseable {

    /**
     * Reads an index.
     *
     * @param operation named in errors
     * @param parts among them an array that is not a single position
     * @throws IndexException if the index is malformed or a position is out of bounds; positions of a single array are
     *             looked at when they are used
     */
    public static Picked of(String operation, Operand array, List<? extends Part> parts) {
        return of(operation, array, parts, _ -> {});
    }

    /** @param first gets the shape of what is selected; what it refuses is refused before any position is looked at */
    static Picked of(String operation, Operand array, List<? extends Part> parts, Consumer<Shape> first) {
        List<Operand> operands = new ArrayList<>(List.of(array));
        for (Part part : parts) {
            if (part instanceof Part.Array(Operand operand)) {
                Positions.require(operation, operand);
                operands.add(operand);
            }
        }
        Backend backend = Backend.of(operation, operands);
        List<Storage> owned = new ArrayList<>();
        boolean done = false;
        try (Held _ = Held.of(operands.toArray(Operand[]::new))) {
            Picked picked = picked(operation, backend, array, Walk.of(operation, array.layout(), parts), owned,
                    first);
            done = true;
            return picked;
        } finally {
            if (!done) {
                owned.forEach(Storage::close);
            }
        }
    }

    /**
     * An array of positions of one of the view's axes.
     *
     * @param source the same axis of the array that is indexed
     */
    private record Along(Operand indices, int axis, int source) {}

    private static Picked picked(String operation, Backend backend, Operand array, Walk walk, List<Storage> owned,
            Consumer<Shape> first) {
        Layout view = walk.view();
        List<Along> all = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        for (Walk.Selecting selecting : walk.arrays()) {
            Operand operand = selecting.array().operand();
            if (!selecting.array().isMask()) {
                all.add(new Along(operand, selecting.axis(), selecting.source()));
                shapes.add(operand.shape());
            } else if (selecting.axes() == 0) {
                shapes.add(Shape.of(Positions.only(operand) == 0 ? 0 : 1));
            } else {
                requireFit(operation, view, selecting);
                List<Operand> columns = Searches.nonzero(operand);
                owned.add(columns.getFirst().storage());
                for (int i = 0; i < columns.size(); i++) {
                    all.add(new Along(columns.get(i), selecting.axis() + i, selecting.source() + i));
                }
                shapes.add(columns.getFirst().shape());
            }
        }
        Shape found = broadcast(operation, shapes);
        if (all.size() == 1 && all.getFirst().indices().shape().equals(found)) {
            Along only = all.getFirst();
            Operand longs = Positions.longs(backend, only.indices(), owned);
            Operand flat = Positions.flat(backend, longs, owned);
            return new Picked(array.with(Rows.first(view, only.axis())), only.source(), flat, found, walk.place(),
                    owned);
        }
        return bytes(operation, backend, array, view, all, found, walk.place(), owned, first);
    }

    /** As NumPy, which takes an axis of length 0 for any: nothing is selected. */
    private static void requireFit(String operation, Layout view, Walk.Selecting mask) {
        for (int i = 0; i < mask.axes(); i++) {
            long dim = mask.array().operand().shape().dim(i);
            if (dim != 0 && dim != view.dim(mask.axis() + i)) {
                throw new IndexException(operation + ": the mask has shape " + mask.array().operand().shape()
                        + ", but axis " + (mask.source() + i) + " of the array has size " + view.dim(mask.axis() + i));
            }
        }
    }

    /**
     * Picks from each line along an axis.
     *
     * @param indices integers, of as many axes as the array; those other than {@code axis} broadcast with its own
     * @param first as for {@link #of}
     */
    static Picked along(String operation, Operand array, Operand indices, int axis, Consumer<Shape> first) {
        Backend backend = Backend.of(operation, List.of(array, indices));
        List<Storage> owned = new ArrayList<>();
        boolean done = false;
        try (Held _ = Held.of(array, indices)) {
            Layout view = array.layout();
            List<Along> all = new ArrayList<>();
            List<Shape> shapes = new ArrayList<>();
            for (int i = 0; i < view.ndim(); i++) {
                Operand each = i == axis ? indices : every(backend, array, i, owned);
                all.add(new Along(each, i, i));
                shapes.add(each.shape());
            }
            Shape found = broadcast(operation, shapes);
            Picked picked = view.ndim() == 1
                    ? new Picked(array, axis, Positions.flat(backend, Positions.longs(backend, indices, owned), owned),
                            found, 0, owned)
                    : bytes(operation, backend, array, view, all, found, 0, owned, first);
            done = true;
            return picked;
        } finally {
            if (!done) {
                owned.forEach(Storage::close);
            }
        }
    }

    /** All positions of one axis, along that axis. */
    private static Operand every(Backend backend, Operand array, int axis, List<Storage> owned) {
        long[] dims = new long[array.layout().ndim()];
        Arrays.fill(dims, 1);
        dims[axis] = array.layout().dim(axis);
        try (Storage storage = backend.allocate(array.device(), 1)) {
            Operand one = Operand.of(DType.BOOL, Layout.contiguous(Shape.of(), 1), storage);
            backend.fill(one, true);
            Operand every = backend.flatnonzero(one.with(one.layout().broadcastTo(Shape.of(dims[axis]))));
            owned.add(every.storage());
            return every.with(Layout.contiguous(Shape.of(dims), Long.BYTES));
        }
    }

    private static Shape broadcast(String operation, List<Shape> shapes) {
        try {
            return Shape.broadcast(operation, shapes.toArray(Shape[]::new));
        } catch (ShapeException clash) {
            throw new IndexException(operation + ": the index arrays do not stretch to one shape: "
                    + clash.getMessage(), clash);
        }
    }

    /** All arrays together say at which byte an element stands: positions along an axis whose stride is one byte. */
    private static Picked bytes(String operation, Backend backend, Operand array, Layout view, List<Along> all,
            Shape found, int place, List<Storage> owned, Consumer<Shape> first) {
        long extent = 1;
        long lowest = 0;
        boolean[] selected = new boolean[view.ndim()];
        for (Along along : all) {
            long span = view.stride(along.axis()) * (view.dim(along.axis()) - 1);
            extent = view.dim(along.axis()) == 0 ? 0 : extent == 0 ? 0 : extent + Math.abs(span);
            lowest += Math.min(0, span);
            selected[along.axis()] = true;
        }
        Operand positions = Positions.empty(backend, array, found, owned);
        Picked picked = new Picked(array.with(Rows.bytes(view, selected, extent, lowest)), 0,
                positions.with(Layout.contiguous(Shape.of(found.size()), Long.BYTES)), found, place, owned);
        first.accept(picked.shape());
        backend.fill(positions, -lowest);
        for (Along along : all) {
            Operand indices = Positions.longs(backend, along.indices(), owned);
            backend.locate(operation, indices.with(indices.layout().broadcastTo(found)), view.dim(along.axis()),
                    along.source(), view.stride(along.axis()), positions);
        }
        return picked;
    }

    /** The shape of the result. */
    public Shape shape() {
        Shape whole = rows.shape();
        long[] dims = new long[whole.ndim() - 1 + found.ndim()];
        for (int i = 0; i < dims.length; i++) {
            int inside = i - place;
            dims[i] = inside < 0 ? whole.dim(i + 1)
                    : inside < found.ndim() ? found.dim(inside) : whole.dim(i - found.ndim() + 1);
        }
        return Shape.of(dims);
    }

    /** Of something in the result's shape, the axes that the positions have there put in front. */
    Layout turned(Layout result) {
        int[] order = new int[result.ndim()];
        for (int i = 0; i < order.length; i++) {
            int whole = i - found.ndim();
            order[i] = whole < 0 ? place + i : whole < place ? whole : i;
        }
        return result.ndim() == 0 ? result : result.transpose(order);
    }

    /** The shape of what is selected as rows: a row for each position. */
    Shape flat() {
        long[] dims = rows.shape().toArray();
        dims[0] = found.size();
        return Shape.of(dims);
    }

    /** The layout of a fresh copy, as rows: these in C order, in each of them the axes in the array's order. */
    Layout fresh(int itemsize) {
        Layout row = Rows.row(rows.layout());
        Layout packed = Fresh.like(row.shape(), itemsize, row);
        long[] strides = new long[packed.ndim() + 1];
        System.arraycopy(packed.strides(), 0, strides, 1, packed.ndim());
        strides[0] = Math.max(1, packed.size()) * itemsize;
        return Layout.of(flat(), strides, 0);
    }

    /** The rows of {@link #fresh} in the result's shape. */
    Layout result(Layout fresh) {
        Shape shape = shape();
        long[] strides = new long[shape.ndim()];
        long stride = fresh.stride(0);
        for (int i = found.ndim() - 1; i >= 0; i--) {
            strides[place + i] = stride;
            stride *= Math.max(1, found.dim(i));
        }
        for (int i = 1; i < fresh.ndim(); i++) {
            strides[i <= place ? i - 1 : i - 1 + found.ndim()] = fresh.stride(i);
        }
        return Layout.of(shape, strides, 0);
    }

    @Override
    public void close() {
        owned.forEach(Storage::close);
    }
}
