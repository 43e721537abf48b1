package io.arrayport.core.element;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two 16-bit formats, all of their numbers, against arithmetic on doubles, which holds each of them exactly. */
class HalfRoundingTest {

    enum Format {
        FLOAT16(DType.FLOAT16, 10, 15), BFLOAT16(DType.BFLOAT16, 7, 127);

        final DType type;
        final int fraction;
        final int bias;

        Format(DType type, int fraction, int bias) {
            this.type = type;
            this.fraction = fraction;
            this.bias = bias;
        }

        /** The first bit pattern that is no finite number. */
        int infinity() {
            return 0x7FFF >> fraction << fraction;
        }

        /** The number that a positive bit pattern means, the one after the largest as if it were finite. */
        double value(int bits) {
            int exponent = bits >> fraction;
            int rest = bits & (1 << fraction) - 1;
            return exponent == 0
                    ? Math.scalb((double) rest, 1 - bias - fraction)
                    : Math.scalb((double) (rest + (1 << fraction)), exponent - bias - fraction);
        }
    }

    private final Storage storage = Storage.allocate(2);

    @AfterEach
    void close() {
        storage.close();
    }

    private double read(Format format, int bits) {
        Memory.RAW.set(ValueLayout.JAVA_SHORT, storage.address(), (short) bits);
        return Element.toDouble(format.type, storage.address());
    }

    private int write(Format format, double value) {
        Element.set(format.type, storage.address(), value);
        return Memory.RAW.get(ValueLayout.JAVA_SHORT, storage.address()) & 0xFFFF;
    }

    @ParameterizedTest
    @EnumSource
    void readsAllBitPatterns(Format format) {
        for (int bits = 0; bits < 0x8000; bits++) {
            double positive = read(format, bits);
            double negative = read(format, bits | 0x8000);
            if (bits < format.infinity()) {
                assertThat(positive).isEqualTo(format.value(bits));
                assertThat(Double.doubleToRawLongBits(negative)).isEqualTo(
                        Double.doubleToRawLongBits(-format.value(bits)));
                assertThat(write(format, positive)).isEqualTo(bits);
                assertThat(write(format, negative)).isEqualTo(bits | 0x8000);
            } else if (bits == format.infinity()) {
                assertThat(positive).isEqualTo(Double.POSITIVE_INFINITY);
                assertThat(negative).isEqualTo(Double.NEGATIVE_INFINITY);
                assertThat(write(format, positive)).isEqualTo(bits);
                assertThat(write(format, negative)).isEqualTo(bits | 0x8000);
            } else {
                assertThat(positive).isNaN();
                assertThat(negative).isNaN();
            }
        }
    }

    /** Exactly between two neighbours the even one wins; the next double above or below the middle decides alone. */
    @ParameterizedTest
    @EnumSource
    void roundsOnceAndTiesToEven(Format format) {
        for (int bits = 0; bits < format.infinity(); bits++) {
            double middle = (format.value(bits) + format.value(bits + 1)) / 2;
            int even = (bits & 1) == 0 ? bits : bits + 1;
            for (int sign = 0; sign <= 0x8000; sign += 0x8000) {
                int factor = sign == 0 ? 1 : -1;
                assertThat(write(format, factor * middle)).as("%s, middle above %x", format, bits)
                        .isEqualTo(even | sign);
                assertThat(write(format, factor * Math.nextUp(middle))).as("%s, past the middle above %x", format, bits)
                        .isEqualTo(bits + 1 | sign);
                assertThat(write(format, factor * Math.nextDown(middle)))
                        .as("%s, before the middle above %x", format, bits).isEqualTo(bits | sign);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsNansInfinitiesAndTheSignOfZero(Format format) {
        assertThat(write(format, Double.NaN) & 0x7FFF).isGreaterThan(format.infinity());
        // A NaN whose payload lies in the low bits only must not become an infinity.
        assertThat(write(format, Double.longBitsToDouble(0x7FF0000000000001L)) & 0x7FFF)
                .isGreaterThan(format.infinity());
        assertThat(write(format, 1e300)).isEqualTo(format.infinity());
        assertThat(write(format, -1e300)).isEqualTo(format.infinity() | 0x8000);
        assertThat(write(format, -0.0)).isEqualTo(0x8000);
        assertThat(write(format, -Double.MIN_VALUE)).isEqualTo(0x8000);
        assertThat(write(format, Double.MIN_VALUE)).isZero();
    }
}
