package io.arrayport.core.kernel;

/**
 * {@code out[i] = a[i] * 2 to the power of b[i]}, rounded once.
 *
 * @param lane of a, a float's
 * @param wide whether b is int64, not int32
 */
record Scaling(Lane lane, boolean wide) implements BinaryKernel {
    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        if (lane == Lane.F64) {
            for (long i = 0; i < n; i++) {
                Raw.f64(out + i * outStride, Floats.scaled(Raw.f64(a + i * aStride), exponent(b + i * bStride)));
            }
            return;
        }
        Real form = Real.of(lane);
        for (long i = 0; i < n; i++) {
            form.put(out + i * outStride,
                    Floats.scaled((float) form.get(a + i * aStride), exponent(b + i * bStride)));
        }
    }

    private long exponent(long at) {
        return wide ? Raw.i64(at) : Raw.i32(at);
    }
}
