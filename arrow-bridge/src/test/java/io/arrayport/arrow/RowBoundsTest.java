package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.LongFunction;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.DecimalColumn;
import io.arrayport.arrow.column.DictionaryColumn;
import io.arrayport.arrow.column.ListColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.column.RunEndColumn;
import io.arrayport.arrow.column.TextColumn;
import io.arrayport.arrow.column.UnionColumn;
import io.arrayport.arrow.column.Validity;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and columns that are not there: one line that says which there are. */
class RowBoundsTest {
    private static ArrowColumn named(String name) {
        return Zoo.columns().filter(column -> column.field().name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {-22, 21, Long.MAX_VALUE, Long.MIN_VALUE})
    void aRowThatIsNotThereIsNamed(long row) {
        List<LongFunction<Object>> ways = List.of(named("int32")::isNull, TextColumn.of(named("utf8_view"))::get,
                TextColumn.of(named("utf8_view"))::isNull, ListColumn.of(named("list"))::get,
                UnionColumn.of(named("dense"))::get, RunEndColumn.of(named("runs"))::run,
                DictionaryColumn.of(named("coded"))::index, DecimalColumn.of(named("decimal128(20, 3)"))::unscaled);
        for (LongFunction<Object> way : ways) {
            assertThatThrownBy(() -> way.apply(row)).isInstanceOf(IndexException.class)
                    .hasMessageMatching(
                            "(isNull|get|bytes|run|index|unscaled): Arrow column \"[^\"]+\": expected a row "
                                    + "from 0 and below 21, found " + row);
        }
        Validity validity = named("int32").validity();
        assertThatThrownBy(() -> validity.isValid(row)).isInstanceOf(IndexException.class)
                .hasMessage("isNull: validity: expected a row from 0 and below 21, found " + row);
    }

    @Test
    void whoCountsFromTheEndIsToldTheRow() {
        assertThatThrownBy(() -> named("int32").isNull(-1)).isInstanceOf(IndexException.class)
                .hasMessageEndingWith("found -1; rows are not counted from the end: the one meant is 20");
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "4, 3", "0, 22", "22, 22", "-9223372036854775808, 9223372036854775807"})
    void rowsThatAreNotAllThereAreNamed(long from, long to) {
        ArrowColumn column = named("int32");
        assertThatThrownBy(() -> column.slice(from, to)).isInstanceOf(IndexException.class)
                .hasMessageStartingWith(
                        "slice: Arrow column \"int32\": expected rows 0 <= from <= to <= 21, found from "
                                + from + " to " + to);
        assertThatThrownBy(() -> column.validity().slice(from, to)).isInstanceOf(IndexException.class)
                .hasMessageStartingWith("slice: validity: expected rows 0 <= from <= to <= 21, found from " + from);
        assertThat(column.slice(21, 21).length()).isZero();
    }

    @Test
    void aColumnThatIsNotInABatchIsNamed() {
        try (NdArray array = np.arange(3); RecordBatch batch = RecordBatch.of(ArrowColumn.of("x", array))) {
            for (int wrong : new int[]{-1, 1}) {
                assertThatThrownBy(() -> batch.column(wrong)).isInstanceOf(IndexException.class)
                        .hasMessageContainingAll("below 1", "found " + wrong, "[x]");
            }
        }
    }
}
