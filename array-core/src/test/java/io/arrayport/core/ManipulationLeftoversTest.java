package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.allAxes;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.mode;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PadMode;
import io.arrayport.core.testing.Settled;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What joining, editing and padding make on their way is given back when they return, and when they refuse. */
final class ManipulationLeftoversTest {
    private final NdArray a = np.arange(6).reshape(2, 3).T();
    private final NdArray values = np.array(new long[]{7, 8});
    private final NdArray places = np.array(new long[]{0, 2});

    /** Not left to the collector, which would come while another test counts. */
    @AfterEach
    void close() {
        a.close();
        values.close();
        places.close();
    }

    private static void assertOnlyResult(Supplier<NdArray> call) {
        Ledger.Counts before = Settled.counts();
        NdArray result = call.get();
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before.nativeBlocks() + 1);
        result.close();
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    private static void assertRefused(ThrowingCallable call) {
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(call).isInstanceOfAny(ArrayportException.class, IllegalArgumentException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void ofJoining() {
        assertOnlyResult(() -> np.concatenate(List.of(a, a)));
        assertOnlyResult(() -> np.concatenate(List.of(a, a), allAxes()));
        assertOnlyResult(() -> np.block(List.of(1, 2, a.get("0"))));
        Ledger.Counts before = Settled.counts();
        np.concatenate(List.of(a.get("::-1")), out(a));
        assertThat(Ledger.counts()).isEqualTo(before);
        assertRefused(() -> np.block(List.of(1, List.of(2))));
        assertRefused(() -> np.concatenate(List.of(a, values)));
    }

    @Test
    void ofEditing() {
        assertOnlyResult(() -> np.delete(a, 1));
        assertOnlyResult(() -> np.delete(a, places, axis(0)));
        assertOnlyResult(() -> np.delete(a, slice(null, null, 2)));
        assertOnlyResult(() -> np.insert(a, 1, values, axis(0)));
        assertOnlyResult(() -> np.insert(a, slice(0, 2), values));
        assertOnlyResult(() -> np.repeat(a, 2));
        assertOnlyResult(() -> np.repeat(a, values, axis(1)));
        assertOnlyResult(() -> np.tile(a, 2, 1));
        assertOnlyResult(() -> np.resize(a, 4));
        assertOnlyResult(() -> np.roll(a, 1));
        assertRefused(() -> np.delete(a, values));
        assertRefused(() -> np.insert(a, slice(0, 3), values));
        assertRefused(() -> np.insert(a, 1, values.reshape(1, 2), axis(1)));
        assertRefused(() -> np.repeat(a, values));
        assertRefused(() -> np.repeat(a, -1));
    }

    @ParameterizedTest
    @EnumSource(PadMode.class)
    void ofPadding(PadMode mode) {
        assertOnlyResult(() -> np.pad(a, 4, mode(mode)));
    }

    @Test
    void ofFunctions() {
        assertOnlyResult(() -> np.applyAlongAxis(NdArray::cumsum, 0, a));
        assertOnlyResult(() -> np.applyAlongAxis(row -> row, 0, a));
        assertOnlyResult(() -> np.applyOverAxes((each, along) -> each.sum(axis(along)), a, 0, 1));
        assertRefused(() -> np.applyOverAxes((each, along) -> each.sum(), a, 0));
        assertRefused(() -> np.applyAlongAxis(row -> {
            NdArray sums = row.cumsum();
            return row.getLong(0) == 0 ? sums : sums.reshape(1, -1, 1);
        }, 0, a));
        assertRefused(() -> np.pad(a, new long[][]{{1}}, (row, before, behind, axis) -> row.setLong(1, 99)));
    }
}
