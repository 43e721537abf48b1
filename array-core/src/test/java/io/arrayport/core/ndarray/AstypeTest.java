package io.arrayport.core.ndarray;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link AstypeGoldenTest} cannot ask NumPy: bfloat16, layouts, and what is ours to decide. */
class AstypeTest {
    private static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    private static byte[] bytes(NdArray packed) {
        assertThat(packed.isCContiguous()).isTrue();
        return Memory.segment(packed.address(), packed.nbytes()).toArray(ValueLayout.JAVA_BYTE);
    }

    /** Random bits, but bools that are 0 or 1, in a random layout at any alignment. */
    private static NdArray random(Random random, DType type) {
        int itemsize = type.itemsize();
        Storage storage = Storage.allocate(20_000);
        byte[] noise = new byte[20_000];
        random.nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            Memory.RAW.set(ValueLayout.JAVA_BYTE, storage.address() + i,
                    (byte) (type.kind() == 'b' ? noise[i] & 1 : noise[i]));
        }
        long[] dims = new long[random.nextInt(4)];
        long[] strides = new long[dims.length];
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(dims.length == 1 ? 600 : 9);
            int reach = dims.length == 1 ? 16 : 200;
            strides[axis] = random.nextInt(5) == 0 ? itemsize : random.nextInt(2 * reach) - reach;
        }
        return NdArray.of(storage, type, Layout.of(Shape.of(dims), strides, 10_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anyLayoutInAnyByteOrderGivesWhatItsCopyGives(long seed) {
        Random random = new Random(seed);
        for (DType from : DType.ALL) {
            for (DType to : DType.ALL) {
                try (Scope _ = np.scope()) {
                    NdArray array = random(random, from.withOrder(ORDERS.get(random.nextInt(2))));
                    DType ordered = to.withOrder(ORDERS.get(random.nextInt(2)));
                    NdArray result = array.astype(ordered);
                    String what = "seed %d: %s of %s to %s".formatted(seed, array.layout(), array.dtype(), ordered);
                    assertThat(result.dtype()).as(what).isEqualTo(ordered);
                    assertThat(result.shape()).as(what).isEqualTo(array.shape());
                    assertThat(result.isWriteable()).as(what).isTrue();
                    assertThat(result.storage()).as(what).isNotSameAs(array.storage());
                    assertThat(bytes(result.copyNative())).as(what).isEqualTo(bytes(array.copyNative().astype(to)));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTypeThatHoldsThemAllGivesThemBack(long seed) {
        Random random = new Random(seed);
        String[] ways = {"int8 int16", "uint8 int16", "int16 float32", "uint16 int32", "int32 float64", "uint32 int64",
                "uint32 complex128", "int64 uint64", "float16 float32", "bfloat16 float32", "float16 complex64",
                "float32 float64", "float32 complex64", "complex64 complex128", "bool float16", "bool uint64"};
        for (String way : ways) {
            try (Scope _ = np.scope()) {
                DType from = DType.of(way.split(" ")[0]);
                NdArray array = random(random, from.withOrder(ORDERS.get(random.nextInt(2))));
                NdArray back = array.astype(DType.of(way.split(" ")[1]).withOrder(ORDERS.get(random.nextInt(2))))
                        .astype(from);
                for (long i = 0; i < back.size(); i++) {
                    assertThat(back.reshape(-1).item(i)).as("seed %d, %s, element %d", seed, way, i)
                            .isEqualTo(array.copy().reshape(-1).item(i));
                }
            }
        }
    }

    /** A bfloat16 is the upper half of a float32: all of them, to every type. */
    @Test
    void bfloat16ConvertsAsTheFloat32ThatItIs() {
        try (Scope _ = np.scope()) {
            NdArray halves = np.empty(Shape.of(1 << 16), np.bfloat16);
            NdArray floats = np.empty(Shape.of(1 << 16), np.float32);
            for (int i = 0; i < 1 << 16; i++) {
                Memory.RAW.set(ValueLayout.JAVA_SHORT, halves.address() + 2L * i, (short) i);
                Memory.RAW.set(ValueLayout.JAVA_INT, floats.address() + 4L * i, i << 16);
            }
            for (DType to : DType.ALL) {
                NdArray result = halves.astype(to);
                NdArray expected = floats.astype(to);
                for (int i = 0; i < 1 << 16; i++) {
                    assertThat(result.item(i)).as("%x to %s", i, to).isEqualTo(expected.item(i));
                }
            }
            for (DType wide : List.of(DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64, DType.COMPLEX128)) {
                NdArray back = halves.astype(wide).astype(np.bfloat16);
                for (int i = 0; i < 1 << 16; i++) {
                    assertThat(back.item(i)).as("%x through %s", i, wide).isEqualTo(halves.item(i));
                }
            }
        }
    }

    /** Against decimal arithmetic without rounding, beside and exactly between neighbours. */
    @Test
    void toBfloat16RoundsOnceFromEveryType() {
        for (DType from : DType.ALL) {
            if (from.kind() == 'b' || from.kind() == 'c') {
                continue;
            }
            try (Scope _ = np.scope()) {
                NdArray one = np.empty(Shape.of(1), from);
                for (int bits = 0x3F00; bits < 0x7F80; bits += from.itemsize() == 8 ? 1 : 3) {
                    BigDecimal low = new BigDecimal(Float.intBitsToFloat(bits << 16));
                    BigDecimal high = bits == 0x7F7F ? low.add(new BigDecimal(Math.scalb(1.0, 120)))
                            : new BigDecimal(Float.intBitsToFloat(bits + 1 << 16));
                    BigDecimal middle = low.add(high).divide(BigDecimal.TWO);
                    for (int by = -1; by <= 1; by++) {
                        if (holds(one, middle, by)) {
                            int expected = exact(one).compareTo(middle) < 0
                                    || exact(one).compareTo(middle) == 0 && (bits & 1) == 0 ? bits : bits + 1;
                            NdArray result = one.astype(np.bfloat16);
                            assertThat(Memory.RAW.get(ValueLayout.JAVA_SHORT, result.address()) & 0xFFFF)
                                    .as("%s of %s", from, one.item(0)).isEqualTo(expected);
                            result.close();
                        }
                    }
                }
            }
        }
    }

    /** Sets the middle, or the next number of the type below or above it; says whether it has that. */
    private static boolean holds(NdArray one, BigDecimal middle, int by) {
        DType type = one.dtype();
        if (type.kind() == 'f') {
            boolean wide = type.equals(DType.FLOAT64);
            double value = wide ? middle.doubleValue() : middle.floatValue();
            double next = by < 0 ? wide ? Math.nextDown(value) : Math.nextDown((float) value)
                    : wide ? Math.nextUp(value) : Math.nextUp((float) value);
            one.setDouble(by == 0 ? value : next, 0);
            double held = one.getDouble(0);
            return type.itemsize() > 2 && !Double.isInfinite(held);
        }
        BigInteger whole = middle.toBigInteger().add(BigInteger.valueOf(by));
        int bits = 8 * type.itemsize() - (type.kind() == 'i' ? 1 : 0);
        if (new BigDecimal(middle.toBigInteger()).compareTo(middle) != 0 || whole.bitLength() > bits) {
            return false;
        }
        long low = whole.longValue();
        switch (type.itemsize()) {
            case 1 -> Memory.RAW.set(ValueLayout.JAVA_BYTE, one.address(), (byte) low);
            case 2 -> Memory.RAW.set(ValueLayout.JAVA_SHORT, one.address(), (short) low);
            case 4 -> Memory.RAW.set(ValueLayout.JAVA_INT, one.address(), (int) low);
            default -> Memory.RAW.set(ValueLayout.JAVA_LONG, one.address(), low);
        }
        return true;
    }

    private static BigDecimal exact(NdArray one) {
        Object item = one.item(0);
        return item instanceof Double real ? new BigDecimal(real) : new BigDecimal(item.toString());
    }

    @Test
    void theSameTypeKeepsItsBitsAndAnotherOrderTurnsThem() {
        NdArray array = np.empty(Shape.of(1), np.float32);
        int signalling = 0x7F800001;
        Memory.RAW.set(ValueLayout.JAVA_INT, array.address(), signalling);
        NdArray same = array.astype(np.float32);
        assertThat(same.storage()).isNotSameAs(array.storage());
        assertThat(Memory.RAW.get(ValueLayout.JAVA_INT, same.address())).isEqualTo(signalling);
        NdArray turned = array.astype(DType.FLOAT32.withOrder(ByteOrder.BIG_ENDIAN));
        assertThat(bytes(turned)).containsExactly(0x7F, 0x80, 0, 1);
    }

    @Test
    void anythingButZeroIsTrue() {
        assertThat(np.array(0.0, -0.0, 5e-324, Double.NaN).astype(np.bool)).hasToString("[False False  True  True]");
        NdArray complex = np.zeros(Shape.of(3), np.complex64);
        complex.setComplex(new Complex(0, 1), 1);
        complex.setComplex(new Complex(1, 0), 2);
        assertThat(complex.astype(np.bool)).hasToString("[False  True  True]");
        NdArray bytes = np.zeros(Shape.of(1)).astype(np.int8);
        bytes.setLong(-128, 0);
        NdArray neighbours = NdArray.of(bytes.storage(), np.bool, bytes.layout());
        assertThat(neighbours.astype(np.int32).getLong(0)).as("any byte but 0").isEqualTo(1);
    }

    @Test
    void numbersThatDoNotFitAreThoseOfTheProcessorsThatNumpyRunsOn() {
        NdArray far = np.array(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 300, -300, 70000,
                (1L << 31) + 5, 0x1p63, 1e300);
        assertThat(far.astype(np.int8)).hasToString("[  0   0   0  44 -44 112   0   0   0]");
        assertThat(far.astype(np.uint16)).hasToString("[    0     0     0   300 65236  4464     0     0     0]");
        assertThat(far.get("3:").astype(np.int32)).hasToString(
                "[        300        -300       70000 -2147483648 -2147483648 -2147483648]");
        assertThat(far.astype(np.int64).getLong(0)).isEqualTo(Long.MIN_VALUE);
        assertThat(far.astype(np.int64).getLong(-1)).isEqualTo(Long.MIN_VALUE);
        assertThat(far.astype(np.uint64).item(-2)).isEqualTo(BigInteger.TWO.pow(63));
    }

    @Test
    void aResultOfMoreBytesThanALongCountsIsRefused() {
        NdArray repeated = np.zeros(Shape.of(1), np.int8).broadcastTo(1L << 60);
        assertThatThrownBy(() -> repeated.astype(np.complex128)).isInstanceOf(ShapeException.class)
                .hasMessage("layout: shape (1152921504606846976,) spans more bytes than a long counts");
    }
}
