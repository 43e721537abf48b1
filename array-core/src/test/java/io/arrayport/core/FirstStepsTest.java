package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrayport.core.memory.MemoryInfo;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.ForkedJvm;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

class FirstStepsTest {
    /** A switch over an enum has a class as well, and so have kernels that run on vectors from the start. */
    private static final int FEW = 8;

    @Test
    void leaveNothingBehind() {
        Settled.counts();
        MemoryInfo before = np.memoryInfo();
        new FirstSteps().run();
        assertThat(np.memoryInfo().made()).isEqualTo(before.made());
    }

    /** Adds when what is done ahead is done. */
    static final class Sum {
        public static void main(String[] args) throws InterruptedException {
            try (NdArray a = np.arange(1 << 15, np.float64)) {
                for (Thread thread : Thread.getAllStackTraces().keySet()) {
                    if (thread.getName().equals("arrayport-start")) {
                        thread.join();
                    }
                }
                System.out.println("begins");
                try (NdArray sum = np.add(a, a)) {
                    System.out.println("ends: " + sum.size());
                }
            }
        }
    }

    @Test
    void aFirstAdditionFindsItsWayLoaded() {
        String out = ForkedJvm.with("-XX:ActiveProcessorCount=2", "-Xlog:class+load:stdout").start(Sum.class).out();
        assertThat(out).contains("ends: 32768");
        String before = out.substring(0, out.indexOf("begins"));
        assertThat(before).contains("core.kernel.Kernels ", "core.loop.BinaryLoop ", "core.loop.CpuBackend ");
        String addition = out.substring(before.length(), out.indexOf("ends:"));
        assertThat(addition.lines().filter(line -> line.contains(" io.arrayport.core."))).hasSizeLessThan(FEW);
    }
}
