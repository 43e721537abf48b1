package io.arrayport.core.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The kernels that choose elements without looking at them, by the bytes of an element. Those for 1, 2, 4, 8 and 16
 * are made when they are first asked for and then kept.
 */
public final class Choices {
    private static final int SIZES = 17;
    private static final AtomicReferenceArray<GatherKernel> GATHER = new AtomicReferenceArray<>(SIZES);
    private static final AtomicReferenceArray<BlendKernel> BLEND = new AtomicReferenceArray<>(SIZES);
    private static final AtomicReferenceArray<SqueezeKernel> SQUEEZE = new AtomicReferenceArray<>(SIZES);

    private static final Template<GatherKernel> GATHERS = new Template<>(ScalarGather.class);
    private static final Template<BlendKernel> BLENDS = new Template<>(ScalarBlend.class);
    private static final Template<SqueezeKernel> SQUEEZES = new Template<>(ScalarSqueeze.class);

    private Choices() {}

    /** Returns what copies from and to positions. */
    public static GatherKernel gather(int bytes) {
        if (!isLane(bytes)) {
            return new AnySize(bytes);
        }
        GatherKernel kernel = GATHER.getAcquire(bytes);
        return kernel != null ? kernel : keep(GATHER, bytes, GATHERS.specialise(new ScalarGather.Spec(bytes)));
    }

    /** Returns what copies one of several elements. */
    public static BlendKernel blend(int bytes) {
        if (!isLane(bytes)) {
            return new AnySize(bytes);
        }
        BlendKernel kernel = BLEND.getAcquire(bytes);
        return kernel != null ? kernel : keep(BLEND, bytes, BLENDS.specialise(new ScalarBlend.Spec(bytes)));
    }

    /** Returns what copies elements at which bools are true. */
    public static SqueezeKernel squeeze(int bytes) {
        if (!isLane(bytes)) {
            return new AnySize(bytes);
        }
        SqueezeKernel kernel = SQUEEZE.getAcquire(bytes);
        return kernel != null ? kernel : keep(SQUEEZE, bytes, SQUEEZES.specialise(new ScalarSqueeze.Spec(bytes)));
    }

    /** Returns whether numbers have so many bytes, for which there are loops of their own. */
    static boolean isLane(int bytes) {
        return Integer.bitCount(bytes) == 1 && bytes < SIZES;
    }

    private static <K> K keep(AtomicReferenceArray<K> kept, int bytes, K made) {
        return kept.compareAndSet(bytes, null, made) ? made : kept.get(bytes);
    }
}
