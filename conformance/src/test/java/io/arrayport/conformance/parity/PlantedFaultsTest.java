package io.arrayport.conformance.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.arrayport.conformance.golden.CaseResult;
import io.arrayport.conformance.golden.Outcome;
import io.arrayport.conformance.rules.Glob;
import io.arrayport.core.testing.ForkedJvm;
import io.arrayport.interop.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults that have been made elsewhere, planted here: what is green on our sources turns red on each. */
class PlantedFaultsTest {
    private static final String CORE = "array-core/src/main/java/io/arrayport/core/";

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("a wrong promotion", new PlantedFault(CORE + "dtype/Promotion.java",
                        "DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64",
                        "DType.FLOAT64, DType.FLOAT32, DType.COMPLEX64"),
                        "promotion:promote_types/*"),
                Arguments.of("an off-by-one stride", new PlantedFault(CORE + "layout/Layout.java",
                        "count == 0 ? strides[at] : wrapSafe(strides[at], by)",
                        "count == 0 ? strides[at] : wrapSafe(strides[at], by + 1)"), "indexing:slice/*"),
                Arguments.of("a view where NumPy copies", new PlantedFault(CORE + "ndarray/ArrayCopies.java",
                        "return !copy && type.equals(array.dtype())", "return type.equals(array.dtype())"),
                        "casts:order/c,*"),
                // The first coefficient, changed so that the sine of an eighth turn is 4 ulp off
                Arguments.of("a sine off by 4 ulp", new PlantedFault(CORE + "kernel/Trig64.java",
                        "S1 = -0x1.5555555555549p-3", "S1 = -0x1.555555555556ap-3"), "elementary:sin/float64/*"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theGoldenCasesFindIt(String what, PlantedFault fault, String cases, @TempDir Path folder)
            throws IOException {
        List<CaseResult> sound = ParityRun.cases(Glob.of(cases), _ -> {});
        assertThat(sound).extracting(CaseResult::outcome).contains(Outcome.PASSED).doesNotContain(Outcome.FAILED);
        fault.compile(folder);
        ForkedJvm.Result faulty = ForkedJvm.with().startBehind(folder, Main.class, "parity", "--case", cases);
        assertThat(faulty.exit()).as(what + ": " + faulty).isEqualTo(1);
        assertThat(faulty.out()).as(what).containsPattern("(?m)^failed  ");
    }

    @Test
    void theLeakCheckFindsAMissedDeleter(@TempDir Path folder) throws IOException {
        ForkedJvm.Result sound = ForkedJvm.run(LeakProbe.class);
        assertThat(sound.exit()).as(sound.toString()).isZero();
        new PlantedFault("dlpack/src/main/java/io/arrayport/dlpack/Import.java",
                "            Managed.release(address, form);\n", "").compile(folder);
        ForkedJvm.Result faulty = ForkedJvm.with().startBehind(folder, LeakProbe.class);
        assertThat(faulty.exit()).as(faulty.toString()).isEqualTo(1);
        assertThat(faulty.out()).contains("shared", "EXPORT");
    }
}
