package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.slice;
import static io.arrayport.core.Options.trim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;

/** Elements taken out, put in, repeated and moved: what golden cases cannot say. */
final class EditingTest {
    private final NdArray a = np.arange(6).reshape(2, 3);

    @Test
    void anySliceIsDeletedAsItsPositionsAre() {
        Random random = new Random(5);
        NdArray row = np.arange(23);
        for (int round = 0; round < 300; round++) {
            Long start = random.nextInt(4) == 0 ? null : random.nextLong(-30, 30);
            Long stop = random.nextInt(4) == 0 ? null : random.nextLong(-30, 30);
            long step = random.nextBoolean() ? random.nextLong(1, 9) : random.nextLong(-8, 0);
            NdArray positions = row.get(slice(start, stop, step)).copy();
            assertThat(np.delete(row, slice(start, stop, step)).repr()).as("%s:%s:%s", start, stop, step)
                    .isEqualTo(np.delete(row, positions).repr());
        }
    }

    @Test
    void whatIsInsertedInSeveralPlacesKeepsItsOrder() {
        NdArray places = np.array(new long[]{3, 0, 3, -1, 0});
        NdArray values = np.array(new long[]{10, 20, 30, 40, 50});
        assertThat(np.insert(np.arange(3), places, values).repr())
                .isEqualTo("array([20, 50,  0,  1, 40,  2, 10, 30])");
        assertThat(np.insert(a, slice(0, 2), np.array(new long[]{8, 9}), axis(1)).repr())
                .isEqualTo("array([[8, 0, 9, 1, 2],\n       [8, 3, 9, 4, 5]])");
        assertThatThrownBy(() -> np.insert(np.arange(3), np.array(0, -4), values)).isInstanceOf(IndexException.class)
                .hasMessageContaining("-4 is out of bounds for axis 0 with size 3");
        assertThatThrownBy(() -> np.insert(a, 4, values, axis(1))).isInstanceOf(IndexException.class);
        assertThatThrownBy(() -> np.delete(a, np.array(0.5, 1.5), axis(1))).isInstanceOf(IndexException.class);
        assertThatThrownBy(() -> np.delete(a, np.array(List.of(true, false)), axis(1)))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void repeatsAreCountedForEachElement() {
        assertThat(np.repeat(a, np.array(new long[]{0, 2, 1}), axis(1)).repr())
                .isEqualTo("array([[1, 1, 2],\n       [4, 4, 5]])");
        assertThat(a.T().repeat(2, axis(0)).get("1:4").repr())
                .isEqualTo("array([[0, 3],\n       [1, 4],\n       [1, 4]])");
        assertThatThrownBy(() -> np.repeat(a, np.array(new long[]{1, 2}))).isInstanceOf(ShapeException.class)
                .hasMessageContaining("for 6 elements");
        assertThatThrownBy(() -> np.repeat(a, np.array(0.5, 1.5), axis(0))).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> np.repeat(a, np.array(new long[]{1, -2}), axis(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rollsAddUpAndGoRoundAnyNumberOfTimes() {
        NdArray row = np.arange(10);
        assertThat(np.roll(row, 23).repr()).isEqualTo("array([7, 8, 9, 0, 1, 2, 3, 4, 5, 6])");
        assertThat(np.roll(row, Long.MIN_VALUE).repr())
                .isEqualTo(np.roll(row, Math.floorMod(Long.MIN_VALUE, 10L)).repr());
        assertThat(np.roll(a, new long[]{1, 4}, axis(0, 1)).repr()).isEqualTo("array([[5, 3, 4],\n       [2, 0, 1]])");
        assertThat(np.roll(a, new long[]{1, 1, 1}, axis(1, 1, 1)).repr()).isEqualTo(a.repr());
        assertThatThrownBy(() -> np.roll(a, new long[]{1, 1, 1}, axis(0, 1))).isInstanceOf(ShapeException.class);
    }

    @Test
    void trimmingGivesAView() {
        NdArray row = np.array(0, 0, 3, 0, 5, 0);
        np.trimZeros(row).fill(8);
        assertThat(row.repr()).isEqualTo("array([0, 0, 8, 8, 8, 0])");
        assertThat(np.trimZeros(row, trim("B")).shape()).isEqualTo(shape(5));
        assertThatThrownBy(() -> np.trimZeros(row, trim("x"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'x'");
    }

    @Test
    void whatIsResizedRepeatsItsElements() {
        assertThat(np.resize(a.T(), 2, 4).repr()).isEqualTo("array([[0, 3, 1, 4],\n       [2, 5, 0, 3]])");
        assertThat(np.resize(np.zeros(shape(0)), 2).repr()).isEqualTo("array([0., 0.])");
        long[] many = LongStream.range(0, 9).map(i -> i % 6).toArray();
        assertThat(np.resize(a, 9).repr()).isEqualTo(np.array(many).repr());
    }
}
