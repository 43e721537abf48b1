package io.arrayport.conformance.bench.run;

import java.util.List;
import java.util.Locale;

import io.arrayport.conformance.bench.table.BenchCase;
import io.arrayport.conformance.rules.Glob;

/**
 * Which rows of the table are wanted; an empty list or text wants all.
 *
 * @param glob of case names or of {@code family/name}, with {@code *} and {@code ?}
 * @param families by name
 * @param sizes of those that the table has
 * @param dtypes of those that the table has
 * @param one whether on one thread
 * @param all whether on all threads
 * @param warm whether when warm
 * @param cold whether the first call
 * @param quick whether few rows and rounds suffice
 */
public record Selection(String glob, List<String> families, List<Long> sizes, List<String> dtypes, boolean one,
        boolean all, boolean warm, boolean cold, boolean quick) {
    /** The whole table. */
    public static final Selection EVERYTHING = new Selection("", List.of(), List.of(), List.of(), true, true, true,
            true, false);

    boolean takes(BenchCase each) {
        return (families.isEmpty() || families.contains(each.family()))
                && (glob.isEmpty() || matches(each.name()) || matches(each.id()))
                && (!quick || each.quick() || !glob.isEmpty());
    }

    boolean takesSize(long n) {
        return sizes.isEmpty() || sizes.contains(n);
    }

    boolean takesType(String dtype) {
        return dtypes.isEmpty() || dtypes.contains(dtype);
    }

    private boolean matches(String name) {
        return Glob.of(glob.toLowerCase(Locale.ROOT)).test(name.toLowerCase(Locale.ROOT));
    }
}
