package io.arrayport.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;

import io.arrayport.core.backend.Op;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelClipTest {
    private static final int MOST = 150;
    private static final int LARGEST = 16;

    @ParameterizedTest
    @EnumSource(value = Lane.class, names = "TIME", mode = EnumSource.Mode.EXCLUDE)
    void clipIsMaximumThenMinimum(Lane lane) {
        Random random = new Random(7);
        byte[] bytes = new byte[MOST * LARGEST];
        random.nextBytes(bytes);
        Arrays.fill(bytes, 5 * LARGEST, 7 * LARGEST, (byte) -1); // Of floats, NaN
        if (lane == Lane.BOOL) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] &= 1;
            }
        }
        int size = lane.bytes();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment in = arena.allocate(bytes.length, 64);
            MemorySegment.copy(bytes, 0, in, ValueLayout.JAVA_BYTE, 0, bytes.length);
            for (int n = 0; n <= MOST; n++) {
                // Bounds in any order, NaN among them
                long least = in.address() + (long) random.nextInt(MOST) * size;
                long most = in.address() + (long) random.nextInt(MOST) * size;
                MemorySegment got = arena.allocate(bytes.length, 64);
                MemorySegment expected = arena.allocate(bytes.length, 64);
                Kernels.clip(lane).run(in.address(), least, most, got.address(), n);
                Kernels.binary(Op.MAXIMUM, lane).run(in.address(), size, least, 0, expected.address(), size, n);
                Kernels.binary(Op.MINIMUM, lane).run(expected.address(), size, most, 0, expected.address(), size, n);
                assertArrayEquals(expected.toArray(ValueLayout.JAVA_BYTE), got.toArray(ValueLayout.JAVA_BYTE),
                        "n = " + n);
            }
        }
    }
}
