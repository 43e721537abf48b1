package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.ChunkedColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.column.Validity;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import org.junit.jupiter.api.Test;

/** Columns whose parts are not what their field says: a consumer would read beyond the buffers. */
class DeclaredFieldTest {
    private static final ArrowField INT64 = ArrowField.of("x", DType.INT64);
    private final ArrowColumn bytes = ArrowColumn.of("x", np.arange(4, np.int8));

    @Test
    void childrenOfAnotherTypeThanDeclaredAreRefused() {
        for (ArrowType type : List.of(new ArrowType.Struct(), new ArrowType.FixedList(2))) {
            assertThatThrownBy(() -> ArrowColumn.of(ArrowField.of("s", type, INT64), 2, List.of(), List.of(bytes)))
                    .isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("\"s\": child 0 \"x\": expected int64 as the field says, found int8");
        }
        assertThatThrownBy(() -> ArrowColumn.of(ArrowField.of("s", new ArrowType.Struct(), INT64, INT64), 4, List.of(),
                List.of(bytes))).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("expected 2 children as its field has, found 1");
    }

    @Test
    void grandchildrenAreNamedInTheTypes() {
        ArrowColumn inner = ArrowColumn.of(ArrowField.of("in", new ArrowType.Struct(), bytes.field()), 4, List.of(),
                List.of(bytes));
        ArrowField declared = ArrowField.of("in", new ArrowType.Struct(), INT64);
        assertThatThrownBy(() -> ArrowColumn.of(ArrowField.of("s", new ArrowType.Struct(), declared), 4, List.of(),
                List.of(inner))).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("expected struct<int64> as the field says, found struct<int8>");
        assertThatThrownBy(() -> new ChunkedColumn(declared, List.of(inner))).isInstanceOf(DTypeException.class)
                .hasMessageContaining("expected chunks of struct<int64>, found struct<int8>");
        assertThat(new ChunkedColumn(inner.field().named("other"), List.of(inner)).length()).isEqualTo(4);
    }

    @Test
    void aDictionaryOfAnotherTypeThanDeclaredIsRefused() {
        ArrowField coded = new ArrowField("d", new ArrowType.Dictionary(-1, ArrowNumber.INT8, false, INT64), true,
                Map.of());
        assertThatThrownBy(() -> ArrowColumn.of(coded, 4, List.of(np.arange(4, np.int8)), List.of(bytes)))
                .isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("\"d\": dictionary: expected int64 as the field says, found int8");
    }

    @Test
    void batchColumnsOfAnotherTypeThanTheSchemasAreRefused() {
        assertThatThrownBy(() -> new RecordBatch(ArrowSchema.of(INT64), 4, List.of(bytes)))
                .isInstanceOf(DTypeException.class)
                .hasMessageContaining("column \"x\": expected int64 as the schema says, got int8");
    }

    @Test
    void listsOfMoreRowsThanCanBeCountedAreRefused() {
        ArrowColumn nulls = ArrowColumn.of(ArrowField.of("n", new ArrowType.Null()), Long.MAX_VALUE, List.of(),
                List.of());
        assertThatThrownBy(() -> ArrowColumn.of(ArrowField.of("l", new ArrowType.FixedList(4), nulls.field()),
                Long.MAX_VALUE / 2, List.of(), List.of(nulls))).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("\"l\"").hasMessageContaining("more than can be counted");
    }

    @Test
    void everyRowOfTypeNullIsNull() {
        ArrowColumn nulls = ArrowColumn.of(ArrowField.of("n", new ArrowType.Null()), 5, List.of(), List.of());
        assertThat(nulls.isNull(4)).isTrue();
        assertThat(nulls.validity().nullCount()).isEqualTo(5);
        assertThat(nulls.slice(1, 3).validity().nullCount()).isEqualTo(2);
        assertThat(nulls.slice(1, 3).isNull(0)).isTrue();
        assertThat(Numbers.values(nulls.validity().toMask())).containsExactly(1., 1., 1., 1., 1.);
        assertThatThrownBy(() -> nulls.with(Validity.all(5))).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("all rows of type null are null");
        assertThatThrownBy(() -> bytes.with(nulls.slice(0, 4).validity())).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("Validity.ofMask");
        try (CStructs structs = ArrowC.structs(nulls); ArrowColumn back = ArrowC.column(structs.schema(),
                structs.array())) {
            assertThat(back.validity().nullCount()).isEqualTo(5);
        }
    }
}
