package io.arrayport.conformance.bench.table;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.CallException;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;

class CaseTableTest {
    /** What a case may need that is more than a name: a form of call. */
    private static final Map<String, Callable<Object>> FORMS = Map.of(
            "array[indices]", () -> call("ndarray.__getitem__", List.of(numbers(), np.array(1L, 0L)), Map.of()),
            "array[mask]", () -> call("ndarray.__getitem__", List.of(numbers(), truths()), Map.of()),
            "array[mask] =", () -> call("ndarray.__setitem__", List.of(numbers(), truths(), 0.0), Map.of()));

    private static NdArray numbers() {
        return np.array(1.0, 2.0);
    }

    private static NdArray truths() {
        return np.array(1.0, 0.0).astype(np.bool);
    }

    private static Object call(String name, List<?> args, Map<String, ?> kwargs) {
        return String.valueOf(np.call(name, args, kwargs));
    }

    private static boolean exists(String need) throws Exception {
        Callable<Object> form = FORMS.get(need);
        if (form == null) {
            return np.has(need) || np.has("ndarray." + need);
        }
        try {
            form.call();
            return true;
        } catch (CallException absent) {
            return false;
        }
    }

    @Test
    void noCaseIsMarkedMissingWhoseFunctionsExist() throws Exception {
        for (BenchCase each : CaseTable.all()) {
            for (String need : each.needs()) {
                assertThat(exists(need)).as("%s is marked missing, and %s exists: give it its form", each.id(), need)
                        .isFalse();
            }
        }
    }

    @Test
    void whatIsThereIsSeenToBeThere() throws Exception {
        assertThat(exists("reshape")).as("the test above could not fail otherwise").isTrue();
        assertThat(exists("no_such_function")).isFalse();
    }

    @Test
    void everyMissingCaseSaysWhatItNeeds() {
        for (BenchCase each : CaseTable.all()) {
            assertThat(each.needs().isEmpty()).as(each.id()).isNotEqualTo(each.isMissing());
        }
    }

    @Test
    void whatMissingCasesNeedIsNumpys() throws IOException {
        List<String> needs = CaseTable.all().stream().flatMap(each -> each.needs().stream())
                .filter(need -> !FORMS.containsKey(need)).distinct().toList();
        Process python;
        try {
            python = new ProcessBuilder("python3", "-c",
                    "import sys, numpy; print([n for n in sys.argv[1].split() if not hasattr(numpy, n)])",
                    String.join(" ", needs)).start();
        } catch (IOException absent) {
            python = null;
        }
        assumeThat(python).as("python3").isNotNull();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assumeThat(said).as("NumPy").isNotEmpty();
        assertThat(said).isEqualTo("[]");
    }

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
