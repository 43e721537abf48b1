package io.arrayport.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;

import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Layouts;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyLoopTest {

    /** Any source strides, targets whose elements do not overlap. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 16})
    void copiesWhatTheNaiveCopyCopies(int itemsize) {
        Random random = new Random(31L * itemsize);
        for (int round = 0; round < 1_500; round++) {
            Shape shape = Layouts.shape(random, 6);
            Layout source = random.nextInt(4) == 0
                    ? Layout.contiguous(shape, itemsize)
                    : Layouts.any(random, shape, itemsize);
            Layout target = random.nextBoolean()
                    ? Layout.contiguous(shape, itemsize).shifted(random.nextInt(5))
                    : Layouts.disjoint(random, shape, itemsize);
            check(random, source, target, itemsize);
        }
    }

    /** Tiles, what is left of them at either side, and the rows between cuts of long ones. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 16})
    void copiesMatricesThatLieTheOtherWayRound(int itemsize) {
        Random random = new Random(37L * itemsize);
        long[][] shapes = {{8, 8}, {9, 17}, {64, 64}, {65, 130}, {8, 2051}, {2050, 9}, {3, 70, 66}, {100, 3}, {3, 100}};
        for (long[] dims : shapes) {
            Shape shape = Shape.of(dims);
            Layout columns = Layout.contiguous(reversed(shape), itemsize).transpose();
            Layout gaps = Layout.contiguous(reversed(shape), 2 * itemsize).transpose();
            Layout rows = Layout.contiguous(shape, itemsize);
            check(random, columns, rows, itemsize);
            check(random, rows, columns, itemsize);
            check(random, gaps, rows, itemsize);
            check(random, columns, Layout.contiguous(shape, 3 * itemsize), itemsize);
            check(random, columns.slice(0, null, null, -1L), rows, itemsize);
            check(random, rows, rows.slice(0, null, null, -1L), itemsize);
        }
    }

    private static Shape reversed(Shape shape) {
        return Layout.contiguous(shape, 1).transpose().shape();
    }

    /** Also longer ones than are copied at once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 12, 16})
    void repeatsElements(int itemsize) {
        Random random = new Random(41L * itemsize);
        for (long[] dims : new long[][]{{5, 20_000}, {20_000, 3}, {7, 2}, {9, 8}, {9, 17}, {70, 33}}) {
            Shape shape = Shape.of(dims);
            Layout one = Layout.of(Shape.of(), new long[0], 0).broadcastTo(shape);
            Layout column = Layout.contiguous(Shape.of(dims[0], 1), itemsize).broadcastTo(shape);
            for (Layout source : List.of(one, column)) {
                check(random, source, Layout.contiguous(shape, itemsize), itemsize);
                check(random, source, Layout.contiguous(shape, 2 * itemsize), itemsize);
            }
        }
    }

    private static void check(Random random, Layout source, Layout target, int itemsize) {
        byte[] from = new byte[(int) source.endByte(itemsize)];
        byte[] to = new byte[(int) target.endByte(itemsize)];
        random.nextBytes(from);
        random.nextBytes(to);
        try (Storage fromStorage = storage(from); Storage toStorage = storage(to)) {
            CopyLoop.copy(fromStorage.address(), source, toStorage.address(), target, itemsize);
            List<Long> sourceOffsets = Layouts.offsets(source);
            List<Long> targetOffsets = Layouts.offsets(target);
            for (int element = 0; element < sourceOffsets.size(); element++) {
                for (int i = 0; i < itemsize; i++) {
                    to[(int) (targetOffsets.get(element) + i)] = from[(int) (sourceOffsets.get(element) + i)];
                }
            }
            assertThat(bytes(toStorage)).as("%s to %s, itemsize %d", source, target, itemsize)
                    .isEqualTo(to);
            assertThat(bytes(fromStorage)).isEqualTo(from);
        }
    }

    @Test
    void copiesNothingOfAnEmptyLayout() {
        Layout empty = Layout.of(Shape.of(3, 0), new long[]{1L << 50, 1L << 50}, 0);
        CopyLoop.copy(1, empty, 1, empty, 8);
    }

    private static Storage storage(byte[] bytes) {
        Storage storage = Storage.allocate(bytes.length);
        Memory.segment(storage.address(), bytes.length).copyFrom(MemorySegment.ofArray(bytes));
        return storage;
    }

    private static byte[] bytes(Storage storage) {
        return Memory.segment(storage.address(), storage.byteSize()).toArray(ValueLayout.JAVA_BYTE);
    }
}
