package io.arrayport.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line teaches, and {@code info}. */
class UsageTest {
    @Test
    void withoutACommandAndWithHelpItSaysWhatThereIs() {
        for (Cli cli : List.of(Cli.run(), Cli.run("--help"))) {
            assertThat(cli.exit()).isZero();
            assertThat(cli.err()).isEmpty();
            assertThat(cli.out()).contains("Usage: arrayport", "demo", "info", "Start with:  arrayport demo",
                    "Exit codes");
        }
        assertThat(Cli.run("--version").out()).startsWith("arrayport ");
    }

    @Test
    void helpOfDemoNamesEveryOptionAndItsDefault() {
        Cli cli = Cli.run("demo", "--help");
        assertThat(cli.exit()).isZero();
        assertThat(cli.out()).contains("--input", "--model", "--columns", "--target", "--output", "--json",
                "default: distance,time", "default: delay", "default: scored.arrow", "bundled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--frobnicate", "demo --frobnicate", "demo --input", "demo surplus", "frobnicate",
            "info --jsno"})
    void badArgumentsAreNamedWithAHintAndExitCode2(String line) {
        String[] args = line.split(" ");
        Cli cli = Cli.run(args);
        assertThat(cli.exit()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err().lines().findFirst().orElse("")).contains(args[args.length - 1]);
        assertThat(cli.err()).containsAnyOf("Usage: arrayport", "Possible solutions: --json")
                .doesNotContain("Exception");
    }

    @Test
    void infoAsJsonHasEveryItemWithItsRemedy() throws IOException {
        Cli cli = Cli.run("info", "--json");
        assertThat(cli.exit()).isZero();
        assertThat(cli.err()).isEmpty();
        List<String> names = new ArrayList<>();
        for (JsonNode item : new ObjectMapper().readTree(cli.out()).get("items")) {
            names.add(item.get("name").asText());
            assertThat(item.get("found").isBoolean()).isTrue();
            assertThat(item.get("detail").asText()).isNotBlank();
            assertThat(item.get("remedy").isTextual()).isTrue();
            assertThat(item.get("found").asBoolean() || !item.get("remedy").asText().isBlank()).as(
                    "what is missing says how to mend it: " + item).isTrue();
        }
        assertThat(names).containsExactly("JDK", "SIMD", "BLAS", "cores", "libtorch", "Arrow", "CUDA", "Python");
    }

    @Test
    void infoSaysWhetherTheVectorApiIsOn() throws IOException {
        boolean here = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        JsonNode simd = new ObjectMapper().readTree(Cli.run("info", "--json").out()).get("items").get(1);
        assertThat(simd.get("found").asBoolean()).isEqualTo(here);
        assertThat(simd.get("remedy").asText().isEmpty()).isEqualTo(here);
    }

    @Test
    void infoAsTextHasALineForEachItem() {
        Cli cli = Cli.run("info");
        assertThat(cli.exit()).isZero();
        assertThat(cli.out()).containsPattern("(?m)^JDK +found").containsPattern("(?m)^libtorch +found")
                .containsPattern("(?m)^CUDA +(found|missing)").containsPattern("(?m)^Python +(found|missing)");
    }
}
