package io.arrayport.core.dtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.error.DTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Structured types: what golden cases do not say. */
class StructTypeTest {
    private static final Field X = Field.of("x", DType.INT8);
    private static final Field Y = Field.of("y", DType.FLOAT64, 2, 3);

    @Test
    void fieldsComeOneBehindTheOther() {
        StructType type = StructType.of(X, Y);
        assertThat(type.itemsize()).isEqualTo(49);
        assertThat(type.field("y").offset()).isEqualTo(1);
        assertThat(type.isPacked()).isTrue();
        assertThat(type.isFull()).isTrue();
        assertThat(type).hasToString("[('x', 'i1'), ('y', '<f8', (2, 3))]");
        assertThat(type.str()).isEqualTo("|V49");
        assertThat(type.name()).isEqualTo("void392");
    }

    @Test
    void alignedFieldsLieWhereCompilersPutThem() {
        StructType type = StructType.aligned(X, Y, Field.of("z", DType.INT8));
        assertThat(type.fields()).hasSize(3);
        assertThat(type.fields().get(1).offset()).isEqualTo(8);
        assertThat(type.alignment()).isEqualTo(8);
        assertThat(type.itemsize()).isEqualTo(64);
        assertThat(type.isFull()).isFalse();
    }

    @Test
    void alignmentIsNoPartOfEquality() {
        Field one = Field.of("a", DType.INT32);
        assertThat(StructType.aligned(one)).isEqualTo(StructType.of(one)).hasSameHashCodeAs(StructType.of(one));
        assertThat(StructType.of(one)).isNotEqualTo(StructType.of(one.withTitle("t")));
        assertThat(StructType.of(one)).isNotEqualTo(new StructType(List.of(one), 8, false));
    }

    @Test
    void descrCountsGapsAsFieldsWithoutAName() {
        StructType type = StructType.aligned(X, Field.of("y", DType.FLOAT64), Field.of("z", DType.INT16, 2));
        assertThat(type.descr()).containsExactly(Row.of("x", "|i1"), Row.of("", "|V7"), Row.of("y", "<f8"),
                Row.of("z", "<i2", Row.of(2)), Row.of("", "|V4"));
        assertThat(StructType.of(type.descr(), false).itemsize()).isEqualTo(type.itemsize());
        StructType nested = StructType.of(Field.of("p", StructType.of(X), 3).withTitle("t"));
        assertThat(nested.descr()).containsExactly(
                Row.of(Row.of("t", "p"), List.of(Row.of("x", "|i1")), Row.of(3)));
        assertThatThrownBy(() -> type.select(List.of("z", "x")).descr()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'x' begins at byte 0");
    }

    @Test
    void textListAndMapSayTheSame() {
        StructType type = StructType.of(Field.of("f0", DType.INT32), Field.of("f1", DType.FLOAT32, 2));
        assertThat(DType.of("i4,2f4")).isEqualTo(type);
        assertThat(DType.of("<i4, (2,)f4,")).isEqualTo(type);
        assertThat(StructType.of(List.of(List.of("", "i4"), List.of("", "f4", 2)), false)).isEqualTo(type);
        assertThat(StructType.of(List.of(List.of("f0", DType.INT32), List.of("f1", List.of("f4", 2))), false))
                .isEqualTo(type);
        assertThat(StructType.of(Map.of("names", List.of("f0", "f1"), "formats", List.of("i4", "2f4")), false))
                .isEqualTo(type);
        assertThat(StructType.of(Map.of("f1", List.of("2f4", 4), "f0", List.of("i4", 0)), false)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"i4,", "i4,f8", "(2,3)f8,i1", "datetime64[ns],m8[25s]", "?,|b1", "U3,S2,V7"})
    void whatATypeSaysOfItselfIsReadAgain(String text) {
        StructType type = (StructType) DType.of(text);
        assertThat(StructType.of(type.descr(), false)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "i4,,f8", "i4;f8", "2i4", "(2,3)f8", "i4,(2f8", "i4,f8)", ">i4,<>f8", "i4 f8,",
            "99999999999i4,f8", "(-1)i4,f8", "M8[,us]", "i4,m8[us,]"})
    void textThatSaysNoFieldsIsRefused(String text) {
        assertThatThrownBy(() -> DType.of(text)).isInstanceOf(DTypeException.class).hasMessageContaining("dtype");
    }

    @Test
    void typesTooLargeForAnElementAreRefused() {
        Field huge = Field.of("a", DType.INT8, Integer.MAX_VALUE);
        assertThatThrownBy(() -> StructType.of(huge, X)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("2147483648");
        assertThatThrownBy(() -> Field.of("a", DType.INT16, 1 << 16, 1 << 16)).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> Field.of("a", DType.INT16, 2, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsThatHoldThemselvesAreRefused() {
        List<Object> self = new ArrayList<>();
        self.add(List.of("a", self));
        assertThatThrownBy(() -> StructType.of(self, false)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("deep");
        assertThatThrownBy(() -> StructType.of(Collections.singletonList(null), false))
                .isInstanceOf(DTypeException.class);
    }

    @Test
    void byteOrderIsThatOfAllFields() {
        StructType type = StructType.of(X, Field.of("p", StructType.of(Field.of("q", DType.INT16))));
        DType turned = type.withOrder(ByteOrder.BIG_ENDIAN);
        assertThat(turned).hasToString("[('x', 'i1'), ('p', [('q', '>i2')])]");
        assertThat(turned.isNative()).isFalse();
        assertThat(turned.withOrder(ByteOrder.LITTLE_ENDIAN)).isEqualTo(type);
    }

    @Test
    void rowsAreListsWrittenAsTuples() {
        assertThat(Row.of(1, 2.5)).isEqualTo(List.of(1, 2.5)).hasToString("(1, 2.5)");
        assertThat(Row.of("a")).hasToString("(a,)");
    }
}
