package io.arrayport.core.print;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.fractional;
import static io.arrayport.core.Options.overrideRepr;
import static io.arrayport.core.Options.precision;
import static io.arrayport.core.Options.threshold;
import static io.arrayport.core.Options.trim;
import static io.arrayport.core.Options.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrayport.core.Printoptions;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;

/** Print options that are in force on a thread, and numbers as text on their own. */
final class PrintoptionsTest {

    @Test
    void optionsAreInForceUntilClosed() throws InterruptedException {
        try (NdArray third = np.array(1 / 3.0, 2)) {
            try (var _ = np.printoptions(precision(2))) {
                assertThat(third.str()).isEqualTo("[0.33 2.  ]");
                assertThat(third.str(precision(4))).isEqualTo("[0.3333 2.    ]");
                assertThat(np.getPrintoptions().precision()).isEqualTo(2);
                StringBuilder elsewhere = new StringBuilder();
                Thread other = new Thread(() -> elsewhere.append(third.str()));
                other.start();
                other.join();
                assertThat(elsewhere.toString()).isEqualTo("[0.33333333 2.        ]");
            }
            assertThat(third.repr()).isEqualTo("array([0.33333333, 2.        ])");
        }
    }

    @Test
    void anotherMayWriteWhatArraysAre() {
        try (NdArray a = np.arange(3); var _ = np.printoptions(overrideRepr(array -> "of " + array.size()))) {
            assertThat(a.repr()).isEqualTo("of 3");
            assertThat(a.str()).isEqualTo("[0 1 2]");
        }
    }

    @Test
    void infinityNeverSummarises() {
        try (NdArray a = np.arange(1500); var _ = np.printoptions(threshold(Double.POSITIVE_INFINITY))) {
            assertThat(a.str()).doesNotContain("...");
        }
    }

    @Test
    void closingTwiceOrElsewhereChangesNothing() throws InterruptedException {
        Printoptions outer = np.printoptions(precision(3));
        Throwable[] thrown = new Throwable[1];
        Thread other = new Thread(outer::close);
        other.setUncaughtExceptionHandler((_, failure) -> thrown[0] = failure);
        other.start();
        other.join();
        assertThat(thrown[0]).isInstanceOf(IllegalStateException.class).hasMessageContaining("close them there");
        outer.close();
        Printoptions inner = np.printoptions(precision(5));
        outer.close();
        assertThat(np.getPrintoptions().precision()).isEqualTo(5);
        inner.close();
        assertThat(np.getPrintoptions().precision()).isEqualTo(8);
    }

    @Test
    void numbersAreWrittenInTheirOwnPrecision() {
        assertThat(np.formatFloatPositional(0.1f)).isEqualTo("0.1");
        assertThat(np.formatFloatPositional(0.1, unique(false), precision(20))).isEqualTo("0.10000000000000000555");
        assertThat(np.formatFloatPositional(1234.5678, fractional(false), precision(6))).isEqualTo("1234.57");
        assertThat(np.formatFloatScientific(1234.5, trim(Zeros.TO_INTEGER), precision(1))).isEqualTo("1.2e+03");
        assertThatThrownBy(() -> np.formatFloatScientific(1.5, unique(false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("formatFloat: unique(false) needs a precision");
    }
}
