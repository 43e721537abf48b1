package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.casting;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.optimize;
import static io.arrayport.core.Options.order;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.EinsumPath;
import io.arrayport.core.ndarray.EinsumPath.Strategy;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What golden cases cannot say of dot, tensordot, einsum and their relatives: views, overlap, what is left over. */
final class ContractionsTest {
    private static NdArray count(long... dims) {
        return np.arange(Shape.of(dims).size(), DType.FLOAT64).reshape(dims);
    }

    private static void assertOnlyResult(Supplier<NdArray> call) {
        Ledger.Counts before = Settled.counts();
        try (NdArray _ = call.get()) {
            assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before.nativeBlocks() + 1);
        }
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    private static void assertRefused(Class<? extends Throwable> type, String message, ThrowingCallable call) {
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(call).isInstanceOf(type).hasMessageContaining(message);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void diagonalsAndTransposesAreViewsThatWrite() {
        NdArray a = count(3, 3);
        np.einsum("ii->i", a).fill(0);
        assertThat(a.toString()).isEqualTo("""
                [[0. 1. 2.]
                 [3. 0. 5.]
                 [6. 7. 0.]]""");
        assertThat(np.einsum("ij->ji", a).storage()).isSameAs(a.storage());
        assertThat(np.einsum("ij->ji", a.asReadOnly()).isWriteable()).isFalse();
        try (NdArray copy = np.einsum("ij->ji", a, optimize(true))) {
            assertThat(copy.storage()).isNotSameAs(a.storage());
        }
    }

    @Test
    void theResultMayBeWrittenOverAnOperand() {
        NdArray a = count(2, 2);
        assertThat(np.dot(a, a, out(a))).isSameAs(a);
        assertThat(a.toString()).isEqualTo("[[ 2.  3.]\n [ 6. 11.]]");
        NdArray b = count(2, 2);
        assertThat(np.einsum("ij,jk->ki", b, b, out(b)).toString()).isEqualTo("[[ 2.  6.]\n [ 3. 11.]]");
        NdArray c = count(2, 2);
        assertThat(np.outer(c.get(0), c.get(1), out(c)).toString()).isEqualTo("[[0. 0.]\n [2. 3.]]");
    }

    @Test
    void whatIsMadeOnTheWayIsGivenBack() {
        NdArray a = count(4, 3, 2);
        NdArray b = count(2, 3, 4);
        NdArray whole = np.arange(3);
        assertOnlyResult(() -> np.tensordot(a, b, new int[]{0, 1}, new int[]{2, 1}));
        assertOnlyResult(() -> np.dot(a.T(), a.swapaxes(0, 1)));
        assertOnlyResult(() -> np.vdot(a.T(), b));
        assertOnlyResult(() -> np.outer(a.T(), b.get(":, ::2")));
        assertOnlyResult(() -> np.kron(a, b));
        assertOnlyResult(() -> np.cross(a.swapaxes(1, 2), a.swapaxes(1, 2).get("0")));
        assertOnlyResult(() -> np.einsum("ijk,lmn->jm", a, b));
        assertOnlyResult(() -> np.einsum("ijk,kji,ijk->", a, b, a));
        assertOnlyResult(() -> np.einsum("ijk,klm,ijn->nl", a, b, a, optimize(Strategy.OPTIMAL)));
        assertOnlyResult(() -> np.einsum("ijk,kji->ikj", a, b, dtype(np.complex64), casting(Casting.UNSAFE)));
        assertOnlyResult(() -> np.correlate(a.ravel().get("::-2"), whole));
        assertOnlyResult(() -> np.cov(a.get(0), a.get(1).get(":, ::-1")));
        assertOnlyResult(() -> np.corrcoef(a.get(0)));
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        NdArray a = count(2, 3);
        NdArray whole = np.zeros(shape(2, 2), np.int32);
        NdArray four = count(4);
        NdArray fixed = np.zeros(shape(2, 2)).asReadOnly();
        NdArray times = np.zeros(shape(2), DType.of("M8[s]"));
        assertRefused(ShapeException.class, "operand 0 has shape (2, 3), operand 1 has (2, 3)", () -> np.dot(a, a));
        assertRefused(IllegalArgumentException.class, "it must be float64 and row-major",
                () -> np.dot(a, a.T(), out(a.T())));
        assertRefused(ReadOnlyException.class, "", () -> np.dot(a, a.T(), out(fixed)));
        assertRefused(ShapeException.class, "2 or 3 components", () -> np.cross(four, four));
        assertRefused(AxisException.class, "must name one axis", () -> np.cross(a, a, axis(0, 1)));
        assertRefused(ShapeException.class, "are no pairs", () -> np.tensordot(a, a, new int[]{0}, new int[]{0, 1}));
        assertRefused(AxisException.class, "twice", () -> np.tensordot(a, a, new int[]{0, 0}, new int[]{0, 1}));
        assertRefused(ShapeException.class, "axis j is 3 long in one operand and 2 in another",
                () -> np.einsum("ij,jk", a, a));
        assertRefused(CastingException.class, "the result goes from float64 to int32",
                () -> np.einsum("ij,kj", a, a, out(whole)));
        assertRefused(ArrayportException.class, "leaves 1 operands",
                () -> np.einsum("i,i,i", a.get(0), a.get(0), a.get(0),
                        optimize(new EinsumPath(List.of(List.of(0, 1)), ""))));
        assertRefused(ArrayportException.class, "takes operand 2 of 2", () -> np.einsum("i,i", a.get(0), a.get(0),
                optimize(new EinsumPath(List.of(List.of(0, 2)), ""))));
        assertRefused(DTypeException.class, "points in time",
                () -> np.dot(times, times));
    }

    @Test
    void nothingIsMultipliedWhereThereIsNothing() {
        NdArray wide = np.zeros(shape(0), np.float64).expandDims(1).broadcastTo(0, 1L << 40);
        assertThat(np.dot(wide, np.zeros(shape(1), np.float64).broadcastTo(1L << 40)).shape()).isEqualTo(Shape.of(0));
        assertThat(np.einsum("ij,kj->ik", wide, wide).shape()).isEqualTo(Shape.of(0, 0));
        assertThat(np.inner(np.zeros(shape(2, 0)), np.zeros(shape(3, 0))).toString())
                .isEqualTo("[[0. 0. 0.]\n [0. 0. 0.]]");
    }

    @Test
    void axesOfTheResultMayBeMixed() {
        NdArray a = count(2, 3, 4);
        NdArray b = count(4, 5, 2);
        NdArray expected = np.tensordot(a, b, 1); // ijlm
        assertThat(np.equal(np.einsum("ijk,klm->limj", a, b), expected.transpose(2, 0, 3, 1)).all().getBoolean())
                .isTrue();
        assertThat(np.equal(np.einsum("ijk,kli->jl", a, b), np.einsum("ijki->jk", expected)).all().getBoolean())
                .isTrue();
    }

    @Test
    void anAxisOfLengthOneIsStretched() {
        assertThat(np.einsum("ij,ij->i", count(2, 1).add(1), count(2, 3)).toString()).isEqualTo("[ 3. 24.]");
        assertThat(np.einsum("i,i", np.ones(shape(1)), count(4)).toDouble()).isEqualTo(6);
    }

    @Test
    void orderIsThatOfTheOperandsUnlessAskedFor() {
        NdArray a = count(3, 4);
        assertThat(np.einsum("ij,jk->ik", a, a.T(), order(Order.F)).layout().isFContiguous(8)).isTrue();
        assertThat(np.einsum("ij,ij->ij", a.T(), a.T()).layout().isFContiguous(8)).isTrue();
        assertThat(np.einsum("ij,ij->ij", a.T(), a.T(), order(Order.C)).isCContiguous()).isTrue();
    }

    @Test
    void aPathSaysInWhichOrderOperandsAreTaken() {
        NdArray a = count(2, 50);
        NdArray b = count(50, 60);
        NdArray c = count(60, 2);
        EinsumPath path = np.einsumPath("ij,jk,kl->il", a, b, c, optimize(Strategy.OPTIMAL));
        assertThat(path.contractions()).containsExactly(List.of(1, 2), List.of(0, 1));
        assertThat(path.toString()).startsWith("  Complete contraction:  ij,jk,kl->il\n         Naive scaling:  4\n");
        assertThat(np.einsumPath("...i,ij", a, b).toString()).contains("Ai,ij->Aj");
        NdArray expected = np.matmul(np.matmul(a, b), c);
        for (NdArray product : List.of(np.einsum("ij,jk,kl->il", a, b, c),
                np.einsum("ij,jk,kl->il", a, b, c, optimize(path)), np.einsum("ij,jk,kl->il", List.of(a, b, c)))) {
            assertThat(np.equal(product, expected).all().getBoolean()).isTrue();
        }
    }

    @Test
    void axesMayBeNumbers() {
        NdArray a = count(2, 3);
        int[] rows = {0, 1};
        assertThat(np.einsum(a, rows, a, new int[]{2, 1}).toString()).isEqualTo("[[ 5. 14.]\n [14. 50.]]");
        assertThat(np.einsum(a, rows, a, rows, new int[]{1}).toString()).isEqualTo("[ 9. 17. 29.]");
        assertRefused(ShapeException.class, "1 labels for operand 1", () -> np.einsum(a, rows, a, new int[]{0}));
    }

    @Test
    void convolutionsDoNotReadBeyondTheirOperands() {
        NdArray a = count(3);
        a.get(2).fill(Double.POSITIVE_INFINITY);
        assertThat(np.convolve(a, np.ones(shape(2))).toString()).isEqualTo("[ 0.  1. inf inf]");
        NdArray v = count(5).add(1);
        assertThat(np.correlate(count(2), v).toString()).isEqualTo("[5. 4. 3. 2.]");
    }
}
