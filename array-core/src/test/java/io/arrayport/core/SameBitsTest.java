package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.dtype;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.threads.Eager;
import io.arrayport.core.threads.Threads;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the number of threads, results have the same bits; every loop is split here, at odd places. */
final class SameBitsTest {
    private static final int[] COUNTS = {2, 7};
    private static final int N = 17_003;
    private static final int ROWS = 131;
    private static final int COLUMNS = 127;

    private static final List<DType> TYPES = List.of(DType.BOOL, DType.INT8, DType.UINT16, DType.INT32, DType.INT64,
            DType.UINT64, DType.FLOAT16, DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64, DType.COMPLEX128);

    private static final List<String> REDUCTIONS = List.of("sum", "prod", "max", "min", "any", "all", "argmax",
            "argmin", "count_nonzero", "mean", "std", "var", "cumsum", "cumprod", "sort", "argsort", "median", "ptp",
            "nansum", "nanmax", "diff", "flip");

    static Stream<DType> types() {
        return TYPES.stream();
    }

    static Stream<String> ufuncs() {
        return Ufuncs.ALL.stream().map(UFunc::name);
    }

    /** Numbers around 0, and what is special, but rarely. */
    private static NdArray numbers(long seed, int n, DType type) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[n];
        double[] special = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0, 1, 5e-324};
        boolean real = "fc".indexOf(type.kind()) >= 0;
        for (int i = 0; i < n; i++) {
            int pick = random.nextInt(300);
            values[i] = real && pick < special.length ? special[pick]
                    : Math.floor(random.nextDouble(-100, 100)) / (real ? 16 : 1);
        }
        return np.array(values).astype(type);
    }

    private static Map<String, NdArray[]> inputs(DType type) {
        NdArray flat = numbers(1, N, type);
        NdArray other = numbers(2, N, type);
        NdArray wide = numbers(3, 2 * ROWS * COLUMNS, type);
        NdArray matrix = wide.get("::2").reshape(ROWS, COLUMNS);
        Map<String, NdArray[]> inputs = new LinkedHashMap<>();
        inputs.put("flat", new NdArray[]{flat, other});
        inputs.put("strided", new NdArray[]{wide.get("::-2"), wide.get("1::2")});
        inputs.put("turned", new NdArray[]{matrix.transpose(), numbers(4, ROWS * COLUMNS, type)
                .reshape(COLUMNS, ROWS)});
        inputs.put("stretched", new NdArray[]{matrix, numbers(5, COLUMNS, type)});
        return inputs;
    }

    /** Calls at one thread and at several; what is refused is refused by all. */
    private static void compare(String what, Supplier<@Nullable Object> call) {
        List<byte[]> one = at(1, call);
        for (int count : COUNTS) {
            List<byte[]> several = at(count, call);
            assertThat(several).as("%s on %d threads: results", what, count).hasSameSizeAs(one);
            for (int i = 0; i < one.size(); i++) {
                assertThat(several.get(i)).as("%s on %d threads", what, count).isEqualTo(one.get(i));
            }
        }
    }

    private static List<byte[]> at(int threads, Supplier<@Nullable Object> call) {
        try (Eager _ = Eager.threads(threads); Scope _ = Scope.open()) {
            List<byte[]> bits = new ArrayList<>();
            try {
                bits(call.get(), bits);
            } catch (ArrayportException | IllegalArgumentException | ArithmeticException refused) {
                bits.add(refused.toString().getBytes(UTF_8));
            }
            return bits;
        }
    }

    private static void bits(@Nullable Object result, List<byte[]> to) {
        switch (result) {
            case NdArray array -> {
                int before = Threads.setCount(1);
                NdArray copy = array.copy();
                Threads.setCount(before);
                MemorySegment elements = Memory.segment(copy.storage().address() + copy.layout().offset(),
                        copy.size() * copy.dtype().itemsize());
                int part = copy.dtype().itemsize() / (copy.dtype().kind() == 'c' ? 2 : 1);
                if ("fc".indexOf(copy.dtype().kind()) >= 0) {
                    oneNan(elements, part);
                }
                to.add(elements.toArray(ValueLayout.JAVA_BYTE));
                Reference.reachabilityFence(copy);
            }
            case List<?> list -> list.forEach(each -> bits(each, to));
            case null, default -> to.add(String.valueOf(result).getBytes(UTF_8));
        }
    }

    /** Which of two nans comes of them depends on how the compiler turns operands, on one thread too. */
    private static void oneNan(MemorySegment elements, int bytes) {
        for (long at = 0; at < elements.byteSize(); at += bytes) {
            if (bytes == Short.BYTES) {
                short bits = elements.get(ValueLayout.JAVA_SHORT, at);
                elements.set(ValueLayout.JAVA_SHORT, at, Float.isNaN(Float.float16ToFloat(bits)) ? 0x7E00 : bits);
            } else if (bytes == Float.BYTES) {
                elements.set(ValueLayout.JAVA_INT, at, Float.floatToIntBits(elements.get(ValueLayout.JAVA_FLOAT, at)));
            } else {
                elements.set(ValueLayout.JAVA_LONG, at,
                        Double.doubleToLongBits(elements.get(ValueLayout.JAVA_DOUBLE, at)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ufuncs")
    void ufuncs(String name) {
        UFunc ufunc = Ufuncs.ALL.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
        for (DType type : List.of(DType.BOOL, DType.INT8, DType.INT64, DType.UINT64, DType.FLOAT16, DType.FLOAT32,
                DType.FLOAT64, DType.COMPLEX128)) {
            inputs(type).forEach((layout, operands) -> {
                List<NdArray> arguments = List.of(operands).subList(0, Math.min(2, ufunc.nin()));
                compare(name + " of " + layout + " " + type, () -> np.call(name, arguments, Map.of()));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void reductionsAndSorts(DType type) {
        Map<String, NdArray[]> all = inputs(type);
        all.put("cube", new NdArray[]{numbers(6, 3 * 71 * 79 * 2, type).reshape(3, 71, 158).get(":, :, ::2")});
        all.forEach((layout, operands) -> {
            NdArray a = operands[0];
            for (String name : REDUCTIONS) {
                compare(name + " of " + layout + " " + type, () -> np.call(name, List.of(a), Map.of()));
                for (int axis = 0; axis < a.ndim(); axis++) {
                    long along = axis;
                    compare(name + " of " + layout + " " + type + ", axis " + axis,
                            () -> np.call(name, List.of(a), Map.of("axis", along)));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void selectionsCastsAndCopies(DType type) {
        inputs(type).forEach((layout, operands) -> {
            NdArray a = operands[0];
            String of = " of " + layout + " " + type;
            NdArray mask = np.greater(numbers(7, (int) a.size(), DType.INT8).reshape(a.shape()), 20);
            NdArray last = np.zerosLike(mask);
            last.set(1, "-1");
            NdArray positions = np.mod(numbers(8, 20_011, DType.INT64), a.shape().dim(0));
            compare("copy" + of, a::copy);
            compare("transposed copy" + of, () -> a.transpose().copy());
            compare("mask" + of, () -> a.get(mask));
            compare("end of a mask" + of, () -> a.get(last));
            compare("nonzero" + of, () -> np.call("nonzero", List.of(mask), Map.of()));
            compare("flatnonzero" + of, () -> np.call("flatnonzero", List.of(a), Map.of()));
            compare("take" + of, () -> np.call("take", List.of(a, positions), Map.of("axis", 0L)));
            compare("take beyond" + of,
                    () -> np.call("take", List.of(a, np.add(positions, a.shape().dim(0) - 90)), Map.of("axis", 0L)));
            compare("where" + of, () -> np.call("where", List.of(mask, a, operands[0]), Map.of()));
            compare("clip" + of, () -> np.call("clip", List.of(a, 1, 3), Map.of()));
            compare("full" + of, () -> np.call("full_like", List.of(a, 1), Map.of()));
            compare("sum where" + of, () -> np.call("sum", List.of(a), Map.of("where", mask)));
            compare("max where" + of, () -> np.call("max", List.of(a), Map.of("where", mask, "initial", 0)));
            compare("masked negative" + of, () -> np.call("negative", List.of(a),
                    Map.of("where", mask, "out", np.zerosLike(a))));
            compare("searchsorted" + of, () -> np.call("searchsorted",
                    List.of(np.sort(numbers(9, 1000, type)), a), Map.of()));
            for (DType other : TYPES) {
                compare("cast to " + other + of, () -> np.call("ndarray.astype", List.of(a, other), Map.of()));
                compare("added as " + other + of, () -> np.call("add", List.of(a, a), Map.of("dtype", other)));
            }
            compare("fft" + of, () -> np.call("fft.fft", List.of(a), Map.of()));
            compare("rfft of the first axis" + of, () -> np.call("fft.rfft", List.of(a), Map.of("axis", 0L)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"int32", "float32", "float64", "complex64", "complex128"})
    void products(String name) {
        DType type = DType.of(name);
        int[][] shapes = {{300, 301, 302}, {260, 256, 256}, {1000, 257, 130}, {130, 257, 1000}, {64, 700, 999},
                {3001, 1501, 1}, {1, 1501, 3001}};
        for (int[] shape : shapes) {
            NdArray a = np.nanToNum(numbers(11, shape[0] * shape[1], type)).reshape(shape[0], shape[1]);
            NdArray b = np.nanToNum(numbers(12, shape[1] * shape[2], type)).reshape(shape[1], shape[2]);
            NdArray turned = b.transpose().copy().transpose();
            String what = shape[0] + "x" + shape[1] + "x" + shape[2] + " of " + type;
            compare(what, () -> np.matmul(a, b));
            compare(what + ", by columns", () -> np.matmul(a.transpose().copy().transpose(), turned));
            compare(what + ", the second by columns", () -> np.matmul(a, turned));
        }
        NdArray stack = np.nanToNum(numbers(13, 30 * 50 * 40, type));
        compare("30 of " + type, () -> np.matmul(stack.reshape(30, 50, 40), stack.reshape(30, 40, 50)));
        compare("2 of " + type, () -> np.matmul(stack.reshape(2, 150, 200), stack.reshape(2, 200, 150)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void sumsOfMuch(DType type) {
        NdArray much = numbers(10, 1_100_003, type);
        NdArray tame = np.nanToNum(much);
        for (NdArray a : List.of(much, tame, much.get("::-1"), tame.get("::3"),
                tame.get(":1100000").reshape(1000, 1100).get(":, :1000"))) {
            for (String name : List.of("sum", "mean", "var", "max", "argmin", "count_nonzero", "any", "all")) {
                compare(name + " of " + a.shape() + " " + type, () -> np.call(name, List.of(a), Map.of()));
            }
            compare("sum as float64 of " + a.shape() + " " + type,
                    () -> np.call("sum", List.of(a), Map.of("dtype", DType.FLOAT64)));
        }
        compare("ones of " + type, () -> np.call("ones", List.of(List.of(300L, 400L)), Map.of("dtype", type)));
        assertThat(np.array(List.of(1), dtype(type)).size()).isEqualTo(1);
    }
}
