package io.arrayport.conformance.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All golden cases, to be run. */
public final class GoldenCases {
    private static final int REPORTED = 1000;

    private GoldenCases() {}

    /** The files, in order of their names. */
    public static List<String> categories() {
        return Categories.ALL;
    }

    /**
     * Runs the cases of a category, one after the other.
     *
     * @param wanted which, by their full ids
     * @param progress told from time to time where it is
     */
    public static List<CaseResult> run(String category, Predicate<String> wanted, Caller caller,
            Consumer<String> progress) {
        Runner runner = new Runner(caller);
        List<CaseResult> results = new ArrayList<>();
        int[] seen = {0};
        GoldenFile.read(category, golden -> {
            if (seen[0]++ % REPORTED == 0) {
                progress.accept(category + " " + seen[0]);
            }
            if (wanted.test(golden.id())) {
                results.add(runner.run(golden));
            }
        });
        return results;
    }
}
