package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.all;
import static io.arrayport.core.Options.divide;
import static io.arrayport.core.Options.invalid;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.over;
import static io.arrayport.core.Options.under;
import static io.arrayport.core.Options.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;

import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.backend.FloatErrors.Action;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.FloatingPointException;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;

/** What is done about floating-point errors. NumPy's golden cases of the category errors hold it to the kinds. */
final class ErrstateTest {
    private final NdArray zeros = np.array(0.0, 1.0);
    private final NdArray ones = np.array(1.0, 1.0);

    @Test
    void nothingIsLookedForUnlessAsked() {
        assertThat(np.geterr()).isEqualTo(FloatErrors.IGNORED);
        assertThat(np.divide(ones, zeros).getDouble(0)).isInfinite();
    }

    @Test
    @SuppressWarnings("NullAway")
    void noActionAtAllIsRefusedBeforeItIsInForce() {
        assertThatThrownBy(() -> np.errstate(all(null))).isInstanceOf(NullPointerException.class);
        assertThat(np.geterr()).isEqualTo(FloatErrors.IGNORED);
    }

    @Test
    void anErrorSaysWhichElementAndWhatItWasComputedFrom() {
        try (Errstate _ = np.errstate(divide(Action.RAISE))) {
            assertThatThrownBy(() -> np.divide(ones, zeros)).isInstanceOf(FloatingPointException.class)
                    .hasMessageStartingWith(
                            "divide: division by zero: element 0 is Infinity, computed from 1.0 and 0.0");
            assertThat(np.subtract(ones, zeros).getDouble(0)).isEqualTo(1);
        }
        assertThat(np.divide(ones, zeros).getDouble(0)).as("as before").isInfinite();
    }

    @Test
    void resultsAreWrittenAllTheSameAlsoInPlace() {
        NdArray target = np.array(4.0, -1.0);
        try (Errstate _ = np.errstate(invalid(Action.RAISE))) {
            assertThatThrownBy(() -> np.sqrt(target, out(target))).isInstanceOf(FloatingPointException.class)
                    .hasMessageContaining("element 1 is NaN, computed from -1.0");
        }
        assertThat(target.getDouble(0)).isEqualTo(2);
        assertThat(target.getDouble(1)).isNaN();
    }

    @Test
    void whatAMaskLeavesOutIsNotLookedAt() {
        NdArray target = np.array(7.0, Double.POSITIVE_INFINITY);
        try (Errstate _ = np.errstate(all(Action.RAISE))) {
            np.divide(zeros, ones, out(target), where(np.greater(zeros, 2)));
            assertThatThrownBy(() -> np.divide(ones, zeros, where(np.less(zeros, 2))))
                    .isInstanceOf(FloatingPointException.class);
        }
        assertThat(target.getDouble(0)).isEqualTo(7);
    }

    @Test
    void nanAndInfinityThatWereThereBeforeAreNoErrors() {
        NdArray special = np.array(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        try (Errstate _ = np.errstate(all(Action.RAISE))) {
            assertThat(np.add(special, 1).getDouble(0)).isNaN();
            assertThat(np.multiply(special, 2).getDouble(1)).isInfinite();
            assertThat(np.sum(special.get("1:2")).getDouble()).isInfinite();
        }
    }

    @Test
    void complexNumbersAreLookedAtPartByPart() {
        NdArray huge = np.add.call(np.zeros(Options.shape(2)), new Complex(1e300, 1e300));
        try (Errstate _ = np.errstate(over(Action.RAISE))) {
            assertThatThrownBy(() -> np.multiply(huge, huge)).isInstanceOf(FloatingPointException.class)
                    .hasMessageContaining("overflow");
            assertThat(np.absolute(huge).getDouble(0)).isFinite();
        }
    }

    @Test
    void halvesUnderflowAndOverflowAsHalves() {
        NdArray small = np.full(Options.shape(3), 1e-5).astype(np.float16);
        NdArray large = np.full(Options.shape(3), 60000).astype(np.float16);
        try (Errstate _ = np.errstate(all(Action.RAISE))) {
            assertThatThrownBy(() -> np.multiply(small, small)).hasMessageContaining("underflow");
            assertThatThrownBy(() -> np.add(large, large)).hasMessageContaining("overflow");
            assertThat(np.add(small, small).getDouble(0)).as("a subnormal number, and exact").isPositive();
        }
    }

    @Test
    void reductionsLookAtAllElementsTogether() {
        NdArray opposite = np.array(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        NdArray large = np.array(1e308, 1e308);
        NdArray small = np.array(1e-200, 1e-200);
        try (Errstate _ = np.errstate(all(Action.RAISE))) {
            assertThatThrownBy(() -> np.sum(opposite)).hasMessageContaining(": invalid value: a result is nan");
            assertThatThrownBy(() -> np.add.accumulate(large)).hasMessageContaining("overflow");
            assertThatThrownBy(() -> np.multiply.reduce(small)).hasMessageContaining("underflow");
            assertThatThrownBy(() -> np.add.at(large, np.array(new long[1]), large.get("1:")))
                    .hasMessageContaining("overflow");
            assertThatThrownBy(() -> np.multiply.reduceat(np.array(1e308, 1e308), np.array(new long[1])))
                    .hasMessageContaining("overflow");
        }
    }

    @Test
    void itBelongsToItsThread() throws Exception {
        Errstate state = np.errstate(divide(Action.RAISE), under(Action.WARN));
        try {
            assertThat(CompletableFuture.supplyAsync(() -> np.divide(ones, zeros).getDouble(0)).get()).isInfinite();
            assertThat(CompletableFuture.supplyAsync(() -> {
                try {
                    state.close();
                    return "closed";
                } catch (IllegalStateException refused) {
                    return refused.getMessage();
                }
            }).get()).startsWith("errstate: it was opened on thread");
        } finally {
            state.close();
            state.close();
        }
        assertThat(np.geterr()).isEqualTo(FloatErrors.IGNORED);
    }

    @Test
    void seterrGivesBackWhatWasAndTakesItAgain() {
        FloatErrors before = np.seterr(all(Action.RAISE), under(Action.IGNORE));
        try {
            assertThat(np.geterr()).isEqualTo(
                    new FloatErrors(Action.RAISE, Action.RAISE, Action.IGNORE, Action.RAISE));
        } finally {
            np.seterr(before);
        }
        assertThat(np.geterr()).isEqualTo(FloatErrors.IGNORED);
        assertThatThrownBy(() -> np.errstate(over(Action.RAISE), over(Action.WARN)))
                .isInstanceOf(ArrayportException.class).hasMessageContaining("over is given twice");
        assertThatThrownBy(() -> Action.of("print")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ignore, warn, raise, call");
    }
}
