package io.arrayport.core.kernel;

/** {@link SearchKernel} of complex numbers. */
final class ComplexSearch implements SearchKernel {
    private final Real form;
    private final int part;

    /** @param part the lane of the numbers' parts */
    ComplexSearch(Lane part) {
        this.form = Real.of(part);
        this.part = part.bytes();
    }

    @Override
    public void run(Sorted sorted, long values, long stride, long out, long outStride, long count, boolean right) {
        for (long i = 0; i < count; i++) {
            Raw.i64(out + i * outStride, find(sorted, values + i * stride, right));
        }
    }

    private long find(Sorted sorted, long value, boolean right) {
        double real = form.get(value);
        double imag = form.get(value + part);
        long before = 0;
        long left = sorted.n();
        while (left > 0) {
            long half = left >>> 1;
            long at = sorted.address(before + half);
            boolean comes = right ? !ComplexSelect.isLess(real, imag, form.get(at), form.get(at + part))
                    : ComplexSelect.isLess(form.get(at), form.get(at + part), real, imag);
            before += comes ? half + 1 : 0;
            left = comes ? left - half - 1 : half;
        }
        return before;
    }
}
