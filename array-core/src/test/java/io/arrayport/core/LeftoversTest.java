package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.copy;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a call makes on its way is given back when it returns, and when it refuses. */
final class LeftoversTest {
    private static final Map<String, Object> NOTHING = Map.of();

    /** Asserts that nothing but the result is left. */
    private static void assertOnlyResult(Supplier<?> call) {
        Ledger.Counts before = Settled.counts();
        if (call.get() instanceof NdArray result) {
            assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before.nativeBlocks() + 1);
            result.close();
        }
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    private static void assertRefused(Class<? extends Throwable> type, ThrowingCallable call) {
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(call).isInstanceOf(type);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void runningSumsOfAllElementsGiveBackTheCopyInCOrder() {
        NdArray a = np.arange(6).reshape(2, 3).T();
        assertOnlyResult(() -> a.cumsum());
        assertOnlyResult(() -> a.cumprod());
        assertThat(a.cumsum().repr()).isEqualTo("array([ 0,  3,  4,  8, 10, 15])");
        assertRefused(ShapeException.class, () -> a.cumsum(Options.out(a)));
    }

    @Test
    void runningSumsTakeANumberForOneElement() {
        NdArray number = np.full(shape(), 3);
        assertThat(number.cumsum(Options.axis(0)).repr()).isEqualTo("array([3])");
        assertThat(number.cumprod(Options.axis(-1)).repr()).isEqualTo("array([3])");
        assertRefused(AxisException.class, () -> number.cumsum(Options.axis(1)));
    }

    @Test
    void runningSumsComputeInNativeOrderWhateverIsAsked() {
        NdArray sums = np.arange(3).cumsum(dtype(np.int16.withOrder(ByteOrder.BIG_ENDIAN)));
        assertThat(sums.repr()).isEqualTo("array([0, 1, 3], dtype=int16)");
    }

    @Test
    void numbersAndListsOfACallByNameEndWithIt() {
        NdArray a = np.arange(3);
        assertOnlyResult(() -> np.call("add", List.of(a, true), NOTHING));
        assertOnlyResult(() -> np.call("add", List.of(List.of(1L, 2L), List.of(3L, 4L)), NOTHING));
        assertOnlyResult(() -> np.call("add.reduce", List.of(a), Map.of("where", List.of(true, false, true))));
        assertOnlyResult(() -> np.call("ndarray.__setitem__", List.of(a, List.of(), List.of(4L, 5L, 6L)), NOTHING));
        assertOnlyResult(() -> np.call("shape", List.of(List.of(1L, 2L)), NOTHING));
        assertThat(a.repr()).isEqualTo("array([4, 5, 6])");
        assertRefused(ShapeException.class, () -> np.call("add", List.of(a, List.of(1L, 2L)), NOTHING));
        assertRefused(ShapeException.class,
                () -> np.call("add", List.of(List.of(1L, 2L), List.of(List.of(1L), 2L)), NOTHING));
    }

    @Test
    void whatTheResultLiesInStays() {
        NdArray view = (NdArray) np.call("reshape", List.of(List.of(1L, 2L), List.of(2L, 1L)), NOTHING);
        assertThat(view.repr()).isEqualTo("array([[1],\n       [2]])");
        List<?> views = (List<?>) np.call("broadcast_arrays", List.of(List.of(1L, 2L), 5L), NOTHING);
        assertThat(views).map(Object::toString).containsExactly("[1 2]", "[5 5]");
    }

    @Test
    void aRefusedReshapeCopiesNothing() {
        NdArray a = np.arange(6).reshape(2, 3).T();
        assertRefused(ShapeException.class, () -> a.reshape(new long[]{4}, copy(true)));
        assertRefused(ShapeException.class, () -> np.reshape(a, new long[]{4, -1}, copy(true)));
    }

    @Test
    void anIdentityOfNegativeOrUncountableSizeIsRefusedAtOnce() {
        assertRefused(ShapeException.class, () -> np.identity(-1));
        assertRefused(ShapeException.class, () -> np.identity(-3));
        assertRefused(ShapeException.class, () -> np.identity(1L << 32));
        assertThat(np.identity(2, np.int8).repr()).isEqualTo("array([[1, 0],\n       [0, 1]], dtype=int8)");
    }

    @Test
    void whatCannotBeSetIsGivenBack() {
        assertRefused(CastingException.class, () -> np.full(shape(2), 300, np.int8));
        assertRefused(CastingException.class, () -> np.arange(200, 300, np.int8));
    }
}
