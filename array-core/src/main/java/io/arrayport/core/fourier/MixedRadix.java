package io.arrayport.core.fourier;

import java.util.List;

/** Lengths of small factors, by Stockham's passes: one for each factor, from one buffer to the other and back. */
final class MixedRadix implements Transform {
    private final int n;
    private final Pass[] passes;

    /** @param factors whose product is n: 2, 4 and odd ones */
    MixedRadix(int n, List<Integer> factors) {
        this.n = n;
        passes = new Pass[factors.size()];
        int left = n;
        for (int i = 0; i < passes.length; i++) {
            int radix = factors.get(i);
            left /= radix;
            passes[i] = new Pass(radix, left);
        }
    }

    @Override
    public int length() {
        return n;
    }

    @Override
    public long room() {
        return 4L * n;
    }

    @Override
    public void forward(Buffers b, int lanes) {
        int stride = lanes;
        for (Pass pass : passes) {
            Choice.BUTTERFLIES.run(pass, stride, b.re, b.im, b.backRe, b.backIm);
            b.swap();
            stride *= pass.radix;
        }
    }
}
