package io.arrayport.conformance.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.arrayport.core.dtype.DType;
import org.junit.jupiter.api.Test;

class CaseTableTest {
    @Test
    void everyFamilyHasACaseForAQuickRunAndOneForFirstCalls() {
        for (String family : CaseTable.families()) {
            List<BenchCase> own = CaseTable.all().stream().filter(each -> each.family().equals(family)).toList();
            assertThat(own).as(family).anyMatch(BenchCase::quick).anyMatch(BenchCase::cold);
        }
    }

    @Test
    void typesAndSizesMakeSense() {
        for (BenchCase each : CaseTable.all()) {
            assertThat(each.sizes()).as(each.id()).isSorted().doesNotHaveDuplicates().allMatch(n -> n > 0);
            assertThat(each.dtypes()).as(each.id()).isNotEmpty().doesNotHaveDuplicates();
            each.dtypes().forEach(name -> assertThat(DType.of(name).name()).isEqualTo(name));
            assertThat(each.inputs().stream().map(Input::name)).as(each.id()).doesNotHaveDuplicates();
        }
    }

    @Test
    void theFamiliesThatLimitsAreSetForAreThere() {
        assertThat(CaseTable.families()).contains("elementwise", "scalar", "strided", "transposed", "broadcast",
                "reduction", "transcendental", "comparison", "where", "take", "mask", "cast", "sort", "argsort",
                "cumsum", "matmul", "allocation", "exchange", "overhead");
    }

    @Test
    void matricesHaveNElements() {
        for (long n : new long[]{10, 1_000, 100_000, 1_000_000, 10_000_000}) {
            long[] shape = Extent.MATRIX.of(n);
            assertThat(shape[0] * shape[1]).isEqualTo(n);
            assertThat(shape[0]).isLessThanOrEqualTo(shape[1]);
        }
        assertThat(Extent.MATRIX.of(1_000_000)).containsExactly(1000, 1000);
    }

    @Test
    void numbersStayInTheirRange() {
        for (long i = 0; i < 1000; i++) {
            assertThat(Fill.SIGNED.at(7, i, 10)).isBetween(-10.0, 10.0);
            assertThat(Fill.INDEX.at(7, i, 10)).isGreaterThanOrEqualTo(0).isLessThan(10);
        }
        assertThat(Fill.PLAIN.at(1, 0, 10)).isNotEqualTo(Fill.PLAIN.at(2, 0, 10));
    }
}
