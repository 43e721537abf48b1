package io.arrayport.dlpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorFuzzTest {
    @ParameterizedTest
    @ValueSource(longs = {20261, 20262, 20263})
    void mutatedDescriptorsAreJudgedAsArithmeticWithoutLimitsJudgesThem(long seed) {
        ForkedJvm.Result result = ForkedJvm.run(DescriptorFuzz.class, String.valueOf(seed), "100000");
        assertThat(result.exit()).as("seed %d: %s", seed, result).isZero();
        String[] words = result.out().strip().split(" ");
        assertThat(Integer.parseInt(words[1])).as("accepted, of 100000").isGreaterThan(10_000);
        assertThat(Integer.parseInt(words[3])).as("refused, of 100000").isGreaterThan(10_000);
    }
}
