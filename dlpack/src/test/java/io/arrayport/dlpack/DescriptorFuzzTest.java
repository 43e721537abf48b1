package io.arrayport.dlpack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;

class DescriptorFuzzTest {
    @Test
    void mutatedDescriptorsAreJudgedAsArithmeticWithoutLimitsJudgesThem() {
        ForkedJvm.Result result = ForkedJvm.run(DescriptorFuzz.class, "50000", "20261", "20262", "20263");
        assertThat(result.exit()).as("%s", result).isZero();
        List<String> seeds = result.out().lines().toList();
        assertThat(seeds).hasSize(3);
        for (String line : seeds) {
            String[] words = line.split(" ");
            assertThat(Integer.parseInt(words[3])).as("accepted, of 50000: %s", line).isGreaterThan(10_000);
            assertThat(Integer.parseInt(words[5])).as("refused, of 50000: %s", line).isGreaterThan(10_000);
        }
    }
}
