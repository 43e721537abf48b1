package io.arrayport.core.linear;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.CrossOption;
import io.arrayport.core.ndarray.CrossOption.Axisa;
import io.arrayport.core.ndarray.CrossOption.Axisb;
import io.arrayport.core.ndarray.CrossOption.Axisc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Temporaries;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.Ufuncs;

/** {@code np.cross}: vectors that stand upright on two others. One of two components has none along the third axis. */
public final class Cross {
    private static final String NAME = "cross";
    private static final int SPACE = 3;
    private static final int PLANE = 2;
    private static final BinaryUfunc SUBTRACT = new BinaryUfunc(Ufuncs.SUBTRACT);
    private static final UnaryUfunc NEGATIVE = new UnaryUfunc(Ufuncs.NEGATIVE);

    private Cross() {}

    /** As {@code np.cross}. */
    public static NdArray of(NdArray a, NdArray b, CrossOption... options) {
        Option.requireDistinct(NAME, options);
        int left = -1;
        int right = -1;
        int result = -1;
        Axis all = null;
        for (CrossOption option : options) {
            switch (option) {
                case Axisa(int axis) -> left = axis;
                case Axisb(int axis) -> right = axis;
                case Axisc(int axis) -> result = axis;
                case Axis axis -> all = axis;
            }
        }
        if (all != null) {
            if (all.axes() == null || all.axes().size() != 1) {
                throw new AxisException(NAME + ": axis must name one axis, that of the vectors");
            }
            left = all.axes().getFirst();
            right = left;
            result = left;
        }
        return of(last(a, left), last(b, right), result);
    }

    private static NdArray of(NdArray a, NdArray b, int axis) {
        int one = components(a);
        int other = components(b);
        if (one < PLANE || one > SPACE || other < PLANE || other > SPACE) {
            throw new ShapeException(NAME + ": vectors have 2 or 3 components; operand 0 has " + one
                    + " along its axis, operand 1 has " + other);
        }
        Shape vectors = Shape.broadcast(NAME, a.get(Index.ellipsis(), Index.at(0)).shape(),
                b.get(Index.ellipsis(), Index.at(0)).shape());
        DType type = Promotion.nativeOf(Promotion.promoteTypes(a.dtype(), b.dtype()));
        if (one == PLANE && other == PLANE) {
            return Temporaries.finished(Temporaries.empty(a, type, vectors), out -> component(a, b, 2, out));
        }
        long[] dims = Arrays.copyOf(vectors.toArray(), vectors.ndim() + 1);
        dims[vectors.ndim()] = SPACE;
        int[] order = toLast(Layout.axis(NAME, axis, dims.length), dims.length);
        int[] back = new int[order.length];
        Arrays.setAll(back, i -> IntStream.range(0, order.length).filter(at -> order[at] == i).findFirst().orElse(i));
        return Temporaries.finished(Temporaries.empty(a, type, Shape.of(dims)), out -> {
            for (int i = 0; i < SPACE; i++) {
                component(a, b, i, out.get(Index.ellipsis(), Index.at(i)));
            }
        }).transpose(back);
    }

    /** One component of the result: {@code a[i + 1] b[i + 2] - a[i + 2] b[i + 1]}. */
    private static void component(NdArray a, NdArray b, int i, NdArray out) {
        int next = (i + 1) % SPACE;
        int after = (i + 2) % SPACE;
        boolean plus = next < components(a) && after < components(b);
        boolean minus = after < components(a) && next < components(b);
        if (plus) {
            product(a, next, b, after, out);
        }
        if (plus && minus) {
            try (NdArray other = Temporaries.empty(out, out.dtype(), out.shape())) {
                SUBTRACT.call(out, product(a, after, b, next, other), new Out(out));
            }
        } else if (minus) {
            NEGATIVE.call(product(a, after, b, next, out), new Out(out));
        }
    }

    private static NdArray product(NdArray a, int i, NdArray b, int k, NdArray out) {
        return VectorProducts.MULTIPLY.call(a.get(Index.ellipsis(), Index.at(i)), b.get(Index.ellipsis(), Index.at(k)),
                new Out(out));
    }

    /** The length of the last axis. */
    private static int components(NdArray array) {
        return (int) Math.min(array.shape().dim(array.ndim() - 1), SPACE + 1);
    }

    private static NdArray last(NdArray array, int axis) {
        return array.transpose(toLast(Layout.axis(NAME, axis, array.ndim()), array.ndim()));
    }

    /** All axes, one of them behind the others. */
    private static int[] toLast(int axis, int ndim) {
        return IntStream.concat(IntStream.range(0, ndim).filter(other -> other != axis), IntStream.of(axis)).toArray();
    }
}
