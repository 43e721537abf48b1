package io.arrayport.core.dtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.List;

import io.arrayport.core.error.DTypeException;
import org.junit.jupiter.api.Test;

class FlexibleTypeTest {
    @Test
    void textFormsAreNumPys() {
        assertThat(DType.of("S5")).isEqualTo(new BytesType(5)).hasToString("|S5");
        assertThat(DType.of(">U5")).isEqualTo(new UnicodeType(5, ByteOrder.BIG_ENDIAN)).hasToString(">U5");
        assertThat(DType.of("V")).isEqualTo(new VoidType(0)).hasToString("|V0");
        assertThat(DType.of("str").name()).isEqualTo("str");
        assertThat(DType.of("U7").name()).isEqualTo("str224");
        assertThat(DType.of("S7").name()).isEqualTo("bytes56");
    }

    @Test
    void lengthsBeyondAnIntAreRefused() {
        assertThatThrownBy(() -> DType.of("S2147483648")).isInstanceOf(DTypeException.class)
                .hasMessageContaining("S2147483648");
        assertThatThrownBy(() -> DType.of("U600000000")).isInstanceOf(DTypeException.class)
                .hasMessageContaining("600000000");
    }

    @Test
    void stringsPromoteToRoomForBoth() {
        assertThat(promoted("S3", "S5")).isEqualTo("|S5");
        assertThat(promoted("S3", ">U2")).isEqualTo(new UnicodeType(3).str());
        assertThat(promoted("S3", "int64")).isEqualTo("|S21");
        assertThat(promoted("float16", "U40")).isEqualTo(new UnicodeType(40).str());
        assertThat(promoted("V3", "V3")).isEqualTo("|V3");
        assertThatThrownBy(() -> promoted("U3", "M8[s]")).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> promoted("V3", "V4")).isInstanceOf(DTypeException.class);
    }

    private static String promoted(String a, String b) {
        return Promotion.promoteTypes(DType.of(a), DType.of(b)).str();
    }

    @Test
    void castsThatKeepAllCharactersAreSafe() {
        assertThat(allowed("int8", "S4", Casting.SAFE)).isTrue();
        assertThat(allowed("int8", "S3", Casting.SAFE)).isFalse();
        assertThat(allowed("int8", "S3", Casting.SAME_KIND)).isTrue();
        assertThat(allowed("S3", "U3", Casting.SAFE)).isTrue();
        assertThat(allowed("U3", "S3", Casting.SAME_KIND)).isFalse();
        assertThat(allowed("U3", "S3", Casting.UNSAFE)).isTrue();
        assertThat(allowed("<U3", ">U3", Casting.EQUIV)).isTrue();
        assertThat(allowed("<U3", ">U3", Casting.NO)).isFalse();
        assertThat(allowed("S3", "float64", Casting.SAME_KIND)).isFalse();
    }

    private static boolean allowed(String from, String to, Casting casting) {
        return Promotion.canCast(DType.of(from), DType.of(to), casting);
    }

    @Test
    void fieldsLieInsideOfTheirStruct() {
        StructType.Field field = new StructType.Field("x", DType.INT32, List.of(2), 4, null);
        assertThat(new StructType(List.of(field), 12, false).fields().getFirst().itemsize()).isEqualTo(8);
        assertThatThrownBy(() -> new StructType(List.of(field), 11, false)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("'x' takes bytes 4 to 12 of 11");
    }
}
