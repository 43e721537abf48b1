package io.arrayport.core.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

import io.arrayport.core.error.ShapeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
    private static final long HUGE = 1L << 62;

    @Test
    void countsItsElements() {
        assertThat(Shape.of().size()).isEqualTo(1);
        assertThat(Shape.of().ndim()).isZero();
        assertThat(Shape.of(3, 4).size()).isEqualTo(12);
        assertThat(Shape.of(3, 0, 4).size()).isZero();
        assertThat(Shape.of(Long.MAX_VALUE).size()).isEqualTo(Long.MAX_VALUE);
        assertThat(Shape.of(1L << 31, 1L << 31).size()).isEqualTo(HUGE);
        assertThat(Shape.of(3037000499L, 3037000499L).size()).isEqualTo(3037000499L * 3037000499L);
    }

    @Test
    void printsAsNumpyPrintsIt() {
        assertThat(Shape.of()).hasToString("()");
        assertThat(Shape.of(3)).hasToString("(3,)");
        assertThat(Shape.of(3, 4)).hasToString("(3, 4)");
    }

    @Test
    void refusesMoreElementsThanALongCounts() {
        for (long[] dims : new long[][]{{HUGE, 2}, {2, HUGE}, {1L << 32, 1L << 32}, {3037000500L, 3037000500L},
                {Long.MAX_VALUE, Long.MAX_VALUE}, {Long.MAX_VALUE, 2, 1}}) {
            assertThatThrownBy(() -> Shape.of(dims)).as(Arrays.toString(dims)).isInstanceOf(ShapeException.class)
                    .hasMessageContaining(Shape.text(dims)).hasMessageContaining("more elements than a long counts");
        }
    }

    @Test
    void anEmptyAxisDoesNotExcuseTheOthers() {
        // numpy.zeros((0, 2**62, 2**62)): array is too big
        assertThatThrownBy(() -> Shape.of(0, HUGE, HUGE)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Shape.of(HUGE, HUGE, 0)).isInstanceOf(ShapeException.class);
        assertThat(Shape.of(0, HUGE).size()).isZero();
    }

    @Test
    void refusesNegativeLengthsAndTooManyAxes() {
        assertThatThrownBy(() -> Shape.of(3, -1)).isInstanceOf(ShapeException.class)
                .hasMessage("shape: axis 1 of (3, -1) has a negative length");
        assertThatThrownBy(() -> Shape.of(Long.MIN_VALUE)).isInstanceOf(ShapeException.class);
        long[] ones = new long[64];
        Arrays.fill(ones, 1);
        assertThat(Shape.of(ones).ndim()).isEqualTo(64);
        assertThatThrownBy(() -> Shape.of(new long[65])).isInstanceOf(ShapeException.class)
                .hasMessage("shape: 65 axes, at most 64 are possible");
    }

    @Test
    void isAValueNobodyCanChange() {
        long[] dims = {3, 4};
        Shape shape = Shape.of(dims);
        dims[0] = 99;
        shape.toArray()[1] = 99;
        assertThat(shape).isEqualTo(Shape.of(3, 4)).hasSameHashCodeAs(Shape.of(3, 4)).isNotEqualTo(Shape.of(4, 3));
        assertThat(shape.dim(0)).isEqualTo(3);
        assertThat(shape.toArray()).containsExactly(3, 4);
    }

    /** A size that belongs to other lengths would let an array reach outside of its storage. */
    @Test
    void isCountedFromItsOwnLengthsWhoeverChangesTheCallers() throws InterruptedException {
        long[] dims = {1, 1};
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            for (long i = 0; !stop.get(); i++) {
                dims[1] = i & 1023;
            }
        });
        try {
            for (int round = 0; round < 300_000; round++) {
                Shape shape = Shape.of(dims);
                if (shape.size() != shape.dim(0) * shape.dim(1)) {
                    throw new AssertionError(shape + " counts " + shape.size());
                }
            }
        } finally {
            stop.set(true);
            writer.join();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3 4|4|3 4", "3 1|1 4|3 4", "|3|3", "1|0|0", "2 1 5|7 1|2 7 5", "1 1|1|1 1",
            "0 1|1 3|0 3"})
    void broadcasts(String left, String right, String expected) {
        assertThat(Shape.broadcast(shape(left), shape(right))).isEqualTo(shape(expected));
        assertThat(Shape.broadcast(shape(right), shape(left))).isEqualTo(shape(expected));
        assertThat(Shape.broadcast(shape(left))).isEqualTo(shape(left));
    }

    @Test
    void broadcastsNothingAndManyShapes() {
        assertThat(Shape.broadcast()).isEqualTo(Shape.of());
        assertThat(Shape.broadcast(Shape.of(4), Shape.of(3, 1), Shape.of(2, 1, 1))).isEqualTo(Shape.of(2, 3, 4));
    }

    @Test
    void saysWhichOperandDoesNotFitAndWhere() {
        assertThatThrownBy(() -> Shape.broadcast(Shape.of(2, 4), Shape.of(3, 4))).isInstanceOf(ShapeException.class)
                .hasMessage("broadcast: operand 1 has shape (3, 4), operand 0 has (2, 4): axis 0 is 3, not 2"
                        + "; only axes of length 1 stretch");
        assertThatThrownBy(() -> Shape.broadcast(Shape.of(1), Shape.of(5), Shape.of(7, 2, 4)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("broadcast: operand 2 has shape (7, 2, 4), operand 1 has (5,): axis 2 is 4, not 5"
                        + "; only axes of length 1 stretch");
        assertThatThrownBy(() -> Shape.broadcast(Shape.of(0), Shape.of(2))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Shape.broadcast(Shape.of(1L << 40, 1), Shape.of(1, 1L << 40)))
                .isInstanceOf(ShapeException.class).hasMessageContaining("more elements");
    }

    private static Shape shape(String text) {
        return text == null || text.isEmpty()
                ? Shape.of()
                : Shape.of(Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray());
    }
}
