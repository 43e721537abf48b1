package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;
import io.arrayport.gpu.emulator.Emulator;
import io.arrayport.gpu.kernel.KernelTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Complex functions, times and bits of 16-bit floats, compared with the host's. */
class FunctionsThereTest {
    private static final double[] PARTS = {0, -0.0, 1, -1, 0.5, -1.75, 1e-9, 3e5, -40, 1e-300, 1e200, 709.5,
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 2, 1 + 1e-8};
    private static final Set<Op> COMPLEX = EnumSet.of(Op.SQRT, Op.EXP, Op.EXP2, Op.EXPM1, Op.LOG, Op.LOG2, Op.LOG10,
            Op.LOG1P, Op.SIN, Op.COS, Op.TAN, Op.ARCSIN, Op.ARCCOS, Op.ARCTAN, Op.SINH, Op.COSH, Op.TANH, Op.ARCSINH,
            Op.ARCCOSH, Op.ARCTANH, Op.SIGN, Op.POWER);

    @BeforeAll
    static void aDevice() {
        assumeTrue(Emulator.get().isPresent() || CudaDriver.probe().available(),
                "neither g++ for the emulator nor a GPU is here");
    }

    @Test
    void noLoopOfNumbersOrTimesIsMissing() {
        List<String> missing = new ArrayList<>();
        for (UFunc ufunc : Ufuncs.ALL) {
            for (Signature all : ufunc.loops().list()) {
                for (int k = 0; k < ufunc.ops().size(); k++) {
                    String kernel = KernelTable.elementwise(ufunc.ops().get(k), all.giving(k));
                    if (!KernelTable.has(kernel)) {
                        missing.add(kernel);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static NdArray grid(DType type) {
        List<Complex> all = new ArrayList<>();
        for (double real : PARTS) {
            for (double imag : PARTS) {
                all.add(new Complex(real, imag));
            }
        }
        return np.array(all).astype(type);
    }

    @Test
    void complexFunctions() {
        try (Scope _ = np.scope()) {
            for (DType type : List.of(DType.COMPLEX64, DType.COMPLEX128)) {
                NdArray a = grid(type);
                NdArray there = a.toDevice(Both.GPU);
                double tolerance = type.equals(DType.COMPLEX64) ? 3e-7 : 4e-15;
                for (UFunc row : Ufuncs.ALL) {
                    if (COMPLEX.contains(row.op()) && row.nin() == 1) {
                        UnaryUfunc function = new UnaryUfunc(row);
                        Both.near(row.name() + " " + type, a, function.call(a), function.call(there), tolerance);
                    }
                }
                for (Complex power : List.of(new Complex(2, 0), new Complex(-3, 0), new Complex(0.5, 0.25),
                        new Complex(0, 0), new Complex(0, 1), new Complex(7.5, 0))) {
                    NdArray b = np.array(List.of(power)).astype(type);
                    Both.near(power + " " + type, a, np.power(a, b), np.power(there, b.toDevice(Both.GPU)),
                            30 * tolerance);
                }
            }
        }
    }

    @Test
    void bitsOfShortFloats() {
        try (Scope _ = np.scope()) {
            short[] bits = new short[1 << 16];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = (short) i;
            }
            for (DType type : List.of(DType.FLOAT16, DType.BFLOAT16)) {
                NdArray a = np.array(bits).view(type);
                NdArray there = a.toDevice(Both.GPU);
                Both.same("spacing", np.spacing(a), np.spacing(there));
                for (double to : new double[]{0, 1, Double.POSITIVE_INFINITY}) {
                    NdArray b = np.full(Shape.of(1), to).astype(type);
                    Both.same("nextafter", np.nextafter(a, b), np.nextafter(there, b.toDevice(Both.GPU)));
                }
            }
        }
    }

    @Test
    void times() {
        try (Scope _ = np.scope()) {
            NdArray counts = np
                    .array(new long[]{0, 1, -1, 7, -13, 40, 100_000, -100_000, Long.MIN_VALUE, Long.MAX_VALUE});
            NdArray others = np.array(new long[]{3, 1, -1, 0, 5, Long.MIN_VALUE, -7, 100_000, Long.MIN_VALUE, 2});
            NdArray span = counts.astype(DType.of("m8[s]"));
            NdArray span2 = others.astype(DType.of("m8[s]"));
            NdArray point = counts.astype(DType.of("M8[s]"));
            NdArray point2 = others.astype(DType.of("M8[D]"));
            NdArray reals = np.array(0.5, -2.0, Double.NaN, 1e30, 3.0, 1.0, 0.0, -0.1, 1.0, 2.0);
            NdArray wholes = np.array(new long[]{2, -1, 0, 3, -1, 5, 7, 9, -1, -1});
            List<NdArray[]> pairs = List.of(new NdArray[]{span, span2}, new NdArray[]{point, span2},
                    new NdArray[]{span, point2}, new NdArray[]{point, point2}, new NdArray[]{span, reals},
                    new NdArray[]{reals, span}, new NdArray[]{span, wholes}, new NdArray[]{wholes, span});
            List<BinaryUfunc> functions = List.of(np.add, np.subtract, np.multiply, np.divide,
                    np.floorDivide, np.remainder, np.maximum, np.minimum, np.fmax, np.fmin, np.equal, np.notEqual,
                    np.less, np.lessEqual, np.greater, np.greaterEqual, np.logicalAnd);
            int computed = 0;
            for (BinaryUfunc function : functions) {
                for (NdArray[] pair : pairs) {
                    NdArray expected;
                    try {
                        expected = function.call(pair[0], pair[1]);
                    } catch (DTypeException | CastingException none) {
                        continue;
                    }
                    computed++;
                    Both.same(function.name() + " " + pair[0].dtype() + " " + pair[1].dtype(), expected,
                            function.call(pair[0].toDevice(Both.GPU), pair[1].toDevice(Both.GPU)));
                }
            }
            assertThat(computed).isGreaterThan(50);
            for (UnaryUfunc function : List.of(np.negative, np.positive, np.absolute, np.sign,
                    np.isnat, np.isfinite, np.isinf, np.isnan)) {
                Both.same(function.name(), function.call(span), function.call(span.toDevice(Both.GPU)));
            }
            Both.same("isnat", np.isnat(point), np.isnat(point.toDevice(Both.GPU)));
        }
    }

    @Test
    void unitsOfTime() {
        try (Scope _ = np.scope()) {
            NdArray counts = np.array(new long[]{0, 1, -1, 59, 60, -61, 364, 365, -365, 719_468, -719_469, 1_000_003,
                    -146_097, Long.MIN_VALUE, 12, -12, 5});
            List<String> units = List.of("Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "3D", "5Y", "2M", "7s");
            int converted = 0;
            for (String kind : List.of("M8", "m8")) {
                for (String from : units) {
                    NdArray a = counts.astype(DType.of(kind + "[" + from + "]"));
                    for (String to : units) {
                        for (String order : List.of("", ">")) {
                            DType type = DType.of(order + kind + "[" + to + "]");
                            NdArray expected = a.astype(type);
                            converted++;
                            Both.same(a.dtype() + " to " + type, expected, a.toDevice(Both.GPU).astype(type));
                        }
                    }
                }
            }
            assertThat(converted).isEqualTo(2 * 14 * 14 * 2);
            NdArray a = counts.astype(DType.of("m8[s]"));
            for (DType type : List.of(DType.INT64, DType.BOOL, DType.INT32)) {
                Both.same(type.name(), a.astype(type), a.toDevice(Both.GPU).astype(type));
            }
            Both.same("float", np.array(1.5, Double.NaN, -7.9).astype(DType.of("m8[s]")),
                    np.array(1.5, Double.NaN, -7.9).toDevice(Both.GPU).astype(DType.of("m8[s]")));
        }
    }
}
