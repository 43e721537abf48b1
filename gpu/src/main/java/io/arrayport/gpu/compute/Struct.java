package io.arrayport.gpu.compute;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.kernel.Walk;

/** A kernel's arguments: words of 64 bits in the order of its struct. */
final class Struct implements Gpu.Arguments {
    private long[] words = new long[16];
    private int count;

    Struct put(long... more) {
        words = Arrays.copyOf(words, Math.max(words.length, 2 * (count + more.length)));
        System.arraycopy(more, 0, words, count, more.length);
        count += more.length;
        return this;
    }

    Struct put(Struct other) {
        return put(Arrays.copyOf(other.words, other.count));
    }

    /** One number for each axis, and room for as many as a kernel takes. */
    Struct axes(long[] numbers) {
        return put(Arrays.copyOf(numbers, Walk.AXES));
    }

    @Override
    public void write(MemorySegment to) {
        MemorySegment.copy(words, 0, to, ValueLayout.JAVA_LONG, 0, count);
    }
}
