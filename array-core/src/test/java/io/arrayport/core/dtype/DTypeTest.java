package io.arrayport.core.dtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.arrayport.core.error.DTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class DTypeTest {
    static final List<DType> ALL = DType.ALL;
    static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    /** The columns are numpy.dtype's: name, kind, itemsize, alignment, and str on a little-endian machine. */
    @ParameterizedTest
    @CsvSource({"bool,b,1,1,|b1", "int8,i,1,1,|i1", "int16,i,2,2,<i2", "int32,i,4,4,<i4", "int64,i,8,8,<i8",
            "uint8,u,1,1,|u1", "uint16,u,2,2,<u2", "uint32,u,4,4,<u4", "uint64,u,8,8,<u8", "float16,f,2,2,<f2",
            "bfloat16,f,2,2,bfloat16", "float32,f,4,4,<f4", "float64,f,8,8,<f8", "complex64,c,8,4,<c8",
            "complex128,c,16,8,<c16"})
    void hasNumpysAttributes(String name, char kind, int itemsize, int alignment, String str) {
        DType type = DType.of(name);
        assertThat(type.name()).isEqualTo(name);
        assertThat(type).hasToString(name);
        assertThat(type.kind()).isEqualTo(kind);
        assertThat(type.itemsize()).isEqualTo(itemsize);
        assertThat(type.alignment()).isEqualTo(alignment);
        assertThat(type.isNative()).isTrue();
        assertThat(type.withOrder(ByteOrder.LITTLE_ENDIAN).str()).isEqualTo(str);
        assertThat(ALL).contains(type);
    }

    @Test
    void listsEachTypeOnce() {
        Set<DType> distinct = new HashSet<>(ALL);
        assertThat(distinct).hasSize(15).hasSameSizeAs(ALL);
        assertThat(ALL.stream().map(DType::name).distinct()).hasSize(15);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void readsItsOwnTextsInBothOrders(DType type) {
        for (ByteOrder order : ORDERS) {
            DType ordered = type.withOrder(order);
            assertThat(DType.of(ordered.str())).isEqualTo(ordered).hasSameHashCodeAs(ordered);
            assertThat(DType.of(ordered.toString())).isEqualTo(ordered);
            assertThat(ordered.name()).isEqualTo(type.name());
            assertThat(ordered.itemsize()).isEqualTo(type.itemsize());
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void hasTwoOrdersOnlyWhereThereIsMoreThanOneByte(DType type) {
        DType little = type.withOrder(ByteOrder.LITTLE_ENDIAN);
        DType big = type.withOrder(ByteOrder.BIG_ENDIAN);
        assertThat(little.equals(big)).isEqualTo(type.itemsize() == 1);
        assertThat(type.withOrder(ByteOrder.nativeOrder())).isSameAs(type);
        assertThat(big.withOrder(ByteOrder.nativeOrder())).isEqualTo(type);
        assertThat(little.isNative() || big.isNative()).isTrue();
    }

    @Test
    void readsStringsWithoutAnOrderAsNative() {
        assertThat(DType.of("f4")).isEqualTo(DType.FLOAT32);
        assertThat(DType.of("=f4")).isEqualTo(DType.FLOAT32);
        assertThat(DType.of("c16")).isEqualTo(DType.COMPLEX128);
        assertThat(DType.of("f2")).isEqualTo(DType.FLOAT16);
        assertThat(DType.of(">bfloat16")).isEqualTo(DType.BFLOAT16.withOrder(ByteOrder.BIG_ENDIAN));
    }

    @Test
    void readsNumpysLettersAndTheNamesOfCAndPython() {
        assertThat(DType.of("?")).isEqualTo(DType.BOOL);
        assertThat(DType.of("b")).isEqualTo(DType.INT8);
        assertThat(DType.of("Q")).isEqualTo(DType.UINT64);
        assertThat(DType.of("e")).isEqualTo(DType.FLOAT16);
        assertThat(DType.of(">d")).isEqualTo(DType.FLOAT64.withOrder(ByteOrder.BIG_ENDIAN));
        assertThat(DType.of("int")).isEqualTo(DType.INT64);
        assertThat(DType.of("float")).isEqualTo(DType.FLOAT64);
        assertThat(DType.of("csingle")).isEqualTo(DType.COMPLEX64);
    }

    @Test
    void printsTheOrderOnlyWhereItIsForeign() {
        assumeThat(ByteOrder.nativeOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(DType.INT32.withOrder(ByteOrder.BIG_ENDIAN)).hasToString(">i4");
        assertThat(DType.COMPLEX64.withOrder(ByteOrder.BIG_ENDIAN)).hasToString(">c8");
        assertThat(DType.BFLOAT16.withOrder(ByteOrder.BIG_ENDIAN)).hasToString(">bfloat16");
        assertThat(DType.INT32).hasToString("int32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<", ">", "|", "x", "4", "f3", "<f3", "Float", "<float", "Float32", "float32 ",
            " float32",
            "f44", "<<f4", "integer", "object", "O", "U4x", "f16", "bfloat", "c4"})
    void refusesWhatNamesNoType(String text) {
        assertThatThrownBy(() -> DType.of(text)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("'" + text + "'").hasMessageContaining("float32").hasMessageContaining("<f4");
    }

    @Test
    void refusesPartsThatMakeNoType() {
        ByteOrder order = ByteOrder.nativeOrder();
        assertThatThrownBy(() -> new IntegerType(24, true, order)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("24");
        assertThatThrownBy(() -> new ComplexType(FloatFormat.BINARY16, order)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("float16");
        assertThatThrownBy(() -> new FloatType(FloatFormat.BINARY32, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new IntegerType(16, true, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new ComplexType(FloatFormat.BINARY32, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void comparesByValue() {
        assertThat(new IntegerType(8, true, ByteOrder.BIG_ENDIAN)).isEqualTo(DType.INT8);
        assertThat(new FloatType(FloatFormat.BINARY16, ByteOrder.nativeOrder())).isEqualTo(DType.FLOAT16)
                .isNotEqualTo(DType.BFLOAT16);
        assertThat(new BoolType()).isEqualTo(DType.BOOL).isNotEqualTo(DType.UINT8);
    }
}
