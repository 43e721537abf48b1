package io.arrayport.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that have changed since the counts were made for them. */
class TallyLoopTest {
    private static final int MANY = 10_000;
    private static final int FEW = 50;
    private static final int COUNTS = 900;

    @ParameterizedTest
    @ValueSource(longs = {-1, COUNTS, 2048, 2048 + 5, Long.MIN_VALUE, Long.MAX_VALUE})
    void aNumberWithoutACountIsRefusedAndNothingIsCounted(long wrong) {
        for (int n : new int[]{FEW, MANY}) {
            for (long step : new long[]{1, -2}) {
                try (Storage numbers = Storage.allocateZeroed(2L * n * Long.BYTES);
                        Storage weights = Storage.allocateZeroed(2L * n * Long.BYTES);
                        Storage counts = Storage.allocateZeroed(COUNTS * Long.BYTES)) {
                    Operand positions = every(step, n, DType.INT64, numbers);
                    Memory.RAW.set(ValueLayout.JAVA_LONG, numbers.address() + positions.layout().offset()
                            + (n - 3) * positions.layout().stride(0), wrong);
                    refuses(positions, null, all(DType.INT64, counts), wrong);
                    refuses(positions, every(step, n, DType.FLOAT64, weights), all(DType.FLOAT64, counts), wrong);
                }
            }
        }
    }

    private static void refuses(Operand positions, @Nullable Operand weights, Operand counts, long wrong) {
        long n = positions.layout().dim(0);
        for (int i = 0; i < COUNTS; i++) {
            Memory.RAW.set(ValueLayout.JAVA_LONG, counts.storage().address() + i * (long) Long.BYTES, 0);
        }
        assertThatThrownBy(() -> TallyLoop.run(positions, weights, counts)).isInstanceOf(IndexException.class)
                .hasMessageContaining("the number " + wrong).hasMessageContaining("must not change");
        if (n == MANY) { // few are counted one by one
            for (int i = 0; i < COUNTS; i++) {
                assertThat(Memory.RAW.get(ValueLayout.JAVA_LONG, counts.storage().address() + i * (long) Long.BYTES))
                        .isZero();
            }
        }
    }

    private static Operand every(long step, int n, DType type, Storage storage) {
        Layout all = Layout.contiguous(Shape.of(Math.abs(step) * n), Long.BYTES);
        return Operand.of(type, all.slice(0, null, null, step), storage);
    }

    private static Operand all(DType type, Storage storage) {
        return Operand.of(type, Layout.contiguous(Shape.of(COUNTS), Long.BYTES), storage);
    }
}
