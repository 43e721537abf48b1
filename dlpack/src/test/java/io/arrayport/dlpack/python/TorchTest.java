package io.arrayport.dlpack.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;

/** {@code torch.from_dlpack} and back, where this machine has a Python with PyTorch. */
class TorchTest {
    @Test
    void tensorsCrossBothWaysAndWhatTheyCannotSayIsRefused() {
        ForkedJvm.Result result = Pythons.child(Pythons.executableWith("torch")).withTimeout(Duration.ofMinutes(3))
                .start(TorchChecks.class);
        assertThat(result.exit()).as("%s", result).isZero();
        assertThat(Integer.parseInt(result.out().replaceAll("(?s).*crossed (\\d+).*", "$1"))).as("%s", result)
                .isGreaterThan(80);
    }
}
