package io.arrayport.core.creation;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Diagonal;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.Choosing;
import io.arrayport.core.ndarray.DiagonalOption.Offset;
import io.arrayport.core.ndarray.EyeOption;
import io.arrayport.core.ndarray.EyeOption.K;
import io.arrayport.core.ndarray.EyeOption.M;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.TriOption;
import io.arrayport.core.ndarray.VanderOption;

/** Matrices made of diagonals and triangles. */
public final class Diagonals {
    /** A square matrix of longer sides has more bytes than a long counts. */
    private static final long MOST = 1L << 29;

    private Diagonals() {}

    /** {@code np.eye}. */
    public static NdArray eye(Device device, long rows, EyeOption... options) {
        Option.requireDistinct("eye", options);
        long columns = rows;
        long k = 0;
        Blank blank = new Blank(DType.FLOAT64, Order.C);
        for (EyeOption option : options) {
            switch (option) {
                case M(long count) -> columns = count;
                case K(long diagonal) -> k = diagonal;
                case DtypeOption(DType type) -> blank = new Blank(type, blank.order());
                case OrderOption(Order order) -> blank = new Blank(blank.dtype(), order);
            }
        }
        long ahead = k;
        return Blank.filled(blank.zeros(device, Shape.of(rows, columns)), made -> diagonal(made, ahead).fill(1));
    }

    private static NdArray diagonal(NdArray matrix, long k) {
        return NdArray.of(matrix.storage(), matrix.dtype(), Diagonal.of("diag", matrix.layout(), k, 0, 1));
    }

    /** {@code np.diag}: a matrix with this diagonal, or the diagonal of a matrix, a view. */
    public static NdArray diag(NdArray v, long k) {
        if (v.ndim() == 2) {
            return v.diagonal(new Offset(k));
        }
        if (v.ndim() != 1) {
            throw new ShapeException("diag: an array of shape " + v.shape() + " is neither a row nor a matrix; diagonal"
                    + " takes those of more axes");
        }
        return on("diag", v, k);
    }

    /** {@code np.diagflat}. */
    public static NdArray diagflat(NdArray v, long k) {
        NdArray flat = v.ravel();
        try {
            return on("diagflat", flat, k);
        } finally {
            if (flat.storage() != v.storage()) {
                flat.close();
            }
        }
    }

    private static NdArray on(String operation, NdArray row, long k) {
        if (k > MOST || k < -MOST) {
            throw new ShapeException(operation + ": diagonal " + k
                    + " lies in a matrix that is larger than an array can be");
        }
        long n = row.size() + Math.abs(k);
        return Blank.filled(new Blank(row.dtype(), Order.C).zeros(row.device(), Shape.of(n, n)),
                made -> diagonal(made, k).set(row));
    }

    /** {@code np.tri}. */
    public static NdArray tri(Device device, long rows, TriOption... options) {
        Option.requireDistinct("tri", options);
        long columns = rows;
        long k = 0;
        DType type = DType.FLOAT64;
        for (TriOption option : options) {
            switch (option) {
                case M(long count) -> columns = count;
                case K(long diagonal) -> k = diagonal;
                case DtypeOption(DType given) -> type = given;
            }
        }
        NdArray mask = triangle(device, Work.GREATER_EQUAL, Math.max(0, rows), Math.max(0, columns), k);
        if (type.equals(DType.BOOL)) {
            return mask;
        }
        try (mask) {
            return mask.astype(type);
        }
    }

    /** Whether the row compares with the column less {@code k}. */
    static NdArray triangle(Device device, BinaryUfunc compare, long rows, long columns, long k) {
        // Beyond the corners nothing changes, and nothing overflows
        long ahead = Math.clamp(k, -rows - 1, columns + 1);
        long most = rows + columns + 1;
        DType type = most <= Short.MAX_VALUE ? DType.INT16 : most <= Integer.MAX_VALUE ? DType.INT32 : DType.INT64;
        try (NdArray down = Ranges.counted(device, rows, type);
                NdArray right = Ranges.counted(device, columns, type)) {
            Work.SUBTRACT.call(right, ahead, new Out(right));
            return compare.outer(down, right);
        }
    }

    /** {@code np.tril}: zero above the diagonal. */
    public static NdArray tril(NdArray m, long k) {
        return TriangleCopy.suits(m) ? TriangleCopy.of(m, true, k) : part("tril", Work.GREATER_EQUAL, m, k);
    }

    /** {@code np.triu}: zero below the diagonal. */
    public static NdArray triu(NdArray m, long k) {
        return TriangleCopy.suits(m) ? TriangleCopy.of(m, false, k) : part("triu", Work.LESS_EQUAL, m, k);
    }

    private static NdArray part(String operation, BinaryUfunc kept, NdArray m, long k) {
        if (m.ndim() == 0) {
            throw new ShapeException(operation + ": an array of shape () has no triangle; give at least one axis");
        }
        long columns = m.shape().dim(m.ndim() - 1);
        long rows = m.ndim() == 1 ? columns : m.shape().dim(m.ndim() - 2);
        try (NdArray mask = triangle(m.device(), kept, rows, columns, k);
                NdArray zero = new Blank(m.dtype(), Order.C).zeros(m.device(), Shape.of())) {
            return Choosing.where(mask, m, zero);
        }
    }

    /** {@code np.vander}: each row the powers of a number. */
    public static NdArray vander(NdArray x, VanderOption... options) {
        Option.requireDistinct("vander", options);
        if (x.ndim() != 1) {
            throw new ShapeException("vander: x has shape " + x.shape() + ", expected one axis; use ravel()");
        }
        long columns = x.size();
        boolean increasing = false;
        for (VanderOption option : options) {
            switch (option) {
                case VanderOption.N(long count) -> columns = count;
                case VanderOption.Increasing(boolean grows) -> increasing = grows;
            }
        }
        Index direction = Index.slice(null, null, increasing ? 1 : -1);
        NdArray fresh = Work.empty(x.device(), Shape.of(x.size(), columns),
                Promotion.promoteTypes(x.dtype(), DType.INT64));
        return Blank.filled(fresh, made -> {
            NdArray powers = made.get(Index.all(), direction);
            if (made.shape().dim(1) > 0) {
                powers.set(1, Index.all(), Index.at(0));
            }
            NdArray further = powers.get(Index.all(), Index.slice(1, null));
            further.set(x.expandDims(1));
            Work.MULTIPLY.accumulate(further, new Axis(List.of(1)), new Out(further));
        });
    }

    /** {@code np.fill_diagonal}. */
    public static void fill(NdArray a, NdArray values, boolean wrap) {
        if (a.ndim() < 2) {
            throw new ShapeException("fillDiagonal: an array of shape " + a.shape() + " has no diagonal; it takes two"
                    + " axes");
        }
        long[] dims = a.shape().toArray();
        if (a.ndim() > 2 && Arrays.stream(dims).distinct().count() > 1) {
            throw new ShapeException("fillDiagonal: axes of " + a.shape() + " differ in length; of more than two, all"
                    + " are of one");
        }
        long count = Arrays.stream(dims).min().orElse(0);
        // A tall matrix takes further diagonals below, a row apart
        long full = wrap && a.ndim() == 2 ? (dims[0] + 1) / (dims[1] + 1) : 1;
        long rest = full == 1 ? 0 : Math.max(0, dims[0] - full * (dims[1] + 1));
        if (count == 0) {
            return;
        }
        try (NdArray line = cycled(values, full * count + rest)) {
            long along = Arrays.stream(a.strides()).sum();
            Layout blocks = Layout.of(Shape.of(full, count),
                    new long[]{full > 1 ? a.layout().stride(0) * (dims[1] + 1) : 0, along}, a.layout().offset());
            NdArray.of(a.storage(), a.dtype(), blocks, a.isWriteable())
                    .set(line.get(Index.slice(0, full * count)).reshape(full, count));
            if (rest > 0) {
                NdArray below = a.get(Index.slice(full * (dims[1] + 1), null));
                Layout last = Layout.of(Shape.of(rest), new long[]{along}, below.layout().offset());
                NdArray.of(a.storage(), a.dtype(), last, a.isWriteable())
                        .set(line.get(Index.slice(full * count, null)));
            }
        }
    }

    /** The elements in C order, again and again. */
    private static NdArray cycled(NdArray values, long count) {
        if (values.size() == 0) {
            throw new ShapeException("fillDiagonal: there is no value to set " + count + " elements to");
        }
        return Blank.filled(Work.empty(values.device(), Shape.of(count), values.dtype()), line -> {
            try (NdArray flat = values.flatten()) {
                long whole = count / flat.size() * flat.size();
                line.get(Index.slice(0, whole)).reshape(-1, flat.size()).set(flat);
                line.get(Index.slice(whole, null)).set(flat.get(Index.slice(0, count - whole)));
            }
        });
    }
}
