package io.arrayport.core.indexing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.IndexMode;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Fresh;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.LayoutOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.RavelOption;
import io.arrayport.core.ndarray.TakeOption;
import io.arrayport.core.ufunc.Ufuncs;

/** Positions that count all elements of a shape, and the same as one for each axis. */
public final class Coordinates {
    private static final BinaryUfunc ADD = new BinaryUfunc(Ufuncs.ADD);
    private static final BinaryUfunc SUBTRACT = new BinaryUfunc(Ufuncs.SUBTRACT);
    private static final BinaryUfunc MULTIPLY = new BinaryUfunc(Ufuncs.MULTIPLY);
    private static final BinaryUfunc FLOOR_DIVIDE = new BinaryUfunc(Ufuncs.FLOOR_DIVIDE);
    private static final BinaryUfunc REMAINDER = new BinaryUfunc(Ufuncs.REMAINDER);
    private static final BinaryUfunc MAXIMUM = new BinaryUfunc(Ufuncs.MAXIMUM);
    private static final BinaryUfunc MINIMUM = new BinaryUfunc(Ufuncs.MINIMUM);

    private Coordinates() {}

    /** {@code np.unravel_index}: the columns of one array. */
    public static List<NdArray> unravel(NdArray indices, Shape shape, LayoutOption... options) {
        String operation = "unravelIndex";
        Option.requireDistinct(operation, options);
        Order order = Order.C;
        for (LayoutOption option : options) {
            order = switch (option) {
                case OrderOption(Order given) -> order(operation, given);
            };
        }
        requireWhole(operation, indices);
        requireInside(operation, indices, shape.size());
        int ndim = shape.ndim();
        NdArray table = empty(indices, Shape.of(indices.size(), ndim));
        Layout first = Fresh.like(indices.shape(), Long.BYTES * Math.max(1, ndim), indices.layout());
        List<NdArray> columns = IntStream.range(0, ndim).mapToObj(axis -> NdArray.of(table.storage(), table.dtype(),
                indices.size() == 0 ? first : first.shifted((long) axis * Long.BYTES))).toList();
        boolean done = false;
        NdArray positions = indices.astype(DType.INT64);
        try {
            // From the axis of the shortest steps: what is left counts whole rows of it
            for (int i = 0; i < ndim - 1; i++) {
                int axis = order == Order.F ? i : ndim - 1 - i;
                long dim = Math.max(1, shape.dim(axis));
                NdArray column = columns.get(axis);
                NdArray rows = FLOOR_DIVIDE.call(positions, dim);
                try (NdArray before = positions) {
                    positions = rows;
                    MULTIPLY.call(rows, dim, new Out(column));
                    SUBTRACT.call(before, column, new Out(column));
                }
            }
            if (ndim > 0) {
                columns.get(order == Order.F ? ndim - 1 : 0).set(positions);
            }
            done = true;
            return columns;
        } finally {
            positions.close();
            if (!done || ndim == 0) {
                table.close();
            }
        }
    }

    /** As {@link #ravel(List, Shape, RavelOption...)}, of one array along whose first axis the positions lie. */
    public static NdArray ravel(NdArray multiIndex, Shape dims, RavelOption... options) {
        if (multiIndex.ndim() == 0) {
            throw new DTypeException("ravelMultiIndex: an array of shape () is no row of positions; give a list, or an"
                    + " array whose first axis is as long as the shape has axes");
        }
        return ravel(LongStream.range(0, multiIndex.shape().dim(0)).mapToObj(multiIndex::get).toList(), dims, options);
    }

    /** {@code np.ravel_multi_index}. */
    public static NdArray ravel(List<NdArray> multiIndex, Shape dims, RavelOption... options) {
        String operation = "ravelMultiIndex";
        Option.requireDistinct(operation, options);
        Order order = Order.C;
        List<IndexMode> modes = List.of(IndexMode.RAISE);
        for (RavelOption option : options) {
            switch (option) {
                case OrderOption(Order given) -> order = order(operation, given);
                case TakeOption.Mode(List<IndexMode> given) -> modes = given;
            }
        }
        if (multiIndex.size() != dims.ndim() || dims.ndim() == 0) {
            throw new ShapeException(operation + ": there are " + multiIndex.size() + " arrays of positions, shape "
                    + dims + " has " + dims.ndim() + " axes; give one array for each, and at least one");
        }
        if (modes.size() != 1 && modes.size() != dims.ndim()) {
            throw new IllegalArgumentException(operation + ": " + modes.size() + " modes for " + dims.ndim()
                    + " axes; give one, or one for each");
        }
        multiIndex.forEach(positions -> requireWhole(operation, positions));
        Shape shape = Shape.broadcast(operation, multiIndex.stream().map(NdArray::shape).toArray(Shape[]::new));
        NdArray sum = empty(multiIndex.getFirst(), shape);
        boolean done = false;
        try {
            sum.fill(0);
            long inside = 1;
            for (int i = 0; i < dims.ndim(); i++) {
                int axis = order == Order.F ? i : dims.ndim() - 1 - i;
                long dim = dims.dim(axis);
                try (NdArray positions = inside(operation, multiIndex.get(axis), dim,
                        modes.get(modes.size() == 1 ? 0 : axis));
                        NdArray far = MULTIPLY.call(positions, inside)) {
                    ADD.call(sum, far, new Out(sum));
                }
                inside *= dim;
            }
            done = true;
            return sum;
        } finally {
            if (!done) {
                sum.close();
            }
        }
    }

    /** A new array of positions that are inside an axis. */
    private static NdArray inside(String operation, NdArray positions, long dim, IndexMode mode) {
        if (mode == IndexMode.RAISE || dim == 0) {
            requireInside(operation, positions, dim);
            return positions.astype(DType.INT64);
        }
        try (NdArray longs = positions.astype(DType.INT64)) {
            if (mode == IndexMode.WRAP) {
                return REMAINDER.call(longs, dim);
            }
            MAXIMUM.call(longs, 0, new Out(longs));
            return MINIMUM.call(longs, dim - 1);
        }
    }

    /** {@code np.ix_}. */
    public static List<NdArray> mesh(NdArray... args) {
        List<NdArray> mesh = new ArrayList<>(args.length);
        for (NdArray arg : args) {
            if (arg.ndim() != 1) {
                throw new ShapeException("ix_: argument " + mesh.size() + " has shape " + arg.shape()
                        + ", each must be 1-d");
            }
            long[] dims = new long[args.length];
            Arrays.fill(dims, 1);
            NdArray positions = arg.dtype().equals(DType.BOOL) ? arg.nonzero().getFirst() : arg;
            dims[mesh.size()] = positions.size();
            mesh.add(positions.asShape(dims));
        }
        return mesh;
    }

    /** {@code np.argwhere}: one row for each element that is not 0. */
    public static NdArray argwhere(NdArray a) {
        if (a.ndim() == 0) {
            try (NdArray line = a.reshape(1).copy(); NdArray found = line.nonzero().getFirst()) {
                return empty(a, Shape.of(found.size(), 0));
            }
        }
        List<NdArray> columns = a.nonzero();
        NdArray first = columns.getFirst();
        try (NdArray table = NdArray.of(first.storage(), first.dtype(),
                Layout.contiguous(Shape.of(first.size(), columns.size()), Long.BYTES))) {
            return table.copy(new OrderOption(Order.F));
        }
    }

    /** {@code np.flatnonzero}. */
    public static NdArray flatnonzero(NdArray a) {
        NdArray flat = a.ravel();
        try {
            return flat.nonzero().getFirst();
        } finally {
            if (flat.storage() != a.storage()) {
                flat.close();
            }
        }
    }

    private static NdArray empty(NdArray beside, Shape shape) {
        Layout layout = Layout.contiguous(shape, Long.BYTES);
        return NdArray.of(Backend.of("empty", beside.device()).allocate(beside.device(), layout.endByte(Long.BYTES)),
                DType.INT64, layout);
    }

    private static Order order(String operation, Order order) {
        if (order != Order.C && order != Order.F) {
            throw new IllegalArgumentException(operation + ": positions are counted in the order C or F, not " + order);
        }
        return order;
    }

    private static void requireWhole(String operation, NdArray positions) {
        if ("biu".indexOf(positions.dtype().kind()) < 0) {
            throw new DTypeException(operation + ": positions are " + positions.dtype()
                    + ", they must be integers; convert them with astype(...)");
        }
    }

    private static void requireInside(String operation, NdArray positions, long size) {
        if (positions.size() == 0) {
            return;
        }
        try (NdArray longs = positions.astype(DType.INT64); NdArray least = longs.min(); NdArray most = longs.max()) {
            if (least.toLong() < 0 || most.toLong() >= size) {
                throw new IllegalArgumentException(operation + ": position "
                        + (least.toLong() < 0 ? least.toLong() : most.toLong()) + " is out of bounds for " + size
                        + "; it must be from 0 to " + (size - 1));
            }
        }
    }
}
