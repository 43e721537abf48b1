package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.bins;
import static io.arrayport.core.Options.bitorder;
import static io.arrayport.core.Options.range;
import static io.arrayport.core.Options.returnCounts;
import static io.arrayport.core.Options.returnIndex;
import static io.arrayport.core.Options.weights;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.BitOrder;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** Ways that large, contiguous or fixed-width arrays take by themselves give what the others take. */
final class BetweenTheLinesTest {
    private final Random random = new Random(11);

    private NdArray numbers(int n, DType type) {
        return np.array(random.doubles(n, -50, 50).toArray()).astype(type);
    }

    @Test
    void rowsOfPositionsAreThoseOfAnyLayout() {
        NdArray a = numbers(600, np.float64).reshape(5, 120);
        NdArray places = np.remainder(numbers(200, np.int64), 120).reshape(5, 40);
        NdArray taken = np.takeAlongAxis(a, places, axis(1));
        assertThat(taken.tolist()).isEqualTo(np.takeAlongAxis(a.T(), places.T(), axis(0)).T().tolist());
        NdArray one = np.zeros(Shape.of(5, 120), np.float64);
        NdArray other = np.zeros(Shape.of(120, 5), np.float64);
        np.putAlongAxis(one, places, taken, axis(1));
        np.putAlongAxis(other, places.T(), taken.T(), axis(0));
        assertThat(one.tolist()).isEqualTo(other.T().tolist());
        np.putAlongAxis(one, places, one.get(":, :40"), axis(1)); // overlaps what it writes to
        np.putAlongAxis(other, places.T(), other.get(":40").copy(), axis(0));
        assertThat(one.tolist()).isEqualTo(other.T().tolist());
    }

    @Test
    void aPositionThatARowHasNotIsRefusedBeforeAnyIsWritten() {
        NdArray a = np.zeros(Shape.of(2, 3), np.float64);
        NdArray places = np.array(List.of(List.of(0L, 1L), List.of(0L, 3L)));
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(() -> np.takeAlongAxis(a, places, axis(1))).isInstanceOf(IndexException.class)
                .hasMessageContaining("index 3 is out of bounds for axis 1 with size 3");
        assertThat(Ledger.counts()).isEqualTo(before);
        NdArray ones = np.ones(Shape.of(2, 2), np.float64);
        assertThatThrownBy(() -> np.putAlongAxis(a, places, ones, axis(1))).isInstanceOf(IndexException.class);
        assertThat(np.sum(a).toDouble()).isZero();
    }

    @Test
    void binsCountTheSameHoweverElementsAreFound() {
        for (DType type : List.of(np.float64, np.float32, np.float16, np.int64, np.uint8)) {
            NdArray a = np.absolute(numbers(9000, type)).reshape(90, 100);
            NdArray all = np.ones(a.shape(), np.int64);
            for (long count : new long[]{1, 7, 50}) {
                assertThat(np.histogram(a, bins(count)).first().tolist())
                        .isEqualTo(np.histogram(a, bins(count), weights(all)).first().tolist());
                assertThat(np.histogram(a, bins(count), range(3, 17)).first().tolist())
                        .isEqualTo(np.histogram(a, bins(count), range(3, 17), weights(all)).first().tolist());
            }
            NdArray edges = np.array(3.0, 4.0, 4.0, 11.0, 17.0).astype(type);
            assertThat(np.histogram(a, bins(edges)).first().tolist())
                    .isEqualTo(np.histogram(a, bins(edges), weights(all)).first().tolist());
        }
    }

    @Test
    void whatIsNoNumberIsInNoBin() {
        NdArray a = numbers(9000, np.float64);
        a.set(Double.NaN, "::10");
        assertThat(np.sum(np.histogram(a, bins(np.array(-60.0, 0.0, 60.0))).first()).toLong()).isEqualTo(8100);
        assertThat(np.sum(np.histogram(a, bins(5), range(-60, 60)).first()).toLong()).isEqualTo(8100);
    }

    @Test
    void manyNumbersAreCountedInSeveralTables() {
        NdArray a = np.remainder(numbers(10_007, np.int64), 13);
        NdArray counts = np.bincount(a);
        assertThat(counts.tolist()).isEqualTo(np.bincount(a, weights(np.ones(a.shape(), np.int64)))
                .astype(np.int64).tolist());
        assertThat(np.unique(a, returnCounts()).get(1).tolist()).isEqualTo(counts.tolist())
                .isEqualTo(np.unique(a, returnIndex(), returnCounts()).get(2).tolist());
    }

    @Test
    void positionsAreCutInTwoAlsoWhereNumbersHardlyDiffer() {
        double[] numbers = random.doubles(6000, -1e300, 1e300).toArray();
        for (int i = 0; i < numbers.length; i += 2) {
            numbers[i] = 1 + random.nextInt(9) * Math.ulp(1.0);
        }
        NdArray a = np.array(numbers);
        NdArray sorted = np.sort(a);
        for (long rank : new long[]{0, 1400, 1500, 3000, 4400, 4600, 5999}) {
            NdArray order = np.argpartition(a, rank);
            NdArray parted = a.get(order);
            assertThat(np.arrayEqual(np.sort(order), np.arange(6000))).isTrue();
            assertThat(parted.getDouble(rank)).isEqualTo(sorted.getDouble(rank));
            assertThat(np.sort(parted.get(":" + rank)).tolist()).isEqualTo(sorted.get(":" + rank).tolist());
        }
    }

    @Test
    void bitsOfRowsOfAnyLengthComeBack() {
        for (BitOrder order : BitOrder.values()) {
            for (int length : new int[]{1, 7, 8, 63, 64, 65, 100, 127, 128, 200}) {
                NdArray bools = np.greater(numbers(3 * length, np.float64), 0).reshape(3, length);
                NdArray bits = np.packbits(bools, axis(1), bitorder(order));
                assertThat(bits.shape()).isEqualTo(Shape.of(3, (length + 7) / 8));
                NdArray back = np.unpackbits(bits, axis(1), bitorder(order));
                assertThat(back.get(":, :" + length).tolist()).isEqualTo(bools.astype(np.uint8).tolist());
                assertThat(np.sum(back.get(":, " + length + ":")).toLong()).isZero();
                int first = (int) bits.getLong(0, 0);
                assertThat(first >> (order == BitOrder.BIG ? 7 : 0) & 1).isEqualTo(bools.getBoolean(0, 0) ? 1 : 0);
            }
        }
    }

    @Test
    void stringsThatBeginAlikeAreSorted() {
        List<String> texts = List.of("prefix 30", "prefix 4", "prefix", "prefix 29", "prefix 4\u0394", "prefix 200",
                "prefix 31", "prefix 5", "prefix 6", "prefix 7", "prefix 8", "prefix 9", "prefix 10", "prefix 11");
        NdArray words = np.array(texts);
        assertThat(np.sort(words).tolist()).isEqualTo(texts.stream().sorted().toList());
        assertThat(np.sort(words.astype(DType.of("<U40"))).tolist()).isEqualTo(np.sort(words).tolist());
        NdArray same = words.get(":1").broadcastTo(40).copy();
        assertThat(np.argsort(same).tolist()).isEqualTo(np.arange(40).tolist());
    }

    @Test
    void manyBytesAreCopiedInPiecesAlsoOntoThemselves() {
        long n = (5L << 20) + 13;
        try (Storage storage = Storage.allocate(n + 100)) {
            for (long i = 0; i < n + 100; i++) {
                Memory.RAW.set(JAVA_BYTE, storage.address() + i, (byte) (i * 31 >> 3));
            }
            Memory.copy(storage.address(), storage.address() + 100, n);
            long wrong = 0;
            for (long i = 0; i < n; i++) {
                wrong += Memory.RAW.get(JAVA_BYTE, storage.address() + 100 + i) == (byte) (i * 31 >> 3) ? 0 : 1;
            }
            assertThat(wrong).isZero();
            try (Storage other = Storage.allocate(n)) {
                Memory.copy(storage.address() + 100, other.address(), n);
                assertThat(Memory.segment(other.address(), n)
                        .mismatch(Memory.segment(storage.address() + 100, n))).isEqualTo(-1);
            }
        }
    }
}
