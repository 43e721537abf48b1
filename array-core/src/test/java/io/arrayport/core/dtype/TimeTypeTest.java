package io.arrayport.core.dtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.List;

import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTypeTest {
    /** The columns are what numpy.dtype reads, its name, and its str on a little-endian machine. */
    @ParameterizedTest
    @CsvSource({"M8[ns],datetime64[ns],<M8[ns]", "<m8[25s],timedelta64[25s],<m8[25s]", "M8,datetime64,<M8",
            "m8[generic],timedelta64,<m8", "M,datetime64,<M8", "m,timedelta64,<m8",
            "timedelta64[Y],timedelta64[Y],<m8[Y]",
            "M8[s/10],datetime64[100ms],<M8[100ms]", "m8[D/4],timedelta64[6h],<m8[6h]", "M8[Y/12],datetime64[M],<M8[M]",
            "M8[2Y/3],datetime64[8M],<M8[8M]", "M8[M/4],datetime64[W],<M8[W]", "M8[ns/1000],datetime64[ps],<M8[ps]",
            "M8[\u03bcs],datetime64[us],<M8[us]", "|M8[1s],datetime64[s],<M8[s]",
            ">datetime64[s],datetime64[s],>M8[s]", "M8[2147483647as],datetime64[2147483647as],<M8[2147483647as]"})
    void namesAreNumpys(String text, String name, String str) {
        DType type = DType.of(text);
        assertThat(type.name()).isEqualTo(name);
        assertThat(type.str()).isEqualTo(str);
        assertThat(DType.of(type.str())).isEqualTo(type);
        assertThat(DType.of(type.toString())).isEqualTo(type);
        assertThat(type.itemsize()).isEqualTo(8);
        assertThat(type.kind()).isEqualTo(str.charAt(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"M8[-1s]", "M8[s/7]", "M8[as/10]", "M8[2147483648s]", "M8[0s]", "M8[10]", "M8[]", "M8[sec]",
            "M8[ s]", "M8[s", "M8[s]x", "M4", "m8 [s]", "M8[99999999999s]"})
    void whatIsNoUnitIsRefused(String text) {
        assertThatThrownBy(() -> DType.of(text)).isInstanceOf(DTypeException.class).hasMessageContaining("'");
    }

    @Test
    void aMultipleIsPositiveAndTheGenericUnitHasNone() {
        ByteOrder order = ByteOrder.nativeOrder();
        assertThatThrownBy(() -> new TimeType(true, TimeUnit.SECOND, 0, order)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("positive, not 0");
        assertThatThrownBy(() -> new TimeType(true, TimeUnit.GENERIC, 2, order)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("must be 1, not 2");
    }

    /** Answers of numpy.promote_types. */
    @ParameterizedTest
    @CsvSource({"m8[25s],m8[10s],m8[5s]", "M8[D],m8[h],M8[h]", "M8[Y],M8[25s],M8[25s]", "M8[Y],m8[D],M8[D]",
            "m8[Y],m8[M],m8[M]", "m8[3Y],m8[8M],m8[4M]", "m8,m8[25s],m8[25s]", "M8,m8,M8", "m8[W],m8[2D],m8[D]",
            "int8,m8[ms],m8[ms]", "bool,m8[ms],m8[ms]", "uint32,m8,m8", ">m8[s],>m8[s],<m8[s]"})
    void typesPromoteToTheUnitThatDividesBoth(String a, String b, String both) {
        DType expected = DType.of(both).withOrder(ByteOrder.nativeOrder());
        assertThat(Promotion.promoteTypes(DType.of(a), DType.of(b))).isEqualTo(expected);
        assertThat(Promotion.promoteTypes(DType.of(b), DType.of(a))).isEqualTo(expected);
        assertThat(Promotion.resultType(List.of(DType.of(a), DType.of(b)), List.of())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"m8[D],m8[Y]", "m8[25s],m8[M]", "int64,M8[s]", "uint64,m8[s]", "float32,m8[s]", "complex64,m8",
            "float64,M8"})
    void whatHasNothingInCommonIsRefused(String a, String b) {
        assertThatThrownBy(() -> Promotion.promoteTypes(DType.of(a), DType.of(b))).isInstanceOf(DTypeException.class)
                .hasMessageContaining(DType.of(b).toString());
    }

    @Test
    void unitsTooFarApartAreRefused() {
        assertThatThrownBy(() -> Promotion.promoteTypes(DType.of("M8[D]"), DType.of("M8[as]")))
                .isInstanceOf(CastingException.class).hasMessageContaining("datetime64[as]");
    }

    @Test
    void numbersBesideSpansCountTheirUnit() {
        List<DType> spans = List.of(DType.of("m8[25s]"));
        assertThat(Promotion.resultType(spans, List.of(WeakKind.INT))).isEqualTo(spans.getFirst());
        assertThat(Promotion.resultType(spans, List.of(WeakKind.BOOL))).isEqualTo(spans.getFirst());
        assertThatThrownBy(() -> Promotion.resultType(spans, List.of(WeakKind.FLOAT)))
                .isInstanceOf(DTypeException.class).hasMessageContaining("float64");
        assertThat(Promotion.minScalarType(new Time((TimeType) DType.of(">m8[25s]"), 3))).isEqualTo(spans.getFirst());
    }

    /** The least rule by which numpy.can_cast allows it. */
    @ParameterizedTest
    @CsvSource({"M8[s],M8[s],no", "M8[s],>M8[s],equiv", "M8[D],M8[s],safe", "M8[s],M8[D],same_kind", "M8,M8[s],safe",
            "M8[s],M8,unsafe", "M8[Y],M8[7D],safe", "m8[Y],m8[D],unsafe", "m8[Y],m8[M],safe",
            "m8[10s],m8[25s],same_kind",
            "M8[D],M8[as],same_kind", "m8[s],M8[s],unsafe", "int64,m8[s],safe", "uint64,m8[s],same_kind",
            "bool,m8[s],safe", "int8,M8[s],unsafe", "float64,m8[s],unsafe", "m8[s],int64,unsafe", "M8[s],bool,unsafe",
            "M8[W],M8[7D],safe", "M8[7D],M8[W],same_kind"})
    void castsAreAllowedAsByNumpy(String from, String to, String least) {
        for (Casting casting : Casting.values()) {
            assertThat(Promotion.canCast(DType.of(from), DType.of(to), casting)).as("%s", casting)
                    .isEqualTo(casting.compareTo(Casting.of(least)) >= 0);
        }
    }
}
