package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;

import java.util.List;

/** Fourier transforms: of rows that halve again and again, of other lengths, of many rows at once. */
final class FourierCases {
    private static final List<String> COMPLEX = List.of("complex128", "complex64");

    private FourierCases() {}

    static void add(List<BenchCase> cases) {
        Family family = new Family("fft", cases);
        Input signed = Input.A.filled(Fill.SIGNED);
        Input matrix = Input.of("a", Extent.MATRIX).filled(Fill.SIGNED);
        family.row("fft", "np.fft.fft(a)").on(signed).types(COMPLEX).at(16L, 1L << 10, 1L << 16, 1L << 20).quick()
                .cold().fresh(a -> np.fft.fft(a));
        family.row("fft of other lengths", "np.fft.fft(a)").on(signed).types("complex128")
                .at(12L, 1_000L, 15_015L, 44_100L, 1_000_000L).fresh(a -> np.fft.fft(a));
        family.row("fft of prime lengths", "np.fft.fft(a)").on(signed).types("complex128")
                .at(17L, 1_021L, 65_537L, 1_000_003L).fresh(a -> np.fft.fft(a));
        family.row("rfft", "np.fft.rfft(a)").on(signed).types(Family.FLOATS).at(16L, 1L << 10, 1L << 16, 1L << 20)
                .quick().fresh(a -> np.fft.rfft(a));
        family.row("irfft", "np.fft.irfft(a)").on(signed).types("complex128").at(17L, 513L, 32_769L, 524_289L)
                .fresh(a -> np.fft.irfft(a));
        family.row("fft of rows", "np.fft.fft(a)").on(matrix).types("complex128").at(1L << 10, 1L << 16, 1L << 20)
                .fresh(a -> np.fft.fft(a));
        family.row("fft of columns", "np.fft.fft(a, axis=0)").on(matrix).types("complex128")
                .at(1L << 10, 1L << 16, 1L << 20).fresh(a -> np.fft.fft(a, axis(0)));
        family.row("fft2", "np.fft.fft2(a)").on(matrix).types("complex128")
                .at(1L << 10, 1L << 16, 1_000_000L, 1L << 20).fresh(a -> np.fft.fft2(a));
        family.row("rfft2", "np.fft.rfft2(a)").on(matrix).at(1L << 10, 1L << 16, 1L << 20)
                .fresh(a -> np.fft.rfft2(a));
    }
}
