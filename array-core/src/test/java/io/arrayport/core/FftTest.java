package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axes;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.n;
import static io.arrayport.core.Options.norm;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.s;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.fourier.Plan;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.FourierNorm;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Fourier transforms: what golden cases cannot say. */
final class FftTest {
    private final NdArray rows = np.sin(np.arange(60.0)).reshape(5, 12);

    private static boolean near(NdArray a, NdArray b) {
        return np.allclose(a, b, Options.rtol(1e-13), Options.atol(1e-13));
    }

    @Test
    void thereAndBackIsWhereItBegan() {
        NdArray spectrum = np.fft.fft2(rows);
        assertThat(near(np.fft.ifft2(spectrum).real(), rows)).isTrue();
        assertThat(near(np.fft.irfft2(np.fft.rfft2(rows)), rows)).isTrue();
        assertThat(near(np.fft.hfft(np.fft.ihfft(rows)), rows)).isTrue();
        for (FourierNorm norm : FourierNorm.values()) {
            assertThat(near(np.fft.irfft(np.fft.rfft(rows, norm(norm)), norm(norm)), rows)).isTrue();
        }
    }

    @Test
    void anArrayIsTransformedInPlace() {
        NdArray a = rows.astype(np.complex128);
        NdArray wanted = np.fft.fft(a, axis(0));
        assertThat(np.fft.fft(a, axis(0), out(a))).isSameAs(a);
        assertThat(np.arrayEqual(a, wanted)).isTrue();
        // Rows that are written where others are yet to be read
        NdArray square = np.arange(64.0).reshape(8, 8).astype(np.complex128);
        NdArray turned = np.fft.fft(square);
        np.fft.fft(square, out(square.T()));
        assertThat(np.arrayEqual(square.T(), turned)).isTrue();
        NdArray line = np.arange(20.0).astype(np.complex128);
        NdArray moved = np.fft.ifft(line.get(Options.slice(0, 16)));
        np.fft.ifft(line.get(Options.slice(0, 16)), out(line.get(Options.slice(4, 20))));
        assertThat(np.arrayEqual(line.get(Options.slice(4, 20)), moved)).isTrue();
    }

    @Test
    void whatIsReadStaysAsItWas() {
        NdArray before = rows.copy();
        np.fft.fft(rows);
        np.fft.irfft(rows.astype(np.complex64));
        np.fft.rfftn(rows, s(4, 4), axes(0, 1));
        assertThat(np.arrayEqual(rows, before)).isTrue();
    }

    @Test
    void aRowHasTheSameBitsAloneAndAmongOthers() {
        NdArray many = np.fft.fft(rows);
        for (int i = 0; i < 5; i++) {
            assertThat(np.arrayEqual(np.fft.fft(rows.get(i)), many.get(i))).isTrue();
        }
        assertThat(np.arrayEqual(np.fft.fft(rows.T(), axis(0)).T(), many)).isTrue();
    }

    @Test
    void manyRowsAndColumnsHaveTheBitsOfEachAlone() {
        for (int n : new int[]{4, 15, 22}) {
            NdArray real = np.sin(np.arange(19.0 * n)).reshape(19, n);
            NdArray complex = np.multiply(real, np.fft.fft(real));
            NdArray there = np.fft.fft(complex);
            NdArray back = np.fft.ifft(complex.T(), axis(0)).T();
            NdArray half = np.fft.rfft(real);
            NdArray whole = np.fft.irfft(complex);
            for (int i = 0; i < 19; i++) {
                assertThat(np.arrayEqual(there.get(i), np.fft.fft(complex.get(i)))).isTrue();
                assertThat(np.arrayEqual(back.get(i), np.fft.ifft(complex.get(i)))).isTrue();
                assertThat(np.arrayEqual(half.get(i), np.fft.rfft(real.get(i)))).isTrue();
                assertThat(np.arrayEqual(whole.get(i), np.fft.irfft(complex.get(i)))).isTrue();
            }
            assertThat(np.arrayEqual(np.fft.fft(complex.copy().T(), axis(0)).T(), there)).isTrue();
            NdArray columns = complex.T().copy();
            assertThat(np.arrayEqual(np.fft.fft(columns, axis(0), out(columns)).T(), there)).isTrue();
        }
    }

    @Test
    void nothingButTheResultIsLeft() {
        NdArray whole = np.arange(12).reshape(3, 4);
        NdArray half = whole.astype(np.float16);
        assertOnlyResult(() -> np.fft.fft(whole));
        assertOnlyResult(() -> np.fft.hfft(rows, n(7)));
        assertOnlyResult(() -> np.fft.irfftn(half, s(3, 5), axes(0, 1)));
        assertOnlyResult(() -> np.fft.ihfft(rows));
        assertOnlyResult(() -> np.fft.fftn(whole));
        assertOnlyResult(() -> np.fft.fftn(whole, s(2, 8), axes(0, 1)));
        assertOnlyResult(() -> np.fft.fftshift(rows));
        assertOnlyResult(() -> np.fft.fftfreq(9, 0.5));
        assertOnlyResult(() -> np.fft.rfftfreq(9));
    }

    private static void assertOnlyResult(Supplier<NdArray> call) {
        Ledger.Counts before = Settled.counts();
        NdArray result = call.get();
        assertThat(Ledger.counts().nativeBlocks()).isLessThanOrEqualTo(before.nativeBlocks() + 1);
        result.close();
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    private static void assertRefused(Class<? extends ArrayportException> type, String message,
            ThrowingCallable call) {
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(call).isInstanceOf(type).hasMessageContaining(message);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void refusalsSayWhatAndLeaveNothing() {
        NdArray complex = rows.astype(np.complex128);
        NdArray days = np.zeros(shape(4), DType.of("<M8[D]"));
        NdArray narrow = np.zeros(shape(5, 12));
        NdArray readOnly = complex.asReadOnly();
        NdArray tooLong = np.broadcastTo(np.zeros(shape(1)), Plan.LONGEST + 1L);
        assertRefused(ShapeException.class, "0 elements are to be transformed along axis 1 of shape (5, 12)",
                () -> np.fft.fft(rows, n(0)));
        assertRefused(AxisException.class, "fft", () -> np.fft.fft(rows, axis(2)));
        assertRefused(AxisException.class, "it must name one", () -> np.fft.fft(rows, axis(0, 1)));
        assertRefused(DTypeException.class, "take their real()", () -> np.fft.rfft(complex));
        assertRefused(DTypeException.class, "datetime64", () -> np.fft.fft(days));
        assertRefused(CastingException.class, "out is float64, the result is complex128",
                () -> np.fft.fft(rows, out(narrow)));
        assertRefused(ShapeException.class, "out has shape (5, 12), the result has (5, 7)",
                () -> np.fft.rfft(rows, out(complex)));
        assertRefused(ReadOnlyException.class, "out is read-only", () -> np.fft.fft(complex, out(readOnly)));
        assertRefused(ShapeException.class, "s has 1 lengths for 2 axes",
                () -> np.fft.fftn(rows, s(3), axes(0, 1)));
        assertRefused(AxisException.class, "takes one at least", () -> np.fft.rfftn(rows, axes(new int[0])));
        assertRefused(ArrayportException.class, "given twice", () -> np.fft.fft(rows, n(3), n(4)));
        assertRefused(ArrayportException.class, "given twice",
                () -> np.fft.hfft(rows, norm(FourierNorm.ORTHO), norm(FourierNorm.ORTHO)));
        assertRefused(ShapeException.class, "they may have " + Plan.LONGEST, () -> np.fft.rfft(tooLong));
    }
}
