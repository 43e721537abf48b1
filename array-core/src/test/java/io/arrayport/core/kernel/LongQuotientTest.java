package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.LongBinaryOperator;

import io.arrayport.core.backend.Op;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LongQuotientTest {
    private static final long[] SPECIAL = {0, 1, -1, 2, -2, 3, 7, 10, -10, Long.MIN_VALUE, Long.MIN_VALUE + 1,
            Long.MAX_VALUE, Long.MAX_VALUE - 1, 1L << 32, 1L << 62, -(1L << 62), (1L << 62) + 1, (1L << 62) - 1};
    private static final int N = 1000;

    @ParameterizedTest
    @EnumSource(QuotientKind.class)
    void divisionByOneNumberIsThatOfEach(QuotientKind kind) {
        Random random = new Random(7);
        Op op = switch (kind) {
            case QUOTIENT -> Op.FLOOR_DIVIDE;
            case REMAINDER -> Op.REMAINDER;
            case FMOD -> Op.FMOD;
        };
        LongBinaryOperator expected = switch (kind) {
            case QUOTIENT -> (a, b) -> b == 0 ? 0 : Math.floorDiv(a, b);
            case REMAINDER -> (a, b) -> b == 0 ? 0 : Math.floorMod(a, b);
            case FMOD -> (a, b) -> b == 0 ? 0 : a % b;
        };
        BinaryKernel kernel = Kernels.binary(op, Lane.I64);
        try (Storage a = Storage.allocate(N * 8L);
                Storage b = Storage.allocate(8);
                Storage out = Storage.allocate(N * 8L)) {
            for (int k = 0; k < 300; k++) {
                long divisor = k < SPECIAL.length ? SPECIAL[k] : random.nextLong() >> random.nextInt(Long.SIZE);
                Raw.i64(b.address(), divisor);
                for (int i = 0; i < N; i++) {
                    long dividend = i < SPECIAL.length ? SPECIAL[i] : random.nextLong() >> random.nextInt(Long.SIZE);
                    // Every other one beside a multiple
                    Raw.i64(a.address() + 8L * i, i % 2 == 0 ? dividend : dividend * divisor + random.nextInt(3) - 1);
                }
                kernel.run(a.address(), 8, b.address(), 0, out.address(), 8, N);
                for (int i = 0; i < N; i++) {
                    long dividend = Raw.i64(a.address() + 8L * i);
                    assertThat(Raw.i64(out.address() + 8L * i)).as("%d by %d", dividend, divisor)
                            .isEqualTo(expected.applyAsLong(dividend, divisor));
                }
            }
        }
    }
}
