package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.constantValues;
import static io.arrayport.core.Options.endValues;
import static io.arrayport.core.Options.mode;
import static io.arrayport.core.Options.reflectType;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.statLength;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrayport.core.error.ShapeException;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PadMode;
import io.arrayport.core.ndarray.ReflectType;
import org.junit.jupiter.api.Test;

/** Borders: what golden cases cannot say. */
final class PaddingTest {
    private final NdArray row = np.array(new long[]{1, 2, 4});

    @Test
    void aFunctionFillsTheBorderRowByRow() {
        NdArray padded = np.pad(np.ones(shape(1, 2)), new long[][]{{1, 0}, {0, 2}}, (each, before, behind, axis) -> {
            each.get(Options.slice(0, before)).fill(5 + axis);
            each.get(Options.slice(each.size() - behind, null)).fill(7 + axis);
        });
        assertThat(padded.repr()).isEqualTo("array([[5., 5., 8., 8.],\n       [1., 1., 8., 8.]])");
    }

    @Test
    void bordersAreLongerThanWhatTheyReflect() {
        assertThat(np.pad(row, 5, mode(PadMode.REFLECT)).repr())
                .isEqualTo("array([2, 1, 2, 4, 2, 1, 2, 4, 2, 1, 2, 4, 2])");
        assertThat(np.pad(row, 4, mode(PadMode.SYMMETRIC)).repr())
                .isEqualTo("array([4, 4, 2, 1, 1, 2, 4, 4, 2, 1, 1])");
        assertThat(np.pad(row, new long[]{4, 1}, mode(PadMode.WRAP)).repr())
                .isEqualTo("array([4, 1, 2, 4, 1, 2, 4, 1])");
        assertThat(np.pad(row, 2, mode(PadMode.REFLECT), reflectType(ReflectType.ODD)).repr())
                .isEqualTo("array([-2,  0,  1,  2,  4,  6,  7])");
    }

    @Test
    void optionsBelongToTheirModes() {
        assertThat(np.pad(row, 1, constantValues(np.array(8, 9))).repr()).isEqualTo("array([8, 1, 2, 4, 9])");
        assertThat(np.pad(row, new long[]{2, 0}, mode(PadMode.LINEAR_RAMP), endValues(5)).repr())
                .isEqualTo("array([5, 3, 1, 2, 4])");
        assertThat(np.pad(row, 1, mode(PadMode.MAXIMUM), statLength(2)).repr()).isEqualTo("array([2, 1, 2, 4, 4])");
        assertThatThrownBy(() -> np.pad(row, 1, constantValues(1), mode(PadMode.EDGE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pad: constantValues says nothing to the mode edge; leave it out");
        assertThatThrownBy(() -> np.pad(row, 1, mode(PadMode.MEAN), statLength(np.array(1, 2, 3))))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.pad(row, -1)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.pad(row, new long[][]{{1, 2}, {3, 4}})).isInstanceOf(ShapeException.class)
                .hasMessageContaining("one for each of 1 axes");
        assertThatThrownBy(() -> np.pad(np.zeros(shape(0)), 1, mode(PadMode.EDGE)))
                .isInstanceOf(ShapeException.class).hasMessageContaining("use constant or empty");
    }
}
