package io.arrayport.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CudaDriverTest {
    @Test
    void saysEitherWhatThereIsOrWhatMendsIt() {
        CudaStatus status = CudaDriver.probe();
        assertThat(status.detail()).isNotBlank();
        assertThat(status.available()).isEqualTo(!status.devices().isEmpty());
        assertThat(status.remedy().isEmpty()).isEqualTo(status.available());
        for (CudaDevice device : status.devices()) {
            assertThat(device.name()).isNotBlank();
            assertThat(device.memoryBytes()).isPositive();
        }
    }

    @Test
    void askingTwiceGivesTheSameAnswer() {
        assertThat(CudaDriver.probe()).isEqualTo(CudaDriver.probe());
    }
}
