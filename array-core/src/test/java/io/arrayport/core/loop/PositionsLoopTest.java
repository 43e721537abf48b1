package io.arrayport.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import io.arrayport.core.kernel.Choices;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import org.junit.jupiter.api.Test;

/** Bools of which another thread has made fewer true, or more, since they were counted. */
final class PositionsLoopTest {
    private static final Layout MASK = Layout.contiguous(Shape.of(2, 3), 1);
    private static final Axes AXES = Axes.of(MASK).coalesce();
    private static final byte BEFORE = 0x55;

    private static MemorySegment mask(Arena arena) {
        return arena.allocateFrom(ValueLayout.JAVA_BYTE, new byte[]{0, 1, 1, 0, 0, 1});
    }

    private static MemorySegment room(Arena arena) {
        return arena.allocate(8L * Long.BYTES, Long.BYTES).fill(BEFORE);
    }

    @Test
    void zerosComeBehindPositionsThatAreFewerThanCounted() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = room(arena);
            PositionsLoop.write(AXES, mask(arena).address(), 0, out.address(), out.address() + 5 * Long.BYTES,
                    out.address() + 5 * Long.BYTES);
            assertThat(out.asSlice(0, 5 * Long.BYTES).toArray(ValueLayout.JAVA_LONG)).containsExactly(1, 2, 5, 0, 0);
            assertThat(out.toArray(ValueLayout.JAVA_BYTE)).endsWith(BEFORE, BEFORE);
        }
    }

    @Test
    void positionsThatAreMoreThanCountedAreLeftOut() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = room(arena);
            PositionsLoop.write(AXES, mask(arena).address(), 0, out.address(), out.address() + Long.BYTES,
                    out.address() + Long.BYTES);
            assertThat(out.getAtIndex(ValueLayout.JAVA_LONG, 0)).isEqualTo(1);
            assertThat(out.asSlice(2 * Long.BYTES).toArray(ValueLayout.JAVA_BYTE)).containsOnly(BEFORE);
        }
    }

    @Test
    void zerosComeBehindElementsThatAreFewerThanCounted() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment in = arena.allocateFrom(ValueLayout.JAVA_INT, 10, 11, 12, 13, 14, 15);
            Layout layout = Layout.contiguous(Shape.of(2, 3), Integer.BYTES);
            MemorySegment out = room(arena);
            PositionsLoop.squeeze(Choices.squeeze(Integer.BYTES), Axes.of(MASK, layout).coalesce(),
                    mask(arena).address(), in.address(), out.address(), out.address() + 5 * Integer.BYTES,
                    out.address() + 5 * Integer.BYTES);
            assertThat(out.asSlice(0, 5 * Integer.BYTES).toArray(ValueLayout.JAVA_INT))
                    .containsExactly(11, 12, 15, 0, 0);
        }
    }
}
