package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.flags;
import static io.arrayport.core.Options.order;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.Broadcast;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.NdIterator;
import io.arrayport.core.ndarray.NditerOption.Flag;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** Elements one by one, in every order, read and written. */
final class IterationTest {

    private static List<String> positions(NdIterator it) {
        List<String> positions = new ArrayList<>();
        while (it.next()) {
            assertThat(it.value(0).item()).isEqualTo(it.item(0));
            positions.add(Arrays.toString(it.multiIndex()) + it.item(0));
        }
        return positions;
    }

    @Test
    void indicesBelongToElementsInEveryOrder() {
        NdArray a = np.arange(6).reshape(2, 3);
        assertThat(positions(np.nditer(a.get("::-1, ::-1")))).containsExactly("[1, 2]0", "[1, 1]1", "[1, 0]2",
                "[0, 2]3",
                "[0, 1]4", "[0, 0]5");
        assertThat(positions(np.nditer(a.T()))).containsExactly("[0, 0]0", "[1, 0]1", "[2, 0]2", "[0, 1]3", "[1, 1]4",
                "[2, 1]5");
        assertThat(positions(np.nditer(a, order(Order.F)))).containsExactly("[0, 0]0", "[1, 0]3", "[0, 1]1", "[1, 1]4",
                "[0, 2]2", "[1, 2]5");
        assertThat(positions(np.nditer(a.T(), order(Order.C)))).startsWith("[0, 0]0", "[0, 1]3");
        assertThat(positions(np.nditer(a.T(), order(Order.A)))).startsWith("[0, 0]0", "[1, 0]1");
    }

    @Test
    void elementsAreWrittenWhereTheyLie() {
        NdArray from = np.arange(3.0);
        NdArray to = np.zeros(shape(2, 3), np.int64);
        NdIterator it = np.nditer(List.of(from, to));
        while (it.next()) {
            it.setLong(1, (long) it.getDouble(0) + 10 * it.multiIndex()[0]);
        }
        assertThat(to.tolist()).isEqualTo(List.of(List.of(0L, 1L, 2L), List.of(10L, 11L, 12L)));
        it.reset();
        assertThat(it.next()).isTrue();
        it.setDouble(1, 7.9);
        assertThat(it.getLong(1)).isEqualTo(7);
        assertThat(it.shape()).isEqualTo(shape(2, 3));
        NdIterator readOnly = np.nditer(from.asReadOnly());
        assertThat(readOnly.next()).isTrue();
        assertThatThrownBy(() -> readOnly.setDouble(0, 1)).isInstanceOf(ReadOnlyException.class);
    }

    @Test
    void rowsAreAsLongAsTheyCanBe() {
        NdArray a = np.arange(12).reshape(3, 4);
        List<Object> rows = new ArrayList<>();
        np.nditer(a.T(), flags(Flag.EXTERNAL_LOOP)).forEach(rows::add);
        assertThat(rows).hasSize(1);
        assertThat(((NdArray) rows.getFirst()).shape()).isEqualTo(shape(12));
        NdIterator it = np.nditer(List.of(a.get(":, ::-1"), np.arange(4)), flags(Flag.EXTERNAL_LOOP));
        int count = 0;
        while (it.next()) {
            it.value(0).set(it.value(1));
            count++;
        }
        assertThat(count).isEqualTo(3);
        assertThat(a.get("0").tolist()).isEqualTo(List.of(3L, 2L, 1L, 0L));
        assertThatThrownBy(it::multiIndex).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anIteratorStandsOnAnElementOrRefuses() {
        NdArray a = np.arange(2);
        NdIterator it = np.nditer(a);
        assertThatThrownBy(() -> it.item(0)).isInstanceOf(NoSuchElementException.class).hasMessageContaining("next()");
        while (it.next()) {
            assertThat(it.itersize()).isEqualTo(2);
        }
        assertThat(it.next()).isFalse();
        assertThatThrownBy(() -> it.value(0)).isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("reset()");
        NdArray none = np.zeros(shape(0, 2));
        assertThatThrownBy(() -> np.nditer(none)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("ZEROSIZE_OK");
        assertThat(np.nditer(none, flags(Flag.ZEROSIZE_OK)).next()).isFalse();
        assertThatThrownBy(() -> np.nditer(List.of())).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.nditer(List.of(a, np.arange(3)))).isInstanceOf(ShapeException.class);
        NdIterator closed = np.nditer(a);
        assertThat(closed.next()).isTrue();
        a.close();
        assertThatThrownBy(() -> closed.getLong(0)).isInstanceOf(ClosedException.class);
    }

    @Test
    void hugeBroadcastsAreWalkedWithoutMemory() {
        NdArray wide = np.array(3.0).broadcastTo(1L << 29, 1L << 29);
        Ledger.Counts before = Settled.counts();
        NdIterator it = np.nditer(wide);
        assertThat(it.next() && it.next()).isTrue();
        assertThat(it.itersize()).isEqualTo(1L << 58);
        assertThat(wide.flat().getDouble(-1)).isEqualTo(3);
        assertThat(np.ndindex(1L << 29, 1L << 29).iterator().next()).containsExactly(0, 0);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void elementsComeWithTheirIndices() {
        List<String> entries = new ArrayList<>();
        np.ndenumerate(np.arange(4).reshape(2, 2).T())
                .forEach(entry -> entries.add(entry.index() + "=" + entry.value()));
        assertThat(entries).containsExactly("[0, 0]=0", "[0, 1]=2", "[1, 0]=1", "[1, 1]=3");
        List<String> indices = new ArrayList<>();
        np.ndindex(2, 1).forEach(index -> indices.add(Arrays.toString(index)));
        assertThat(indices).containsExactly("[0, 0]", "[1, 0]");
        var over = np.ndindex(0).iterator();
        assertThatThrownBy(over::next).isInstanceOf(NoSuchElementException.class);
        Broadcast both = np.broadcast(np.array(1L, 2L), np.array(5L));
        List<Object> pairs = new ArrayList<>();
        both.forEach(pairs::add);
        assertThat(pairs).containsExactly(List.of(1L, 5L), List.of(2L, 5L));
        assertThat(both.shape()).isEqualTo(shape(2));
    }

    @Test
    void flatIsTheArrayAsOneRow() {
        NdArray a = np.arange(6).reshape(2, 3).T();
        assertThat(a.flat().longs().toArray()).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(a.flat().doubles().sum()).isEqualTo(15);
        a.flat().setLong(-7, 1);
        a.flat().setDouble(8, -1);
        assertThat(a.getLong(0, 1)).isEqualTo(-7);
        assertThat(a.flat().item(-1)).isEqualTo(8L);
        assertThat(a.flat().getLong(5)).isEqualTo(8);
        assertThat(a.flat().copy().storage()).isNotSameAs(a.storage());
        assertThat(a.flat().base()).isSameAs(a);
        assertThat(a.flat()).hasSize(6).startsWith(0L, -7L);
        assertThatThrownBy(() -> a.flat().item(6)).isInstanceOf(IndexException.class);
    }

    @Test
    void bytesAreSeenByOtherTypes() {
        NdArray a = np.array(new int[]{1, 2});
        NdArray bytes = a.view(np.uint8);
        bytes.setLong(1, 1);
        assertThat(a.getLong(0)).isEqualTo(257);
        assertThat(a.asReadOnly().view(np.int64).isWriteable()).isFalse();
        assertThatThrownBy(() -> np.array(new int[3]).view(np.int64)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("12 bytes");
        NdArray swapped = a.byteswap(true);
        assertThat(swapped).isSameAs(a);
        assertThat(a.view(np.int32.withOrder(ByteOrder.BIG_ENDIAN)).tolist()).isEqualTo(List.of(257L, 2L));
        assertThatThrownBy(() -> a.asReadOnly().byteswap(true)).isInstanceOf(ReadOnlyException.class);
        NdArray complex = np.zeros(shape(2), np.complex64);
        complex.fill(new Complex(1, 2));
        assertThat(complex.conj().item(1)).isEqualTo(new Complex(1, -2));
        assertThat(a.conj()).isSameAs(a);
        a.fill(np.full(shape(), 5));
        assertThat(a.tolist()).isEqualTo(List.of(5L, 5L));
        assertThatThrownBy(() -> a.fill(np.array(1, 2))).isInstanceOf(ShapeException.class);
    }
}
