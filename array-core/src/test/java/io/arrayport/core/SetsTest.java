package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.assumeUnique;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.equalNan;
import static io.arrayport.core.Options.invert;
import static io.arrayport.core.Options.kind;
import static io.arrayport.core.Options.returnCounts;
import static io.arrayport.core.Options.returnIndex;
import static io.arrayport.core.Options.returnIndices;
import static io.arrayport.core.Options.returnInverse;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Supplier;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.IsinKind;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** Sets: what golden cases do not say. */
final class SetsTest {
    private static void assertOnlyResults(Supplier<List<NdArray>> call) {
        Ledger.Counts before = Settled.counts();
        List<NdArray> results = call.get();
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before.nativeBlocks() + results.size());
        results.forEach(NdArray::close);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void theInversePutsTheArrayTogetherAgain() {
        NdArray a = np.array(List.of(List.of(3, 1), List.of(3, 7)));
        List<NdArray> all = np.unique(a, returnIndex(), returnInverse(), returnCounts());
        assertThat(all.get(0).tolist()).isEqualTo(List.of(1L, 3L, 7L));
        assertThat(all.get(1).tolist()).isEqualTo(List.of(1L, 0L, 3L));
        assertThat(all.get(0).get(all.get(2)).tolist()).isEqualTo(a.tolist());
        assertThat(all.get(3).tolist()).isEqualTo(List.of(1L, 2L, 1L));
        List<NdArray> rows = np.unique(np.array(List.of(List.of(2, 1), List.of(1, 9), List.of(2, 1))), returnInverse(),
                axis(0));
        assertThat(rows.get(0).tolist()).isEqualTo(List.of(List.of(1L, 9L), List.of(2L, 1L)));
        assertThat(rows.get(1).tolist()).isEqualTo(List.of(1L, 0L, 1L));
    }

    @Test
    void wholeNumbersAreFoundWhetherTheyLieCloseOrFarApart() {
        NdArray a = np.array(Long.MIN_VALUE, -3L, 0, 2, 5, 6, Long.MAX_VALUE).reshape(7, 1);
        for (List<Long> tests : List.of(List.of(2L, 5L), List.of(5L, 2L, 5L), List.of(Long.MIN_VALUE, 5L),
                List.of(Long.MAX_VALUE, Long.MAX_VALUE - 1), List.of(Long.MIN_VALUE, Long.MIN_VALUE + 1),
                List.of(1_000_000L, -3L))) {
            NdArray b = np.array(tests);
            NdArray each = np.any(np.equal(a, b), axis(1)).reshape(7, 1);
            assertThat(np.isin(a, b).tolist()).as(tests.toString()).isEqualTo(each.tolist());
            assertThat(np.isin(a, b, invert(true)).tolist()).isEqualTo(np.logicalNot(each).tolist());
        }
        assertThat(np.isin(np.array(1L, 200L).astype(np.uint8), np.array(-56L, 1L).astype(np.int8)).tolist())
                .isEqualTo(List.of(true, false));
        NdArray few = np.array(2, 3).astype(np.int16);
        assertOnlyResults(() -> List.of(np.isin(a, few)));
    }

    @Test
    void nanIsOneElementOrMany() {
        NdArray a = np.array(Double.NaN, 1.0, Double.NaN);
        assertThat(np.unique(a).size()).isEqualTo(2);
        assertThat(np.unique(a, equalNan(false)).size()).isEqualTo(3);
        assertThat(np.unique(a, returnCounts()).getLast().tolist()).isEqualTo(List.of(1L, 2L));
        assertThat(np.uniqueCounts(a).getLast().tolist()).isEqualTo(List.of(1L, 1L, 1L));
        assertThat(np.isin(a, np.array(Double.NaN)).any().getBoolean()).isFalse();
    }

    @Test
    void signedAndUnsignedNumbersAreComparedAsNumbers() {
        NdArray signed = np.array(-1L, Long.MAX_VALUE, 5L);
        NdArray unsigned = np.full(shape(2), BigInteger.ONE.shiftLeft(63)).astype(DType.UINT64);
        unsigned.get(0).fill(5);
        assertThat(np.isin(signed, unsigned).tolist()).isEqualTo(List.of(false, false, true));
        assertThat(np.isin(unsigned, signed).tolist()).isEqualTo(List.of(true, false));
        assertThat(np.isin(signed, unsigned, invert(true)).tolist()).isEqualTo(List.of(true, true, false));
    }

    @Test
    void aTableIsForWholeNumbers() {
        assertThat(np.isin(np.array(1, 2), np.array(2), kind(IsinKind.TABLE)).tolist())
                .isEqualTo(List.of(false, true));
        assertThatThrownBy(() -> np.isin(np.array(1.5), np.array(2), kind(IsinKind.TABLE)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("the arrays are of float64 and int");
    }

    @Test
    void nothingButTheResultsIsLeft() {
        NdArray a = np.array(List.of(List.of(3.0, 1.0), List.of(3.0, Double.NaN))).T();
        NdArray b = np.array(1L, 3L, 3L);
        NdArray c = np.array(3L, 8L);
        NdArray unsigned = b.astype(DType.UINT64);
        assertOnlyResults(() -> List.of(np.unique(a)));
        assertOnlyResults(() -> np.unique(a, returnIndex(), returnInverse(), returnCounts()));
        assertOnlyResults(() -> np.unique(a, returnIndex(), returnInverse(), returnCounts(), axis(1)));
        assertOnlyResults(() -> np.uniqueInverse(b));
        assertOnlyResults(() -> List.of(np.intersect1d(a, b)));
        assertOnlyResults(() -> np.intersect1d(a, b, returnIndices()));
        assertOnlyResults(() -> np.intersect1d(c, a, returnIndices(), assumeUnique(true)));
        assertOnlyResults(() -> List.of(np.union1d(a, b)));
        assertOnlyResults(() -> List.of(np.setdiff1d(a, b)));
        assertOnlyResults(() -> List.of(np.setxor1d(a, b)));
        assertOnlyResults(() -> List.of(np.isin(a, b)));
        assertOnlyResults(() -> List.of(np.isin(b, unsigned)));
    }
}
