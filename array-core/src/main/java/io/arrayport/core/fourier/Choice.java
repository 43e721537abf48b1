package io.arrayport.core.fourier;

import io.arrayport.core.kernel.Simd;
import org.jspecify.annotations.Nullable;

/** By what transforms are computed: vectors where kernels have them, once they are compiled. */
public final class Choice {
    static final Butterflies BUTTERFLIES = butterflies();
    private static final @Nullable LaneCopy LANES = Simd.isRaced() ? null : LaneCopy.find();

    private Choice() {}

    private static Butterflies butterflies() {
        if (!Simd.isOn()) {
            return new PlainButterflies();
        }
        return Simd.isRaced() ? new RacedButterflies() : Butterflies.vectors();
    }

    /** Returns what brings rows into lanes and back by vectors; null where nothing does, or does not yet. */
    public static @Nullable LaneCopy lanes() {
        return BUTTERFLIES instanceof RacedButterflies raced ? raced.lanes() : LANES;
    }
}
