package io.arrayport.core.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;

import jdk.incubator.vector.VectorSpecies;

/** What sorts numbers of 4 and 8 bytes: by one network for each width, as it is long in compiling. */
final class VectorStrips {
    private final Template<StripSort> sort = new Template<>(VectorSort.class);
    private final Template<StripKeys> keys = new Template<>(VectorKeys.class);
    private final Template<ColumnSort> columns = new Template<>(VectorColumns.class);
    private final AtomicReferenceArray<Wholes> wholes = new AtomicReferenceArray<>(2);
    private final AtomicReferenceArray<StripSort> lanes = new AtomicReferenceArray<>(Lane.values().length);
    private final boolean raced;

    /** @param raced whether vectors sort only once they have been seen to be faster */
    VectorStrips(boolean raced) {
        this.raced = raced;
    }

    /** What sorts ints or longs. */
    private record Wholes(SortNetwork network, StripSort sort) {}

    /** Returns what sorts elements of a lane; of those that are not ints or longs, at least one vector. */
    StripSort of(Lane lane) {
        StripSort made = lanes.getAcquire(lane.ordinal());
        return made != null ? made : keep(lanes, lane.ordinal(), make(lane));
    }

    private StripSort make(Lane lane) {
        boolean wide = lane.bytes() == Long.BYTES;
        Whole form = wide ? Whole.I64 : Whole.I32;
        StripSort twin = wide ? ScalarSort.LONGS : ScalarSort.INTS;
        VectorSpecies<?> species = VectorTypes.wholeSpecies(lane);
        Wholes whole = whole(wide ? 1 : 0, species, form, twin);
        StripSort vectors = whole.sort();
        StripKeys made = null;
        if (lane != Lane.I32 && lane != Lane.I64) {
            KeyForm keyForm = KeyForm.of(lane);
            made = keys.specialise(new VectorKeys.Spec(species, keyForm));
            vectors = new KeyedNetwork(made, whole.network(), (long) SortNetwork.VECTORS * species.vectorByteSize(),
                    lane.bytes(), new KeyedSort(made, vectors));
            twin = new KeyedSort(keyForm.scalar(form, lane.bytes()), twin);
        }
        vectors = new WithColumns(vectors, columns.specialise(new VectorColumns.Spec(species, made)), lane.bytes());
        return raced ? new RacedSort(vectors, twin, form, lane.bytes()) : vectors;
    }

    private Wholes whole(int width, VectorSpecies<?> species, Whole form, StripSort twin) {
        Wholes made = wholes.getAcquire(width);
        if (made != null) {
            return made;
        }
        SortNetwork network = NetworkCode.of(species);
        return keep(wholes, width,
                new Wholes(network, sort.specialise(new VectorSort.Spec(species, form, network, twin))));
    }

    private static <T> T keep(AtomicReferenceArray<T> all, int key, T made) {
        return all.compareAndSet(key, null, made) ? made : all.get(key);
    }
}
