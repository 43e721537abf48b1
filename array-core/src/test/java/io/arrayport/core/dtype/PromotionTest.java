package io.arrayport.core.dtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.List;

import io.arrayport.core.error.DTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the golden cases of NumPy do not hold: bfloat16, laws, and errors. */
class PromotionTest {
    static final List<DType> ALL = DType.ALL;

    /**
     * Results are the dtypes that {@code np.add} gives with ml_dtypes 0.6.0 under NumPy 2.4.6; casts are its
     * {@code np.can_cast}. Ours differ in same_kind for float16 and complex: there bfloat16 is of kind V, so that NumPy
     * refuses bfloat16 to float16 and allows complex to bfloat16; here it is a float as the others are.
     */
    @ParameterizedTest
    @CsvSource({
            // type, result, to bfloat16: safe, same_kind, from bfloat16: safe, same_kind
            "bool,       bfloat16,   true,  true,  false, false",
            "int8,       bfloat16,   true,  true,  false, false",
            "int16,      float32,    false, true,  false, false",
            "int32,      float64,    false, true,  false, false",
            "int64,      float64,    false, true,  false, false",
            "uint8,      bfloat16,   true,  true,  false, false",
            "uint16,     float32,    false, true,  false, false",
            "uint32,     float64,    false, true,  false, false",
            "uint64,     float64,    false, true,  false, false",
            "float16,    float32,    false, true,  false, true",
            "bfloat16,   bfloat16,   true,  true,  true,  true",
            "float32,    float32,    false, true,  true,  true",
            "float64,    float64,    false, true,  true,  true",
            "complex64,  complex64,  false, false, true,  true",
            "complex128, complex128, false, false, true,  true"})
    void treatsBfloat16AsMlDtypesDoes(String name, String result, boolean safeTo, boolean sameKindTo, boolean safeFrom,
            boolean sameKindFrom) {
        DType type = DType.of(name);
        assertThat(Promotion.promoteTypes(type, DType.BFLOAT16)).isEqualTo(DType.of(result));
        assertThat(Promotion.canCast(type, DType.BFLOAT16, Casting.SAFE)).isEqualTo(safeTo);
        assertThat(Promotion.canCast(type, DType.BFLOAT16, Casting.SAME_KIND)).isEqualTo(sameKindTo);
        assertThat(Promotion.canCast(DType.BFLOAT16, type, Casting.SAFE)).isEqualTo(safeFrom);
        assertThat(Promotion.canCast(DType.BFLOAT16, type, Casting.SAME_KIND)).isEqualTo(sameKindFrom);
    }

    @ParameterizedTest
    @CsvSource({"BOOL,bfloat16", "INT,bfloat16", "FLOAT,bfloat16", "COMPLEX,complex64"})
    void weakNumbersLeaveBfloat16AsTheyLeaveFloat16(WeakKind weak, String result) {
        assertThat(Promotion.resultType(List.of(DType.BFLOAT16), List.of(weak))).isEqualTo(DType.of(result));
    }

    @Test
    void bfloat16DoesNotMakeTheResultDependOnTheOrder() {
        assertThat(Promotion.resultType(List.of(DType.INT16, DType.BFLOAT16, DType.UINT16), List.of()))
                .isEqualTo(DType.FLOAT32);
        assertThat(Promotion.resultType(List.of(DType.FLOAT16, DType.INT8, DType.BFLOAT16), List.of()))
                .isEqualTo(DType.FLOAT32);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void promotionIsCommutativeAndHoldsBoth(DType a) {
        assertThat(Promotion.promoteTypes(a, a)).isEqualTo(a);
        for (DType b : ALL) {
            DType both = Promotion.promoteTypes(a, b);
            assertThat(Promotion.promoteTypes(b, a)).isEqualTo(both);
            assertThat(Promotion.canCast(a, both, Casting.SAFE)).isTrue();
            assertThat(Promotion.canCast(b, both, Casting.SAFE)).isTrue();
            assertThat(Promotion.canCast(a, b, Casting.SAFE)).as("%s to %s", a, b).isEqualTo(both.equals(b));
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void eachCastingAllowsWhatTheOneBeforeItDoes(DType a) {
        for (DType b : ALL) {
            boolean before = false;
            for (Casting casting : Casting.values()) {
                boolean allowed = Promotion.canCast(a, b, casting);
                assertThat(allowed || !before).as("%s to %s: %s", a, b, casting).isTrue();
                before = allowed;
            }
            assertThat(before).isTrue();
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void safeCastsAreTransitive(DType a) {
        for (DType b : ALL) {
            for (DType c : ALL) {
                if (Promotion.canCast(a, b, Casting.SAFE) && Promotion.canCast(b, c, Casting.SAFE)) {
                    assertThat(Promotion.canCast(a, c, Casting.SAFE)).as("%s to %s to %s", a, b, c).isTrue();
                }
            }
        }
    }

    @Test
    void foreignBytesOfBfloat16AreEquivalentAndPromoteToNative() {
        DType big = DType.BFLOAT16.withOrder(ByteOrder.BIG_ENDIAN);
        DType little = DType.BFLOAT16.withOrder(ByteOrder.LITTLE_ENDIAN);
        assertThat(Promotion.canCast(big, little, Casting.NO)).isFalse();
        assertThat(Promotion.canCast(big, little, Casting.EQUIV)).isTrue();
        assertThat(Promotion.promoteTypes(big, big)).isEqualTo(DType.BFLOAT16);
        assertThat(Promotion.resultType(List.of(big), List.of())).isEqualTo(DType.BFLOAT16);
    }

    @Test
    void takesEveryClassOfJavasIntegers() {
        assertThat(List.of((byte) 7, (short) 7, 7, 7L, BigInteger.valueOf(7)))
                .allSatisfy(value -> {
                    assertThat(Promotion.minScalarType(value)).isEqualTo(DType.UINT8);
                    assertThat(WeakKind.of(value)).isEqualTo(WeakKind.INT);
                });
        assertThat(Promotion.minScalarType(Long.MIN_VALUE)).isEqualTo(DType.INT64);
        assertThat(Promotion.minScalarType((short) -129)).isEqualTo(DType.INT16);
    }

    @Test
    void knowsTheKindsOfNumbers() {
        assertThat(WeakKind.of(true)).isEqualTo(WeakKind.BOOL);
        assertThat(WeakKind.of(1f)).isEqualTo(WeakKind.FLOAT);
        assertThat(WeakKind.of(1d)).isEqualTo(WeakKind.FLOAT);
        assertThat(WeakKind.of(new Complex(1, 0))).isEqualTo(WeakKind.COMPLEX);
        assertThatThrownBy(() -> WeakKind.of(BigDecimal.ONE)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("BigInteger").hasMessageContaining("java.math.BigDecimal");
    }

    @Test
    void refusesWhatHasNoType() {
        BigInteger beyond = BigInteger.TWO.pow(64);
        assertThatThrownBy(() -> Promotion.minScalarType(beyond)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("18446744073709551616").hasMessageContaining("uint64")
                .hasMessageContaining("double");
        assertThatThrownBy(() -> Promotion.minScalarType("1")).isInstanceOf(DTypeException.class)
                .hasMessageContaining("java.lang.String");
        assertThatThrownBy(() -> Promotion.resultType(List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("resultType");
    }

    @ParameterizedTest
    @CsvSource({"no,NO", "equiv,EQUIV", "safe,SAFE", "same_kind,SAME_KIND", "unsafe,UNSAFE"})
    void readsAndPrintsNumpysNamesOfCastings(String text, Casting casting) {
        assertThat(Casting.of(text)).isEqualTo(casting).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SAFE", "same kind", "same_value"})
    void refusesOtherCastingsAsNumpyDoes(String text) {
        assertThatThrownBy(() -> Casting.of(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'").hasMessageContaining("same_kind");
    }
}
