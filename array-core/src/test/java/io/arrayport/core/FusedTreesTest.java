package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.keepdims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.Expr;
import io.arrayport.core.ndarray.FusedFunction;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.testing.Elements;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random expressions over random arrays: fused they are what their parts, called one by one, are, to the last bit. */
class FusedTreesTest {
    private static final int TREES = 150;
    private static final List<UFunc> ROWS = Ufuncs.ALL.stream().filter(row -> row.nout() == 1).toList();
    private static final List<Shape> SHAPES = List.of(Shape.of(), Shape.of(1), Shape.of(5), Shape.of(3, 5),
            Shape.of(3, 1), Shape.of(2, 3, 5), Shape.of(4, 1, 5), Shape.of(0, 5));
    private static final List<Shape> LARGE = List.of(Shape.of(), Shape.of(700), Shape.of(30, 700), Shape.of(30, 1),
            Shape.of(1, 700), Shape.of(7, 30, 1));
    private static final double[] SPECIAL = {0, -0.0, 1, -1, 2, 0.5, -2.5, 3, Double.NaN, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, 100, 1e-3};

    /** A part that both sides can compute. */
    private interface Part {
        Object eager(List<NdArray> arguments);

        Expr fused(List<Expr> arguments);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void expressionsOverFewElements(int seed) {
        trees(seed, SHAPES);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void expressionsOverManyElements(int seed) {
        trees(seed, LARGE);
    }

    private static void trees(int seed, List<Shape> shapes) {
        Random random = new Random(seed);
        int computed = 0;
        for (int tree = 0; tree < TREES; tree++) {
            try (Scope _ = Scope.open()) {
                computed += tree(random, shapes, seed + "/" + tree) ? 1 : 0;
            }
        }
        assertThat(computed).isGreaterThan(TREES / 10);
    }

    private static boolean tree(Random random, List<Shape> shapes, String name) {
        int count = 1 + random.nextInt(3);
        boolean kin = random.nextInt(3) > 0; // so that most have a loop
        DType common = type(random);
        List<NdArray> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arguments.add(array(random, kin ? common : type(random), shapes.get(random.nextInt(shapes.size()))));
        }
        StringBuilder text = new StringBuilder(name + " of " + arguments.stream()
                .map(array -> array.dtype() + " " + array.shape()).toList() + ": ");
        Part part = part(random, 1 + random.nextInt(4), count, text);
        Object expected = attempt(() -> part.eager(arguments));
        Object found = attempt(() -> {
            FusedFunction function = np.fuse(count, part::fused);
            return function.call(arguments);
        });
        if (expected instanceof NdArray eager && found instanceof NdArray fused) {
            assertSame(text.toString(), eager, fused);
            return true;
        }
        if (expected instanceof RuntimeException && found instanceof RuntimeException) {
            return false; // of several errors it may be another one: types are looked at before shapes
        }
        if (found instanceof NdArray fused && fused.size() == 0) {
            return false; // a part that has elements may refuse them, but none are asked for
        }
        return fail(text + ": one by one " + expected + ", fused " + found);
    }

    private static Object attempt(java.util.function.Supplier<Object> call) {
        try {
            return call.get();
        } catch (ArrayportException | IllegalArgumentException | ArithmeticException refused) {
            return refused;
        }
    }

    private static Part part(Random random, int depth, int count, StringBuilder text) {
        if (depth == 0) {
            int index = random.nextInt(count);
            text.append('#').append(index);
            return new Part() {
                @Override
                public Object eager(List<NdArray> arguments) {
                    return arguments.get(index);
                }

                @Override
                public Expr fused(List<Expr> arguments) {
                    return arguments.get(index);
                }
            };
        }
        int kind = random.nextInt(12);
        if (kind == 0) {
            return where(random, depth, count, text);
        }
        if (kind == 1) {
            return astype(random, depth, count, text);
        }
        return kind == 2 ? reduction(random, depth, count, text) : ufunc(random, depth, count, text);
    }

    private static Part ufunc(Random random, int depth, int count, StringBuilder text) {
        UFunc row = random.nextInt(3) > 0 ? common(random) : ROWS.get(random.nextInt(ROWS.size()));
        text.append(row.name()).append('(');
        Part a = part(random, depth - 1, count, text);
        Number number = row.nin() == 2 && random.nextInt(4) == 0 ? number(random) : null;
        Part b = null;
        if (row.nin() == 2) {
            text.append(", ");
            b = number == null ? part(random, random.nextInt(depth), count, text) : null;
            text.append(number == null ? "" : number);
        }
        text.append(')');
        return call(row, a, b, number);
    }

    private static UFunc common(Random random) {
        List<UFunc> usual = List.of(Ufuncs.ADD, Ufuncs.SUBTRACT, Ufuncs.MULTIPLY, Ufuncs.DIVIDE, Ufuncs.MAXIMUM,
                Ufuncs.MINIMUM, Ufuncs.LESS, Ufuncs.GREATER_EQUAL, Ufuncs.NOT_EQUAL, Ufuncs.NEGATIVE, Ufuncs.SQRT,
                Ufuncs.EXP, Ufuncs.ABSOLUTE, Ufuncs.SQUARE, Ufuncs.TANH, Ufuncs.LOG, Ufuncs.BITWISE_AND);
        return usual.get(random.nextInt(usual.size()));
    }

    private static Part call(UFunc row, Part a, @Nullable Part b, @Nullable Number number) {
        return new Part() {
            @Override
            public Object eager(List<NdArray> arguments) {
                NdArray first = (NdArray) a.eager(arguments);
                return b != null ? new BinaryUfunc(row).call(first, (NdArray) b.eager(arguments))
                        : number != null ? new BinaryUfunc(row).call(first, number)
                                : new UnaryUfunc(row).call(first);
            }

            @Override
            public Expr fused(List<Expr> arguments) {
                Expr first = a.fused(arguments);
                return b != null ? new BinaryUfunc(row).call(first, b.fused(arguments))
                        : number != null ? new BinaryUfunc(row).call(first, number)
                                : new UnaryUfunc(row).call(first);
            }
        };
    }

    private static Number number(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 2;
            case 1 -> 1.5;
            case 2 -> 300;
            default -> -1L;
        };
    }

    private static Part where(Random random, int depth, int count, StringBuilder text) {
        text.append("where(");
        Part condition = part(random, depth - 1, count, text);
        text.append(", ");
        Part x = part(random, random.nextInt(depth), count, text);
        Number number = random.nextBoolean() ? number(random) : null;
        text.append(", ").append(number == null ? "" : number);
        Part y = number == null ? part(random, random.nextInt(depth), count, text) : null;
        text.append(')');
        return new Part() {
            @Override
            public Object eager(List<NdArray> arguments) {
                NdArray mask = (NdArray) condition.eager(arguments);
                NdArray chosen = (NdArray) x.eager(arguments);
                return y == null ? np.where(mask, chosen, number)
                        : np.where(mask, chosen, (NdArray) y.eager(arguments));
            }

            @Override
            public Expr fused(List<Expr> arguments) {
                Expr mask = condition.fused(arguments);
                Expr chosen = x.fused(arguments);
                return y == null ? np.where(mask, chosen, number) : np.where(mask, chosen, y.fused(arguments));
            }
        };
    }

    private static Part astype(Random random, int depth, int count, StringBuilder text) {
        DType type = type(random);
        Part a = part(random, depth - 1, count, text);
        text.append(".astype(").append(type).append(')');
        return new Part() {
            @Override
            public Object eager(List<NdArray> arguments) {
                return ((NdArray) a.eager(arguments)).astype(type);
            }

            @Override
            public Expr fused(List<Expr> arguments) {
                return a.fused(arguments).astype(type);
            }
        };
    }

    private static Part reduction(Random random, int depth, int count, StringBuilder text) {
        Part a = part(random, depth - 1, count, text);
        int which = random.nextInt(7);
        int where = random.nextInt(3);
        boolean keep = random.nextBoolean();
        text.append(".reduce").append(which).append("(axis ").append(where).append(", ").append(keep).append(')');
        Function<NdArray, NdArray> eager = array -> where == 2 ? reduced(which, array, keep)
                : reduced(which, array, where - 1, keep);
        return new Part() {
            @Override
            public Object eager(List<NdArray> arguments) {
                return eager.apply((NdArray) a.eager(arguments));
            }

            @Override
            public Expr fused(List<Expr> arguments) {
                Expr in = a.fused(arguments);
                return where == 2 ? reduced(which, in, keep) : reduced(which, in, where - 1, keep);
            }
        };
    }

    private static NdArray reduced(int which, NdArray a, boolean keep) {
        return switch (which) {
            case 0 -> a.sum(keepdims(keep));
            case 1 -> a.prod(keepdims(keep));
            case 2 -> a.mean(keepdims(keep));
            case 3 -> a.max(keepdims(keep));
            case 4 -> a.min(keepdims(keep));
            case 5 -> a.all(keepdims(keep));
            default -> a.any(keepdims(keep));
        };
    }

    private static NdArray reduced(int which, NdArray a, int axis, boolean keep) {
        return switch (which) {
            case 0 -> a.sum(axis(axis), keepdims(keep));
            case 1 -> a.prod(axis(axis), keepdims(keep));
            case 2 -> a.mean(axis(axis), keepdims(keep));
            case 3 -> a.max(axis(axis), keepdims(keep));
            case 4 -> a.min(axis(axis), keepdims(keep));
            case 5 -> a.all(axis(axis), keepdims(keep));
            default -> a.any(axis(axis), keepdims(keep));
        };
    }

    private static Expr reduced(int which, Expr a, boolean keep) {
        return switch (which) {
            case 0 -> a.sum(keepdims(keep));
            case 1 -> a.prod(keepdims(keep));
            case 2 -> a.mean(keepdims(keep));
            case 3 -> a.max(keepdims(keep));
            case 4 -> a.min(keepdims(keep));
            case 5 -> a.all(keepdims(keep));
            default -> a.any(keepdims(keep));
        };
    }

    private static Expr reduced(int which, Expr a, int axis, boolean keep) {
        return switch (which) {
            case 0 -> a.sum(axis(axis), keepdims(keep));
            case 1 -> a.prod(axis(axis), keepdims(keep));
            case 2 -> a.mean(axis(axis), keepdims(keep));
            case 3 -> a.max(axis(axis), keepdims(keep));
            case 4 -> a.min(axis(axis), keepdims(keep));
            case 5 -> a.all(axis(axis), keepdims(keep));
            default -> a.any(axis(axis), keepdims(keep));
        };
    }

    private static DType type(Random random) {
        DType type = DType.ALL.get(random.nextInt(DType.ALL.size()));
        return random.nextInt(12) == 0 ? type.withOrder(ByteOrder.BIG_ENDIAN) : type;
    }

    /** An array that lies in any way. */
    private static NdArray array(Random random, DType type, Shape shape) {
        int how = random.nextInt(5);
        long[] dims = shape.toArray();
        if (how == 1 && dims.length > 0) {
            dims[dims.length - 1] *= 2;
        } else if (how == 2) {
            for (int i = 0; i < dims.length / 2; i++) {
                long dim = dims[i];
                dims[i] = dims[dims.length - 1 - i];
                dims[dims.length - 1 - i] = dim;
            }
        }
        double[] values = random.doubles(Shape.of(dims).size(), -4, 20)
                .map(value -> random.nextInt(6) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : value).toArray();
        NdArray array = np.array(values).reshape(dims).astype(type);
        return switch (how) {
            case 1 -> dims.length > 0 ? array.get("..., ::2") : array;
            case 2 -> array.T();
            case 3 -> dims.length > 0 ? array.get("..., ::-1") : array;
            default -> array;
        };
    }

    private static void assertSame(String what, NdArray eager, NdArray fused) {
        assertThat(fused.dtype()).as(what).isEqualTo(eager.dtype());
        assertThat(fused.shape()).as(what).isEqualTo(eager.shape());
        assertThat(fused.strides()).as(what).isEqualTo(eager.strides());
        for (long i = 0; i < eager.size(); i++) {
            long[] index = Elements.index(eager, i);
            long a = eager.address() + offset(eager, index);
            long b = fused.address() + offset(fused, index);
            for (int at = 0; at < eager.itemsize(); at++) {
                if (Memory.RAW.get(ValueLayout.JAVA_BYTE, a + at) != Memory.RAW.get(ValueLayout.JAVA_BYTE, b + at)) {
                    assertSame(what + " at " + i, eager.getComplex(index), fused.getComplex(index));
                }
            }
        }
    }

    /** Of a NaN there are many, which nobody tells apart. */
    private static void assertSame(String what, Complex eager, Complex fused) {
        assertThat(Double.isNaN(eager.real()) || Double.isNaN(eager.imag())).as(what + ": " + eager + ", " + fused)
                .isTrue();
        assertThat(fused.real()).as(what).isEqualTo(Double.valueOf(eager.real()));
        assertThat(fused.imag()).as(what).isEqualTo(Double.valueOf(eager.imag()));
    }

    private static long offset(NdArray array, long[] index) {
        long offset = 0;
        for (int axis = 0; axis < index.length; axis++) {
            offset += index[axis] * array.strides()[axis];
        }
        return offset;
    }
}
