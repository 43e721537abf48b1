package io.arrayport.core.kernel;

/**
 * Copies and chooses elements of a size that no loop is made for: strings and structured ones.
 *
 * @param bytes of an element, any number
 */
record AnySize(int bytes) implements UnaryKernel, GatherKernel, BlendKernel, SqueezeKernel {
    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        Steps.copy(bytes, in, inStride, out, outStride, n);
    }

    @Override
    public long gather(long in, long step, long dim, long positions, long out, long outStride, long n) {
        for (long i = 0; i < n; i++) {
            long position = Positions.fromFront(Raw.i64(positions + Long.BYTES * i), dim);
            if (Positions.isOutside(position, dim)) {
                return i;
            }
            move(in + position * step, out + i * outStride);
        }
        return n;
    }

    @Override
    public long scatter(long in, long inStride, long positions, long out, long step, long dim, long n) {
        for (long i = 0; i < n; i++) {
            long position = Positions.fromFront(Raw.i64(positions + Long.BYTES * i), dim);
            if (Positions.isOutside(position, dim)) {
                return i;
            }
            move(in + i * inStride, out + position * step);
        }
        return n;
    }

    @Override
    public void blend(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
            long n) {
        for (long i = 0; i < n; i++) {
            move(Bools.either(Raw.i8(mask + i * maskStride), a + i * aStride, b + i * bStride), out + i * outStride);
        }
    }

    @Override
    public void put(long mask, long maskStride, long in, long inStride, long out, long outStride, long spare, long n) {
        for (long i = 0; i < n; i++) {
            if (Raw.i8(mask + i * maskStride) != 0) {
                move(in + i * inStride, out + i * outStride);
            }
        }
    }

    @Override
    public long choose(long[] strips, long[] strides, long n) {
        int out = strips.length - 2;
        int which = strips.length - 1;
        for (long i = 0; i < n; i++) {
            long strip = Raw.i64(strips[which] + i * strides[which]);
            if (strip < 0 || strip >= out) {
                return i;
            }
            move(strips[(int) strip] + i * strides[(int) strip], strips[out] + i * strides[out]);
        }
        return n;
    }

    @Override
    public long run(long mask, long maskStride, long in, long inStride, long out, long end, long n) {
        long to = out;
        for (long i = 0; i < n; i++) {
            if (Raw.i8(mask + i * maskStride) != 0 && to + bytes <= end) {
                move(in + i * inStride, to);
                to += bytes;
            }
        }
        return to;
    }

    private void move(long from, long to) {
        int done = 0;
        for (; done <= bytes - Long.BYTES; done += Long.BYTES) {
            Raw.i64(to + done, Raw.i64(from + done));
        }
        for (; done < bytes; done++) {
            Raw.i8(to + done, Raw.i8(from + done));
        }
    }
}
