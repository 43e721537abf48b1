package io.arrayport.core.ndarray;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.max;
import static io.arrayport.core.Options.min;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.arrayport.core.memory.Scope;
import org.junit.jupiter.api.Test;

class ArrayPairTest {
    private static NdArray of(double... values) {
        return np.array(values);
    }

    private static double[] values(NdArray array) {
        double[] values = new double[(int) array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.getDouble(i);
        }
        return values;
    }

    @Test
    void divmodGivesQuotientsAndRests() {
        try (Scope _ = Scope.open(); ArrayPair pair = np.divmod(of(7, -7, 7), of(2, 2, -2))) {
            assertThat(values(pair.first())).containsExactly(3, -4, -4);
            assertThat(values(pair.second())).containsExactly(1, 1, -1);
        }
    }

    @Test
    void aResultOverAnInputLeavesTheOtherOneRight() {
        try (Scope _ = Scope.open()) {
            NdArray a = of(7, -7, 9);
            ArrayPair pair = np.divmod(a, 2, out(a, null));
            assertThat(pair.first()).isSameAs(a);
            assertThat(values(a)).containsExactly(3, -4, 4);
            assertThat(values(pair.second())).containsExactly(1, 1, 1);
        }
    }

    @Test
    void whereLeavesBothOutputsAsTheyAre() {
        try (Scope _ = Scope.open()) {
            NdArray first = of(-1, -1);
            NdArray second = of(-2, -2);
            np.modf(of(1.5, 2.25), out(first, second), where(np.greater(of(0, 1), 0)));
            assertThat(values(first)).containsExactly(-1, 0.25);
            assertThat(values(second)).containsExactly(-2, 2);
        }
    }

    @Test
    void callTakesATupleForOut() {
        try (Scope _ = Scope.open()) {
            NdArray second = of(0, 0);
            Object pair = np.call("modf", List.of(of(1.5, -2.25)), Map.of("out", Arrays.asList(null, second)));
            assertThat(((List<?>) pair).get(1)).isSameAs(second);
            assertThat(values(second)).containsExactly(1, -2);
            NdArray sum = of(0, 0);
            assertThat(np.call("add", List.of(second, second), Map.of("out", List.of(sum)))).isSameAs(sum);
        }
    }

    @Test
    void clipTakesBoundsByName() {
        try (Scope _ = Scope.open()) {
            NdArray a = of(1, 5, 9);
            assertThat(values(np.clip(a, 2, 8))).containsExactly(2, 5, 8);
            assertThat(values(np.clip(a, min(2)))).containsExactly(2, 5, 9);
            assertThat(values(a.clip(max(of(0, 6, 6)), out(a)))).containsExactly(0, 5, 6);
            assertThatThrownBy(() -> np.clip(a, min(2), min(3))).hasMessageContaining("min is given twice");
        }
    }
}
