package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

import io.arrayport.core.testing.ForkedJvm;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices that fail, and drivers that are missing or too old, in JVMs of their own. */
class DeviceHazardTest {
    private static String survived(String... hazard) {
        ForkedJvm.Result child = ForkedJvm.run(DeviceHazards.class, hazard);
        assertThat(child.crashed()).as(child.toString()).isFalse();
        assertThat(child.out()).as(child.err()).contains("[1, 2, 3]", "survived").doesNotContain("not refused");
        return child.out();
    }

    @Test
    void aLostDeviceRefusesEverythingAndIsLetGo() {
        assumeTrue(Emulator.get().isPresent(), "the emulator needs g++");
        assertThat(survived("lost").lines().filter(line -> line.startsWith("DeviceException cuda: "))).hasSize(6)
                .allMatch(line -> line.contains("700"));
    }

    @Test
    void noDriver() {
        assumeFalse(LibCuda.open().isPresent() && Emulator.get().isEmpty(), "there is one here");
        assertThat(survived("driver")).contains("DeviceException cuda:0: no CUDA driver", "install NVIDIA's driver");
    }

    @ParameterizedTest
    @CsvSource({"11040, CUDA driver 11.4 is too old", "12040, it lacks"})
    void anOldDriver(String version, String said, @TempDir Path folder) {
        assumeTrue(Emulator.get().isPresent(), "the emulator needs g++");
        Path library = Emulator.old(version, folder.resolve("libcuda.so.1"));
        assertThat(survived("driver", library.toString())).contains(said, "update NVIDIA's driver");
    }

    @Test
    void nullIsNoDevice() {
        try (var a = np.arange(3)) {
            assertThatThrownBy(() -> a.toDevice(null)).isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("toDevice");
        }
        assertThatThrownBy(() -> np.on(null)).isInstanceOf(NullPointerException.class).hasMessageContaining("on");
    }
}
