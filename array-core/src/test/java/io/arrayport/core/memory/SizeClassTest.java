package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeClassTest {

    @ParameterizedTest
    @CsvSource({"64,64", "1024,1024", "1025,1152", "1152,1152", "1153,1280", "8000,8192", "8193,9216", "800000,851968",
            "1048576,1048576", "4194304,4194304", "4194305,6291456", "80000000,83886080", "83886081,92274688"})
    void eightSizesToADoublingAndWholeHugePages(long bytes, long size) {
        assertThat(SizeClass.ceiling(bytes)).isEqualTo(size);
    }

    @Test
    void wasteIsAnEighthAtMostAndAHugePage() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            long bytes = Math.max(1, random.nextLong() >>> 2 + random.nextInt(60));
            long size = SizeClass.ceiling(bytes);
            assertThat(size).isGreaterThanOrEqualTo(bytes);
            if (bytes > SizeClass.SMALL) {
                assertThat(size - bytes).isLessThan(Math.max(size > SizeClass.HUGE ? SizeClass.HUGE_PAGE : 0,
                        bytes / 8 + 1));
                assertThat(size % Memory.ALIGNMENT).isZero();
                assertThat(SizeClass.is(size)).isTrue();
                assertThat(SizeClass.at(SizeClass.index(size))).isEqualTo(size);
            }
        }
    }

    @Test
    void eachSizeHasAPlaceOfItsOwn() {
        int last = -1;
        for (long size = SizeClass.ceiling(SizeClass.SMALL + 1); size < 1L << 61; size = SizeClass.ceiling(size + 1)) {
            assertThat(SizeClass.index(size)).isGreaterThan(last).isLessThan(SizeClass.COUNT);
            last = SizeClass.index(size);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE - 63, Long.MAX_VALUE - 4096 & -64})
    void whatNoSizeHoldsIsItself(long bytes) {
        assertThat(SizeClass.ceiling(bytes)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(longs = {64, 1024, 1088, 4194304 + 64})
    void othersAreNoSizes(long bytes) {
        assertThat(SizeClass.is(bytes)).isFalse();
    }
}
