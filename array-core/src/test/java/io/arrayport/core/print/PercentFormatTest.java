package io.arrayport.core.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Digits in 128 bits are those of the exact value, wherever they claim to be. */
final class PercentFormatTest {
    private record One(double value) implements Cells {
        @Override
        public boolean isFloating(int place) {
            return true;
        }

        @Override
        public long integer(int place) {
            return (long) value;
        }

        @Override
        public boolean isUnsigned(int place) {
            return false;
        }

        @Override
        public double real(int place) {
            return value;
        }

        @Override
        public String text(int place) {
            return Double.toString(value);
        }
    }

    private static String written(String format, double value) {
        StringBuilder out = new StringBuilder();
        PercentFormat.of(format).write(new One(value), out);
        return out.toString();
    }

    @Test
    void scaledNumbersAreRoundedHalfEven() {
        Random random = new Random(1);
        int covered = 0;
        for (int turn = 0; turn < 200_000; turn++) {
            double value = turn % 4 == 0 ? Math.abs(Double.longBitsToDouble(random.nextLong()))
                    : turn % 4 == 1 ? random.nextInt(1 << 20) / 64.0
                            : random.nextDouble() * Math.pow(10, random.nextInt(30) - 10);
            int scale = random.nextInt(30) - 1;
            long scaled = Double.isFinite(value) ? ExactDigits.scaled(value, scale) : ExactDigits.NONE;
            if (scaled != ExactDigits.NONE) {
                covered++;
                BigDecimal exact = new BigDecimal(value).movePointRight(scale).setScale(0, RoundingMode.HALF_EVEN);
                assertThat(BigDecimal.valueOf(scaled)).as("%s * 10^%d", value, scale).isEqualByComparingTo(exact);
            }
        }
        assertThat(covered).isGreaterThan(70_000);
    }

    @Test
    void fixedPointIsThatOfBigDecimal() {
        Random random = new Random(2);
        for (int turn = 0; turn < 20_000; turn++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(24) - 6);
            int precision = random.nextInt(22);
            String exact = new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
            String wanted = value < 0 && !exact.startsWith("-") ? "-" + exact : exact;
            assertThat(written("%." + precision + "f", value)).isEqualTo(wanted);
        }
    }

    @Test
    void formatsThatAreNoneAreRefused() {
        for (String format : new String[]{"%", "%y", "%5", "%(a)d", "%*d", "%99999999999d", "%.1000000f", "a%"}) {
            assertThatThrownBy(() -> PercentFormat.of(format)).as(format)
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("format");
        }
        assertThat(PercentFormat.of("100%% of %d").count()).isEqualTo(1);
        assertThat(written("100%% of %d", 7.9)).isEqualTo("100% of 7");
    }
}
