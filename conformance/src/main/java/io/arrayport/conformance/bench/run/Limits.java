package io.arrayport.conformance.bench.run;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What is promised of warm rows on one thread: {@code --check} fails where a ratio is above it. */
final class Limits {
    private record Limit(String id, long from, long to, double ratio) {}

    private static final List<Limit> PROMISED = List.of(new Limit("elementwise/add into", 100_000, 1_000_000, 1.1),
            new Limit("reduction/sum", 100_000, 1_000_000, 0.7));
    private static final List<String> TYPES = List.of("float64", "float32", "int64", "int32");

    private Limits() {}

    /** Returns the limit of an item; null where nothing is promised. */
    static @Nullable Double of(Item item) {
        if (item.cold() || item.threads() != 1 || !TYPES.contains(item.dtype())) {
            return null;
        }
        return PROMISED.stream()
                .filter(each -> each.id.equals(item.of().id()) && each.from <= item.n() && item.n() <= each.to)
                .map(Limit::ratio).findFirst().orElse(null);
    }
}
