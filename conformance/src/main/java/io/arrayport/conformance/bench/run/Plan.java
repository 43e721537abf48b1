package io.arrayport.conformance.bench.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import io.arrayport.conformance.bench.table.BenchCase;
import io.arrayport.conformance.bench.table.CaseTable;

/** The rows of a run, in the order in which they are measured. */
final class Plan {
    /** Ten elements and ten million tell little of further types; they are measured where they are asked for. */
    private static final long SMALLEST = 10;
    private static final long LARGEST = 10_000_000;
    private static final long MILLION = 1_000_000;
    private static final Set<Long> QUICK_SIZES = Set.of(10L, 1_000L, MILLION);
    /** Types whose rows are measured on all threads too; the others would behave as these. */
    private static final Set<String> THREADED = Set.of("float64", "float32");
    /** From here on a product of matrices is worth splitting. */
    private static final long SIDE = 256;

    private Plan() {}

    /** Returns the warm items: by threads, then n and type, so that inputs serve many rows. */
    static List<Item> warm(Selection wanted, int cores) {
        List<Item> items = new ArrayList<>();
        if (!wanted.warm()) {
            return items;
        }
        for (BenchCase each : CaseTable.all()) {
            if (!wanted.takes(each)) {
                continue;
            }
            List<String> types = each.dtypes().stream().filter(wanted::takesType).toList();
            for (String dtype : wanted.quick() && !types.isEmpty() ? types.subList(0, 1) : types) {
                for (long n : sizes(each, dtype, wanted)) {
                    if (wanted.one()) {
                        items.add(new Item(each, dtype, n, 1, false));
                    }
                    if (wanted.all() && cores > 1 && isWorthThreads(each, dtype, n)) {
                        items.add(new Item(each, dtype, n, cores, false));
                    }
                }
            }
        }
        items.sort(Comparator.comparingInt(Item::threads).thenComparingLong(Item::n).thenComparing(Item::dtype));
        return items;
    }

    /** Returns the cold items, one of a case: its first type, at a million elements where it has that size. */
    static List<Item> cold(Selection wanted) {
        List<Item> items = new ArrayList<>();
        if (!wanted.cold() || !wanted.one()) {
            return items;
        }
        for (BenchCase each : CaseTable.all()) {
            List<String> types = each.dtypes().stream().filter(wanted::takesType).toList();
            long n = each.sizes().contains(MILLION) ? MILLION : middle(each.sizes());
            if (each.cold() && wanted.takes(each) && wanted.takesSize(n) && !types.isEmpty()) {
                items.add(new Item(each, types.getFirst(), n, 1, true));
            }
        }
        return items;
    }

    private static boolean isWorthThreads(BenchCase each, String dtype, long n) {
        return THREADED.contains(dtype)
                && (each.family().equals("matmul") ? n >= SIDE && n < MILLION : n >= MILLION);
    }

    private static List<Long> sizes(BenchCase each, String dtype, Selection wanted) {
        boolean thin = wanted.sizes().isEmpty() && !dtype.equals(each.dtypes().getFirst())
                && !THREADED.contains(dtype);
        List<Long> sizes = each.sizes().stream().filter(wanted::takesSize)
                .filter(n -> !thin || n > SMALLEST && n < LARGEST).toList();
        if (!wanted.quick() || sizes.isEmpty()) {
            return sizes;
        }
        List<Long> quick = sizes.stream().filter(QUICK_SIZES::contains).toList();
        return quick.isEmpty() ? List.of(middle(sizes)) : quick;
    }

    private static long middle(List<Long> sizes) {
        return sizes.get(sizes.size() / 2);
    }
}
