package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.allAxes;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.casting;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;

/** Arrays put together and cut: what golden cases cannot say. */
final class JoiningTest {
    private final NdArray a = np.arange(6).reshape(2, 3);

    @Test
    void whatIsWrittenToAnInputIsReadBefore() {
        NdArray row = np.arange(6);
        NdArray turned = np.concatenate(List.of(row.get("3:"), row.get(":3")), out(row));
        assertThat(turned).isSameAs(row);
        assertThat(row.repr()).isEqualTo("array([3, 4, 5, 0, 1, 2])");
        np.concatenate(List.of(row.get("::-1").get("1:"), row.get(":1")), allAxes(), out(row));
        assertThat(row.repr()).isEqualTo("array([1, 0, 5, 4, 3, 3])");
    }

    @Test
    void nothingIsWrittenIfAnythingDoesNotFit() {
        NdArray target = np.zeros(shape(4, 3), np.int16);
        assertThatThrownBy(() -> np.concatenate(List.of(a, a.astype(np.float32)), out(target)))
                .isInstanceOf(CastingException.class).hasMessageContaining("operand 1: float32 to int16");
        assertThatThrownBy(() -> np.concatenate(List.of(a, a), out(np.zeros(shape(3, 3)))))
                .isInstanceOf(ShapeException.class).hasMessageContaining("out has shape (3, 3), the result (4, 3)");
        assertThatThrownBy(() -> np.concatenate(List.of(a, a), out(target), dtype(np.int16)))
                .isInstanceOf(DTypeException.class).hasMessageContaining("give one of the two");
        assertThatThrownBy(() -> np.stack(List.of(a, a), out(np.zeros(shape(2, 2, 3)).asReadOnly())))
                .isInstanceOf(ReadOnlyException.class);
        assertThat(target.any().getBoolean()).isFalse();
        np.concatenate(List.of(a, a.astype(np.float32)), out(target), casting(Casting.UNSAFE));
        assertThat(target.getLong(3, 2)).isEqualTo(5);
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertThatThrownBy(() -> np.concatenate(List.of(a, np.zeros(shape(2, 2))))).isInstanceOf(ShapeException.class)
                .hasMessage("concatenate: operand 1 has shape (2, 2), operand 0 has (2, 3): axis 1 is 2, not 3; only"
                        + " axis 0 may differ");
        assertThatThrownBy(() -> np.stack(List.of(a, a.T()))).hasMessageContaining("operand 1 has shape (3, 2)");
        assertThatThrownBy(() -> np.concatenate(List.of(a), axis(0, 1))).isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> np.stack(List.of(a), allAxes())).isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> np.concatenate(List.of(np.array(1).squeeze()))).hasMessageContaining("use stack");
        assertThatThrownBy(() -> np.vstack(List.of())).isInstanceOf(ShapeException.class);
    }

    @Test
    void whatIsTooLongIsRefusedBeforeAnythingIsAllocated() {
        NdArray huge = np.zeros(shape(1), np.int8).broadcastTo(Long.MAX_VALUE - 64);
        assertThatThrownBy(() -> np.concatenate(List.of(huge, huge))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.concatenate(List.of(huge, huge), allAxes())).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.repeat(huge, 3)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.tile(huge, 3)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.pad(huge, Long.MAX_VALUE)).isInstanceOf(ShapeException.class);
    }

    @Test
    void blocksTakeNumbersAndArraysOfFewerAxes() {
        NdArray row = np.arange(2);
        assertThat(np.block(List.of(List.of(a, np.ones(shape(2, 1))), List.of(row, row.get("::-1")))).repr())
                .isEqualTo("array([[0., 1., 2., 1.],\n       [3., 4., 5., 1.],\n       [0., 1., 1., 0.]])");
        assertThat(np.block(List.of(row, 7, 0.5)).repr()).isEqualTo("array([0. , 1. , 7. , 0.5])");
        assertThatThrownBy(() -> np.block(List.of(row, List.of(row)))).isInstanceOf(ShapeException.class)
                .hasMessageContaining("[0, 1] lists deep");
        assertThatThrownBy(() -> np.block(List.of(row, new StringBuilder("2")))).isInstanceOf(DTypeException.class);
    }

    @Test
    void partsAreViews() {
        NdArray last = np.split(a, 3, axis(1)).getLast();
        last.fill(9);
        assertThat(a.repr()).isEqualTo("array([[0, 1, 9],\n       [3, 4, 9]])");
        np.unstack(a, axis(1)).getFirst().fill(7);
        np.arraySplit(a, new long[]{1}, axis(-1)).getLast().get("0").fill(5);
        assertThat(a.repr()).isEqualTo("array([[7, 5, 5],\n       [7, 4, 9]])");
        assertThatThrownBy(() -> np.split(a, 2, axis(1))).isInstanceOf(ShapeException.class)
                .hasMessageContaining("use arraySplit");
        assertThatThrownBy(() -> np.dsplit(a, 1)).hasMessageContaining("fewer than 3 axes");
        assertThatThrownBy(() -> np.split(a, 2, allAxes())).isInstanceOf(AxisException.class);
    }

    @Test
    void cutsOfHugeArraysTakeNoMemory() {
        NdArray huge = np.zeros(shape(1), np.int8).broadcastTo(3L << 40, 2);
        assertThat(np.split(huge, 3).getLast().shape()).isEqualTo(shape(1L << 40, 2));
        assertThat(np.split(huge, new long[]{5, -5}).get(1).shape()).isEqualTo(shape((3L << 40) - 10, 2));
    }
}
