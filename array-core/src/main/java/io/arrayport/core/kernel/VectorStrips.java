package io.arrayport.core.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;

import jdk.incubator.vector.VectorSpecies;

/** What sorts ints, and what sorts longs: one for all lanes of that width, as it is long in compiling. */
final class VectorStrips {
    private final Template<StripSort> sort = new Template<>(VectorSort.class);
    private final AtomicReferenceArray<StripSort> made = new AtomicReferenceArray<>(2);
    private final boolean raced;

    /** @param raced whether vectors sort only once they have been seen to be faster */
    VectorStrips(boolean raced) {
        this.raced = raced;
    }

    StripSort ints() {
        StripSort ints = made.getAcquire(0);
        return ints != null ? ints : keep(0, make(Lane.I32, Whole.I32, ScalarSort.INTS));
    }

    StripSort longs() {
        StripSort longs = made.getAcquire(1);
        return longs != null ? longs : keep(1, make(Lane.I64, Whole.I64, ScalarSort.LONGS));
    }

    private StripSort make(Lane lane, Whole form, StripSort twin) {
        VectorSpecies<?> species = VectorTypes.wholeSpecies(lane);
        StripSort vectors = sort.specialise(new VectorSort.Spec(species, form, SortNetwork.of(species), twin));
        return raced ? new RacedSort(vectors, twin, form, lane.bytes()) : vectors;
    }

    private StripSort keep(int key, StripSort strip) {
        return made.compareAndSet(key, null, strip) ? strip : made.get(key);
    }
}
