package io.arrayport.gpu;

import static io.arrayport.core.Np.np;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.ndarray.NdArray;

/** Arrays of every type of fixed width, with equal elements, and with those that come last in every order. */
final class Samples {
    private static final StructType RECORD = StructType.of(Field.of("a", new BytesType(2)),
            Field.of("b", DType.of("<i2")), Field.of("c", DType.of("<i4")), Field.of("d", DType.of("V3")));

    private Samples() {}

    /** Returns every type of fixed width. */
    static List<DType> types() {
        List<DType> types = new ArrayList<>(DType.ALL);
        types.addAll(List.of(DType.of("M8[s]"), DType.of("m8[D]"), new BytesType(3), new UnicodeType(2), RECORD,
                DType.of(">i2"), DType.of(">f8"), DType.of(">c8"), DType.of(">m8[ns]")));
        return types;
    }

    /** Returns those of numbers and times. */
    static List<DType> numbers() {
        return types().stream().filter(type -> "biufcmM".indexOf(type.kind()) >= 0).toList();
    }

    /** Returns {@code n} elements, a third of them equal to others. */
    static NdArray of(DType type, int n, long seed) {
        Random random = new Random(seed);
        if (type instanceof StructType) {
            byte[] bytes = new byte[n * type.itemsize()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) random.nextInt(3);
            }
            return np.array(bytes).view(type);
        }
        double[] values = new double[n];
        double[] others = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = special(random, type, random.nextInt(-n / 2, n / 2 + 1));
            others[i] = special(random, type, random.nextInt(-2, 3));
        }
        NdArray numbers = np.array(values);
        if (type.kind() == 'm' || type.kind() == 'M') {
            return numbers.astype(DType.INT64).astype(type);
        }
        return type.kind() == 'c' ? numbers.add(np.array(others).multiply(np.array(List.of(new Complex(0, 1)))))
                .astype(type)
                : "SU".indexOf(type.kind()) >= 0 ? np.remainder(numbers, 37).astype(DType.INT64).astype(type)
                        : numbers.astype(type);
    }

    private static double special(Random random, DType type, double value) {
        int kind = random.nextInt(12);
        boolean real = "fc".indexOf(type.kind()) >= 0;
        return kind == 0 && (real || "mM".indexOf(type.kind()) >= 0) ? Double.NaN
                : kind == 1 && real ? Double.NEGATIVE_INFINITY : kind == 2 && real ? -0.0
                        : kind == 3 ? 0.0 : "bu".indexOf(type.kind()) >= 0 ? Math.abs(value) : value;
    }
}
