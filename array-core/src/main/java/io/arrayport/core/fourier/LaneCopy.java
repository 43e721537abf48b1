package io.arrayport.core.fourier;

import java.lang.invoke.MethodHandles;

import io.arrayport.core.kernel.Simd;
import org.jspecify.annotations.Nullable;

/**
 * Complex numbers of float64, real and imaginary parts side by side in memory, from there to {@link Buffers} of as many
 * lanes and back, by vectors. Nothing is checked: the caller holds the memory.
 */
public interface LaneCopy {
    /** How many rows there are. */
    int COUNT = Transforms.LANES;

    /** What {@link #gather} and {@link #scatter} take is a multiple of this. */
    int TOGETHER = 4;

    /**
     * Reads the first {@code count} numbers of rows that are columns of a matrix, side by side.
     *
     * @param step bytes from one number of a row to the next
     */
    void apart(long from, long step, int count, Buffers b);

    /**
     * Writes {@code count} numbers of such rows, real and imaginary parts times a factor each.
     *
     * @param first the place of the first number
     */
    void together(Buffers b, int first, int count, double factor, double imaginaryFactor, long to, long step);

    /** Reads the first {@code count} numbers of each row, whose numbers are side by side. */
    void gather(long[] rows, int count, Buffers b);

    /** Writes {@code count} numbers of such rows, as {@link #together} does. */
    void scatter(Buffers b, int first, int count, double factor, double imaginaryFactor, long[] rows);

    /** Returns what does so, made anew, or null where lanes of two vectors are not chosen by one instruction. */
    static @Nullable LaneCopy find() {
        return Simd.isOn() && Simd.isWide() ? Simd.anew(MethodHandles.lookup(), LaneCopy.class, "VectorLaneCopy")
                : null;
    }
}
