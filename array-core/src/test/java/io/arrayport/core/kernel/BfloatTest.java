package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.element.FloatBits;
import org.junit.jupiter.api.Test;

/** bfloat16, which NumPy has no loops for, against single elements rounded from doubles. */
class BfloatTest {
    private static final int N = 4000;

    private static short rounded(double value) {
        return (short) FloatBits.of(FloatFormat.BFLOAT16, value);
    }

    private static double value(short bits) {
        return FloatBits.value(FloatFormat.BFLOAT16, bits);
    }

    @Test
    void arithmetic_and_roots_of_any_bits_are_correctly_rounded() {
        try (StripData a = bits(1); StripData b = bits(2); StripData out = bits(3)) {
            for (Op op : new Op[]{Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.DIVIDE, Op.SQRT}) {
                if (op == Op.SQRT) {
                    Kernels.unary(op, Lane.BF16).run(a.address, 2, out.address, 2, N);
                } else {
                    Kernels.binary(op, Lane.BF16).run(a.address, 2, b.address, 2, out.address, 2, N);
                }
                for (long i = 0; i < N; i++) {
                    double x = value(Raw.i16(a.address + 2 * i));
                    double y = value(Raw.i16(b.address + 2 * i));
                    double wanted = switch (op) {
                        case ADD -> x + y;
                        case SUBTRACT -> x - y;
                        case MULTIPLY -> x * y;
                        case DIVIDE -> x / y;
                        default -> Math.sqrt(x);
                    };
                    double got = value(Raw.i16(out.address + 2 * i));
                    assertThat(got).as("%s of %s and %s", op, x, y).isEqualTo((Double) value(rounded(wanted)));
                }
            }
        }
    }

    @Test
    void every_float_rounds_to_the_nearest_as_one_element_does() {
        Random random = new Random(4);
        for (int i = 0; i < 100_000; i++) {
            float any = Float.intBitsToFloat(random.nextInt());
            float tie = Float.intBitsToFloat(random.nextInt() & 0xFFFF_0000 | 0x8000);
            assertThat(Real.bfloat16(any)).isEqualTo(rounded(any));
            assertThat(Real.bfloat16(tie)).isEqualTo(rounded(tie));
        }
    }

    private static StripData bits(int seed) {
        StripData data = new StripData(Lane.BF16, N, 2, 0, new Random(seed));
        Random random = new Random(seed);
        for (long i = 0; i < N; i++) {
            Raw.i16(data.address + 2 * i, (short) random.nextInt());
        }
        return data;
    }
}
