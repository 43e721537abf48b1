package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.casting;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ufunc.Lambda;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays through functions of elements written in Java. */
class VectorizeTest {
    private Scope scope;

    @BeforeEach
    void open() {
        scope = Scope.open();
    }

    @AfterEach
    void close() {
        scope.close();
    }

    private static String text(NdArray array) {
        return np.array2string(array).replaceAll("\\s+", " ").replace("[ ", "[");
    }

    static Stream<Arguments> everyShapeOfFunction() {
        return Stream.of(Arguments.of(Lambda.doubles(x -> x * 2), "[2. 4. 6.]"),
                Arguments.of(Lambda.floats(x -> x * 2), "[2. 4. 6.]"),
                Arguments.of(Lambda.longs(x -> x * 2), "[2 4 6]"),
                Arguments.of(Lambda.ints(x -> x * 2), "[2 4 6]"),
                Arguments.of(Lambda.booleans(x -> !x), "[False False False]"),
                Arguments.of(Lambda.doubleTest(x -> x > 1), "[False True True]"),
                Arguments.of(Lambda.longTest(x -> x > 1), "[False True True]"),
                Arguments.of(Lambda.intTest(x -> x > 1), "[False True True]"),
                Arguments.of(Lambda.doubleToLong(x -> (long) x + 1), "[2 3 4]"),
                Arguments.of(Lambda.doubleToInt(x -> (int) x + 1), "[2 3 4]"),
                Arguments.of(Lambda.longToDouble(x -> x / 2.0), "[0.5 1. 1.5]"),
                Arguments.of(Lambda.longToInt(x -> (int) x + 1), "[2 3 4]"),
                Arguments.of(Lambda.intToDouble(x -> x / 2.0), "[0.5 1. 1.5]"),
                Arguments.of(Lambda.intToLong(x -> x + 1L), "[2 3 4]"),
                Arguments.of(Lambda.doubles((a, b) -> a - b), "[-9. -18. -27.]"),
                Arguments.of(Lambda.floats((a, b) -> a - b), "[-9. -18. -27.]"),
                Arguments.of(Lambda.longs((a, b) -> a - b), "[-9 -18 -27]"),
                Arguments.of(Lambda.ints((a, b) -> a - b), "[-9 -18 -27]"),
                Arguments.of(Lambda.booleans((a, b) -> a != b), "[False False False]"),
                Arguments.of(Lambda.doubleTest((a, b) -> a * 11 > b), "[True True True]"),
                Arguments.of(Lambda.longTest((a, b) -> a * 10 > b), "[False False False]"),
                Arguments.of(Lambda.doubles(3, v -> v[0] + v[1] * v[2]), "[1001. 4002. 9003.]"),
                Arguments.of(Lambda.longs(3, v -> v[0] + v[1] * v[2]), "[1001 4002 9003]"));
    }

    @ParameterizedTest
    @MethodSource
    void everyShapeOfFunction(Lambda lambda, String expected) {
        List<NdArray> inputs = new ArrayList<>();
        for (int i = 0; i < lambda.inputs().size(); i++) {
            NdArray factor = np.full(Shape.of(), Math.pow(10, i));
            inputs.add(np.multiply(np.arange(1, 4), factor));
        }
        NdArray result = np.vectorize(lambda).call(inputs, casting(Casting.UNSAFE));
        assertThat(result.dtype()).isEqualTo(lambda.output());
        assertThat(text(result)).isEqualTo(expected);
    }

    @Test
    void inputsBroadcastInAnyLayoutAndByteOrder() {
        NdArray a = np.arange(12, np.int16).astype(DType.INT16.withOrder(ByteOrder.BIG_ENDIAN)).reshape(3, 4)
                .get("::-1, ::2");
        NdArray b = np.arange(2, np.float32);
        NdArray result = np.vectorize(Lambda.doubles((x, y) -> x * 10 + y)).call(a, b);
        assertThat(text(result)).isEqualTo("[[80. 101.] [40. 61.] [0. 21.]]");
        assertThat(text(np.vectorize(Lambda.doubles(x -> 1 / x)).call(np.zeros(Shape.of(0))))).isEqualTo("[]");
    }

    @Test
    void onlyElementsThatAreAskedForAreComputed() {
        NdArray mask = np.array(List.of(true, false, true, true));
        List<Double> seen = new ArrayList<>();
        NdArray result = np.vectorize(Lambda.doubles(x -> {
            seen.add(x);
            return x + 1;
        })).call(np.arange(4, np.float64), where(mask));
        assertThat(seen).containsExactly(0.0, 2.0, 3.0);
        assertThat(text(result)).isEqualTo("[1. 0. 3. 4.]");
        NdArray into = np.full(Shape.of(4), 9, np.float32);
        assertThat(np.vectorize(Lambda.doubles(x -> x + 1)).call(np.arange(4, np.float64), out(into), where(mask)))
                .isSameAs(into);
        assertThat(text(into)).isEqualTo("[1. 9. 3. 4.]");
    }

    @Test
    void outMayOverlapTheInputs() {
        NdArray a = np.arange(5, np.int64);
        np.vectorize(Lambda.longs((x, y) -> x + y)).call(a.get(":4"), a.get("1:"), out(a.get("1:")));
        assertThat(text(a)).isEqualTo("[0 1 3 5 7]");
    }

    @Test
    void whatTheFunctionThrowsComesOutAndNothingIsWrittenOrKept() {
        NdArray a = np.arange(5, np.int64);
        NdArray into = np.zeros(Shape.of(5), np.int64);
        assertThatThrownBy(() -> np.vectorize(Lambda.longs(x -> 6 / (3 - x))).call(a.get("::1"), out(into)))
                .isInstanceOf(ArithmeticException.class).hasMessage("/ by zero");
        assertThat(text(into)).isEqualTo("[0 0 0 0 0]");
        a.close();
        assertThatThrownBy(() -> np.vectorize(Lambda.longs(x -> x)).call(a)).isInstanceOf(ClosedException.class);
    }

    @Test
    void anInputThatTheFunctionClosesIsReadToItsEnd() {
        NdArray a = np.arange(1000, np.float64);
        NdArray result = np.vectorize(Lambda.doubles(x -> {
            a.close();
            return x;
        })).call(a);
        assertThat(np.sum(result).toDouble()).isEqualTo(499500);
        assertThatThrownBy(a::copy).isInstanceOf(ClosedException.class);
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsFacts() {
        var doubled = np.vectorize(Lambda.longs(x -> x * 2));
        NdArray reals = np.zeros(Shape.of(3));
        assertThat(doubled).hasToString("vectorize (int64) -> int64");
        assertThatThrownBy(() -> doubled.call(reals)).isInstanceOf(CastingException.class)
                .hasMessage("vectorize: operand 0 is float64, (int64) -> int64 takes int64, and casting same_kind does "
                        + "not allow that; convert it with astype(...)");
        assertThatThrownBy(() -> doubled.call(np.arange(3), out(np.zeros(Shape.of(3), np.bool))))
                .isInstanceOf(CastingException.class).hasMessageContaining("the result is int64, out is bool");
        assertThatThrownBy(() -> doubled.call(np.arange(3), np.arange(3))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vectorize: (int64) -> int64 takes 1 inputs, not 2");
        assertThatThrownBy(() -> doubled.call(np.arange(3), out(np.zeros(Shape.of(2), np.int64))))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("out has shape (2,), operands broadcast to (3,)");
        assertThatThrownBy(() -> doubled.call(np.arange(3), out(np.zeros(Shape.of(3), np.int64).asReadOnly())))
                .isInstanceOf(ReadOnlyException.class);
        assertThatThrownBy(() -> doubled.call(np.arange(3), where(np.arange(3)))).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> Lambda.doubles(0, v -> 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
