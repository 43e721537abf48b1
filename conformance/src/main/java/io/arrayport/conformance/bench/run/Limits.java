package io.arrayport.conformance.bench.run;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What is promised of warm rows on one thread: {@code --check} fails where a row is above it. */
final class Limits {
    /**
     * A promise.
     *
     * @param id of the case
     * @param from the least n it holds for
     * @param to the greatest
     * @param dtypes the element types it holds for
     * @param ratio what Arrayport's time by NumPy's must not exceed; null where nothing is promised of it
     * @param nanos what Arrayport's time must not exceed; null where nothing is promised of it
     */
    record Limit(String id, long from, long to, List<String> dtypes, @Nullable Double ratio, @Nullable Double nanos) {}

    private static final List<String> FOUR = List.of("float64", "float32", "int64", "int32");
    private static final List<Limit> PROMISED = List.of(
            new Limit("elementwise/add into", 100_000, 1_000_000, FOUR, 1.1, null),
            new Limit("reduction/sum", 100_000, 1_000_000, FOUR, 0.7, null),
            new Limit("exchange/DLPack, there and back", 0, Long.MAX_VALUE, FOUR, null, 2_000.0),
            new Limit("exchange/DLPack, export only", 0, Long.MAX_VALUE, FOUR, null, 1_000.0),
            new Limit("exchange/torch, there and back", 0, Long.MAX_VALUE, FOUR, null, 2_000.0),
            new Limit("exchange/from an Arrow vector", 0, Long.MAX_VALUE, FOUR, null, 1_000.0),
            new Limit("exchange/to Arrow C structs", 0, Long.MAX_VALUE, FOUR, null, 1_000.0),
            new Limit("exchange/Arrow C structs, there and back", 0, Long.MAX_VALUE, FOUR, null, 2_000.0));
    private static final Limit NONE = new Limit("", 0, 0, List.of(), null, null);

    private Limits() {}

    /** Returns what is promised of an item; a limit without figures where nothing is. */
    static Limit of(Item item) {
        if (item.cold() || item.threads() != 1) {
            return NONE;
        }
        return PROMISED.stream().filter(each -> each.id.equals(item.of().id()) && each.dtypes.contains(item.dtype())
                && each.from <= item.n() && item.n() <= each.to).findFirst().orElse(NONE);
    }
}
