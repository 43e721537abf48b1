package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.bins;
import static io.arrayport.core.Options.minDigits;
import static io.arrayport.core.Options.minlength;
import static io.arrayport.core.Options.num;
import static io.arrayport.core.Options.padLeft;
import static io.arrayport.core.Options.precision;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.unique;
import static io.arrayport.core.Options.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.CallException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.LinearAlgebraException;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.BitOrder;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that nothing can be made of: they are refused at once, by name, and nothing is left behind. */
final class RefusalsTest {
    private static void assertRefused(Class<? extends Throwable> type, String message, ThrowingCallable call) {
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(call).isInstanceOf(type).hasMessageStartingWith(message);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void degreesThatTakeForEverAreRefused() {
        int max = Integer.MAX_VALUE;
        NdArray none = np.zeros(shape(0));
        NdArray c = np.array(1.0, 2.0, 3.0);
        NdArray one = np.ones(shape(1));
        Map<String, ThrowingCallable> calls = Map.ofEntries(
                Map.entry("hermevander: deg", () -> np.polynomial.hermiteE.hermevander(none, max)),
                Map.entry("polyvander: deg", () -> np.polynomial.polynomial.polyvander2d(none, none,
                        new int[]{max, max})),
                Map.entry("hermint: m", () -> np.polynomial.hermite.hermint(none.reshape(0, 2), max)),
                Map.entry("polyint: m", () -> np.polynomial.polynomial.polyint(c, max)),
                Map.entry("polypow: pow", () -> np.polynomial.polynomial.polypow(one, max)),
                Map.entry("chebpow: the number", () -> np.polynomial.chebyshev.chebpow(c, 40_000, max)),
                Map.entry("polyfit: deg", () -> np.polyfit(c, c, max)),
                Map.entry("legfit: deg", () -> np.polynomial.legendre.legfit(c, c, max)),
                Map.entry("leggauss: deg", () -> np.polynomial.legendre.leggauss(max)),
                Map.entry("chebgauss: deg", () -> np.polynomial.chebyshev.chebgauss(max)),
                Map.entry("chebpts1: npts", () -> np.polynomial.chebyshev.chebpts1(max)),
                Map.entry("chebinterpolate: deg", () -> np.polynomial.chebyshev.chebinterpolate(x -> x, max)),
                Map.entry("basis: deg", () -> np.polynomial.Polynomial.basis(max)),
                Map.entry("binaryRepr: width", () -> np.binaryRepr(5, max)),
                Map.entry("baseRepr: padding", () -> np.baseRepr(5, 2, max)));
        calls.forEach((message, call) -> assertRefused(IllegalArgumentException.class, message, call));
        assertThat(np.polynomial.hermite.hermder(c, max).tolist()).isEqualTo(List.of(0.0));
        assertThat(np.polynomial.Polynomial(c).cutdeg(max).degree()).isEqualTo(2);
    }

    @Test
    void elementsWithoutBytesAreInNoFile(@TempDir Path folder) throws IOException {
        Path path = Files.write(folder.resolve("bytes"), new byte[8]);
        for (String type : new String[]{"S0", "U0", "V0"}) {
            DType dtype = DType.of(type);
            assertRefused(IllegalArgumentException.class, "fromfile: an element of " + dtype + " has no bytes",
                    () -> np.fromfile(path, Options.dtype(dtype)));
            assertRefused(IllegalArgumentException.class, "memmap: an element of " + dtype + " has no bytes",
                    () -> np.memmap(path, Options.dtype(dtype)));
        }
    }

    @Test
    void numbersThatAreNoCharactersAreNamed() {
        NdArray words = np.zeros(shape(2), DType.of("U1"));
        words.view(DType.INT32).set(np.array(new int[]{'a', 0x110000}));
        for (Function<NdArray, NdArray> function : List.<Function<NdArray, NdArray>>of(np.strings::upper,
                np.strings::lower, np.strings::title, np.strings::swapcase, np.strings::capitalize,
                np.strings::encode)) {
            assertRefused(CastingException.class, "strings: an element has 1114112 at position 0",
                    () -> function.apply(words));
        }
        assertThat(np.strings.isalpha(words).tolist()).isEqualTo(List.of(true, false));
    }

    @Test
    void rollingAlongNoAxisOrByNothingIsACopy() {
        NdArray a = np.arange(3);
        assertThat(np.roll(a, 1, axis()).tolist()).isEqualTo(a.tolist());
        assertThat(np.roll(a, new long[0], axis(0)).tolist()).isEqualTo(a.tolist());
        assertRefused(ShapeException.class, "roll: there are 2 shifts for 0 axes",
                () -> np.roll(a, new long[]{1, 2}, axis()));
    }

    @Test
    void whatIsNoArgumentIsNamed() {
        NdArray number = np.array(3);
        NdArray a = np.arange(3);
        NdArray mask = np.array(true, false, true);
        assertRefused(DTypeException.class, "ravelMultiIndex: an array of shape ()",
                () -> np.ravelMultiIndex(number, shape(3)));
        assertRefused(DTypeException.class, "operand: [1] is no number",
                () -> np.piecewise(a, List.of(mask), List.of(List.of(1))));
        assertThat(np.binaryRepr(0, Integer.MIN_VALUE)).isEqualTo("0");
    }

    @Test
    void trianglesOfAnyRowsHaveThePositionsThatTheyHave() {
        for (long k : new long[]{Long.MIN_VALUE, -3, -2, -1, 0, 1, 2, 3, Long.MAX_VALUE}) {
            for (long columns = 0; columns < 5; columns++) {
                NdArray ones = np.ones(shape(3, columns));
                assertThat(np.trilIndices(3, Options.m(columns), Options.k(k)).getFirst().size())
                        .isEqualTo(np.countNonzero(np.tril(ones, k)).getLong());
                assertThat(np.triuIndices(3, Options.m(columns), Options.k(k)).getLast().size())
                        .isEqualTo(np.countNonzero(np.triu(ones, k)).getLong());
            }
        }
        long max = Long.MAX_VALUE;
        assertThat(np.trilIndices(max, Options.m(Long.MIN_VALUE)).getFirst().size()).isZero();
        assertThat(np.triuIndices(max, Options.m(1)).getFirst().tolist()).isEqualTo(List.of(0L));
        assertThat(np.trilIndices(max, Options.m(1), Options.k(-max)).getFirst().size()).isZero();
        assertRefused(ShapeException.class, "", () -> np.trilIndices(1L << 40, Options.m(1L << 22)));
        assertRefused(MemoryBudgetException.class, "", () -> np.trilIndices(1L << 45, Options.m(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 52, 65536, Integer.MAX_VALUE})
    void labelsOfEinsumAreNumbersFrom0To51(int label) {
        NdArray a = np.ones(shape(2, 2));
        assertRefused(ShapeException.class, "einsum: " + label + " names no axis",
                () -> np.einsum(a, new int[]{0, label}, a, new int[]{label, 1}));
        assertRefused(ShapeException.class, "einsum: " + label + " names no axis",
                () -> np.einsum(a, new int[]{0, 1}, a, new int[]{1, 2}, new int[]{label}));
        assertThat(np.einsum(a, new int[]{50, 51}, a, new int[]{51, 0}).tolist())
                .isEqualTo(List.of(List.of(2.0, 2.0), List.of(2.0, 2.0)));
    }

    @Test
    void linearAlgebraWantsFiniteNumbers() {
        double infinity = Double.POSITIVE_INFINITY;
        NdArray ends = np.array(1, infinity, 2);
        NdArray holes = np.array(1, Double.NaN, 2);
        NdArray x = np.array(1.0, 2.0, 3.0);
        NdArray matrix = np.array(new double[][]{{1, Double.NaN}, {1, 2}});
        assertRefused(LinearAlgebraException.class, "roots: ", () -> np.roots(ends));
        assertRefused(LinearAlgebraException.class, "roots: ", () -> np.roots(holes));
        NdArray complex = ends.astype(np.complex64);
        assertRefused(LinearAlgebraException.class, "roots: ", () -> np.roots(complex));
        assertRefused(LinearAlgebraException.class, "poly: ", () -> np.poly(matrix));
        assertRefused(LinearAlgebraException.class, "polyfit: ", () -> np.polyfit(ends, x, 1));
        assertRefused(LinearAlgebraException.class, "polyfit: ", () -> np.polyfit(x, x, 1, Options.w(holes)));
        assertThat(np.roots(np.array(infinity, 1)).toDouble()).as("the quotient is finite").isZero();
        assertThat(np.roots(np.array(new double[]{Double.NaN})).size()).isZero();
        assertThat(np.polyfit(x, holes, 1).tolist()).isEqualTo(List.of(Double.NaN, Double.NaN));
        NdArray columns = np.stack(List.of(x, holes), axis(1));
        assertThat(np.polyfit(x, columns, 1).get("1, 1").toDouble()).isNaN();
        assertThat(np.allclose(np.polyfit(x, columns, 1).get(":, 0"), np.array(1.0, 0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE / 7 * 5, Long.MIN_VALUE / 7 * 5 - 10})
    void businessDaysBeyond64BitsAreRefused(long offset) {
        NdArray day = np.datetime64("2020-01-01");
        assertRefused(CastingException.class, "busdayOffset: " + offset + " business days from day 18262",
                () -> np.busdayOffset(day, offset));
    }

    @Test
    void whatWouldRunOnIsRefused() {
        NdArray row = np.array(1.0, 2.0);
        assertRefused(IllegalArgumentException.class, "formatFloat: minDigits is 2147483647",
                () -> np.formatFloatPositional(1.0, minDigits(Integer.MAX_VALUE)));
        assertRefused(IllegalArgumentException.class, "formatFloat: precision is 16384",
                () -> np.formatFloatScientific(1.0, precision(16384), unique(false)));
        assertRefused(IllegalArgumentException.class, "formatFloat: padLeft is 20000",
                () -> np.formatFloatPositional(1.0, padLeft(20_000)));
        assertRefused(ShapeException.class, "arraySplit: 1099511627776 parts of an axis of length 2",
                () -> np.arraySplit(row, 1L << 40));
        assertRefused(IllegalArgumentException.class, "polyint: m is 2147483647",
                () -> np.polyint(row, Integer.MAX_VALUE));
        assertThat(np.polyder(row, Integer.MAX_VALUE).size()).as("no coefficient is left").isZero();
        assertThat(np.polyint(row, 100).size()).isEqualTo(102);
    }

    @Test
    void whatIsLargerThanAnArrayCanBeIsRefused() {
        NdArray most = np.array(new long[]{Long.MAX_VALUE});
        NdArray negative = np.array(new long[]{1, -7, 5});
        NdArray row = np.arange(3);
        NdArray many = np.ones(shape(2, 20));
        NdArray one = np.ones(shape(1));
        assertRefused(ShapeException.class, "bincount: there is a 9223372036854775807", () -> np.bincount(most));
        assertRefused(IllegalArgumentException.class, "bincount: there is a -7, no number may be negative",
                () -> np.bincount(negative));
        assertRefused(ShapeException.class, "bincount: minlength is", () -> np.bincount(row, minlength(1L << 62)));
        assertRefused(ShapeException.class, "diag: diagonal", () -> np.diag(row, Long.MAX_VALUE));
        assertRefused(ShapeException.class, "diagflat: diagonal", () -> np.diagflat(row, Integer.MIN_VALUE));
        assertRefused(ShapeException.class, "histogramdd: a grid of [1002, ", () -> np.histogramdd(many, bins(1000)));
        assertRefused(ShapeException.class, "histogramdd: weights have shape (1,)",
                () -> np.histogramdd(many, bins(2), weights(one)));
        assertRefused(ShapeException.class, "linspace: num is", () -> np.linspace(0, 1, num(1L << 60)));
    }

    @Test
    void functionsReturnArraysAndCloseOnlyTheirOwn() {
        NdArray everywhere = np.ones(shape(2, 2), np.bool);
        assertRefusedWhere(IllegalArgumentException.class, "applyOverAxes: the function returned null",
                a -> np.applyOverAxes((_, _) -> nothing(), a, 0));
        assertRefusedWhere(IllegalArgumentException.class, "applyAlongAxis: the function returned null",
                a -> np.applyAlongAxis(_ -> nothing(), 0, a));
        assertRefusedWhere(IllegalArgumentException.class, "piecewise: the function returned null",
                a -> np.piecewise(a, List.of(everywhere), _ -> nothing()));
        assertRefusedWhere(ClosedException.class, "applyOverAxes: the function closed what it was given",
                a -> np.applyOverAxes((each, at) -> closing(each, each.sum(axis(at))), a, 0, 1));
        assertRefusedWhere(ClosedException.class, "applyAlongAxis: the function closed what it was given",
                a -> np.applyAlongAxis(each -> closing(each, each.copy()), 0, a));
        assertRefusedWhere(ClosedException.class, "applyAlongAxis: the function closed what it returned",
                a -> np.applyAlongAxis(each -> closed(each.copy()), 0, a));
        assertRefusedWhere(ClosedException.class, "pad: the function closed what it was given",
                a -> np.pad(a, new long[][]{{1, 1}}, (each, _, _, _) -> each.close()));
        assertRefusedWhere(ClosedException.class, "fromfunction: the function closed what it was given",
                a -> np.fromfunction(axes -> closing(axes.getFirst(), a), shape(2, 2)));
    }

    private static void assertRefusedWhere(Class<? extends Throwable> type, String message,
            Function<NdArray, NdArray> call) {
        Ledger.Counts before = Settled.counts();
        try (NdArray a = np.ones(shape(2, 2))) {
            assertThatThrownBy(() -> call.apply(a)).isInstanceOf(type).hasMessageStartingWith(message);
        }
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @SuppressWarnings("NullAway") // what callers do who know of no NullAway
    private static NdArray nothing() {
        return null;
    }

    private static NdArray closing(NdArray given, NdArray result) {
        given.close();
        return result;
    }

    private static NdArray closed(NdArray result) {
        result.close();
        return result;
    }

    @Test
    void whatIsNoNumberIsNamed() {
        NdArray a = np.ones(shape(2));
        List<?> some = Arrays.asList(1, null);
        assertRefused(DTypeException.class, "set: null is no value of int64", () -> np.fromiter(some, np.int64));
        assertRefused(CastingException.class, "set: a string is no element of int64",
                () -> np.fromiter(List.of("x"), np.int64));
        assertRefused(DTypeException.class, "array: null is no element", () -> np.array(some));
        assertRefused(IllegalArgumentException.class, "concatenate: operand 1 is null",
                () -> np.concatenate(Arrays.asList(a, nothing())));
        assertRefused(IllegalArgumentException.class, "vstack: operand 0 is null",
                () -> np.vstack(Arrays.asList(nothing(), a)));
    }

    @Test
    void errorsNameTheFunctionThatWasCalled() {
        NdArray a = np.arange(4);
        NdArray values = np.ones(shape(2, 2));
        NdArray complex = a.astype(np.complex64);
        NdArray time = np.datetime64("2020");
        assertRefused(ShapeException.class, "insert: values have shape (2, 2)",
                () -> np.insert(a, Options.index(1, 2), values));
        assertRefused(IndexException.class, "delete: obj is no index of an axis of length 4",
                () -> np.delete(a, Options.index(1, 9)));
        assertRefused(DTypeException.class, "floorDivide: ",
                () -> np.floorDivide(complex, complex));
        assertRefused(DTypeException.class, "promotion: no type holds both",
                () -> np.choose(a, List.of(values, time)));
    }

    @Test
    void nothingIsNoArgumentOfArray() {
        assertRefused(CallException.class, "call: no form of array takes ()",
                () -> np.call("array", List.of(), Map.of()));
    }

    @Test
    void bytesOtherThanZeroAndOneAreTruthsToo() {
        byte[] bytes = {2, -128, 4, 0, 8, 0, 0, 64, 3};
        NdArray foreign = NdArray.of(storage(bytes), np.bool, np.array(bytes).layout());
        assertThat(np.packbits(foreign).tolist()).isEqualTo(List.of(0b11101001L, 0b10000000L));
        assertThat(np.packbits(foreign.get("::-1"), Options.bitorder(BitOrder.LITTLE))
                .tolist()).isEqualTo(List.of(0b11010011L, 0b1L));
    }

    private static Storage storage(byte... bytes) {
        return np.array(bytes).storage();
    }
}
