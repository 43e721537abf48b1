package io.arrayport.conformance.parity;

import java.util.List;
import java.util.TreeSet;

import io.arrayport.conformance.golden.CaseResult;
import io.arrayport.conformance.golden.Outcome;
import io.arrayport.conformance.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A name and how its cases went.
 *
 * @param name of NumPy's
 * @param results of the cases that count for it
 * @param unmet requirements that no passing case covers
 * @param exclusion why it is not there by decision, or null
 */
record NameParity(ApiName name, List<CaseResult> results, List<String> unmet, @Nullable Rule exclusion) {
    static NameParity of(ApiName name, List<CaseResult> results, @Nullable Rule exclusion) {
        TreeSet<String> covered = new TreeSet<>();
        results.stream().filter(result -> result.outcome() == Outcome.PASSED)
                .forEach(result -> covered.addAll(result.covers()));
        List<String> unmet = name.requires().stream().filter(requirement -> !covered.contains(requirement)).toList();
        return new NameParity(name, results, unmet, exclusion);
    }

    /** A module's own name requires nothing: whether it is there, its members say. */
    boolean isModule() {
        return name.requires().isEmpty();
    }

    /** Whether all that it requires is covered by cases that pass. */
    boolean complete() {
        return !isModule() && unmet.isEmpty();
    }
}
