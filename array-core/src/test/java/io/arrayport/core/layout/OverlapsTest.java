package io.arrayport.core.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import io.arrayport.core.layout.Overlaps.Answer;
import org.junit.jupiter.api.Test;

class OverlapsTest {

    @Test
    void findsWhatComparingAllBytesFinds() {
        Random random = new Random(11);
        int found = 0;
        for (int round = 0; round < 4_000; round++) {
            int itemsizeA = 1 + random.nextInt(4);
            int itemsizeB = 1 + random.nextInt(4);
            Layout a = layout(random);
            Layout b = layout(random);
            Set<Long> common = bytes(a, itemsizeA);
            common.retainAll(bytes(b, itemsizeB));
            Answer expected = common.isEmpty() ? Answer.NO : Answer.YES;
            assertThat(Overlaps.of(0, a, itemsizeA, 0, b, itemsizeB, -1)).as("%s, %s", a, b).isEqualTo(expected);
            Answer limited = Overlaps.of(0, a, itemsizeA, 0, b, itemsizeB, 2);
            assertThat(limited).isIn(expected, Answer.UNDECIDED);
            found += expected == Answer.YES ? 1 : 0;
        }
        assertThat(found).isBetween(400, 3_600);
    }

    private static Layout layout(Random random) {
        long[] dims = new long[random.nextInt(4)];
        long[] strides = new long[dims.length];
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = random.nextInt(4);
            strides[axis] = random.nextInt(-20, 21);
        }
        return Layout.of(Shape.of(dims), strides, 100 + random.nextInt(60));
    }

    private static Set<Long> bytes(Layout layout, int itemsize) {
        Set<Long> bytes = new HashSet<>();
        for (long offset : Layouts.offsets(layout)) {
            for (int i = 0; i < itemsize; i++) {
                bytes.add(offset + i);
            }
        }
        return bytes;
    }
}
