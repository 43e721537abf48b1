package io.arrayport.core.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.arrayport.core.error.AxisException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {
    private static final long[] EXTREMES = {Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE, Long.MAX_VALUE - 1,
            1L << 62, -(1L << 62)};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void picksWhatPythonPicks(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            Shape shape = Shape.of(1 + random.nextInt(3), random.nextInt(9), 1 + random.nextInt(3));
            Layout layout = Layouts.any(random, shape, 8);
            Long start = bound(random);
            Long stop = bound(random);
            Long step = bound(random);
            if (step != null && step == 0) {
                step = null;
            }
            int axis = random.nextInt(3);
            Layout slice = layout.slice(random.nextBoolean() ? axis : axis - 3, start, stop, step);
            List<Long> expected = positions(layout.dim(axis), start, stop, step);
            String told = "seed %d: %s axis %d [%s:%s:%s]".formatted(seed, layout, axis, start, stop, step);
            assertThat(slice.dim(axis)).as(told).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertThat(slice.index(axis, i)).as(told).isEqualTo(layout.index(axis, expected.get(i)));
            }
            if (slice.size() > 0) {
                assertThat(slice.minByte()).as(told).isGreaterThanOrEqualTo(layout.minByte());
                assertThat(slice.endByte(8)).as(told).isLessThanOrEqualTo(layout.endByte(8));
            }
        }
    }

    private static @Nullable Long bound(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> EXTREMES[random.nextInt(EXTREMES.length)];
            default -> (long) random.nextInt(25) - 12;
        };
    }

    /** Python's definition, walked in numbers that do not overflow. */
    private static List<Long> positions(long dim, @Nullable Long start, @Nullable Long stop, @Nullable Long step) {
        BigInteger by = BigInteger.valueOf(step == null ? 1 : step);
        boolean up = by.signum() > 0;
        BigInteger at = start == null
                ? BigInteger.valueOf(up ? 0 : dim - 1)
                : clamped(start, dim, up);
        BigInteger end = stop == null ? BigInteger.valueOf(up ? dim : -1) : clamped(stop, dim, up);
        List<Long> positions = new ArrayList<>();
        while (up ? at.compareTo(end) < 0 : at.compareTo(end) > 0) {
            positions.add(at.longValueExact());
            at = at.add(by);
        }
        return positions;
    }

    private static BigInteger clamped(long position, long dim, boolean up) {
        BigInteger exact = BigInteger.valueOf(position);
        if (position < 0) {
            exact = exact.add(BigInteger.valueOf(dim));
        }
        BigInteger low = BigInteger.valueOf(up ? 0 : -1);
        BigInteger high = BigInteger.valueOf(up ? dim : dim - 1);
        return exact.max(low).min(high);
    }

    @Test
    void worksAtTheEndsOfALong() {
        Layout layout = Layout.contiguous(Shape.of(Long.MAX_VALUE - 16), 1);
        assertThat(layout.slice(0, null, null, Long.MAX_VALUE).size()).isEqualTo(1);
        assertThat(layout.slice(0, null, null, -1L).offset()).isEqualTo(Long.MAX_VALUE - 17);
        assertThat(layout.slice(0, null, null, Long.MIN_VALUE).offset()).isEqualTo(Long.MAX_VALUE - 17);
        assertThat(layout.slice(0, null, null, Long.MIN_VALUE).size()).isEqualTo(1);
        assertThat(layout.slice(0, Long.MIN_VALUE, Long.MAX_VALUE, null)).isEqualTo(layout);
        assertThat(layout.slice(0, null, null, 1L << 62).size()).isEqualTo(2);
        assertThat(layout.slice(0, Long.MAX_VALUE, Long.MIN_VALUE, -1L << 62).size()).isEqualTo(2);
    }

    @Test
    void refusesAStepOfZeroAndAnAxisThatIsNotThere() {
        Layout layout = Layout.contiguous(Shape.of(3, 4), 8);
        assertThatThrownBy(() -> layout.slice(1, null, null, 0L)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("slice: step of axis 1 is 0; it must be positive or negative");
        assertThatThrownBy(() -> layout.slice(2, null, null, null)).isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> layout.slice(-3, null, null, null)).isInstanceOf(AxisException.class);
    }
}
