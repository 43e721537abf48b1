package io.arrayport.conformance.parity;

import static io.arrayport.core.Np.np;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.arrayport.conformance.golden.CaseResult;
import io.arrayport.conformance.golden.GoldenCases;
import io.arrayport.conformance.rules.Glob;
import io.arrayport.conformance.rules.Rules;

/** Runs the golden cases against this library. */
final class ParityRun {
    private ParityRun() {}

    /** The account over all cases. */
    static Parity all(Consumer<String> progress) {
        return of(cases(Glob.of("*"), progress));
    }

    /** The account over cases that were run. */
    static Parity of(List<CaseResult> results) {
        return new Parity(ApiNames.load(), Rules.load(Parity.class, "excluded.txt"),
                Rules.load(Parity.class, "known.txt"), results);
    }

    /** Runs the cases whose ids match; files in which there can be none are not read. */
    static List<CaseResult> cases(Glob wanted, Consumer<String> progress) {
        List<CaseResult> results = new ArrayList<>();
        String prefix = wanted.prefix();
        for (String category : GoldenCases.categories()) {
            String start = category + ":";
            if (start.startsWith(prefix) || prefix.startsWith(start)) {
                results.addAll(GoldenCases.run(category, wanted, np::call, progress));
            }
        }
        return results;
    }
}
