package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.atol;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.divide;
import static io.arrayport.core.Options.equalNan;
import static io.arrayport.core.Options.errMsg;
import static io.arrayport.core.Options.ord;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.strict;
import static io.arrayport.core.Options.verbose;
import static io.arrayport.core.Options.writeable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.arrayport.core.backend.FloatErrors.Action;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** The small modules: what golden cases cannot say of them. */
final class ModulesTest {
    private static NdArray count(long... dims) {
        return np.arange(Shape.of(dims).size(), DType.FLOAT64).reshape(dims);
    }

    @Test
    void productsOfManyMatricesKeepNothingButTheResult() {
        NdArray a = count(2, 3);
        NdArray b = count(3, 4);
        NdArray c = count(4);
        NdArray target = np.zeros(Shape.of(2, 2));
        Ledger.Counts before = Settled.counts();
        NdArray product = np.linalg.multiDot(List.of(a, b, c));
        assertThat(product.repr()).isEqualTo("array([162., 504.])");
        product.close();
        assertThat(np.linalg.multiDot(List.of(target, target, target), out(target))).isSameAs(target);
        assertThatThrownBy(() -> np.linalg.multiDot(List.of(a, b, a))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.linalg.multiDot(List.of(a, c, c))).isInstanceOf(ShapeException.class)
                .hasMessageContaining("operand 1 has shape (4,), it must be a matrix");
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void normsAndComplexDomainsKeepNothingButTheResult() {
        NdArray a = np.array(3L, -4L);
        NdArray exponents = np.array(-1L);
        Ledger.Counts before = Settled.counts();
        for (double order : new double[]{0, 1, 2, 3, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            np.linalg.vectorNorm(a, ord(order), axis(0)).close();
            assertThatThrownBy(() -> np.linalg.vectorNorm(a, ord(order), axis(1))).isInstanceOf(AxisException.class);
        }
        np.emath.sqrt(a).close();
        np.emath.logn(a, a).close();
        np.emath.power(a, exponents).close();
        np.emath.arccos(a).close();
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void diagonalsAreViewsAndCrossProductsStandInSpace() {
        NdArray stack = count(2, 2, 3);
        NdArray diagonals = np.linalg.diagonal(stack);
        stack.set(7, Index.at(0), Index.at(1), Index.at(1));
        assertThat(diagonals.toString()).isEqualTo("[[ 0.  7.]\n [ 6. 10.]]");
        NdArray plane = count(2);
        assertThatThrownBy(() -> np.linalg.cross(plane, plane)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("vectors have 2 components along axis -1");
        assertThatThrownBy(() -> np.linalg.cross(stack, stack, axis(0, 1))).isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> np.linalg.outer(stack, plane)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("both must be vectors");
    }

    @Test
    void windowsAreWrittenToOnlyWhereThatIsAsked() {
        NdArray row = count(4);
        assertThat(np.lib.strideTricks.slidingWindowView(row, 2).isWriteable()).isFalse();
        NdArray windows = np.lib.strideTricks.slidingWindowView(row, new long[]{2}, writeable(true));
        windows.set(9, Index.at(1), Index.at(0));
        assertThat(row.toString()).isEqualTo("[0. 9. 2. 3.]");
        assertThat(np.lib.strideTricks.asStrided(row, null, null, writeable(false)).isWriteable()).isFalse();
        assertThat(np.asStrided(row.asReadOnly(), new long[]{2}, null, writeable(true)).isWriteable()).isFalse();
    }

    @Test
    void boundsAreThoseOfTheElementsThatAreThere() {
        NdArray row = count(6);
        long start = row.storage().address();
        assertThat(np.lib.arrayUtils.byteBounds(row)).containsExactly(start, start + 48);
        assertThat(np.lib.arrayUtils.byteBounds(row.get("4:0:-2"))).containsExactly(start + 16, start + 40);
        assertThat(np.lib.arrayUtils.byteBounds(row.get("3:3"))[0])
                .isEqualTo(np.lib.arrayUtils.byteBounds(row.get("3:3"))[1]);
        assertThatThrownBy(() -> np.lib.arrayUtils.normalizeAxisTuple(new int[]{0, -2}, 2, "axes"))
                .isInstanceOf(AxisException.class).hasMessageContaining("axes: [0, -2] names an axis of 2 twice");
    }

    @Test
    void errorsCallWhatTheirThreadIsGiven() throws InterruptedException {
        NdArray ones = np.array(1.0, 2.0);
        NdArray zeros = np.array(1.0, 0.0);
        List<String> told = new ArrayList<>();
        assertThat(np.seterrcall((error, message) -> told.add(error + " | " + message))).isNull();
        try (Errstate _ = np.errstate(divide(Action.CALL))) {
            assertThat(np.divide(ones, zeros).getDouble(1)).isInfinite();
            Thread other = Thread.ofPlatform().start(() -> told.add("elsewhere " + (np.geterrcall() == null)));
            other.join();
        } finally {
            assertThat(np.seterrcall(null)).isNotNull();
        }
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).startsWith("division by zero | divide: division by zero: element 1 is Infinity");
        assertThat(told.getLast()).isEqualTo("elsewhere true");
        try (Errstate _ = np.errstate(divide(Action.CALL))) {
            assertThatThrownBy(() -> np.divide(ones, zeros)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("give it by seterrcall");
        }
    }

    @Test
    void aNamespaceSaysWhatItIs() {
        assertThat(np.arrayNamespaceInfo().defaultDevice()).isEqualTo(np.device());
        assertThat(np.arrayNamespaceInfo().dtypes()).containsEntry("int8", np.int8).doesNotContainKey("float16");
        assertThat(np.sctypeDict).containsEntry("longlong", DType.INT64).containsEntry("half", np.float16);
        assertThat(np.call("geterr", List.of(), Map.of())).isEqualTo(
                Map.of("divide", "ignore", "over", "ignore", "under", "ignore", "invalid", "ignore"));
        assertThat(np.dtypes.Float64DType).isSameAs(np.float64);
    }

    @Test
    void assertionsSayHowManyElementsDoNotAgreeAndWhichIsTheFirst() {
        NdArray a = np.array(1.0, 2.0, Double.NaN);
        NdArray b = np.array(1.0, 2.5, Double.NaN);
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(() -> np.testing.assertAllclose(a, b, errMsg("filter"), verbose(false)))
                .isInstanceOf(AssertionError.class).hasMessage(
                        "filter: assertAllclose: 1 of 3 elements do not agree, the first at [1]: 2.0, wanted 2.5");
        assertThatThrownBy(() -> np.testing.assertArrayLess(b, a)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 of 3 elements do not agree, the first at [0]: 1.0, wanted less than 1.0")
                .hasMessageContaining("\nactual: array([1. , 2.5, nan])\ndesired: array([ 1.,  2., nan])");
        assertThatCode(() -> np.testing.assertAllclose(a, b, atol(0.5))).doesNotThrowAnyException();
        assertThatThrownBy(() -> np.testing.assertAllclose(a, a, equalNan(false))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> np.testing.assertArrayEqual(a, a.get("0"), strict(true)))
                .isInstanceOf(AssertionError.class).hasMessageContaining("shape (3,), wanted ()");
        assertThat(Ledger.counts()).isEqualTo(before);
    }
}
