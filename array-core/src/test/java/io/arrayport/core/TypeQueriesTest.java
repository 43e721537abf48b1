package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;

import io.arrayport.core.dtype.Category;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import org.junit.jupiter.api.Test;

/** Kinds of element types. NumPy's golden cases of the category promotion hold them to all types. */
final class TypeQueriesTest {
    @Test
    void typesBelongToCategories() {
        assertThat(np.issubdtype(np.int8, np.integer)).isTrue();
        assertThat(np.issubdtype(np.uint8, np.signedinteger)).isFalse();
        assertThat(np.issubdtype(np.bfloat16, np.floating)).isTrue();
        assertThat(np.issubdtype(np.floating, np.inexact)).isTrue();
        assertThat(np.issubdtype(np.inexact, np.floating)).isFalse();
        assertThat(np.issubdtype(np.int32.withOrder(ByteOrder.BIG_ENDIAN), np.int32)).isTrue();
        assertThat(Category.of("complexfloating").contains(DType.COMPLEX64)).isTrue();
        assertThatThrownBy(() -> Category.of("floaty")).isInstanceOf(DTypeException.class)
                .hasMessageContaining("'floaty' is none of [generic, number");
    }

    @Test
    void kindsAreThoseOfTheArrayApi() {
        assertThat(np.isdtype(np.float32, "real floating", "bool")).isTrue();
        assertThat(np.isdtype(np.bool, "numeric")).isFalse();
        assertThat(np.isdtype(np.int8, np.int16, np.int8)).isTrue();
        assertThatThrownBy(() -> np.isdtype(np.int8, "floaty")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'floaty' is none of bool, signed integer");
        assertThatThrownBy(() -> np.isdtype(np.int8, 3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not Integer");
    }

    @Test
    void commonTypesAreFloatingOrComplex() {
        assertThat(np.commonType(np.array(1), np.array(1f))).isEqualTo(np.float64);
        assertThat(np.commonType()).isEqualTo(np.float16);
        assertThatThrownBy(() -> np.commonType(np.zeros(Options.shape(1), Options.dtype(np.bool))))
                .isInstanceOf(DTypeException.class).hasMessageContaining("bool is no number");
    }

    @Test
    void lettersHaveNames() {
        assertThat(np.typename("d")).isEqualTo("double precision");
        assertThatThrownBy(() -> np.typename("e")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no name for 'e'");
        assertThat(np.mintypecode("fF")).isEqualTo("F");
        assertThat(np.mintypecode("bh", "fd", "f")).isEqualTo("f");
    }
}
