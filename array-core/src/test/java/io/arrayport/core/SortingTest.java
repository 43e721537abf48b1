package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.allAxes;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.kind;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.side;
import static io.arrayport.core.Options.sorter;
import static io.arrayport.core.Options.stable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Side;
import io.arrayport.core.ndarray.SortKind;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** What sorts in place and what copies, and what is refused; NumPy's golden cases hold the order. */
final class SortingTest {
    private static void assertOnlyResult(Supplier<NdArray> call) {
        Ledger.Counts before = Settled.counts();
        NdArray result = call.get();
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before.nativeBlocks() + 1);
        result.close();
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void anArraySortsInPlaceAndTheNamespaceACopy() {
        NdArray a = np.array(List.of(List.of(3, 1, 2), List.of(6, 4, 5)));
        assertThat(np.sort(a).tolist()).isEqualTo(List.of(List.of(1L, 2L, 3L), List.of(4L, 5L, 6L)));
        assertThat(a.getLong(0, 0)).isEqualTo(3);
        NdArray column = a.get(":, 0");
        a.get("1").sort();
        assertThat(column.tolist()).isEqualTo(List.of(3L, 4L));
        a.T().sort(axis(0));
        assertThat(a.tolist()).isEqualTo(List.of(List.of(1L, 2L, 3L), List.of(4L, 5L, 6L)));
        assertThat(np.sort(a.get("::-1"), allAxes()).tolist()).isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L));
    }

    @Test
    void aSortOfAViewLeavesWhatItDoesNotShow() {
        NdArray a = np.array(9, 8, 7, 6, 5, 4);
        a.get("::2").sort();
        assertThat(a.tolist()).isEqualTo(List.of(5L, 8L, 7L, 6L, 9L, 4L));
        a.get("::-2").sort();
        assertThat(a.tolist()).isEqualTo(List.of(5L, 8L, 7L, 6L, 9L, 4L));
        a.get("1:5").partition(0);
        assertThat(a.getLong(1)).isEqualTo(6);
        assertThat(a.getLong(0)).isEqualTo(5);
    }

    @Test
    void longRowsOfAnyLayoutAndOrderSortAlike() {
        Random random = new Random(3);
        double[] numbers = random.doubles(3000, -1, 1).toArray();
        NdArray a = np.array(numbers).reshape(3, 1000);
        NdArray sorted = np.sort(a);
        for (NdArray other : List.of(a.T().copy().T(), a.astype(DType.FLOAT64.withOrder(ByteOrder.BIG_ENDIAN)),
                a.copy().get("::-1").get("::-1"))) {
            assertThat(np.sort(other).tolist()).isEqualTo(sorted.tolist());
            NdArray places = np.argsort(other);
            for (int row = 0; row < 3; row++) {
                assertThat(other.get(row).get(places.get(row)).tolist()).isEqualTo(sorted.get(row).tolist());
            }
        }
        assertThat(np.argsort(a, axis(0)).shape()).isEqualTo(shape(3, 1000));
        NdArray middle = np.partition(a, 500);
        assertThat(middle.get(":, 500").tolist()).isEqualTo(sorted.get(":, 500").tolist());
    }

    @Test
    void zerosOfEitherSignAreEqualToPositionsAndOrderedAmongElements() {
        NdArray a = np.array(0.0, -0.0, Double.NaN, -1.0, -0.0);
        assertThat(np.argsort(a).tolist()).isEqualTo(List.of(3L, 0L, 1L, 4L, 2L));
        assertThat(np.sort(a).tolist()).isEqualTo(List.of(-1.0, -0.0, -0.0, 0.0, Double.NaN));
        assertThat(np.sort(a).searchsorted(0.0).toDouble()).isEqualTo(1);
        assertThat(np.sort(a).searchsorted(-0.0, side(Side.RIGHT)).toDouble()).isEqualTo(4);
    }

    @Test
    void severalKeysSortByTheLastFirst() {
        NdArray first = np.array(1, 2, 1, 2);
        NdArray second = np.array(9.0, 9.0, 8.0, 8.0);
        assertThat(np.lexsort(List.of(second, first)).tolist()).isEqualTo(List.of(2L, 0L, 3L, 1L));
        assertThatThrownBy(() -> np.lexsort(List.of(first, np.array(new int[1])))).isInstanceOf(ShapeException.class)
                .hasMessageContaining("key 0 has shape (4,), another one (1,)");
        assertThatThrownBy(() -> np.lexsort(List.of())).isInstanceOf(DTypeException.class);
    }

    @Test
    void whatCannotBeSortedSaysWhy() {
        NdArray a = np.array(3, 1, 2);
        assertThatThrownBy(() -> a.sort(axis(1))).isInstanceOf(AxisException.class);
        assertThatThrownBy(() -> a.sort(allAxes())).isInstanceOf(AxisException.class).hasMessageContaining("ravel()");
        assertThatThrownBy(() -> a.asReadOnly().sort()).isInstanceOf(ReadOnlyException.class);
        assertThatThrownBy(() -> a.broadcastTo(2, 3).sort()).isInstanceOf(ReadOnlyException.class);
        assertThatThrownBy(() -> np.sort(a, kind(SortKind.STABLE), stable(true)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("both kind and stable");
        assertThatThrownBy(() -> np.partition(a, 3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kth is 3, it must be from -3 to 2");
        assertThatThrownBy(() -> a.searchsorted(a.reshape(3, 1), sorter(np.array(0, 1, 3))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("positions from 0 to 3");
        assertThatThrownBy(() -> a.reshape(1, 3).searchsorted(1)).isInstanceOf(ShapeException.class);
        NdArray closed = np.array(1, 2);
        closed.close();
        assertThatThrownBy(() -> closed.argsort()).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> closed.sort()).isInstanceOf(ClosedException.class);
    }

    @Test
    void complexNumbersAreSortedAlongTheLastAxis() {
        NdArray a = np.array(3, 1, 2, 1, 5, 0).reshape(2, 3);
        assertThat(np.sortComplex(a).astype(DType.FLOAT64).toString())
                .isEqualTo(np.array(1.0, 2.0, 3.0, 0.0, 1.0, 5.0).reshape(2, 3).toString());
    }

    @Test
    void ofNothingAnAxisMayBeOfAnyLength() {
        assertThat(np.sort(np.zeros(Shape.of(0, 1L << 60), DType.INT8)).size()).isZero();
        assertThat(np.partition(np.zeros(Shape.of(0, 1L << 60), DType.INT8), 7).size()).isZero();
    }

    @Test
    void nothingButTheResultIsLeft() {
        NdArray turned = np.array(List.of(List.of(3.0, 1.0), List.of(2.0, 5.0))).T();
        NdArray foreign = turned.astype(DType.FLOAT64.withOrder(ByteOrder.BIG_ENDIAN));
        NdArray vector = np.array(1.0, 2.0, 3.0);
        NdArray order = np.array(0L, 1L, 2L).astype(DType.INT32);
        NdArray values = np.array(1L, 2L);
        assertOnlyResult(() -> np.sort(turned, axis(0)));
        assertOnlyResult(() -> np.sort(foreign, allAxes()));
        assertOnlyResult(() -> np.argsort(foreign));
        assertOnlyResult(() -> np.argsort(turned, allAxes()));
        assertOnlyResult(() -> np.partition(foreign, 1));
        assertOnlyResult(() -> np.argpartition(turned, 1));
        assertOnlyResult(() -> np.lexsort(foreign));
        assertOnlyResult(() -> np.sortComplex(turned));
        assertOnlyResult(() -> vector.searchsorted(2));
        assertOnlyResult(() -> vector.searchsorted(values, sorter(order)));
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(() -> np.partition(turned, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> np.sort(turned, axis(2))).isInstanceOf(AxisException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void positionsOfManyArePartedAndEachComesOnce() {
        Random random = new Random(7);
        for (DType type : List.of(np.float64, np.float32, np.int16, np.uint8,
                DType.INT64.withOrder(ByteOrder.BIG_ENDIAN))) {
            double[] numbers = random.doubles(9000, -100, 100).toArray();
            NdArray a = np.array(numbers).astype(type).get("::2");
            if (type.kind() == 'f') {
                a.set(Double.NaN, "::9");
                a.set(-0.0, "1::9");
            }
            NdArray sorted = np.sort(a);
            for (long rank : new long[]{0, 7, 2250, 4000, 4499}) {
                NdArray order = np.argpartition(a, rank);
                NdArray parted = a.get(order);
                assertThat(np.arrayEqual(np.sort(order), np.arange(4500))).isTrue();
                for (String part : List.of(":" + rank, rank + ":" + (rank + 1), rank + ":")) {
                    assertThat(np.sort(parted.get(part)).tolist()).as(type + " " + part)
                            .isEqualTo(sorted.get(part).tolist());
                }
            }
        }
    }

    @Test
    void positionsOfManyCloseWhatTheyTake() {
        NdArray many = np.sin(np.arange(5000).astype(np.float64));
        assertOnlyResult(() -> np.argpartition(many, 100));
    }

    @Test
    void placesAreThoseThatCountingGivesWhateverIsFoundTogether() {
        Random random = new Random(3);
        for (DType type : List.of(np.float64, np.float32, np.int64, np.uint8)) {
            for (int n = 1; n < 20; n++) {
                NdArray sorted = np.sort(np.array(random.doubles(n, 0, 9).toArray()).astype(type));
                NdArray values = np.array(random.doubles(n, 0, 10).toArray()).astype(type);
                for (Side side : Side.values()) {
                    NdArray before = side == Side.LEFT ? np.less(sorted, values.expandDims(1))
                            : np.lessEqual(sorted, values.expandDims(1));
                    assertThat(np.searchsorted(sorted, values, side(side)).tolist())
                            .isEqualTo(np.sum(before, axis(1)).tolist());
                }
            }
        }
    }

    @Test
    void theGreatestNumberIsFoundBesideOthers() {
        NdArray sorted = np.array(1L, 5, Long.MAX_VALUE, Long.MAX_VALUE);
        NdArray values = np.array(Long.MAX_VALUE, 1L, Long.MIN_VALUE, 6, Long.MAX_VALUE - 1);
        assertThat(np.searchsorted(sorted, values).tolist()).isEqualTo(List.of(2L, 0L, 0L, 2L, 2L));
        assertThat(np.searchsorted(sorted, values, side(Side.RIGHT)).tolist())
                .isEqualTo(List.of(4L, 1L, 0L, 2L, 2L));
    }

    @Test
    void positionsOfASorterThatDoNotFitAreRefused() {
        NdArray a = np.array(1L, 2, 3);
        NdArray value = np.array(2L);
        assertThatThrownBy(
                () -> np.searchsorted(a, value, Options.sorter(np.array(0L, -100_000L, -1L).view(np.uint64))))
                .isInstanceOf(DTypeException.class).hasMessageContaining("int64");
        assertThatThrownBy(() -> np.searchsorted(a, value, Options.sorter(np.array(0L, 1L << 40, 1))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 elements");
    }

    @Test
    void numbersThatChangeWhileTheyAreCountedAreNoPlaceToWriteTo() throws InterruptedException {
        NdArray numbers = np.arange(2000);
        AtomicBoolean done = new AtomicBoolean();
        Thread other = Thread.ofPlatform().start(() -> {
            for (boolean far = true; !done.get(); far = !far) {
                numbers.setLong(far ? 3_000_000 : 5, 1999);
            }
        });
        try {
            for (int i = 0; i < 200; i++) {
                try (NdArray counts = np.bincount(numbers)) {
                    assertThat(counts.sum().toLong()).isEqualTo(2000);
                } catch (IndexException refused) {
                    assertThat(refused).hasMessageContaining("must not change");
                }
            }
        } finally {
            done.set(true);
            other.join();
        }
    }
}
