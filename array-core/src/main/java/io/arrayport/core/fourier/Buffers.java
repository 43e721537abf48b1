package io.arrayport.core.fourier;

import org.jspecify.annotations.Nullable;

/**
 * Complex numbers in Java arrays, real and imaginary parts apart, and as much room beside. The number k of row l lies
 * at {@code k * lanes + l}, for as many lanes as are transformed together.
 */
public final class Buffers {
    double[] re;
    double[] im;
    double[] backRe;
    double[] backIm;
    private @Nullable Buffers inner;

    Buffers(int size) {
        re = new double[size];
        im = new double[size];
        backRe = new double[size];
        backIm = new double[size];
    }

    /** Returns the real parts: another array after each transform. */
    public double[] re() {
        return re;
    }

    /** Returns the imaginary parts, as {@link #re}. */
    public double[] im() {
        return im;
    }

    /** What lies beside becomes what is there. */
    void swap() {
        double[] front = re;
        re = backRe;
        backRe = front;
        front = im;
        im = backIm;
        backIm = front;
    }

    /** Real parts become imaginary ones and back: a transform between two of these turns the other way. */
    void exchange() {
        double[] front = re;
        re = im;
        im = front;
    }

    /** Room for a transform that is a part of this one; what is in it is not defined. */
    Buffers inner(int size) {
        Buffers found = inner;
        if (found == null || found.re.length < size) {
            found = new Buffers(size);
            inner = found;
        }
        return found;
    }
}
