package io.arrayport.conformance.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.arrayport.conformance.bench.run.Row;
import org.jspecify.annotations.Nullable;

/**
 * The geometric mean of a family's ratios.
 *
 * @param family its name
 * @param n 10 or 1000 alone, 100000 for that and all above, 0 for every size
 * @param threads how many could be used
 * @param cold whether of first calls
 * @param rows how many count
 * @param ratio the mean; null where nothing counts
 */
public record FamilyMean(String family, long n, int threads, boolean cold, int rows,
        @Nullable Double ratio) {
    private static final long LARGE = 100_000;
    private static final MathContext DIGITS = new MathContext(4);

    private record Group(String family, long n, int threads, boolean cold) {}

    /** Returns the means of all families, at all sizes together and at each class of sizes. */
    public static List<FamilyMean> of(List<Row> rows) {
        Map<Group, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            for (long n : new long[]{0, sizeClass(row.n())}) {
                groups.computeIfAbsent(new Group(row.family(), n, row.threads(), row.cold()), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        List<FamilyMean> means = new ArrayList<>();
        groups.forEach((group, members) -> {
            List<Double> ratios = members.stream().map(Row::ratio).flatMap(Stream::ofNullable).toList();
            means.add(new FamilyMean(group.family, group.n, group.threads, group.cold, ratios.size(),
                    geometricMean(ratios)));
        });
        return means;
    }

    /** Returns the mean whose logarithm is the mean of the logarithms, to four digits; null of nothing. */
    public static @Nullable Double geometricMean(List<Double> ratios) {
        if (ratios.isEmpty()) {
            return null;
        }
        double mean = Math.exp(ratios.stream().mapToDouble(Math::log).average().orElseThrow());
        return BigDecimal.valueOf(mean).round(DIGITS).doubleValue();
    }

    /** Returns the least n of the class that {@code n} belongs to: 1 up to 100, 1000 up to 10000, then 100000. */
    static long sizeClass(long n) {
        return n >= LARGE ? LARGE : n > 100 ? 1_000 : 10;
    }
}
