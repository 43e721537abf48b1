package io.arrayport.core.kernel;

import io.arrayport.core.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Copies elements that lie a step apart. Sizes have loops of their own, which the compiler would not make of one. They
 * add up addresses: multiplying, or several elements a turn, takes up to twice the time, unless steps are constant.
 */
public final class Steps {
    /** About how many bytes of a repeated element are copied at once: what they are copied from stays in the cache. */
    private static final long REPEATED = 16384;
    /** How many bytes of it are written as words: a loop that is not compiled yet must not take long. */
    private static final long WORDS = 8192;
    /** Of loops that were mostly short the compiler makes no vectors, and these take twice the time: they go apart. */
    private static final long LEAST_WORDS = 512;
    /** By the logarithm of the size: a word of ones. */
    private static final long[] ONES = {0x0101_0101_0101_0101L, 0x1_0001_0001_0001L, 0x1_0000_0001L, 1};

    /** Shortest strip that is worth looking for a loop with constant steps. */
    private static final long WORTHWHILE = 16;

    /** Widest constant steps, in elements. */
    private static final int WIDEST = 4;

    private static final Template<StepKernel> CONSTANT = new Template<>(FixedSteps.class);

    /** By the logarithm of the size, which side has gaps, and the step there; made when needed. */
    private static final @Nullable StepKernel[] KERNELS = new @Nullable StepKernel[5 * 2 * (2 * WIDEST + 1)];

    private Steps() {}

    /**
     * Copies {@code count} elements in their order.
     *
     * @param itemsize bytes of an element, any number
     * @param fromStep bytes from one element to the next; 0 repeats one
     * @param toStep bytes from one element to the next
     */
    public static void copy(int itemsize, long from, long fromStep, long to, long toStep, long count) {
        if (fromStep == 0 && toStep == itemsize && count > 1 && itemsize > 0) {
            long bytes = count * itemsize;
            boolean inWords = itemsize <= Long.BYTES && Integer.bitCount(itemsize) == 1;
            if (inWords && bytes >= Long.BYTES && bytes < LEAST_WORDS) {
                few(word(itemsize, from), to, bytes);
                return;
            }
            if (bytes >= LEAST_WORDS || !inWords && itemsize != 2 * Long.BYTES) {
                repeat(itemsize, from, to, bytes, inWords);
                return;
            }
        }
        StepKernel constant = count < WORTHWHILE ? null : constant(itemsize, fromStep, toStep);
        if (constant != null) {
            constant.run(from, to, count);
            return;
        }
        switch (itemsize) {
            case 1 -> bytes(from, fromStep, to, toStep, count);
            case 2 -> shorts(from, fromStep, to, toStep, count);
            case 4 -> ints(from, fromStep, to, toStep, count);
            case 8 -> longs(from, fromStep, to, toStep, count);
            case 16 -> pairs(from, fromStep, to, toStep, count);
            default -> others(itemsize, from, fromStep, to, toStep, count);
        }
    }

    /** The loop for steps that are few elements on one side and one on the other, or null. */
    private static @Nullable StepKernel constant(int itemsize, long fromStep, long toStep) {
        boolean gathers = toStep == itemsize;
        long step = gathers ? fromStep : toStep;
        if (!gathers && fromStep != itemsize || Integer.bitCount(itemsize) != 1 || itemsize > 16
                || Math.abs(step) > (long) WIDEST * itemsize || step % itemsize != 0) {
            return null;
        }
        int place = Integer.numberOfTrailingZeros(itemsize) * 2 + (gathers ? 1 : 0);
        place = place * (2 * WIDEST + 1) + (int) (step / itemsize) + WIDEST;
        StepKernel kernel = KERNELS[place];
        if (kernel == null) {
            kernel = CONSTANT.specialise(new FixedSteps.Spec(itemsize, fromStep, toStep));
            if (gathers && isVectored(itemsize, fromStep)) {
                kernel = Simd.provider().steps(itemsize, fromStep < 0, kernel);
            }
            KERNELS[place] = kernel;
        }
        return kernel;
    }

    /**
     * Returns whether elements so many bytes apart are every other one, or backwards, and no other: vectors bring these
     * together, and {@link VectorPairwise} adds them where they lie.
     */
    public static boolean isVectored(int itemsize, long step) {
        return itemsize <= Long.BYTES && (step == 2L * itemsize || step == -itemsize);
    }

    /** A word full of an element. */
    private static long word(int itemsize, long from) {
        long ones = -1L >>> Long.SIZE - itemsize * Byte.SIZE;
        return (Repeated.bits(itemsize, from) & ones) * ONES[Integer.numberOfTrailingZeros(itemsize)];
    }

    /** One word at least, and fewer than are worth a loop of vectors; the last ones end with the last byte. */
    private static void few(long word, long to, long bytes) {
        long pair = 2L * Long.BYTES;
        if (bytes < pair) {
            Raw.i64(to, word);
            Raw.i64(to + bytes - Long.BYTES, word);
            return;
        }
        long last = bytes - pair;
        for (long i = 0; last - i > 0; i += pair) { // see UnitChars
            pair(to + i, word);
        }
        pair(to + last, word);
    }

    private static void pair(long to, long word) {
        long target = Raw.address(to);
        Raw.i64(target, word);
        Raw.i64(target + Long.BYTES, word);
    }

    /** What is there already is copied behind itself. It begins with words, where elements make some. */
    private static void repeat(int itemsize, long from, long to, long bytes, boolean inWords) {
        long done = itemsize;
        if (inWords) {
            done = Math.min(bytes, WORDS);
            words(word(itemsize, from), to, (int) done);
        } else {
            Memory.copy(from, to, itemsize);
        }
        long most = Math.max(itemsize, REPEATED - REPEATED % itemsize);
        while (done < bytes) {
            long more = Math.min(Math.min(done, bytes - done), most);
            Memory.copy(to, to + done, more);
            done += more;
        }
    }

    /** The last word, of one at least, ends with the last byte. */
    private static void words(long word, long to, int bytes) {
        long first = Raw.address(to);
        int n = bytes / Long.BYTES;
        for (int i = 0; i < n; i++) {
            Raw.i64(first + (long) i * Long.BYTES, word);
        }
        Raw.i64(to + bytes - Long.BYTES, word);
    }

    private static void bytes(long from, long fromStep, long to, long toStep, long n) {
        long source = from;
        long target = to;
        for (long i = 0; i < n; i++, source += fromStep, target += toStep) {
            Raw.i8(target, Raw.i8(source));
        }
    }

    private static void shorts(long from, long fromStep, long to, long toStep, long n) {
        long source = from;
        long target = to;
        for (long i = 0; i < n; i++, source += fromStep, target += toStep) {
            Raw.i16(target, Raw.i16(source));
        }
    }

    private static void ints(long from, long fromStep, long to, long toStep, long n) {
        long source = from;
        long target = to;
        for (long i = 0; i < n; i++, source += fromStep, target += toStep) {
            Raw.i32(target, Raw.i32(source));
        }
    }

    private static void longs(long from, long fromStep, long to, long toStep, long n) {
        long source = from;
        long target = to;
        for (long i = 0; i < n; i++, source += fromStep, target += toStep) {
            Raw.i64(target, Raw.i64(source));
        }
    }

    private static void pairs(long from, long fromStep, long to, long toStep, long n) {
        long source = from;
        long target = to;
        for (long i = 0; i < n; i++, source += fromStep, target += toStep) {
            long first = Raw.i64(source);
            long second = Raw.i64(source + 8);
            Raw.i64(target, first);
            Raw.i64(target + 8, second);
        }
    }

    private static void others(int itemsize, long from, long fromStep, long to, long toStep, long n) {
        for (long i = 0; i < n; i++) {
            Memory.copy(from + i * fromStep, to + i * toStep, itemsize);
        }
    }
}
