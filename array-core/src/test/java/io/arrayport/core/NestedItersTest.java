package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.casting;
import static io.arrayport.core.Options.flags;
import static io.arrayport.core.Options.opDtypes;
import static io.arrayport.core.Options.opFlags;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.NdIterator;
import io.arrayport.core.ndarray.NditerOption.Flag;
import io.arrayport.core.ndarray.NditerOption.OpFlag;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** Loops within loops, and iterators over converted elements. */
final class NestedItersTest {
    private static final int[][] COLUMNS = {{1}, {0}};

    @Test
    void anInnerLoopBeginsAnewWhereverTheOuterOneGoes() {
        NdArray a = np.arange(6).reshape(2, 3);
        List<NdIterator> loops = np.nestedIters(a, COLUMNS);
        List<String> seen = new ArrayList<>();
        NdIterator outer = loops.getFirst();
        NdIterator inner = loops.getLast();
        while (outer.next()) {
            while (inner.next()) {
                seen.add(Arrays.toString(outer.multiIndex()) + Arrays.toString(inner.multiIndex()) + inner.item(0));
            }
        }
        assertThat(seen).containsExactly("[0][0]0", "[0][1]3", "[1][0]1", "[1][1]4", "[2][0]2", "[2][1]5");
        assertThat(outer.next()).isFalse();
        outer.reset();
        assertThat(outer.next() && outer.next() && inner.next()).isTrue();
        assertThat(inner.getLong(0)).isEqualTo(1);
    }

    @Test
    void aLoopOverElementsIsNoStepAhead() {
        NdArray a = np.arange(6).reshape(2, 3);
        List<NdIterator> loops = np.nestedIters(List.of(a, np.array(10, 20, 30)), COLUMNS);
        List<Object> seen = new ArrayList<>();
        for (Object _ : loops.getFirst()) {
            loops.getLast().forEach(seen::add);
        }
        assertThat(seen).startsWith(List.of(0L, 10L), List.of(3L, 10L), List.of(1L, 20L)).hasSize(6);
        assertThatThrownBy(() -> loops.getLast().iterator().forEachRemaining(_ -> loops.getLast().item(0)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void rowsAreViewsToBeWritten() {
        NdArray a = np.zeros(shape(2, 3, 2), np.int64);
        List<NdIterator> loops = np.nestedIters(a, new int[][]{{1}, {0, 2}}, flags(Flag.EXTERNAL_LOOP));
        NdIterator outer = loops.getFirst();
        while (outer.next()) {
            while (loops.getLast().next()) {
                loops.getLast().value(0).fill(outer.multiIndex()[0] + 1);
            }
        }
        assertThat(a.repr()).startsWith("array([[[1, 1],\n        [2, 2],\n        [3, 3]],");
    }

    @Test
    void nothingIsGoneThroughWhereThereIsNoElement() {
        NdArray none = np.empty(shape(2, 0));
        List<NdIterator> loops = np.nestedIters(none, COLUMNS, flags(Flag.ZEROSIZE_OK));
        assertThat(loops.getFirst().next()).isFalse();
        assertThat(loops.getLast().next()).as("though its axis is 2 long").isFalse();
        assertThat(np.nestedIters(none, new int[][]{{0}, {1}}, flags(Flag.ZEROSIZE_OK)).getFirst()).isEmpty();
        assertThatThrownBy(() -> np.nestedIters(none, COLUMNS)).isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("nestedIters: there is no element in shape (2, 0)");
    }

    @Test
    void convertedElementsAreWrittenBackAtTheEnd() {
        NdArray a = np.arange(3);
        Ledger.Counts before = Settled.counts();
        try (NdIterator it = np.nditer(a, opFlags(OpFlag.READWRITE, OpFlag.UPDATEIFCOPY), opDtypes(np.float64),
                casting(Casting.UNSAFE))) {
            while (it.next()) {
                it.setDouble(0, it.getDouble(0) * 2.5);
            }
            assertThat(a.tolist()).as("not yet").isEqualTo(List.of(0L, 1L, 2L));
        }
        assertThat(a.tolist()).isEqualTo(List.of(0L, 2L, 5L));
        NdIterator read = np.nditer(a, flags(Flag.BUFFERED), opDtypes(np.float32), casting(Casting.SAME_KIND));
        assertThat(read).containsExactly(0.0, 2.0, 5.0);
        read.close();
        read.close();
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void whatIsOnlyReadIsNotWritten() {
        NdArray a = np.arange(3);
        NdIterator it = np.nditer(a, opFlags(OpFlag.READONLY));
        assertThat(it.next()).isTrue();
        assertThatThrownBy(() -> it.setLong(0, 1)).isInstanceOf(ReadOnlyException.class);
        NdIterator copy = np.nditer(a, opFlags(OpFlag.COPY), opDtypes(np.float64));
        assertThat(copy.next()).isTrue();
        assertThatThrownBy(() -> copy.setDouble(0, 1)).isInstanceOf(ReadOnlyException.class);
        copy.close();
        assertThatThrownBy(() -> copy.getDouble(0)).isInstanceOf(ClosedException.class);
        NdArray closed = a.asReadOnly();
        assertThatThrownBy(() -> np.nditer(closed, opFlags(OpFlag.READWRITE))).isInstanceOf(ReadOnlyException.class);
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        NdArray a = np.arange(6).reshape(2, 3);
        NdArray b = np.ones(shape(2, 3));
        NdArray apart = np.ones(shape(5));
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(() -> np.nestedIters(a, new int[][]{{0}, {2}})).isInstanceOf(AxisException.class)
                .hasMessageStartingWith("nestedIters: axis 2 is none of shape (2, 3)");
        assertThatThrownBy(() -> np.nestedIters(a, new int[][]{{0}, {1, 0}}, opFlags(OpFlag.COPY),
                opDtypes(np.float64))).isInstanceOf(AxisException.class).hasMessageContaining("twice");
        assertThatThrownBy(() -> np.nestedIters(a, new int[][]{{0}})).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.nditer(List.of(a, apart), flags(Flag.BUFFERED), opDtypes(np.float64)))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.nditer(List.of(b, a), flags(Flag.BUFFERED), opDtypes(np.complex64, np.bool),
                casting(Casting.SAME_KIND))).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> np.nditer(a, opDtypes(np.float64))).isInstanceOf(DTypeException.class)
                .hasMessageContaining("as float64 it must be copied");
        assertThatThrownBy(() -> np.nditer(a, opDtypes(np.float64, np.float64))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.nditer(a, opFlags(OpFlag.READWRITE, OpFlag.COPY)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("UPDATEIFCOPY");
        assertThat(Ledger.counts()).isEqualTo(before);
    }
}
