package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;

import io.arrayport.core.backend.Op;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a process starts with has the bits of the scalar twin, whichever way it takes. */
final class FirstBinaryTest {
    private static final int MOST = 5000;
    private static final int[] COUNTS = {1, 255, 256, 1023, 1024, 1025, 4096, MOST};
    private static final double[] ODD = {0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 1e308};
    private static final long STEP = Double.BYTES;

    private static MemorySegment numbers(Arena arena, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemorySegment numbers = arena.allocate(2 * MOST * STEP, STEP);
        for (int i = 0; i < 2 * MOST; i++) {
            double value = i % 7 == 0 ? ODD[random.nextInt(ODD.length)] : random.nextDouble(-1e3, 1e3);
            numbers.setAtIndex(ValueLayout.JAVA_DOUBLE, i, value);
        }
        return numbers;
    }

    private static void same(BinaryKernel first, BinaryKernel twin, long aStride, long bStride, long outStride, int n) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment a = numbers(arena, 1);
            MemorySegment b = numbers(arena, 2);
            MemorySegment expected = arena.allocate(2 * MOST * STEP, STEP);
            MemorySegment found = arena.allocate(2 * MOST * STEP, STEP);
            twin.run(a.address(), aStride, b.address(), bStride, expected.address(), outStride, n);
            first.run(a.address(), aStride, b.address(), bStride, found.address(), outStride, n);
            assertThat(found.mismatch(expected)).as("steps %s, %s, %s of %s", aStride, bStride, outStride, n)
                    .isEqualTo(-1);
            first.run(a.address(), aStride, b.address(), bStride, aStride == STEP ? a.address() : b.address(), STEP,
                    aStride == 0 && bStride == 0 ? 1 : n);
            if (aStride == STEP && outStride == STEP) {
                assertThat(a.asSlice(0, n * STEP).mismatch(expected.asSlice(0, n * STEP))).as("in place").isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = {"ADD", "SUBTRACT", "MULTIPLY", "DIVIDE"})
    void hasTheBitsOfItsTwin(Op op) {
        BinaryKernel twin = Simd.scalar().binary(op, Lane.F64);
        BinaryKernel first = FirstBinary.of(op, Lane.F64);
        assertThat(first).isInstanceOf(FirstBinary.class);
        for (int n : COUNTS) {
            same(first, twin, STEP, STEP, STEP, n);
            same(first, twin, 0, STEP, STEP, n);
            same(first, twin, STEP, 0, STEP, n);
            same(first, twin, 0, 0, STEP, n);
            same(first, twin, 2 * STEP, STEP, STEP, n);
            same(first, twin, STEP, STEP, 2 * STEP, n);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = {"MAXIMUM", "POWER"})
    void isNoneOfWhatIsNoArithmetic(Op op) {
        assertThat(FirstBinary.of(op, Lane.F64)).isNotInstanceOf(FirstBinary.class);
    }
}
