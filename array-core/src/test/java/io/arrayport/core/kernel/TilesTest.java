package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.foreign.Arena;
import java.util.Random;

import io.arrayport.core.memory.Memory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tiles in vectors against those in arrays, to the bit. */
class TilesTest {

    @ParameterizedTest
    @EnumSource(value = Lane.class, names = {"F32", "F64"})
    void vectorsAndArraysGiveTheSameBits(Lane lane) {
        assumeThat(Kernels.panels(lane)).isNotNull();
        Tiles vectors = TileCode.of(VectorTypes.species(lane));
        int width = Tiles.WIDTH * VectorTypes.species(lane).vectorByteSize();
        Tiles arrays = new ArrayTiles(lane == Lane.F64, width);
        Random random = new Random(1);
        for (int rows = 0; rows <= Tiles.ROWS; rows++) {
            for (int turns : new int[]{1, 2, 7, 64, 128}) {
                try (Arena arena = Arena.ofConfined()) {
                    long aRow = 140L * lane.bytes();
                    long bRow = width + 8L;
                    long a = numbers(lane, arena, random, Tiles.APART * aRow);
                    long b = numbers(lane, arena, random, 300 * bRow);
                    long first = numbers(lane, arena, random, 2L * Tiles.ROWS * width);
                    long alternating = arena.allocate(Tiles.APART * aRow, 64).address();
                    long second = arena.allocate(2L * Tiles.ROWS * width, 64).address();
                    Memory.copy(first, second, 2L * Tiles.ROWS * width);
                    vectors.add(rows, a, aRow, b, bRow, 130 * bRow, turns, first, 2L * width);
                    arrays.add(rows, a, aRow, b, bRow, 130 * bRow, turns, second, 2L * width);
                    assertThat(Memory.segment(first, 2L * Tiles.ROWS * width)
                            .mismatch(Memory.segment(second, 2L * Tiles.ROWS * width))).as("%s %s", rows, turns)
                            .isEqualTo(-1);
                    for (int row = 0; row < rows; row++) {
                        Steps.copy(lane.bytes(), a + row * aRow, lane.bytes(), alternating + (long) row * lane.bytes(),
                                (long) Tiles.APART * lane.bytes(), turns);
                    }
                    if (rows > 1) {
                        Memory.copy(first, second, 2L * Tiles.ROWS * width);
                        vectors.add(rows, a, aRow, b, width, 0, turns, first, 2L * width);
                        vectors.dense(rows, alternating, b, turns, second, 2L * width);
                        arrays.dense(rows, alternating, b, turns, second, 2L * width);
                        arrays.add(rows, a, aRow, b, width, 0, turns, first, 2L * width);
                        assertThat(Memory.segment(first, 2L * Tiles.ROWS * width)
                                .mismatch(Memory.segment(second, 2L * Tiles.ROWS * width))).as("%s %s", rows, turns)
                                .isEqualTo(-1);
                    }
                    vectors.alternate(a, aRow, Tiles.APART, turns, alternating);
                    arrays.alternate(a, aRow, Tiles.APART, turns, b);
                    assertThat(Memory.segment(alternating, (long) Tiles.APART * turns * lane.bytes())
                            .mismatch(Memory.segment(b, (long) Tiles.APART * turns * lane.bytes()))).isEqualTo(-1);
                    vectors.pack(b, bRow, 2, first);
                    arrays.pack(b, bRow, 2, second);
                    assertThat(Memory.segment(first, 2L * width).mismatch(Memory.segment(second, 2L * width)))
                            .isEqualTo(-1);
                }
            }
        }
    }

    private static long numbers(Lane lane, Arena arena, Random random, long bytes) {
        long at = arena.allocate(bytes + 8, 64).address();
        for (long i = 0; i < bytes; i += lane.bytes()) {
            if (lane == Lane.F64) {
                Raw.f64(at + i, random.nextDouble() - 0.5);
            } else {
                Raw.f32(at + i, random.nextFloat() - 0.5f);
            }
        }
        return at;
    }
}
