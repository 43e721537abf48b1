package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.copy;
import static io.arrayport.core.Options.count;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.ndmin;
import static io.arrayport.core.Options.offset;
import static io.arrayport.core.Options.requirements;
import static io.arrayport.core.Options.sep;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** Java's own arrays, lists, streams, bytes and texts, in and out. */
final class ConversionTest {

    @Test
    void nestedArraysComeInByTheirPrimitive() {
        assertThat(np.array(new double[][]{{1, 2, 3}, {4, 5, 6}}).repr())
                .isEqualTo("array([[1., 2., 3.],\n       [4., 5., 6.]])");
        assertThat(np.array(new int[][][]{{{1}, {2}}}).shape()).isEqualTo(shape(1, 2, 1));
        assertThat(np.array(new int[1][2]).dtype()).isEqualTo(np.int32);
        assertThat(np.array(new byte[][]{{-1}}).dtype()).isEqualTo(np.int8);
        assertThat(np.array(new short[][]{{-1}}).dtype()).isEqualTo(np.int16);
        assertThat(np.array(new char[][]{{'a'}}).dtype()).isEqualTo(np.uint16);
        assertThat(np.array(new float[][]{{1}}).dtype()).isEqualTo(np.float32);
        assertThat(np.array(new long[][]{{1L << 62}}).getLong(0, 0)).isEqualTo(1L << 62);
        assertThat(np.array(new boolean[][]{{true, false}}).tolist()).isEqualTo(List.of(List.of(true, false)));
        assertThat(np.array(true, false).dtype()).isEqualTo(np.bool);
        assertThat(np.array((short) 1, (short) 2).dtype()).isEqualTo(np.int16);
        assertThat(np.array((byte) 1).dtype()).isEqualTo(np.int8);
        assertThat(np.array(new double[0][]).shape()).isEqualTo(shape(0, 0));
        assertThat(np.array(new double[2][0][3]).shape()).isEqualTo(shape(2, 0, 0));
    }

    @Test
    void nestedArraysOfOtherThingsAreReadAsLists() {
        assertThat(np.array(new Double[][]{{1.0, 2.5}}).dtype()).isEqualTo(np.float64);
        assertThat(np.array(new Number[]{1, 2.5}).tolist()).isEqualTo(List.of(1.0, 2.5));
        NdArray a = np.array(1f, 2f);
        Ledger.Counts before = Settled.counts();
        NdArray rows = np.array(new NdArray[]{a, a});
        assertThat(rows.shape()).isEqualTo(shape(2, 2));
        assertThat(rows.dtype()).isEqualTo(np.float32);
        rows.close();
        NdArray mixed = np.array(new Object[]{new long[]{1, 2}, List.of(3, 4)}, ndmin(3), dtype(np.int16));
        assertThat(mixed.repr()).isEqualTo("array([[[1, 2],\n        [3, 4]]], dtype=int16)");
        mixed.close();
        assertThatThrownBy(() -> np.array(new Object[]{new long[]{1}, new long[]{1, 2}}))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.array(new Object[]{new StringBuilder("1")})).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> np.array(new double[][]{{1}, {1, 2}})).isInstanceOf(ShapeException.class)
                .hasMessageContaining("of length 2");
        assertThatThrownBy(() -> np.array(new double[][]{{1}, null})).isInstanceOf(ShapeException.class)
                .hasMessageContaining("null");
        assertThatThrownBy(() -> np.array(new double[][]{{1}}, copy(false))).isInstanceOf(ZeroCopyException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void nestedArraysGoOut() {
        NdArray a = np.arange(6, np.float32).reshape(2, 3).T();
        Ledger.Counts before = Settled.counts();
        assertThat((float[][]) a.toArray()).isEqualTo(new float[][]{{0, 3}, {1, 4}, {2, 5}});
        assertThat(a.toArray(double[][].class)).isEqualTo(new double[][]{{0, 3}, {1, 4}, {2, 5}});
        assertThat(Ledger.counts()).isEqualTo(before);
        assertThat(np.array(true, false).toArray()).isEqualTo(new boolean[]{true, false});
        assertThat(np.array(new int[]{200}).astype(np.uint8).toArray()).isEqualTo(new short[]{200});
        assertThat(np.array(new int[]{200}).astype(np.uint8).toArray(byte[].class)).isEqualTo(new byte[]{-56});
        assertThat(np.array(new int[]{40000}).astype(np.uint16).toArray()).isEqualTo(new int[]{40000});
        assertThat(np.array(new int[]{40000}).astype(np.uint16).toArray(char[].class)).isEqualTo(new char[]{40000});
        assertThat(np.array(new long[]{1}).astype(np.float16).toArray()).isEqualTo(new float[]{1});
        assertThat(np.array(new long[]{5}).astype(np.dtype(">m8[s]")).toArray()).isEqualTo(new long[]{5});
        assertThat(np.zeros(shape(2, 0)).toArray()).isEqualTo(new double[2][0]);
        assertThatThrownBy(() -> a.toArray(long[][].class)).isInstanceOf(CastingException.class)
                .hasMessageContaining("float32 to int64");
        assertThatThrownBy(() -> a.toArray(float[].class)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("float[] is 1 deep");
        assertThatThrownBy(() -> a.toArray(String[][].class)).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> np.full(shape(), 1).toArray()).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.zeros(shape(1), np.uint64).toArray()).isInstanceOf(CastingException.class)
                .hasMessageContaining("toArray(long[].class)");
        assertThatThrownBy(() -> np.zeros(shape(1), np.complex64).toArray()).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> np.zeros(shape(1)).broadcastTo(1L << 40).toArray()).isInstanceOf(ShapeException.class);
        assertThat(Ledger.counts().exports()).isZero();
    }

    @Test
    void iteratorsAndStreamsComeIn() {
        Ledger.Counts before = Settled.counts();
        NdArray many = np.fromiter(LongStream.range(0, 1000).boxed(), np.int16);
        assertThat(many.shape()).isEqualTo(shape(1000));
        assertThat(many.getLong(999)).isEqualTo(999);
        many.close();
        np.fromiter(List.of(1, 2.5, true), np.float32, 2).close();
        np.fromiter(List.of(), np.float32).close();
        np.fromiter(Stream.generate(() -> 7), np.int8, 3).close();
        np.fromiter(DoubleStream.of(1, 2)).close();
        np.fromiter(LongStream.of(1, 2)).close();
        assertThatThrownBy(() -> np.fromiter(List.of(1, 300), np.int8)).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> np.fromiter(List.of(1), np.int8, 2)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("has given 1");
        assertThat(Ledger.counts()).isEqualTo(before);
        assertThat(np.fromiter(IntStream.range(0, 3)).dtype()).isEqualTo(np.int32);
    }

    @Test
    void bytesAreSeenAsElements() {
        NdArray bytes = np.arange(16, np.uint8);
        NdArray shorts = np.frombuffer(bytes, dtype(np.int16), offset(1), count(2));
        bytes.setLong(7, 1);
        assertThat(shorts.getLong(0)).isEqualTo(0x0207);
        shorts.setLong(0, 1);
        assertThat(bytes.getLong(3)).isZero();
        assertThat(np.frombuffer(new byte[]{1, 0, 2, 0}, dtype(np.int16)).tolist()).isEqualTo(List.of(1L, 2L));
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(() -> np.frombuffer(new byte[3], dtype(np.int16))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.frombuffer(bytes, offset(17))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.frombuffer(bytes.get("::2"))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.frombuffer(bytes, count(Long.MAX_VALUE))).isInstanceOf(ShapeException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void textsAreRead() {
        Ledger.Counts before = Settled.counts();
        NdArray numbers = np.fromstring(" 1, -2.5e1 ,NaN,.5", sep(","));
        assertThat(numbers.tolist()).isEqualTo(List.of(1.0, -25.0, Double.NaN, 0.5));
        numbers.close();
        assertThatThrownBy(() -> np.fromstring("1 x", sep(" "))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'x'");
        assertThatThrownBy(() -> np.fromstring("1f", sep(" "))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> np.fromstring("300", sep(" "), dtype(np.uint8))).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> np.fromstring("1", sep(" "), count(2))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.fromstring("1 2")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
        assertThat(np.fromstring("1+2j 3j", sep(" "), dtype(np.complex128)).repr())
                .isEqualTo("array([1.+2.j, 0.+3.j])");
        assertThat(np.fromstring("18446744073709551615", sep(" "), dtype(np.uint64)).getLong(0)).isEqualTo(-1);
    }

    @Test
    void whatIsAskedForIsTheArrayItselfWhereItIs() {
        NdArray a = np.arange(6.0).reshape(2, 3);
        assertThat(np.require(a, requirements("C", "W", "ALIGNED"))).isSameAs(a);
        assertThat(np.require(a.asReadOnly(), requirements("w")).storage()).isNotSameAs(a.storage());
        assertThat(np.require(a.get("0"), requirements("O")).storage()).isNotSameAs(a.storage());
        NdArray columns = np.require(a, requirements("F"));
        assertThat(columns.strides()).containsExactly(8, 16);
        NdArray odd = np.zeros(shape(17), np.uint8);
        NdArray unaligned = np.frombuffer(odd, offset(1));
        assertThat(np.require(unaligned, requirements("A")).storage()).isNotSameAs(odd.storage());
        assertThatThrownBy(() -> np.require(a, requirements("X"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X");
        Ledger.Counts before = Settled.counts();
        NdArray infinite = np.array(Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> np.asarrayChkfinite(infinite, dtype(np.float32)))
                .isInstanceOf(IllegalArgumentException.class);
        infinite.close();
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void typesTellWhatTheyHold() {
        assertThat(np.finfo(np.float32).max()).isEqualTo(Float.MAX_VALUE);
        assertThat(np.finfo(np.complex128).smallestSubnormal()).isEqualTo(Double.MIN_VALUE);
        assertThat(np.finfo(np.bfloat16).eps()).isEqualTo(0x1p-7);
        assertThat(np.finfo(np.bfloat16).resolution()).isEqualTo(0.010009765625);
        assertThat(np.iinfo(np.uint64).max()).hasToString("18446744073709551615");
        assertThat(np.iinfo(np.int64).min()).isEqualTo(Long.MIN_VALUE);
    }
}
