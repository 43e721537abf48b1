package io.arrayport.gpu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;

class KernelBuildTest {
    @Test
    void shippedKernelsAreMadeFromTheseSources() throws IOException {
        if (Boolean.getBoolean("arrayport.regenerate")) {
            KernelBuild.run();
        }
        assertThat(KernelBuild.stale())
                .as("sources have changed; write kernels anew by -Darrayport.regenerate=true -Dtest=KernelBuildTest")
                .isEmpty();
        assertThat(KernelBuild.shipped()).isEqualTo(KernelTable.sources().keySet());
    }

    @Test
    void everyKernelOfTheTableStandsInItsModule() {
        KernelTable.sources().forEach((module, source) -> {
            for (String name : KernelTable.namesOf(module)) {
                assertThat(Kernels.text(name)).startsWith(".version 7.0\n.target sm_75\n.address_size 64\n")
                        .contains(".entry " + name + "(").doesNotContain(".extern");
            }
        });
    }
}
