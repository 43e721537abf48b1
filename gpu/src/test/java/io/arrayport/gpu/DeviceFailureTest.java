package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes wrong on a device is an exception that says what, and the next operation is not the worse for it. */
class DeviceFailureTest {
    private static final Device GPU = Device.cuda(0);
    private static final int LAUNCH_OUT_OF_RESOURCES = 701;

    @BeforeAll
    static void theEmulator() {
        assumeTrue(Emulator.get().isPresent(), "failures are made by the emulator, which needs g++");
    }

    @Test
    void moreMemoryThanThereIs() {
        assertThatThrownBy(() -> np.on(GPU).empty(shape(1L << 31), DType.UINT8))
                .isInstanceOf(MemoryBudgetException.class).hasMessageContaining("cuda:0").hasMessageContaining("free");
    }

    @Test
    void whatIsKeptIsGivenUpFirst() {
        long most = 800L << 20;
        np.on(GPU).empty(shape(most), DType.UINT8).close();
        assertThat(Gpu.of(0).pool().usage().pooled()).isGreaterThanOrEqualTo(most);
        np.on(GPU).empty(shape(most - (200L << 20)), DType.UINT8).close();
        Gpu.of(0).pool().trim();
        assertThat(Gpu.of(0).pool().usage().pooled()).isZero();
    }

    @Test
    void memoryOfAClosedArrayIsTheNextOnes() {
        NdArray first = np.on(GPU).empty(shape(1000), DType.FLOAT32);
        long address = first.address();
        first.close();
        try (NdArray second = np.on(GPU).empty(shape(990), DType.FLOAT32)) {
            assertThat(second.address()).isEqualTo(address);
        }
        assertThatThrownBy(first::copy).isInstanceOf(ClosedException.class);
    }

    @Test
    void aLaunchThatTheDriverRefuses() {
        try (Scope _ = np.scope()) {
            NdArray a = np.arange(5.0).toDevice(GPU);
            a.add(a);
            Emulator.fail("cuLaunchKernel", LAUNCH_OUT_OF_RESOURCES);
            assertThatThrownBy(() -> a.add(a)).isInstanceOf(DeviceException.class)
                    .hasMessageContaining("cuLaunchKernel").hasMessageContaining("701");
            assertThat(a.add(a).toDevice(Device.CPU).tolist()).isEqualTo(np.arange(5.0).multiply(2).tolist());
        }
    }

    @Test
    void aDeviceThatIsNotThere() {
        assertThatThrownBy(() -> np.on(Device.cuda(7)).zeros(shape(3))).isInstanceOf(DeviceException.class)
                .hasMessageContaining("cuda:7").hasMessageContaining("1 device");
    }

    @Test
    void mixedDevices() {
        try (Scope _ = np.scope()) {
            NdArray there = np.arange(3.0).toDevice(GPU);
            assertThatThrownBy(() -> there.add(np.arange(3.0))).hasMessageContaining("cuda:0")
                    .hasMessageContaining("cpu");
        }
    }
}
