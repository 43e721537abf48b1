package io.arrayport.core.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;

import jdk.incubator.vector.VectorSpecies;

/** What sorts numbers of 4 and 8 bytes: by one network for each width, as it is long in compiling. */
final class VectorStrips {
    private final Template<StripSort> sort = new Template<>(VectorSort.class);
    private final Template<StripKeys> keys = new Template<>(VectorKeys.class);
    private final AtomicReferenceArray<StripSort> wholes = new AtomicReferenceArray<>(2);
    private final AtomicReferenceArray<StripSort> lanes = new AtomicReferenceArray<>(Lane.values().length);
    private final boolean raced;

    /** @param raced whether vectors sort only once they have been seen to be faster */
    VectorStrips(boolean raced) {
        this.raced = raced;
    }

    /** Returns what sorts elements of a lane; of those that are not ints or longs, at least one vector. */
    StripSort of(Lane lane) {
        StripSort made = lanes.getAcquire(lane.ordinal());
        return made != null ? made : keep(lanes, lane.ordinal(), make(lane));
    }

    private StripSort make(Lane lane) {
        boolean wide = lane.bytes() == Long.BYTES;
        Whole form = wide ? Whole.I64 : Whole.I32;
        StripSort twin = wide ? ScalarSort.LONGS : ScalarSort.INTS;
        StripSort vectors = whole(wide ? Lane.I64 : Lane.I32, form, twin);
        if (lane != Lane.I32 && lane != Lane.I64) {
            KeyForm keyForm = KeyForm.of(lane);
            vectors = new KeyedSort(
                    keys.specialise(new VectorKeys.Spec(VectorTypes.wholeSpecies(lane), keyForm)), vectors);
            twin = new KeyedSort(keyForm.scalar(form, lane.bytes()), twin);
        }
        return raced ? new RacedSort(vectors, twin, form, lane.bytes()) : vectors;
    }

    private StripSort whole(Lane lane, Whole form, StripSort twin) {
        int width = lane == Lane.I64 ? 1 : 0;
        StripSort made = wholes.getAcquire(width);
        VectorSpecies<?> species = VectorTypes.wholeSpecies(lane);
        return made != null ? made
                : keep(wholes, width, sort.specialise(
                        new VectorSort.Spec(species, form, NetworkCode.of(species), twin)));
    }

    private static StripSort keep(AtomicReferenceArray<StripSort> all, int key, StripSort made) {
        return all.compareAndSet(key, null, made) ? made : all.get(key);
    }
}
